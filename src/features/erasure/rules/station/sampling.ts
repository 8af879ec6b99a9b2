// Which places of a medium are read back: the first and last MiB, and two pseudo-random ones in each
// of up to a thousand subsections, as NIST SP 800-88 r1 §4.7 asks (ten percent of each). Anyone can
// make the plan again from its seed and the size of the medium.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** How the places follow from the seed; a new name when they would follow differently. */
export const samplingRule = 'omlopp-sample/1'

export interface Place {
  readonly offset: number
  readonly length: number
}

export interface SamplingAsked {
  /** 32 hexadecimal digits of chance. */
  readonly seed: string
  /** Size of the medium. */
  readonly bytes: number
  /** Part of each subsection, in percent; each place is at least `leastPlace`, so 0 gives points. */
  readonly percent: number
}

/** Sectors of 512 and of 4096 bytes both divide it, as reading past the page cache demands. */
const ALIGN = 4096
const EDGE = 1 << 20
const leastPlace = 64 * 1024
const mostSubsections = 1000

/** Places in order of offset; none overlap, and all lie within the medium. */
export function planSamples({ seed, bytes, percent }: SamplingAsked): Place[] {
  if (bytes <= 2 * EDGE) return bytes > 0 ? [{ offset: 0, length: bytes }] : []
  const last = Math.floor((bytes - EDGE) / ALIGN) * ALIGN
  const middle = (last - EDGE) / ALIGN
  // Each subsection has two halves of at least one block, and one place in each.
  const subsections = Math.max(1, Math.min(mostSubsections, Math.floor(middle / 2)))
  const places: Place[] = [{ offset: 0, length: EDGE }]
  for (let half = 0; half < 2 * subsections; half++) {
    const from = Math.floor((middle * half) / (2 * subsections))
    const to = Math.floor((middle * (half + 1)) / (2 * subsections))
    const room = to - from
    if (room === 0) continue
    const wanted = Math.max((room * percent) / 100, leastPlace / ALIGN)
    const length = Math.min(room, Math.ceil(wanted))
    const start = from + (chance(seed, half) % (room - length + 1))
    places.push({ offset: EDGE + start * ALIGN, length: length * ALIGN })
  }
  places.push({ offset: last, length: bytes - last })
  return places
}

/** The first 48 bits of SHA-256 over `seed:n`: a whole number that is exact everywhere. */
function chance(seed: string, n: number): number {
  const hash = sha256(utf8ToBytes(`${seed}:${n}`))
  return hash.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

export const coveredBytes = (places: readonly Place[]): number =>
  places.reduce((sum, { length }) => sum + length, 0)

/** A tenth of the medium, or two thousand places over the whole of it. */
export const isEnough = (places: readonly Place[], bytes: number): boolean =>
  coveredBytes(places) * 10 >= bytes || places.length >= 2 * mostSubsections
