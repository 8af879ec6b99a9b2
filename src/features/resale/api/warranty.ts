// What was sold is answered for until its warranty ends.
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
import { soldGrades } from '../rules/listing.ts'
import { caseAnswers, caseStates } from '../rules/warranty.ts'
import { Named, Words } from './shapes.ts'

export const WarrantyCase = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(caseStates),
  side: Choice(['seller', 'buyer']),
  seller: Named,
  buyer: Named,
  purchase: Closed({ id: UuidType(), number: Type.String() }),
  /** In the buyer's register; told to the buyer. */
  deviceId: Nullable(UuidType()),
  kind: Choice(deviceKinds),
  maker: Type.String(),
  model: Type.String(),
  serialNumber: Nullable(Type.String()),
  grade: Choice(soldGrades),
  warrantyUntilOn: Nullable(DayType()),
  fault: Type.String(),
  openedAt: InstantType(),
  answer: Nullable(Choice(caseAnswers)),
  answerWords: Nullable(Type.String()),
  answeredAt: Nullable(InstantType()),
  replacement: Nullable(Closed({ id: UuidType(), number: Nullable(Type.String()) })),
  returnByOn: Nullable(DayType()),
  returnedAt: Nullable(InstantType()),
  closedAt: Nullable(InstantType()),
  version: Type.Integer(),
})

const caseId = Closed({ caseId: UuidType() })
const acts = ['case-not-found', 'case-state-forbids', 'case-not-yours', 'version-changed'] as const

export const warrantyApi = {
  deviceWarranty: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/warranty',
    permission: 'devices.see',
    summary: 'By which purchase a device came, until when its warranty runs, and its cases.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({
      purchase: Nullable(Closed({ id: UuidType(), number: Type.String(), seller: Named })),
      warrantyUntilOn: Nullable(DayType()),
      runs: Type.Boolean(),
      cases: Type.Array(
        Closed({ id: UuidType(), number: Type.String(), state: Choice(caseStates) }),
      ),
    }),
    refusals: ['device-not-found'],
  }),
  openCase: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/warranty-cases',
    permission: 'resale.buy',
    summary: 'Opens a warranty case with the fault in words, until the last day of the warranty.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({ fault: Words(2000) }),
    output: WarrantyCase,
    status: 201,
    refusals: [
      'device-not-found',
      'warranty-none',
      'warranty-ended',
      'warranty-case-open',
      'fault-missing',
    ],
  }),
  listCases: endpoint({
    method: 'GET',
    path: '/warranty-cases',
    permission: 'resale.see',
    summary: 'Warranty cases, as buyer and as seller, the latest first.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(caseStates)),
      purchaseId: Type.Optional(UuidType()),
    }),
    output: PageOf(WarrantyCase),
    refusals: ['cursor-unknown'],
  }),
  getCase: endpoint({
    method: 'GET',
    path: '/warranty-cases/{caseId}',
    permission: 'resale.see',
    summary: 'One warranty case.',
    params: caseId,
    output: WarrantyCase,
    refusals: ['case-not-found'],
  }),
  answerCase: endpoint({
    method: 'POST',
    path: '/warranty-cases/{caseId}/answer',
    permission: 'resale.sell',
    summary:
      'Answers with a repair, with another device, or with a refusal in words. Another device is ordered without cost, inherits the rest of the warranty, and opens the return of the old one in the same act.',
    params: caseId,
    body: Closed({
      answer: Choice(caseAnswers),
      words: Nullable(Words(2000)),
      /** With `replacement`: a device of the shop. */
      listingId: Type.Optional(Nullable(UuidType())),
    }),
    output: WarrantyCase,
    refusals: [
      ...acts,
      'answer-words-missing',
      'replacement-missing',
      'listing-not-found',
      'listing-taken',
      'replacement-of-other-kind',
      'replacement-grade-lower',
    ],
  }),
  closeCase: endpoint({
    method: 'POST',
    path: '/warranty-cases/{caseId}/closing',
    permission: 'resale.sell',
    summary: 'Closes a case: the device is repaired, or the one that was replaced has come back.',
    params: caseId,
    output: WarrantyCase,
    refusals: [...acts],
  }),
}
