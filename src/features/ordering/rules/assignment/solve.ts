// Who gets which device: the assignment with the least total cost, where each need may also be left
// unmet at a price. Exact: successive shortest augmenting paths on reduced costs (Jonker and
// Volgenant 1987), on the sparse candidates alone. The answer carries the prices that prove it.
import { columnHeap } from './heap.ts'
import type { AssignmentProblem } from './problem.ts'

export interface AssignmentSolution {
  /** The sum of the chosen costs and of `notMetCost` for each unmet need. */
  readonly total: number
  /** Per need its device, or null. Among equally cheap answers, one that meets the most needs. */
  readonly assignment: readonly (number | null)[]
  readonly met: number
  readonly prices: AssignmentPrices
}

/**
 * Dual prices, in the solver's scale (`scale` × cost, plus 1 for an unmet need). No candidate costs
 * less than the price of its need plus that of its device, what is chosen costs just that, and a
 * device that is left over has price 0: hence no other answer can be cheaper.
 */
export interface AssignmentPrices {
  readonly scale: number
  readonly needs: Float64Array
  readonly devices: Float64Array
}

const FREE = -1

/**
 * The problem as `readProblem` gives it. Time grows with needs × candidates; memory is 12 bytes a
 * candidate, 33 a device and 53 a need.
 */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  const { needs, devices, edges } = problem
  // Column `devices + i` means that need i is left unmet. No other need reaches it, so it keeps
  // price 0 and each search can end there.
  const columns = devices + needs
  // Whole multiples leave room for one more than the dearest tie: of two answers with the same
  // cost the one that meets more needs is cheaper by 1 a need.
  const scale = needs + 1
  const unmetCost = problem.notMetCost * scale + 1
  const costOf = (edge: number) => edges.cost[edge]! * scale

  const needPrice = new Float64Array(needs)
  const columnPrice = new Float64Array(columns)
  const columnOf = new Int32Array(needs).fill(FREE)
  const needAt = new Int32Array(columns).fill(FREE)

  const distance = new Float64Array(columns).fill(Infinity)
  const cameFrom = new Int32Array(columns)
  const done = new Uint8Array(columns)
  const heap = columnHeap(columns, distance)
  const touched: number[] = []
  const settled: number[] = []

  takeCheapest()
  bid()
  for (let need = 0; need < needs; need += 1) if (columnOf[need] === FREE) augment(need)
  return answer()

  /** Each need at its cheapest column; the column goes to the first who wants it. */
  function takeCheapest() {
    for (let need = 0; need < needs; need += 1) {
      let best = unmetCost
      let column = devices + need
      for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1)
        if (costOf(edge) < best || (costOf(edge) === best && needAt[column] !== FREE)) {
          best = costOf(edge)
          column = edges.device[edge]!
        }
      needPrice[need] = best
      if (needAt[column] === FREE) take(need, column)
    }
  }

  /**
   * Needs without a column bid for their best one, up to what their second best would cost them,
   * and push out who had it (augmenting row reduction). Twice round settles most at little cost;
   * the rest is left to the search. A column once taken stays taken, so what is left over keeps
   * price 0.
   */
  function bid() {
    for (let round = 0; round < 2; round += 1)
      for (let first = 0; first < needs; first += 1)
        for (let need = first, turns = 0; columnOf[need] === FREE && turns < 50; turns += 1) {
          const { column, price, second } = bestTwo(need)
          needPrice[need] = second
          columnPrice[column]! -= second - price
          const pushed = needAt[column]!
          take(need, column)
          if (pushed === FREE) break
          columnOf[pushed] = FREE
          // At a tie the other would push back for nothing: it waits for the next round.
          if (second === price) break
          need = pushed
        }
  }

  /** The need's cheapest column at present prices, and what the next one would cost. */
  function bestTwo(need: number) {
    let column = devices + need
    let price = unmetCost
    let second = unmetCost
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1) {
      const other = edges.device[edge]!
      const far = costOf(edge) - columnPrice[other]!
      if (far < price || (far === price && needAt[column] !== FREE)) {
        if (other !== column) second = price
        price = far
        column = other
      } else if (far < second && other !== column) second = far
    }
    return { column, price, second }
  }

  function take(need: number, column: number) {
    columnOf[need] = column
    needAt[column] = need
  }

  /** The cheapest way to give this need a column, moving others where that pays. */
  function augment(start: number) {
    let need = start
    let reached = 0
    let column: number
    for (;;) {
      reach(need, reached)
      column = heap.nearest()
      reached = distance[column]!
      if (needAt[column] === FREE) break
      done[column] = 1
      settled.push(column)
      need = needAt[column]!
    }
    // What was settled is now nearer than the end by that much: prices move, and the chosen
    // edges stay tight.
    needPrice[start]! += reached
    for (const one of settled) {
      const gain = reached - distance[one]!
      columnPrice[one]! -= gain
      needPrice[needAt[one]!]! += gain
    }
    turn(column, start)
    forget()
  }

  function reach(need: number, so: number) {
    const base = so - needPrice[need]!
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1) {
      const column = edges.device[edge]!
      if (done[column]) continue
      come(need, column, base + costOf(edge) - columnPrice[column]!)
    }
    const unmet = devices + need
    if (!done[unmet]) come(need, unmet, base + unmetCost)
  }

  function come(need: number, column: number, far: number) {
    if (far >= distance[column]!) return
    if (distance[column] === Infinity) touched.push(column)
    distance[column] = far
    cameFrom[column] = need
    heap.rise(column)
  }

  function turn(end: number, start: number) {
    for (let column = end; ;) {
      const need = cameFrom[column]!
      const before = columnOf[need]!
      take(need, column)
      if (need === start) return
      column = before
    }
  }

  function forget() {
    heap.clear()
    for (const column of touched) {
      distance[column] = Infinity
      done[column] = 0
    }
    touched.length = 0
    settled.length = 0
  }

  function answer(): AssignmentSolution {
    const assignment = Array.from(columnOf, (column) => (column < devices ? column : null))
    let total = 0
    let met = 0
    for (let need = 0; need < needs; need += 1) {
      const device = assignment[need]!
      total += device === null ? problem.notMetCost : cheapest(need, device)
      if (device !== null) met += 1
    }
    const prices = { scale, needs: needPrice, devices: columnPrice.subarray(0, devices) }
    return { total, assignment, met, prices }
  }

  function cheapest(need: number, device: number): number {
    let best = Infinity
    for (let edge = edges.start[need]!; edge < edges.start[need + 1]!; edge += 1)
      if (edges.device[edge] === device && edges.cost[edge]! < best) best = edges.cost[edge]!
    return best
  }
}
