// Closing what differed. The collection's lock decides between two who close at the same instant.
import type { Static } from 'typebox'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type DeviceId, type Uuid } from '../../../core/ids.ts'
import { done, invariant, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import {
  lockDevices,
  takeSteps,
  type LockedDevice,
  type Step,
} from '../../custody/actions/steps.ts'
import type { CustodyAccount } from '../../custody/rules.ts'
import type { api } from '../api/receiving.ts'
import { decideClosing, lineAfter, resolutionsFor, type Resolution } from '../rules/discrepancy.ts'
import { arrived, decidePack, isReceivable } from '../rules/pack.ts'
import { sideOf } from '../rules/states.ts'
import * as collections from '../store/collections.ts'
import * as store from '../store/discrepancies.ts'
import * as lines from '../store/lines.ts'
import { receive } from './receive.ts'
import { bothSides, enter, tell } from './shared.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>
type Closing = In<'closeDiscrepancy'>['body']

export async function listDiscrepancies(
  ctx: ActionContext,
  { query }: In<'listDiscrepancies'>,
): Out<'listDiscrepancies'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 1)
  if (cursor !== undefined && !isUuid(after?.[0])) return refuse('cursor-unknown')
  const rows = await store.listDiscrepancies(ctx.tx, {
    collectionId: query.collectionId ?? null,
    state: query.state ?? null,
    afterId: after ? String(after[0]) : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.id])
  return done({ items: page.items.map((row) => shownDiscrepancy(ctx, row)), next: page.next })
}

export async function reportMismatch(
  ctx: ActionContext,
  { params, body }: In<'reportMismatch'>,
): Out<'reportMismatch'> {
  const entered = await enter(ctx, params.collectionId, 'receiver')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const [line] = await lines.linesByIds(ctx.tx, row.id, [body.deviceId])
  if (!line) return refuse('line-not-found', { deviceId: body.deviceId })
  const id = ctx.newId()
  const code = line.assetTag ?? line.serialNumber ?? line.model
  await store.openDiscrepancies(
    ctx.tx,
    { collectionId: row.id, partyIds: bothSides(row), at: ctx.now, by: ctx.actorId },
    [
      {
        ...{ id, kind: 'mismatch', deviceId: line.deviceId },
        ...{ code, codeKey: line.sortKey, remark: body.remark },
      },
    ],
  )
  await collections.beginReceiving(ctx.tx, row.id, ctx.now)
  await tell(ctx, row, 'returns.mismatchReported', { discrepancy: id, device: line.deviceId })
  return done(await discrepancyById(ctx, row.id, id))
}

export async function closeDiscrepancy(
  ctx: ActionContext,
  { params, body }: In<'closeDiscrepancy'>,
): Out<'closeDiscrepancy'> {
  const entered = await enter(ctx, params.collectionId, null)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const one = await store.getDiscrepancy(ctx.tx, row.id, params.discrepancyId)
  if (!one) return refuse('discrepancy-not-found')
  const decision = decideClosing(one, {
    resolution: body.resolution,
    side: sideOf(row, ctx.organisationId) ?? 'receiver',
    version: body.version ?? ctx.ifMatch,
  })
  if (!decision.ok) return decision.code === 'discrepancy-closed' ? closedBy(one) : decision
  const refused = await settle(ctx, row, one, body)
  if (refused) return refused
  await store.closeDiscrepancy(
    ctx.tx,
    row.id,
    one.id,
    {
      resolution: body.resolution,
      at: ctx.now,
      by: ctx.actorId,
      organisationId: ctx.organisationId,
    },
    {
      remark: body.remark ?? null,
      deviceId: body.resolution === 'acceptedBySender' ? (body.deviceId ?? null) : null,
    },
  )
  await tell(ctx, row, 'returns.discrepancyClosed', {
    discrepancy: one.id,
    kind: one.kind,
    resolution: body.resolution,
  })
  return done(await discrepancyById(ctx, row.id, one.id))
}

/** Who comes second is told who was first, and when. */
const closedBy = (one: store.DiscrepancyRow): Refusal =>
  refuse('discrepancy-closed', {
    closedAt: one.closedAt?.toISOString(),
    closedBy: one.closedBy ?? undefined,
    organisation: one.closedByOrganisation ?? undefined,
    resolution: one.resolution ?? undefined,
  })

/** What the resolution does to the device and its line. */
async function settle(
  ctx: ActionContext,
  row: collections.CollectionRow,
  one: store.DiscrepancyRow,
  body: Closing,
): Promise<Refusal | null> {
  if (one.kind === 'missing') return settleMissing(ctx, row, one.deviceId!, body.resolution)
  if (body.resolution === 'acceptedBySender')
    return acceptExtra(ctx, row, body.deviceId ?? one.deviceId)
  return null
}

async function settleMissing(
  ctx: ActionContext,
  row: collections.CollectionRow,
  deviceId: DeviceId,
  resolution: Resolution,
): Promise<Refusal | null> {
  const device = (await lockDevices(ctx, [deviceId])).get(deviceId)
  if (resolution === 'found') {
    if (!device || !isReceivable(device, row.receiverId))
      return refuse('not-in-transit', { deviceId })
    await receive(ctx, row, [device], null)
    return null
  }
  const [line] = await lines.beforeSending(ctx.tx, row.id, [deviceId])
  invariant(line, 'a missing device has a line')
  // One that stands somewhere again has gone its own way; the line alone is settled.
  if (device?.account.kind === 'transit')
    await takeSteps(ctx, [settlement(row, device, line, resolution)])
  await lines.saveLineStates(ctx.tx, row.id, [deviceId], lineAfter[resolution]!, null)
  return null
}

/** Out of transit, into the keeping of the side that takes it upon itself. */
function settlement(
  row: collections.CollectionRow,
  device: LockedDevice,
  line: lines.Before,
  resolution: Resolution,
): Step {
  const content = { collection: row.id }
  if (resolution === 'lostAtReceiver') {
    const home = device.ownerId === row.receiverId
    return {
      device,
      entry: { kind: 'returns.lostAtReceiver', content },
      set: { status: 'missing', ...(home ? { partnerId: null } : {}) },
      move: { kind: 'received', taker: depot(row.receiverId, null) },
    }
  }
  const lost = resolution === 'lostInTransit'
  // The owner takes its device in again; a partner's bench goes on where it was.
  const kept = device.ownerId === row.senderId ? 'handedIn' : line.statusBefore
  return {
    device,
    entry: { kind: lost ? 'returns.lostInTransit' : 'returns.neverSent', content },
    set: { status: lost ? 'missing' : kept, partnerId: line.partnerBefore },
    move: { kind: 'sentBack', taker: depot(row.senderId, line.placeBefore) },
  }
}

const depot = (organisationId: Uuid, placeId: Uuid | null): CustodyAccount => ({
  kind: 'depot',
  organisationId,
  placeId,
})

/**
 * The sender acknowledges that it sent a device of its keeping: from its depot to the receiver's,
 * whose scan already accepted it.
 */
async function acceptExtra(
  ctx: ActionContext,
  row: collections.CollectionRow,
  deviceId: DeviceId | null,
): Promise<Refusal | null> {
  if (!deviceId) return refuse('device-missing-in-answer', { field: 'body/deviceId' })
  const device = (await lockDevices(ctx, [deviceId])).get(deviceId)
  if (!device) return refuse('device-not-found', { deviceId })
  const [open] = await lines.openLines(ctx.tx, [deviceId])
  const may = decidePack(device, row, open, ctx.now)
  if (!may.ok) return may
  const both = bothSides(row)
  await lines.insertReceivedLine(ctx.tx, row.id, deviceId, both, ctx.now, ctx.actorId)
  await takeSteps(ctx, [
    {
      device,
      entry: { kind: 'returns.acceptedBySender', content: { collection: row.id } },
      set: {
        status: arrived(device, row.receiverId).status,
        partnerId: partnerAfter(row, device),
      },
      move: { kind: 'received', taker: depot(row.receiverId, null) },
    },
  ])
  await store.closeMissing(ctx.tx, row.id, [deviceId], {
    resolution: 'found',
    at: ctx.now,
    by: ctx.actorId,
    organisationId: ctx.organisationId,
  })
  return null
}

/**
 * A sender that does not own the device stays its partner until the owner's next step: who acts
 * must still be party after its own act.
 */
function partnerAfter(row: collections.CollectionRow, device: LockedDevice): Uuid | null {
  if (device.ownerId !== row.senderId) return row.senderId
  return row.receiverKind === 'reusePartner' ? row.receiverId : device.partnerId
}

async function discrepancyById(ctx: ActionContext, collectionId: Uuid, id: Uuid) {
  const row = await store.getDiscrepancy(ctx.tx, collectionId, id)
  invariant(row, 'who changed a discrepancy sees it')
  return shownDiscrepancy(ctx, row)
}

export function shownDiscrepancy(
  ctx: ActionContext,
  row: store.DiscrepancyRow,
): Static<(typeof api)['reportMismatch']['output']> {
  const side = sideOf(row, ctx.organisationId)
  const named =
    row.lineDeviceId && row.deviceKind
      ? {
          ...{ deviceId: row.lineDeviceId, assetTag: row.assetTag, serialNumber: row.serialNumber },
          ...{ kind: row.deviceKind, maker: row.maker ?? '', model: row.model ?? '' },
        }
      : null
  return {
    id: row.id,
    collectionId: row.collectionId,
    collectionNumber: row.collectionNumber,
    kind: row.kind,
    code: row.code,
    device: named,
    packageNumber: row.packageNumber,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
    closedByOrganisation: row.closedByOrganisation,
    resolution: row.resolution,
    remark: row.remark,
    resolutions: row.closedAt || !side ? [] : resolutionsFor(row.kind, side),
    version: row.version,
  }
}
