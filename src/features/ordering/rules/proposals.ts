// From needs and devices to the problem that the solver takes, and from its answer to proposals. What is
// alike is judged once: a pool of a hundred thousand is some hundreds of sorts.
import type { Day } from '../../../core/dates.ts'
import { groupBy } from '../../../core/group.ts'
import { solveAlike } from './assignment/alike.ts'
import { pack, type Candidate } from './assignment/problem.ts'
import {
  costOf,
  failing,
  notMetCost,
  sortOfDevice,
  sortOfNeed,
  totalOf,
  type Condition,
  type MatchCost,
  type MatchDevice,
  type MatchNeed,
} from './matching.ts'

export interface Wish {
  readonly needId: string
  readonly deviceId: string
  readonly wish: 'pinned' | 'forbidden'
}

export interface Making {
  /** What a new one of the kind costs, whole öre. */
  readonly newOre: number
  /** What making it emits, kilograms CO₂e. */
  readonly newKg: number
}

export interface MatchInput {
  readonly needs: readonly MatchNeed[]
  readonly devices: readonly MatchDevice[]
  readonly wishes: readonly Wish[]
  readonly makingOf: (kind: MatchNeed['kind']) => Making
  readonly carbonPriceOre: number
  readonly today: Day
}

export interface Proposal {
  readonly needId: string
  readonly deviceId: string | null
  readonly cost: MatchCost | null
  /** The next best device, and what choosing it would cost where others give way for it. */
  readonly nextDeviceId: string | null
  readonly nextCostOre: number | null
  /** Where there was no candidate: the first condition that each device failed. */
  readonly keptAway: Partial<Record<Condition, number>> | null
}

export interface Matched {
  readonly proposals: readonly Proposal[]
  readonly totalOre: number
  readonly met: number
  readonly candidates: number
}

/** Needs, or devices, that nothing tells apart: in their order the first is served first. */
interface Alike<T> {
  readonly of: T
  readonly members: readonly number[]
}

export function match(input: MatchInput): Matched {
  const { needs, devices } = input
  const wanted = needSorts(input)
  const had = deviceSorts(input)
  const found = wanted.map((sort) => candidatesOf(sort.of, had, input))
  const edges = pack(
    wanted.length,
    // One price of not meeting serves all in the solver, so each candidate's cost is counted from
    // what its own need would cost unmet: below zero where the device is the better choice.
    found.flatMap(({ fits, unmetAsked }, need) =>
      fits.map(({ sort, ore }): Candidate => [need, sort, ore - unmetAsked]),
    ),
  )
  const { flow, prices } = solveAlike({
    ...{ needs: wanted.map(sizeOf), devices: had.map(sizeOf), notMetCost: 0, edges },
  })
  const given = had.map(() => 0)
  const proposals = Array.from<Proposal>({ length: needs.length })
  let totalOre = 0
  let met = 0
  let candidates = 0
  for (const [at, { members }] of wanted.entries()) {
    const { fits, keptAway, unmetOre } = found[at]!
    const asked = fits.map((one) => one.ore - prices.devices[one.sort]! / prices.scale)
    const chosen = fits.flatMap((one, place) =>
      Array.from({ length: flow[edges.start[at]! + place]! }, () => ({
        ...{ device: had[one.sort]!.members[given[one.sort]!++]!, one },
      })),
    )
    for (const [turn, index] of members.entries()) {
      const mine = chosen[turn]
      const next = nextBest(fits, asked, had, mine?.device)
      proposals[index] = {
        needId: needs[index]!.id,
        deviceId: mine ? devices[mine.device]!.id : null,
        cost: mine?.one.cost ?? null,
        nextDeviceId: next ? devices[next.device]!.id : null,
        nextCostOre: next ? Math.round(next.asked) : null,
        keptAway: fits.length === 0 ? keptAway : null,
      }
      totalOre += mine?.one.ore ?? unmetOre
    }
    met += chosen.length
    candidates += members.length * fits.reduce((sum, one) => sum + sizeOf(had[one.sort]!), 0)
  }
  return { proposals, totalOre, met, candidates }
}

const sizeOf = ({ members }: Alike<unknown>): number => members.length

/** What somebody has wished of is a sort of its own; of the rest, who needs it first comes first. */
function needSorts({ needs, wishes, today }: MatchInput): readonly Alike<MatchNeed>[] {
  const wished = new Set(wishes.map((one) => one.needId))
  const byDay = numbered(needs).sort(
    (a, b) => a.of.neededFromOn.localeCompare(b.of.neededFromOn) || a.index - b.index,
  )
  return alike(byDay, (need) => (wished.has(need.id) ? need.id : sortOfNeed(need, today)))
}

function deviceSorts({ devices, wishes }: MatchInput): readonly Alike<MatchDevice>[] {
  const wished = new Set(wishes.map((one) => one.deviceId))
  return alike(numbered(devices), (device) =>
    wished.has(device.id) ? device.id : sortOfDevice(device),
  )
}

interface Numbered<T> {
  readonly of: T
  readonly index: number
}
const numbered = <T>(all: readonly T[]): Numbered<T>[] => all.map((of, index) => ({ of, index }))

const alike = <T>(all: readonly Numbered<T>[], sortOf: (one: T) => string): Alike<T>[] =>
  [...groupBy(all, ({ of }) => sortOf(of)).values()].map((same) => ({
    of: same[0]!.of,
    members: same.map(({ index }) => index),
  }))

interface Fit {
  /** Which sort of devices. */
  readonly sort: number
  readonly ore: number
  readonly cost: MatchCost
}

/** Another device than its own, the cheapest at the prices that others would pay for it. */
function nextBest(
  fits: readonly Fit[],
  asked: readonly number[],
  had: readonly Alike<MatchDevice>[],
  own: number | undefined,
) {
  let best: { readonly device: number; readonly asked: number } | null = null
  for (const [place, { sort }] of fits.entries()) {
    const device = had[sort]!.members.find((one) => one !== own)
    const price = asked[place]!
    if (device === undefined) continue
    if (!best || price < best.asked || (price === best.asked && device < best.device))
      best = { device, asked: price }
  }
  return best
}

/** A pinned device is the only one for its need, and for no other; hard conditions still hold. */
function candidatesOf(need: MatchNeed, had: readonly Alike<MatchDevice>[], input: MatchInput) {
  const { wishes, carbonPriceOre, today } = input
  const making = input.makingOf(need.kind)
  const unmetOre = notMetCost(making.newOre, making.newKg, carbonPriceOre)
  const pinned = wishes.find((one) => one.wish === 'pinned' && one.needId === need.id)
  const others = new Set(
    wishes.flatMap((one) => (one.wish === 'pinned' && one.needId !== need.id ? one.deviceId : [])),
  )
  const forbidden = new Set(
    wishes.flatMap((one) =>
      one.wish === 'forbidden' && one.needId === need.id ? one.deviceId : [],
    ),
  )
  const keptAway: Partial<Record<Condition, number>> = {}
  const fits: Fit[] = []
  for (const [sort, { of: device, members }] of had.entries()) {
    const fails = failing(need, device, today)
    if (fails) keptAway[fails] = (keptAway[fails] ?? 0) + members.length
    if (fails || forbidden.has(device.id) || others.has(device.id)) continue
    if (pinned && device.id !== pinned.deviceId) continue
    const cost = costOf(need, device, making.newOre, carbonPriceOre)
    fits.push({ sort, ore: totalOf(cost), cost })
  }
  return { fits, keptAway, unmetOre, unmetAsked: leastUnmet(unmetOre, fits) }
}

/**
 * Law 8: what stands in the pool is not left there and a new one bought because a price list says that
 * it would bring more, nor because it has to be moved. Not meeting the need costs as much as its dearest
 * candidate at least, and of two answers that cost the same the one that meets more is chosen.
 */
const leastUnmet = (unmetOre: number, fits: readonly Fit[]): number =>
  fits.reduce((most, { ore }) => Math.max(most, ore), unmetOre)
