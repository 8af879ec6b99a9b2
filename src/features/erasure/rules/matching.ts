// Which inventoried medium a drive in the evidence is. A search forgives a dash, a proof does not.
import { normaliseSerial } from '../../devices/rules/serial.ts'
import type { EvidenceFacts } from './evidence/shape.ts'

export interface Candidate {
  readonly id: string
  readonly serial: string
  /** In the keeping of the organisation that sends the evidence, and open to erasure. */
  readonly ready: boolean
}

export type Match<C extends Candidate> =
  | { readonly kind: 'strict'; readonly medium: C }
  | { readonly kind: 'suggested'; readonly medium: C }
  | { readonly kind: 'none' }

/**
 * The one medium with exactly this serial: first among those that are ready, then among those
 * that are known at all. Two with the same serial (cloned firmware) are left to a person.
 */
export function matchMedium<C extends Candidate>(
  facts: EvidenceFacts,
  candidates: readonly C[],
): Match<C> {
  if (facts.serial === null || facts.serialState !== 'present') return { kind: 'none' }
  const { serial } = facts
  const strict = candidates.filter((medium) => medium.serial === serial)
  const chosen = only(strict.filter((medium) => medium.ready)) ?? only(strict)
  if (chosen && !strict.some((medium) => medium.ready && medium.id !== chosen.id))
    return { kind: 'strict', medium: chosen }
  const key = normaliseSerial(serial)
  const alike = candidates.filter((medium) => normaliseSerial(medium.serial) === key)
  const suggested = only(alike.filter((medium) => medium.ready)) ?? only(alike)
  return suggested ? { kind: 'suggested', medium: suggested } : { kind: 'none' }
}

const only = <T>(some: readonly T[]): T | null => (some.length === 1 ? some[0]! : null)
