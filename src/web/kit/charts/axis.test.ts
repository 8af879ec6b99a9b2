import fc from 'fast-check'
import { expect, it } from 'vitest'
import { axisOf, scaleOf } from './axis.ts'

it.each([
  [
    [45, 134, 210],
    [0, 100, 200],
  ],
  [
    [-0.7, 3.2, 5.4],
    [0, 2, 4],
  ],
  [
    [0, 0.3],
    [0, 0.1, 0.2, 0.3],
  ],
  [[0], [0]],
])('places round ticks for %j', (values, ticks) => {
  expect(axisOf(values).ticks.filter((tick) => tick >= 0)).toEqual(ticks)
})

it('holds zero and every value, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 })), (values) => {
      const axis = axisOf(values)
      const x = scaleOf(axis, 0, 100)
      for (const value of [0, ...values]) {
        expect(x(value)).toBeGreaterThanOrEqual(-1e-6)
        expect(x(value)).toBeLessThanOrEqual(100 + 1e-6)
      }
      expect(axis.ticks.length).toBeLessThan(12)
    }),
  )
})
