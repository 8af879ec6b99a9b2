// What an order and its needs look like from the outside.
import { Type } from 'typebox'
import { Choice, Closed, DayType, InstantType, Nullable, UuidType } from '../../../core/endpoint.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { deviceStatuses, grades } from '../../devices/rules/status.ts'
import { Sum } from '../../resale/api/purchases.ts'
import { Ore } from '../../resale/api/shapes.ts'
import { soldGrades, vatSchemes } from '../../resale/rules/listing.ts'
import { purchaseStates } from '../../resale/rules/purchase.ts'
import { newReasons, needWays } from '../rules/needs.ts'
import { needStates, orderStates, purchaseEnds } from '../rules/orders.ts'

export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
/** Something that others read: spaces alone say nothing. */
export const Said = (maxLength: number) => Type.String({ maxLength, pattern: '\\S' })
export const Named = Closed({ id: UuidType(), name: Nullable(Type.String()) })

export const Cores = () => Type.Integer({ minimum: 1, maximum: 1024 })
export const ProcessorYear = () => Type.Integer({ minimum: 2001, maximum: 2100 })

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

export const NewNeed = Closed({
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
    Closed({
      id: UuidType(),
      /** Null once they have been taken away. */
      words: Nullable(Type.String()),
      madeAt: InstantType(),
      by: Named,
      removedAt: Nullable(InstantType()),
    }),
  ),
  yearOre: Type.Integer(),
  /** What is bought reused of partners, with its VAT. */
  purchaseSum: Sum,
})
