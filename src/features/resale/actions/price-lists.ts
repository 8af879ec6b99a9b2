import { dayOf, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { Tx } from '../../../database/tx.ts'
import { normaliseMaker } from '../../devices/rules/serial.ts'
import type { Grade } from '../../devices/rules/status.ts'
import type { stockApi as api } from '../api/stock.ts'
import { isSoldGrade } from '../rules/listing.ts'
import { checkDays, isValidOn, modelKeyOf, priceKeyOf, repeatedRow } from '../rules/price-list.ts'
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

export interface OwnPrices {
  /** The list that is valid on the day; null where none is. */
  readonly list: store.PriceListRow | null
  /** What the list says of one, without VAT; null where it is silent. */
  readonly priceOf: (device: Priced) => number | null
}
interface Priced {
  readonly maker: string
  readonly model: string
  readonly grade: Grade | null
}

export async function ownPricesOn(tx: Tx, on: Day): Promise<OwnPrices> {
  const list = await store.priceListOn(tx, on)
  return { list, priceOf: list ? await pricerOf(tx, list.id) : () => null }
}

/** A pool of many thousand has some tens of models: each is looked up once. */
export async function pricerOf(tx: Tx, listId: Uuid): Promise<OwnPrices['priceOf']> {
  const rows = await store.rowsOf(tx, listId)
  const prices = new Map(rows.map((row) => [priceKeyOf(row), row.priceOre]))
  const known = new Map<string, number | null>()
  return ({ maker, model, grade }) => {
    if (!isSoldGrade(grade)) return null
    const written = [maker, model, grade].join('\n')
    const found = known.get(written)
    if (found !== undefined) return found
    const price = prices.get(priceKeyOf({ maker, model, grade })) ?? null
    known.set(written, price)
    return price
  }
}
