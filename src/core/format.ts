// Numbers, money and time as people read them: 1 140,00 kr, 2026-03-12 and 10.52 in Swedish.
import type { Day } from './dates.ts'
import type { Money } from './money.ts'
import type { Language } from './text.ts'

export interface Formats {
  readonly language: Language
  /** `12 418`; with decimals exactly that many. */
  num(value: number, decimals?: number): string
  /** `94,1 %` of 0.941. */
  percent(part: number, decimals?: number): string
  /** `1 140,00 kr` or `SEK 1,140.00`. */
  money(money: Money): string
  /** The figure alone, for columns whose heading names the unit: `1 140,00`. */
  ore(amountOre: number): string
  /** `2026-03-12` */
  day(day: Day): string
  /** `torsdag 12 mars 2026`, for running text. */
  longDay(day: Day): string
  /** `mars 2026` */
  month(day: Day): string
  /** The calendar day of an instant, in the reader's time zone. */
  dayOf(instant: string): string
  /** `10.52` or `10:52` */
  time(instant: string): string
  /** `2026-03-12 10.52` */
  instant(instant: string): string
  /** `45–210` */
  span(low: number, high: number, decimals?: number): string
  /** `1,4 MB`, for files. */
  bytes(count: number): string
  /** `Depå Norr, Depå Syd och Omtag` */
  list(words: readonly string[]): string
}

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** The font lacks U+202F, and a minus is not a hyphen. */
const plain = (text: string) => text.replace(/\u202f/g, '\u00a0').replace(/^-/, '\u2212')

export function formatsOf(language: Language, timeZone = 'Europe/Stockholm'): Formats {
  const locale = locales[language]
  const numbers = new Map<number, Intl.NumberFormat>()
  const numberFormat = (decimals: number) => {
    const known = numbers.get(decimals)
    if (known) return known
    const made = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'always',
    })
    numbers.set(decimals, made)
    return made
  }
  const num = (value: number, decimals = 0) => plain(numberFormat(decimals).format(value))
  const ore = (amountOre: number) => num(amountOre / 100, 2)
  // Swedish calendar form in both languages; the parts are read, so no locale decides their order.
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const read = (instant: string) =>
    Object.fromEntries(parts.formatToParts(new Date(instant)).map((p) => [p.type, p.value]))
  const longDays = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const months = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
  const dayOf = (instant: string) => {
    const { year, month, day } = read(instant)
    return `${year}-${month}-${day}`
  }
  const time = (instant: string) => {
    const { hour, minute } = read(instant)
    return `${hour}${language === 'sv' ? '.' : ':'}${minute}`
  }
  return {
    language,
    num,
    ore,
    percent: (part, decimals = 0) =>
      `${num(part * 100, decimals)}${language === 'sv' ? '\u00a0' : ''}%`,
    money: ({ amountOre, currency }) => {
      if (language === 'sv') return `${ore(amountOre)}\u00a0${currency === 'SEK' ? 'kr' : currency}`
      return `${amountOre < 0 ? '\u2212' : ''}${currency}\u00a0${ore(Math.abs(amountOre))}`
    },
    day: (day) => day,
    longDay: (day) => longDays.format(noon(day)),
    month: (day) => months.format(noon(day)),
    dayOf,
    time,
    instant: (instant) => `${dayOf(instant)} ${time(instant)}`,
    span: (low, high, decimals = 0) => `${num(low, decimals)}–${num(high, decimals)}`,
    bytes: (count) => {
      if (count < 1000) return `${num(count)}\u00a0B`
      if (count < 1_000_000) return `${num(count / 1000)}\u00a0kB`
      return `${num(count / 1_000_000, count < 10_000_000 ? 1 : 0)}\u00a0MB`
    },
    list: (words) => lists.format(words),
  }
}
