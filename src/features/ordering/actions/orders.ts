// An order from its draft to its decision.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { versionOn } from '../../catalogue/rules/price-versions.ts'
import { pricesOf, serviceBy } from '../../catalogue/store/services.ts'
import { releaseDevices, reserveDevices } from '../../custody/actions/reserve.ts'
import { checkCodingString } from '../../organisations/actions/coding.ts'
import {
  missingPeople,
  missingUnits,
  nextNumber,
  placeExists,
  unitExists,
} from '../../organisations/store.ts'
import type { ordersApi as api } from '../api/orders.ts'
import {
  buyForOrder,
  dropForNeeds,
  keepForNeeds,
  type NeedPrice,
} from '../../resale/actions/for-needs.ts'
import { checkNeed } from '../rules/needs.ts'
import * as needs from '../store/needs.ts'
import * as store from '../store/orders.ts'
import { enter, maySee, seesAll, shownOrder, shownRow, tell } from './shown.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>
type NewNeed = In<'createOrder'>['body']['needs'][number]

export async function listOrders(
  ctx: ActionContext,
  { query }: In<'listOrders'>,
): Out<'listOrders'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.orders(ctx.tx, {
    state: query.state ?? null,
    ordererId: query.mine || !seesAll(ctx) ? ctx.actorId : null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({ items: page.items.map(shownRow), next: page.next })
}

export async function countOrders(ctx: ActionContext): Out<'countOrders'> {
  const ordererId = seesAll(ctx) ? null : ctx.actorId
  return done({
    byState: await store.countsByState(ctx.tx, ordererId),
    waitingNeeds: (await store.waitingCount(ctx.tx, ordererId)) ?? 0,
  })
}

export async function getOrder(ctx: ActionContext, { params }: In<'getOrder'>): Out<'getOrder'> {
  const row = await store.orderBy(ctx.tx, params.orderId)
  if (!row || !maySee(ctx, row)) return refuse('order-not-found', { orderId: params.orderId })
  return done(await shownOrder(ctx, row.id))
}

export async function createOrder(
  ctx: ActionContext,
  { body }: In<'createOrder'>,
): Out<'createOrder'> {
  const wrong = await firstFault(ctx, body)
  if (wrong) return wrong
  const priced = await pricesFor(ctx, body.needs)
  if (!priced.ok) return priced
  const year = ctx.now.getUTCFullYear()
  const running = await nextNumber(ctx.tx, ctx.organisationId, `ordering.order.${year}`)
  const id = ctx.newId()
  const number = `B-${year}-${String(running).padStart(4, '0')}`
  await store.insertOrder(ctx.tx, {
    id,
    organisationId: ctx.organisationId,
    number,
    unitId: body.unitId,
    ordererId: ctx.actorId,
    coding: body.coding,
    madeAt: ctx.now,
  })
  const wanted = body.needs.map((need, index) => ({
    ...need,
    leastCores: need.leastCores ?? null,
    leastProcessorYear: need.leastProcessorYear ?? null,
    id: ctx.newId(),
    orderId: id,
    position: index + 1,
    priceOre: need.serviceId ? (priced.value.get(need.serviceId) ?? null) : null,
  }))
  const reserved = await reserve(ctx, wanted)
  if (reserved) return reserved
  const bought = await keepStock(ctx, { id, number, unitId: body.unitId }, wanted)
  if (!bought.ok) return bought
  const rows = wanted.map((need) => ({ ...need, ...standing(need, bought.value.get(need.id)) }))
  await needs.insertNeeds(ctx.tx, ctx.organisationId, rows)
  await tell(ctx, id, 'ordering.ordered', {
    needs: rows.map(({ id: needId, kind, way, newReason, deviceId, replacesId, purchaseOre }) => ({
      ...{ needId, kind, way, newReason, deviceId, replacesId, purchaseOre },
    })),
  })
  if (body.submit) await submitted(ctx, id)
  return done(await shownOrder(ctx, id))
}

/** What is wrong with an order, from cheap to deep; the first fault is told, with its place. */
async function firstFault(
  ctx: ActionContext,
  body: In<'createOrder'>['body'],
): Promise<Refusal | null> {
  for (const [index, need] of body.needs.entries()) {
    const fault = checkNeed(need, `body/needs/${index}`)
    if (fault) return fault
  }
  if (body.submit) {
    const coding = await codingFault(ctx, body.coding)
    if (coding) return coding
  }
  const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const [nobody] = await missingPeople(ctx.tx, present(body.needs.map((need) => need.holderId)))
  if (nobody) return refuse('person-not-found', { personId: nobody })
  if (body.unitId && !(await unitExists(ctx.tx, body.unitId)))
    return refuse('unit-not-found', { field: 'body/unitId' })
  const [noUnit] = await missingUnits(ctx.tx, present(body.needs.map((need) => need.unitId)))
  if (noUnit) return refuse('unit-not-found', { unitId: noUnit })
  for (const placeId of present(body.needs.map((need) => need.placeId)))
    if (!(await placeExists(ctx.tx, placeId))) return refuse('place-not-found', { placeId })
  const replaced = present(body.needs.map((need) => need.replacesId))
  const seen = new Set((await needs.devicesNamed(ctx.tx, replaced)).map((device) => device.id))
  const unseen = replaced.find((deviceId) => !seen.has(deviceId))
  return unseen ? refuse('device-not-found', { deviceId: unseen }) : null
}

async function codingFault(ctx: ActionContext, coding: Readonly<Record<string, string>>) {
  const decided = await checkCodingString(ctx, coding, dayOf(ctx.now))
  return decided.ok ? null : decided
}

/** The month's price of each service on the day; a price list without a valid day is refused. */
async function pricesFor(
  ctx: ActionContext,
  wanted: readonly NewNeed[],
): Promise<Result<ReadonlyMap<Uuid, number>>> {
  const ids = [...new Set(wanted.map((need) => need.serviceId).filter((id) => id !== null))]
  const prices = await pricesOf(ctx.tx, ids)
  const found = new Map<Uuid, number>()
  for (const id of ids) {
    const service = await serviceBy(ctx.tx, id)
    const today = dayOf(ctx.now)
    if (!service || (service.closedOn !== null && service.closedOn < today))
      return refuse('service-not-found', { serviceId: id })
    const version = versionOn(
      prices.filter((price) => price.serviceId === id),
      today,
    )
    if (!version) return refuse('service-without-price', { serviceId: id, name: service.name })
    found.set(id, version.priceOre)
  }
  return done(found)
}

async function reserve(
  ctx: ActionContext,
  rows: readonly { readonly id: Uuid; readonly deviceId: Uuid | null }[],
): Promise<Refusal | null> {
  const wanted = rows.flatMap(({ id, deviceId }) =>
    deviceId ? [{ deviceId, forId: id, until: null }] : [],
  )
  const seen = new Set<string>()
  const twice = wanted.find(({ deviceId }) => seen.size === seen.add(deviceId).size)
  if (twice) return refuse('repeated-device', { deviceId: twice.deviceId })
  const results = await reserveDevices(ctx, wanted)
  return results.find((result) => !result.ok) ?? null
}

/** What partners have for it is kept in their shops until the order is approved, all or none. */
function keepStock(
  ctx: ActionContext,
  order: Parameters<typeof keepForNeeds>[1],
  rows: readonly (NewNeed & { readonly id: Uuid })[],
): Promise<Result<ReadonlyMap<Uuid, NeedPrice>>> {
  const wanted = rows.flatMap(({ listingId, ...need }) =>
    listingId ? [{ ...need, needId: need.id, listingId }] : [],
  )
  return keepForNeeds(ctx, order, wanted)
}

const standing = ({ deviceId }: NewNeed, bought: NeedPrice | undefined) => ({
  state: deviceId ? ('reserved' as const) : bought ? ('held' as const) : ('open' as const),
  purchaseOre: bought?.priceOre ?? null,
  purchaseVat: bought?.vat ?? null,
  warrantyMonths: bought?.warrantyMonths ?? null,
})

async function submitted(ctx: ActionContext, id: Uuid) {
  await store.changeOrder(ctx.tx, id, { state: 'submitted', submittedAt: ctx.now })
  await tell(ctx, id, 'ordering.submitted')
}

export async function submitOrder(
  ctx: ActionContext,
  { params }: In<'submitOrder'>,
): Out<'submitOrder'> {
  const entered = await enter(ctx, params.orderId, 'submit')
  if ('refusal' in entered) return entered.refusal
  const coding = await codingFault(ctx, entered.row.coding)
  if (coding) return coding
  await submitted(ctx, params.orderId)
  return done(await shownOrder(ctx, params.orderId))
}

export async function approveOrder(
  ctx: ActionContext,
  { params }: In<'approveOrder'>,
): Out<'approveOrder'> {
  const entered = await enter(ctx, params.orderId, 'approve')
  if ('refusal' in entered) return entered.refusal
  // A part may have expired while the order waited.
  const coding = await codingFault(ctx, entered.row.coding)
  if (coding) return coding
  const all = await needs.needsOf(ctx.tx, params.orderId)
  // What has been lost meanwhile is not approved unseen: it is chosen anew, or left to the pool.
  const lost = all.find((need) => need.state === 'open' && need.way === 'shop')
  if (lost) return refuse('order-reservation-expired', { position: lost.position })
  const bought = await buyForOrder(ctx, params.orderId)
  if (!bought.ok) return bought
  await store.changeOrder(ctx.tx, params.orderId, {
    ...{ state: 'approved', decidedAt: ctx.now, decidedBy: ctx.actorId },
  })
  const open = all.filter(
    (need) => (need.state === 'open' && need.way === 'new') || need.state === 'held',
  )
  await needs.changeNeeds(
    ctx.tx,
    open.map((need) => need.id),
    'onOrder',
  )
  await tell(ctx, params.orderId, 'ordering.approved', {
    monthOre: entered.row.monthOre,
    purchaseOre: entered.row.purchaseOre,
  })
  return done(await shownOrder(ctx, params.orderId))
}

export async function declineOrder(
  ctx: ActionContext,
  { params, body }: In<'declineOrder'>,
): Out<'declineOrder'> {
  const entered = await enter(ctx, params.orderId, 'decline')
  if ('refusal' in entered) return entered.refusal
  await letGo(ctx, params.orderId)
  await store.changeOrder(ctx.tx, params.orderId, {
    ...{ state: 'declined', decidedAt: ctx.now, decidedBy: ctx.actorId, words: body.words },
  })
  await tell(ctx, params.orderId, 'ordering.declined')
  return done(await shownOrder(ctx, params.orderId))
}

export async function withdrawOrder(
  ctx: ActionContext,
  { params, body }: In<'withdrawOrder'>,
): Out<'withdrawOrder'> {
  const entered = await enter(ctx, params.orderId, 'withdraw')
  if ('refusal' in entered) return entered.refusal
  const delivered = await letGo(ctx, params.orderId)
  await store.changeOrder(ctx.tx, params.orderId, {
    // What has been delivered stays delivered; only the rest is withdrawn.
    ...{ state: delivered ? 'delivered' : 'withdrawn', words: body.words },
  })
  await tell(ctx, params.orderId, 'ordering.withdrawn')
  return done(await shownOrder(ctx, params.orderId))
}

/** Withdraws the needs that are not met and releases their devices. @returns whether any was met */
async function letGo(ctx: ActionContext, orderId: Uuid): Promise<boolean> {
  const rows = await needs.needsOf(ctx.tx, orderId)
  const open = rows.filter((need) => need.state !== 'delivered')
  await releaseDevices(
    ctx,
    open.flatMap(({ id, deviceId }) => (deviceId ? [{ deviceId, forId: id }] : [])),
  )
  await dropForNeeds(
    ctx,
    open.flatMap(({ id, way }) => (way === 'shop' ? [id] : [])),
  )
  await needs.changeNeeds(
    ctx.tx,
    open.map((need) => need.id),
    'withdrawn',
  )
  return open.length < rows.length
}
