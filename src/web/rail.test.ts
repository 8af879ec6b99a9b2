import { describe, expect, it } from 'vitest'
import { groupsThatFit, type RailGroup } from './rail.ts'

const groups: readonly RailGroup[] = [
  { group: 'start', links: 2 },
  { group: 'equipment', links: 10 },
  { group: 'needs', links: 6 },
  { group: 'catalogue', links: 3 },
  { group: 'accounts', links: 4 },
  { group: 'settings', links: 2 },
]
const fitting = (current: RailGroup['group'] | undefined, height: number) => [
  ...groupsThatFit(groups, current, height),
]

describe('the groups of the rail', () => {
  it.each([
    ['a tall window', 1200, ['equipment', 'needs', 'catalogue', 'accounts', 'settings']],
    ['a usual one', 900, ['equipment', 'needs']],
    ['a laptop', 720, ['equipment']],
    ['a very low one', 400, []],
    ['a phone, whose menu is a page', Infinity, groups.slice(1).map(({ group }) => group)],
  ])('of %s are open while they fit', (_, height, open) =>
    expect(fitting(undefined, height)).toEqual(open),
  )

  it('are open where the reader is, however low the window', () =>
    expect(fitting('accounts', 400)).toEqual(['accounts']))

  it('make room for where the reader is, from the end', () =>
    expect(fitting('accounts', 900)).toEqual(['accounts', 'equipment']))
})
