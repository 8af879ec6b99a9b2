import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runImpactInput } from './cases.ts'

const shared =
  process.env.OMLOPP_SHARED ?? new URL('../../../../../shared', import.meta.url).pathname
const file = `${shared}/samples/impact/worked-cases.json`

interface Worked {
  readonly tolerance: { readonly absolute: number; readonly relative: number }
  readonly cases: readonly {
    readonly id: string
    readonly inputs: object
    readonly expected: object
  }[]
}

describe.skipIf(!existsSync(file))('the worked cases (samples beside the repository)', () => {
  const worked = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Worked)
    : { tolerance: { absolute: 0, relative: 0 }, cases: [] }

  function expectClose(actual: unknown, expected: unknown, path: string): void {
    if (typeof expected === 'number') {
      expect(actual, path).toBeTypeOf('number')
      const allowed = Math.max(
        worked.tolerance.absolute,
        worked.tolerance.relative * Math.abs(expected),
      )
      expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(allowed)
      return
    }
    const want = expected as Record<string, unknown>
    expect(Object.keys(actual as object), path).toEqual(Object.keys(want))
    for (const key of Object.keys(want))
      expectClose((actual as Record<string, unknown>)[key], want[key], `${path}/${key}`)
  }

  it('come out within their tolerance, with the same keys in the same order', () => {
    expect(worked.cases.length).toBeGreaterThanOrEqual(4)
    const output = runImpactInput(worked)
    if (!output.ok) throw new Error(JSON.stringify(output))
    const byId = output.value as Record<string, unknown>
    for (const each of worked.cases) expectClose(byId[each.id], each.expected, each.id)
  })

  it('come out the same from a case, its inputs alone, and inputs without what the factors give', () => {
    for (const each of worked.cases) {
      const whole = runImpactInput(each)
      if (!whole.ok) throw new Error(JSON.stringify(whole))
      expectClose(whole.value, each.expected, each.id)
      expect(runImpactInput(each.inputs)).toEqual(whole)
      const { lines } = each.inputs as { lines?: readonly Record<string, unknown>[] }
      if (!lines) continue
      const least = lines.map(({ category, n_reused, n_handled, evidence }) => ({
        category,
        n_reused,
        n_handled,
        evidence,
      }))
      expect(runImpactInput({ lines: least })).toEqual(whole)
    }
  })
})

describe('a case from outside', () => {
  const laptop = { category: 'laptop', n_reused: 1, evidence: 'market' }
  const lines = (line: object, parameters?: object) => ({
    lines: [{ ...laptop, ...line }],
    ...(parameters && { parameters }),
  })

  it.each([
    ['a list', [], 'not-an-object', ''],
    ['nothing', null, 'not-an-object', ''],
    ['another method', { method: 'omlopp-impact/2', lines: [] }, 'unknown-method', 'method'],
    ['no lines', {}, 'value-missing', 'lines'],
    ['an empty list', { lines: [] }, 'no-lines', 'lines'],
    ['lines that are no list', { lines: {} }, 'not-a-list', 'lines'],
    ['an unknown category', lines({ category: 'toaster' }), 'unknown-category', 'lines/0/category'],
    ['a part as category', lines({ category: 'part_ssd' }), 'unknown-category', 'lines/0/category'],
    [
      'a name of the language',
      lines({ category: 'toString' }),
      'unknown-category',
      'lines/0/category',
    ],
    ['a number as text', lines({ P: '238.6' }), 'not-a-number', 'lines/0/P'],
    ['not a number', lines({ P: Number.NaN }), 'not-a-number', 'lines/0/P'],
    ['a negative weight', lines({ mass: -1 }), 'number-out-of-range', 'lines/0/mass'],
    ['half a device', lines({ n_reused: 0.5 }), 'number-out-of-range', 'lines/0/n_reused'],
    ['no years of first use', lines({ L1: 0 }), 'number-out-of-range', 'lines/0/L1'],
    [
      'more reused than handled',
      lines({ n_handled: 0 }),
      'reused-exceeds-handled',
      'lines/0/n_reused',
    ],
    ['no count', { lines: [{ category: 'laptop' }] }, 'value-missing', 'lines/0/n_reused'],
    ['an unknown evidence', lines({ evidence: 'hope' }), 'unknown-evidence', 'lines/0/evidence'],
    ['a misspelt field', lines({ n_handeld: 4 }), 'unknown-field', 'lines/0/n_handeld'],
    ['a low above the middle', lines({ P_low: 300 }), 'interval-out-of-order', 'lines/0/P'],
    ['an unknown use', lines({ category: 'switch' }), 'value-missing', 'lines/0/u_old'],
    ['an unknown weight', lines({ category: 'television' }), 'value-missing', 'lines/0/mass'],
    ['a share above one', lines({}, { alpha: 1.1 }), 'number-out-of-range', 'parameters/alpha'],
    ['a grid outside its range', lines({}, { ef: 0.6 }), 'interval-out-of-order', 'parameters/ef'],
    [
      'a misspelt parameter',
      lines({}, { efficiency: 1 }),
      'unknown-field',
      'parameters/efficiency',
    ],
    ['an unknown kind', { kind: 'karma', inputs: {} }, 'unknown-kind', 'kind'],
    ['negative kilograms', { kg: -1 }, 'number-out-of-range', 'kg'],
    [
      'a fault deep in a file',
      {
        cases: [
          { id: 'x', inputs: lines({}) },
          { id: 'y', inputs: lines({ T: true }) },
        ],
      },
      'not-a-number',
      'cases/1/inputs/lines/0/T',
    ],
    [
      'the same id twice',
      {
        cases: [
          { id: 'x', inputs: lines({}) },
          { id: 'x', inputs: lines({}) },
        ],
      },
      'duplicate-case',
      'cases/1/id',
    ],
  ])('with %s is refused', (_what, input, code, field) => {
    const output = runImpactInput(input)
    expect(output).toMatchObject({ ok: false, code, details: { field } })
  })

  it('without evidence is counted in the cautious class', () => {
    const without = runImpactInput({ lines: [{ category: 'laptop', n_reused: 1 }] })
    expect(without).toEqual(runImpactInput(lines({ evidence: 'unknown' })))
    expect(without).not.toEqual(runImpactInput(lines({})))
  })

  // Section 4 of the method and the figures beneath its table.
  it.each([
    ['a new SSD and battery', lines({ parts: 101 }), -3],
    ['9 000 km by air to an unknown buyer', lines({ evidence: 'unknown', air_km: 9000 }), 17],
    ['the same as a parameter', lines({ evidence: 'unknown' }, { air_km: 9000 }), 17],
    ['a monitor', lines({ category: 'monitor' }), 140],
    ['a documented monitor', lines({ category: 'monitor', evidence: 'documented' }), 205],
    ['a smartphone', lines({ category: 'smartphone' }), 23],
    ['a documented smartphone', lines({ category: 'smartphone', evidence: 'documented' }), 34],
  ])('%s gives what the method says', (_what, input, kg) => {
    const output = runImpactInput(input)
    if (!output.ok) throw new Error(JSON.stringify(output))
    const { net } = output.value as { net: number }
    expect(Math.round(net)).toBe(kg)
  })

  it('with a model’s own footprint takes the interval of its own error', () => {
    const own = runImpactInput(lines({ P: 200 }))
    const stated = runImpactInput(lines({ P: 200, P_low: 134.2, P_high: 265.8 }))
    expect(own.ok).toBe(true)
    expect(own).toEqual(stated)
  })

  it('without a second life gives null per year, and only the burden', () => {
    expect(runImpactInput(lines({ n_reused: 0, n_handled: 1 }))).toMatchObject({
      ok: true,
      value: { net: -2.435188, avoided_embodied: 0, per_second_life_year: null },
    })
  })
})
