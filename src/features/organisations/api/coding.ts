import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  Nullable,
  PageOf,
  PageQuery,
} from '../../../core/endpoint.ts'
import { codingSources } from '../rules/coding.ts'

const Key = Type.String({ pattern: '^[a-z][a-z0-9]{0,39}$' })
const Code = Type.String({ minLength: 1, maxLength: 40 })

const Part = Closed({
  /** How orders name the part: `ansvar`. */
  key: Key,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  source: Choice(codingSources),
  compulsory: Type.Boolean(),
  digitsOnly: Type.Boolean(),
  leastLength: Type.Integer({ minimum: 1, maximum: 40 }),
  mostLength: Type.Integer({ minimum: 1, maximum: 40 }),
  /** In SIE files: 1, 2, 6–10, or from 20 on; null for the account. */
  sieDimension: Nullable(Type.Integer({ minimum: 1, maximum: 9999 })),
  defaultCode: Nullable(Code),
})

const Value = {
  code: Code,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  validFromOn: Nullable(DayType()),
  validUntilOn: Nullable(DayType()),
}

const Separator = Type.String({ minLength: 1, maxLength: 3 })
const CodingString = Closed({ separator: Separator, parts: Type.Array(Part) })

export const codingApi = {
  getCodingString: endpoint({
    method: 'GET',
    path: '/coding-string',
    permission: 'catalogue.see',
    summary: 'The parts of the coding string, in order.',
    output: CodingString,
    refusals: [],
  }),
  changeCodingString: endpoint({
    method: 'PUT',
    path: '/coding-string',
    permission: 'coding.manage',
    summary: 'Decides the parts of the coding string: order, length, whether compulsory.',
    body: Closed({
      separator: Separator,
      parts: Type.Array(Part, { minItems: 1, maxItems: 12 }),
    }),
    output: CodingString,
    refusals: [
      'coding-part-repeated',
      'coding-part-lengths',
      'coding-dimension-taken',
      'coding-malformed',
    ],
  }),
  listCodingValues: endpoint({
    method: 'GET',
    path: '/coding-values',
    permission: 'catalogue.see',
    summary: 'The codes of one part with the days they may be used; `q` finds in code and name.',
    query: Closed({
      ...PageQuery,
      part: Key,
      q: Type.Optional(Type.String({ maxLength: 200 })),
      /** Only those that may be used that day. */
      on: Type.Optional(DayType()),
    }),
    output: PageOf(Closed({ part: Key, ...Value })),
    refusals: ['coding-part-unknown', 'cursor-unknown', 'day-not-valid'],
  }),
  saveCodingValues: endpoint({
    method: 'PUT',
    path: '/coding-values',
    permission: 'coding.manage',
    summary: 'Adds codes to a part, or changes their names and days; what is left out stays.',
    body: Closed({
      part: Key,
      values: Type.Array(Closed(Value), { minItems: 1, maxItems: 500 }),
    }),
    output: Closed({ saved: Type.Integer() }),
    refusals: [
      'coding-part-unknown',
      'coding-source-other',
      'coding-malformed',
      'coding-value-repeated',
      'coding-ends-first',
      'day-not-valid',
    ],
  }),
}
