// Where each status stands on the circle: the hour of its dial (degrees clockwise from the top) and
// its stage colour. Position says the stage, colour repeats it, the word settles it.

export const circleStatuses = [
  'need',
  'ordered',
  'handedOut',
  'inUse',
  'due',
  'handedIn',
  'sent',
  'received',
  'erased',
  'graded',
  'pool',
] as const
/** The eleven stations of the circle, in its order. */
export type StationId = (typeof circleStatuses)[number]

export const leftStatuses = [
  'sold',
  'donated',
  'parts',
  'recycled',
  'destroyed',
  'missing',
  'stolen',
] as const
/** What has left the circle: with a new owner, as material, or lost. */
export type LeftStatus = (typeof leftStatuses)[number]

export type DeviceStatus = StationId | 'inStock' | LeftStatus
export const deviceStatuses: readonly DeviceStatus[] = [
  ...circleStatuses,
  'inStock',
  ...leftStatuses,
]

export type Stage = 1 | 2 | 3 | 4 | 5 | 6

export const hours: Readonly<Record<StationId | 'inStock', number>> = {
  need: 0,
  ordered: 32,
  handedOut: 88,
  inUse: 114,
  due: 141,
  handedIn: 167,
  sent: 193,
  received: 219,
  erased: 246,
  graded: 272,
  pool: 328,
  // New in stock and back in the pool wait for the same thing: a holder.
  inStock: 328,
}

const stages: Readonly<Record<DeviceStatus, Stage>> = {
  need: 1,
  ordered: 1,
  handedOut: 2,
  inUse: 2,
  due: 3,
  handedIn: 3,
  sent: 4,
  received: 5,
  erased: 5,
  graded: 5,
  pool: 6,
  inStock: 6,
  sold: 6,
  donated: 6,
  parts: 6,
  recycled: 6,
  destroyed: 6,
  missing: 6,
  stolen: 6,
}

export const isLost = (status: DeviceStatus): boolean => status === 'missing' || status === 'stolen'

export const hasLeft = (status: DeviceStatus): status is LeftStatus =>
  (leftStatuses as readonly string[]).includes(status)

export const stageColour = (status: DeviceStatus): string => `var(--s${stages[status]})`
