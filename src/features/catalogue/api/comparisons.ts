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
import { criterionKeys } from '../rules/criteria.ts'
import { verdicts } from '../rules/offers.ts'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Value = () => Type.Union([Type.Number(), Words(100)])

const Criterion = Closed({
  key: Choice(criterionKeys),
  /** At least this: a number, a day, a level. */
  least: Value(),
  compulsory: Type.Boolean(),
  /** What it counts when it is not compulsory. */
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
})
const facts = {
  title: Words(200),
  kind: Choice(deviceKinds),
  serviceId: Nullable(UuidType()),
  deviceCount: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  requirements: Type.Array(Criterion, { minItems: 1, maxItems: 30 }),
}
/** Value by requirement; one that is not here, or null, is read from the model. */
const Stated = Type.Array(Closed({ key: Choice(criterionKeys), value: Nullable(Value()) }), {
  maxItems: 40,
})
const offerFacts = {
  supplier: Words(200),
  product: Words(200),
  modelId: Nullable(UuidType()),
  monthPriceOre: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  /** Where the offer is kept. */
  document: Nullable(Words(500)),
  stated: Stated,
}

const Offer = Closed({
  id: UuidType(),
  ...offerFacts,
  modelName: Nullable(Type.String()),
  /** One for each requirement, in their order. */
  judged: Type.Array(
    Closed({
      key: Choice(criterionKeys),
      value: Nullable(Value()),
      from: Nullable(Choice(['offer', 'catalogue'])),
      verdict: Choice(verdicts),
    }),
  ),
  stoppedBy: Type.Array(Choice(criterionKeys)),
  points: Type.Integer(),
  ofPoints: Type.Integer(),
  place: Nullable(Type.Integer()),
})

const Comparison = Closed({
  id: UuidType(),
  ...facts,
  serviceName: Nullable(Type.String()),
  /** The day that labels are held against: when it was decided, or today. */
  judgedOn: DayType(),
  madeAt: InstantType(),
  offers: Type.Array(Offer),
  decision: Nullable(
    Closed({
      offerId: UuidType(),
      reason: Type.String(),
      decidedAt: InstantType(),
      decidedBy: Nullable(Type.String()),
    }),
  ),
  version: Type.Integer(),
})

const comparisonId = Closed({ comparisonId: UuidType() })
const wrongCriteria = ['criterion-repeated', 'value-not-valid', 'weight-missing'] as const

export const comparisonsApi = {
  listComparisons: endpoint({
    method: 'GET',
    path: '/offer-comparisons',
    permission: 'catalogue.see',
    summary: 'Comparisons of offers, the latest first.',
    query: Closed(PageQuery),
    output: PageOf(
      Closed({
        id: UuidType(),
        title: Type.String(),
        kind: facts.kind,
        deviceCount: Type.Integer(),
        offers: Type.Integer(),
        madeAt: InstantType(),
        decidedAt: Nullable(InstantType()),
        chosenSupplier: Nullable(Type.String()),
      }),
    ),
    refusals: ['cursor-unknown'],
  }),
  createComparison: endpoint({
    method: 'POST',
    path: '/offer-comparisons',
    permission: 'catalogue.compare',
    summary: 'Begins a comparison: the need and what is required.',
    body: Closed(facts),
    output: Comparison,
    refusals: ['service-not-found', ...wrongCriteria],
    status: 201,
  }),
  getComparison: endpoint({
    method: 'GET',
    path: '/offer-comparisons/{comparisonId}',
    permission: 'catalogue.see',
    summary: 'Offers judged requirement by requirement, compulsory ones first.',
    params: comparisonId,
    output: Comparison,
    refusals: ['comparison-not-found'],
  }),
  changeComparison: endpoint({
    method: 'PATCH',
    path: '/offer-comparisons/{comparisonId}',
    permission: 'catalogue.compare',
    summary: 'Changes the need or its requirements, until an offer is chosen.',
    params: comparisonId,
    body: Closed({
      title: Type.Optional(facts.title),
      deviceCount: Type.Optional(facts.deviceCount),
      requirements: Type.Optional(facts.requirements),
    }),
    output: Comparison,
    refusals: ['comparison-not-found', 'version-changed', 'comparison-decided', ...wrongCriteria],
  }),
  addOffer: endpoint({
    method: 'POST',
    path: '/offer-comparisons/{comparisonId}/offers',
    permission: 'catalogue.compare',
    summary: 'Adds an offer with what it states.',
    params: comparisonId,
    body: Closed(offerFacts),
    output: Comparison,
    refusals: [
      'comparison-not-found',
      'comparison-decided',
      'too-many-offers',
      'model-not-found',
      'value-not-valid',
    ],
    status: 201,
  }),
  withdrawOffer: endpoint({
    method: 'DELETE',
    path: '/offer-comparisons/{comparisonId}/offers/{offerId}',
    permission: 'catalogue.compare',
    summary: 'Takes an offer out of the comparison, until one is chosen.',
    params: Closed({ comparisonId: UuidType(), offerId: UuidType() }),
    output: Comparison,
    refusals: ['comparison-not-found', 'comparison-decided', 'offer-not-found'],
  }),
  chooseOffer: endpoint({
    method: 'POST',
    path: '/offer-comparisons/{comparisonId}/decision',
    permission: 'catalogue.compare',
    summary: 'Chooses an offer with a reason; a compulsory requirement that is not met stops it.',
    params: comparisonId,
    body: Closed({ offerId: UuidType(), reason: Words(2000) }),
    output: Comparison,
    refusals: [
      'comparison-not-found',
      'version-changed',
      'comparison-decided',
      'offer-not-found',
      'requirement-unmet',
      'requirement-unknown',
    ],
  }),
}
