// The same assignment where many needs are alike and many devices are: a school's six hundred needs
// and a pool of a hundred thousand are a handful of classes, and what is sought is how many of each
// get how many of which. Exact, by the same shortest augmenting paths; a path carries as many at once
// as it has room for, so time and memory grow with the pairs of classes.
import { columnHeap } from './heap.ts'
import type { PackedCandidates } from './problem.ts'

export interface AlikeProblem {
  /** How many needs each class has. */
  readonly needs: readonly number[]
  /** How many devices each class has. */
  readonly devices: readonly number[]
  readonly notMetCost: number
  /** Between classes, each pair once. */
  readonly edges: PackedCandidates
}

interface AlikeSolution {
  /** Per edge how many needs of its class get a device of its class. */
  readonly flow: Int32Array
  /** In the scale of `AssignmentPrices`: one price serves all of a class. */
  readonly prices: {
    readonly scale: number
    readonly needs: Float64Array
    readonly devices: Float64Array
  }
}

const UNMET = -1

export function solveAlike({ needs, devices, notMetCost, edges }: AlikeProblem): AlikeSolution {
  // As in `solve.ts`: of two answers with the same cost the one that meets more needs is cheaper.
  const scale = needs.reduce((sum, many) => sum + many, 0) + 1
  const unmetCost = notMetCost * scale + 1
  const costOf = (edge: number) => edges.cost[edge]! * scale
  // Column `devices.length + i` means that needs of class i are left unmet: it is never full.
  const columns = devices.length + needs.length

  const flow = new Int32Array(edges.cost.length)
  const taken = new Int32Array(devices.length)
  const needPrice = new Float64Array(needs.length)
  const columnPrice = new Float64Array(columns)
  const into = edgesInto(devices.length, needs.length, edges)

  const distance = new Float64Array(columns).fill(Infinity)
  const edgeTo = new Int32Array(columns)
  const needTo = new Int32Array(columns)
  const done = new Uint8Array(columns)
  const heap = columnHeap(columns, distance)
  const touched: number[] = []
  const settled: number[] = []
  /** Of a class of needs that was reached through what it has: by which edge, and how far it is. */
  const throughEdge = new Int32Array(needs.length)
  const far = new Float64Array(needs.length).fill(Infinity)
  const reachedNeeds: number[] = []

  for (let need = 0; need < needs.length; need += 1) {
    needPrice[need] = cheapestOf(need)
    for (let left = needs[need]!; left > 0;) left -= augment(need, left)
  }
  return {
    flow,
    prices: { scale, needs: needPrice, devices: columnPrice.slice(0, devices.length) },
  }

  /** No dearer than any column at present prices, which are 0 or below. */
  function cheapestOf(need: number): number {
    let best = unmetCost
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1)
      best = Math.min(best, costOf(edge) - columnPrice[edges.device[edge]!]!)
    return best
  }

  /** @returns how many of the class the cheapest way gave a column, at most `left` */
  function augment(start: number, left: number): number {
    let reached = 0
    let column: number
    reach(start, 0)
    for (;;) {
      column = heap.nearest()
      reached = distance[column]!
      if (column >= devices.length || taken[column]! < devices[column]!) break
      done[column] = 1
      settled.push(column)
      for (let at = into.start[column]!; at < into.start[column + 1]!; at += 1) {
        const edge = into.edge[at]!
        const need = into.need[at]!
        if (flow[edge]! === 0 || far[need] !== Infinity) continue
        throughEdge[need] = edge
        reach(need, reached)
      }
    }
    for (const need of reachedNeeds) needPrice[need]! += reached - far[need]!
    for (const one of settled) columnPrice[one]! -= reached - distance[one]!
    const many = roomOf(column, start, left)
    carry(column, start, many)
    forget()
    return many
  }

  function reach(need: number, so: number) {
    far[need] = so
    reachedNeeds.push(need)
    const base = so - needPrice[need]!
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1) {
      const column = edges.device[edge]!
      if (!done[column]) come(need, edge, column, base + costOf(edge) - columnPrice[column]!)
    }
    come(need, UNMET, devices.length + need, base + unmetCost)
  }

  function come(need: number, edge: number, column: number, so: number) {
    if (so >= distance[column]!) return
    if (distance[column] === Infinity) touched.push(column)
    distance[column] = so
    needTo[column] = need
    edgeTo[column] = edge
    heap.rise(column)
  }

  function roomOf(end: number, start: number, left: number): number {
    let room = end < devices.length ? Math.min(left, devices[end]! - taken[end]!) : left
    for (let need = needTo[end]!; need !== start;) {
      const edge = throughEdge[need]!
      room = Math.min(room, flow[edge]!)
      need = needTo[edges.device[edge]!]!
    }
    return room
  }

  function carry(end: number, start: number, many: number) {
    if (end < devices.length) taken[end]! += many
    for (let column = end; ;) {
      const need = needTo[column]!
      if (edgeTo[column] !== UNMET) flow[edgeTo[column]!]! += many
      if (need === start) return
      const edge = throughEdge[need]!
      flow[edge]! -= many
      column = edges.device[edge]!
    }
  }

  function forget() {
    heap.clear()
    for (const column of touched) {
      distance[column] = Infinity
      done[column] = 0
    }
    for (const need of reachedNeeds) far[need] = Infinity
    touched.length = 0
    settled.length = 0
    reachedNeeds.length = 0
  }
}

/** The edges by the column that they go to, each with the need that it comes from. */
function edgesInto(columns: number, needs: number, { start: from, device }: PackedCandidates) {
  const start = new Int32Array(columns + 1)
  for (const column of device) start[column + 1]! += 1
  for (let column = 0; column < columns; column += 1) start[column + 1]! += start[column]!
  const next = start.slice()
  const edge = new Int32Array(device.length)
  const need = new Int32Array(device.length)
  for (let one = 0; one < needs; one += 1)
    for (let at = from[one]!; at < from[one + 1]!; at += 1) {
      const place = next[device[at]!]!++
      edge[place] = at
      need[place] = one
    }
  return { start, edge, need }
}
