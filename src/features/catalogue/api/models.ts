import { Type, type TOptional, type TSchema } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { labelSchemes, osFamilies, requirementKeys } from '../rules/requirements.ts'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength })

const specs = {
  modelNumber: Nullable(Words(100)),
  cpu: Nullable(Words(200)),
  cpuCores: Nullable(Type.Integer({ minimum: 1, maximum: 1024 })),
  memoryGb: Nullable(Type.Integer({ minimum: 1, maximum: 65_536 })),
  storageGb: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  screenInches: Nullable(Type.Number({ minimum: 0.5, maximum: 200 })),
  osFamily: Nullable(Choice(osFamilies)),
  /** GTIN with its check digit. */
  gtin: Nullable(Type.String({ maxLength: 14 })),
  /** Address of the digital product passport. */
  passportUrl: Nullable(Type.String({ maxLength: 500, pattern: '^https://' })),
  /** The maker's own figure for making one, kg CO₂e; it needs its source. */
  footprintKg: Nullable(Type.Number({ minimum: 0.01, maximum: 100_000 })),
  footprintSource: Nullable(Words(500)),
  /** Months of the decided period of use. */
  useMonths: Nullable(Type.Integer({ minimum: 1, maximum: 240 })),
  note: Nullable(Words(2000)),
}
const named = { kind: Choice(deviceKinds), maker: Words(200), name: Words(200) }

export const ModelRow = Closed({
  id: UuidType(),
  ...named,
  ...specs,
  /** From the requirements, where they are known. */
  osSupportUntilOn: Nullable(DayType()),
  sparePartsUntilOn: Nullable(DayType()),
  /** Circular requirements with a known value, of all there are. */
  known: Type.Integer(),
  asked: Type.Integer(),
  /** Labels that count today. */
  labels: Type.Integer(),
  version: Type.Integer(),
})

const RequirementValue = Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 100 })])

const Requirement = Closed({
  key: Choice(requirementKeys),
  /** Null: unknown. */
  value: Nullable(RequirementValue),
  /** Null beside an unknown value: nobody has looked. */
  checkedOn: Nullable(DayType()),
  checkedBy: Nullable(Type.String()),
  source: Nullable(Type.String()),
})

const Label = Closed({
  id: UuidType(),
  scheme: Choice(labelSchemes),
  level: Type.String(),
  number: Type.String(),
  validUntilOn: Nullable(DayType()),
  /** Whether it counts today: an expired label does not. */
  counts: Type.Boolean(),
  source: Type.String(),
  checkedOn: DayType(),
  checkedBy: Nullable(Type.String()),
})

const Model = Closed({
  ...ModelRow.properties,
  /** One for each circular requirement, in their order. */
  requirements: Type.Array(Requirement),
  labelList: Type.Array(Label),
  /** Names that were joined into this model. */
  alsoKnownAs: Type.Array(Closed({ id: UuidType(), maker: Type.String(), name: Type.String() })),
})

const modelId = Closed({ modelId: UuidType() })

export const modelsApi = {
  listModels: endpoint({
    method: 'GET',
    path: '/models',
    permission: 'catalogue.see',
    summary: 'Models by maker and name; `q` finds in maker, name and model number.',
    query: Closed({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 200 })),
      kind: Type.Optional(Choice(deviceKinds)),
    }),
    output: PageOf(ModelRow),
    refusals: ['cursor-unknown'],
  }),
  createModel: endpoint({
    method: 'POST',
    path: '/models',
    permission: 'catalogue.describe',
    summary: 'Adds a model to the catalogue.',
    body: Closed({ ...named, ...optional(specs) }),
    output: Model,
    refusals: ['model-exists', 'gtin-not-valid', 'footprint-without-source'],
    status: 201,
  }),
  getModel: endpoint({
    method: 'GET',
    path: '/models/{modelId}',
    permission: 'catalogue.see',
    summary: 'One model with its requirements and labels; a duplicate answers as what it became.',
    params: modelId,
    output: Model,
    refusals: ['model-not-found'],
  }),
  changeModel: endpoint({
    method: 'PATCH',
    path: '/models/{modelId}',
    permission: 'catalogue.describe',
    summary: 'Changes what is given; with If-Match only the version that was read.',
    params: modelId,
    body: Closed(optional({ ...named, ...specs })),
    output: Model,
    refusals: [
      'model-not-found',
      'version-changed',
      'model-exists',
      'gtin-not-valid',
      'footprint-without-source',
    ],
  }),
  mergeModels: endpoint({
    method: 'POST',
    path: '/models/{modelId}/duplicates',
    permission: 'catalogue.describe',
    summary: 'Joins duplicates into this model: their devices and names become its own.',
    params: modelId,
    body: Closed({
      modelIds: Type.Array(UuidType(), { minItems: 1, maxItems: 50 }),
    }),
    output: Model,
    refusals: ['model-not-found', 'duplicate-is-itself', 'duplicate-of-other-kind'],
  }),
  setRequirement: endpoint({
    method: 'PUT',
    path: '/models/{modelId}/requirements/{key}',
    permission: 'catalogue.describe',
    summary: 'Records a circular requirement: a value with its source, or null for unknown.',
    params: Closed({ modelId: UuidType(), key: Choice(requirementKeys) }),
    body: Closed({
      value: Nullable(RequirementValue),
      source: Nullable(Words(500)),
      /** Today unless said. */
      checkedOn: Type.Optional(DayType()),
    }),
    output: Model,
    refusals: [
      'model-not-found',
      'version-changed',
      'day-not-valid',
      'value-not-valid',
      'source-missing',
    ],
  }),
  addLabel: endpoint({
    method: 'POST',
    path: '/models/{modelId}/labels',
    permission: 'catalogue.describe',
    summary: 'Records a label with its number and how long it is valid.',
    params: modelId,
    body: Closed({
      scheme: Choice(labelSchemes),
      level: Words(20),
      number: Words(100),
      validUntilOn: Nullable(DayType()),
      source: Words(500),
      checkedOn: Type.Optional(DayType()),
    }),
    output: Model,
    refusals: ['model-not-found', 'day-not-valid', 'level-not-valid', 'label-exists'],
    status: 201,
  }),
  withdrawLabel: endpoint({
    method: 'DELETE',
    path: '/models/{modelId}/labels/{labelId}',
    permission: 'catalogue.describe',
    summary: 'Withdraws a label that should not stand.',
    params: Closed({ modelId: UuidType(), labelId: UuidType() }),
    output: Model,
    refusals: ['model-not-found', 'label-not-found'],
  }),
}

type Optionals<P extends Record<string, TSchema>> = {
  [Name in keyof P]: TOptional<P[Name]>
}

function optional<P extends Record<string, TSchema>>(properties: P) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)]),
  ) as Optionals<P>
}
