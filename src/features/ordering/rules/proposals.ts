// From needs and devices to the problem that the solver takes, and from its answer to proposals.
import type { Day } from '../../../core/dates.ts'
import { pack, type AssignmentProblem, type Candidate } from './assignment/problem.ts'
import { solveAssignment } from './assignment/solve.ts'
import {
  costOf,
  failing,
  notMetCost,
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

export function match(input: MatchInput): Matched {
  const { needs, devices } = input
  const found = needs.map((need) => candidatesOf(need, input))
  const candidates: Candidate[] = found.flatMap(({ fits }, need) =>
    fits.map(({ device, ore }): Candidate => [need, device, ore]),
  )
  // One price of not meeting serves all in the solver, so each candidate's cost is counted from
  // what its own need would cost unmet: below zero where the device is the better choice.
  const relative = candidates.map(([need, device, ore]): Candidate => [
    need,
    device,
    ore - found[need]!.unmetOre,
  ])
  const problem: AssignmentProblem = {
    ...{ needs: needs.length, devices: devices.length, notMetCost: 0 },
    edges: pack(needs.length, relative),
  }
  const { total, assignment, met, prices } = solveAssignment(problem)
  const proposals = needs.map((need, index): Proposal => {
    const chosen = assignment[index] ?? null
    const { fits, keptAway } = found[index]!
    const priced = fits
      .filter(({ device }) => device !== chosen)
      .map((one) => ({ ...one, asked: one.ore - prices.devices[one.device]! / prices.scale }))
    const next = priced.reduce<(typeof priced)[number] | null>(
      (best, one) => (best === null || one.asked < best.asked ? one : best),
      null,
    )
    return {
      needId: need.id,
      deviceId: chosen === null ? null : devices[chosen]!.id,
      cost: fits.find(({ device }) => device === chosen)?.cost ?? null,
      nextDeviceId: next ? devices[next.device]!.id : null,
      nextCostOre: next ? Math.round(next.asked) : null,
      keptAway: fits.length === 0 ? keptAway : null,
    }
  })
  const unmet = found.reduce((sum, { unmetOre }) => sum + unmetOre, 0)
  return { proposals, totalOre: total + unmet, met, candidates: candidates.length }
}

/** A pinned device is the only one for its need, and for no other; hard conditions still hold. */
function candidatesOf(need: MatchNeed, input: MatchInput) {
  const { devices, wishes, carbonPriceOre, today } = input
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
  const fits: { device: number; ore: number; cost: MatchCost }[] = []
  for (const [index, device] of devices.entries()) {
    const fails = failing(need, device, today)
    if (fails) keptAway[fails] = (keptAway[fails] ?? 0) + 1
    if (fails || forbidden.has(device.id) || others.has(device.id)) continue
    if (pinned && device.id !== pinned.deviceId) continue
    const cost = costOf(need, device, making.newOre, carbonPriceOre)
    // Chosen by a person: it is better than buying new, whatever it costs.
    fits.push({
      device: index,
      ore: pinned ? Math.min(totalOf(cost), unmetOre - 1) : totalOf(cost),
      cost,
    })
  }
  return { fits, keptAway, unmetOre }
}
