// Classes of needs and devices that are alike, held to HiGHS, to the solver of single ones and to
// the proof by prices.
import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, it } from 'vitest'
import { linear, seeded } from '../../../../../test/support/linear.ts'
import { solveAlike, type AlikeProblem } from './alike.ts'
import { pack, type Candidate } from './problem.ts'
import { faultOfProof } from './proof.ts'
import { solveAssignment } from './solve.ts'

type Classes = Pick<AlikeProblem, 'needs' | 'devices' | 'notMetCost'>

const classesOf = (of: Classes, candidates: readonly Candidate[]): AlikeProblem => ({
  ...of,
  edges: pack(of.needs.length, candidates),
})

/** Each need and each device by itself again, as `solve.ts` and HiGHS know them. */
function oneByOne(of: Classes, candidates: readonly Candidate[]) {
  const firstOf = (sizes: readonly number[]) =>
    sizes.map((_, at) => sizes.slice(0, at).reduce((sum, many) => sum + many, 0))
  const [need, device] = [firstOf(of.needs), firstOf(of.devices)]
  const single = candidates.flatMap(([a, b, cost]) =>
    Array.from({ length: of.needs[a]! }, (_, i) =>
      Array.from({ length: of.devices[b]! }, (__, j): Candidate => [
        need[a]! + i,
        device[b]! + j,
        cost,
      ]),
    ).flat(),
  )
  const sum = (sizes: readonly number[]) => sizes.reduce((total, many) => total + many, 0)
  return { needs: sum(of.needs), devices: sum(of.devices), single, need, device }
}

/** The answer for classes as one for single needs and devices, with the prices of their classes. */
function spread(of: Classes, candidates: readonly Candidate[]) {
  const problem = classesOf(of, candidates)
  const { flow, prices } = solveAlike(problem)
  const { needs, devices, single, need, device } = oneByOne(of, candidates)
  const assignment = Array.from({ length: needs }, (): number | null => null)
  const [nextNeed, nextDevice] = [[...need], [...device]]
  let total = 0
  let met = 0
  for (let from = 0; from < of.needs.length; from += 1)
    for (let edge = problem.edges.start[from]!; edge < problem.edges.start[from + 1]!; edge += 1) {
      expect(flow[edge]!).toBeGreaterThanOrEqual(0)
      for (let n = 0; n < flow[edge]!; n += 1) {
        assignment[nextNeed[from]!++] = nextDevice[problem.edges.device[edge]!]!++
        total += problem.edges.cost[edge]!
        met += 1
      }
    }
  const each = (sizes: readonly number[], price: Float64Array) =>
    Float64Array.from(sizes.flatMap((many, at) => Array.from({ length: many }, () => price[at]!)))
  const whole = {
    ...{ needs, devices, notMetCost: of.notMetCost, edges: pack(needs, single) },
  }
  const solution = {
    ...{ assignment, met, total: total + (needs - met) * of.notMetCost },
    prices: {
      scale: prices.scale,
      needs: each(of.needs, prices.needs),
      devices: each(of.devices, prices.devices),
    },
  }
  return { whole, solution, single }
}

/** Scarce, even or plenty; few costs make many ties; each pair of classes at most once. */
const instance = fc
  .record({
    needs: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    devices: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 }),
    dearest: fc.constantFrom(1, 4, 1_000_000),
    notMetCost: fc.constantFrom(0, 1, 8, 500_000),
  })
  .chain(({ dearest, ...of }) =>
    fc
      .uniqueArray(
        fc.tuple(
          fc.nat(of.needs.length - 1),
          fc.nat(of.devices.length - 1),
          fc.integer({ min: dearest > 4 ? -dearest : 0, max: dearest }),
        ),
        { selector: ([need, device]) => `${need} ${device}`, maxLength: 24 },
      )
      .map((candidates) => ({ of, candidates })),
  )

it('costs what HiGHS finds for each by itself, and proves it, on 400 instances', async () => {
  const highs = await loadHighs()
  let met = 0
  fc.assert(
    fc.property(instance, ({ of, candidates }) => {
      const { whole, solution, single } = spread(of, candidates)
      expect(faultOfProof(whole, solution)).toBeNull()
      const oracle = highs.solve(linear(whole.needs, whole.devices, single, of.notMetCost))
      expect(oracle.Status).toBe('Optimal')
      expect(solution.total).toBe(Math.round(oracle.ObjectiveValue))
      const one = solveAssignment(whole)
      expect([solution.total, solution.met]).toEqual([one.total, one.met])
      met += solution.met
    }),
    { numRuns: 400 },
  )
  expect(met).toBeGreaterThan(400)
}, 120_000)

it('proves its answer where six hundred needs of forty sorts meet a scarce pool of two hundred', () => {
  const random = seeded(20261129)
  const of = {
    needs: Array.from({ length: 40 }, () => 1 + random(29)),
    devices: Array.from({ length: 60 }, () => 1 + random(6)),
    notMetCost: 200_000,
  }
  const candidates = of.needs.flatMap((_, need) =>
    of.devices.flatMap((__, device): Candidate[] =>
      random(3) === 0 ? [[need, device, random(100_000)]] : [],
    ),
  )
  const { whole, solution } = spread(of, candidates)
  expect(faultOfProof(whole, solution)).toBeNull()
  expect(solution.met).toBeGreaterThan(whole.devices * 0.9)
})

it('takes a pool of a million that are alike as one', () => {
  const of = { needs: [600, 10_000], devices: [1_000_000, 300], notMetCost: 9 }
  const { flow } = solveAlike(
    classesOf(of, [
      [0, 0, 5],
      [0, 1, 2],
      [1, 0, 5],
      [1, 1, 1],
    ]),
  )
  expect([...flow]).toEqual([600, 0, 9_700, 300])
})
