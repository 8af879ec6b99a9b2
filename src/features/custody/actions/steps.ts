// The one way a device takes a step: its row, its custody, its journal entry and its listing,
// for many devices in the same few statements. Every feature's actions end here.
import { dayOf } from '../../../core/dates.ts'
import type { DeviceId, OrganisationId, UnitId, Uuid } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DataState, DeviceStatus, Grade } from '../../devices/rules/status.ts'
import {
  mayBeKept,
  partiesOf,
  type CustodyAccount,
  type MovementKind,
  type Reservation,
} from '../rules.ts'
import { moveDueDays } from '../store-hands.ts'
import * as store from '../store.ts'

/** A device whose row is locked until the end of the transaction, with its present custody. */
export interface LockedDevice {
  readonly id: DeviceId
  readonly kind: DeviceKind
  readonly maker: string
  readonly model: string
  readonly assetTag: string | null
  readonly serialNumber: string | null
  readonly serialKey: string | null
  readonly dataBearing: boolean
  readonly status: DeviceStatus
  readonly dataState: DataState
  readonly grade: Grade | null
  readonly life: number
  readonly ownerId: OrganisationId
  readonly partnerId: OrganisationId | null
  readonly partyIds: readonly OrganisationId[]
  readonly endsOn: string | null
  /** For whom it is kept, while it stands in the pool or up for sale. */
  readonly reservation: Reservation | null
  readonly version: number
  readonly account: CustodyAccount
  readonly accountSince: Date
  readonly movementSeq: number
}

export interface Step {
  readonly device: LockedDevice
  readonly entry: {
    readonly kind: string
    readonly content: { readonly [name: string]: EntryValue }
  }
  readonly set?: {
    readonly status?: DeviceStatus
    readonly dataState?: DataState
    readonly grade?: Grade | null
    readonly life?: number
    readonly partnerId?: OrganisationId | null
    readonly endsOn?: string | null
    readonly reservation?: Reservation | null
  }
  readonly move?: { readonly kind: MovementKind; readonly taker: CustodyAccount }
}

/** Locks devices in id order (no deadlocks) and reads them; unseen or unknown ids are absent. */
export async function lockDevices(
  ctx: ActionContext,
  ids: readonly DeviceId[],
): Promise<Map<DeviceId, LockedDevice>> {
  const rows = await store.lockDevices(ctx.tx, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

/** Takes one step for each device, at most one step per device in a call. */
export async function takeSteps(ctx: ActionContext, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  const after = steps.map((step) => afterStep(step))
  invariant(new Set(after.map((row) => row.id)).size === steps.length, 'one step per device')
  // None of it waits for more than the heads of the chains, so it takes two round trips.
  await Promise.all([
    store.updateDevices(ctx.tx, after, ctx.now),
    append(
      ctx,
      steps.map((step, index) => ({
        subjectId: step.device.id,
        kind: step.entry.kind,
        content: withMove(step),
        partyIds: union(step.device.partyIds, after[index]!.partyIds),
      })),
      (entries) => saveAlong(ctx, steps, after, entries),
    ),
    moveDueDays(ctx.tx, movedDays(steps), dayOf(ctx.now)),
  ])
}

/** A hand-out or a hand-in says for itself when it is due, or that it is home. */
const movedDays = (steps: readonly Step[]) =>
  steps.flatMap(({ device, set, move }) =>
    set?.endsOn === undefined || set.endsOn === device.endsOn || move
      ? []
      : [{ deviceId: device.id, dueOn: set.endsOn }],
  )

/** Custody first: the listing reads it. */
const saveAlong = (
  ctx: ActionContext,
  steps: readonly Step[],
  after: readonly store.DeviceAfter[],
  entries: readonly { readonly seq: number }[],
) =>
  Promise.all([
    store.saveMovements(
      ctx.tx,
      steps.flatMap((step, index) =>
        step.move ? [movementOf(step, step.move, after[index]!, entries[index]!.seq)] : [],
      ),
      ctx.now,
      ctx.actorId,
    ),
    store.savePresentParties(
      ctx.tx,
      after.filter((row, index) => !steps[index]!.move && row.partiesChange),
    ),
    store.refreshListing(
      ctx.tx,
      steps.map((step) => step.device.id),
      formerParties(steps, after),
    ),
  ])

const movementOf = (
  { device }: Step,
  { kind, taker }: NonNullable<Step['move']>,
  after: store.DeviceAfter,
  entrySeq: number,
): store.Movement => ({
  deviceId: device.id,
  seq: device.movementSeq + 1,
  kind,
  giver: device.account,
  taker,
  entrySeq,
  partyIds: union(device.partyIds, after.partyIds),
  presentPartyIds: after.partyIds,
})

const formerParties = (steps: readonly Step[], after: readonly store.DeviceAfter[]) => [
  ...new Set(
    steps.flatMap(({ device }, index) =>
      device.partyIds.filter((id) => !after[index]!.partyIds.includes(id)),
    ),
  ),
]

function afterStep({ device, set = {}, move }: Step) {
  const account = move?.taker ?? device.account
  const partnerId = set.partnerId === undefined ? device.partnerId : set.partnerId
  const partyIds = partiesOf({ ownerId: device.ownerId, partnerId, account })
  return {
    id: device.id,
    status: set.status ?? device.status,
    statusChanges: set.status !== undefined && set.status !== device.status,
    dataState: set.dataState ?? device.dataState,
    grade: set.grade === undefined ? device.grade : set.grade,
    life: set.life ?? device.life,
    partnerId,
    endsOn: set.endsOn === undefined ? device.endsOn : set.endsOn,
    reservation: reservationAfter(device, set),
    partyIds,
    partiesChange: partyIds.join() !== [...device.partyIds].sort().join(),
  }
}

/**
 * A device that goes on from where it was kept is kept for nobody, unless it is on its way into the
 * pool: a promise to its next holder follows it there.
 */
function reservationAfter(
  device: LockedDevice,
  { status, reservation }: NonNullable<Step['set']>,
): Reservation | null {
  const after = status ?? device.status
  if (!mayBeKept(after)) return null
  if (reservation !== undefined) return reservation
  return after === device.status || device.reservation?.promised ? device.reservation : null
}

/** The journal tells the whole step, so that replaying it gives the tables. */
function withMove({ device, entry, set, move }: Step): { readonly [name: string]: EntryValue } {
  return {
    ...entry.content,
    ...(set ? { set: toldSet(set) } : {}),
    ...(move
      ? { move: { kind: move.kind, giver: { ...device.account }, taker: { ...move.taker } } }
      : {}),
  }
}

const toldSet = ({ reservation, ...values }: NonNullable<Step['set']>) => ({
  ...dropUndefined(values),
  ...(reservation === undefined ? {} : { reservation: reservation && told(reservation) }),
})

const told = (reservation: Reservation): { readonly [name: string]: EntryValue } => ({
  ...reservation,
  until: reservation.until?.toISOString() ?? null,
})

const dropUndefined = (values: object): { readonly [name: string]: EntryValue } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const union = (a: readonly Uuid[], b: readonly Uuid[]): Uuid[] => [...new Set([...a, ...b])].sort()

/** The unit a custody account belongs to, for charging and lists. */
export const unitOf = (account: CustodyAccount): UnitId | null =>
  account.kind === 'person' || account.kind === 'unit' ? account.unitId : null
