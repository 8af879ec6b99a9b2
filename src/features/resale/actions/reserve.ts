// What a purchase begins with: the devices kept for it in the shop, and its lines as they were shown.
import type { PlaceId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { nextNumber, places } from '../../organisations/store.ts'
import { reservedUntil } from '../rules/purchase.ts'
import * as store from '../store/lines.ts'
import { listingBy, type ListingRow } from '../store/listings.ts'
import { insertPurchase } from '../store/purchases.ts'
import { saleFacts } from './facts.ts'
import { keep, type WantedListing } from './keep.ts'
import { asOther } from './sides.ts'
import { tell } from './told.ts'

export interface WantedPurchase {
  readonly lines: readonly WantedListing[]
  readonly placeId: PlaceId | null
  /** Where it goes, by its name, where no place of the register is named. */
  readonly toName?: string | null
  readonly toAddress: string | null
  readonly reference: string | null
  /** The order that it is for, and its needs in the order of what is wanted. */
  readonly order?: { readonly id: Uuid; readonly needIds: readonly Uuid[] }
  /** Until when the devices are kept, where it is longer than for a purchase by itself. */
  readonly until?: Date
}

export interface MadePurchase {
  readonly id: Uuid
  readonly lines: readonly store.NewLine[]
}

/** Reserves in one shop, all or nothing. Also what a need that is met by reused stock begins with. */
export async function reserve(
  ctx: ActionContext,
  wanted: WantedPurchase,
): Promise<Result<MadePurchase>> {
  const seller = await sellerOf(ctx, wanted.lines)
  if (!seller.ok) return seller
  const place = wanted.placeId
    ? (await places(ctx.tx)).find((one) => one.id === wanted.placeId)
    : undefined
  if (wanted.placeId && !place) return refuse('place-not-found', { placeId: wanted.placeId })
  const id = ctx.newId()
  const { organisationId: buyerId, actorId } = ctx
  const until = wanted.until ?? reservedUntil(ctx.now)
  const sellerId = seller.value
  const kept = await asOther(ctx, { organisationId: sellerId, actorId }, async (other) => {
    const found = await keep(other, wanted.lines, { purchaseId: id, buyerId, until })
    return found.ok ? done({ listings: found.value, number: await numberOf(other) }) : found
  })
  if (!kept.ok) return kept
  await insertPurchase(ctx.tx, {
    ...{ id, number: kept.value.number, sellerId, buyerId, state: 'reserved' as const },
    ...{ madeAt: ctx.now, madeBy: actorId, reservedUntil: until, confirmedAt: null, caseId: null },
    toName: place?.name ?? wanted.toName ?? null,
    toAddress: wanted.toAddress ?? place?.address ?? null,
    placeId: wanted.placeId,
    reference: wanted.reference,
    orderId: wanted.order?.id ?? null,
  })
  const purchase = { id, sellerId, buyerId }
  const lines = linesOf(kept.value.listings).map((line, index) => ({
    ...line,
    needId: wanted.order?.needIds[index] ?? null,
  }))
  await store.insertLines(ctx.tx, purchase, lines)
  await tell(ctx, purchase, 'resale.reserved', {
    until: until.toISOString(),
    listings: kept.value.listings.map((listing) => listing.id),
  })
  return done({ id, lines })
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
    ...saleFacts(listing),
    serialNumber: null,
    batteryPercent: listing.batteryPercent,
    warrantyUntilOn: null,
    needId: null,
    ...over,
  }))
