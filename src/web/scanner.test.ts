import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isScan, typedOn } from './scanner.ts'

const type = (text: string, gaps: readonly number[]) =>
  [...text].reduce((typed, key, at) => typedOn(typed, key, typed.at + (gaps[at] ?? 10)), {
    ...{ text: '', from: 0, at: 1000 },
  })
const serial = fc.stringMatching(/^[A-Z0-9]{6,24}$/)

describe('a scanner', () => {
  it('is heard whole when its signs come at its pace', () => {
    fc.assert(
      fc.property(serial, fc.array(fc.integer({ min: 0, max: 35 })), (text, gaps) => {
        const typed = type(text, [500, ...gaps])
        expect(typed.text).toBe(text)
        expect(isScan(typed, typed.at + 35)).toBe(true)
      }),
    )
  })

  it('is heard whole also when a busy machine holds up one sign, and the key that ends it', () => {
    const held = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 36, max: 100 }))
    fc.assert(
      fc.property(serial, held, (text, [where, late]) => {
        const gaps = [500, ...Array.from({ length: text.length - 1 }, () => 10)]
        gaps[where] = late
        const typed = type(text, gaps)
        expect(typed.text).toBe(text)
        expect(isScan(typed, typed.at + late)).toBe(true)
      }),
    )
  })

  it('is no hand, which is slower on the whole, however quick now and then', () => {
    const gaps = fc.array(fc.integer({ min: 36, max: 400 }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(serial, gaps, (text, hand) => {
        const typed = type(text, [500, ...hand])
        expect(isScan(typed, typed.at + 36)).toBe(false)
      }),
    )
  })

  it('begins anew after a halt, and is six signs at least, ended without a halt', () => {
    expect(type('hej', [500, 120, 140]).text).toBe('j')
    expect(type('xPF3K9L0X', [0, 300]).text).toBe('PF3K9L0X')
    const [short, late] = [type('PF3K9', [500]), type('PF3K9L0X', [500])]
    expect(isScan(short, short.at + 5)).toBe(false)
    expect(isScan(late, late.at + 101)).toBe(false)
  })
})
