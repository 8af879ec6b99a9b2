// A need of an order becomes a purchase: kept in the shop until the order is approved, bought then,
// and let go of when the order comes to nothing. Called by the order's own actions, in their transaction.
import { groupBy } from '../../../core/group.ts'
import type { PlaceId, UnitId, Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { units } from '../../organisations/store.ts'
import type { VatScheme } from '../rules/listing.ts'
import { decideAct, reservedForOrderUntil, stateAt } from '../rules/purchase.ts'
import { shortOf, type StockNeed } from '../rules/stock.ts'
import { linesOfNeeds, untieNeeds, type NeedLineRow } from '../store/lines.ts'
import { listingBy } from '../store/listings.ts'
import { lockPurchase, reservedForOrder } from '../store/purchases.ts'
import { dropLines } from './keep.ts'
import { confirm } from './purchases.ts'
import { reserve } from './reserve.ts'
import { asOther } from './sides.ts'
import { tell } from './told.ts'

export interface NeedOfStock extends StockNeed {
  readonly needId: Uuid
  readonly listingId: Uuid
  readonly placeId: PlaceId | null
}

export interface NeedPrice {
  readonly priceOre: number
  readonly vat: VatScheme
  readonly warrantyMonths: number
}

/** One purchase for each shop and place, all of them or none. @returns what each need costs */
export async function keepForNeeds(
  ctx: ActionContext,
  order: { readonly id: Uuid; readonly number: string; readonly unitId: UnitId | null },
  needs: readonly NeedOfStock[],
): Promise<Result<ReadonlyMap<Uuid, NeedPrice>>> {
  const groups = await groupsOf(ctx, needs)
  if (!groups.ok) return groups
  const prices = new Map<Uuid, NeedPrice>()
  // Whoever sends it has to know where: without a place it is the unit that ordered.
  const unit = (await units(ctx.tx)).find(({ id }) => id === order.unitId)
  for (const group of groups.value) {
    // Needs of one listing stand together, in the order in which its devices are kept.
    const byListing = [...groupBy(group, (need) => need.listingId)]
    const made = await reserve(ctx, {
      lines: byListing.map(([listingId, some]) => ({ listingId, count: some.length })),
      order: { id: order.id, needIds: byListing.flatMap(([, some]) => some.map(needIdOf)) },
      placeId: group[0]!.placeId,
      toName: unit?.name ?? null,
      toAddress: null,
      reference: order.number,
      until: reservedForOrderUntil(ctx.now),
    })
    if (!made.ok) return made
    for (const { needId, priceOre, vat, warrantyMonths } of made.value.lines)
      if (needId) prices.set(needId, { priceOre, vat, warrantyMonths })
  }
  return done(prices)
}

const needIdOf = ({ needId }: NeedOfStock) => needId

async function groupsOf(
  ctx: ActionContext,
  needs: readonly NeedOfStock[],
): Promise<Result<(readonly NeedOfStock[])[]>> {
  const sellers = new Map<Uuid, Uuid>()
  for (const need of needs) {
    const { listingId } = need
    const listing = await listingBy(ctx.tx, listingId)
    if (!listing) return refuse('listing-not-found', { listingId })
    const short = shortOf(need, listing)
    if (short) return refuse('listing-unfit', { listingId, short })
    sellers.set(listingId, listing.sellerId)
  }
  const groups = groupBy(needs, (need) => `${sellers.get(need.listingId)} ${need.placeId}`)
  return done([...groups.values()])
}

/** With the approval: all that is kept for the order is bought, unless some of it has run out. */
export async function buyForOrder(ctx: ActionContext, orderId: Uuid): Promise<Result<null>> {
  for (const id of await reservedForOrder(ctx.tx, orderId)) {
    const row = await lockPurchase(ctx.tx, id)
    if (!row || row.state !== 'reserved') continue
    const no = decideAct(stateAt(row, ctx.now), 'buyer', 'confirm')
    if (no) return refuse('order-reservation-expired', { number: row.number })
    await confirm(ctx, row)
  }
  return done(null)
}

/** What is not sent is let go of in the shop; what is on its way comes to the pool. */
export async function dropForNeeds(ctx: ActionContext, needIds: readonly Uuid[]): Promise<void> {
  const lines = await linesOfNeeds(ctx.tx, needIds)
  // In the order of their ids, so that two who let go never wait for each other.
  const open = lines
    .filter((line) => line.state === 'ordered')
    .toSorted((a, b) => (a.purchaseId < b.purchaseId ? -1 : 1))
  for (const [id, some] of groupBy(open, (line) => line.purchaseId)) {
    const row = await lockPurchase(ctx.tx, id)
    if (row?.state !== 'reserved' && row?.state !== 'confirmed') continue
    const { actorId } = ctx
    await asOther(ctx, { organisationId: row.sellerId, actorId }, (other) =>
      dropLines(other, row, some),
    )
    await tell(ctx, row, 'resale.linesDropped', { devices: some.length })
  }
  await untieNeeds(
    ctx.tx,
    lines.filter((line) => line.state === 'sent').map((line) => line.needId!),
  )
}

/** Where the purchase for each need stands now; a reservation that has run out by the clock is over. */
export async function purchasesOfNeeds(
  ctx: ActionContext,
  needIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, NeedLineRow>> {
  if (needIds.length === 0) return new Map()
  const lines = await linesOfNeeds(ctx.tx, needIds)
  return new Map(
    lines.map((line) => {
      const purchaseState = stateAt({ ...line, state: line.purchaseState }, ctx.now)
      return [line.needId!, { ...line, purchaseState }]
    }),
  )
}
