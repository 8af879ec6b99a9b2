import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { conditions, valuedBy } from '../rules/matching.ts'
import { Named, Need, NeedDevice } from './shapes.ts'

const runStates = ['waiting', 'done', 'accepted'] as const

const Cost = Closed({
  /** What the device would bring if it were sold: what is given up. */
  valueOre: Type.Integer(),
  /** By which: the organisation's own price list, or a share of what a new one costs. */
  valueBy: Choice(valuedBy),
  transportOre: Type.Integer(),
  climateOre: Type.Integer(),
})

export const MatchRow = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(runStates),
  needs: Type.Integer(),
  met: Nullable(Type.Integer()),
  /** Of all that was chosen, and of buying new for what was not met. */
  totalOre: Nullable(Type.Integer()),
  candidates: Nullable(Type.Integer()),
  seconds: Nullable(Type.Number()),
  /** Öre per kilogram CO₂e. */
  carbonPriceOre: Type.Integer(),
  /** The organisation's own price list that was valid when it was searched for, if any. */
  priceList: Nullable(Named),
  madeAt: InstantType(),
  doneAt: Nullable(InstantType()),
  version: Type.Integer(),
})

export const Match = Closed({
  ...MatchRow.properties,
  proposals: Type.Array(
    Closed({
      need: Need,
      order: Closed({ id: UuidType(), number: Type.String() }),
      device: Nullable(NeedDevice),
      cost: Nullable(Cost),
      /** The next best device for this need, at the prices that others would pay. */
      next: Nullable(Closed({ device: NeedDevice, costOre: Type.Integer() })),
      pinned: Type.Boolean(),
      forbidden: Type.Integer(),
      /** Where no device was found: how many each hard condition kept away. */
      keptAway: Nullable(
        Type.Array(Closed({ condition: Choice(conditions), count: Type.Integer() })),
      ),
    }),
  ),
})

const matchId = Closed({ matchId: UuidType() })

export const matchingApi = {
  listMatches: endpoint({
    method: 'GET',
    path: '/matches',
    permission: 'custody.handOut',
    summary: 'Matches of many needs with many devices, the latest first.',
    query: Closed({ ...PageQuery }),
    output: PageOf(MatchRow),
    refusals: ['cursor-unknown'],
  }),
  getMatch: endpoint({
    method: 'GET',
    path: '/matches/{matchId}',
    permission: 'custody.handOut',
    summary: 'One match with its proposals, each with its cost and the next best.',
    params: matchId,
    output: Match,
    refusals: ['match-not-found'],
  }),
  matchCandidates: endpoint({
    method: 'GET',
    path: '/matches/{matchId}/needs/{needId}/candidates',
    permission: 'custody.handOut',
    summary:
      'Devices of the pool that meet what one need demands, the cheapest first, and what has been wished of each.',
    params: Closed({ matchId: UuidType(), needId: UuidType() }),
    output: Closed({
      total: Type.Integer(),
      items: Type.Array(
        Closed({
          device: NeedDevice,
          place: Nullable(Closed({ id: UuidType(), name: Nullable(Type.String()) })),
          costOre: Type.Integer(),
          wish: Nullable(Choice(['pinned', 'forbidden'])),
          /** Pinning it leaves the other need to another device. */
          proposedToOther: Type.Boolean(),
        }),
      ),
    }),
    refusals: ['match-not-found', 'need-not-found'],
  }),
  startMatch: endpoint({
    method: 'POST',
    path: '/matches',
    permission: 'custody.handOut',
    summary: 'Matches all approved needs that wait, or those of one order, with the pool; a job.',
    body: Closed({
      orderId: Type.Optional(UuidType()),
      /** Öre per kilogram CO₂e; 250 unless said. */
      carbonPriceOre: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    }),
    output: Match,
    status: 202,
    refusals: ['match-without-needs', 'order-not-found'],
  }),
  wishMatch: endpoint({
    method: 'PUT',
    path: '/matches/{matchId}/wishes',
    permission: 'custody.handOut',
    summary: 'Pins a device to a need, forbids it, or takes the wish back; then runs again.',
    params: matchId,
    body: Closed({
      needId: UuidType(),
      deviceId: UuidType(),
      wish: Nullable(Choice(['pinned', 'forbidden'])),
    }),
    output: Match,
    refusals: ['match-not-found', 'match-not-done', 'need-not-found', 'wish-contradicts'],
  }),
  acceptMatch: endpoint({
    method: 'POST',
    path: '/matches/{matchId}/acceptance',
    permission: 'custody.handOut',
    summary: 'Reserves every proposed device, or none and says which have gone meanwhile.',
    params: matchId,
    body: Closed({
      /** Reserves those that still can be. */
      partly: Type.Optional(Type.Boolean()),
    }),
    output: Closed({
      reserved: Type.Integer(),
      gone: Type.Array(Closed({ needId: UuidType(), device: NeedDevice, code: Type.String() })),
      match: Match,
    }),
    refusals: ['match-not-found', 'match-not-done'],
  }),
}
