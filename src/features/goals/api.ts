import { Type } from 'typebox'
import { Choice, Closed, DayType, endpoint, InstantType, Nullable } from '../../core/endpoint.ts'
import { figures, flowSteps, goalNames } from './rules.ts'

const Count = Type.Integer({ minimum: 0 })

/** Where a need stands before a device has been handed out for it. */
const needStations = ['need', 'ordered'] as const

export const deviceStations = [
  'handedOut',
  'inUse',
  'due',
  'handedIn',
  'sent',
  'received',
  'erased',
  'graded',
  'pool',
] as const

export const api = {
  getCircle: endpoint({
    method: 'GET',
    path: '/circle',
    permission: 'devices.see',
    summary:
      'The circle of the organisation’s real flows: what stands where, what moved, what is stuck.',
    query: Closed({ period: Type.Optional(Choice(['month', 'year'])) }),
    output: Closed({
      asOf: InstantType(),
      from: DayType(),
      total: Count,
      stations: Type.Array(
        Closed({
          id: Choice([...needStations, ...deviceStations]),
          count: Count,
          /** Moved through it in the last seven days. */
          week: Nullable(Count),
          /** Stood longer than promised, or past the decided period of use. */
          stuck: Count,
        }),
      ),
      /** What moved in the period. */
      flows: Type.Array(Closed({ step: Choice(flowSteps), count: Count })),
      needsMet: Closed({ met: Count, of: Count }),
      /** Percent of the needs that are to be met out of the own circle. */
      goal: Nullable(Type.Number()),
      openDiscrepancies: Count,
      awaitingReview: Count,
      /** Orders that wait for the caller's decision; null for who may not approve. */
      awaitingApproval: Nullable(Closed({ orders: Count, monthOre: Count, purchaseOre: Count })),
    }),
    refusals: [],
  }),
  getFigures: endpoint({
    method: 'GET',
    path: '/figures',
    permission: 'devices.see',
    summary: 'The five figures of the last twelve months, each with its goal and its course.',
    output: Closed({
      items: Type.Array(
        Closed({
          figure: Choice(figures),
          /** Percent with one decimal, days, or tonnes; null while too little has happened. */
          value: Nullable(Type.Number()),
          low: Nullable(Type.Number()),
          high: Nullable(Type.Number()),
          goal: Nullable(Type.Number()),
          /** The figure of the twelve months that ended with each of `months`, oldest first. */
          course: Type.Array(Nullable(Type.Number())),
          months: Type.Array(DayType()),
          basis: Count,
        }),
      ),
    }),
    refusals: [],
  }),
  setGoal: endpoint({
    method: 'PUT',
    path: '/goals/{figure}',
    permission: 'organisation.manage',
    summary: 'Sets the goal of a figure, or of the share of needs met out of the own circle.',
    params: Closed({ figure: Choice(goalNames) }),
    body: Closed({ value: Type.Number({ minimum: 0 }) }),
    output: Closed({ figure: Choice(goalNames), value: Type.Number() }),
    refusals: [],
  }),
}
