// What level the owner requires for each kind of medium.
import type { MediumKind, RequiredLevel } from './gate.ts'
import { mediumKinds } from './media.ts'

export type ErasurePolicy = Readonly<Record<MediumKind, RequiredLevel>>

export const requiredLevels = ['clear', 'purge', 'destroy'] as const satisfies RequiredLevel[]

/** From the owner's settings; `clear` where they say nothing. */
export function policyFrom(settings: unknown): ErasurePolicy {
  const said = (settings ?? {}) as Readonly<Record<string, unknown>>
  const of = (kind: MediumKind): RequiredLevel =>
    requiredLevels.find((level) => level === said[kind]) ?? 'clear'
  return Object.fromEntries(mediumKinds.map((kind) => [kind, of(kind)])) as unknown as ErasurePolicy
}
