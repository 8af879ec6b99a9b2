// The assignment of 10 000 needs to 10 000 devices, each need with 20 candidates, proven; beside
// HiGHS on a tenth of it (it does not finish the whole within a bench's patience).
import loadHighs from 'highs'
import { pack, type Candidate } from '../src/features/ordering/rules/assignment/problem.ts'
import { faultOfProof } from '../src/features/ordering/rules/assignment/proof.ts'
import { solveAssignment } from '../src/features/ordering/rules/assignment/solve.ts'
import { ms, times, type Row } from './row.ts'

const UNMET = 300_000

export async function matchRow(): Promise<Row> {
  const whole = problem(10_000)
  const before = process.memoryUsage().arrayBuffers
  solveAssignment(whole)
  const bytes = process.memoryUsage().arrayBuffers - before
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now()
    const solution = solveAssignment(whole)
    const took = performance.now() - began
    const fault = faultOfProof(whole, solution)
    if (fault) throw new Error(`the assignment is not proven: ${fault}`)
    return took
  }).sort((a, b) => a - b)
  const tenth = problem(1_000)
  const ours = clocked(() => solveAssignment(tenth).total)
  const highs = await loadHighs()
  const model = linear(tenth)
  const theirs = clocked(() => Math.round(highs.solve(model).ObjectiveValue))
  if (ours.value !== theirs.value) throw new Error(`${ours.value} is not ${theirs.value}`)
  const slowest = runs.at(-1)!
  return {
    what: 'match of 10,000 needs with 10,000 devices, 20 candidates each',
    measured: `${ms(runs[2]!)}, slowest of five ${ms(slowest)}; ${(bytes / 2 ** 20).toFixed(1)} MB`,
    bare: `1,000 × 1,000: ${ms(ours.took)}, HiGHS ${ms(theirs.took)}`,
    ratio: times(ours.took / theirs.took),
    target: 'under 2 s, proven',
    met: slowest < 2000,
  }
}

function clocked(run: () => number) {
  const began = performance.now()
  const value = run()
  return { value, took: performance.now() - began }
}

function problem(size: number) {
  let state = 20261128
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const candidates: Candidate[] = []
  for (let need = 0; need < size; need += 1)
    for (let many = 0; many < 20; many += 1) candidates.push([need, random(size), random(100_000)])
  return { needs: size, devices: size, notMetCost: UNMET, edges: pack(size, candidates) }
}

function linear({ needs, devices, edges }: ReturnType<typeof problem>): string {
  const objective: string[] = []
  const each: string[][] = Array.from({ length: needs }, (_, need) => [`n${need}`])
  const once: string[][] = Array.from({ length: devices }, () => [])
  for (let need = 0; need < needs; need += 1) {
    objective.push(`${UNMET} n${need}`)
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1) {
      objective.push(`${edges.cost[edge]} x${edge}`)
      each[need]!.push(`x${edge}`)
      once[edges.device[edge]!]!.push(`x${edge}`)
    }
  }
  const rows = [
    ...each.map((names, need) => ` need${need}: ${names.join(' + ')} = 1`),
    ...once.map((names, device) =>
      names.length > 0 ? ` d${device}: ${names.join(' + ')} <= 1` : '',
    ),
  ].filter(Boolean)
  return ['Minimize', ` cost: ${objective.join(' + ')}`, 'Subject To', ...rows, 'End'].join('\n')
}
