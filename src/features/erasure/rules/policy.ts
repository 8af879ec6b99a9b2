// What level the owner requires for each kind of medium.
import type { MediumKind, RequiredLevel } from './gate.ts'
import { mediumKinds } from './media.ts'

export type ErasurePolicy = Readonly<Record<MediumKind, RequiredLevel>>

const levels: readonly unknown[] = ['clear', 'purge', 'destroy']

/** From the owner's settings; `clear` where they say nothing. */
export function policyFrom(settings: unknown): ErasurePolicy {
  const said = (settings ?? {}) as Readonly<Record<string, unknown>>
  const of = (kind: MediumKind): RequiredLevel =>
    levels.includes(said[kind]) ? (said[kind] as RequiredLevel) : 'clear'
  return Object.fromEntries(mediumKinds.map((kind) => [kind, of(kind)])) as unknown as ErasurePolicy
}
