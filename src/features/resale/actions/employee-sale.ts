// The sale to employees, from the organisation's side: its terms, what is put up, and what is there.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { tell } from '../../organisations/actions.ts'
import { personBy, saveSetting } from '../../organisations/store.ts'
import type { employeesApi as api } from '../api/employees.ts'
import { decideEmployeeBuy, employeeSaleFrom, vatInside } from '../rules/employees.ts'
import { isKept } from '../rules/listing.ts'
import * as store from '../store/employees.ts'
import { againstNew } from './against-new.ts'
import { saleFacts } from './facts.ts'
import { withdrawListing } from './listings.ts'
import { listStock, publish } from './publish.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function getEmployeeSale(ctx: ActionContext): Out<'getEmployeeSale'> {
  const sale = employeeSaleFrom(await store.saleSettings(ctx.tx))
  const person = await personBy(ctx.tx, ctx.actorId)
  const bought = await store.boughtInYear(ctx.tx, ctx.actorId, ctx.now)
  const employed = person ?? { startsOn: null, leavesOn: null }
  const no = decideEmployeeBuy(sale, employed, bought, null, ctx.now)
  return done({
    ...sale,
    payments: [...sale.payments],
    left: Math.max(0, sale.perYear - bought),
    cannot: no && no.code !== 'payment-not-offered' ? no.code : null,
  })
}

export async function changeEmployeeSale(
  ctx: ActionContext,
  { body }: In<'changeEmployeeSale'>,
): Out<'changeEmployeeSale'> {
  await saveSetting(ctx.tx, ctx.organisationId, 'employeeSale', body)
  await tell(ctx, 'resale.employeeSaleChanged', { ...body, payments: [...body.payments] })
  return done(body)
}

export const listEmployeeStock = (ctx: ActionContext, input: In<'listEmployeeStock'>) =>
  listStock(ctx, input)

export const offerToEmployees = (ctx: ActionContext, { body }: In<'offerToEmployees'>) =>
  publish(ctx, { ...body, warrantyMonths: body.warrantyMonths ?? 0 }, 'employees')

export async function withdrawFromEmployees(
  ctx: ActionContext,
  input: In<'withdrawFromEmployees'>,
): Out<'withdrawFromEmployees'> {
  const { listingId } = input.params
  // What is in the shop for customers is taken out there, by who sells there.
  if ((await store.audienceOf(ctx.tx, listingId)) !== 'employees')
    return refuse('listing-not-found', { listingId })
  return withdrawListing(ctx, input)
}

export async function listEmployeeOffers(
  ctx: ActionContext,
  { query }: In<'listEmployeeOffers'>,
): Out<'listEmployeeOffers'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const decides = ctx.permissions.has('disposition.decide')
  const sale = employeeSaleFrom(await store.saleSettings(ctx.tx))
  if (!sale.open && !decides) return done({ items: [], next: null })
  const rows = await store.employeeOffers(ctx.tx, {
    free: !decides,
    after: after ? [Number(after[0]), String(after[1])] : null,
    limit: limit + 1,
    now: ctx.now,
  })
  const page = pageOf(rows, limit, (row) => [row.priceOre, row.id])
  return done({
    items: page.items.map((row) => ({
      listingId: row.id,
      ...saleFacts(row),
      vatOre: vatInside(row.priceOre, row.vat),
      batteryPercent: row.batteryPercent,
      words: row.words,
      againstNew: againstNew([row.kind], ctx.now),
      kept: isKept(row, ctx.now),
    })),
    next: page.next,
  })
}
