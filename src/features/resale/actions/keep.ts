// Keeping devices of a shop for a purchase, and letting go of them, as the seller: in a shop,
// reservations take turns, so that of two who want the last device one gets it.
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import * as lines from '../store/lines.ts'
import * as listings from '../store/listings.ts'
import { isFree } from '../rules/listing.ts'
import { freeAlike, takeTurn } from '../store/offers.ts'
import * as store from '../store/purchases.ts'
import { tell } from './told.ts'

export interface WantedListing {
  readonly listingId: Uuid
  readonly count: number
}

/** Finds and keeps all that is wanted, or refuses with how many there are. */
export async function keep(
  ctx: ActionContext,
  wanted: readonly WantedListing[],
  kept: {
    readonly purchaseId: Uuid
    readonly buyerId: OrganisationId
    readonly until: Date | null
  },
): Promise<Result<listings.ListingRow[], 'listing-taken'>> {
  await takeTurn(ctx.tx, ctx.organisationId)
  const taken: listings.ListingRow[] = []
  for (const [index, { listingId, count }] of wanted.entries()) {
    const { rows, left } = await lockFree(ctx, listingId, kept.buyerId, count)
    if (left !== null)
      return refuse('listing-taken', { field: `body/lines/${index}`, listingId, left })
    const ids = rows.map((row) => row.id)
    // Whoever had them kept has let the time run out: what is theirs ends before ours begins.
    await endRunOut(ctx, ids)
    await listings.keepListings(ctx.tx, ids, kept)
    taken.push(...rows)
  }
  return done(taken)
}

/**
 * What is found free may be withdrawn while its lock is waited for: it is looked at again under the
 * lock, and another that is alike is looked for in its place. @returns `left` when there are too few
 */
async function lockFree(
  ctx: ActionContext,
  listingId: Uuid,
  buyerId: OrganisationId,
  count: number,
): Promise<{ rows: listings.ListingRow[]; left: number | null }> {
  for (;;) {
    const free = await freeAlike(ctx.tx, listingId, buyerId, count, ctx.now)
    if (free.length < count) return { rows: [], left: free.length }
    const ids = free.map((row) => row.id)
    const rows = await listings.lockListings(ctx.tx, ids)
    if (rows.every((row) => isFree(row, ctx.now))) return { rows, left: null }
  }
}

/** Ends reservations that have run out, all of the seller's or those that keep these listings. */
export async function endRunOut(ctx: ActionContext, listingIds: readonly Uuid[] | null) {
  const over = await store.runOut(ctx.tx, ctx.now, listingIds)
  for (const purchase of over) {
    await end(ctx, purchase, 'expired')
    await tell(ctx, purchase, 'resale.expired')
  }
  return over.length
}

/** A purchase ends without a sale, and its listings are free again. */
export async function end(
  ctx: ActionContext,
  purchase: { readonly id: Uuid },
  state: 'expired' | 'cancelled',
) {
  const all = await lines.linesOf(ctx.tx, purchase.id)
  await letGo(ctx, purchase.id, all)
  await store.changePurchase(ctx.tx, purchase.id, { state, endedAt: ctx.now })
}

/** Lines that nobody has sent come to nothing; with the last of them ends the purchase. */
export async function dropLines(
  ctx: ActionContext,
  purchase: { readonly id: Uuid },
  dropped: readonly lines.LineRow[],
) {
  await letGo(ctx, purchase.id, dropped)
  const states = (await lines.linesOf(ctx.tx, purchase.id)).map((line) => line.state)
  if (states.every((state) => state === 'cancelled'))
    await store.changePurchase(ctx.tx, purchase.id, { state: 'cancelled', endedAt: ctx.now })
}

/** Only what the purchase still has: once it has run out, another may have it. */
async function letGo(ctx: ActionContext, purchaseId: Uuid, some: readonly lines.LineRow[]) {
  const kept = await listings.listingsOfPurchase(ctx.tx, purchaseId)
  const wanted = new Set(some.map((line) => line.listingId))
  await listings.keepListings(
    ctx.tx,
    kept.map((listing) => listing.id).filter((id) => wanted.has(id)),
    null,
  )
  await lines.setLines(
    ctx.tx,
    purchaseId,
    some.map((line) => line.position),
    'cancelled',
  )
}
