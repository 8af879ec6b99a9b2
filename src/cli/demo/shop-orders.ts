// Needs that reused stock of the partner's shop meets: one bought and delivered, one for Anna to approve.
import { addDays, dayOf } from '../../core/dates.ts'
import { done } from '../../core/result.ts'
import { deliverNeeds } from '../../features/ordering/actions/deliver.ts'
import { approveOrder, createOrder } from '../../features/ordering/actions/orders.ts'
import { followPurchases } from '../../features/ordering/actions/stock.ts'
import { units } from '../../features/organisations/store.ts'
import { acceptPurchase, sendPurchase } from '../../features/resale/actions/deliver.ts'
import { plain } from './plain-need.ts'
import type { At } from './shop.ts'
import type { DemoWorld } from './world.ts'

async function order(
  world: DemoWorld,
  at: At,
  [daysAgo, unitName, kind]: readonly [number, string, 'laptop' | 'smartphone'],
  listingId: string,
) {
  return world.act('olle', at(daysAgo), async (ctx) => {
    const unit = (await units(ctx.tx)).find(({ name }) => name === unitName)!
    const neededFromOn = addDays(dayOf(world.now), 14 - daysAgo)
    const need = {
      ...plain,
      kind,
      listingId,
      unitId: unit.id,
      neededFromOn,
      way: 'shop' as const,
    }
    const coding = { ansvar: unit.costCentre!, konto: '6460' }
    return createOrder(ctx, {
      body: { unitId: unit.id, coding, needs: [need, need], submit: true },
    })
  })
}

/** Thirteen days ago: bought, received and handed out. */
export async function orderPhones(world: DemoWorld, at: At): Promise<void> {
  const listingId = await freeListing(world, at(13), 'iPhone 13', 'B')
  const phones = await order(world, at, [13, 'Hemtjänst Väst', 'smartphone'], listingId)
  const params = { orderId: phones.id }
  const purchaseId = phones.needsList[0]!.purchase!.id
  await world.act('anna', at(12), (ctx) => approveOrder(ctx, { params }))
  await world.act('stina', at(11), (ctx) => sendPurchase(ctx, { params: { purchaseId } }))
  await world.act('olle', at(9), async (ctx) => {
    const received = await acceptPurchase(ctx, { params: { purchaseId }, body: {} })
    // In the same act, so that who hears of it in the meantime finds it done.
    if (received.ok) await followPurchases(ctx, phones.id)
    return received
  })
  const needIds = phones.needsList.map(({ id }) => id)
  await world.act('tove', at(8), (ctx) => deliverNeeds(ctx, { params, body: { needIds } }))
}

/** Since yesterday it waits for Anna. */
export async function orderLaptops(world: DemoWorld, at: At): Promise<void> {
  const listingId = await freeListing(world, at(1), 'ThinkPad T14 G2', 'A')
  await order(world, at, [1, 'Kulturskolan', 'laptop'], listingId)
}

/** Of a model, the first of a grade in the shop that nobody has bought. */
const freeListing = (world: DemoWorld, at: Date, model: string, grade: 'A' | 'B') =>
  world.act('stina', at, async (ctx) => {
    const { id } = await ctx.tx.one<{ id: string }>(
      `SELECT id FROM resale.listing
       WHERE seller_id = organisations.current_id() AND model = $1 AND grade = $2
         AND state = 'listed' AND purchase_id IS NULL ORDER BY published_at, id LIMIT 1`,
      [model, grade],
    )
    return done(id)
  })
