// A need is met by what a partner has reused: chosen for it, and followed until it stands in the pool.
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { buyForOrder, dropForNeeds, keepForNeeds } from '../../resale/actions/for-needs.ts'
import { sumOf } from '../../resale/rules/purchase.ts'
import { linesOfNeeds } from '../../resale/store/lines.ts'
import type { ordersApi as api } from '../api/orders.ts'
import { decideAct, decideChoose, endOfLine } from '../rules/orders.ts'
import * as needs from '../store/needs.ts'
import { lockOrder, type OrderRow } from '../store/orders.ts'
import { enter, shownOrder, tell } from './shown.ts'

export async function chooseListing(
  ctx: ActionContext,
  { params: { needId }, body: { listingId } }: Input<typeof api.chooseListing>,
): Promise<Result<Output<typeof api.chooseListing>>> {
  const orderId = await needs.orderOfNeed(ctx.tx, needId)
  if (!orderId) return refuse('need-not-found', { needId })
  const entered = await enter(ctx, orderId, null)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const [need] = await needs.needsBy(ctx.tx, [needId])
  if (!need) return refuse('need-not-found', { needId })
  const no = decideAct({ ...row, ...ctx }, 'withdraw') ?? decideChoose(row.state, need.state)
  if (no) return no
  await dropForNeeds(ctx, [needId])
  const chosen = listingId ? await choose(ctx, row, need, listingId) : done(null)
  if (!chosen.ok) return chosen
  if (!listingId) await needs.choosePool(ctx.tx, needId)
  await tell(ctx, orderId, 'ordering.stockChosen', { needId, listingId })
  return done(await shownOrder(ctx, orderId))
}

/** In an approved order it is bought at once, as far as the approval goes. */
async function choose(
  ctx: ActionContext,
  order: OrderRow,
  need: needs.NeedRow,
  listingId: Uuid,
): Promise<Result<null>> {
  const kept = await keepForNeeds(ctx, order, [{ ...need, needId: need.id, listingId }])
  if (!kept.ok) return kept
  const price = kept.value.get(need.id)!
  const approved = order.state !== 'draft' && order.state !== 'submitted'
  if (approved) {
    const most = need.purchaseOre ?? 0
    const was = sumOf([{ priceOre: most, vat: need.purchaseVat ?? 'margin' }])
    if (sumOf([price]).totalOre > was.totalOre)
      return refuse('costs-more-than-approved', { approvedOre: most })
    const bought = await buyForOrder(ctx, order.id)
    if (!bought.ok) return bought
  }
  await needs.chooseStock(ctx.tx, need.id, { ...price, state: approved ? 'onOrder' : 'held' })
  return done(null)
}

/** As the buyer, when something has happened to a purchase: each need by the line it was last bought by. */
export async function followPurchases(ctx: ActionContext, orderId: Uuid): Promise<void> {
  if (!(await lockOrder(ctx.tx, orderId))) return
  const waiting = (await needs.needsOf(ctx.tx, orderId)).filter(
    (need) => need.way === 'shop' && (need.state === 'held' || need.state === 'onOrder'),
  )
  const ids = waiting.map((need) => need.id)
  for (const line of await linesOfNeeds(ctx.tx, ids)) {
    const needId = line.needId!
    const end = endOfLine(line)
    if (line.buyerDeviceId) {
      await needs.receiveStock(ctx.tx, needId, line.buyerDeviceId)
      const content = { needId, deviceId: line.buyerDeviceId }
      await tell(ctx, orderId, 'ordering.needReserved', content)
    } else if (end) {
      await needs.endStock(ctx.tx, needId, end)
      await tell(ctx, orderId, 'ordering.purchaseEnded', { needId, end })
    }
  }
}
