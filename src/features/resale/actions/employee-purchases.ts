// An employee's purchase: kept, fetched, and the device is theirs; or called off, or never fetched.
import type { Static } from 'typebox'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, invariant, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { lockDevices } from '../../custody/actions/steps.ts'
import { recordSales } from '../../disposition/actions.ts'
import { nextNumber, personBy } from '../../organisations/store.ts'
import type { EmployeePurchase, employeesApi as api } from '../api/employees.ts'
import * as rules from '../rules/employees.ts'
import { decideSend, isFree } from '../rules/listing.ts'
import * as store from '../store/employees.ts'
import { endListings, keepListings, lockListings } from '../store/listings.ts'
import { takeTurn } from '../store/offers.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

/** Who hands over sees them all; others their own. */
const seesAll = (ctx: ActionContext): boolean =>
  ctx.permissions.has('custody.handOut') || ctx.permissions.has('disposition.decide')

export async function buyAsEmployee(
  ctx: ActionContext,
  { body }: In<'buyAsEmployee'>,
): Out<'buyAsEmployee'> {
  const { listingId, payment } = body
  // Taking turns: of two for the last device, or two of one person past the limit, one is told no.
  await takeTurn(ctx.tx, ctx.organisationId)
  const sale = rules.employeeSaleFrom(await store.saleSettings(ctx.tx))
  const person = await personBy(ctx.tx, ctx.actorId)
  const bought = await store.boughtInYear(ctx.tx, ctx.actorId, ctx.now)
  const employed = person ?? { startsOn: null, leavesOn: null }
  const no = rules.decideEmployeeBuy(sale, employed, bought, payment, ctx.now)
  if (no) return no
  const [listing] = await lockListings(ctx.tx, [listingId])
  if (listing?.audience !== 'employees') return refuse('listing-not-found', { listingId })
  if (!isFree(listing, ctx.now)) return refuse('listing-taken', { listingId, left: 0 })
  await endNotFetched(ctx, listingId)
  const id = ctx.newId()
  const fetchBy = rules.fetchBy(ctx.now)
  const buyerId = ctx.organisationId
  await keepListings(ctx.tx, [listingId], { purchaseId: id, buyerId, until: fetchBy })
  const year = ctx.now.getUTCFullYear()
  const running = await nextNumber(ctx.tx, ctx.organisationId, `resale.employeePurchase.${year}`)
  const number = `P-${year}-${String(running).padStart(4, '0')}`
  const { deviceId, kind, maker, model, grade, priceOre, marketOre, vat, warrantyMonths } = listing
  await store.insertEmployeePurchase(ctx.tx, ctx.organisationId, {
    ...{ id, number, personId: ctx.actorId, listingId, deviceId, kind, maker, model, grade },
    ...{ serialNumber: null, priceOre, marketOre, vat, warrantyMonths, payment },
    ...{ orderedAt: ctx.now, fetchBy },
  })
  await tell(ctx, id, 'resale.employeeOrdered', { listingId, priceOre, payment })
  return done(await shownPurchase(ctx, id))
}

export async function listEmployeePurchases(
  ctx: ActionContext,
  { query }: In<'listEmployeePurchases'>,
): Out<'listEmployeePurchases'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.employeePurchases(ctx.tx, {
    state: query.state ?? null,
    personId: query.mine || !seesAll(ctx) ? ctx.actorId : null,
    now: ctx.now,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({ items: page.items.map((row) => shown(ctx, row)), next: page.next })
}

export async function cancelEmployeePurchase(
  ctx: ActionContext,
  { params }: In<'cancelEmployeePurchase'>,
): Out<'cancelEmployeePurchase'> {
  const entered = await enter(ctx, params.employeePurchaseId)
  if ('refusal' in entered) return entered.refusal
  await end(ctx, entered.row, 'cancelled')
  return done(await shownPurchase(ctx, params.employeePurchaseId))
}

export async function handOverEmployeePurchase(
  ctx: ActionContext,
  { params }: In<'handOverEmployeePurchase'>,
): Out<'handOverEmployeePurchase'> {
  const entered = await enter(ctx, params.employeePurchaseId)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const device = (await lockDevices(ctx, [row.deviceId])).get(row.deviceId)
  invariant(device, 'an owner sees its own device')
  const no = decideSend(device, row, ctx.organisationId)
  if (no) return no
  // Out of the register as sold: the recorded second life. To whom stands with the purchase alone.
  const { id: purchaseId, priceOre } = row
  await recordSales(ctx, [{ device, priceOre }], { purchaseId, recipient: null })
  await endListings(ctx.tx, [row.listingId], 'sold', ctx.now)
  await store.endEmployeePurchase(ctx.tx, row.id, {
    ...{ state: 'handedOver', at: ctx.now, by: ctx.actorId, serialNumber: device.serialNumber },
  })
  await tell(ctx, row.id, 'resale.employeeHandedOver', { priceOre, payment: row.payment })
  return done(await shownPurchase(ctx, row.id))
}

/** What nobody has fetched in time is free again. */
export async function endNotFetched(ctx: ActionContext, listingId: Uuid | null): Promise<number> {
  const over = await store.notFetched(ctx.tx, ctx.now, listingId)
  for (const row of over) await end(ctx, row, 'expired')
  return over.length
}

async function end(
  ctx: ActionContext,
  row: { readonly id: Uuid; readonly listingId: Uuid },
  state: 'cancelled' | 'expired',
) {
  const [listing] = await lockListings(ctx.tx, [row.listingId])
  if (listing?.purchaseId === row.id) await keepListings(ctx.tx, [row.listingId], null)
  await store.endEmployeePurchase(ctx.tx, row.id, { state, at: ctx.now, by: null })
  await tell(ctx, row.id, `resale.employee${state === 'expired' ? 'Expired' : 'Cancelled'}`)
}

type Entered = { readonly row: store.EmployeePurchaseRow } | { readonly refusal: Refusal }

async function enter(ctx: ActionContext, id: Uuid): Promise<Entered> {
  const row = await store.lockEmployeePurchase(ctx.tx, id)
  if (!row || (row.personId !== ctx.actorId && !seesAll(ctx)))
    return { refusal: refuse('purchase-not-found', { purchaseId: id }) }
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== row.version)
    return { refusal: refuse('version-changed') }
  const no = rules.decideEmployeeAct(rules.employeeStateAt(row, ctx.now))
  return no ? { refusal: no } : { row }
}

/** In the purchase's own chain; its locked row makes it one writer. The person is an id. */
async function tell(
  ctx: ActionContext,
  id: Uuid,
  kind: string,
  content: { readonly [name: string]: EntryValue } = {},
) {
  await append(ctx, [{ subjectId: id, kind, content, partyIds: [ctx.organisationId] }])
}

async function shownPurchase(ctx: ActionContext, id: Uuid) {
  const row = await store.employeePurchaseBy(ctx.tx, id)
  invariant(row, 'who acts on a purchase sees it')
  return shown(ctx, row)
}

const shown = (
  ctx: ActionContext,
  row: store.EmployeePurchaseRow,
): Static<typeof EmployeePurchase> => ({
  id: row.id,
  number: row.number,
  state: rules.employeeStateAt(row, ctx.now),
  person: { id: row.personId, name: row.personName },
  deviceId: seesAll(ctx) ? row.deviceId : null,
  kind: row.kind,
  maker: row.maker,
  model: row.model,
  serialNumber: row.serialNumber,
  grade: row.grade,
  priceOre: row.priceOre,
  vatOre: rules.vatInside(row.priceOre, row.vat),
  vat: row.vat,
  benefitOre: rules.benefitOreOf(row.priceOre, row.marketOre),
  warrantyMonths: row.warrantyMonths,
  payment: row.payment,
  orderedAt: row.orderedAt.toISOString(),
  fetchBy: row.fetchBy.toISOString(),
  handedOverAt: row.handedOverAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  version: row.version,
})
