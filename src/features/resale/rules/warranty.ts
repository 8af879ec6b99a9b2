// The warranty of what was sold, and the case that somebody opens under it.
import { addDays, type Day } from '../../../core/dates.ts'
import { refuse, type Refusal } from '../../../core/result.ts'
import type { Grade } from '../../devices/rules/status.ts'
import { atLeast } from './listing.ts'

export const caseStates = ['open', 'repairing', 'replacing', 'refused', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
export const caseAnswers = ['repair', 'replacement', 'refusal'] as const
export type CaseAnswer = (typeof caseAnswers)[number]

/** The replaced device comes back within so many days (law 3). */
const RETURN_DAYS = 30
export const returnByOn = (today: Day): Day => addDays(today, RETURN_DAYS)

/** The last day counts: a claim on it is in time. */
export function decideClaim(
  line: { readonly warrantyUntilOn: Day | null },
  today: Day,
): Refusal<'warranty-none' | 'warranty-ended'> | null {
  if (line.warrantyUntilOn === null) return refuse('warranty-none')
  return today > line.warrantyUntilOn
    ? refuse('warranty-ended', { endedOn: line.warrantyUntilOn })
    : null
}

interface Sort {
  readonly kind: string
  readonly makerKey: string
  readonly modelKey: string
  readonly grade: Grade
}

/** A replacement is of the same model, or at least of the same kind, and never of a lower grade. */
export function decideReplacement(
  old: Pick<Sort, 'kind' | 'grade'>,
  next: Pick<Sort, 'kind' | 'grade'>,
): Refusal<'replacement-of-other-kind' | 'replacement-grade-lower'> | null {
  if (old.kind !== next.kind) return refuse('replacement-of-other-kind', { kind: old.kind })
  return atLeast(next.grade, old.grade)
    ? null
    : refuse('replacement-grade-lower', { grade: old.grade })
}

export const caseActs = ['answer', 'repaired', 'oldDeviceBack'] as const
export type CaseAct = (typeof caseActs)[number]

const allowed: Record<CaseState, readonly CaseAct[]> = {
  open: ['answer'],
  repairing: ['repaired', 'answer'],
  replacing: ['oldDeviceBack'],
  refused: [],
  closed: [],
}
/** A repair that fails may still be answered with another device. */
export const decideCaseAct = (
  state: CaseState,
  act: CaseAct,
): Refusal<'case-state-forbids'> | null =>
  allowed[state].includes(act) ? null : refuse('case-state-forbids', { state, act })
