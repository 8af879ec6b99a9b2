import { describe, expect, it } from 'vitest'
import { fitting, templateOf, type Column } from './columns.ts'

const column = (id: string, rest: Partial<Column<never>> = {}): Column<never> => ({
  id,
  text: id,
  cell: () => null,
  width: 100,
  ...rest,
})
const columns = [
  column('tag'),
  column('model', { phone: 'second' }),
  column('serial', { need: 3 }),
  column('status', { need: 1, phone: 'end' }),
  column('value'),
]
const shown = (room: number) => fitting(columns, room, true).shown.map(({ id }) => id)

describe('columns that have no room', () => {
  it('leave in order of need, and the last of equals first', () => {
    const wide = columns.map((one) => ({ ...one, width: 280 }))
    const at = (room: number) => fitting(wide, room, false).shown.map(({ id }) => id)
    expect(at(1500)).toEqual(['tag', 'model', 'serial', 'status', 'value'])
    expect(at(1499)).toEqual(['tag', 'model', 'status', 'value'])
    expect(at(1199)).toEqual(['tag', 'model', 'status'])
    expect(at(899)).toEqual(['tag', 'status'])
    expect(at(641)).toEqual(['tag', 'status'])
  })
  it('are named, so that nothing is hidden in silence', () => {
    const wide = columns.map((one) => ({ ...one, width: 280 }))
    expect(fitting(wide, 1499, false).left.map(({ id }) => id)).toEqual(['serial'])
  })
  it('give way to three lines on a phone', () => {
    expect(shown(320)).toEqual(['tag', 'model', 'status'])
  })
  it('share what is left by their growth', () => {
    const [tag, model] = [column('tag', { grow: 0 }), column('model', { grow: 2 })]
    expect(templateOf([tag, model], true)).toBe('26px 100px minmax(100px, 2fr)')
  })
})
