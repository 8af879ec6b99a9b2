// A purchase from its reservation to its confirmation, or to its end without a sale.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { PlaceId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { nextNumber, places } from '../../organisations/store.ts'
import type { shopApi as api } from '../api/shop.ts'
import { reservedUntil } from '../rules/purchase.ts'
import { keepListings, listingBy, listingsOfPurchase, type ListingRow } from '../store/listings.ts'
import * as store from '../store/purchases.ts'
import { end, keep, type WantedListing } from './keep.ts'
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
    needId: null,
  })
  return made.ok ? done(await shownPurchase(ctx, made.value)) : made
}

/** What is asked for twice is asked for once, with the sum. */
function merged(lines: readonly WantedListing[]): WantedListing[] {
  const counts = new Map<Uuid, number>()
  for (const { listingId, count } of lines)
    counts.set(listingId, (counts.get(listingId) ?? 0) + count)
  return [...counts].map(([listingId, count]) => ({ listingId, count }))
}

export interface WantedPurchase {
  readonly lines: readonly WantedListing[]
  readonly placeId: PlaceId | null
  readonly toAddress: string | null
  readonly reference: string | null
  /** The need of an order in one's own organisation that it meets. */
  readonly needId: Uuid | null
}

/** Reserves in one shop, all or nothing. Also what an order for reused stock ends in. @returns its id */
export async function reserve(ctx: ActionContext, wanted: WantedPurchase): Promise<Result<Uuid>> {
  const seller = await sellerOf(ctx, wanted.lines)
  if (!seller.ok) return seller
  const place = wanted.placeId
    ? (await places(ctx.tx)).find((one) => one.id === wanted.placeId)
    : undefined
  if (wanted.placeId && !place) return refuse('place-not-found', { placeId: wanted.placeId })
  const id = ctx.newId()
  const { organisationId: buyerId, actorId } = ctx
  const until = reservedUntil(ctx.now)
  const sellerId = seller.value
  const kept = await asOther(ctx, { organisationId: sellerId, actorId }, async (other) => {
    const found = await keep(other, wanted.lines, { purchaseId: id, buyerId, until })
    return found.ok ? done({ listings: found.value, number: await numberOf(other) }) : found
  })
  if (!kept.ok) return kept
  await store.insertPurchase(ctx.tx, {
    ...{ id, number: kept.value.number, sellerId, buyerId, state: 'reserved' as const },
    ...{ madeAt: ctx.now, madeBy: actorId, reservedUntil: until, confirmedAt: null, caseId: null },
    toName: place?.name ?? null,
    toAddress: wanted.toAddress ?? place?.address ?? null,
    placeId: wanted.placeId,
    reference: wanted.reference,
    needId: wanted.needId,
  })
  const purchase = { id, sellerId, buyerId }
  await store.insertLines(ctx.tx, purchase, linesOf(kept.value.listings))
  await tell(ctx, purchase, 'resale.reserved', {
    until: until.toISOString(),
    listings: kept.value.listings.map((listing) => listing.id),
  })
  return done(id)
}

async function sellerOf(
  ctx: ActionContext,
  lines: readonly WantedListing[],
): Promise<Result<Uuid>> {
  const sellers = new Set<Uuid>()
  for (const { listingId } of lines) {
    const listing = await listingBy(ctx.tx, listingId)
    if (!listing) return refuse('listing-not-found', { listingId })
    sellers.add(listing.sellerId)
  }
  const [sellerId, another] = sellers
  if (another !== undefined) return refuse('several-sellers')
  return sellerId === ctx.organisationId ? refuse('own-listing') : done(sellerId!)
}

/** As the seller: numbers run in each shop by itself. */
export async function numberOf(ctx: ActionContext): Promise<string> {
  const year = ctx.now.getUTCFullYear()
  const running = await nextNumber(ctx.tx, ctx.organisationId, `resale.purchase.${year}`)
  return `K-${year}-${String(running).padStart(4, '0')}`
}

export const linesOf = (
  listings: readonly ListingRow[],
  over: { readonly priceOre?: number; readonly warrantyUntilOn?: string | null } = {},
): store.NewLine[] =>
  listings.map((listing, index) => ({
    position: index + 1,
    listingId: listing.id,
    deviceId: listing.deviceId,
    kind: listing.kind,
    maker: listing.maker,
    model: listing.model,
    serialNumber: null,
    grade: listing.grade,
    memoryGb: listing.memoryGb,
    storageGb: listing.storageGb,
    osFamily: listing.osFamily,
    batteryPercent: listing.batteryPercent,
    priceOre: listing.priceOre,
    vat: listing.vat,
    warrantyMonths: listing.warrantyMonths,
    warrantyUntilOn: null,
    ...over,
  }))

export async function confirmPurchase(
  ctx: ActionContext,
  { params }: In<'confirmPurchase'>,
): Out<'confirmPurchase'> {
  const entered = await enter(ctx, params.purchaseId, 'confirm')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const { organisationId: buyerId, actorId } = ctx
  await asOther(ctx, { organisationId: row.sellerId, actorId }, async (other) => {
    const kept = await listingsOfPurchase(other.tx, row.id)
    const ids = kept.map((listing) => listing.id)
    await keepListings(other.tx, ids, { purchaseId: row.id, buyerId, until: null })
  })
  await store.changePurchase(ctx.tx, row.id, { state: 'confirmed', confirmedAt: ctx.now })
  await tell(ctx, row, 'resale.confirmed')
  return done(await shownPurchase(ctx, row.id))
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
