// The versions of a price: each is valid from its day until its own last day, or until the next.
import { addDays, isDay, type Day } from '../../../core/dates.ts'
import { refuse, type Refusal } from '../../../core/result.ts'

export interface ValidDays {
  readonly validFromOn: Day
  /** Null: until the next version begins. */
  readonly validUntilOn: Day | null
}

const byStart = (a: ValidDays, b: ValidDays) => (a.validFromOn < b.validFromOn ? -1 : 1)

/** The last day of each version, its own or the day before the next; in order of start. */
export function withEnds<V extends ValidDays>(
  versions: readonly V[],
): (V & { readonly endsOn: Day | null })[] {
  const sorted = versions.toSorted(byStart)
  return sorted.map((version, index) => {
    const next = sorted[index + 1]
    return {
      ...version,
      endsOn: version.validUntilOn ?? (next ? addDays(next.validFromOn, -1) : null),
    }
  })
}

/** The version valid on the day, if any. */
export const versionOn = <V extends ValidDays>(versions: readonly V[], on: Day): V | undefined =>
  withEnds(versions).find(
    (version) => version.validFromOn <= on && (version.endsOn === null || on <= version.endsOn),
  )

export type VersionRefusal =
  'day-not-valid' | 'price-ends-first' | 'price-dates-overlap' | 'price-starts-in-past'

/**
 * Whether a new version may begin. The first may begin in the past, since an organisation comes
 * with its price list; a later one may not, since charges have been made by the one before.
 */
export function decideVersion(
  existing: readonly ValidDays[],
  wanted: ValidDays,
  today: Day,
): Refusal<VersionRefusal> | null {
  const { validFromOn, validUntilOn } = wanted
  if (!isDay(validFromOn)) return refuse('day-not-valid', { field: 'body/validFromOn' })
  if (validUntilOn !== null && !isDay(validUntilOn))
    return refuse('day-not-valid', { field: 'body/validUntilOn' })
  if (validUntilOn !== null && validUntilOn < validFromOn)
    return refuse('price-ends-first', { field: 'body/validUntilOn' })
  if (existing.length > 0 && validFromOn < today)
    return refuse('price-starts-in-past', { field: 'body/validFromOn' })
  const clash = existing.find((one) => overlaps(one, wanted))
  if (clash)
    return refuse('price-dates-overlap', {
      field: 'body/validFromOn',
      otherFrom: clash.validFromOn,
    })
  return null
}

/** One without a last day of its own gives way to the one that begins later. */
function overlaps(a: ValidDays, b: ValidDays): boolean {
  const [first, second] = byStart(a, b) < 0 ? [a, b] : [b, a]
  if (first.validFromOn === second.validFromOn) return true
  return first.validUntilOn !== null && first.validUntilOn >= second.validFromOn
}
