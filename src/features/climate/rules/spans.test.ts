import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../../core/dates.ts'
import { monthOf, spansOf } from './spans.ts'

it.each<[string | null, string | null, string[]]>([
  [null, null, ['month -infinity infinity']],
  ['2025-01-01', '2025-12-31', ['month 2025-01-01 2025-12-31']],
  ['2025-01-15', null, ['month 2025-02-01 infinity', 'day 2025-01-15 2025-01-31']],
  [null, '2025-03-10', ['month -infinity 2025-02-28', 'day 2025-03-01 2025-03-10']],
  ['2025-03-05', '2025-03-10', ['day 2025-03-05 2025-03-10']],
  ['2025-01-20', '2025-02-10', ['day 2025-01-20 2025-02-10']],
  ['2024-02-01', '2024-02-29', ['month 2024-02-01 2024-02-29']],
  ['2025-02-02', '2025-02-01', []],
])('the period %s to %s', (from, to, expected) => {
  expect(spansOf(from, to).map((each) => `${each.span} ${each.first} ${each.last}`)).toEqual(
    expected,
  )
})

it('holds each of its days once, and no other', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2023-12-20', days))
  fc.assert(
    fc.property(fc.option(day), fc.option(day), day, (from, to, asked) => {
      const within = spansOf(from, to).filter(({ span, first, last }) => {
        const at = span === 'month' ? monthOf(asked) : asked
        return (first === '-infinity' || first <= at) && (last === 'infinity' || at <= last)
      })
      const expected = (!from || from <= asked) && (!to || asked <= to)
      expect(within.length).toBe(expected ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})
