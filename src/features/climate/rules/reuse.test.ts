import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceKinds, type DeviceKind } from '../../devices/rules/kinds.ts'
import { avoidedForFleet } from './fleet-impact.ts'
import { figuresOf, reuseKinds, reuseOf, type HeardContent } from './reuse.ts'
import { summaryOf, totalOf, type ReuseCount } from './summary.ts'

const at = new Date('2026-03-12T09:00:00Z')
const about = { deviceKind: 'laptop' as DeviceKind, ownerId: 'owner' }

describe('an entry of the journal', () => {
  it.each<[string, string, HeardContent, object | null]>([
    [
      'a sale',
      'disposition.outcomeDecided',
      { ...about, step: 'resale', secondLife: true, life: 1, set: { life: 2 } },
      { kind: 'sold', life: 2, displacement: 'market' },
    ],
    [
      'a donation',
      'disposition.outcomeDecided',
      { ...about, step: 'donation', secondLife: true, life: 1, set: { life: 2 } },
      { kind: 'donated', life: 2, displacement: 'unknown' },
    ],
    [
      'recycling',
      'disposition.outcomeDecided',
      { ...about, step: 'recycling', secondLife: false, life: 2 },
      { kind: 'failed', life: 3 },
    ],
    [
      'the way into the pool',
      'disposition.outcomeDecided',
      { ...about, step: 'internalReuse', secondLife: false, life: 1 },
      null,
    ],
    [
      'a first hand-out',
      'custody.handedOut',
      { ...about, secondLife: false, set: { life: 1 } },
      null,
    ],
    [
      'a second hand-out',
      'custody.handedOut',
      { ...about, secondLife: true, set: { life: 2 } },
      { kind: 'redeployed', displacement: 'unknown' },
    ],
    [
      'one against a need',
      'custody.handedOut',
      { ...about, secondLife: true, set: { life: 2 }, needId: 'need' },
      { kind: 'redeployed', displacement: 'documented', needId: 'need' },
    ],
    ['a return', 'returns.received', { ...about, secondLife: true, set: { life: 2 } }, null],
  ])('of %s', (_what, kind, content, expected) => {
    const reuse = reuseOf(kind, content)
    if (expected === null) expect(reuse).toBeNull()
    else expect(reuse).toMatchObject(expected)
  })

  it('counts only at a recorded second life, never at a return (law 5)', () => {
    const content = fc.record({
      deviceKind: fc.constantFrom(...deviceKinds),
      ownerId: fc.constant('owner'),
      secondLife: fc.boolean(),
      step: fc.constantFrom('internalReuse', 'resale', 'donation', 'parts', 'recycling', ''),
      life: fc.integer({ min: 1, max: 3 }),
      set: fc.record({ life: fc.integer({ min: 2, max: 4 }) }),
    })
    const kinds = [
      'custody.handedOut',
      'disposition.outcomeDecided',
      'custody.handedIn',
      'returns.received',
      'erasure.erased',
      'grading.graded',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...kinds), content, (kind, heard) => {
        const reuse = reuseOf(kind, heard)
        if (!reuse || reuse.kind === 'failed') return
        expect(heard.secondLife).toBe(true)
        expect(['custody.handedOut', 'disposition.outcomeDecided']).toContain(kind)
      }),
    )
  })

  it('of handling in vain never avoids anything', () => {
    const reuse = reuseOf('disposition.outcomeDecided', { ...about, step: 'parts', life: 1 })!
    const { figure, legacyKg } = figuresOf(reuse, at)
    expect(figure!.net).toBeLessThan(0)
    expect(legacyKg).toBeNull()
  })

  it.each<[DeviceKind, boolean]>([
    ['laptop', true],
    ['dock', true],
    ['switch', false],
    ['television', false],
    ['accessory', false],
    ['other', false],
  ])('of a %s has a figure: %s', (deviceKind, expected) => {
    const content = { ...about, deviceKind, step: 'resale', secondLife: true, set: { life: 2 } }
    const reuse = reuseOf('disposition.outcomeDecided', content)!
    expect(figuresOf(reuse, at).figure !== null).toBe(expected)
  })
})

describe('a summary', () => {
  const sold = (category: DeviceKind, count: number): ReuseCount => ({
    category,
    kind: 'sold',
    displacement: 'market',
    count,
  })

  it('of nine years in a municipality gives the diploma, with our own interval beside it', () => {
    const summary = summaryOf(
      [sold('desktop', 1150), sold('laptop', 2507), sold('monitor', 1300), sold('smartphone', 350)],
      '2026-03-12',
    )
    expect(summary.legacy).toMatchObject({
      kg: 361_083,
      diploma: { fridgeYears: 34_664, laps: 52 },
    })
    expect(summary.total!.low).toBeLessThan(summary.total!.net)
    expect(summary.count).toBe(5307)
  })

  it('takes one interval for the whole: narrower than the sum of its categories', () => {
    const { total, categories } = summaryOf(
      [sold('laptop', 100), sold('monitor', 100)],
      '2026-03-12',
    )
    const lows = categories.reduce((sum, each) => sum + each.figure!.low, 0)
    expect(total!.low).toBeGreaterThan(lows)
    const nets = categories.reduce((sum, each) => sum + each.figure!.net, 0)
    expect(total!.net).toBeCloseTo(nets, 6)
    const alone = avoidedForFleet([
      {
        kind: 'laptop',
        displacement: 'market',
        secondLives: { kind: 'sold', count: 100, on: '2026-03-12' },
      },
    ])
    expect(alone.ok && alone.value.low).toBe(categories[0]!.figure!.low)
  })

  it('is the same total when the counts come in parts, as of several months', () => {
    const count = fc.record({
      category: fc.constantFrom(...deviceKinds),
      kind: fc.constantFrom(...reuseKinds),
      displacement: fc.constantFrom('market' as const, 'documented' as const, 'unknown' as const),
      count: fc.integer({ min: 1, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(count, { maxLength: 12 }), (counts) => {
        const parts = counts.flatMap((one) =>
          one.count > 1
            ? [
                { ...one, count: 1 },
                { ...one, count: one.count - 1 },
              ]
            : [one],
        )
        const [whole, split] = [summaryOf(counts, '2026-03-12'), totalOf(parts, '2026-03-12')]
        expect(split.count).toBe(whole.count)
        expect(split.figure === null).toBe(whole.total === null)
        for (const bound of ['net', 'low', 'high'] as const)
          expect(split.figure?.[bound] ?? 0).toBeCloseTo(whole.total?.[bound] ?? 0, 4)
      }),
    )
  })

  it('leaves kinds without a factor out of the figure and says how many', () => {
    const summary = summaryOf(
      [sold('laptop', 2), sold('accessory', 3), sold('switch', 4)],
      '2026-03-12',
    )
    expect(summary).toMatchObject({ count: 9, withoutFactor: 7, legacyNotCounted: 7 })
    expect(summary.total).toEqual(summaryOf([sold('laptop', 2)], '2026-03-12').total)
  })

  it('of nothing has no figure', () => {
    expect(summaryOf([], '2026-03-12')).toMatchObject({ count: 0, total: null, legacy: { kg: 0 } })
  })

  it('counts every device in exactly one category, and failures lower the net', () => {
    const count = fc.record({
      category: fc.constantFrom(...deviceKinds),
      kind: fc.constantFrom(...reuseKinds),
      count: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.array(count, { maxLength: 12 }), (rows) => {
        const counts = rows.map((row) => ({ ...row, displacement: 'unknown' as const }))
        const summary = summaryOf(counts, '2026-03-12')
        const reused = counts.filter((row) => row.kind !== 'failed')
        expect(summary.count).toBe(reused.reduce((sum, row) => sum + row.count, 0))
        expect(summary.categories.reduce((sum, each) => sum + each.count, 0)).toBe(summary.count)
        const without = summaryOf(reused, '2026-03-12')
        if (summary.total && without.total)
          expect(summary.total.net).toBeLessThanOrEqual(without.total.net + 1e-6)
      }),
    )
  })
})
