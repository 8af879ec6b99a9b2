import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hierarchyIndex, materialCircularity, zeroWasteRate } from './circularity.ts'

const none = {
  reuseGrams: 0,
  prepareForReuseGrams: 0,
  recyclingGrams: 0,
  recoveryGrams: 0,
  finalDisposalGrams: 0,
}

describe('the waste hierarchy', () => {
  it.each([
    ['reuse', { reuseGrams: 9 }, 1, 1],
    ['preparing for reuse', { prepareForReuseGrams: 9 }, 1, 0.75],
    ['recycling', { recyclingGrams: 9 }, 1, 0.5],
    ['other recovery', { recoveryGrams: 9 }, 0, 0.25],
    ['disposal', { finalDisposalGrams: 9 }, 0, 0],
    ['a mix', { reuseGrams: 6, recyclingGrams: 2, finalDisposalGrams: 2 }, 0.8, 0.7],
    ['nothing', {}, null, null],
  ])('by %s gives its rate and index', (_what, mass, rate, index) => {
    expect(zeroWasteRate({ ...none, ...mass })).toBe(rate)
    expect(hierarchyIndex({ ...none, ...mass })).toBe(index)
  })
})

describe('material circularity', () => {
  const linear = {
    massKg: 2,
    virginKg: 2,
    unrecoverableKg: 2,
    feedstockWasteKg: 0,
    recyclingWasteKg: 0,
    lifetimeRatio: 1,
    intensityRatio: 1,
  }

  it('is a tenth for a linear product of mean life, and more when it lives longer', () => {
    expect(materialCircularity(linear)).toBeCloseTo(0.1, 12)
    expect(materialCircularity({ ...linear, lifetimeRatio: 2 })).toBeCloseTo(0.55, 12)
    expect(materialCircularity({ ...linear, lifetimeRatio: 0.5 })).toBe(0)
    expect(materialCircularity({ ...linear, virginKg: 0, unrecoverableKg: 0 })).toBe(1)
    expect(materialCircularity({ ...linear, massKg: 0 })).toBeNull()
  })

  it('lies from nought to one', () => {
    const kg = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(kg, kg, fc.integer({ min: 1, max: 50 }), (virgin, waste, life) => {
        const mci = materialCircularity({
          ...linear,
          massKg: 100,
          virginKg: virgin,
          unrecoverableKg: waste,
          lifetimeRatio: life / 10,
        })!
        expect(mci).toBeGreaterThanOrEqual(0)
        expect(mci).toBeLessThanOrEqual(1)
      }),
    )
  })
})
