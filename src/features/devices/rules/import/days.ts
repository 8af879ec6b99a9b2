// Dates as every tool writes them.
import { isDay, type Day } from '../../../../core/dates.ts'
import type { DateOrder } from './fields.ts'

/** Three numbers with a sign between; a time may follow. */
const numeric = /^(\d{1,4})([-/.\u2010-\u2015])(\d{1,2})\2(\d{1,4})(?:$|[T ,]|\s)/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const excelSerial = /^(\d{5})(?:[.,]\d+)?$/

const isoInstant = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

const monthNumbers = new Map<string, number>()
for (const [i, names] of [
  'jan january januari',
  'feb february februari',
  'mar mars march',
  'apr april',
  'may maj',
  'jun june juni',
  'jul july juli',
  'aug august augusti',
  'sep sept september',
  'oct okt october oktober',
  'nov november',
  'dec december',
].entries())
  for (const name of names.split(' ')) monthNumbers.set(name, i + 1)

/** What a column has shown of the order of its days and months. */
export interface DateEvidence {
  dayFirst: number
  monthFirst: number
  /** Could be read both ways: `3/4/2023`. */
  either: number
}

export const noDateEvidence = (): DateEvidence => ({ dayFirst: 0, monthFirst: 0, either: 0 })

/** Call for every cell of the column before any is read: one row may decide for all. */
export function observeDate(evidence: DateEvidence, text: string): void {
  const found = numeric.exec(text)
  if (!found || found[1]!.length > 2) return
  const [first, second] = [Number(found[1]), Number(found[3])]
  // `23-01-15`: two digits and dashes with the day last are a short year in front.
  if (first > 31) return
  if (first > 12) evidence.dayFirst++
  else if (second > 12) evidence.monthFirst++
  else if (first !== second) evidence.either++
}

export interface DecidedOrder {
  readonly order: DateOrder
  /** `seen`: a row showed it; `assumed`: none did; `mixed`: rows disagree, so `either` is refused. */
  readonly ground: 'seen' | 'assumed' | 'mixed'
}

/** The order of a column; without evidence the preset's, and it says so. */
export function decideOrder(evidence: DateEvidence, fallback: DateOrder): DecidedOrder {
  const { dayFirst, monthFirst } = evidence
  if (dayFirst > 0 && monthFirst > 0) return { order: fallback, ground: 'mixed' }
  if (dayFirst > 0) return { order: 'dmy', ground: 'seen' }
  if (monthFirst > 0) return { order: 'mdy', ground: 'seen' }
  return { order: fallback, ground: 'assumed' }
}

export type ReadDay = Day | null | 'date-unreadable' | 'date-ambiguous'

/** A calendar day; null where the text means that there is none. */
export function readDay(text: string, { order, ground }: DecidedOrder): ReadDay {
  // The usual case first: `2023-01-23`, perhaps with a time.
  if (text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) return isoDay(text)
  const found = numeric.exec(text)
  if (found) {
    const [a, b, c] = [Number(found[1]), Number(found[3]), Number(found[4])]
    if (found[1]!.length > 2) return checked(a, b, c)
    if (a > 31) return checked(shortYear(found[1]!), b, c)
    // Only dashes and dots with two digits throughout can be a short year first.
    if (order === 'ymd' && found[4]!.length <= 2) return checked(shortYear(found[1]!), b, c)
    const year = shortYear(found[4]!)
    if (a > 12) return checked(year, b, a)
    if (b > 12) return checked(year, a, b)
    if (ground === 'mixed' && a !== b) return 'date-ambiguous'
    return order === 'mdy' ? checked(year, a, b) : checked(year, b, a)
  }
  const joined = compact.exec(text)
  if (joined) return checked(Number(joined[1]), Number(joined[2]), Number(joined[3]))
  const serial = excelSerial.exec(text)
  if (serial) return excelDay(Number(serial[1]))
  if (/^0+(?:[.:\s-]0+)*$/.test(text)) return null
  const ms = /^\d{13}$/.test(text)
    ? Number(text)
    : /^\d{10}$/.test(text)
      ? Number(text) * 1000
      : null
  if (ms !== null) return new Date(ms).toISOString().slice(0, 10)
  return namedDay(text)
}

/**
 * `2023-01-23`, `2023-01-23T10:15:00Z`. A system that stores Swedish midnight in UTC writes the
 * evening before, on the hour; nobody buys anything then, so it is the day that begins.
 */
function isoDay(text: string): ReadDay {
  const day = text.slice(0, 10)
  const [year, month, date] = [
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)),
    Number(day.slice(8)),
  ]
  const midnight = /T(22|23):00:00(?:\.0+)?(?:Z|\+00:00)$/.exec(text)
  const summer = month >= 3 && month <= 10
  const winter = month <= 3 || month >= 10
  if (midnight && isDay(day) && (midnight[1] === '22' ? summer : winter)) {
    const next = new Date(Date.UTC(year, month - 1, date + 1))
    return checked(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate())
  }
  return checked(year, month, date)
}

/** `23 jan 2023`, `Jan 23, 2023`, `Mon Jan 23 2023`, `23-Jan-23`. */
function namedDay(text: string): ReadDay {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  const at = words.findIndex((word) => monthNumbers.has(word))
  if (at < 0) return 'date-unreadable'
  const month = monthNumbers.get(words[at]!)!
  const before = words[at - 1]
  const [date, year] =
    before !== undefined && /^\d{1,2}$/.test(before)
      ? [before, words[at + 1]]
      : [words[at + 1], words[at + 2]]
  if (!date || !year || !/^\d{1,2}$/.test(date) || !/^(?:\d{4}|\d{2})$/.test(year))
    return 'date-unreadable'
  return checked(shortYear(year), month, Number(date))
}

/** Two digits: no device in use is older than 1970. */
const shortYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** Excel counts days from 1899-12-30, for its own calendar has 29 February 1900. */
function excelDay(serial: number): ReadDay {
  const date = new Date(Date.UTC(1899, 11, 30 + serial))
  return checked(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day that exists; years in which no device was bought are how tools write "never". */
function checked(year: number, month: number, date: number): ReadDay {
  if (year <= 1970 || year >= 2999) return null
  if (year < 1980 || year > 2100) return 'date-unreadable'
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= monthDays[month - 1]!))
    return 'date-unreadable'
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2 && date === 29 && !leap) return 'date-unreadable'
  return `${year}-${two(month)}-${two(date)}`
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** An instant in UTC, `2023-01-23T10:15:00Z`; text without a zone is taken as UTC. */
export function readInstant(
  text: string,
  decided: DecidedOrder,
): string | null | 'date-unreadable' | 'date-ambiguous' {
  // The usual case first, as every interface writes it.
  if (isoInstant.test(text)) {
    const day = isoDay(text.slice(0, 10))
    return day === null || day === 'date-unreadable' ? day : `${day}${text.slice(10, 19)}Z`
  }
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const ms = Number(text) * (text.length === 10 ? 1000 : 1)
    return `${new Date(ms).toISOString().slice(0, 19)}Z`
  }
  const time =
    /[T ,](?:at )?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    )
  const day = readDay(time ? text.slice(0, time.index).replace(/,$/, '') : text, decided)
  if (day === null || day === 'date-unreadable' || day === 'date-ambiguous') return day
  if (!time) return `${day}T00:00:00Z`
  const [, hour, minute, second, half, zone] = time
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour)
  if (hours > 23 || Number(minute) > 59) return 'date-unreadable'
  const at = Date.parse(`${day}T${two(hours)}:${minute}:${second ?? '00'}Z`)
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  const shift = offset
    ? (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1)
    : 0
  return `${new Date(at - shift * 60_000).toISOString().slice(0, 19)}Z`
}
