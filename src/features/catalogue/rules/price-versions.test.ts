import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/dates.ts'
import { decideVersion, versionOn, withEnds, type ValidDays } from './price-versions.ts'

const from = (validFromOn: string, validUntilOn: string | null = null): ValidDays => ({
  validFromOn,
  validUntilOn,
})
const today = '2026-03-12'

describe('the versions of a price', () => {
  it.each([
    ['the first, in the past', [], from('2020-01-01'), null],
    ['a later one, from today', [from('2026-01-01')], from(today), null],
    ['a later one, yesterday', [from('2026-01-01')], from('2026-03-11'), 'price-starts-in-past'],
    ['a day that is not', [], from('2026-02-30'), 'day-not-valid'],
    ['a last day that is not', [], from('2026-02-01', '2026-02-30'), 'day-not-valid'],
    ['one that ends first', [], from('2026-04-01', '2026-03-31'), 'price-ends-first'],
    ['one of a single day', [], from('2026-04-01', '2026-04-01'), null],
    ['the same first day', [from('2026-04-01')], from('2026-04-01'), 'price-dates-overlap'],
    [
      'within a promised time',
      [from('2026-01-01', '2026-12-31')],
      from('2026-12-31'),
      'price-dates-overlap',
    ],
    ['after a promised time', [from('2026-01-01', '2026-12-31')], from('2027-01-01'), null],
    [
      'into a decided one',
      [from('2026-07-01')],
      from('2026-04-01', '2026-07-01'),
      'price-dates-overlap',
    ],
    ['until a decided one', [from('2026-07-01')], from('2026-04-01', '2026-06-30'), null],
    ['until further notice, before a decided one', [from('2026-07-01')], from('2026-04-01'), null],
  ] as const)('%s', (_, existing, wanted, code) => {
    expect(decideVersion(existing, wanted, today)?.code ?? null).toBe(code)
  })

  it('end on the day before the next, or on their own last day', () => {
    const versions = [from('2026-07-01'), from('2025-01-01'), from('2026-01-01', '2026-03-31')]
    expect(withEnds(versions).map(({ validFromOn, endsOn }) => [validFromOn, endsOn])).toEqual([
      ['2025-01-01', '2025-12-31'],
      ['2026-01-01', '2026-03-31'],
      ['2026-07-01', null],
    ])
    const on = (day: string) => versionOn(versions, day)?.validFromOn
    expect(['2024-12-31', '2025-12-31', '2026-03-31', '2026-04-01', '2026-07-01'].map(on)).toEqual([
      undefined,
      '2025-01-01',
      '2026-01-01',
      undefined,
      '2026-07-01',
    ])
  })

  it('never give two prices on one day, however they are added', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, days))
    const version = fc
      .tuple(day, fc.option(fc.integer({ min: 0, max: 90 })))
      .map(([start, days]) => from(start, days === null ? null : addDays(start, days)))
    fc.assert(
      fc.property(fc.array(version, { maxLength: 12 }), (wanted) => {
        const kept: ValidDays[] = []
        for (const one of wanted) if (!decideVersion(kept, one, today)) kept.push(one)
        const ended = withEnds(kept)
        const on = (at: string) =>
          ended.filter((v) => v.validFromOn <= at && (v.endsOn === null || at <= v.endsOn)).length
        const most = Math.max(...Array.from({ length: 500 }, (_, i) => on(addDays(today, i))))
        expect(most).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })
})
