// When a device in use is due for replacement, as lists and the circle count it.
import { addDays, daysBetween, type Day } from '../../../core/dates.ts'
import type { DeviceStatus } from './status.ts'

/** Due this many days before the last day of the period of use: time to order and to plan. */
export const DUE_DAYS = 90

export const dueBefore = (today: Day): Day => addDays(today, DUE_DAYS)

interface Timed {
  readonly status: DeviceStatus
  readonly endsOn: Day | null
}

const withHolder = (status: DeviceStatus) => status === 'inUse' || status === 'handedOut'

export const isDue = ({ status, endsOn }: Timed, today: Day): boolean =>
  endsOn !== null && withHolder(status) && endsOn <= dueBefore(today)

/** Days past the last day; null when it has not come, or nobody uses the device. */
export function daysOver({ status, endsOn }: Timed, today: Day): number | null {
  if (endsOn === null || !withHolder(status) || endsOn >= today) return null
  return daysBetween(endsOn, today)
}
