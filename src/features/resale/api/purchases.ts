// What customers buy in the shop, from the reservation to the receipt.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { lineStates, purchaseStates } from '../rules/purchase.ts'
import { AgainstNew, Named, Ore, Picture, sale, thing, Words } from './shapes.ts'

/** VAT beside the price; what is inside a price under the margin scheme is not shown. */
export const Sum = Closed({ netOre: Ore, vatOre: Ore, totalOre: Ore })

export const PurchaseSummary = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(purchaseStates),
  /** Which side of it this organisation is. */
  side: Choice(['seller', 'buyer']),
  seller: Named,
  buyer: Named,
  madeAt: InstantType(),
  madeBy: Nullable(Type.String()),
  reservedUntil: Nullable(InstantType()),
  confirmedAt: Nullable(InstantType()),
  sentAt: Nullable(InstantType()),
  receivedAt: Nullable(InstantType()),
  endedAt: Nullable(InstantType()),
  devices: Type.Integer(),
  received: Type.Integer(),
  sum: Sum,
  reference: Nullable(Type.String()),
  caseId: Nullable(UuidType()),
  /** The order that it is for; told to the buyer alone. */
  orderId: Nullable(UuidType()),
  version: Type.Integer(),
})

export const Purchase = Closed({
  ...PurchaseSummary.properties,
  toName: Nullable(Type.String()),
  toAddress: Nullable(Type.String()),
  lines: Type.Array(
    Closed({
      position: Type.Integer(),
      listingId: UuidType(),
      /** In the register of the side that asks; null while it is not in the buyer's. */
      deviceId: Nullable(UuidType()),
      state: Choice(lineStates),
      /** Reported lost on the way: it cannot be received, and the seller takes the line back. */
      lost: Type.Boolean(),
      ...thing,
      ...sale,
      batteryPercent: Nullable(Type.Integer()),
      /** For the buyer from the sending on. */
      serialNumber: Nullable(Type.String()),
      warrantyUntilOn: Nullable(DayType()),
      photo: Nullable(Picture),
    }),
  ),
  /** Of all that it holds, against new. */
  againstNew: Nullable(AgainstNew),
})

const purchaseId = Closed({ purchaseId: UuidType() })
const acts = [
  'purchase-not-found',
  'purchase-not-yours',
  'reservation-expired',
  'purchase-state-forbids',
  'version-changed',
] as const

export const purchasesApi = {
  makePurchase: endpoint({
    method: 'POST',
    path: '/purchases',
    permission: 'resale.buy',
    summary:
      'Reserves devices in one partner’s shop for 24 hours; all of them, or none. Of two who want the last, one gets it.',
    body: Closed({
      lines: Type.Array(
        Closed({ listingId: UuidType(), count: Type.Integer({ minimum: 1, maximum: 500 }) }),
        { minItems: 1, maxItems: 100 },
      ),
      /** Where it goes: a place of one's own, or an address in words. */
      placeId: Type.Optional(Nullable(UuidType())),
      toAddress: Type.Optional(Nullable(Words(500))),
      reference: Type.Optional(Nullable(Words(100))),
    }),
    output: Purchase,
    status: 201,
    refusals: [
      'listing-not-found',
      'several-sellers',
      'own-listing',
      'listing-taken',
      'place-not-found',
    ],
  }),
  confirmPurchase: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/confirmation',
    permission: 'resale.buy',
    summary:
      'Confirms before the reservation runs out; from now on the devices are the buyer’s to get.',
    params: purchaseId,
    output: Purchase,
    refusals: [...acts, 'purchase-of-order'],
  }),
  cancelPurchase: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/cancellation',
    permission: 'resale.buy',
    summary: 'The buyer calls off what has not been sent; the devices are free again.',
    params: purchaseId,
    output: Purchase,
    refusals: [...acts],
  }),
  declinePurchase: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/refusal',
    permission: 'resale.sell',
    summary: 'The seller calls off what it has not sent; the devices stand in the shop again.',
    params: purchaseId,
    output: Purchase,
    refusals: [...acts],
  }),
  sendPurchase: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/sending',
    permission: 'resale.sell',
    summary:
      'Sends what was confirmed: the devices are in transit until the buyer has received them.',
    params: purchaseId,
    output: Purchase,
    refusals: [...acts, 'status-forbids', 'not-custodian', 'data-unproven', 'grade-worse'],
  }),
  acceptPurchase: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/receipt',
    permission: 'resale.buy',
    summary:
      'Receives what was sent, all of it or the positions named: it is sold, and stands in the buyer’s own pool with its warranty.',
    params: purchaseId,
    body: Closed({
      positions: Type.Optional(
        Nullable(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 1000 })),
      ),
    }),
    output: Purchase,
    refusals: [
      ...acts,
      'line-not-sent',
      'status-forbids',
      'serial-taken',
      'asset-tag-taken',
      'imei-taken',
    ],
  }),
  takeBackLines: endpoint({
    method: 'POST',
    path: '/purchases/{purchaseId}/take-back',
    permission: 'resale.sell',
    summary: 'Takes back into the depot what was sent and never came; it stands in the shop again.',
    params: purchaseId,
    body: Closed({
      positions: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 1000 }),
    }),
    output: Purchase,
    refusals: [...acts, 'line-not-sent'],
  }),
  listPurchases: endpoint({
    method: 'GET',
    path: '/purchases',
    permission: 'resale.see',
    summary: 'Purchases as buyer and as seller, the latest first.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(purchaseStates)),
      side: Type.Optional(Choice(['seller', 'buyer'])),
    }),
    output: PageOf(PurchaseSummary),
    refusals: ['cursor-unknown'],
  }),
  countPurchases: endpoint({
    method: 'GET',
    path: '/purchase-counts',
    permission: 'resale.see',
    summary: 'How many purchases stand in each state, by side.',
    output: Closed({
      items: Type.Array(
        Closed({
          side: Choice(['seller', 'buyer']),
          state: Choice(purchaseStates),
          purchases: Type.Integer(),
        }),
      ),
    }),
    refusals: [],
  }),
  getPurchase: endpoint({
    method: 'GET',
    path: '/purchases/{purchaseId}',
    permission: 'resale.see',
    summary: 'One purchase with its lines.',
    params: purchaseId,
    output: Purchase,
    refusals: ['purchase-not-found'],
  }),
}
