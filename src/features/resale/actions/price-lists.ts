import { dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { normaliseMaker } from '../../devices/rules/serial.ts'
import type { stockApi as api } from '../api/stock.ts'
import { checkDays, isValidOn, modelKeyOf, repeatedRow } from '../rules/price-list.ts'
import * as store from '../store/price-lists.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

const shown = (ctx: ActionContext, row: store.PriceListRow) => ({
  ...row,
  validToday: isValidOn(row, dayOf(ctx.now)),
})

export async function listPriceLists(ctx: ActionContext): Out<'listPriceLists'> {
  const rows = await store.priceLists(ctx.tx)
  return done({ items: rows.map((row) => shown(ctx, row)), next: null })
}

export async function getPriceList(
  ctx: ActionContext,
  { params }: In<'getPriceList'>,
): Out<'getPriceList'> {
  const row = await store.priceListBy(ctx.tx, params.priceListId)
  if (!row) return refuse('price-list-not-found', { priceListId: params.priceListId })
  const prices = await store.rowsOf(ctx.tx, row.id)
  return done({
    ...shown(ctx, row),
    prices: prices.map(({ maker, model, grade, priceOre }) => ({ maker, model, grade, priceOre })),
  })
}

export async function addPriceList(
  ctx: ActionContext,
  { body }: In<'addPriceList'>,
): Out<'addPriceList'> {
  const days = checkDays(body)
  if (!days.ok) return days
  const twice = repeatedRow(body.prices)
  if (twice !== null) return refuse('price-list-row-twice', { field: `body/prices/${twice}` })
  const id = ctx.newId()
  await store.insertPriceList(
    ctx.tx,
    { id, sellerId: ctx.organisationId, name: body.name, ...days.value },
    body.prices.map((row) => ({
      ...row,
      makerKey: normaliseMaker(row.maker),
      modelKey: modelKeyOf(row.model),
    })),
    ctx,
  )
  return getPriceList(ctx, { params: { priceListId: id } })
}
