import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayClaim, roundedClaim, twoDigits } from './display.ts'

const shown = (net: number, low: number, high: number, language: 'sv' | 'en' = 'sv') => {
  const { figure, unit, interval } = displayClaim(roundedClaim(net, low, high), language)
  return `${figure} ${unit} (${interval})`.replaceAll('\u00a0', ' ')
}

describe('a climate figure for people', () => {
  it.each([
    [[134.2, 45.4, 222], 'sv', '130 kg (45–220)'],
    [[131_400, 45_100, 208_700], 'sv', '130 ton (45–210)'],
    [[131_400, 45_100, 208_700], 'en', '130 t (45–210)'],
    [[8.46, -5.2, 66.4], 'sv', '8,5 kg (−5,2 till 66)'],
    [[8.46, -5.2, 66.4], 'en', '8.5 kg (−5.2 to 66)'],
    [[-2.96, -91, 71], 'sv', '−3 kg (−91 till 71)'],
    [[999.6, 10, 2000], 'sv', '1 ton (0,01–2)'],
    [[2_361_083, 1, 2_500_000], 'sv', '2 400 ton (0,001–2 500)'],
    [[2_361_083, 1, 2_500_000], 'en', '2,400 t (0.001–2,500)'],
    [[0, 0, 0], 'sv', '0 kg (0–0)'],
  ] as const)('%j in %s is %s', ([net, low, high], language, text) => {
    expect(shown(net, low, high, language)).toBe(text)
  })

  it('never has a third significant digit, and stays within its interval', () => {
    const kg = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(kg, kg, kg), (three) => {
        const [low, net, high] = [...three].sort((a, b) => a - b) as [number, number, number]
        const claim = roundedClaim(net, low, high)
        expect(claim.low).toBeLessThanOrEqual(claim.net)
        expect(claim.high).toBeGreaterThanOrEqual(claim.net)
        for (const value of [claim.low, claim.net, claim.high]) expect(twoDigits(value)).toBe(value)
      }),
    )
  })
})
