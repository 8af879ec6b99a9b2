// An order as the API answers it, and what every act on it begins and ends with.
import type { Static } from 'typebox'
import type { Uuid } from '../../../core/ids.ts'
import { invariant, refuse, type Refusal } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { codingNames } from '../../organisations/actions/coding.ts'
import { purchasesOfNeeds } from '../../resale/actions/for-needs.ts'
import { sumOf } from '../../resale/rules/purchase.ts'
import type { NeedLineRow } from '../../resale/store/lines.ts'
import type { Need, Order, OrderRow as ShownRow } from '../api/shapes.ts'
import { decideAct, endOfLine, type OrderAct } from '../rules/orders.ts'
import { commentsOf } from '../store/comments.ts'
import * as needs from '../store/needs.ts'
import * as store from '../store/orders.ts'

export const named = (id: Uuid | null, name: string | null) => (id ? { id, name } : null)

/** Who may approve or hand out sees every order of the organisation; others their own. */
export const seesAll = (ctx: ActionContext): boolean =>
  ctx.permissions.has('ordering.approve') || ctx.permissions.has('custody.handOut')

export const maySee = (ctx: ActionContext, row: store.OrderRow): boolean =>
  row.ordererId === ctx.actorId || seesAll(ctx)

export const shownRow = (row: store.OrderRow): Static<typeof ShownRow> => ({
  id: row.id,
  number: row.number,
  state: row.state,
  unit: named(row.unitId, row.unitName),
  orderer: { id: row.ordererId, name: row.ordererName },
  madeAt: row.madeAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  needs: row.needs,
  newNeeds: row.newNeeds,
  deliveredNeeds: row.deliveredNeeds,
  monthOre: row.monthOre,
  purchaseOre: row.purchaseOre,
  version: row.version,
})

export async function shownOrder(ctx: ActionContext, id: Uuid): Promise<Static<typeof Order>> {
  const row = await store.orderBy(ctx.tx, id)
  invariant(row, 'who acts on an order sees it')
  const rows = await needs.needsOf(ctx.tx, id)
  const ids = rows.flatMap((need) => [need.deviceId, need.replacesId]).filter((one) => one !== null)
  const devices = new Map(
    (await needs.devicesNamed(ctx.tx, ids)).map((device) => [device.id, device]),
  )
  const comments = await commentsOf(ctx.tx, id)
  const stock = rows.flatMap(({ id: needId, way }) => (way === 'shop' ? [needId] : []))
  const bought = await purchasesOfNeeds(ctx, stock)
  return {
    ...shownRow(row),
    coding: row.coding,
    codingNames: await codingNames(ctx, row.coding),
    decidedBy: named(row.decidedById, row.decidedByName),
    words: row.words,
    needsList: rows.map((need) => shownNeed(need, devices, bought.get(need.id))),
    comments: comments.map((one) => ({
      id: one.id,
      words: one.words,
      madeAt: one.madeAt.toISOString(),
      by: { id: one.byId, name: one.byName },
      removedAt: one.removedAt?.toISOString() ?? null,
    })),
    yearOre: row.monthOre * 12,
    purchaseSum: sumOf(rows.flatMap((need) => boughtFor(need))),
  }
}

/** What the purchase for a need costs, while there is one. */
const boughtFor = (need: needs.NeedRow) =>
  need.way === 'shop' && need.state !== 'withdrawn' && !need.purchaseEnd
    ? [{ priceOre: need.purchaseOre!, vat: need.purchaseVat! }]
    : []

export function shownNeed(
  need: needs.NeedRow,
  devices: ReadonlyMap<Uuid, needs.NamedDeviceRow>,
  bought?: NeedLineRow,
): Static<typeof Need> {
  const {
    orderId: _order,
    holderId,
    holderName,
    unitId,
    unitName,
    placeId,
    placeName,
    ...rest
  } = need
  const { serviceId, serviceName, deviceId, replacesId, deliveredAt, ...more } = rest
  const { purchaseOre, purchaseVat, warrantyMonths, purchaseEnd, ...facts } = more
  return {
    ...facts,
    holder: named(holderId, holderName),
    unit: named(unitId, unitName),
    place: named(placeId, placeName),
    service: named(serviceId, serviceName),
    device: (deviceId && devices.get(deviceId)) || null,
    replaces: (replacesId && devices.get(replacesId)) || null,
    deliveredAt: deliveredAt?.toISOString() ?? null,
    purchase: bought
      ? {
          id: bought.purchaseId,
          number: bought.number,
          state: bought.purchaseState,
          seller: { id: bought.sellerId, name: bought.sellerName },
          maker: bought.maker,
          model: bought.model,
          grade: bought.grade,
          reservedUntil: bought.reservedUntil?.toISOString() ?? null,
          priceOre: purchaseOre!,
          vat: purchaseVat!,
          warrantyMonths: warrantyMonths ?? 0,
        }
      : null,
    // The clock decides, whether or not the shop has been round.
    purchaseEnd: purchaseEnd ?? (bought ? endOfLine(bought) : null),
  }
}

type Entered = { readonly row: store.OrderRow } | { readonly refusal: Refusal }

/** Locks the order for an act, once it is seen, allowed, and as the client read it. */
export async function enter(ctx: ActionContext, id: Uuid, act: OrderAct | null): Promise<Entered> {
  const row = await store.lockOrder(ctx.tx, id)
  if (!row || !maySee(ctx, row)) return { refusal: refuse('order-not-found', { orderId: id }) }
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== row.version)
    return { refusal: refuse('version-changed') }
  const { actorId, permissions } = ctx
  const no = act && decideAct({ ...row, actorId, permissions }, act)
  return no ? { refusal: no } : { row }
}

/** An entry in the order's own chain; its locked row makes it one writer. Words stay out of it. */
export async function tell(
  ctx: ActionContext,
  orderId: Uuid,
  kind: string,
  content: { readonly [name: string]: EntryValue } = {},
) {
  await append(ctx, [{ subjectId: orderId, kind, content, partyIds: [ctx.organisationId] }])
}
