// A purchase as the API answers it, and what every act on it begins with.
import type { Static } from 'typebox'
import type { Uuid } from '../../../core/ids.ts'
import { invariant, refuse, type Refusal } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { Purchase, PurchaseSummary } from '../api/purchases.ts'
import { decideAct, stateAt, sumOf, type PurchaseAct, type Side } from '../rules/purchase.ts'
import { photosOf } from '../store/photos.ts'
import { linesOf } from '../store/lines.ts'
import * as store from '../store/purchases.ts'
import { againstNew } from './against-new.ts'
import { saleFacts } from './facts.ts'
import { pictureOf } from './offers.ts'

export const sideOf = (ctx: ActionContext, row: { readonly sellerId: Uuid }): Side =>
  row.sellerId === ctx.organisationId ? 'seller' : 'buyer'

export const shownSummary = (
  ctx: ActionContext,
  row: store.PurchaseRow,
): Static<typeof PurchaseSummary> => ({
  id: row.id,
  number: row.number,
  state: stateAt(row, ctx.now),
  side: sideOf(ctx, row),
  seller: { id: row.sellerId, name: row.sellerName },
  buyer: { id: row.buyerId, name: row.buyerName },
  madeAt: row.madeAt.toISOString(),
  madeBy: row.madeBy,
  reservedUntil: row.reservedUntil?.toISOString() ?? null,
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
  sentAt: row.sentAt?.toISOString() ?? null,
  receivedAt: row.receivedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  devices: row.devices,
  received: row.received,
  sum: sumOf([
    { priceOre: row.standardOre, vat: 'standard' },
    { priceOre: row.marginOre, vat: 'margin' },
  ]),
  reference: row.reference,
  caseId: row.caseId,
  orderId: sideOf(ctx, row) === 'buyer' ? row.orderId : null,
  version: row.version,
})

export async function shownPurchase(
  ctx: ActionContext,
  id: Uuid,
): Promise<Static<typeof Purchase>> {
  const row = await store.purchaseBy(ctx.tx, id)
  invariant(row, 'who acts on a purchase sees it')
  const lines = await linesOf(ctx.tx, id)
  const photos = await photosOf(
    ctx.tx,
    lines.map((line) => line.listingId),
  )
  const side = sideOf(ctx, row)
  const kept = lines.filter((line) => line.state !== 'cancelled')
  return {
    ...shownSummary(ctx, row),
    toName: row.toName,
    toAddress: row.toAddress,
    lines: lines.map((line) => ({
      position: line.position,
      listingId: line.listingId,
      deviceId: side === 'seller' ? line.deviceId : line.buyerDeviceId,
      state: line.state,
      lost: line.lost,
      ...saleFacts(line),
      batteryPercent: line.batteryPercent,
      serialNumber: line.serialNumber,
      warrantyUntilOn: line.warrantyUntilOn,
      photo: pictureOf(photos.find((photo) => photo.listingId === line.listingId)),
    })),
    againstNew: againstNew(
      kept.map((line) => line.kind),
      ctx.now,
    ),
  }
}

type Entered = { readonly row: store.PurchaseRow } | { readonly refusal: Refusal }

/** Locks the purchase for an act, once it is seen, as the client read it, and allowed to its side. */
export async function enter(ctx: ActionContext, id: Uuid, act: PurchaseAct): Promise<Entered> {
  const row = await store.lockPurchase(ctx.tx, id)
  if (!row) return { refusal: refuse('purchase-not-found', { purchaseId: id }) }
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== row.version)
    return { refusal: refuse('version-changed') }
  const no = decideAct(stateAt(row, ctx.now), sideOf(ctx, row), act)
  return no ? { refusal: no } : { row }
}
