// Numbers as people read them: thousands parted by U+00A0 in Swedish and a comma in English, a true
// minus sign, and never more digits than are known.

import type { Language } from '../../../core/text.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

export const number = (value: number, language: Language, decimals = 0): string =>
  new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(Object.is(value, -0) ? 0 : value)
    .replaceAll('-', '−')
    .replaceAll('\u202f', '\u00a0')

/** At most two significant digits, which is what an estimate with an interval is worth. */
export function twoDigits(value: number, language: Language): string {
  if (value === 0) return '0'
  const rounded = Number(value.toPrecision(2))
  const decimals = String(rounded).match(/^-?\d+\.(\d{1,6})$/)?.[1]?.length ?? 0
  return number(rounded, language, decimals)
}

/** Swedish sets the sign apart, English does not. */
export const percentSign = { sv: '\u00a0%', en: '%' } as const

/** A share as whole per cent; a little is never written as none, nor nearly all as all. */
export function percent(part: number, whole: number, language: Language, decimals = 0): string {
  const unit = percentSign[language]
  if (whole <= 0) return `0${unit}`
  const share = (part / whole) * 100
  const step = 10 ** -decimals
  if (share > 0 && share < step / 2) {
    return `under ${number(step, language, decimals)}${unit}`
  }
  const rounded = Math.round(share / step) * step
  const shown = share < 100 && rounded >= 100 ? 100 - step : rounded
  return number(shown, language, decimals) + unit
}
