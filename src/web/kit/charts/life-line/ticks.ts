// The marks under a time line: as many as there is room for, at years, months or days.

import { addDays, addMonths, daysBetween } from '../../../../core/dates.ts'
import type { Day } from '../../../../core/dates.ts'
import type { Language } from '../../../../core/text.ts'

export interface Tick {
  readonly on: Day
  readonly text: string
}

const steps = [
  { months: 0, days: 1 },
  { months: 0, days: 7 },
  { months: 1, days: 0 },
  { months: 3, days: 0 },
  { months: 12, days: 0 },
  { months: 24, days: 0 },
  { months: 60, days: 0 },
] as const

export function ticksOf(from: Day, to: Day, most: number, language: Language): readonly Tick[] {
  for (const step of steps) {
    const length = step.days + step.months * 30.4
    if (daysBetween(from, to) / length > most) continue
    return everyStep(from, to, step).map((on) => ({ on, text: name(on, step.months, language) }))
  }
  return []
}

function everyStep(from: Day, to: Day, step: (typeof steps)[number]): Day[] {
  const days: Day[] = []
  let on = firstStep(from, step.months)
  // A week is counted from the start itself, a month from its first day.
  const next = (day: Day): Day =>
    step.months ? addMonths(day, step.months) : addDays(day, step.days)
  while (on <= to && days.length < 400) {
    if (on >= from) days.push(on)
    on = next(on)
  }
  return days
}

function firstStep(from: Day, months: number): Day {
  if (months === 0) return from
  const year = Number(from.slice(0, 4))
  if (months >= 12) return `${year - (year % (months / 12))}-01-01`
  const month = Number(from.slice(5, 7))
  const first = month - ((month - 1) % months)
  return `${year}-${String(first).padStart(2, '0')}-01`
}

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** January carries the year, so that a line of months says which year it is. */
function name(on: Day, months: number, language: Language): string {
  if (months >= 12) return on.slice(0, 4)
  if (months > 0) return on.slice(5, 7) === '01' ? on.slice(0, 4) : monthName(on, language)
  return shortDay(on, language)
}

export const shortDay = (on: Day, language: Language): string =>
  `${Number(on.slice(8))} ${monthName(on, language)}`

const monthName = (on: Day, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${on}T00:00:00Z`))
    .replace('.', '')
