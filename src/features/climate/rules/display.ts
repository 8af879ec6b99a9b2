// Climate figures as they may be shown: two significant digits, always with the interval, in
// kilograms or tonnes. More digits would claim more than is known.
import type { Language } from '../../../core/text.ts'

export type MassUnit = 'kg' | 'tonne'

export interface Claim {
  readonly unit: MassUnit
  readonly net: number
  readonly low: number
  readonly high: number
}

/** Rounds to two significant digits; nought stays nought, and never becomes minus nought. */
export const twoDigits = (value: number): number => Number(value.toPrecision(2)) + 0

/** Tonnes from one tonne of the figure itself, so that figure and interval share one unit. */
export function roundedClaim(netKg: number, lowKg: number, highKg: number): Claim {
  const unit: MassUnit = Math.abs(twoDigits(netKg)) >= 1000 ? 'tonne' : 'kg'
  const shown = (kg: number) => twoDigits(unit === 'tonne' ? kg / 1000 : kg)
  return { unit, net: shown(netKg), low: shown(lowKg), high: shown(highKg) }
}

export interface DisplayedClaim {
  /** `130` */
  readonly figure: string
  /** `45–210`, or `−15 till 250` when an end is negative: two dashes in a row cannot be read. */
  readonly interval: string
  /** `kg`, `ton` or `t` */
  readonly unit: string
}

export function displayClaim(claim: Claim, language: Language): DisplayedClaim {
  const number = numberIn(language)
  const between = claim.low < 0 || claim.high < 0 ? ` ${to[language]} ` : '–'
  return {
    figure: number(claim.net),
    interval: `${number(claim.low)}${between}${number(claim.high)}`,
    unit: units[claim.unit][language],
  }
}

const to = { sv: 'till', en: 'to' } as const
const units = { kg: { sv: 'kg', en: 'kg' }, tonne: { sv: 'ton', en: 't' } } as const
const formats = {
  sv: new Intl.NumberFormat('sv-SE', { maximumSignificantDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 }),
} as const

/** English writes a hyphen for minus; both languages here take the real sign. */
const numberIn = (language: Language) => (value: number) =>
  formats[language].format(value).replace('-', '−')
