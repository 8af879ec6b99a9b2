// A period as whole months and the days at its ends, so that nine years are read as 108 months.
import { addDays, addMonths, type Day } from '../../../core/dates.ts'

export interface Span {
  readonly span: 'month' | 'day'
  /** First and last day, both within; a month stands on its first day. */
  readonly first: Day | '-infinity'
  readonly last: Day | 'infinity'
}

export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/** Each day of the period lies in exactly one span. */
export function spansOf(from: Day | null, to: Day | null): Span[] {
  if (from && to && to < from) return []
  const firstWhole = from && (from === monthOf(from) ? from : addMonths(monthOf(from), 1))
  // The day after the last whole month.
  const end = to && monthOf(addDays(to, 1))
  if (firstWhole && end && firstWhole >= end) return [{ span: 'day', first: from, last: to }]
  const spans: Span[] = [
    { span: 'month', first: firstWhole ?? '-infinity', last: end ? addDays(end, -1) : 'infinity' },
  ]
  if (from && firstWhole && from < firstWhole)
    spans.push({ span: 'day', first: from, last: addDays(firstWhole, -1) })
  if (to && end && end <= to) spans.push({ span: 'day', first: end, last: to })
  return spans
}
