import { describe, expect, it } from 'vitest'
import { addMonths, daysBetween, isDay } from './dates.ts'
import { idMaker, isUuid } from './ids.ts'
import { parseAmountOre } from './money.ts'

describe('ids', () => {
  it('are UUIDv7 in the order they were made, also within one millisecond', () => {
    const make = idMaker((bytes) => crypto.getRandomValues(bytes))
    const at = new Date('2026-03-12T10:00:00Z')
    const ids = Array.from({ length: 1000 }, () => make(at))
    expect(ids.every(isUuid)).toBe(true)
    expect(new Set(ids).size).toBe(1000)
    expect([...ids].sort()).toEqual(ids)
    expect(ids[0]![14]).toBe('7')
  })
})

describe('amounts', () => {
  it.each([
    ['12 490,00', 1249000],
    ['12,490.00', 1249000],
    ['$12.58', 1258],
    ['14990.00', 1499000],
    ['1.234,5', 123450],
    ['12490 kr', 1249000],
    ['1 234', 123400],
    ['−1 234,50 kr', -123450],
    ['12.490', 1249000],
    ['', null],
    ['twelve', null],
  ])('%s is %s öre', (text, ore) => expect(parseAmountOre(text)).toBe(ore))
})

describe('days', () => {
  it('know the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true)
    expect(isDay('2023-02-29')).toBe(false)
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
  })
})
