import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { avoidedForDevice, displacementOf, type DeviceFacts } from './device-impact.ts'
import { deviceCategories } from './factors/2026-11.ts'
import { avoidedForFleet, type FleetLine } from './fleet-impact.ts'
import { displacements } from './parameters.ts'

const sold = { kind: 'sold', on: '2026-11-02' } as const
const laptop: DeviceFacts = { kind: 'laptop', secondLife: sold, displacement: 'market' }

const figure = (facts: DeviceFacts) => {
  const result = avoidedForDevice(facts)
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const fleetFigure = (lines: readonly FleetLine[]) => {
  const result = avoidedForFleet(lines)
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const soldMany = (count: number) => ({ ...sold, count })

describe('the figure of one device', () => {
  it('of a laptop on the market says what, between what, why and by which method', () => {
    const it = figure(laptop)
    expect([it.net, it.low, it.high].map((kg) => Math.round(kg * 1e6) / 1e6)).toEqual([
      98.039012, 9.463503, 173.577147,
    ])
    expect(it).toMatchObject({
      driver: 'd',
      method: 'omlopp-impact/1',
      factorVersion: 'omlopp-factors/2026-11',
      category: 'laptop',
      displacement: 'market',
      dataQuality: 3,
      claim: { unit: 'kg', net: 98, low: 9.5, high: 170 },
    })
    expect(it.supplier + it.buyer).toBeCloseTo(it.net, 9)
  })

  it('carries new parts, so that they can cost more than the reuse avoids', () => {
    const repaired = figure({ ...laptop, parts: ['ssd', 'laptop_battery'] })
    expect(repaired.net).toBeCloseTo(figure(laptop).net - 101, 9)
    expect(repaired.net).toBeLessThan(0)
    expect(repaired.claim.net).toBe(-3)
  })

  it('takes own kilometres in place of the method’s', () => {
    const flown = figure({ ...laptop, displacement: 'unknown', transportKm: { air: 9000 } })
    expect(Math.round(flown.net)).toBe(17)
    const near = figure({ ...laptop, transportKm: { road: 0 } })
    expect(near.net).toBeCloseTo(figure(laptop).net + 0.4351875, 9)
  })

  it('takes the model’s own footprint, with its own error and a better data quality', () => {
    const own = { totalKg: 300, manufacturingRatio: 0.8, errorRatio: 0.1, from: 'maker' } as const
    const maker = figure({ ...laptop, ownFootprint: own })
    expect(maker.dataQuality).toBe(1)
    expect(maker.net - figure(laptop).net).toBeCloseTo(0.42 * (240 - 238.6), 9)
    expect(maker.high - maker.low).toBeLessThan(figure(laptop).high - figure(laptop).low)
    expect(figure({ ...laptop, ownFootprint: { ...own, from: 'boavizta' } }).dataQuality).toBe(2)
  })

  it('calls a cited or assumed row by its data quality', () => {
    const quality = (kind: DeviceFacts['kind']) => figure({ ...laptop, kind }).dataQuality
    expect(quality('monitor')).toBe(3)
    expect(quality('dock')).toBe(4)
    expect(quality('router')).toBe(4)
  })

  it('is refused where the factors have no use, unless the use is known', () => {
    const facts: DeviceFacts = { ...laptop, kind: 'switch' }
    expect(avoidedForDevice(facts)).toMatchObject({ ok: false, code: 'value-missing' })
    expect(avoidedForDevice({ ...facts, kwhPerYear: { old: 300, new: 250 } }).ok).toBe(true)
  })

  it('of what the computer powers holds no use of its own', () => {
    for (const kind of ['dock', 'headset', 'keyboard', 'mouse', 'webcam'] as const)
      expect(figure({ ...laptop, kind }).net).toBe(
        figure({ ...laptop, kind, kwhPerYear: { old: 0, new: 0 } }).net,
      )
  })

  it.each([
    ['a day that is none', { secondLife: { ...sold, on: '2026-02-30' } }, 'day-not-valid'],
    [
      'a redeployment called documented without a need',
      { secondLife: { ...sold, kind: 'redeployed' }, displacement: 'documented' },
      'need-not-named',
    ],
    ['a negative distance', { transportKm: { air: -1 } }, 'number-out-of-range'],
    ['a weight that is no number', { massKg: Number.NaN }, 'number-out-of-range'],
    [
      'more manufacturing than the whole',
      { ownFootprint: { totalKg: 300, manufacturingRatio: 80, from: 'maker' } },
      'number-out-of-range',
    ],
  ] as const)('is refused for %s', (_what, change, code) => {
    expect(avoidedForDevice({ ...laptop, ...change })).toMatchObject({ ok: false, code })
  })

  it('cannot be asked for without a second life', () => {
    // @ts-expect-error a device that was only sent, received or erased has none
    const ask = () => avoidedForDevice({ kind: 'laptop', displacement: 'market' })
    expect(ask).toThrow()
  })

  it('takes as evidence only what is known of the second life', () => {
    expect(displacementOf(sold)).toBe('market')
    expect(displacementOf({ ...sold, kind: 'donated' })).toBe('unknown')
    expect(displacementOf({ ...sold, kind: 'redeployed' })).toBe('unknown')
    expect(displacementOf({ ...sold, kind: 'redeployed', need: 'B-1042' })).toBe('documented')
  })
})

describe('the figure of many devices', () => {
  const measured = deviceCategories.filter(
    (kind) => avoidedForDevice({ ...laptop, kind }).ok && kind !== 'server',
  )
  const anyLine: fc.Arbitrary<FleetLine> = fc.record({
    kind: fc.constantFrom(...measured),
    displacement: fc.constantFrom(...displacements),
    secondLives: fc.integer({ min: 0, max: 900 }).map(soldMany),
    failed: fc.integer({ min: 0, max: 90 }),
  })
  const anyFleet = fc.array(anyLine, { minLength: 1, maxLength: 8 })

  it('is the sum of its lines by data quality, within its interval, in one whole', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const whole = fleetFigure(fleet)
        const byQuality = Object.values(whole.byDataQuality).reduce((sum, kg) => sum + kg, 0)
        expect(byQuality).toBeCloseTo(whole.net, 3)
        expect(whole.supplier + whole.buyer).toBeCloseTo(whole.net, 3)
        expect(whole.low).toBeLessThanOrEqual(whole.net)
        expect(whole.high).toBeGreaterThanOrEqual(whole.net)
        expect(whole.claim.low).toBeLessThanOrEqual(whole.claim.net)
        expect(whole.claim.high).toBeGreaterThanOrEqual(whole.claim.net)
      }),
    )
  })

  it('of one device is that device’s figure', () => {
    const { category: _c, displacement: _d, dataQuality: _q, ...one } = figure(laptop)
    const fleet = fleetFigure([
      { kind: 'laptop', displacement: 'market', secondLives: soldMany(1) },
    ])
    expect(fleet).toMatchObject(one)
    expect(fleet.byDataQuality).toEqual({ 1: 0, 2: 0, 3: one.net, 4: 0 })
    expect(fleet.carbonCoverage).toBe(0)
  })

  it('lets failed devices carry their burden, also when none was reused', () => {
    const failed = fleetFigure([
      { kind: 'laptop', displacement: 'market', secondLives: soldMany(0), failed: 10 },
    ])
    expect(failed.net).toBeCloseTo(-24.351875, 9)
    expect([failed.reused, failed.handled, failed.carbonCoverage]).toEqual([0, 10, null])
  })

  it('tells the share counted on the model’s own figures', () => {
    const line: FleetLine = { kind: 'laptop', displacement: 'market', secondLives: soldMany(5) }
    const own = { totalKg: 298.25, manufacturingRatio: 0.8, from: 'maker' } as const
    const half = fleetFigure([line, { ...line, ownFootprint: own }])
    expect(half.carbonCoverage).toBeCloseTo(0.5, 9)
  })

  it('points at the line that is wrong', () => {
    const line: FleetLine = { kind: 'laptop', displacement: 'market', secondLives: soldMany(1) }
    expect(avoidedForFleet([])).toMatchObject({ ok: false, code: 'no-lines' })
    expect(avoidedForFleet([line, { ...line, failed: -1 }])).toMatchObject({
      code: 'number-out-of-range',
      details: { field: 'lines/1/failed' },
    })
    expect(avoidedForFleet([{ ...line, secondLives: soldMany(1.5) }])).toMatchObject({
      details: { field: 'lines/0/secondLives/count' },
    })
  })
})
