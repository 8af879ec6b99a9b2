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
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { deviceStatuses, grades } from '../../devices/rules/status.ts'
import { Sum } from '../../resale/api/purchases.ts'
import { Offer, Ore, ReusedStock } from '../../resale/api/shapes.ts'
import { soldGrades, vatSchemes } from '../../resale/rules/listing.ts'
import { purchaseStates } from '../../resale/rules/purchase.ts'
import { newReasons, needWays } from '../rules/needs.ts'
import { needStates, orderStates, purchaseEnds } from '../rules/orders.ts'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Named = Closed({ id: UuidType(), name: Nullable(Type.String()) })

const Cores = () => Type.Integer({ minimum: 1, maximum: 1024 })
const ProcessorYear = () => Type.Integer({ minimum: 2001, maximum: 2100 })

/** What is asked of a device; null asks nothing. */
export const specification = {
  kind: Choice(deviceKinds),
  leastMemoryGb: Nullable(Type.Integer({ minimum: 1, maximum: 65_536 })),
  leastStorageGb: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  leastScreenInches: Nullable(Type.Number({ minimum: 0.5, maximum: 200 })),
  leastCores: Type.Optional(Nullable(Cores())),
  /** The year in which the generation of the processor came on the market. */
  leastProcessorYear: Type.Optional(Nullable(ProcessorYear())),
  osFamily: Nullable(Choice(osFamilies)),
  leastGrade: Nullable(Choice(['A', 'B', 'C', 'D'])),
}

const NewNeed = Closed({
  ...specification,
  holderId: Nullable(UuidType()),
  unitId: Nullable(UuidType()),
  placeId: Nullable(UuidType()),
  neededFromOn: DayType(),
  untilOn: Nullable(DayType()),
  specialNeed: Nullable(Words(2000)),
  way: Choice(needWays),
  serviceId: Nullable(UuidType()),
  /** Why nothing that exists will do; only and always with `way: new`. */
  newReason: Nullable(Choice(newReasons)),
  newWords: Nullable(Words(2000)),
  /** A device in the pool, which is reserved at once. */
  deviceId: Nullable(UuidType()),
  /** A device of a partner’s shop, which is kept until the order is approved; only and always with `way: shop`. */
  listingId: Type.Optional(Nullable(UuidType())),
  /** The device that this one takes the place of; its return is opened at the hand-out. */
  replacesId: Nullable(UuidType()),
})

export const NeedDevice = Closed({
  id: UuidType(),
  assetTag: Nullable(Type.String()),
  serialNumber: Nullable(Type.String()),
  maker: Type.String(),
  model: Type.String(),
  grade: Nullable(Choice(grades)),
  /** One that is reserved on its way into the pool is handed out once it stands there. */
  status: Choice(deviceStatuses),
})

export const Need = Closed({
  id: UuidType(),
  position: Type.Integer(),
  state: Choice(needStates),
  ...specification,
  leastCores: Nullable(Cores()),
  leastProcessorYear: Nullable(ProcessorYear()),
  holder: Nullable(Named),
  unit: Nullable(Named),
  place: Nullable(Named),
  neededFromOn: DayType(),
  untilOn: Nullable(DayType()),
  specialNeed: Nullable(Type.String()),
  way: Choice(needWays),
  service: Nullable(Named),
  newReason: Nullable(Choice(newReasons)),
  newWords: Nullable(Type.String()),
  /** Per month, as the service's price was when it was ordered. */
  priceOre: Nullable(Type.Integer()),
  device: Nullable(NeedDevice),
  replaces: Nullable(NeedDevice),
  deliveredAt: Nullable(InstantType()),
  /** With `way: shop`: what is bought of the partner, and where that stands. */
  purchase: Nullable(
    Closed({
      id: UuidType(),
      number: Type.String(),
      state: Choice(purchaseStates),
      seller: Named,
      maker: Type.String(),
      model: Type.String(),
      grade: Choice(soldGrades),
      reservedUntil: Nullable(InstantType()),
      /** Once, as it was when it was chosen. */
      priceOre: Ore,
      vat: Choice(vatSchemes),
      warrantyMonths: Type.Integer(),
    }),
  ),
  /** Why the purchase came to nothing, when it did: the need waits for a device again. */
  purchaseEnd: Nullable(Choice(purchaseEnds)),
})

export const OrderRow = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(orderStates),
  unit: Nullable(Named),
  orderer: Named,
  madeAt: InstantType(),
  submittedAt: Nullable(InstantType()),
  decidedAt: Nullable(InstantType()),
  needs: Type.Integer(),
  newNeeds: Type.Integer(),
  deliveredNeeds: Type.Integer(),
  monthOre: Type.Integer(),
  /** What is bought reused of partners, once, VAT apart. */
  purchaseOre: Ore,
  version: Type.Integer(),
})

export const Order = Closed({
  ...OrderRow.properties,
  /** The parts of the coding string, by name. */
  coding: Type.Record(Type.String(), Type.String()),
  /** What the codes are called, of those that are known by a name. */
  codingNames: Type.Record(Type.String(), Type.String()),
  decidedBy: Nullable(Named),
  words: Nullable(Type.String()),
  needsList: Type.Array(Need),
  comments: Type.Array(
    Closed({ id: UuidType(), words: Type.String(), madeAt: InstantType(), by: Named }),
  ),
  yearOre: Type.Integer(),
  /** What is bought reused of partners, with its VAT. */
  purchaseSum: Sum,
})

const orderId = Closed({ orderId: UuidType() })
const stockRefusals = [
  'listing-not-found',
  'listing-unfit',
  'listing-taken',
  'own-listing',
] as const
const needRefusals = [
  'need-for-nobody',
  'day-not-valid',
  'need-ends-first',
  'need-contradicts',
  'new-reason-missing',
  'new-reason-unasked',
  'special-need-words-missing',
  'person-not-found',
  'unit-not-found',
  'place-not-found',
  'service-not-found',
  'service-without-price',
  'device-not-found',
  'not-custodian',
  'not-in-pool',
  'device-reserved',
  'listing-missing',
  'listing-unasked',
  ...stockRefusals,
] as const
/** A coding string that cannot be posted by on the day; each names its part. */
export const codingRefusals = [
  'coding-missing',
  'coding-malformed',
  'coding-unknown',
  'coding-not-yet',
  'coding-expired',
  'coding-part-unknown',
] as const
const actRefusals = ['order-not-found', 'order-state-forbids', 'version-changed'] as const

export const ordersApi = {
  orderOptions: endpoint({
    method: 'GET',
    path: '/order-options',
    permission: 'ordering.order',
    summary:
      'What answers the four questions of an order: what is held already, devices of the pool that fit, and services with their price; reused before new.',
    query: Closed({
      kind: Choice(deviceKinds),
      leastMemoryGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_536 })),
      leastStorageGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      leastScreenInches: Type.Optional(Type.Number({ minimum: 0.5 })),
      leastCores: Type.Optional(Cores()),
      leastProcessorYear: Type.Optional(ProcessorYear()),
      osFamily: Type.Optional(Choice(osFamilies)),
      leastGrade: Type.Optional(Choice(['A', 'B', 'C', 'D'])),
      holderId: Type.Optional(UuidType()),
      unitId: Type.Optional(UuidType()),
      placeId: Type.Optional(UuidType()),
      neededFromOn: Type.Optional(DayType()),
    }),
    output: Closed({
      /** Of this kind, with the person or the unit that the need is for. */
      held: Type.Array(NeedDevice),
      heldCount: Type.Integer(),
      pool: Type.Array(
        Closed({
          device: NeedDevice,
          memoryGb: Nullable(Type.Integer()),
          storageGb: Nullable(Type.Integer()),
          osFamily: Nullable(Type.String()),
          place: Nullable(Named),
          /** Kilograms CO₂e that making a new one would emit. */
          newCo2eKg: Type.Number(),
        }),
      ),
      /** Of the pool, such as fit in all but that their processor is not known; counted to 500. */
      processorUnknownCount: Type.Integer(),
      /** What is asked that partners’ stock does not say: it may or may not be met. */
      stockUnsaid: Type.Array(Choice(['screen', 'processor'])),
      poolCount: Type.Integer(),
      /** What partners have for sale that fits, over the term of three years. */
      partnerStock: Type.Array(ReusedStock),
      /** Of it, what can be chosen for the need: devices that are alike stand as one offer, the cheapest first. */
      offers: Type.Array(Offer),
      /** Codes to begin with: the unit's cost centre, and each part's default. */
      coding: Type.Record(Type.String(), Type.String()),
      services: Type.Array(
        Closed({
          id: UuidType(),
          name: Type.String(),
          termMonths: Type.Integer(),
          monthOre: Nullable(Type.Integer()),
          /** Whether it promises what is asked; what it says nothing of it does not promise. */
          meets: Type.Boolean(),
          /** Of making a new one, kilograms CO₂e: central value, low and high. */
          newCo2eKg: Type.Number(),
          newCo2eLowKg: Type.Number(),
          newCo2eHighKg: Type.Number(),
        }),
      ),
    }),
    refusals: ['day-not-valid'],
  }),
  listOrders: endpoint({
    method: 'GET',
    path: '/orders',
    permission: 'ordering.order',
    summary: 'Orders, the latest first; own orders only, for who may not approve or deliver.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(orderStates)),
      mine: Type.Optional(Type.Boolean()),
    }),
    output: PageOf(OrderRow),
    refusals: ['cursor-unknown'],
  }),
  countOrders: endpoint({
    method: 'GET',
    path: '/order-counts',
    permission: 'ordering.order',
    summary: 'How many orders stand in each state, and how many approved needs wait for a device.',
    output: Closed({
      byState: Type.Array(Closed({ state: Choice(orderStates), orders: Type.Integer() })),
      waitingNeeds: Type.Integer(),
    }),
    refusals: [],
  }),
  getOrder: endpoint({
    method: 'GET',
    path: '/orders/{orderId}',
    permission: 'ordering.order',
    summary: 'One order with its needs, comments and cost.',
    params: orderId,
    output: Order,
    refusals: ['order-not-found'],
  }),
  createOrder: endpoint({
    method: 'POST',
    path: '/orders',
    permission: 'ordering.order',
    summary: 'Orders for up to a thousand needs at once; devices named in them are reserved.',
    body: Closed({
      unitId: Nullable(UuidType()),
      coding: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 40 })),
      needs: Type.Array(NewNeed, { minItems: 1, maxItems: 1000 }),
      /** Sent for approval in the same act. */
      submit: Type.Boolean(),
    }),
    output: Order,
    status: 201,
    refusals: [...needRefusals, ...codingRefusals, 'repeated-device'],
  }),
  submitOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/submission',
    permission: 'ordering.order',
    summary: 'Sends a draft for approval; its coding string must be valid that day.',
    params: orderId,
    output: Order,
    refusals: [...actRefusals, 'order-of-another', ...codingRefusals],
  }),
  approveOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/approval',
    permission: 'ordering.approve',
    summary:
      'Approves the cost per month and what is bought once; not by who ordered. What was kept in a partner’s shop is bought in the same act.',
    params: orderId,
    output: Order,
    refusals: [...actRefusals, 'own-order', 'order-reservation-expired', ...codingRefusals],
  }),
  declineOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/refusal',
    permission: 'ordering.approve',
    summary: 'Declines, with the reason in words; what was reserved is let go.',
    params: orderId,
    body: Closed({ words: Words(2000) }),
    output: Order,
    refusals: [...actRefusals, 'own-order'],
  }),
  withdrawOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/withdrawal',
    permission: 'ordering.order',
    summary: 'Withdraws what has not been delivered; what was reserved is let go.',
    params: orderId,
    body: Closed({ words: Nullable(Words(2000)) }),
    output: Order,
    refusals: [...actRefusals, 'order-of-another'],
  }),
  commentOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/comments',
    permission: 'ordering.order',
    summary: 'Writes a comment that everybody who sees the order reads.',
    params: orderId,
    body: Closed({ words: Words(2000) }),
    output: Order,
    refusals: ['order-not-found'],
  }),
  reserveForNeed: endpoint({
    method: 'PUT',
    path: '/needs/{needId}/device',
    permission: 'custody.handOut',
    summary: 'Reserves a device of the pool for a need, or lets go of the one it had (null).',
    params: Closed({ needId: UuidType() }),
    body: Closed({ deviceId: Nullable(UuidType()) }),
    output: Order,
    refusals: [
      'need-not-found',
      'need-state-forbids',
      'device-not-found',
      'not-custodian',
      'not-in-pool',
      'device-reserved',
    ],
  }),
  chooseListing: endpoint({
    method: 'PUT',
    path: '/needs/{needId}/listing',
    permission: 'ordering.order',
    summary:
      'Chooses a partner’s reused device for a need that waits or is held, or lets it wait for the pool (null). In an approved order it is bought at once, at no higher cost than was approved.',
    params: Closed({ needId: UuidType() }),
    body: Closed({ listingId: Nullable(UuidType()) }),
    output: Order,
    refusals: [
      'need-not-found',
      ...actRefusals,
      'order-of-another',
      'need-state-forbids',
      ...stockRefusals,
      'order-reservation-expired',
      'costs-more-than-approved',
    ],
  }),
  deliverNeeds: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/deliveries',
    permission: 'custody.handOut',
    summary:
      'Hands out reserved devices to those who need them, all or none; the device that each replaces becomes due the same day (law 3).',
    params: orderId,
    body: Closed({ needIds: Type.Array(UuidType(), { minItems: 1, maxItems: 500 }) }),
    output: Order,
    refusals: [
      ...actRefusals,
      'need-not-found',
      'need-without-device',
      'device-not-found',
      'status-forbids',
      'data-unproven',
      'not-custodian',
      'device-reserved',
      'taker-missing',
      'person-not-found',
      'unit-not-found',
    ],
  }),
}
