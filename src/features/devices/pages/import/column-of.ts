import type { Translate } from '../../../../web/kit/language.tsx'
import { importFieldTexts } from '../../texts/import.ts'

/** A field without a column of its own is called by its name. */
export const columnOf = (t: Translate, heading: string | null): string | null =>
  heading !== null && heading in importFieldTexts
    ? t(importFieldTexts[heading as keyof typeof importFieldTexts])
    : heading
