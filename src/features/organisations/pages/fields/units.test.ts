import { expect, test } from 'vitest'
import { unitPath } from './units.ts'

const units = [
  { id: 'school', parentId: 'education', name: 'Åbrinks skola' },
  { id: 'education', parentId: null, name: 'Utbildning' },
  { id: 'a', parentId: 'b', name: 'A' },
  { id: 'b', parentId: 'a', name: 'B' },
]

test('a unit is named with its department first', () => {
  expect(unitPath(units, 'school')).toBe('Utbildning, Åbrinks skola')
})
test('parents in a ring end the walk', () => {
  expect(unitPath(units, 'a')).toBe('B, A')
})
test('an unknown unit has no name', () => {
  expect(unitPath(units, 'nowhere')).toBe('')
})
