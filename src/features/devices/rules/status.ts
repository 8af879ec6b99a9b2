// The stations of the circle, and what each allows, as one table.
import { done, refuse, type Result } from '../../../core/result.ts'

export const deviceStatuses = [
  'ordered',
  'inStock',
  'handedOut',
  'inUse',
  'handedIn',
  'sent',
  'received',
  'erased',
  'graded',
  'pool',
  'sold',
  'donated',
  'parts',
  'recycled',
  'destroyed',
  'missing',
  'stolen',
] as const
export type DeviceStatus = (typeof deviceStatuses)[number]

export const dataStates = ['notDataBearing', 'unused', 'holdsData', 'erased', 'destroyed'] as const
export type DataState = (typeof dataStates)[number]

export const grades = ['A', 'B', 'C', 'D', 'E'] as const
export type Grade = (typeof grades)[number]

export type DeviceStep =
  | 'handOut'
  | 'confirm'
  | 'handIn'
  | 'move'
  | 'pack'
  | 'receive'
  | 'erase'
  | 'grade'
  | 'decideOutcome'
  | 'reportLost'
  | 'find'

const allowed: Record<DeviceStatus, readonly DeviceStep[]> = {
  ordered: ['receive', 'reportLost'],
  inStock: ['handOut', 'pack', 'move', 'erase', 'grade', 'reportLost'],
  handedOut: ['confirm', 'handIn', 'move', 'reportLost'],
  inUse: ['handIn', 'move', 'reportLost'],
  handedIn: ['pack', 'move', 'erase', 'grade', 'reportLost'],
  sent: ['receive', 'reportLost'],
  received: ['erase', 'grade', 'pack', 'move', 'reportLost'],
  erased: ['grade', 'erase', 'pack', 'move', 'reportLost'],
  graded: ['decideOutcome', 'grade', 'erase', 'pack', 'move', 'reportLost'],
  pool: ['handOut', 'grade', 'pack', 'move', 'decideOutcome', 'reportLost'],
  sold: [],
  donated: [],
  parts: [],
  recycled: [],
  destroyed: [],
  missing: ['find'],
  stolen: ['find'],
}

/** Statuses that end the way round in this register. */
export const isEnded = (status: DeviceStatus): boolean => allowed[status].length === 0

/** What still goes round, or may come back into it: the register at first sight. */
export const goingStatuses: readonly DeviceStatus[] = deviceStatuses.filter(
  (status) => !isEnded(status),
)

/** Where a device waits for somebody: it is counted by the day it came there. */
export const waitingStatuses: readonly DeviceStatus[] = [
  'inStock',
  'handedIn',
  'sent',
  'received',
  'erased',
  'graded',
  'pool',
]

/** Out with a holder or a unit: it is counted by the last day of its period of use. */
export const outStatuses: readonly DeviceStatus[] = ['handedOut', 'inUse']

export function allows(
  device: { id: string; status: DeviceStatus },
  step: DeviceStep,
): Result<true, 'status-forbids'> {
  return allowed[device.status].includes(step)
    ? done(true)
    : refuse('status-forbids', { deviceId: device.id, status: device.status, step })
}

/**
 * Law 2: no data leaves unproven. A new holder, buyer or donee may only get a device that never
 * held data, or whose data are proven erased or whose medium is destroyed.
 */
export const dataIsProvenGone = (device: { dataState: DataState }): boolean =>
  device.dataState !== 'holdsData'
