import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBytes, faultOf, type ReadBack } from './read-back.ts'
import { coveredBytes, isEnough, planSamples, samplingRule } from './sampling.ts'

const MIB = 1 << 20
const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)
/** From nothing to twenty terabytes, on whole sectors. */
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }).map((n) => n * 512),
  fc.integer({ min: 1, max: 39_000_000_000 }).map((n) => n * 512),
)
const percents = fc.constantFrom(0, 1, 5, 10, 25, 100)

describe('the places that are read back', () => {
  it('lie within the medium, in order, on blocks, and never overlap', () => {
    fc.assert(
      fc.property(seeds, sizes, percents, (seed, bytes, percent) => {
        let end = 0
        for (const { offset, length } of planSamples({ seed, bytes, percent })) {
          if (offset < end || offset % 4096 !== 0 || length <= 0) return false
          end = offset + length
        }
        return end === bytes
      }),
      { numRuns: 60 },
    )
  })

  it('take in the first and the last MiB, and at ten percent a tenth of the whole', () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, bytes) => {
        const places = planSamples({ seed, bytes, percent: 10 })
        if (bytes === 0) return
        expect(places[0]!.offset).toBe(0)
        expect(places[0]!.length).toBeGreaterThanOrEqual(Math.min(MIB, bytes))
        const last = places.at(-1)!
        expect(last.offset + last.length).toBe(bytes)
        expect(last.length).toBeGreaterThanOrEqual(Math.min(MIB, bytes))
        expect(coveredBytes(places) * 10).toBeGreaterThanOrEqual(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('reach two places in every thousandth of a large medium', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1_000_000, max: 39_000_000_000 }),
        percents,
        (seed, n, percent) => {
          const bytes = n * 512
          const places = planSamples({ seed, bytes, percent })
          expect(places.length).toBe(2002)
          expect(isEnough(places, bytes)).toBe(true)
          const middle = places.slice(1, -1)
          const part = (bytes - 2 * MIB) / 1000
          const hits = new Map<number, number>()
          for (const { offset } of middle) {
            const section = Math.floor((offset - MIB) / part + 1e-3)
            hits.set(section, (hits.get(section) ?? 0) + 1)
          }
          expect([...hits.values()].every((count) => count >= 1 && count <= 3)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('follow from the seed alone: the same again, and others with another', () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        const plan = (seed: string) => planSamples({ seed, bytes: 64_000_000_000, percent: 0 })
        expect(plan(one)).toEqual(plan(one))
        if (one !== other) expect(plan(one)).not.toEqual(plan(other))
      }),
      { numRuns: 6 },
    )
  })

  it('differ from run to run in every part, so that none can be spared', () => {
    const seen = new Set<number>()
    const bytes = 8 * MIB
    for (let n = 0; n < 400; n++) {
      const seed = n.toString(16).padStart(32, '0')
      for (const { offset, length } of planSamples({ seed, bytes, percent: 10 }))
        for (let at = offset; at < offset + length; at += 4096) seen.add(at)
    }
    expect(seen.size).toBe(bytes / 4096)
  })
})

const proof = (bytes: number, more: Partial<ReadBack> = {}): ReadBack => {
  const asked = { seed: '0'.repeat(32), bytes, percent: 10 }
  const places = planSamples(asked)
  return {
    ...asked,
    rule: samplingRule,
    places: places.length,
    coveredBytes: coveredBytes(places),
    expect: 'zeros',
    mode: 'direct',
    before: { places: 8, withData: 8, sha256: 'aa' },
    readBytes: coveredBytes(places),
    leftovers: 0,
    firstLeftoverAt: null,
    unchanged: 0,
    sha256: 'bb',
    ...more,
  }
}

describe('what a read-back proves', () => {
  const size = 500_107_862_016
  it.each([
    ['nothing is wrong', {}, size, 'zeros', null],
    ['one byte is left', { leftovers: 1 }, size, 'zeros', 'leftovers'],
    ['a place is as it was', { unchanged: 1 }, size, 'zeros', 'unchanged'],
    ['another rule chose the places', { rule: 'mine/1' }, size, 'zeros', 'rule-unknown'],
    ['the medium is larger', {}, size + 512, 'zeros', 'size-differs'],
    ['a place was left out', { places: 2001 }, size, 'zeros', 'plan-differs'],
    ['another seed chose them', { coveredBytes: 1 }, size, 'zeros', 'plan-differs'],
    ['some places were not read', { readBytes: 4096 }, size, 'zeros', 'not-read-whole'],
    ['zeros were not looked for', { expect: 'changed' }, size, 'zeros', 'expectation-wrong'],
    [
      'nothing was read before',
      { expect: 'changed', before: null },
      size,
      'changed',
      'before-missing',
    ],
  ] as const)('when %s', (_, more, bytes, expected, fault) => {
    expect(faultOf(proof(size, more), bytes, expected)).toBe(fault)
  })

  it('asks for two thousand places or a tenth', () => {
    const asked = { seed: '0'.repeat(32), bytes: 4_000_000, percent: 0 }
    expect(isEnough(planSamples(asked), asked.bytes)).toBe(true)
    expect(isEnough([{ offset: 0, length: 4096 }], asked.bytes)).toBe(false)
  })
})

describe('a single byte', () => {
  it('is found wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.nat({ max: 9 }),
        (length, place, value, shift) => {
          const bytes = new Uint8Array(length + shift).subarray(shift)
          expect(checkBytes(bytes, 'zeros')).toEqual({ leftover: -1, uniform: 0 })
          const at = place % length
          bytes[at] = value
          expect(checkBytes(bytes, 'zeros').leftover).toBe(at)
        },
      ),
    )
  })

  it('must be the one that the medium was filled with', () => {
    const full = new Uint8Array(4096).fill(0xff)
    expect(checkBytes(full, 'zeros').leftover).toBe(0)
    expect(checkBytes(full, 'uniform')).toEqual({ leftover: -1, uniform: 0xff })
    expect(checkBytes(full, 'uniform', 0).leftover).toBe(0)
    full[4095] = 0
    expect(checkBytes(full, 'uniform')).toEqual({ leftover: 4095, uniform: null })
    expect(checkBytes(full, 'changed')).toEqual({ leftover: -1, uniform: null })
  })
})
