import { expect, it } from 'vitest'
import { groupsOf, sumsOf } from './tally.ts'
import type { CellState, TallyCell } from './tally.ts'

const cells = (count: number, state: CellState): TallyCell[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${state}${index}`,
    state,
    label: `PF${index}`,
  }))

it('counts the listed apart from the extra', () => {
  const all = [
    ...cells(38, 'right'),
    ...cells(1, 'missing'),
    ...cells(2, 'left'),
    ...cells(1, 'extra'),
  ]
  expect(sumsOf(all)).toEqual({ listed: 41, right: 38, missing: 1, left: 2, extra: 1 })
})

it('groups many devices so that the groups add up to the whole', () => {
  const all = [...cells(900, 'right'), ...cells(330, 'left'), ...cells(7, 'extra')]
  const groups = groupsOf(all, 'left3')
  expect(groups).toHaveLength(25)
  expect(groups.reduce((sum, { sums }) => sum + sums.right, 0)).toBe(900)
  expect(groups.at(-1)).toMatchObject({ from: 1201, to: 1230 })
  expect(groups.filter(({ newest }) => newest).map(({ from }) => from)).toEqual([901])
})

it('never makes more than forty groups', () => {
  expect(groupsOf(cells(100_000, 'left'), undefined)).toHaveLength(40)
})
