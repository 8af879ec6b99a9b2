// A purchase from its reservation to its confirmation, or to its end without a sale.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { purchasesApi as api } from '../api/purchases.ts'
import { keepListings, listingsOfPurchase } from '../store/listings.ts'
import * as store from '../store/purchases.ts'
import { end, type WantedListing } from './keep.ts'
import { reserve } from './reserve.ts'
import { asOther } from './sides.ts'
import { enter, shownPurchase, shownSummary } from './shown.ts'
import { tell } from './told.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function makePurchase(
  ctx: ActionContext,
  { body }: In<'makePurchase'>,
): Out<'makePurchase'> {
  const made = await reserve(ctx, {
    lines: merged(body.lines),
    placeId: body.placeId ?? null,
    toAddress: body.toAddress ?? null,
    reference: body.reference ?? null,
  })
  return made.ok ? done(await shownPurchase(ctx, made.value.id)) : made
}

/** What is asked for twice is asked for once, with the sum. */
function merged(lines: readonly WantedListing[]): WantedListing[] {
  const counts = new Map<Uuid, number>()
  for (const { listingId, count } of lines)
    counts.set(listingId, (counts.get(listingId) ?? 0) + count)
  return [...counts].map(([listingId, count]) => ({ listingId, count }))
}

export async function confirmPurchase(
  ctx: ActionContext,
  { params }: In<'confirmPurchase'>,
): Out<'confirmPurchase'> {
  const entered = await enter(ctx, params.purchaseId, 'confirm')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  // What an order is charged for is bought when the order is approved, and not before.
  if (row.orderId) return refuse('purchase-of-order', { number: row.reference ?? row.number })
  await confirm(ctx, row)
  return done(await shownPurchase(ctx, row.id))
}

/** The buyer's own act, also when it approves the order that the purchase is for. */
export async function confirm(ctx: ActionContext, row: store.PurchaseRow) {
  const { organisationId: buyerId, actorId } = ctx
  await asOther(ctx, { organisationId: row.sellerId, actorId }, async (other) => {
    const kept = await listingsOfPurchase(other.tx, row.id)
    const ids = kept.map((listing) => listing.id)
    await keepListings(other.tx, ids, { purchaseId: row.id, buyerId, until: null })
  })
  await store.changePurchase(ctx.tx, row.id, { state: 'confirmed', confirmedAt: ctx.now })
  await tell(ctx, row, 'resale.confirmed')
}

export const cancelPurchase = (ctx: ActionContext, { params }: In<'cancelPurchase'>) =>
  callOff(ctx, params.purchaseId)

export const declinePurchase = (ctx: ActionContext, { params }: In<'declinePurchase'>) =>
  callOff(ctx, params.purchaseId)

async function callOff(ctx: ActionContext, id: Uuid): Out<'cancelPurchase'> {
  const entered = await enter(ctx, id, 'cancel')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const { actorId } = ctx
  await asOther(ctx, { organisationId: row.sellerId, actorId }, (other) =>
    end(other, row, 'cancelled'),
  )
  await tell(ctx, row, 'resale.cancelled')
  return done(await shownPurchase(ctx, row.id))
}

export async function listPurchases(
  ctx: ActionContext,
  { query }: In<'listPurchases'>,
): Out<'listPurchases'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.purchases(ctx.tx, {
    state: query.state ?? null,
    side: query.side ?? null,
    now: ctx.now,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({ items: page.items.map((row) => shownSummary(ctx, row)), next: page.next })
}

export async function countPurchases(ctx: ActionContext): Out<'countPurchases'> {
  return done({ items: await store.purchaseCounts(ctx.tx, ctx.now) })
}

export async function getPurchase(
  ctx: ActionContext,
  { params }: In<'getPurchase'>,
): Out<'getPurchase'> {
  const row = await store.purchaseBy(ctx.tx, params.purchaseId)
  if (!row) return refuse('purchase-not-found', { purchaseId: params.purchaseId })
  return done(await shownPurchase(ctx, row.id))
}
