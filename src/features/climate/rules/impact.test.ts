import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equivalentsOf, legacyEquivalentsOf, roundAsDiploma } from './equivalences.ts'
import { factors202611, deviceCategories } from './factors/2026-11.ts'
import { avoided, mainDriver, transportKg, type ImpactLine } from './impact.ts'
import { legacyFigure } from './inrego-legacy.ts'
import { avoidedByExtension, lifeCycle } from './life-cycle.ts'
import { completeLine, type KnownLine } from './lines.ts'
import { defaultParameters, displacements, ownFootprintRange } from './parameters.ts'

const line = (known: KnownLine): ImpactLine => {
  const complete = completeLine(known)
  if (!complete.ok) throw new Error(complete.code)
  return complete.value
}

const anyLine: fc.Arbitrary<ImpactLine> = fc
  .record({
    category: fc.constantFrom(...deviceCategories),
    displacement: fc.constantFrom(...displacements),
    reused: fc.integer({ min: 0, max: 5000 }),
    failed: fc.integer({ min: 0, max: 500 }),
    oldKwhPerYear: fc.integer({ min: 0, max: 2000 }),
    newKwhPerYear: fc.integer({ min: 0, max: 2000 }),
    massKg: fc.integer({ min: 0, max: 40 }),
    partsKg: fc.integer({ min: 0, max: 200 }),
    airKm: fc.integer({ min: 0, max: 12_000 }),
  })
  .map(({ failed, ...known }) => line({ ...known, handled: known.reused + failed }))
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 6 })
const scale = (kg: number) => 1e-9 * Math.max(1, Math.abs(kg))

describe('avoided emissions', () => {
  it('lie within their interval, and the two shares make the whole', () => {
    fc.assert(
      fc.property(anyLines, fc.double({ min: 0, max: 1, noNaN: true }), (lines, supplierShare) => {
        const impact = avoided(lines, { ...defaultParameters, supplierShare })
        expect(impact.lowKg).toBeLessThanOrEqual(impact.netKg)
        expect(impact.highKg).toBeGreaterThanOrEqual(impact.netKg)
        expect(Math.abs(impact.supplierKg + impact.buyerKg - impact.netKg)).toBeLessThanOrEqual(
          scale(impact.netKg),
        )
      }),
    )
  })

  it('double with the devices, interval and all: more devices do not narrow it', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const once = avoided(lines, defaultParameters)
        const twice = avoided([...lines, ...lines], defaultParameters)
        for (const key of ['netKg', 'lowKg', 'highKg', 'ivlComparableKg'] as const)
          expect(Math.abs(twice[key] - 2 * once[key])).toBeLessThanOrEqual(scale(1e3 * once.highKg))
      }),
    )
  })

  it('are minus the burden when nothing got a second life', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const none = lines.map((each) => ({ ...each, reused: 0 }))
        const impact = avoided(none, defaultParameters)
        expect(impact.netKg).toBe(0 - impact.burdenKg)
        expect(impact.netKg).toBeLessThanOrEqual(0)
        expect(impact.perSecondLifeYearKg).toBeNull()
      }),
    )
  })

  it('are never greater on a weaker ground for displacement', () => {
    fc.assert(
      fc.property(anyLine, (each) => {
        const of = (displacement: ImpactLine['displacement']) =>
          avoided([{ ...each, displacement }], defaultParameters).netKg
        expect(of('documented')).toBeGreaterThanOrEqual(of('market'))
        expect(of('market')).toBeGreaterThanOrEqual(of('unknown'))
      }),
    )
  })

  it('credit no more than one whole new device, however long the second life', () => {
    const long = line({
      category: 'laptop',
      reused: 1,
      displacement: 'documented',
      secondUseYears: 50,
    })
    expect(avoided([long], defaultParameters).avoidedEmbodiedKg).toBeCloseTo(241.5, 9)
  })

  it('name the input that moves them most', () => {
    const of = (known: Partial<KnownLine>) =>
      mainDriver(
        avoided(
          [line({ category: 'laptop', reused: 1, displacement: 'market', ...known })],
          defaultParameters,
        ).sensitivity,
      )
    expect(of({})).toBe('d')
    expect(of({ displacement: 'documented' })).toBe('P:laptop')
    expect(of({ oldKwhPerYear: 300 })).toBe('ef')
    expect(of({ reused: 0, handled: 4 })).toBe('b_proc')
  })

  it('count freight by the weight with packaging', () => {
    expect(transportKg({ massKg: 1.65 }, defaultParameters)).toBeCloseTo(0.4351875, 9)
    const flown = transportKg({ massKg: 1.65, roadKm: 0, airKm: 9000 }, defaultParameters)
    expect(flown).toBeCloseTo(((1.65 * 1.25) / 1000) * 9000 * 1.014, 9)
  })
})

describe('a maker’s own footprint', () => {
  it('has 20 % error when none or nought is stated, and never a negative low end', () => {
    expect(ownFootprintRange(200).low).toBeCloseTo(134.2, 9)
    expect(ownFootprintRange(200, 0)).toEqual(ownFootprintRange(200))
    expect(ownFootprintRange(200, 0.1).high).toBeCloseTo(232.9, 9)
    expect(ownFootprintRange(200, 0.9).low).toBe(0)
  })
})

describe('the whole life of a device', () => {
  const laptop = factors202611.devices.laptop
  const device = { ...laptop, massKg: laptop.massKg! }
  const first = { years: 5, kwhPerYear: 18, refurbished: false }

  it('is production, use, and refurbishing before each later life', () => {
    const one = lifeCycle(device, [first], defaultParameters)
    expect(one.totalKg).toBeCloseTo(241.5 + 5 * 18 * 0.059, 9)
    const two = lifeCycle(
      device,
      [first, { years: 3, kwhPerYear: 18, refurbished: true, partsKg: 8 }],
      defaultParameters,
    )
    expect(two.totalKg - one.totalKg).toBeCloseTo(3 * 18 * 0.059 + 2.4351875 + 8, 9)
    expect(two.years).toBe(8)
    expect(two.perYearKg!).toBeLessThan(one.perYearKg!)
  })

  it('has no yearly figure before it is used', () => {
    expect(lifeCycle(device, [], defaultParameters).perYearKg).toBeNull()
  })

  it('lengthened by a year in the same hands avoids a fifth of a new laptop', () => {
    const extension = {
      ...laptop,
      extraYears: 1,
      displacement: 'documented' as const,
      oldKwhPerYear: 18,
      newKwhPerYear: 18,
      partsKg: 0,
    }
    expect(avoidedByExtension(extension, defaultParameters)).toBeCloseTo(241.5 / 5, 9)
    expect(avoidedByExtension({ ...extension, partsKg: 93 }, defaultParameters)).toBeLessThan(0)
    // The old one draws its power whether or not a new one would have been bought.
    expect(
      avoidedByExtension(
        { ...extension, displacement: 'market', oldKwhPerYear: 30 },
        defaultParameters,
      ),
    ).toBeCloseTo(0.7 * (241.5 / 5 + 18 * 0.059) - 30 * 0.059, 9)
  })
})

describe('the profile Inrego legacy', () => {
  const nineYears = { desktop: 1150, laptop: 2507, monitor: 1300, smartphone: 350 }

  it('gives the municipality 361 083 kg, 34 664 refrigerator-years and 52 laps', () => {
    expect(legacyFigure(nineYears)).toEqual({
      kg: 361_083,
      diploma: { fridgeYears: 34_664, laps: 52, apartmentYears: 1444 },
    })
  })

  it('prints the other published texts from the same factors', () => {
    const printed = (kg: number) => roundAsDiploma(legacyEquivalentsOf(kg))
    expect(printed(2_800_000)).toEqual({ fridgeYears: 268_800, laps: 404, apartmentYears: 11_200 })
    expect(printed(102_083)).toMatchObject({ fridgeYears: 9800, apartmentYears: 408 })
  })

  // Checked by a second program written from the formulas alone.
  it('stands beside what omlopp-impact/1 says of the same devices, with its interval', () => {
    const lines = Object.entries(nineYears).map(([category, reused]) =>
      line({ category, reused, displacement: 'market' }),
    )
    const impact = avoided(lines, defaultParameters)
    expect(impact.netKg).toBeCloseTo(536_831.549, 2)
    expect(impact.lowKg).toBeCloseTo(80_921.047, 2)
    expect(impact.highKg).toBeCloseTo(909_078.049, 2)
    expect(mainDriver(impact.sensitivity)).toBe('d')
  })
})

describe('equivalents', () => {
  it('take the car fleet and the refrigerator with factor and year', () => {
    const { carKm, laps, fridgeYears, car, fridge } = equivalentsOf(14_600)
    expect(carKm).toBeCloseTo(100_000, 6)
    expect(laps).toBeCloseTo(100_000 / 40_075, 9)
    expect(fridgeYears).toBeCloseTo(14_600 / 14.75, 9)
    expect([car.year, fridge.year]).toEqual([2019, 2025])
  })
})
