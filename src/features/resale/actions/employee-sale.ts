// The sale to employees, from the organisation's side: its terms, what is put up, and what is there.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { tell } from '../../organisations/actions.ts'
import { personBy, saveSetting } from '../../organisations/store.ts'
import type { employeesApi as api } from '../api/employees.ts'
import {
  benefitOreOf,
  decideEmployeeBuy,
  employeePriceOre,
  employeeSaleFrom,
  marketOreOf,
  vatInside,
} from '../rules/employees.ts'
import { isKept } from '../rules/listing.ts'
import * as store from '../store/employees.ts'
import { photosOf } from '../store/photos.ts'
import { againstNew } from './against-new.ts'
import { saleFacts } from './facts.ts'
import { sendPhoto, withdrawListing } from './listings.ts'
import { getPhoto } from './offers.ts'
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
  const { pricePercent } = employeeSaleFrom(await store.saleSettings(ctx.tx))
  const terms = { pricePercent, ...body }
  await saveSetting(ctx.tx, ctx.organisationId, 'employeeSale', terms)
  await tell(ctx, 'resale.employeeSaleChanged', { ...terms, payments: [...terms.payments] })
  return done(terms)
}

export const listEmployeeStock = (ctx: ActionContext, input: In<'listEmployeeStock'>) =>
  listStock(ctx, input)

export async function offerToEmployees(
  ctx: ActionContext,
  { body }: In<'offerToEmployees'>,
): Out<'offerToEmployees'> {
  const { pricePercent } = employeeSaleFrom(await store.saleSettings(ctx.tx))
  const terms = { ...body, warrantyMonths: body.warrantyMonths ?? 0 }
  return publish(ctx, terms, 'employees', (listOre) => {
    const marketOre = marketOreOf(listOre, body.vat)
    return { marketOre, priceOre: employeePriceOre(marketOre, pricePercent) }
  })
}

export const sendEmployeePhoto = sendPhoto

/** Of what is or was up for employees; what the shop alone shows is seen there. */
export async function getEmployeePhoto(
  ctx: ActionContext,
  input: In<'getEmployeePhoto'>,
): ReturnType<typeof getPhoto> {
  const { photoId } = input.params
  const theirs = await store.isForEmployees(ctx.tx, photoId)
  return theirs ? getPhoto(ctx, input) : refuse('photo-not-found', { photoId })
}

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
  const photos = await photosOf(
    ctx.tx,
    page.items.map((row) => row.id),
  )
  return done({
    items: page.items.map((row) => ({
      listingId: row.id,
      ...saleFacts(row),
      vatOre: vatInside(row.priceOre, row.vat),
      marketOre: row.marketOre,
      benefitOre: benefitOreOf(row.priceOre, row.marketOre),
      photos: photos
        .filter((photo) => photo.listingId === row.id)
        .map(({ listingId: _of, ...photo }) => photo),
      batteryPercent: row.batteryPercent,
      words: row.words,
      againstNew: againstNew([row.kind], ctx.now),
      kept: isKept(row, ctx.now),
    })),
    next: page.next,
  })
}
