// Services and the versions of their price.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf, isDay, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { servicesApi as api } from '../api/services.ts'
import { decideVersion, versionOn, withEnds } from '../rules/price-versions.ts'
import { checkParts, priceOf, priceRule, type PriceParts } from '../rules/price.ts'
import * as store from '../store/services.ts'
import { takeTurns } from '../store/turns.ts'
import { changes, tell } from './tell.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function listServices(
  ctx: ActionContext,
  { query }: In<'listServices'>,
): Out<'listServices'> {
  const { cursor, limit = 50, on = dayOf(ctx.now) } = query
  if (!isDay(on)) return refuse('day-not-valid', { field: 'query/on' })
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !(after && isUuid(after[1]))) return refuse('cursor-unknown')
  const rows = await store.services(ctx.tx, {
    kind: query.kind ?? null,
    family: query.family ?? null,
    openOn: query.closed ? null : on,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.name, row.id])
  const prices = await store.pricesOf(
    ctx.tx,
    page.items.map((row) => row.id),
  )
  return done({
    items: page.items.map((row) =>
      listed(
        row,
        prices.filter((price) => price.serviceId === row.id),
        on,
      ),
    ),
    next: page.next,
  })
}

function listed(row: store.ServiceRow, prices: readonly store.PriceRow[], on: Day) {
  const coming = prices.map((price) => price.validFromOn).filter((day) => day > on)
  return {
    ...row,
    includes: [...row.includes],
    priceOre: versionOn(prices, on)?.priceOre ?? null,
    nextPriceOn: coming.toSorted()[0] ?? null,
  }
}

export async function getService(
  ctx: ActionContext,
  { params }: In<'getService'>,
): Out<'getService'> {
  return serviceAfter(ctx, params.serviceId)
}

async function serviceAfter(ctx: ActionContext, serviceId: Uuid): Out<'getService'> {
  const row = await store.serviceBy(ctx.tx, serviceId)
  if (!row) return refuse('service-not-found', { serviceId })
  const prices = await store.pricesOf(ctx.tx, [serviceId])
  const from = row.copiedFromId ? await store.serviceBy(ctx.tx, row.copiedFromId) : null
  return done({
    ...listed(row, prices, dayOf(ctx.now)),
    copiedFromName: from?.name ?? null,
    prices: withEnds(prices).toReversed().map(explained),
  })
}

function explained(price: store.PriceRow & { endsOn: Day | null }) {
  const parts = partsOf(price)
  const { lines, roundings, ...sums } = priceOf(parts)
  return {
    id: price.id,
    validFromOn: price.validFromOn,
    endsOn: price.endsOn,
    priceOre: price.priceOre,
    parts,
    calculation: { ...sums, lines: [...lines], roundings: [...roundings] },
    note: price.note,
    decidedAt: price.decidedAt.toISOString(),
    decidedBy: price.decidedBy,
  }
}

const partsOf = (row: PriceParts): PriceParts => ({
  purchaseOre: row.purchaseOre,
  residualOre: row.residualOre,
  returnBasisPoints: row.returnBasisPoints,
  months: row.months,
  interestBasisPoints: row.interestBasisPoints,
  supportOre: row.supportOre,
  handlingOre: row.handlingOre,
  roundTo: row.roundTo,
})

export async function createService(
  ctx: ActionContext,
  { body }: In<'createService'>,
): Out<'createService'> {
  const id = ctx.newId()
  const asked = { leastCores: null, leastProcessorYear: null, ...body }
  const row = { ...asked, name: body.name.trim(), id, copiedFromId: null }
  await takeTurns(ctx.tx, ctx.organisationId)
  if ((await store.insertService(ctx.tx, ctx.organisationId, row)) === 0)
    return refuse('service-name-taken', { field: 'body/name' })
  await tell(ctx, id, 'catalogue.serviceAdded', changes({}, row))
  return serviceAfter(ctx, id)
}

export async function changeService(
  ctx: ActionContext,
  { params, body }: In<'changeService'>,
): Out<'changeService'> {
  const before = await store.lockService(ctx.tx, params.serviceId)
  if (!before) return refuse('service-not-found', { serviceId: params.serviceId })
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== before.version) return refuse('version-changed')
  const after = { ...before, ...body, name: (body.name ?? before.name).trim() }
  if (after.closedOn !== null && !isDay(after.closedOn))
    return refuse('day-not-valid', { field: 'body/closedOn' })
  await takeTurns(ctx.tx, ctx.organisationId)
  const named = after.closedOn === null ? await store.openNamed(ctx.tx, after.name) : null
  if (named && named.id !== after.id) return refuse('service-name-taken', { field: 'body/name' })
  await store.updateService(ctx.tx, after)
  await tell(ctx, after.id, 'catalogue.serviceChanged', changes(before, after))
  return serviceAfter(ctx, after.id)
}

export async function copyService(
  ctx: ActionContext,
  { params, body }: In<'copyService'>,
): Out<'copyService'> {
  const from = await store.lockService(ctx.tx, params.serviceId)
  if (!from) return refuse('service-not-found', { serviceId: params.serviceId })
  if (!isDay(body.validFromOn)) return refuse('day-not-valid', { field: 'body/validFromOn' })
  const id = ctx.newId()
  const row = { ...from, name: body.name.trim(), id, copiedFromId: from.id }
  await takeTurns(ctx.tx, ctx.organisationId)
  if ((await store.insertService(ctx.tx, ctx.organisationId, row)) === 0)
    return refuse('service-name-taken', { field: 'body/name' })
  const { version: _version, closedOn: _closed, ...told } = row
  await tell(ctx, id, 'catalogue.serviceCopied', changes({}, told))
  const [latest] = await store.pricesOf(ctx.tx, [from.id])
  if (latest) await savePrice(ctx, id, { ...body, validUntilOn: null, parts: partsOf(latest) })
  return serviceAfter(ctx, id)
}

export async function addPrice(
  ctx: ActionContext,
  { params, body }: In<'addPrice'>,
): Out<'addPrice'> {
  const service = await store.lockService(ctx.tx, params.serviceId)
  if (!service) return refuse('service-not-found', { serviceId: params.serviceId })
  const wanted = { ...body, validUntilOn: body.validUntilOn ?? null }
  const prices = await store.pricesOf(ctx.tx, [service.id])
  const refused = decideVersion(prices, wanted, dayOf(ctx.now)) ?? checkParts(body.parts)
  if (refused) return refused
  await savePrice(ctx, service.id, wanted)
  return serviceAfter(ctx, service.id)
}

async function savePrice(
  ctx: ActionContext,
  serviceId: Uuid,
  version: {
    readonly validFromOn: Day
    readonly validUntilOn: Day | null
    readonly parts: PriceParts
    readonly note?: string | null
  },
) {
  const { parts, validFromOn, validUntilOn } = version
  const { priceOre } = priceOf(parts)
  const price = { id: ctx.newId(), validFromOn, validUntilOn, rule: priceRule, priceOre }
  await store.insertPrice(ctx.tx, {
    ...price,
    ...parts,
    serviceId,
    organisationId: ctx.organisationId,
    note: version.note ?? null,
    decidedBy: ctx.actorId,
    decidedAt: ctx.now,
  })
  await tell(ctx, serviceId, 'catalogue.priceDecided', { ...price, parts: { ...parts } })
}

/** The price of a service on a day; an order is not made without one. */
export async function servicePriceOn(
  ctx: ActionContext,
  serviceId: Uuid,
  on: Day,
): Promise<Result<{ readonly service: store.ServiceRow; readonly price: store.PriceRow }>> {
  const service = await store.serviceBy(ctx.tx, serviceId)
  if (!service) return refuse('service-not-found', { serviceId })
  if (service.closedOn !== null && service.closedOn < on)
    return refuse('service-closed', { serviceId, closedOn: service.closedOn })
  const price = versionOn(await store.pricesOf(ctx.tx, [serviceId]), on)
  return price ? done({ service, price }) : refuse('price-not-valid', { serviceId, on })
}
