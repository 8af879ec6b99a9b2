import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, type Candidate } from './assignment/problem.ts'
import { solveAssignment } from './assignment/solve.ts'
import {
  costOf,
  failing,
  notMetCost,
  totalOf,
  type MatchDevice,
  type MatchNeed,
} from './matching.ts'
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

  it('values by the price list where that says, and by the grade where it does not', () => {
    const [named, silent] = [{ ...device, id: 'named', valueOre: 400_000 }, device]
    const found = match(inputOf([need], [silent, named]))
    expect(found.proposals[0]).toMatchObject({
      ...{ deviceId: 'named', cost: { valueOre: 400_000, valueBy: 'priceList' } },
      ...{ nextDeviceId: 'd', nextCostOre: 420_000 },
    })
    expect(match(inputOf([need], [silent])).proposals[0]!.cost).toMatchObject({
      ...{ valueOre: 420_000, valueBy: 'newPrice' },
    })
  })

  it('leaves nothing in the pool for a new one to be bought, however dear it is said to be (law 8)', () => {
    const dear = { ...device, valueOre: 1_900_000 }
    expect(match(inputOf([need], [dear]))).toMatchObject({ met: 1, totalOre: 1_900_000 })
    // Never used, and elsewhere: with no price on emissions it costs more than a new one.
    const unused = { ...device, grade: null, placeId: 'depot' }
    const found = match({ ...inputOf([need], [unused]), carbonPriceOre: 0 })
    expect(found).toMatchObject({ met: 1, totalOre: 1_200_000 + 9_500 })
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

  it('costs no more than each need and device judged by itself, also with wishes', () => {
    const grades = ['A', 'B', 'C', 'D', null] as const
    const places = ['school', 'depot', null] as const
    const year = (one: number) => ({ cpu: one % 2 ? 'Intel Core i5-8250U' : 'Intel Core i5-1245U' })
    const anyDevice = fc.record({
      memoryGb: fc.constantFrom(8, 16, 32),
      grade: fc.constantFrom(...grades),
      placeId: fc.constantFrom(...places),
      cpuCores: fc.constantFrom(4, 10, null),
      // By a price list: also the same as by grade, and more than a new one with its climate.
      valueOre: fc.constantFrom(null, null, 180_000, 420_000, 1_900_000),
      of: fc.nat(1),
    })
    const anyNeed = fc.record({
      leastMemoryGb: fc.constantFrom(8, 16, null),
      leastCores: fc.constantFrom(8, null),
      leastProcessorYear: fc.constantFrom(2021, null),
      leastGrade: fc.constantFrom('B' as const, null),
      placeId: fc.constantFrom(...places),
      neededFromOn: fc.constantFrom('2026-07-01', '2026-07-02', '2026-08-01'),
    })
    const anyWish = fc.record({
      need: fc.nat(11),
      device: fc.nat(11),
      wish: fc.constantFrom('pinned' as const, 'forbidden' as const),
    })
    let met = 0
    fc.assert(
      fc.property(
        fc.array(anyNeed, { minLength: 1, maxLength: 12 }),
        fc.array(anyDevice, { minLength: 1, maxLength: 12 }),
        fc.uniqueArray(anyWish, { maxLength: 3, selector: (one) => one.device }),
        (someNeeds, someDevices, someWishes) => {
          const needs = someNeeds.map((one, i): MatchNeed => ({ ...need, ...one, id: `n${i}` }))
          const devices = someDevices.map(({ of, ...one }, i): MatchDevice => ({
            ...device,
            ...one,
            ...year(of),
            id: `d${i}`,
          }))
          const pinned = new Set<number>()
          const wishes = someWishes
            .filter((one) => one.need < needs.length && one.device < devices.length)
            .filter((one) => one.wish === 'forbidden' || pinned.size !== pinned.add(one.need).size)
            .map((one) => ({ needId: `n${one.need}`, deviceId: `d${one.device}`, wish: one.wish }))
          const input = inputOf(needs, devices, wishes)
          const found = match(input)
          const alone = oneByOne(input)
          const asked = found.proposals.reduce((sum, { deviceId }, i) => {
            const j = devices.findIndex(({ id }) => id === deviceId)
            return deviceId ? sum + alone.askedOf(i, j) : sum
          }, 0)
          expect([asked, found.met]).toEqual([alone.asked, alone.met])
          expect(found.totalOre).toBe(
            found.proposals.reduce((sum, { cost }) => sum + (cost ? totalOf(cost) : 1_253_125), 0),
          )
          expect(found.candidates).toBe(alone.candidates)
          for (const [index, one] of found.proposals.entries()) {
            expect(one.needId).toBe(needs[index]!.id)
            // The next best is another than its own, and one that would do.
            if (one.nextDeviceId === null) continue
            expect(one.nextDeviceId).not.toBe(one.deviceId)
            const next = devices.find(({ id }) => id === one.nextDeviceId)!
            expect(failing(needs[index]!, next, today)).toBeNull()
          }
          met += found.met
        },
      ),
      { numRuns: 400 },
    )
    expect(met).toBeGreaterThan(400)
  })

  it('gives the scarce ones to who needs them first', () => {
    const late = { ...need, id: 'late', neededFromOn: '2026-09-01' }
    const found = match(inputOf([late, need], [device]))
    expect(found.proposals.map((one) => one.deviceId)).toEqual([null, 'd'])
  })

  it('takes ten thousand needs and a pool of a hundred thousand, in what a server has of memory', () => {
    const of = <T>(count: number, make: (n: number) => T) =>
      Array.from({ length: count }, (_, n) => make(n))
    const needs = of(10_000, (n): MatchNeed => ({
      ...{ ...need, id: `n${n}`, placeId: `school ${n % 40}`, leastMemoryGb: n % 3 ? 8 : 16 },
    }))
    const devices = of(100_000, (n): MatchDevice => ({
      ...{ ...device, id: `d${n}`, placeId: `school ${n % 50}`, memoryGb: n % 2 ? 8 : 16 },
      grade: (['A', 'B', 'C', 'D', 'E'] as const)[n % 5]!,
    }))
    const found = match(inputOf(needs, devices))
    expect(found).toMatchObject({ met: 10_000 })
    expect(new Set(found.proposals.map((one) => one.deviceId)).size).toBe(10_000)
  })
})

/** The same problem as `solve.ts` takes it: every need and every device by itself. */
function oneByOne({ needs, devices, wishes, makingOf, carbonPriceOre }: MatchInput) {
  const { newOre, newKg } = makingOf('laptop')
  const unmetOre = notMetCost(newOre, newKg, carbonPriceOre)
  const pinOf = (key: 'needId' | 'deviceId', id: string) =>
    wishes.find((one) => one.wish === 'pinned' && one[key] === id)
  const may = (needId: string, deviceId: string) => {
    const [mine, its] = [pinOf('needId', needId), pinOf('deviceId', deviceId)]
    const no = wishes.some(
      (one) => one.wish === 'forbidden' && one.needId === needId && one.deviceId === deviceId,
    )
    return !no && (!mine || mine.deviceId === deviceId) && (!its || its.needId === needId)
  }
  const candidates = needs.flatMap((one, i) => {
    const fits = devices.flatMap((other, j) =>
      may(one.id, other.id) && failing(one, other, today) === null
        ? [{ j, ore: totalOf(costOf(one, other, newOre, carbonPriceOre)) }]
        : [],
    )
    // Law 8: not meeting it is never the cheaper choice.
    const unmetAsked = Math.max(unmetOre, ...fits.map(({ ore }) => ore))
    return fits.map(({ j, ore }): Candidate => [i, j, ore - unmetAsked])
  })
  const { total, met } = solveAssignment({
    ...{ needs: needs.length, devices: devices.length, notMetCost: 0 },
    edges: pack(needs.length, candidates),
  })
  return { asked: total, met, candidates: candidates.length, askedOf: askedBy(candidates) }
}

/** What the solver was asked for one choice, to add up what a match chose. */
const askedBy = (candidates: readonly Candidate[]) => {
  const known = new Map(candidates.map(([need, device, ore]) => [`${need} ${device}`, ore]))
  return (need: number, device: number): number => known.get(`${need} ${device}`)!
}
