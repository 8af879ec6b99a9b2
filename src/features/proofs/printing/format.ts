// Numbers and times as paper shows them; LOOK: no-break space in thousands, 10.52 (en 10:52).
import type { Language } from '../../../core/text.ts'

export function wholeNumber(value: number, language: Language): string {
  const digits = String(Math.abs(Math.trunc(value)))
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',')
  return value < 0 ? `\u2212${grouped}` : grouped
}

export function decimal(value: number, digits: number, language: Language): string {
  const [whole, part] = Math.abs(value).toFixed(digits).split('.') as [string, string?]
  const sign = value < 0 ? '\u2212' : ''
  const comma = language === 'sv' ? ',' : '.'
  return sign + wholeNumber(Number(whole), language) + (part ? comma + part : '')
}

/** Decimal units, as drives are labelled. */
export function capacity(bytes: number, language: Language): string {
  const units = ['byte', 'kB', 'MB', 'GB', 'TB', 'PB']
  let [value, unit] = [bytes, 0]
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${decimal(value, unit === 0 ? 0 : 1, language)}\u00a0${units[unit]}`
}

/** Cut, never rounded up: 100 % stands only where every byte is counted. */
export function percentOf(part: number, whole: number, language: Language): string {
  if (whole <= 0) return decimal(0, 2, language)
  return decimal(Math.floor((part / whole) * 10_000) / 100, 2, language)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function wallClock(at: Date, timeZone: string): Record<string, string> {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  return Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
}

export function localDay(at: Date, timeZone: string): string {
  const { year, month, day } = wallClock(at, timeZone)
  return `${year}-${month}-${day}`
}

export function localMinute(at: Date, timeZone: string, language: Language): string {
  const { hour, minute } = wallClock(at, timeZone)
  return `${localDay(at, timeZone)} ${hour}${language === 'sv' ? '.' : ':'}${minute}`
}

/** To the second and with its offset, so that the hour that comes twice in October is told apart. */
export function localSecond(at: Date, timeZone: string, language: Language): string {
  const { second } = wallClock(at, timeZone)
  const separator = language === 'sv' ? '.' : ':'
  return `${localMinute(at, timeZone, language)}${separator}${second} ${offsetOf(at, timeZone)}`
}

function offsetOf(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone)
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const minutes = Math.round((wall - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
  const two = (n: number): string => String(n).padStart(2, '0')
  const size = Math.abs(minutes)
  const sign = minutes < 0 ? '\u2212' : '+'
  return `UTC${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
