import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { linear, seeded } from '../../../../test/support/linear.ts'
import { pack, readProblem, type AssignmentProblem, type Candidate } from './assignment/problem.ts'
import { faultOfProof } from './assignment/proof.ts'
import { solveAssignment } from './assignment/solve.ts'

const problemOf = (
  needs: number,
  devices: number,
  candidates: readonly Candidate[],
  notMetCost: number,
): AssignmentProblem => ({ needs, devices, notMetCost, edges: pack(needs, candidates) })

describe('matching by hand', () => {
  const cases: readonly [string, AssignmentProblem, number, (number | null)[]][] = [
    ['nobody needs anything', problemOf(0, 3, [], 10), 0, []],
    ['a need that no device meets', problemOf(1, 1, [], 10), 10, [null]],
    [
      'the cheaper of two',
      problemOf(
        1,
        2,
        [
          [0, 0, 5],
          [0, 1, 4],
        ],
        10,
      ),
      4,
      [1],
    ],
    [
      'a dear device is left, if not meeting costs less',
      problemOf(1, 1, [[0, 0, 11]], 10),
      10,
      [null],
    ],
    ['at the same cost the need is met', problemOf(1, 1, [[0, 0, 10]], 10), 10, [0]],
    [
      'a pair that stands twice counts at its lower cost',
      problemOf(
        1,
        1,
        [
          [0, 0, 7],
          [0, 0, 3],
        ],
        10,
      ),
      3,
      [0],
    ],
    [
      'the first steps aside for the second, who has no other',
      problemOf(
        2,
        2,
        [
          [0, 0, 1],
          [0, 1, 2],
          [1, 0, 5],
        ],
        100,
      ),
      7,
      [1, 0],
    ],
    [
      'of two who want the last device, it goes where it saves more',
      problemOf(
        2,
        1,
        [
          [0, 0, 1],
          [1, 0, 4],
        ],
        10,
      ),
      11,
      [0, null],
    ],
    [
      'a cost below zero is a gain',
      problemOf(
        1,
        2,
        [
          [0, 0, -3],
          [0, 1, 1],
        ],
        0,
      ),
      -3,
      [0],
    ],
  ]
  it.each(cases)('%s', (_, problem, total, assignment) => {
    const solution = solveAssignment(problem)
    expect([solution.total, solution.assignment]).toEqual([total, assignment])
    expect(faultOfProof(problem, solution)).toBeNull()
  })
})

/** Scarce, even or plenty; few distinct costs make many ties; some pairs stand twice. */
const instance = fc
  .record({
    needs: fc.integer({ min: 1, max: 14 }),
    devices: fc.integer({ min: 1, max: 14 }),
    dearest: fc.constantFrom(2, 9, 1_000_000),
    notMetCost: fc.constantFrom(0, 1, 8, 500_000, 5_000_000),
  })
  .chain(({ needs, devices, dearest, notMetCost }) =>
    fc
      .array(
        fc.tuple(
          fc.nat(needs - 1),
          fc.nat(devices - 1),
          fc.integer({ min: dearest > 9 ? -dearest : 0, max: dearest }),
        ),
        { maxLength: needs * 4 },
      )
      .map((candidates) => ({ needs, devices, candidates, notMetCost })),
  )

describe('matching beside the oracle', () => {
  it('costs what HiGHS finds, on 400 instances of scarcity, plenty and ties', async () => {
    const highs = await loadHighs()
    let seen = 0
    fc.assert(
      fc.property(instance, ({ needs, devices, candidates, notMetCost }) => {
        const problem = problemOf(needs, devices, candidates, notMetCost)
        const solution = solveAssignment(problem)
        expect(faultOfProof(problem, solution)).toBeNull()
        const oracle = highs.solve(linear(needs, devices, candidates, notMetCost))
        expect(oracle.Status).toBe('Optimal')
        expect(solution.total).toBe(Math.round(oracle.ObjectiveValue))
        seen += 1
      }),
      { numRuns: 400 },
    )
    expect(seen).toBe(400)
  })

  it('proves its answer also where each need has twenty candidates among two thousand', () => {
    const random = seeded(20261128)
    for (const [needs, devices] of [
      [2_000, 2_000],
      [2_000, 500],
      [500, 2_000],
    ] as const) {
      const candidates: Candidate[] = []
      for (let need = 0; need < needs; need += 1)
        for (let many = 0; many < 20; many += 1)
          candidates.push([need, random(devices), random(100_000)])
      const problem = problemOf(needs, devices, candidates, 200_000)
      const solution = solveAssignment(problem)
      expect(faultOfProof(problem, solution)).toBeNull()
      expect(solution.met).toBeGreaterThan(Math.min(needs, devices) * 0.95)
    }
  })

  it('does not take a dearer answer for proven', () => {
    const problem = problemOf(
      1,
      2,
      [
        [0, 0, 5],
        [0, 1, 4],
      ],
      10,
    )
    const solution = solveAssignment(problem)
    expect(faultOfProof(problem, { ...solution, assignment: [0] })).toMatch(/paid/)
  })
})

describe('the problem from outside', () => {
  const good = { needs: 2, devices: 2, candidates: [[0, 1, 5]], notMetCost: 9 }
  const cases: readonly [string, unknown, string, string | undefined][] = [
    ['text', 'x', 'match-not-an-object', undefined],
    ['a list', [], 'match-not-an-object', undefined],
    ['a negative count', { ...good, needs: -1 }, 'match-count-invalid', 'needs'],
    ['half a device', { ...good, devices: 1.5 }, 'match-count-invalid', 'devices'],
    ['no candidates', { ...good, candidates: undefined }, 'match-candidate-invalid', 'candidates'],
    [
      'a pair without cost',
      { ...good, candidates: [[0, 1]] },
      'match-candidate-invalid',
      'candidates/0',
    ],
    [
      'half an öre',
      { ...good, candidates: [[0, 1, 0.5]] },
      'match-candidate-invalid',
      'candidates/0',
    ],
    [
      'a need that is not there',
      {
        ...good,
        candidates: [
          [0, 1, 5],
          [2, 0, 1],
        ],
      },
      'match-candidate-unknown',
      'candidates/1',
    ],
    [
      'a device below zero',
      { ...good, candidates: [[0, -1, 5]] },
      'match-candidate-unknown',
      'candidates/0',
    ],
    [
      'a cost past whole numbers',
      { ...good, candidates: [[0, 1, 2 ** 52]] },
      'match-cost-invalid',
      'candidates/0',
    ],
    [
      'no price of an unmet need',
      { ...good, notMetCost: null },
      'match-cost-invalid',
      'notMetCost',
    ],
  ]
  it.each(cases)('refuses %s', (_, input, code, field) => {
    const answer = readProblem(input)
    expect(answer).toMatchObject({ ok: false, code })
    if (!answer.ok) expect(answer.details.field).toBe(field)
  })
  it('takes what is right', () => {
    expect(readProblem(good)).toMatchObject({ ok: true, value: { needs: 2, devices: 2 } })
  })
})
