// The problem as it comes from outside, checked and packed by need.
import { done, refuse, type Result } from '../../../../core/result.ts'

export interface AssignmentProblem {
  readonly needs: number
  readonly devices: number
  readonly notMetCost: number
  readonly edges: PackedCandidates
}

/** The candidates of need i are `start[i]` to `start[i + 1]`. */
export interface PackedCandidates {
  readonly start: Int32Array
  readonly device: Int32Array
  readonly cost: Float64Array
}

export type Candidate = readonly [need: number, device: number, cost: number]

export type ProblemFault =
  | 'match-not-an-object'
  | 'match-count-invalid'
  | 'match-candidate-invalid'
  | 'match-candidate-unknown'
  | 'match-cost-invalid'

/** Needs and devices at most, each: what fits in memory with room for the search. */
const MOST_PARTIES = 1_000_000

/**
 * Reads `{needs, devices, candidates: [[need, device, cost]…], notMetCost}`: whole numbers, indices
 * from 0. A pair that stands twice counts at its lower cost; a cost may be negative.
 */
export function readProblem(input: unknown): Result<AssignmentProblem, ProblemFault> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse('match-not-an-object')
  const { needs, devices, candidates, notMetCost } = input as Record<string, unknown>
  if (!isCount(needs)) return refuse('match-count-invalid', { field: 'needs' })
  if (!isCount(devices)) return refuse('match-count-invalid', { field: 'devices' })
  // The solver multiplies by the needs plus one, and must stay among exact whole numbers.
  const most = Math.floor(Number.MAX_SAFE_INTEGER / (4 * (needs + 1)))
  const isCost = (cost: unknown): cost is number =>
    Number.isInteger(cost) && Math.abs(cost as number) <= most
  if (!isCost(notMetCost)) return refuse('match-cost-invalid', { field: 'notMetCost', most })
  if (!Array.isArray(candidates)) return refuse('match-candidate-invalid', { field: 'candidates' })

  for (const [index, one] of (candidates as unknown[]).entries()) {
    const field = `candidates/${index}`
    if (!isTriple(one)) return refuse('match-candidate-invalid', { field })
    if (!(one[0] >= 0 && one[0] < needs && one[1] >= 0 && one[1] < devices))
      return refuse('match-candidate-unknown', { field, need: one[0], device: one[1] })
    if (!isCost(one[2])) return refuse('match-cost-invalid', { field, most })
  }
  return done({ needs, devices, notMetCost, edges: pack(needs, candidates as Candidate[]) })
}

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_PARTIES

const isTriple = (value: unknown): value is Candidate =>
  Array.isArray(value) && value.length === 3 && value.every(Number.isInteger)

export function pack(needs: number, candidates: readonly Candidate[]): PackedCandidates {
  const start = new Int32Array(needs + 1)
  for (const [need] of candidates) start[need + 1]! += 1
  for (let need = 0; need < needs; need += 1) start[need + 1]! += start[need]!
  const next = start.slice()
  const device = new Int32Array(candidates.length)
  const cost = new Float64Array(candidates.length)
  for (const [need, to, price] of candidates) {
    const place = next[need]!++
    device[place] = to
    cost[place] = price
  }
  return { start, device, cost }
}
