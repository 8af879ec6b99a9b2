import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkParts, priceOf, type PriceParts } from './price.ts'

const parts: PriceParts = {
  purchaseOre: 1_149_000,
  residualOre: 240_000,
  returnBasisPoints: 9_500,
  months: 36,
  interestBasisPoints: 310,
  supportOre: 6_500,
  handlingOre: 42_000,
  roundTo: 'krona',
}
const bare: PriceParts = {
  ...parts,
  residualOre: 0,
  returnBasisPoints: 0,
  interestBasisPoints: 0,
  supportOre: 0,
  handlingOre: 0,
  roundTo: 'ore',
}

describe('the monthly price', () => {
  it('is reckoned as an economist would with pen and paper', () => {
    // 2 400 × 95 % = 2 280; (11 490 − 2 280) / 36 = 255,83…; (11 490 + 2 280) / 2 × 3,10 % / 12
    // = 17,786…; 420 / 36 = 11,67; with 65 of support 350,29, which is 350 whole kronor.
    expect(priceOf(parts)).toEqual({
      rule: 'omlopp-service-price/1',
      expectedResidualOre: 228_000,
      lines: [
        { line: 'depreciation', ore: 25_583 },
        { line: 'finance', ore: 1_779 },
        { line: 'support', ore: 6_500 },
        { line: 'handling', ore: 1_167 },
        { line: 'rounding', ore: -29 },
      ],
      roundings: [
        { name: 'depreciation', addedMilliOre: -333 },
        { name: 'finance', addedMilliOre: 375 },
        { name: 'handling', addedMilliOre: 333 },
        { name: 'price', addedMilliOre: -29_000 },
      ],
      priceOre: 35_000,
    })
  })

  it.each([
    ['nothing but the device', bare, 31_917],
    ['a device that is given', { ...bare, purchaseOre: 0 }, 0],
    ['half an öre goes upwards', { ...bare, purchaseOre: 1, months: 2 }, 1],
    ['less than half goes away', { ...bare, purchaseOre: 1, months: 3 }, 0],
    [
      'all come back at full value',
      { ...bare, residualOre: 1_149_000, returnBasisPoints: 10_000 },
      0,
    ],
    ['none come back: the residual value is nothing', { ...bare, residualOre: 1_149_000 }, 31_917],
    ['whole kronor, half a krona upwards', { ...bare, supportOre: 83, roundTo: 'krona' }, 32_000],
    ['one month', { ...bare, months: 1 }, 1_149_000],
  ] as const)('%s', (_, given, price) => {
    expect(priceOf(given).priceOre).toBe(price)
  })

  it('names no rounding where nothing was rounded', () => {
    expect(priceOf({ ...bare, purchaseOre: 36_000 }).roundings).toEqual([])
  })

  it('refuses a residual value above the purchase price', () => {
    expect(checkParts({ ...parts, residualOre: 1_149_001 })?.code).toBe('residual-above-purchase')
    expect(checkParts({ ...parts, residualOre: 1_149_000 })).toBeNull()
  })
})

const anyParts = fc
  .record({
    purchaseOre: fc.integer({ min: 0, max: 1_000_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    returnBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    months: fc.integer({ min: 1, max: 120 }),
    interestBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    supportOre: fc.integer({ min: 0, max: 1_000_000_000 }),
    handlingOre: fc.integer({ min: 0, max: 1_000_000_000 }),
    roundTo: fc.constantFrom('ore' as const, 'krona' as const),
  })
  .map(({ share, ...rest }) => ({ ...rest, residualOre: Math.floor(rest.purchaseOre * share) }))

describe('for any parts', () => {
  it('the lines are whole öre and add up to the price', () => {
    fc.assert(
      fc.property(anyParts, (given) => {
        const { lines, priceOre } = priceOf(given)
        expect(lines.every(({ ore }) => Number.isSafeInteger(ore))).toBe(true)
        expect(lines.reduce((sum, { ore }) => sum + ore, 0)).toBe(priceOre)
        expect(priceOre).toBeGreaterThanOrEqual(0)
        if (given.roundTo === 'krona') expect(priceOre % 100).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })

  it('each line is what exact arithmetic gives, rounded once', () => {
    // The same sums in whole numbers without a limit, so that no quotient is ever a fraction.
    const half = (n: bigint, d: bigint) => Number((2n * n + d) / (2n * d))
    fc.assert(
      fc.property(anyParts, (given) => {
        const [purchase, residual, months] = [
          BigInt(given.purchaseOre),
          BigInt(given.residualOre) * BigInt(given.returnBasisPoints),
          BigInt(given.months),
        ]
        const expected = half(residual, 10_000n)
        const result = priceOf(given)
        const at = (line: string) => result.lines.find((one) => one.line === line)!.ore
        expect(result.expectedResidualOre).toBe(expected)
        expect(at('depreciation')).toBe(half(purchase - BigInt(expected), months))
        const tied = (purchase + BigInt(expected)) * BigInt(given.interestBasisPoints)
        expect(at('finance')).toBe(half(tied, 240_000n))
        expect(at('handling')).toBe(half(BigInt(given.handlingOre), months))
      }),
      { numRuns: 2000 },
    )
  })

  it('over the term the roundings shift the sum by at most half a unit a month and line', () => {
    fc.assert(
      fc.property(anyParts, (given) => {
        const { roundings } = priceOf(given)
        for (const { name, addedMilliOre } of roundings)
          expect(Math.abs(addedMilliOre)).toBeLessThanOrEqual(name === 'price' ? 50_000 : 500)
      }),
    )
  })

  it('a device that is likelier to come back never costs more, but for the interest', () => {
    fc.assert(
      fc.property(anyParts, fc.integer({ min: 0, max: 10_000 }), (given, other) => {
        const free = { ...given, interestBasisPoints: 0 }
        const [low, high] = [given.returnBasisPoints, other].toSorted((a, b) => a - b)
        expect(priceOf({ ...free, returnBasisPoints: high! }).priceOre).toBeLessThanOrEqual(
          priceOf({ ...free, returnBasisPoints: low! }).priceOre,
        )
      }),
    )
  })
})
