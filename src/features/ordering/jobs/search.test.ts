import { describe, expect, it } from 'vitest'
import { match } from '../rules/proposals.ts'
import type { MatchDevice, MatchNeed } from '../rules/matching.ts'
import { search, searchApart } from './search.ts'

const least = { leastStorageGb: null, leastScreenInches: null, osFamily: null, leastGrade: null }
const need = (n: number): MatchNeed => ({
  ...{ id: `need-${n}`, kind: 'laptop', placeId: null, neededFromOn: '2026-08-10', ...least },
  leastMemoryGb: n % 3 === 0 ? 16 : null,
})
const device = (n: number): MatchDevice => ({
  ...{ id: `device-${n}`, kind: 'laptop', dataState: 'erased', placeId: null },
  ...{ grade: 'B', memoryGb: n % 2 === 0 ? 16 : 8, storageGb: null, screenInches: null },
  ...{ cpu: null, cpuCores: null, osFamily: null, valueOre: 100_000 + ((n * 7919) % 1000) * 100 },
})
const inputOf = (needs: number, devices: number) => ({
  needs: Array.from({ length: needs }, (_, n) => need(n)),
  devices: Array.from({ length: devices }, (_, n) => device(n)),
  wishes: [],
  making: { laptop: { newOre: 1_000_000, newKg: 200 } },
  carbonPriceOre: 250,
  today: '2026-06-01',
})

describe('a long search', () => {
  it('gives on a thread of its own what it gives here', async () => {
    const input = inputOf(12, 20)
    const here = match({ ...input, makingOf: () => input.making.laptop })
    expect(here.met).toBe(12)
    expect(await searchApart(input)).toEqual(here)
    expect(await search(input)).toEqual(here)
  })

  it('lets the server go on meanwhile', async () => {
    let turns = 0
    const beat = setInterval(() => (turns += 1), 1)
    const found = await search(inputOf(300, 900))
    clearInterval(beat)
    expect(found.met).toBe(300)
    // Done here it would have let nothing through at all.
    expect(turns).toBeGreaterThan(3)
  })

  it('says what went wrong', async () => {
    const input = { ...inputOf(1, 1), making: {} as never }
    await expect(searchApart(input)).rejects.toThrow()
  })
})
