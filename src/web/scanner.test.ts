import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedOn } from './scanner.ts'

const type = (text: string, gaps: readonly number[]) =>
  [...text].reduce((typed, key, at) => typedOn(typed, key, typed.at + (gaps[at] ?? 10)), {
    text: '',
    at: 1000,
  }).text

describe('a scanner', () => {
  it('is heard whole when its signs come at its pace', () => {
    const serial = fc.stringMatching(/^[A-Z0-9]{6,24}$/)
    fc.assert(
      fc.property(serial, fc.array(fc.integer({ min: 0, max: 35 })), (text, gaps) => {
        expect(type(text, [500, ...gaps])).toBe(text)
      }),
    )
  })
  it('is not mistaken for a hand: a pause starts anew', () => {
    expect(type('hej', [500, 120, 140])).toBe('j')
    expect(type('xPF3K9L0X', [0, 300])).toBe('PF3K9L0X')
  })
})
