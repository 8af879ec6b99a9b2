// Which questions of how many the kept counts answer, so that nobody reads a million rows for them.
import type { Day } from '../../../core/dates.ts'
import type { OrganisationId } from '../../../core/ids.ts'
import { outStatuses, waitingStatuses } from './status.ts'

type OneOrMany = string | readonly string[]

/** The filters of the list, as far as counts know them; any other makes the count read the list. */
export interface CountFilters {
  readonly q?: string
  readonly status?: OneOrMany
  readonly kind?: OneOrMany
  readonly dataState?: OneOrMany
  readonly grade?: OneOrMany
  readonly unitId?: string
  readonly departmentId?: string
  readonly holderId?: string
  readonly placeId?: string
  readonly ownerId?: string
  readonly custodianId?: string
  readonly endsBefore?: string
  readonly since?: string
}

export interface TallyQuestion {
  /** The view of the counts that knows the answer, as `devices.facets_of()` makes them. */
  readonly facet: 'standing' | 'since' | 'ends'
  readonly status: readonly string[] | null
  readonly kind: readonly string[] | null
  readonly dataState: readonly string[] | null
  readonly grade: readonly string[] | null
  /** True: only what the organisation owns, or keeps. */
  readonly own: true | null
  readonly kept: true | null
  /** The last day that counts. */
  readonly until: Day | null
}

/** @returns null when only the list itself knows */
export function tallyQuestion(
  filters: CountFilters,
  organisationId: OrganisationId,
): TallyQuestion | null {
  const { q, unitId, departmentId, holderId, placeId, ownerId, custodianId } = filters
  if (q?.trim() || unitId || departmentId || holderId || placeId) return null
  if ([ownerId, custodianId].some((id) => id !== undefined && id !== organisationId)) return null
  const many = (value?: OneOrMany) =>
    value === undefined ? null : typeof value === 'string' ? [value] : value
  const status = many(filters.status)
  const things = {
    kind: many(filters.kind),
    dataState: many(filters.dataState),
    grade: many(filters.grade),
  }
  const owned = {
    own: ownerId ? (true as const) : null,
    kept: custodianId ? (true as const) : null,
  }
  const byThing = Object.values(things).some((value) => value !== null)
  const { since, endsBefore } = filters
  if (since === undefined && endsBefore === undefined)
    return { facet: 'standing', status, ...things, ...owned, until: null }
  if (byThing || (since !== undefined && endsBefore !== undefined)) return null
  if (endsBefore !== undefined)
    return owned.own || owned.kept
      ? null
      : { facet: 'ends', status: status ?? outStatuses, ...things, ...owned, until: endsBefore }
  const waits = status?.every((one) => (waitingStatuses as readonly string[]).includes(one))
  const day = dayBefore(since!)
  return waits && day ? { facet: 'since', status, ...things, ...owned, until: day } : null
}

/** Days are counted whole, so only a limit at midnight falls between two of them. */
function dayBefore(instant: string): Day | null {
  const at = new Date(instant)
  return at.getTime() % 86_400_000 === 0
    ? new Date(at.getTime() - 86_400_000).toISOString().slice(0, 10)
    : null
}
