import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

describe('two working days', () => {
  it.each([
    ['from a Monday', '2026-03-09', '2026-03-11'],
    ['from a Thursday, over the weekend', '2026-03-12', '2026-03-16'],
    ['from a Friday', '2026-03-13', '2026-03-17'],
    ['from a Saturday', '2026-03-14', '2026-03-17'],
    ['from a Sunday', '2026-03-15', '2026-03-17'],
    ['over Easter', '2026-04-02', '2026-04-08'],
    ['over the first of May', '2026-04-30', '2026-05-05'],
    ['over Ascension Day', '2026-05-13', '2026-05-18'],
    ['over Midsummer', '2026-06-18', '2026-06-23'],
    ['over Christmas', '2026-12-23', '2026-12-29'],
    ['over New Year', '2026-12-30', '2027-01-05'],
    ['over Epiphany', '2027-01-04', '2027-01-07'],
    ['over the National Day on a Friday', '2025-06-05', '2025-06-10'],
    ['in a leap year', '2024-02-28', '2024-03-01'],
  ])('%s', (_what, from, to) => expect(addWorkingDays(from, 2)).toBe(to))
})

it.each([
  ['2000-04-21', 'Good Friday'],
  ['2008-03-24', 'Easter Monday at its earliest'],
  ['2019-05-30', 'Ascension Day'],
  ['2038-04-26', 'Easter Monday at its latest'],
  ['2025-06-20', 'Midsummer Eve'],
])('%s is %s, no working day', (day) => expect(isWorkingDay(day)).toBe(false))

it.each(['2026-06-26', '2026-01-02', '2026-05-22', '2026-12-28'])('%s is a working day', (day) =>
  expect(isWorkingDay(day)).toBe(true),
)
