// Working days in Sweden: not Saturdays, Sundays, public holidays (lag 1989:253) or the three eves
// that count as such when a time set by law ends (lag 1930:173, 2 §).
import { addDays, type Day } from './dates.ts'

const fixed: ReadonlySet<string> = new Set([
  '01-01',
  '01-06',
  '05-01',
  '06-06',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
])
/** Good Friday, Easter Monday and Ascension Day, in days from Easter Sunday. */
const movable: readonly number[] = [-2, 1, 39]

export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  if (fixed.has(day.slice(5))) return false
  // Midsummer Eve is the Friday between 19 and 25 June; the other movable days fall on weekends.
  if (weekday === 5 && day.slice(5) >= '06-19' && day.slice(5) <= '06-25') return false
  const easter = easterSunday(Number(day.slice(0, 4)))
  return !movable.some((days) => addDays(easter, days) === day)
}

/** The day on which the given number of working days after `from` have come. */
export function addWorkingDays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The Gregorian Easter by the algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - skipped - correction + 15) % 30
  const rest = year % 100
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  const month = String(Math.floor(days / 31)).padStart(2, '0')
  return `${year}-${month}-${String((days % 31) + 1).padStart(2, '0')}`
}
