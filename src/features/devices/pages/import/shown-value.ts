// A value of an import as people read it: amounts in kronor, kinds and statuses by their words.
import { sek } from '../../../../core/money.ts'
import type { Formats } from '../../../../core/format.ts'
import type { Translate } from '../../../../web/kit/language.tsx'
import { importStatusTexts } from '../../texts/import-statuses.ts'
import { kindTexts, statusTexts } from '../../texts.ts'
import type { ImportField } from '../../rules/import/fields.ts'

type Words = Readonly<Record<string, { readonly sv: string; readonly en: string }>>

/** Fields are named as within a sentence; as a choice or a heading they begin with a capital. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)

export function shownValue(field: ImportField, value: string, t: Translate, formats: Formats) {
  if (field === 'priceOre' && /^-?\d+$/.test(value)) return formats.money(sek(Number(value)))
  if (field === 'ramMb' && /^\d+$/.test(value)) {
    const megabytes = Number(value)
    return megabytes >= 1024 ? `${formats.num(megabytes / 1024)} GB` : `${value} MB`
  }
  if (field === 'lastSeenAt' || field === 'enrolledAt') return formats.instant(value)
  if (field === 'storageGb') return `${value} GB`
  const words: Words | null =
    field === 'kind'
      ? kindTexts
      : field === 'status'
        ? { ...statusTexts, ...importStatusTexts }
        : null
  const said = words?.[value]
  return said ? t(said) : value
}
