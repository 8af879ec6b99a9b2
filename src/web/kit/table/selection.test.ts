import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, isSelected, nothing, select } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const steps = fc.array(fc.record({ ids: fc.subarray(rows), on: fc.boolean() }))

describe('a selection', () => {
  it.each([
    ['of some', nothing],
    ['of all but some', { all: true, ids: new Set<string>() }],
  ])('%s holds exactly what was last said of each row, and counts it', (_name, start) => {
    fc.assert(
      fc.property(steps, (said) => {
        const chosen = said.reduce((before, { ids, on }) => select(before, ids, on), start)
        const truth = new Map(rows.map((row) => [row, start.all]))
        for (const { ids, on } of said) for (const id of ids) truth.set(id, on)
        for (const row of rows) expect(isSelected(chosen, row)).toBe(truth.get(row))
        expect(countOf(chosen, rows.length)).toBe([...truth.values()].filter(Boolean).length)
      }),
    )
  })
})
