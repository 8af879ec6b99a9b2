// What answers the questions of an order before it is made.
import { Type } from 'typebox'
import { Choice, Closed, DayType, endpoint, Nullable, UuidType } from '../../../core/endpoint.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { Offer, ReusedStock } from '../../resale/api/shapes.ts'
import { Cores, Named, NeedDevice, ProcessorYear } from './shapes.ts'

export const optionsApi = {
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
}
