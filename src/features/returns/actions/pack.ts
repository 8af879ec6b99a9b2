// Packing: by device or by scanned code, into packages with seals.
import { bulkAnswer, repeated } from '../../../core/bulk.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import { done, invariant, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices } from '../../custody/actions/steps.ts'
import { findByCodes } from '../../devices/store/list.ts'
import type { api } from '../api/sending.ts'
import { decidePack } from '../rules/pack.ts'
import { MOST_LINES } from '../rules/states.ts'
import * as store from '../store/collections.ts'
import * as lines from '../store/lines.ts'
import * as scans from '../store/scans.ts'
import { answerScans, byCode, firstOf, keyed, scannedAt, type Decided } from './scanned.ts'
import { enterPacking, tell, words } from './shared.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function packDevices(
  ctx: ActionContext,
  { params, body }: In<'packDevices'>,
): Out<'packDevices'> {
  const twice = repeated(body.deviceIds)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const barred = await barredPackage(ctx, entered.row, [body.packageId])
  if (barred) return barred
  const results = await decideAll(ctx, entered.row, body.deviceIds)
  const decided = body.deviceIds.map((deviceId) => ({ deviceId, result: results.get(deviceId)! }))
  const packing = decided.filter(({ result }) => result.ok)
  const packageId = body.packageId ?? null
  const full = await savePacked(
    ctx,
    entered.row,
    packing.map(({ deviceId }) => ({ deviceId, packageId })),
  )
  return full ?? done(bulkAnswer(decided, words, ctx.language))
}

export async function packByCodes(
  ctx: ActionContext,
  { params, body }: In<'packByCodes'>,
): Out<'packByCodes'> {
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const barred = await barredPackage(
    ctx,
    row,
    body.items.map((item) => item.packageId),
  )
  if (barred) return barred
  const scanIds = body.items.map((item) => item.scanId)
  const before = new Map(
    (await scans.takenScans(ctx.tx, row.id, scanIds)).map((scan) => [scan.scanId, scan]),
  )
  const fresh = firstOf(body.items, new Set(before.keys()))
  const found = byCode(fresh.length > 0 ? await findByCodes(ctx.tx, keyed(fresh)) : [])
  const results = await decideAll(ctx, row, [...new Set([...found.values()].flat())])
  const packed = new Map<DeviceId, Uuid | null>()
  const answers = new Map<Uuid, Decided>()
  for (const item of fresh) {
    const answer = decideScan(item, found.get(item.code) ?? [], results, packed)
    if (answer.outcome === 'packed') packed.set(answer.deviceId!, item.packageId ?? null)
    answers.set(item.scanId, answer)
  }
  const full = await savePacked(
    ctx,
    row,
    [...packed].map(([deviceId, packageId]) => ({ deviceId, packageId })),
  )
  if (full) return full
  const scope = { collectionId: row.id, organisationId: ctx.organisationId }
  await scans.insertScans(
    ctx.tx,
    { ...scope, by: ctx.actorId, now: ctx.now },
    fresh.map((item) => ({ ...answers.get(item.scanId)!, at: scannedAt(item.at, ctx.now) })),
  )
  const told = body.items.map((item): Decided => {
    const earlier = before.get(item.scanId)
    return earlier ? { ...earlier, repeated: true } : answers.get(item.scanId)!
  })
  return done(await answerScans(ctx, row.id, told))
}

/** Of several devices with one number, those that may be packed now are meant. */
function decideScan(
  item: { scanId: Uuid; code: string; deviceId?: DeviceId | null },
  found: readonly DeviceId[],
  results: ReadonlyMap<DeviceId, Result<true>>,
  packed: ReadonlyMap<DeviceId, Uuid | null>,
): Decided {
  const { scanId, code } = item
  const meant = item.deviceId && found.includes(item.deviceId) ? [item.deviceId] : found
  const may = meant.filter((id) => results.get(id)?.ok)
  const candidates = may.length > 0 ? may : meant
  const told = (more: Omit<Decided, 'scanId' | 'code'>) => ({ scanId, code, ...more })
  if (candidates.length > 1)
    return told({ outcome: 'ambiguous', deviceId: null, candidates, refusal: 'code-ambiguous' })
  const [deviceId] = candidates
  if (!deviceId) return told({ outcome: 'unknown', deviceId: null, refusal: 'code-unknown' })
  const result = results.get(deviceId)
  if (packed.has(deviceId) || (result && !result.ok && result.code === 'already-packed'))
    return told({ outcome: 'already', deviceId })
  if (result?.ok) return told({ outcome: 'packed', deviceId })
  return told({ outcome: 'refused', deviceId, refusal: result?.code ?? 'device-not-found' })
}

/** Locks the devices, then asks where they are packed: whoever packs the same waits here. */
async function decideAll(
  ctx: ActionContext,
  row: store.CollectionRow,
  ids: readonly DeviceId[],
): Promise<Map<DeviceId, Result<true>>> {
  if (ids.length === 0) return new Map()
  const devices = await lockDevices(ctx, ids)
  const open = new Map((await lines.openLines(ctx.tx, ids)).map((line) => [line.deviceId, line]))
  return new Map(
    ids.map((id) => {
      const device = devices.get(id)
      return [
        id,
        device
          ? decidePack(device, row, open.get(id), ctx.now)
          : refuse('device-not-found', { deviceId: id }),
      ]
    }),
  )
}

async function savePacked(
  ctx: ActionContext,
  row: store.CollectionRow,
  packing: readonly { deviceId: DeviceId; packageId: Uuid | null }[],
): Promise<Refusal | null> {
  if (packing.length === 0) return null
  const { total } = await store.countsOf(ctx.tx, row.id)
  if (total + packing.length > MOST_LINES) return refuse('collection-full', { most: MOST_LINES })
  const made = await lines.insertLines(
    ctx.tx,
    row.id,
    packing,
    [row.senderId],
    ctx.now,
    ctx.actorId,
  )
  invariant(made === packing.length, 'each device decided to be packed is packed')
  await tell(ctx, row, 'returns.packed', { devices: packing.map((one) => one.deviceId) })
  return null
}

export async function unpackDevices(
  ctx: ActionContext,
  { params, body }: In<'unpackDevices'>,
): Out<'unpackDevices'> {
  const twice = repeated(body.deviceIds)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const removed = await lines.removeLines(ctx.tx, entered.row.id, body.deviceIds)
  const gone = new Set(removed.map((line) => line.deviceId))
  if (gone.size > 0) await tell(ctx, entered.row, 'returns.unpacked', { devices: [...gone] })
  const decided = body.deviceIds.map((deviceId) => ({
    deviceId,
    result: gone.has(deviceId) ? done(true) : refuse('line-not-found', { deviceId }),
  }))
  return done(bulkAnswer(decided, words, ctx.language))
}

async function barredPackage(
  ctx: ActionContext,
  row: store.CollectionRow,
  wanted: readonly (Uuid | null | undefined)[],
): Promise<Refusal | null> {
  const ids = wanted.filter((id) => id !== null && id !== undefined)
  if (ids.length === 0) return null
  const known = new Set((await store.packagesOf(ctx.tx, row.id)).map((one) => one.id))
  const unknown = ids.find((id) => !known.has(id))
  return unknown ? refuse('package-not-found', { packageId: unknown }) : null
}

export async function addPackage(
  ctx: ActionContext,
  { params, body }: In<'addPackage'>,
): Out<'addPackage'> {
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const made = { collectionId: row.id, id: ctx.newId(), kind: body.kind, seal: body.seal ?? null }
  await store.insertPackage(ctx.tx, { ...made, senderId: row.senderId })
  await tell(ctx, row, 'returns.packageAdded', { package: made.id, kind: body.kind })
  return done(await packageById(ctx, row.id, made.id))
}

export async function changePackage(
  ctx: ActionContext,
  { params, body }: In<'changePackage'>,
): Out<'changePackage'> {
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const present = (await store.packagesOf(ctx.tx, row.id)).find((p) => p.id === params.packageId)
  if (!present) return refuse('package-not-found')
  const kind = body.kind ?? present.kind
  const seal = body.seal === undefined ? present.seal : body.seal
  await store.changePackage(ctx.tx, { collectionId: row.id, id: present.id, kind, seal })
  await tell(ctx, row, 'returns.packageChanged', { package: present.id, kind })
  return done({ ...present, kind, seal })
}

async function packageById(ctx: ActionContext, collectionId: Uuid, id: Uuid) {
  const found = (await store.packagesOf(ctx.tx, collectionId)).find((one) => one.id === id)
  invariant(found, 'a package that was just added is there')
  return found
}
