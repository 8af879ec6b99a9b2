// People who begin need something on their first day; people who leave hand in by their last.
import type { Day } from '../../../core/dates.ts'
import type { Specification } from './needs.ts'

/** One thing that somebody of a profile needs. */
export type ProfileLine = Specification

/** So long before the first day a need is proposed, and so long after it is still asked for. */
export const JOINER_DAYS_AHEAD = 90
export const JOINER_DAYS_AFTER = 30
/** So long before the last day a leaver stands among those to be met. */
export const LEAVER_DAYS_AHEAD = 60

/** Kinds that somebody has, or that are on their way, each counted. */
export type HeldKinds = Readonly<Partial<Record<string, number>>>

/** What is still to be ordered: a line for each kind beyond what is held or has been ordered. */
export function stillNeeded(
  lines: readonly ProfileLine[],
  held: HeldKinds,
): readonly ProfileLine[] {
  const left: Partial<Record<string, number>> = { ...held }
  return lines.filter(({ kind }) => {
    const has = left[kind] ?? 0
    if (has > 0) left[kind] = has - 1
    return has === 0
  })
}

export interface HeldByLeaver {
  readonly leavesOn: Day | null
  readonly endsOn: Day | null
  /** When a last day has moved the end before: what it was, and what it was set to. */
  readonly opened: { readonly was: Day | null; readonly set: Day } | null
}

/**
 * When the period of use of what somebody holds ends: on its planned day, or on their last day if
 * that comes first. A last day that is taken back gives the planned day back, unless somebody has
 * decided another since.
 */
export function endOfUse({ leavesOn, endsOn, opened }: HeldByLeaver): {
  readonly planned: Day | null
  readonly endsOn: Day | null
} {
  const planned = opened && opened.set === endsOn ? opened.was : endsOn
  const leaves = leavesOn !== null && (planned === null || leavesOn < planned)
  return { planned, endsOn: leaves ? leavesOn : planned }
}
