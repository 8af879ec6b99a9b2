// `omlopp match`: JSON alone on stdout, words for people on stderr, and 1 where it is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import loadHighs from 'highs'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { build, omlopp } from '../../../test/support/command.ts'
import { linear, seeded } from '../../../test/support/linear.ts'
import type { Candidate } from '../../features/ordering/rules/assignment/problem.ts'
import { main } from '../main.ts'

const folder = mkdtempSync(join(tmpdir(), 'omlopp-match-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

const file = (content: string | Buffer): string => {
  const path = join(folder, 'input.json')
  writeFileSync(path, content)
  return path
}

/** In this process; the last test runs it as its own. */
async function run(...args: string[]) {
  let printed = ''
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true))
  await main(['match', ...args])
  const code = process.exitCode ?? 0
  process.exitCode = undefined
  vi.restoreAllMocks()
  return { code, said, json: printed === '' ? null : (JSON.parse(printed) as object) }
}
const match = (input: unknown) => run('--input', file(JSON.stringify(input)), '--json')

interface Answer {
  readonly total: number
  readonly assignment: readonly (number | null)[]
  readonly met: number
}

const good = { needs: 2, devices: 2, candidates: [[0, 1, 5]], notMetCost: 9 }

describe('omlopp match answers', () => {
  const cases: readonly [string, object, object][] = [
    ['as promised', good, { total: 14, assignment: [1, null], met: 1 }],
    [
      'nothing where nobody needs anything',
      { ...good, needs: 0, candidates: [] },
      { total: 0, assignment: [], met: 0 },
    ],
    [
      'that nobody is met where there is no device',
      { ...good, devices: 0, candidates: [] },
      { total: 18, assignment: [null, null], met: 0 },
    ],
    [
      'with a gain where a cost is negative',
      { ...good, candidates: [[1, 0, -4]], notMetCost: 0 },
      { total: -4, assignment: [null, 0], met: 1 },
    ],
    [
      'with the lower cost of a pair that stands twice',
      {
        ...good,
        candidates: [
          [0, 0, 7],
          [0, 0, 3],
          [0, 0, 8],
        ],
      },
      { total: 12, assignment: [0, null], met: 1 },
    ],
    [
      'to the last unit where costs are great',
      {
        ...{ needs: 2, devices: 1, notMetCost: 700_000_000_000_001 },
        candidates: [
          [0, 0, 700_000_000_000_000],
          [1, 0, 699_999_999_999_999],
        ],
      },
      { total: 1_400_000_000_000_000, assignment: [null, 0], met: 1 },
    ],
  ]
  it.each(cases)('%s', async (_, input, answer) => {
    const { code, said, json } = await match(input)
    expect([code, said]).toEqual([0, ''])
    expect(json).toEqual({ ...answer, seconds: expect.any(Number) })
    expect(Object.keys(json!)).toEqual(['total', 'assignment', 'met', 'seconds'])
  })

  it('with what HiGHS finds: scarce, plenty, tied, for nothing, and unmet for nothing', async () => {
    const highs = await loadHighs()
    const random = seeded(20261129)
    for (let round = 0; round < 40; round += 1) {
      const [needs, devices] = [1 + random(20), 1 + random(20)]
      const dearest = [1, 3, 1_000_000][round % 3]!
      const notMetCost = [0, 2, 500_000][random(3)]!
      const candidates = Array.from({ length: random(needs * 5) }, (): Candidate => [
        random(needs),
        random(devices),
        random(dearest),
      ])
      const input = { needs, devices, candidates, notMetCost }
      const { json } = await match(input)
      const { total, assignment, met } = json as Answer
      const oracle = highs.solve(linear(needs, devices, candidates, notMetCost))
      expect([oracle.Status, total], JSON.stringify(input)).toEqual([
        ...['Optimal', Math.round(oracle.ObjectiveValue)],
      ])
      const given = assignment.filter((device) => device !== null)
      expect([new Set(given).size, met]).toEqual([given.length, given.length])
    }
  })
})

describe('omlopp match refuses', () => {
  const one = (...candidate: unknown[]) => ({ ...good, candidates: [candidate] })
  const cases: readonly [string, unknown, object, RegExp][] = [
    ['null', null, { code: 'match-not-an-object' }, /The file should be an object/],
    ['a list', [], { code: 'match-not-an-object' }, /The file should be an object/],
    [
      'a negative count',
      { ...good, needs: -1 },
      { code: 'match-count-invalid', field: 'needs' },
      /needs should be a whole number/,
    ],
    [
      'a count in words',
      { ...good, devices: '2' },
      { code: 'match-count-invalid', field: 'devices' },
      /devices should be a whole number/,
    ],
    [
      'more than fits in memory',
      { ...good, needs: 1e9 },
      { code: 'match-count-invalid', field: 'needs' },
      /0 to 1 000 000/,
    ],
    [
      'no candidates',
      { needs: 1, devices: 1, notMetCost: 1 },
      { code: 'match-candidate-invalid', field: 'candidates' },
      /candidates should be a list/,
    ],
    [
      'half a krona',
      one(0, 0, 0.5),
      { code: 'match-candidate-invalid', field: 'candidates/0' },
      /candidates\/0 should be \[need, device, cost\]/,
    ],
    [
      'a cost that nobody knows',
      one(0, 0, null),
      { code: 'match-candidate-invalid', field: 'candidates/0' },
      /three whole numbers/,
    ],
    [
      'a need past the last',
      one(2, 0, 1),
      { code: 'match-candidate-unknown', field: 'candidates/0', need: 2, device: 0 },
      /candidates\/0 names a need or device past the last/,
    ],
    [
      'a device before the first',
      one(0, -1, 1),
      { code: 'match-candidate-unknown', field: 'candidates/0', need: 0, device: -1 },
      /count from 0/,
    ],
    [
      'a cost past whole numbers',
      one(0, 0, 2 ** 53),
      { code: 'match-cost-invalid', field: 'candidates/0', most: 750_599_937_895_082 },
      /at most 750599937895082/,
    ],
    [
      'no cost of what is not met',
      { needs: 1, devices: 1, candidates: [] },
      { code: 'match-cost-invalid', field: 'notMetCost', most: expect.any(Number) },
      /notMetCost should be a whole number/,
    ],
  ]
  it.each(cases)('%s', async (_, input, answer, words) => {
    const { code, said, json } = await match(input)
    expect([code, json]).toEqual([1, answer])
    expect(said).toMatch(words)
    expect(said).not.toMatch(/\n {4}at /)
  })

  const unread: readonly [string, () => string[], string | null, RegExp][] = [
    ['a file that is not there', () => ['--input', `${folder}/no`], 'input-unreadable', /ENOENT/],
    ['a folder', () => ['--input', folder], 'input-unreadable', /EISDIR/],
    ['no file at all', () => ['--json'], 'input-missing', /Say which file: omlopp match/],
    ['an empty file', () => ['--input', file('')], 'input-not-json', /is not JSON/],
    ['half a file', () => ['--input', file('{"needs": 1')], 'input-not-json', /is not JSON/],
    [
      'bytes of another sort',
      () => ['--input', file(Buffer.from([255, 254, 0]))],
      'input-not-json',
      /is not JSON/,
    ],
    ['an option that is none', () => ['--jsn'], null, /--jsn[^]*omlopp match --input FILE/],
  ]
  it.each(unread)('%s', async (_, args, code, words) => {
    const ran = await run(...args())
    expect([ran.code, ran.json]).toEqual([1, code ? { code } : null])
    expect(ran.said).toMatch(words)
    expect(ran.said).not.toMatch(/\n {4}at /)
  })

  it('nothing for a mark that an editor put before the text', async () => {
    const { code, json } = await run('--input', file(`\uFEFF${JSON.stringify(good)}`))
    expect([code, json]).toMatchObject([0, { total: 14 }])
  })

  it('as a process of its own, with 1, and answers with 0', async () => {
    await build()
    const bad = omlopp(['match', '--input', file(JSON.stringify(one(0, 2, 1))), '--json'])
    expect(await bad.ended).toBe(1)
    expect(JSON.parse(bad.printed())).toMatchObject({ code: 'match-candidate-unknown' })
    const fine = omlopp(['match', '--input', file(JSON.stringify(good)), '--json'])
    expect(await fine.ended).toBe(0)
    expect(JSON.parse(fine.printed())).toMatchObject({ total: 14, assignment: [1, null] })
  })
})
