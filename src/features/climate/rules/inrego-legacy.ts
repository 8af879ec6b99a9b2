// The profile *Inrego legacy*: whole kilograms per reused unit from the TU Berlin model of 2005, as
// older climate diplomas count. For comparison with them only; it has no interval.
import { equivalences } from './factors/equivalences-2026-11.ts'
import { legacyEquivalentsOf, roundAsDiploma, type LegacyEquivalents } from './equivalences.ts'

/** The profile knows these four kinds and no others. */
export type LegacyKind = 'desktop' | 'laptop' | 'monitor' | 'smartphone'

export const legacyKgPerUnit: Readonly<Record<LegacyKind, number>> = {
  desktop: equivalences.published_desktop_reuse_inrego_2005model.value,
  laptop: equivalences.published_laptop_reuse_inrego_2005model.value,
  monitor: equivalences.published_lcd_reuse_inrego_2005model.value,
  smartphone: equivalences.published_mobile_reuse_inrego_2005model.value,
}

export interface LegacyFigure {
  readonly kg: number
  readonly diploma: LegacyEquivalents
}

export const legacyKinds = Object.keys(legacyKgPerUnit) as readonly LegacyKind[]

/** Counts are devices with a recorded second life. */
export function legacyFigure(counts: Readonly<Partial<Record<LegacyKind, number>>>): LegacyFigure {
  const kg = legacyKinds.reduce((sum, kind) => sum + legacyKgPerUnit[kind] * (counts[kind] ?? 0), 0)
  return { kg, diploma: roundAsDiploma(legacyEquivalentsOf(kg)) }
}
