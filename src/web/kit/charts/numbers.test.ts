import { describe, expect, it } from 'vitest'
import { number, percent, twoDigits } from './numbers.ts'

describe('numbers as people read them', () => {
  it('parts thousands with U+00A0 in Swedish and a comma in English', () => {
    expect(number(12418, 'sv')).toBe('12\u00a0418')
    expect(number(12418, 'en')).toBe('12,418')
    expect(number(-0.7, 'sv', 1)).toBe('−0,7')
    expect(number(-0, 'sv')).toBe('0')
  })

  it.each([
    [134.2, '130'],
    [8.47, '8,5'],
    [-0.74, '−0,74'],
    [0.3, '0,3'],
    [8.02, '8'],
    [9.96, '10'],
    [99.6, '100'],
    [41234, '41\u00a0000'],
    [0, '0'],
  ])('writes the estimate %d with two digits as %s', (value, text) => {
    expect(twoDigits(value, 'sv')).toBe(text)
  })

  it('never writes a little as none, nor nearly all as all', () => {
    expect(percent(512, 2612, 'sv')).toBe('20\u00a0%')
    expect(percent(512, 2612, 'en')).toBe('20%')
    expect(percent(1, 90_000, 'sv')).toBe('under 1\u00a0%')
    expect(percent(89_999, 90_000, 'sv')).toBe('99\u00a0%')
    expect(percent(90_000, 90_000, 'sv')).toBe('100\u00a0%')
    expect(percent(118, 2204, 'sv', 1)).toBe('5,4\u00a0%')
    expect(percent(0, 0, 'sv')).toBe('0\u00a0%')
  })
})
