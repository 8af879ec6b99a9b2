// What may be packed for whom, and what becomes of a device that arrives.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import {
  decideAgainstReservation,
  type CustodyAccount,
  type Reservation,
} from '../../custody/rules.ts'
import {
  allows,
  dataIsProvenGone,
  type DataState,
  type DeviceStatus,
  type Grade,
} from '../../devices/rules/status.ts'
import type { OrganisationKind } from '../../organisations/rules.ts'

export interface PackableDevice {
  readonly id: DeviceId
  readonly status: DeviceStatus
  readonly ownerId: OrganisationId
  readonly account: CustodyAccount
  readonly reservation: Reservation | null
}

export interface Parties {
  readonly id: Uuid
  readonly senderId: OrganisationId
  readonly receiverId: OrganisationId
  readonly receiverKind: OrganisationKind | null
}

export type PackRefusal =
  | 'already-packed'
  | 'packed-elsewhere'
  | 'device-elsewhere'
  | 'status-forbids'
  | 'device-reserved'
  | 'not-for-receiver'

/** `open` is the collection in which the device is packed or travels already. */
export function decidePack(
  device: PackableDevice,
  collection: Parties,
  open: { readonly collectionId: Uuid; readonly number: string } | undefined,
  now: Date,
): Result<true, PackRefusal> {
  const deviceId = device.id
  if (open?.collectionId === collection.id) return refuse('already-packed', { deviceId })
  if (open) return refuse('packed-elsewhere', { deviceId, number: open.number })
  const { account } = device
  if (account.kind !== 'depot' || account.organisationId !== collection.senderId)
    return refuse('device-elsewhere', { deviceId })
  const allowed = allows(device, 'pack')
  if (!allowed.ok) return allowed
  const free = decideAgainstReservation(device, now)
  if (!free.ok) return free
  return isFor(device.ownerId, collection) ? done(true) : refuse('not-for-receiver', { deviceId })
}

/**
 * Law 7: somebody else's device goes to its owner or on to a reuse partner, never to a third
 * organisation that has no part in it.
 */
const isFor = (ownerId: OrganisationId, { senderId, receiverId, receiverKind }: Parties): boolean =>
  ownerId === senderId || ownerId === receiverId || receiverKind === 'reusePartner'

export interface ArrivingDevice {
  readonly status: DeviceStatus
  readonly dataState: DataState
  readonly grade: Grade | null
  readonly ownerId: OrganisationId
  readonly partnerId: OrganisationId | null
  readonly account: CustodyAccount
}

/**
 * On its way to this receiver, or lost with the receiver and now found there. Whatever stands
 * with the sender again is the sender's to give (a discrepancy), not the receiver's to take.
 */
export function isReceivable(device: ArrivingDevice, receiverId: OrganisationId): boolean {
  const { account, status } = device
  const known = { id: '', status }
  if (account.kind === 'transit')
    return (
      account.takerId === receiverId && (allows(known, 'receive').ok || allows(known, 'find').ok)
    )
  return (
    account.kind === 'depot' && account.organisationId === receiverId && allows(known, 'find').ok
  )
}

/**
 * The owner's own device that comes home proven clean and graded is ready for its next holder;
 * home again, it no longer has an appointed partner.
 */
export function arrived(
  device: ArrivingDevice,
  receiverId: OrganisationId,
): { status: DeviceStatus; partnerId: OrganisationId | null } {
  if (device.ownerId !== receiverId) return { status: 'received', partnerId: device.partnerId }
  const ready = dataIsProvenGone(device) && device.grade !== null
  return { status: ready ? 'pool' : 'received', partnerId: null }
}
