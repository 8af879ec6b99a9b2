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
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { priceLines, roundings } from '../rules/price.ts'
import { osFamilies } from '../rules/requirements.ts'
import { serviceContents, serviceFamilies } from '../rules/services.ts'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
/** At most ten million kronor, so that every product of parts stays a whole number exactly. */
const Ore = () => Type.Integer({ minimum: 0, maximum: 1_000_000_000 })

const facts = {
  name: Words(200),
  family: Choice(serviceFamilies),
  kind: Choice(deviceKinds),
  termMonths: Type.Integer({ minimum: 1, maximum: 120 }),
  description: Nullable(Words(2000)),
  includes: Type.Array(Choice(serviceContents), { maxItems: 20, uniqueItems: true }),
  leastMemoryGb: Nullable(Type.Integer({ minimum: 1, maximum: 65_536 })),
  leastStorageGb: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  leastScreenInches: Nullable(Type.Number({ minimum: 0.5, maximum: 200 })),
  leastCores: Nullable(Type.Integer({ minimum: 1, maximum: 1024 })),
  /** The year in which the generation of the processor came on the market. */
  leastProcessorYear: Nullable(Type.Integer({ minimum: 2001, maximum: 2100 })),
  /** Null: any. */
  osFamily: Nullable(Choice(osFamilies)),
}

const parts = {
  purchaseOre: Ore(),
  residualOre: Ore(),
  returnBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
  months: Type.Integer({ minimum: 1, maximum: 120 }),
  interestBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
  supportOre: Ore(),
  handlingOre: Ore(),
  roundTo: Choice(['ore', 'krona']),
}

const Price = Closed({
  id: UuidType(),
  validFromOn: DayType(),
  /** Its last day: its own, or the day before the next version. Null: until further notice. */
  endsOn: Nullable(DayType()),
  priceOre: Type.Integer(),
  parts: Closed(parts),
  calculation: Closed({
    rule: Type.String(),
    expectedResidualOre: Type.Integer(),
    lines: Type.Array(Closed({ line: Choice(priceLines), ore: Type.Integer() })),
    /** What each rounding added, in thousandths of an öre. */
    roundings: Type.Array(Closed({ name: Choice(roundings), addedMilliOre: Type.Integer() })),
    priceOre: Type.Integer(),
  }),
  note: Nullable(Type.String()),
  decidedAt: InstantType(),
  decidedBy: Nullable(Type.String()),
})

export const ServiceRow = Closed({
  id: UuidType(),
  ...facts,
  copiedFromId: Nullable(UuidType()),
  closedOn: Nullable(DayType()),
  /** On the day asked for; null: no price is valid then. */
  priceOre: Nullable(Type.Integer()),
  /** Another price has been decided from this day. */
  nextPriceOn: Nullable(DayType()),
  version: Type.Integer(),
})

export const Service = Closed({
  ...ServiceRow.properties,
  copiedFromName: Nullable(Type.String()),
  /** The latest first. */
  prices: Type.Array(Price),
})

const serviceId = Closed({ serviceId: UuidType() })
const versionRefusals = [
  'day-not-valid',
  'price-ends-first',
  'price-dates-overlap',
  'price-starts-in-past',
  'residual-above-purchase',
] as const

export const servicesApi = {
  listServices: endpoint({
    method: 'GET',
    path: '/services',
    permission: 'catalogue.see',
    summary: 'Services by name, with the monthly price of the day.',
    query: Closed({
      ...PageQuery,
      /** Today unless said. */
      on: Type.Optional(DayType()),
      kind: Type.Optional(Choice(deviceKinds)),
      family: Type.Optional(Choice(serviceFamilies)),
      /** With those that can no longer be ordered. */
      closed: Type.Optional(Type.Boolean()),
    }),
    output: PageOf(ServiceRow),
    refusals: ['cursor-unknown', 'day-not-valid'],
  }),
  createService: endpoint({
    method: 'POST',
    path: '/services',
    permission: 'catalogue.price',
    summary: 'Adds a service; its price is decided by a price version.',
    body: Closed({
      ...facts,
      leastCores: Type.Optional(facts.leastCores),
      leastProcessorYear: Type.Optional(facts.leastProcessorYear),
    }),
    output: Service,
    refusals: ['service-name-taken'],
    status: 201,
  }),
  getService: endpoint({
    method: 'GET',
    path: '/services/{serviceId}',
    permission: 'catalogue.see',
    summary: 'One service with every version of its price and how each is reckoned.',
    params: serviceId,
    output: Service,
    refusals: ['service-not-found'],
  }),
  changeService: endpoint({
    method: 'PATCH',
    path: '/services/{serviceId}',
    permission: 'catalogue.price',
    summary: 'Changes what is given; `closedOn` is the last day that it can be ordered.',
    params: serviceId,
    body: Closed({
      name: Type.Optional(facts.name),
      description: Type.Optional(facts.description),
      includes: Type.Optional(facts.includes),
      leastMemoryGb: Type.Optional(facts.leastMemoryGb),
      leastStorageGb: Type.Optional(facts.leastStorageGb),
      leastScreenInches: Type.Optional(facts.leastScreenInches),
      leastCores: Type.Optional(facts.leastCores),
      leastProcessorYear: Type.Optional(facts.leastProcessorYear),
      osFamily: Type.Optional(facts.osFamily),
      closedOn: Type.Optional(Nullable(DayType())),
    }),
    output: Service,
    refusals: ['service-not-found', 'version-changed', 'service-name-taken', 'day-not-valid'],
  }),
  copyService: endpoint({
    method: 'POST',
    path: '/services/{serviceId}/copies',
    permission: 'catalogue.price',
    summary: 'Begins a new service as this one is, with its latest price from the given day.',
    params: serviceId,
    body: Closed({ name: facts.name, validFromOn: DayType() }),
    output: Service,
    refusals: ['service-not-found', 'service-name-taken', 'day-not-valid'],
    status: 201,
  }),
  addPrice: endpoint({
    method: 'POST',
    path: '/services/{serviceId}/prices',
    permission: 'catalogue.price',
    summary: 'Decides a new version of the price; earlier versions stand as they are.',
    params: serviceId,
    body: Closed({
      validFromOn: DayType(),
      validUntilOn: Type.Optional(Nullable(DayType())),
      parts: Closed(parts),
      note: Type.Optional(Nullable(Words(1000))),
    }),
    output: Service,
    refusals: ['service-not-found', ...versionRefusals],
    status: 201,
  }),
}
