import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import * as certificateTexts from '../texts/certificate.ts'
import * as terms from '../texts/certificate-terms.ts'
import * as handoverTexts from '../texts/handover.ts'
import { printable, printFont, type Weight } from './fonts.ts'
import { unpackWoff2 } from './woff2.ts'

const weights: readonly Weight[] = [400, 500, 600]

describe.each(['latin', 'latin-ext'])('unpacking the %s font', (name) => {
  it('gives the outlines and widths that fontkit reads from the packed file', () => {
    const path = `@fontsource-variable/instrument-sans/files/instrument-sans-${name}-wght-normal.woff2`
    const file = readFileSync(createRequire(import.meta.url).resolve(path))
    const [packed, unpacked] = [create(file), create(unpackWoff2(file))]
    expect(unpacked.numGlyphs).toBe(packed.numGlyphs)
    for (let id = 0; id < packed.numGlyphs; id++) {
      expect(unpacked.getGlyph(id).path.toSVG()).toBe(packed.getGlyph(id).path.toSVG())
      expect(unpacked.getGlyph(id).advanceWidth).toBe(packed.getGlyph(id).advanceWidth)
    }
  })
})

describe.each(weights)('the font at weight %i', (weight) => {
  const font = printFont(weight)
  it('has a glyph for every character of every text', () => {
    const strings = [
      ...allStrings(certificateTexts),
      ...allStrings(terms),
      ...allStrings(handoverTexts),
    ]
    expect(strings.length).toBeGreaterThan(300)
    for (const text of strings)
      for (const character of text)
        expect(
          font.hasGlyphForCodePoint(character.codePointAt(0)!),
          `${character} in "${text}"`,
        ).toBe(true)
  })
  it('sets figures equally wide', () => {
    const widths = [...'0123456789'].map((figure) => font.layout(figure).advanceWidth)
    expect(new Set(widths).size).toBe(1)
  })
  it('keeps what each glyph means, also across its two files', () => {
    const text = 'Šarić CO₂e Åsa Asa ÄÖ AO'
    const { glyphs } = font.layout(text)
    const read = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('')
    expect(read).toBe(text)
  })
  it('embeds a subset that fontkit reads back with the same outlines', () => {
    const subset = font.createSubset()
    const { glyphs } = font.layout('Raderingsintyg åäö ₂ š')
    const places = glyphs.map(({ id }) => subset.includeGlyph(id))
    const embedded = create(subset.encode())
    glyphs.forEach((glyph, i) => {
      const again = embedded.getGlyph(places[i]!)
      expect(Math.abs(again.advanceWidth - glyph.advanceWidth)).toBeLessThanOrEqual(0.5)
      expect(corners(again.path.toSVG())).toEqual(corners(glyph.path.toSVG()))
    })
  })
})

it('gets bolder with weight', () => {
  const width = (weight: Weight): number => printFont(weight).layout('Hamburgefonstiv').advanceWidth
  expect(width(400)).toBeLessThan(width(500))
  expect(width(500)).toBeLessThan(width(600))
})

it('shows a character it lacks by a stand-in, its letter, or a question mark', () => {
  const font = printFont(400)
  const shown = (text: string): string => printable(text, font.hasGlyphForCodePoint)
  expect(shown('80 → 90 ≥ 85')).toBe('80 -> 90 >= 85')
  expect(shown('Nguyễn')).toMatch(/^Nguy.n$/u)
  expect(shown('日')).toBe('?')
  expect(shown('A\u030asa')).toBe('Åsa')
})

/** All values of a path, to the nearest unit, without repeated closing points. */
function corners(svg: string): number[] {
  const boxes = [...svg.matchAll(/-?\d+(?:\.\d+)?/g)].map(([value]) => Math.round(Number(value)))
  return [Math.min(...boxes), Math.max(...boxes)]
}

/** Texts that take values are called with the letter n in place of each. */
function allStrings(source: unknown): string[] {
  if (typeof source === 'string') return [source]
  if (typeof source === 'function') {
    const fill = source as (...values: readonly unknown[]) => string
    return [fill(1, 1, 1, 1), fill(2, 2, 2, 2)].map(String)
  }
  if (typeof source !== 'object' || source === null) return []
  return Object.values(source).flatMap(allStrings)
}
