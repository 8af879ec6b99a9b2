// Beginning a collection, and reading it.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { isDay } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { isActivePartner, nextNumber, placeExists } from '../../organisations/store.ts'
import type { api } from '../api/sending.ts'
import { collectionNumber, MOST_LINES } from '../rules/states.ts'
import * as store from '../store/collections.ts'
import * as discrepancies from '../store/discrepancies.ts'
import * as lines from '../store/lines.ts'
import { shownDiscrepancy } from './discrepancies.ts'
import { shown, tell } from './shared.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function createCollection(
  ctx: ActionContext,
  { body }: In<'createCollection'>,
): Out<'createCollection'> {
  if (body.wantedPickupOn && !isDay(body.wantedPickupOn))
    return refuse('invalid-input', { field: 'body/wantedPickupOn' })
  const own = body.receiverId === ctx.organisationId
  if (own || !(await isActivePartner(ctx.tx, body.receiverId)))
    return refuse('receiver-not-partner', { field: 'body/receiverId' })
  const fromPlaceId = body.fromPlaceId ?? null
  if (fromPlaceId && !(await placeExists(ctx.tx, fromPlaceId)))
    return refuse('place-not-found', { field: 'body/fromPlaceId' })
  const year = ctx.now.getUTCFullYear()
  const running = await nextNumber(ctx.tx, ctx.organisationId, `returns.collection.${year}`)
  const id = ctx.newId()
  const number = collectionNumber(year, running)
  await store.insertCollection(ctx.tx, {
    id,
    number,
    senderId: ctx.organisationId,
    receiverId: body.receiverId,
    fromPlaceId,
    wantedPickupOn: body.wantedPickupOn ?? null,
    at: ctx.now,
    by: ctx.actorId,
  })
  const row = await store.getCollection(ctx.tx, id)
  if (!row) return refuse('collection-not-found')
  await tell(ctx, row, 'returns.collectionCreated', {
    number,
    sender: row.senderId,
    receiver: row.receiverId,
  })
  return done(shown(ctx, row))
}

export async function listCollections(
  ctx: ActionContext,
  { query }: In<'listCollections'>,
): Out<'listCollections'> {
  const { cursor, limit = 50 } = query
  const before = fromCursor(cursor, 1)
  if (cursor !== undefined && !isUuid(before?.[0])) return refuse('cursor-unknown')
  const rows = await store.listCollections(ctx.tx, {
    state: query.state ?? null,
    direction: query.direction ?? null,
    beforeId: before ? String(before[0]) : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.id])
  return done({ items: page.items.map((row) => shown(ctx, row)), next: page.next })
}

export async function countCollections(ctx: ActionContext): Out<'countCollections'> {
  const byState = await store.countByState(ctx.tx)
  const open = await store.oldestDiscrepancy(ctx.tx)
  return done({
    byState: byState.map((row) => ({ ...row, oldestAt: row.oldestAt.toISOString() })),
    openDiscrepancies: open.count,
    oldestDiscrepancyAt: open.oldestAt?.toISOString() ?? null,
  })
}

export async function getCollection(
  ctx: ActionContext,
  { params }: In<'getCollection'>,
): Out<'getCollection'> {
  const row = await store.getCollection(ctx.tx, params.collectionId)
  if (!row) return refuse('collection-not-found')
  const found = await discrepancies.listDiscrepancies(ctx.tx, {
    collectionId: row.id,
    state: null,
    afterId: null,
    limit: 200,
  })
  return done({
    ...shown(ctx, row),
    packages: await store.packagesOf(ctx.tx, row.id),
    discrepancies: found.map((one) => shownDiscrepancy(ctx, one)),
  })
}

export async function listLines(
  ctx: ActionContext,
  { params, query }: In<'listLines'>,
): Out<'listLines'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !(after && isUuid(after[1]))) return refuse('cursor-unknown')
  if (!(await store.getCollection(ctx.tx, params.collectionId)))
    return refuse('collection-not-found')
  const rows = await lines.listLines(ctx.tx, params.collectionId, {
    state: query.state ?? null,
    packageId: query.packageId ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.sortKey, row.deviceId])
  return done({ items: page.items.map(shownLine), next: page.next })
}

export async function deliveryNote(
  ctx: ActionContext,
  { params }: In<'deliveryNote'>,
): Out<'deliveryNote'> {
  const row = await store.getCollection(ctx.tx, params.collectionId)
  if (!row) return refuse('collection-not-found')
  const all = { state: null, packageId: null, after: null, limit: MOST_LINES }
  const rows = await lines.listLines(ctx.tx, row.id, all)
  return done({
    ...shown(ctx, row),
    packages: await store.packagesOf(ctx.tx, row.id),
    lines: rows.map(shownLine),
  })
}

const shownLine = ({ sortKey: _sortKey, ...line }: lines.LineRow) => ({
  ...line,
  packedAt: line.packedAt.toISOString(),
  receivedAt: line.receivedAt?.toISOString() ?? null,
})
