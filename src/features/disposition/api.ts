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
} from '../../core/endpoint.ts'
import { BulkAnswer } from '../custody/api.ts'
import { deviceKinds } from '../devices/rules/kinds.ts'
import { grades } from '../devices/rules/status.ts'
import { lowerReasons, outcomeSteps } from './rules/hierarchy.ts'
import { proposalReasons } from './rules/propose.ts'

const Proposal = Closed({
  deviceId: UuidType(),
  /** Null with a code when nothing can be proposed. */
  step: Nullable(Choice(outcomeSteps)),
  rule: Type.String(),
  reasons: Type.Array(
    Closed({
      code: Choice(proposalReasons),
      years: Type.Optional(Type.Integer()),
      limitYears: Type.Optional(Type.Integer()),
      ore: Type.Optional(Type.Integer()),
      limitOre: Type.Optional(Type.Integer()),
    }),
  ),
  code: Nullable(Type.String()),
  title: Nullable(Type.String()),
})

const ore = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })
const period = { from: Type.Optional(DayType()), to: Type.Optional(DayType()) }

export const api = {
  getProposal: endpoint({
    method: 'GET',
    path: '/outcome-proposals',
    permission: 'disposition.see',
    summary: 'The proposed way onward for one device, with its reasons.',
    query: Closed({ deviceId: UuidType(), valueOre: Type.Optional(ore) }),
    output: Proposal,
    refusals: ['device-not-found', 'not-graded'],
  }),
  proposeOutcomes: endpoint({
    method: 'POST',
    path: '/outcome-proposals',
    permission: 'disposition.see',
    summary: 'The proposed way onward for many devices; each item is answered.',
    body: Closed({
      items: Type.Array(Closed({ deviceId: UuidType(), valueOre: Type.Optional(Nullable(ore)) }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    output: Closed({ items: Type.Array(Proposal) }),
    refusals: [],
  }),
  decideOutcomes: endpoint({
    method: 'POST',
    path: '/outcomes',
    permission: 'disposition.decide',
    summary: 'Decides what becomes of devices; each item is answered.',
    body: Closed({
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          step: Choice(outcomeSteps),
          /** Needed for a lower step than the proposed one. */
          reason: Type.Optional(Nullable(Choice(lowerReasons))),
          words: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
          /** Resale: the price. Otherwise the value that the proposal should reckon with. */
          priceOre: Type.Optional(Nullable(ore)),
          recipient: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
          receiptNumber: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 60 }))),
        }),
        { minItems: 1, maxItems: 500 },
      ),
    }),
    output: BulkAnswer,
    refusals: ['repeated-device'],
  }),
  listOutcomes: endpoint({
    method: 'GET',
    path: '/outcomes',
    permission: 'disposition.see',
    summary: 'Decided outcomes, the latest first.',
    query: Closed({
      ...PageQuery,
      ...period,
      step: Type.Optional(Choice(outcomeSteps)),
      deviceId: Type.Optional(UuidType()),
    }),
    output: PageOf(
      Closed({
        id: UuidType(),
        deviceId: UuidType(),
        assetTag: Nullable(Type.String()),
        serialNumber: Nullable(Type.String()),
        kind: Nullable(Choice(deviceKinds)),
        maker: Nullable(Type.String()),
        model: Nullable(Type.String()),
        step: Choice(outcomeSteps),
        proposedStep: Choice(outcomeSteps),
        rule: Type.String(),
        reason: Nullable(Choice(lowerReasons)),
        words: Nullable(Type.String()),
        decidedAt: InstantType(),
        decidedBy: Nullable(Type.String()),
        organisation: Nullable(Type.String()),
        owner: Nullable(Type.String()),
        grade: Choice(grades),
        life: Type.Integer(),
        priceOre: Nullable(Type.Integer()),
        recipient: Nullable(Type.String()),
        receiptNumber: Nullable(Type.String()),
        wasteDueOn: Nullable(DayType()),
        hazardous: Nullable(Type.Boolean()),
      }),
    ),
    refusals: ['cursor-unknown', 'day-not-valid'],
  }),
  countOutcomes: endpoint({
    method: 'GET',
    path: '/outcome-counts',
    permission: 'disposition.see',
    summary: 'How many devices went each way.',
    query: Closed(period),
    output: Closed({
      total: Type.Integer(),
      byStep: Type.Array(Closed({ step: Choice(outcomeSteps), count: Type.Integer() })),
    }),
    refusals: ['day-not-valid'],
  }),
}
