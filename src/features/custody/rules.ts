// The ledger of who holds what: accounts, movements, and who is party to a device.
import type { DeviceId, OrganisationId, PersonId, PlaceId, UnitId, Uuid } from '../../core/ids.ts'
import { done, refuse, type Result } from '../../core/result.ts'
import {
  allows,
  dataIsProvenGone,
  type DataState,
  type DeviceStatus,
} from '../devices/rules/status.ts'

/** Who or what has custody. Exactly one account holds a device at every instant (law 1). */
export type CustodyAccount =
  | { readonly kind: 'outside' }
  | {
      readonly kind: 'depot'
      readonly organisationId: OrganisationId
      readonly placeId: PlaceId | null
    }
  | {
      readonly kind: 'person'
      readonly organisationId: OrganisationId
      readonly personId: PersonId
      readonly unitId: UnitId | null
    }
  | { readonly kind: 'unit'; readonly organisationId: OrganisationId; readonly unitId: UnitId }
  /** Between two organisations: given by the first, not yet accepted by the second. */
  | {
      readonly kind: 'transit'
      readonly organisationId: OrganisationId
      readonly takerId: OrganisationId
    }

export const OUTSIDE: CustodyAccount = { kind: 'outside' }

export const movementKinds = [
  'registered',
  'handedOut',
  'handedIn',
  'moved',
  'sent',
  'received',
  'sentBack',
  'left',
  'found',
] as const
export type MovementKind = (typeof movementKinds)[number]

/** The organisation that answers for the device; in transit still the giver. */
export const custodianOf = (account: CustodyAccount): OrganisationId | null =>
  account.kind === 'outside' ? null : account.organisationId

/** Law 7: the organisations that are party to a device, in a fixed order without repeats. */
export function partiesOf(device: {
  ownerId: OrganisationId
  partnerId: OrganisationId | null
  account: CustodyAccount
}): OrganisationId[] {
  const parties = new Set<OrganisationId>([device.ownerId])
  if (device.partnerId) parties.add(device.partnerId)
  const custodian = custodianOf(device.account)
  if (custodian) parties.add(custodian)
  if (device.account.kind === 'transit') parties.add(device.account.takerId)
  return [...parties].sort()
}

/** A device is kept for a need, or for the shop where it stands for sale, to the end of its time. */
export interface Reservation {
  readonly forId: Uuid
  /** Null: until it is released, or the device leaves the pool. */
  readonly until: Date | null
  /**
   * To the next holder, of a device on its way into the pool: it is kept all the way there. What is
   * kept in one place, for a need or in the shop, is kept until it is let go or has left that place.
   */
  readonly promised: boolean
}

/** In the pool for a need, and on the way into it for the next holder; graded, also for the shop. */
export const mayBeKept = (status: DeviceStatus): boolean =>
  ['handedIn', 'received', 'erased', 'graded', 'pool'].includes(status)

/** Refuses what would take a device from whom it is kept for. */
export function decideAgainstReservation(
  device: { readonly id: DeviceId; readonly reservation: Reservation | null },
  now: Date,
  forId: Uuid | null = null,
): Result<true, 'device-reserved'> {
  const { id, reservation } = device
  const stands = reservation && (reservation.until === null || reservation.until > now)
  return stands && reservation.forId !== forId
    ? refuse('device-reserved', { deviceId: id })
    : done(true)
}

export type ReserveRefusal = 'not-custodian' | 'not-in-pool' | 'device-reserved'

/** Only what stands ready in the pool can be kept for somebody. */
export function decideReserve(
  device: CustodyDevice & { readonly reservation: Reservation | null },
  by: OrganisationId,
  now: Date,
  forId: Uuid,
): Result<true, ReserveRefusal> {
  if (custodianOf(device.account) !== by) return refuse('not-custodian', { deviceId: device.id })
  if (device.status !== 'pool')
    return refuse('not-in-pool', { deviceId: device.id, status: device.status })
  return decideAgainstReservation(device, now, forId)
}

export interface CustodyDevice {
  readonly id: DeviceId
  readonly status: DeviceStatus
  readonly dataState: DataState
  readonly ownerId: OrganisationId
  readonly account: CustodyAccount
}

export type HandOutRefusal = 'status-forbids' | 'data-unproven' | 'not-custodian' | 'taker-missing'

/** A hand-out names one taker: a holder, or a unit that shares the device. */
export function decideHandOut(
  device: CustodyDevice,
  by: OrganisationId,
  taker: { holderId?: PersonId | null; unitId?: UnitId | null },
): Result<CustodyAccount, HandOutRefusal> {
  if (custodianOf(device.account) !== by) return refuse('not-custodian', { deviceId: device.id })
  const allowed = allows(device, 'handOut')
  if (!allowed.ok) return allowed
  if (!dataIsProvenGone(device)) return refuse('data-unproven', { deviceId: device.id })
  if (taker.holderId)
    return done({
      kind: 'person',
      organisationId: by,
      personId: taker.holderId,
      unitId: taker.unitId ?? null,
    })
  if (taker.unitId) return done({ kind: 'unit', organisationId: by, unitId: taker.unitId })
  return refuse('taker-missing', { deviceId: device.id })
}

export const conditions = ['good', 'worn', 'damaged', 'broken'] as const
export type Condition = (typeof conditions)[number]

export function decideHandIn(
  device: CustodyDevice,
  by: OrganisationId,
  placeId: PlaceId | null,
): Result<CustodyAccount, 'status-forbids' | 'not-custodian'> {
  if (custodianOf(device.account) !== by) return refuse('not-custodian', { deviceId: device.id })
  const allowed = allows(device, 'handIn')
  if (!allowed.ok) return allowed
  return done({ kind: 'depot', organisationId: by, placeId })
}
