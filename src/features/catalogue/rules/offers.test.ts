import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionKeys, criterionShape, type KnownModel } from './criteria.ts'
import {
  checkStated,
  compareOffers,
  decideChoice,
  orderCriteria,
  type Criterion,
  type Offer,
} from './offers.ts'

const on = '2026-03-12'
const must = (key: Criterion['key'], least: Criterion['least']): Criterion => ({
  ...{ key, least, compulsory: true, weight: 0 },
})
const good = (key: Criterion['key'], least: Criterion['least'], weight: number): Criterion => ({
  ...{ key, least, compulsory: false, weight },
})
const offer = (id: string, stated: Offer['stated'], monthPriceOre = 30_000): Offer => ({
  ...{ id, stated, monthPriceOre, model: null },
})
const model: KnownModel = {
  specs: { memoryGb: 16, storageGb: 512, screenInches: 14, osFamily: 'windows' },
  requirements: { takeBack: 'free', recycledContentPercent: null },
  labels: [
    { scheme: 'tcoCertified', level: '10', validUntilOn: '2026-03-11' },
    { scheme: 'tcoCertified', level: '9', validUntilOn: '2027-01-01' },
  ],
}

describe('comparing offers', () => {
  it('stops an offer at each compulsory requirement, unknown said as unknown', () => {
    const criteria = [must('memoryGb', 16), must('takeBack', 'free'), good('storageGb', 512, 10)]
    const [whole, silent, poor] = compareOffers(
      criteria,
      [
        offer('whole', { memoryGb: 32, takeBack: 'bought', storageGb: 256 }),
        offer('silent', { memoryGb: 16, takeBack: null, storageGb: 512 }),
        offer('poor', { memoryGb: 8, takeBack: 'charged', storageGb: 512 }),
      ],
      on,
    )
    expect(whole).toMatchObject({ stoppedBy: [], points: 0, ofPoints: 10, place: 1 })
    expect(silent).toMatchObject({ stoppedBy: ['takeBack'], points: 10, place: null })
    expect(silent!.judged[1]).toEqual({
      ...{ key: 'takeBack', value: null, from: null, verdict: 'unknown' },
    })
    expect(poor).toMatchObject({ stoppedBy: ['memoryGb', 'takeBack'], place: null })
    const judged = [whole!, silent!, poor!]
    expect(decideChoice(judged, 'whole')).toBeNull()
    expect(decideChoice(judged, 'silent')).toMatchObject({
      code: 'requirement-unknown',
      details: { requirement: 'takeBack' },
    })
    expect(decideChoice(judged, 'poor')).toMatchObject({
      code: 'requirement-unmet',
      details: { requirement: 'memoryGb' },
    })
    expect(decideChoice(judged, 'none')?.code).toBe('offer-not-found')
  })

  it('reads from the catalogue what the offer does not state, and no expired label', () => {
    const criteria = [
      good('memoryGb', 16, 1),
      good('takeBack', 'bought', 1),
      good('recycledContentPercent', 10, 1),
      good('tcoCertified', '10', 1),
      good('warrantyMonths', 36, 1),
    ]
    const [read] = compareOffers(
      criteria,
      [{ ...offer('a', { takeBack: 'bought', warrantyMonths: 36 }), model }],
      on,
    )
    expect(read!.judged.map(({ value, from, verdict }) => [value, from, verdict])).toEqual([
      [16, 'catalogue', 'met'],
      ['bought', 'offer', 'met'],
      [null, null, 'unknown'],
      ['9', 'catalogue', 'notMet'],
      [36, 'offer', 'met'],
    ])
    expect(read).toMatchObject({ points: 3, ofPoints: 5 })
  })

  it('places by points, then by price; equals share a place', () => {
    const criteria = [good('memoryGb', 16, 60), good('storageGb', 512, 40)]
    const both = { memoryGb: 16, storageGb: 512 }
    const places = compareOffers(
      criteria,
      [
        offer('dear', both, 40_000),
        offer('cheap', both, 30_000),
        offer('same', both, 40_000),
        offer('less', { memoryGb: 16 }, 10_000),
      ],
      on,
    ).map(({ place }) => place)
    expect(places).toEqual([2, 1, 2, 4])
  })

  it.each([
    ['criterion-repeated', [must('memoryGb', 16), good('memoryGb', 32, 10)]],
    ['value-not-valid', [must('takeBack', 'often')]],
    ['value-not-valid', [must('osSupportUntilOn', '2030-02-30')]],
    ['weight-missing', [good('memoryGb', 16, 0)]],
  ] as const)('refuses %s', (code, criteria) => {
    expect(orderCriteria(criteria)).toMatchObject({ ok: false, code })
  })

  it('puts the compulsory first and gives them no weight', () => {
    const ordered = orderCriteria([
      good('storageGb', 512, 10),
      { ...must('memoryGb', 16), weight: 5 },
    ])
    expect(ordered).toEqual({
      ok: true,
      value: [must('memoryGb', 16), good('storageGb', 512, 10)],
    })
  })

  it('refuses an offer that states what is no value', () => {
    expect(checkStated({ epeat: 'platinum' })?.details['requirement']).toBe('epeat')
    expect(checkStated({ epeat: null, memoryGb: 8 })).toBeNull()
  })
})

describe('for any offers', () => {
  const value = (key: Criterion['key']): fc.Arbitrary<string | number> => {
    const shape = criterionShape(key)
    if (shape.type === 'steps') return fc.constantFrom(...shape.steps)
    if (shape.type === 'oneOf') return fc.constantFrom(...shape.values)
    if (shape.type === 'day') return fc.constantFrom('2027-01-01', '2029-06-30', '2031-12-31')
    return fc.integer({ min: 1, max: 100 })
  }
  const keys = fc.uniqueArray(fc.constantFrom(...criterionKeys), { minLength: 1, maxLength: 8 })
  const case_ = keys.chain((some) =>
    fc.record({
      criteria: fc.tuple(
        ...some.map((key) =>
          fc.record({
            key: fc.constant(key),
            least: value(key),
            compulsory: fc.boolean(),
            weight: fc.integer({ min: 1, max: 100 }),
          }),
        ),
      ),
      offers: fc.array(
        fc.record({
          price: fc.integer({ min: 0, max: 3 }),
          stated: fc.record(
            Object.fromEntries(some.map((key) => [key, fc.option(value(key))])) as object,
          ),
        }),
        { maxLength: 5 },
      ),
    }),
  )

  it('only one whose compulsory requirements are all met can be chosen, and it has a place', () => {
    fc.assert(
      fc.property(case_, ({ criteria, offers }) => {
        const given = offers.map(({ stated, price }, index) => offer(`${index}`, stated, price))
        const judged = compareOffers(criteria, given, on)
        for (const one of judged) {
          const unmet = one.judged.filter(
            ({ verdict }, index) => criteria[index]!.compulsory && verdict !== 'met',
          )
          expect(decideChoice(judged, one.id) === null).toBe(unmet.length === 0)
          expect(one.place === null).toBe(unmet.length > 0)
          expect(one.stoppedBy).toEqual(unmet.map(({ key }) => key))
          expect(one.points).toBeLessThanOrEqual(one.ofPoints)
        }
        const may = judged.filter(({ place }) => place !== null)
        if (may.length > 0) {
          expect(Math.min(...may.map(({ place }) => place!))).toBe(1)
          const first = may.find(({ place }) => place === 1)!
          expect(may.every(({ points }) => points <= first.points)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
