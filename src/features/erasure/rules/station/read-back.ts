// What a read-back proves: that what was there is gone, place by place.
import { coveredBytes, isEnough, planSamples, samplingRule } from './sampling.ts'

/**
 * What the medium must hold afterwards. `zeros`: the pattern that was written. `uniform`: one and
 * the same byte everywhere, as flash reads after a block erase. `changed`: anything but what was
 * there, since a medium whose key is gone reads as noise.
 */
export const expectations = ['zeros', 'uniform', 'changed'] as const
export type Expectation = (typeof expectations)[number]

/**
 * `direct`: O_DIRECT, past the page cache. `flushed`: the cache of the device was dropped first,
 * where O_DIRECT was not to be had; it is said, and does not clear a cached verification.
 */
export const readModes = ['direct', 'flushed'] as const
export type ReadMode = (typeof readModes)[number]

export interface ReadBack {
  readonly rule: string
  readonly seed: string
  readonly percent: number
  readonly bytes: number
  readonly places: number
  readonly coveredBytes: number
  readonly expect: Expectation
  readonly mode: ReadMode
  /** The same places before anything was written, as many as were read. */
  readonly before: {
    readonly places: number
    /** Places that held anything but one repeated byte. */
    readonly withData: number
    readonly sha256: string
  } | null
  readonly readBytes: number
  /** Places with at least one byte that must not be there. */
  readonly leftovers: number
  readonly firstLeftoverAt: number | null
  /** Places that held data before and hold the very same after. */
  readonly unchanged: number
  readonly sha256: string
}

export type ReadBackFault =
  | 'rule-unknown'
  | 'size-differs'
  | 'plan-differs'
  | 'too-few-places'
  | 'not-read-whole'
  | 'leftovers'
  | 'unchanged'
  | 'expectation-wrong'
  | 'before-missing'

/** Why this read-back proves nothing, or null. The plan is made again from its seed. */
export function faultOf(
  found: ReadBack,
  mediumBytes: number,
  expected: Expectation,
): ReadBackFault | null {
  if (found.leftovers > 0) return 'leftovers'
  if (found.unchanged > 0) return 'unchanged'
  if (found.rule !== samplingRule) return 'rule-unknown'
  if (found.bytes !== mediumBytes) return 'size-differs'
  const places = planSamples(found)
  if (places.length !== found.places || coveredBytes(places) !== found.coveredBytes)
    return 'plan-differs'
  if (!isEnough(places, found.bytes)) return 'too-few-places'
  if (found.readBytes !== found.coveredBytes) return 'not-read-whole'
  if (found.expect !== expected) return 'expectation-wrong'
  // Noise proves a change only against what was there.
  if (expected === 'changed' && !found.before) return 'before-missing'
  return null
}

/** What is kept of a read-back with the facts of a run. */
export interface ReadBackFacts {
  readonly clean: boolean
  readonly mode: ReadMode
  readonly percent: number
  readonly places: number
  readonly seed: string
  readonly fault: ReadBackFault | null
}

export const readBackFacts = (found: ReadBack, fault: ReadBackFault | null): ReadBackFacts => ({
  clean: fault === null,
  mode: found.mode,
  percent: Math.floor((found.coveredBytes / found.bytes) * 1000) / 10,
  places: found.places,
  seed: found.seed,
  fault,
})

export interface ByteCheck {
  /** Index of the first byte that must not be there, or -1. */
  readonly leftover: number
  /** The one byte that all are, or null when they differ. */
  readonly uniform: number | null
}

/** `fill` is the byte that other places were found to hold, where all must be one and the same. */
export function checkBytes(
  bytes: Uint8Array,
  expect: Expectation,
  fill: number | null = null,
): ByteCheck {
  const first = bytes[0] ?? 0
  const differs = firstOther(bytes, first)
  const uniform = differs === -1 ? first : null
  if (expect === 'changed') return { leftover: -1, uniform }
  const wanted = expect === 'zeros' ? 0 : (fill ?? first)
  return { leftover: wanted === first ? differs : 0, uniform }
}

/** Four bytes at a time: a large drive has hundreds of gigabytes of places. */
function firstOther(bytes: Uint8Array, byte: number): number {
  const whole = bytes.byteOffset % 4 === 0 ? Math.floor(bytes.length / 4) : 0
  const words = new Int32Array(bytes.buffer, whole > 0 ? bytes.byteOffset : 0, whole)
  const wanted = Math.imul(byte, 0x0101_0101)
  let at = 0
  while (at < whole && words[at] === wanted) at++
  for (let n = at * 4; n < bytes.length; n++) if (bytes[n] !== byte) return n
  return -1
}
