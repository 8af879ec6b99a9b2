// Whether an answer is cheapest, told from its prices alone: the answer need not be trusted.
import type { AssignmentProblem } from './problem.ts'
import type { AssignmentSolution } from './solve.ts'

/** @returns what the prices fail to prove, or null when no other answer can cost less */
export function faultOfProof(problem: AssignmentProblem, solution: AssignmentSolution) {
  const { needs, devices, edges, notMetCost } = problem
  const { scale, needs: needPrice, devices: devicePrice } = solution.prices
  const unmetCost = notMetCost * scale + 1
  const taken = new Set<number>()
  let paid = 0n
  for (let need = 0; need < needs; need += 1) {
    const device = solution.assignment[need] ?? null
    let cost = device === null ? unmetCost : Infinity
    if (needPrice[need]! > unmetCost) return `need ${need} is priced above being left unmet`
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1) {
      const to = edges.device[edge]!
      const scaled = edges.cost[edge]! * scale
      if (scaled < needPrice[need]! + devicePrice[to]!)
        return `candidate ${need}–${to} is underpriced`
      if (to === device) cost = Math.min(cost, scaled)
    }
    if (cost === Infinity) return `need ${need} has a device that is no candidate`
    if (device !== null && taken.has(device)) return `device ${device} is given twice`
    if (device !== null) taken.add(device)
    paid += BigInt(cost)
  }
  // Summed in whole numbers without limit: many needs at great costs pass 2^53 together.
  let priced = 0n
  for (const price of needPrice) priced += BigInt(price)
  for (let device = 0; device < devices; device += 1) {
    if (devicePrice[device]! > 0) return `device ${device} has a price above 0`
    if (devicePrice[device]! < 0 && !taken.has(device)) return `device ${device} is left over`
    priced += BigInt(devicePrice[device]!)
  }
  return paid === priced ? null : `paid ${paid}, priced ${priced}`
}
