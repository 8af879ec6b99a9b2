// Turns the stays of a device into lives (with holders) and the times between them.

import { daysBetween } from '../../../../core/dates.ts'
import type { Day } from '../../../../core/dates.ts'
import type { DeviceStatus } from '../status.ts'

export interface Stay {
  /** A holder uses the device; a custodian keeps, carries or works on it. */
  readonly role: 'holder' | 'custodian'
  readonly name: string
  /** Unit or place, after the name. */
  readonly place?: string | undefined
  readonly from: Day
  /** Null while it lasts. */
  readonly to: Day | null
  /** What the stay began with; gives a custodian's bar its stage colour. */
  readonly status: DeviceStatus
  /** The word under the bar: "inlämnad". */
  readonly word?: string | undefined
}
/** A point in time worth naming under the lens: "raderad". */
export interface Mark {
  readonly on: Day
  readonly word: string
}
export interface LifeInput {
  readonly stays: readonly Stay[]
  readonly today: Day
  /** The last day of the period of use, when it is decided. */
  readonly plannedEnd?: Day | null | undefined
  readonly marks?: readonly Mark[] | undefined
}

/** A stay with whole days: ends where the next begins, and never before its own start. */
export interface KnownStay extends Stay {
  readonly to: Day
  readonly days: number
}
export interface Span {
  readonly kind: 'life' | 'between'
  /** Which life in order, from 1; for a time between, the life before it (0 before the first). */
  readonly number: number
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly stays: readonly KnownStay[]
  /** The last one, still going on today. */
  readonly open: boolean
  /** Nothing comes after it: still going on, or the device has left. */
  readonly last: boolean
}

export function spansOf({ stays, today }: LifeInput): readonly Span[] {
  const sorted = [...stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const known = sorted.map((stay, index): KnownStay & { open: boolean } => {
    // Custody has no gaps: a stay lasts until the next begins, whatever its own end says.
    const next = sorted[index + 1]?.from
    const to = later(stay.from, next ?? stay.to ?? today)
    return { ...stay, to, days: daysBetween(stay.from, to), open: !next && stay.to === null }
  })
  const spans: Span[] = []
  let lives = 0
  for (const { open, ...stay } of known) {
    const kind = stay.role === 'holder' ? 'life' : 'between'
    const last = spans.at(-1)
    if (last?.kind === kind) {
      spans[spans.length - 1] = {
        ...last,
        to: stay.to,
        days: daysBetween(last.from, stay.to),
        stays: [...last.stays, stay],
        open,
      }
      continue
    }
    if (kind === 'life') lives += 1
    const { from, to, days } = stay
    spans.push({ kind, number: lives, from, to, days, stays: [stay], open, last: false })
  }
  return spans.map((span, index) => ({ ...span, last: index === spans.length - 1 }))
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** Whole months as people count them: 48 months, not 1 461 days. */
export const monthsOf = (days: number): number => Math.round(days / 30.4375)
