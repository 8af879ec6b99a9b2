// What level the owner requires for each kind of medium, and how it classes what lies on them.
import { confidentialityCategories, type ConfidentialityCategory } from '../../proofs/rules.ts'
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

/** The owner's class of the data on its media; null where it has stated none, and then nobody else does. */
export const categoryFrom = (settings: unknown): ConfidentialityCategory | null => {
  const { category } = (settings ?? {}) as { readonly category?: unknown }
  return confidentialityCategories.find((one) => one === category) ?? null
}
