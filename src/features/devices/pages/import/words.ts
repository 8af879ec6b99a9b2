// Refusals of the import as the pages say them: those of a file first, since they say most.
import type { RefusalWords } from '../../../../web/kit/Refusal.tsx'
import { fileRefusalTexts, importRefusals } from '../../texts/import.ts'

const asNumber = (value: unknown) => (typeof value === 'number' ? value : undefined)

export const importWords: RefusalWords = {
  ...importRefusals,
  ...fileRefusalTexts,
  'file-too-large': {
    sv: (details) => fileRefusalTexts['file-too-large'].sv(asNumber(details['limitMegabytes'])),
    en: (details) => fileRefusalTexts['file-too-large'].en(asNumber(details['limitMegabytes'])),
  },
  'quote-not-closed': {
    sv: (details) => fileRefusalTexts['quote-not-closed'].sv(asNumber(details['row'])),
    en: (details) => fileRefusalTexts['quote-not-closed'].en(asNumber(details['row'])),
  },
}
