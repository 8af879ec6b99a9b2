// Strings of printing many certificates at once.
import { plural } from '../../../core/text.ts'

export const batchTexts = {
  ofCollection: {
    sv: (number: string) => `Intyg för ${number}`,
    en: (number: string) => `Certificates for ${number}`,
  },
  ofCertificates: {
    sv: (n: number) => `${n} intyg`,
    en: (n: number) => `${n} ${plural(n, 'certificate', 'certificates')}`,
  },
  contents: { sv: 'innehåll', en: 'contents' },
  number: { sv: 'Intyg nr', en: 'Certificate no.' },
  file: { sv: 'Fil', en: 'File' },
  remark: { sv: 'Anmärkning', en: 'Remark' },
  notMade: { sv: 'Hann inte skrivas ut innan arbetet stoppades.', en: 'Not printed before the work was stopped.' },
} as const
