import { describe, expect, it } from 'vitest'
import { isGtin, modelKeys } from './keys.ts'
import { isValueOf, labelCounts, labelLevel, reaches, requirementShapes } from './requirements.ts'

describe('a value', () => {
  const { recycledContentPercent, osSupportUntilOn, takeBack, memoryUpgrade } = requirementShapes
  it.each([
    [recycledContentPercent, 0, true],
    [recycledContentPercent, 100, true],
    [recycledContentPercent, 101, false],
    [recycledContentPercent, '25', false],
    [osSupportUntilOn, '2031-10-14', true],
    [osSupportUntilOn, '2031-02-30', false],
    [osSupportUntilOn, 2031, false],
    [takeBack, 'free', true],
    [takeBack, 'sometimes', false],
    [memoryUpgrade, 'withTools', true],
  ] as const)('of %o: %o is %s', (shape, value, fits) => {
    expect(isValueOf(shape, value)).toBe(fits)
  })

  it.each([
    [recycledContentPercent, 30, 30, true],
    [recycledContentPercent, 29.9, 30, false],
    [osSupportUntilOn, '2030-01-01', '2029-12-31', true],
    [osSupportUntilOn, '2029-12-30', '2029-12-31', false],
    [takeBack, 'bought', 'free', true],
    [takeBack, 'charged', 'free', false],
    [{ type: 'oneOf', values: ['windows', 'macos'] }, 'macos', 'windows', false],
    [{ type: 'number' }, 16, 8, true],
  ] as const)('of %o: %o against %o is %s', (shape, value, least, reached) => {
    expect(reaches(shape, value, least)).toBe(reached)
  })
})

describe('a label', () => {
  const label = (level: string, validUntilOn: string | null) =>
    ({ scheme: 'epeat', level, validUntilOn }) as const

  it('counts to its last day, and without one for good', () => {
    expect(labelCounts(label('gold', '2026-03-12'), '2026-03-12')).toBe(true)
    expect(labelCounts(label('gold', '2026-03-11'), '2026-03-12')).toBe(false)
    expect(labelCounts(label('gold', null), '2099-01-01')).toBe(true)
  })

  it('gives the most demanding level that counts', () => {
    const held = [label('gold', '2025-12-31'), label('silver', '2027-01-01'), label('bronze', null)]
    expect(labelLevel(held, 'epeat', '2026-03-12')).toBe('silver')
    expect(labelLevel(held, 'epeat', '2025-06-01')).toBe('gold')
    expect(labelLevel(held, 'tcoCertified', '2026-03-12')).toBeNull()
  })
})

describe('what tells a model', () => {
  it('is the same however it is written', () => {
    expect(modelKeys('Dell Inc.', ' Latitude  5420 ')).toEqual(modelKeys('DELL', 'latitude 5420'))
  })

  it.each([
    ['4006381333931', true],
    ['4006381333932', false],
    ['00012345600012', true],
    ['96385074', true],
    ['036000291452', true],
    ['123456789', false],
    ['', false],
  ])('GTIN %s: %s', (text, right) => expect(isGtin(text)).toBe(right))
})
