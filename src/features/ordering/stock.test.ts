// A need that is met by what a partner has reused: held, approved, bought, received, handed out.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gradedDevices } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import {
  newOrganisation,
  newPartnership,
  newPerson,
  newIdAt,
  newUnit,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { Input } from '../../core/endpoint.ts'
import { inspectDevices } from '../grading/actions.ts'
import { testsOf } from '../grading/rules/tests.ts'
import * as delivery from '../resale/actions/deliver.ts'
import { publishListings } from '../resale/actions/publish.ts'
import * as purchases from '../resale/actions/purchases.ts'
import { releaseRunOut } from '../resale/jobs.ts'
import { deliverNeeds, reserveForNeed } from './actions/deliver.ts'
import { orderOptions } from './actions/options.ts'
import * as orders from './actions/orders.ts'
import { chooseListing } from './actions/stock.ts'
import type { ordersApi } from './api/orders.ts'
import { listeners } from './jobs.ts'

let world: World
let partner: Actor
let buyer: Actor
let approver: Actor
let rival: Actor
let holderId: string
const start = new Date('2026-03-12T09:00:00Z')

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.now = start
  partner = await newOrganisation(world, 'reusePartner')
  buyer = await newOrganisation(world)
  rival = await newOrganisation(world)
  for (const customer of [buyer, rival]) {
    await newPartnership(world, customer, partner)
    await newUnit(world, customer.organisationId)
  }
  approver = { ...buyer, personId: await newPerson(world, buyer.organisationId, ['approver']) }
  holderId = await newPerson(world, buyer.organisationId)
})

/** Up for sale at the partner, alike. @returns one listing's id */
async function onSale(count: number, priceOre = 250_000): Promise<string> {
  const facts = { maker: 'Apple', model: 'iPhone 13', osName: 'iOS 18', storageGb: 128 }
  const ids = await gradedDevices(world, partner, count, { kind: 'smartphone', facts })
  const { key, secondary } = testsOf('smartphone')
  const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' as const }))
  const found = { tests, defects: [], inspected: true, softwareLoaded: true, batteryPercent: 92 }
  const items = ids.map((deviceId) => ({ deviceId, ...found }))
  value(await world.act(partner, (ctx) => inspectDevices(ctx, { body: { items } })))
  const put = { items: ids.map((deviceId) => ({ deviceId, priceOre })), vat: 'margin' as const }
  value(await world.act(partner, (ctx) => publishListings(ctx, { body: put })))
  const { rows } = await world.database.pool.query(
    'SELECT id FROM resale.listing WHERE device_id = $1',
    [ids[0]],
  )
  return rows[0].id
}

type Body = Input<typeof ordersApi.createOrder>['body']
const need = (listingId: string, more: object = {}): Body['needs'][number] => ({
  ...{ kind: 'smartphone', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null, holderId, unitId: null, placeId: null },
  ...{ neededFromOn: '2026-04-01', untilOn: null, specialNeed: null, way: 'shop' },
  ...{ serviceId: null, newReason: null, newWords: null, deviceId: null, replacesId: null },
  ...{ listingId, ...more },
})
const order = (needs: Body['needs'], who = buyer, more: Partial<Body> = {}) => {
  const coding = { ansvar: '4711', konto: '6460' }
  const body = { unitId: null, coding, needs, submit: true, ...more }
  return world.act(who, (ctx) => orders.createOrder(ctx, { body }))
}
const approve = (orderId: string) =>
  world.act(approver, (ctx) => orders.approveOrder(ctx, { params: { orderId } }))
const read = async (orderId: string) =>
  value(await world.act(buyer, (ctx) => orders.getOrder(ctx, { params: { orderId } })))
const choose = (needId: string, listingId: string | null, who = buyer) =>
  world.act(who, (ctx) => chooseListing(ctx, { params: { needId }, body: { listingId } }))
const purchase = async (id: string, who = buyer) =>
  value(await world.act(who, (ctx) => purchases.getPurchase(ctx, { params: { purchaseId: id } })))
const heard = () => hearAll(world.database, listeners)
const send = async (purchaseId: string) =>
  value(await world.act(partner, (ctx) => delivery.sendPurchase(ctx, { params: { purchaseId } })))
const left = async (listingId: string): Promise<number> => {
  const { rows } = await world.database.pool.query(
    `SELECT count(*)::int AS count FROM resale.listing l JOIN resale.listing m ON m.id = $1
     WHERE l.seller_id = m.seller_id AND l.state = 'listed' AND l.purchase_id IS NULL`,
    [listingId],
  )
  return rows[0].count
}

describe('a need that is met by reused stock', () => {
  it('goes to the place that it names, else to the unit that orders: the delivery note says where', async () => {
    const listingId = await onSale(2)
    const unitId = await newUnit(world, buyer.organisationId, 'Kulturskolan')
    const placeId = newIdAt(world.now)
    await world.database.asSystem((tx) =>
      tx.run(
        `INSERT INTO organisations.place (id, organisation_id, kind, name, address)
         VALUES ($1, $2, 'depot', 'Depå Syd', $3)`,
        [placeId, buyer.organisationId, 'Hamngatan 3\n412 00 Exempelby'],
      ),
    )
    const made = value(
      await order([need(listingId, { placeId }), need(listingId)], buyer, { unitId }),
    )
    const bought = made.needsList.map((one) => one.purchase!.id)
    expect(new Set(bought).size).toBe(2)
    expect(await purchase(bought[0]!)).toMatchObject({
      ...{ toName: 'Depå Syd', toAddress: 'Hamngatan 3\n412 00 Exempelby' },
    })
    expect(await purchase(bought[1]!, partner)).toMatchObject({
      ...{ toName: 'Kulturskolan', toAddress: null },
    })
  })

  it('is held for the approval, bought with it, received, and handed out to who needs it', async () => {
    const listingId = await onSale(3)
    const options = value(
      await world.act(buyer, (ctx) => orderOptions(ctx, { query: { kind: 'smartphone' } })),
    )
    expect(options.offers).toMatchObject([{ count: 3, priceOre: 250_000, warrantyMonths: 12 }])
    const made = value(await order([need(listingId), need(listingId)]))
    expect(made).toMatchObject({
      purchaseOre: 500_000,
      purchaseSum: { netOre: 500_000, vatOre: 0, totalOre: 500_000 },
      monthOre: 0,
      newNeeds: 0,
    })
    const [first] = made.needsList
    expect(first).toMatchObject({ state: 'held', way: 'shop', purchaseEnd: null })
    expect(first!.purchase).toMatchObject({ state: 'reserved', priceOre: 250_000 })
    expect(first!.purchase!.reservedUntil).toBe('2026-03-15T09:00:00.000Z')
    expect(await left(listingId)).toBe(1)
    const { id: purchaseId } = first!.purchase!
    expect(await purchase(purchaseId)).toMatchObject({
      ...{ devices: 2, reference: made.number, orderId: made.id, state: 'reserved' },
    })
    // The seller is not told which order, and nobody buys past the approver.
    expect((await purchase(purchaseId, partner)).orderId).toBeNull()
    expect(
      await world.act(buyer, (ctx) => purchases.confirmPurchase(ctx, { params: { purchaseId } })),
    ).toMatchObject({ code: 'purchase-of-order' })
    expect(value(await approve(made.id)).needsList[1]).toMatchObject({
      state: 'onOrder',
      purchase: { state: 'confirmed' },
    })
    await send(purchaseId)
    value(
      await world.act(buyer, (ctx) =>
        delivery.acceptPurchase(ctx, { params: { purchaseId }, body: {} }),
      ),
    )
    await heard()
    const come = await read(made.id)
    expect(come.needsList).toMatchObject([
      { state: 'reserved', device: { status: 'pool', model: 'iPhone 13' } },
      { state: 'reserved', device: { status: 'pool' } },
    ])
    const needIds = come.needsList.map(({ id }) => id)
    const out = value(
      await world.act(buyer, (ctx) =>
        deliverNeeds(ctx, { params: { orderId: made.id }, body: { needIds } }),
      ),
    )
    expect(out).toMatchObject({ state: 'delivered', deliveredNeeds: 2, purchaseOre: 500_000 })
    const { rows } = await world.database.pool.query(
      `SELECT status, life, warranty_until_on, price_ore FROM devices.device WHERE id = ANY ($1)`,
      [come.needsList.map(({ device }) => device!.id)],
    )
    // Bought once, in its second life, which its seller recorded.
    expect(rows).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ status: 'handedOut', life: 2, warranty_until_on: '2027-03-12', price_ore: 250_000 },
      })),
    )
  })

  it('lets go of what was held when the order is declined or withdrawn', async () => {
    const listingId = await onSale(2)
    const made = value(await order([need(listingId)]))
    expect(await left(listingId)).toBe(1)
    value(
      await world.act(approver, (ctx) =>
        orders.declineOrder(ctx, { params: { orderId: made.id }, body: { words: 'För dyrt' } }),
      ),
    )
    expect(await left(listingId)).toBe(2)
    expect(await purchase(made.needsList[0]!.purchase!.id)).toMatchObject({ state: 'cancelled' })
    const again = value(await order([need(listingId), need(listingId)]))
    value(await approve(again.id))
    expect(await left(listingId)).toBe(0)
    const withdrawn = value(
      await world.act(buyer, (ctx) =>
        orders.withdrawOrder(ctx, { params: { orderId: again.id }, body: { words: null } }),
      ),
    )
    await heard()
    expect(withdrawn).toMatchObject({ state: 'withdrawn', purchaseOre: 0 })
    expect(await read(again.id)).toMatchObject({ needsList: [{ state: 'withdrawn' }, {}] })
    expect(await left(listingId)).toBe(2)
  })

  it('leaves what is on its way to the pool when the order is withdrawn', async () => {
    const listingId = await onSale(1)
    const made = value(await order([need(listingId)]))
    value(await approve(made.id))
    const { id: purchaseId } = made.needsList[0]!.purchase!
    await send(purchaseId)
    value(
      await world.act(buyer, (ctx) =>
        orders.withdrawOrder(ctx, { params: { orderId: made.id }, body: { words: null } }),
      ),
    )
    const got = value(
      await world.act(buyer, (ctx) =>
        delivery.acceptPurchase(ctx, { params: { purchaseId }, body: {} }),
      ),
    )
    const { rows } = await world.database.pool.query(
      'SELECT status, reserved_for FROM devices.device WHERE id = $1',
      [got.lines[0]!.deviceId],
    )
    expect(rows).toEqual([{ status: 'pool', reserved_for: null }])
  })

  it('says so when the reservation has run out, and another is chosen', async () => {
    const listingId = await onSale(1)
    const dearer = await onSale(1, 300_000)
    const made = value(await order([need(listingId)]))
    const { id: needId } = made.needsList[0]!
    world.now = new Date('2026-03-15T09:00:00Z')
    // The clock alone decides; the job has not been round.
    expect((await read(made.id)).needsList).toMatchObject([
      { state: 'held', purchaseEnd: 'reservation-expired', purchase: { state: 'expired' } },
    ])
    expect(await approve(made.id)).toMatchObject({ code: 'order-reservation-expired' })
    await releaseRunOut(world.database, world.now)
    await heard()
    expect((await read(made.id)).needsList).toMatchObject([
      { state: 'open', purchaseEnd: 'reservation-expired' },
    ])
    expect(await approve(made.id)).toMatchObject({ code: 'order-reservation-expired' })
    expect(value(await choose(needId, dearer))).toMatchObject({ purchaseOre: 300_000 })
    expect(value(await choose(needId, null)).needsList).toMatchObject([
      { state: 'open', way: 'pool', purchase: null, purchaseEnd: null },
    ])
    expect(await left(listingId)).toBe(2)
    value(await choose(needId, listingId))
    expect(value(await approve(made.id)).needsList).toMatchObject([{ state: 'onOrder' }])
    expect(await choose(needId, dearer)).toMatchObject({ code: 'need-state-forbids' })
  })

  it('waits again when the seller calls it off, and is bought anew at no higher cost than approved', async () => {
    const listingId = await onSale(1)
    const [dearer, same] = [await onSale(1, 300_000), await onSale(1, 240_000)]
    const made = value(await order([need(listingId)]))
    value(await approve(made.id))
    const { id: needId, purchase: bought } = made.needsList[0]!
    value(
      await world.act(partner, (ctx) =>
        purchases.declinePurchase(ctx, { params: { purchaseId: bought!.id } }),
      ),
    )
    await heard()
    expect(await read(made.id)).toMatchObject({
      state: 'approved',
      purchaseOre: 0,
      needsList: [{ state: 'open', purchaseEnd: 'purchase-called-off' }],
    })
    expect(await choose(needId, dearer)).toMatchObject({
      code: 'costs-more-than-approved',
      details: { approvedOre: 250_000 },
    })
    const next = value(await choose(needId, same))
    expect(next.needsList).toMatchObject([{ state: 'onOrder', purchase: { state: 'confirmed' } }])
    await send(next.needsList[0]!.purchase!.id)
    const params = { purchaseId: next.needsList[0]!.purchase!.id }
    value(
      await world.act(partner, (ctx) =>
        delivery.takeBackLines(ctx, { params, body: { positions: [1] } }),
      ),
    )
    await heard()
    expect((await read(made.id)).needsList).toMatchObject([
      { state: 'open', purchaseEnd: 'purchase-not-delivered' },
    ])
  })

  it('gives the last device to one of two, and the other a kind refusal', async () => {
    for (let round = 0; round < 3; round++) {
      const listingId = await onSale(1)
      const answers = await Promise.all([
        order([need(listingId)], buyer),
        order([need(listingId, { holderId: rival.personId })], rival),
      ])
      const refused = answers.filter((answer) => !answer.ok)
      expect(refused).toMatchObject([{ code: 'listing-taken', details: { left: 0 } }])
      const { rows } = await world.database.pool.query(
        `SELECT count(*)::int AS orders FROM ordering.need n JOIN resale.purchase_line l
           ON l.need_id = n.id WHERE l.listing_id = $1`,
        [listingId],
      )
      expect(rows).toEqual([{ orders: 1 }])
    }
  })

  it('refuses what does not fit, and what says two things at once', async () => {
    const listingId = await onSale(1)
    const codes: string[] = []
    for (const more of [
      { kind: 'laptop' },
      { leastStorageGb: 256 },
      { osFamily: 'android' },
      { listingId: null },
      { way: 'pool' },
      { listingId: buyer.organisationId },
    ]) {
      const answer = await order([need(listingId, more)])
      codes.push(answer.ok ? '' : answer.code)
    }
    expect(codes).toEqual([
      ...['listing-unfit', 'listing-unfit', 'listing-unfit'],
      ...['listing-missing', 'listing-unasked', 'listing-not-found'],
    ])
    expect(await left(listingId)).toBe(1)
    // Nobody else's order is changed, and a need that the pool meets after all buys nothing.
    const made = value(await order([need(listingId)]))
    const { id: needId } = made.needsList[0]!
    expect(await choose(needId, null, rival)).toMatchObject({ code: 'need-not-found' })
    const give = (deviceId: string | null) =>
      world.act(buyer, (ctx) => reserveForNeed(ctx, { params: { needId }, body: { deviceId } }))
    expect(await give(null)).toMatchObject({ code: 'need-state-forbids' })
    const [own] = await gradedDevices(world, buyer, 1, { kind: 'smartphone' })
    await world.database.pool.query(`UPDATE devices.device SET status = 'pool' WHERE id = $1`, [
      own,
    ])
    expect(value(await give(own!)).needsList).toMatchObject([{ state: 'reserved', way: 'pool' }])
    expect(await left(listingId)).toBe(1)
  })
})
