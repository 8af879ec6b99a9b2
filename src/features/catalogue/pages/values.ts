// Values of requirements as people read them: 35 %, 16 GB, 2031-10-14, “Ja, med verktyg”.
import type { Formats } from '../../../core/format.ts'
import type { Translate } from '../../../web/kit/language.tsx'
import { criterionShape, type CriterionKey } from '../rules/criteria.ts'
import type { RequirementValue } from '../rules/requirements.ts'
import { modelsTexts, offersTexts, servicesTexts } from '../texts/pages.ts'
import { osTexts, valueTexts } from '../texts/words.ts'

export function shownValue(
  key: CriterionKey,
  value: RequirementValue | null,
  t: Translate,
  { num }: Formats,
): string {
  if (value === null) return t(modelsTexts.unknown)
  if (key === 'osFamily') return t(osTexts[value as keyof typeof osTexts])
  if (typeof value === 'string') {
    const words = valueTexts[value]
    return words ? t(words) : value
  }
  const figure = num(value, Number.isInteger(value) ? 0 : 1)
  if (key === 'memoryGb' || key === 'storageGb') return `${figure} GB`
  if (key === 'screenInches') return t(modelsTexts.inches, figure)
  if (key === 'warrantyMonths') return t(servicesTexts.months, value)
  return `${figure} %`
}

/** “minst 16 GB”; an operating system is that one and no other. */
export function shownLeast(
  key: CriterionKey,
  least: RequirementValue,
  t: Translate,
  formats: Formats,
): string {
  const value = shownValue(key, least, t, formats)
  if (criterionShape(key).type === 'oneOf') return value
  return t(offersTexts.atLeast, /^[A-ZÅÄÖ][a-zåäö]/.test(value) ? value.toLowerCase() : value)
}
