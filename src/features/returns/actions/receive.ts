// Receiving by scan, and closing the count.
import type { Input, Output } from '../../../core/endpoint.ts'
import type { PlaceId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import {
  lockDevices,
  takeSteps,
  type LockedDevice,
  type Step,
} from '../../custody/actions/steps.ts'
import { findByCodes } from '../../devices/store/list.ts'
import { placeExists } from '../../organisations/store.ts'
import type { api } from '../api/receiving.ts'
import { arrived, isReceivable } from '../rules/pack.ts'
import { decideScans, type ReceivingAnswer, type Scan } from '../rules/scan.ts'
import * as store from '../store/collections.ts'
import * as discrepancies from '../store/discrepancies.ts'
import * as lines from '../store/lines.ts'
import * as scans from '../store/scans.ts'
import { answerScans, byCode, codeKey, firstOf, keyed, scannedAt, type Decided } from './scanned.ts'
import { bothSides, changedSince, enter, shownById, tell } from './shared.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function scanCollection(
  ctx: ActionContext,
  { params, body }: In<'scanCollection'>,
): Out<'scanCollection'> {
  const entered = await enter(ctx, params.collectionId, 'receiver')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const placeId = body.placeId ?? null
  if (placeId && !(await placeExists(ctx.tx, placeId))) return refuse('place-not-found')
  const scanIds = body.items.map((item) => item.scanId)
  const before = new Map(
    (await scans.takenScans(ctx.tx, row.id, scanIds)).map((scan) => [scan.scanId, scan]),
  )
  const fresh = firstOf(body.items, new Set(before.keys()))
  const answers = fresh.length > 0 ? await take(ctx, row, fresh, placeId) : []
  const scope = { collectionId: row.id, organisationId: ctx.organisationId }
  await scans.insertScans(
    ctx.tx,
    { ...scope, by: ctx.actorId, now: ctx.now },
    answers.map((answer, index) => ({ ...answer, at: scannedAt(fresh[index]!.at, ctx.now) })),
  )
  const byScan = new Map(answers.map((answer) => [answer.scanId, answer]))
  const told = body.items.map((item): Decided => {
    const earlier = before.get(item.scanId)
    return earlier ? { ...earlier, repeated: true } : byScan.get(item.scanId)!
  })
  return done(await answerScans(ctx, row.id, told))
}

/** Decides the new scans, and does what they decide. */
async function take(
  ctx: ActionContext,
  row: store.CollectionRow,
  fresh: readonly Scan[],
  placeId: PlaceId | null,
): Promise<ReceivingAnswer[]> {
  const keys = keyed(fresh)
  const inCollection = byCode(await lines.findInCollection(ctx.tx, row.id, keys))
  const strange = keys.filter(({ code }) => !inCollection.has(code))
  const elsewhere = byCode(strange.length > 0 ? await findByCodes(ctx.tx, strange) : [])
  const ids = [...new Set([...inCollection.values()].flat())]
  const devices = await lockDevices(ctx, ids)
  const found = await lines.beforeSending(ctx.tx, row.id, ids)
  const states = new Map(
    found.map(({ deviceId, state }) => {
      const device = devices.get(deviceId)
      const receivable = device !== undefined && isReceivable(device, row.receiverId)
      return [deviceId, { state, receivable }]
    }),
  )
  const answers = decideScans(fresh, {
    inCollection,
    elsewhere,
    lines: states,
    acknowledged: await acknowledged(ctx, row.id, strange),
  })
  const matched = answers.flatMap(({ outcome, deviceId }) =>
    outcome === 'match' && deviceId ? [devices.get(deviceId)!] : [],
  )
  await receive(ctx, row, matched, placeId)
  const extras = answers.filter(({ outcome }) => outcome === 'extra')
  await discrepancies.openDiscrepancies(
    ctx.tx,
    { collectionId: row.id, partyIds: bothSides(row), at: ctx.now, by: ctx.actorId },
    extras.map(({ code, deviceId }) => ({
      id: ctx.newId(),
      kind: 'extra',
      // Only a device of this collection is named to both sides; of others the code alone.
      deviceId: deviceId && states.has(deviceId) ? deviceId : null,
      code: code.trim(),
      codeKey: codeKey(code),
      remark: null,
    })),
  )
  await store.beginReceiving(ctx.tx, row.id, ctx.now)
  await tell(ctx, row, 'returns.counted', { received: matched.length, extra: extras.length })
  return answers
}

async function acknowledged(
  ctx: ActionContext,
  collectionId: Uuid,
  strange: readonly { readonly code: string }[],
) {
  if (strange.length === 0) return new Map()
  const byKey = new Map(
    (
      await discrepancies.acknowledgedExtras(
        ctx.tx,
        collectionId,
        strange.map(({ code }) => codeKey(code)),
      )
    ).map((one) => [one.codeKey, one.deviceId]),
  )
  return new Map(
    strange.flatMap(({ code }) => {
      const deviceId = byKey.get(codeKey(code))
      return deviceId === undefined ? [] : [[code, deviceId] as const]
    }),
  )
}

/** The receiver accepts: custody ends its transit, and whatever was missing is found. */
export async function receive(
  ctx: ActionContext,
  row: store.CollectionRow,
  devices: readonly LockedDevice[],
  placeId: PlaceId | null,
) {
  if (devices.length === 0) return
  const ids = devices.map((device) => device.id)
  await takeSteps(
    ctx,
    devices.map((device) => arrival(row, device, placeId)),
  )
  await lines.saveLineStates(ctx.tx, row.id, ids, 'received', ctx.now)
  if (row.state !== 'closed') return
  await discrepancies.closeMissing(ctx.tx, row.id, ids, {
    resolution: 'found',
    at: ctx.now,
    by: ctx.actorId,
    organisationId: ctx.organisationId,
  })
}

export function arrival(
  row: store.CollectionRow,
  device: LockedDevice,
  placeId: PlaceId | null,
): Step {
  const taker = { kind: 'depot', organisationId: row.receiverId, placeId } as const
  const { account } = device
  const stands =
    account.kind === 'depot' &&
    account.organisationId === row.receiverId &&
    account.placeId === placeId
  return {
    device,
    entry: { kind: 'returns.received', content: { collection: row.id } },
    set: arrived(device, row.receiverId),
    ...(stands
      ? {}
      : { move: { kind: account.kind === 'transit' ? 'received' : 'found', taker } as const }),
  }
}

export async function closeReceiving(
  ctx: ActionContext,
  { params, body }: In<'closeReceiving'>,
): Out<'closeReceiving'> {
  const entered = await enter(ctx, params.collectionId, 'receiver')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  if (row.state === 'closed') return refuse('receiving-closed')
  if (changedSince(ctx, row.version)) return refuse('version-changed')
  const counts = await store.countsOf(ctx.tx, row.id)
  if (counts.received === 0 && body.allMissing !== true) return refuse('nothing-received-yet')
  const ids = (await lines.lineIds(ctx.tx, row.id, 'packed')).map((line) => line.deviceId)
  if (ids.length > 0) await setMissing(ctx, row, ids)
  await store.saveClosed(ctx.tx, row.id, ctx.now)
  await tell(ctx, row, 'returns.receivingClosed', {
    received: counts.received,
    missing: ids.length,
  })
  return done(await shownById(ctx, row.id))
}

/** Missing by count: custody stays in transit, with the sender, until the discrepancy is closed. */
async function setMissing(ctx: ActionContext, row: store.CollectionRow, ids: readonly Uuid[]) {
  const devices = await lockDevices(ctx, ids)
  await takeSteps(
    ctx,
    [...devices.values()].map((device) => ({
      device,
      entry: { kind: 'returns.reportedMissing', content: { collection: row.id } },
    })),
  )
  await lines.saveLineStates(ctx.tx, row.id, ids, 'missing', null)
  await discrepancies.openMissing(
    ctx.tx,
    { collectionId: row.id, partyIds: bothSides(row), at: ctx.now, by: ctx.actorId },
    ids.map((deviceId) => ({ id: ctx.newId(), deviceId })),
  )
}
