import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failing, totalOf, type MatchDevice, type MatchNeed } from './matching.ts'
import { match, type MatchInput } from './proposals.ts'

const need: MatchNeed = {
  ...{ id: 'n', kind: 'laptop', leastMemoryGb: 16, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null, placeId: 'school', neededFromOn: '2026-08-01' },
}
const device: MatchDevice = {
  ...{ id: 'd', kind: 'laptop', dataState: 'erased', grade: 'B', placeId: 'school' },
  ...{ memoryGb: 16, storageGb: 256, screenInches: 14, osFamily: 'windows', valueOre: null },
  ...{ cpu: 'Intel Core i5-1245U', cpuCores: 10 },
}
const today = '2026-07-01'

describe('a device for a need', () => {
  it.each([
    ['one that fits', need, device, null],
    ['another kind', need, { ...device, kind: 'tablet' }, 'kind'],
    ['one that may hold data (law 2)', need, { ...device, dataState: 'holdsData' }, 'dataProven'],
    ['one past use', need, { ...device, grade: 'E' }, 'grade'],
    ['too little memory', need, { ...device, memoryGb: 8 }, 'memory'],
    ['memory that nobody knows', need, { ...device, memoryGb: null }, 'memory'],
    [
      'enough cores of a young processor',
      { ...need, leastCores: 10, leastProcessorYear: 2021 },
      device,
      null,
    ],
    ['too few cores', { ...need, leastCores: 12 }, device, 'cores'],
    ['cores that nobody knows', { ...need, leastCores: 2 }, { ...device, cpuCores: null }, 'cores'],
    ['too old a processor', { ...need, leastProcessorYear: 2022 }, device, 'processor'],
    [
      'a processor that does not say its generation',
      { ...need, leastProcessorYear: 2017 },
      { ...device, cpu: 'Intel Core i5' },
      'processor',
    ],
    ['no processor, where none is asked', need, { ...device, cpu: null, cpuCores: null }, null],
    ['another system', { ...need, osFamily: 'macos' }, device, 'system'],
    [
      'one that comes in time',
      { ...need, neededFromOn: '2026-07-04' },
      { ...device, placeId: 'depot' },
      null,
    ],
    [
      'one that comes too late',
      { ...need, neededFromOn: '2026-07-03' },
      { ...device, placeId: 'depot' },
      'inTime',
    ],
    ['one on the spot the same day', { ...need, neededFromOn: '2026-07-01' }, device, null],
  ] as const)('%s', (_, asked, given, condition) => {
    expect(failing(asked, given as MatchDevice, today)).toBe(condition)
  })
})

const inputOf = (
  needs: readonly MatchNeed[],
  devices: readonly MatchDevice[],
  wishes: MatchInput['wishes'] = [],
): MatchInput => ({
  ...{ needs, devices, wishes, today, carbonPriceOre: 250 },
  makingOf: () => ({ newOre: 1_200_000, newKg: 212.5 }),
})

describe('a match', () => {
  it('spares the better device for who asks for it', () => {
    const good = { ...device, id: 'good', grade: 'A' as const, memoryGb: 32 }
    const plain = { ...device, id: 'plain' }
    const big = { ...need, id: 'big', leastMemoryGb: 32 }
    const found = match(inputOf([need, big], [good, plain]))
    expect(found.proposals.map((one) => one.deviceId)).toEqual(['plain', 'good'])
    expect(found.met).toBe(2)
    // 35 % and 45 % of 12 000 kr.
    expect(found.totalOre).toBe(420_000 + 540_000)
  })

  it('counts what is not met as bought new, with its climate', () => {
    const found = match(inputOf([need], []))
    expect(found).toMatchObject({ met: 0, totalOre: 1_200_000 + 53_125 })
    expect(found.proposals[0]).toMatchObject({ deviceId: null, keptAway: {} })
  })

  it('gives a pinned device to its need, and names the next best', () => {
    const [a, b] = [device, { ...device, id: 'other', grade: 'C' as const }]
    const plain = match(inputOf([need], [a, b]))
    expect(plain.proposals[0]).toMatchObject({
      deviceId: 'other',
      nextDeviceId: 'd',
      nextCostOre: 420_000,
    })
    const pinned = match(inputOf([need], [a, b], [{ needId: 'n', deviceId: 'd', wish: 'pinned' }]))
    expect(pinned.proposals[0]!.deviceId).toBe('d')
    const forbidden = match(
      inputOf([need], [a, b], [{ needId: 'n', deviceId: 'other', wish: 'forbidden' }]),
    )
    expect(forbidden.proposals[0]!.deviceId).toBe('d')
  })

  it('never gives a device twice or one that fails, and adds up', () => {
    const anyDevice = fc.record({
      memoryGb: fc.constantFrom(8, 16, 32, null),
      grade: fc.constantFrom('A', 'B', 'C', 'E', null),
      placeId: fc.constantFrom('school', 'depot', null),
      dataState: fc.constantFrom('erased', 'unused', 'holdsData'),
    })
    const anyNeed = fc.record({
      leastMemoryGb: fc.constantFrom(8, 16, null),
      placeId: fc.constantFrom('school', 'depot', null),
      neededFromOn: fc.constantFrom('2026-07-02', '2026-08-01'),
    })
    let met = 0
    fc.assert(
      fc.property(
        fc.array(anyNeed, { maxLength: 8 }),
        fc.array(anyDevice, { maxLength: 8 }),
        (someNeeds, someDevices) => {
          const needs = someNeeds.map((one, i) => ({ ...need, ...one, id: `n${i}` }))
          const devices = someDevices.map(
            (one, i) => ({ ...device, ...one, id: `d${i}` }) as MatchDevice,
          )
          const found = match(inputOf(needs, devices))
          const given = found.proposals.flatMap((one) => one.deviceId ?? [])
          expect(new Set(given).size).toBe(given.length)
          let total = 0
          for (const [index, one] of found.proposals.entries()) {
            const chosen = devices.find(({ id }) => id === one.deviceId)
            if (chosen) expect(failing(needs[index]!, chosen, today)).toBeNull()
            total += one.cost ? totalOf(one.cost) : 1_253_125
          }
          expect(found.totalOre).toBe(total)
          met += found.met
        },
      ),
      { numRuns: 300 },
    )
    expect(met).toBeGreaterThan(300)
  })
})
