import { describe, expect, it } from 'vitest'
import { formatsOf } from './format.ts'
import { sek } from './money.ts'

const sv = formatsOf('sv')
const en = formatsOf('en')

describe('formats follow the reader’s language', () => {
  it('parts thousands with a hard space in Swedish and a comma in English, also four digits', () => {
    expect(sv.num(12418)).toBe('12\u00a0418')
    expect(sv.num(1140)).toBe('1\u00a0140')
    expect(en.num(1140)).toBe('1,140')
  })
  it('writes money with its öre and a true minus', () => {
    expect(sv.money(sek(114000))).toBe('1\u00a0140,00\u00a0kr')
    expect(en.money(sek(114000))).toBe('SEK\u00a01,140.00')
    expect(sv.money(sek(-42050))).toBe('\u2212420,50\u00a0kr')
    expect(en.money(sek(-42050))).toBe('\u2212SEK\u00a0420.50')
  })
  it('writes the clock with a point in Swedish and a colon in English, in the zone of the reader', () => {
    expect(sv.time('2026-03-12T09:52:00Z')).toBe('10.52')
    expect(en.time('2026-03-12T09:52:00Z')).toBe('10:52')
    expect(formatsOf('sv', 'Asia/Tokyo').instant('2026-03-12T16:30:00Z')).toBe('2026-03-13 01.30')
  })
  it('never uses the thin space that the font lacks', () => {
    const all = [sv.num(1234567.5, 1), sv.percent(0.941, 1), sv.bytes(14_200), sv.span(45, 2100)]
    expect(all.join(' ')).not.toMatch(/\u202f/)
    expect(all).toEqual(['1\u00a0234\u00a0567,5', '94,1\u00a0%', '14\u00a0kB', '45–2\u00a0100'])
  })
})
