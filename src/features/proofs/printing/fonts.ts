// Instrument Sans for paper: the two variable files (Latin and Latin Extended, so that names
// like Šarić print) seen as one font per weight, with tabular figures throughout and the
// lowered figures of CO₂ that the files lack.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph, type GlyphPosition, type Path } from 'fontkit'
import { trueTypeOf } from './true-type.ts'
import { unpackWoff2 } from './woff2.ts'

export type Weight = 400 | 500 | 600
const weightNames = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold' } as const

export interface PrintGlyph {
  readonly id: number
  readonly codePoints: readonly number[]
  readonly advanceWidth: number
  readonly path: Path
}

/** What pdfkit asks of a font: fontkit's surface, as far as pdfkit 0.20 uses it. */
export interface PrintFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: 0
  readonly bbox: Font['bbox']
  readonly post: { readonly isFixedPitch: false }
  readonly head: { readonly macStyle: { readonly italic: false } }
  getGlyph(id: number): PrintGlyph
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string): PrintRun
  createSubset(): PrintSubset
}

export interface PrintRun {
  readonly glyphs: PrintGlyph[]
  readonly positions: GlyphPosition[]
  readonly advanceWidth: number
}

export interface PrintSubset {
  includeGlyph(id: number): number
  encode(): Uint8Array
}

// Each source has its own range of glyph ids; a subset numbers them anew.
const EXTENDED = 10_000
const LOWERED = 20_000
const LOWERED_ZERO = 0x2080
const isLowered = (codePoint: number): boolean => codePoint >= 0x2080 && codePoint <= 0x2089

/** Words whose layout is remembered for each weight; a kilobyte or so each. */
const mostLaidOut = 4000

const made = new Map<Weight, PrintFont>()
const files = new Map<string, Font>()

/** The font of a weight; made once per process, since nothing in it changes. */
export function printFont(weight: Weight): PrintFont {
  const known = made.get(weight)
  if (known) return known
  const font = makeFont(weight)
  made.set(weight, font)
  return font
}

function variableFont(name: 'latin' | 'latin-ext'): Font {
  const known = files.get(name)
  if (known) return known
  const path = `@fontsource-variable/instrument-sans/files/instrument-sans-${name}-wght-normal.woff2`
  const font = create(unpackWoff2(readFileSync(createRequire(import.meta.url).resolve(path))))
  files.set(name, font)
  return font
}

/**
 * fontkit remembers a glyph as it was first met. Met as a part of Å, the A would never learn that
 * it means A, and the text layer would lose it; so each is met by its character first.
 */
function instance(name: 'latin' | 'latin-ext', weight: Weight): Font {
  const font = variableFont(name).getVariation({ wght: weight })
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint)
  return font
}

function makeFont(weight: Weight): PrintFont {
  const latin = instance('latin', weight)
  const extended = instance('latin-ext', weight)
  const { unitsPerEm, ascent, descent, lineGap, capHeight, xHeight, bbox } = latin
  const glyphs = new Map<number, PrintGlyph>()

  const keep = (glyph: PrintGlyph): PrintGlyph => {
    const known = glyphs.get(glyph.id)
    if (known) return known
    glyphs.set(glyph.id, glyph)
    return glyph
  }
  const take = (glyph: Glyph, base: number): PrintGlyph =>
    glyphs.get(glyph.id + base) ??
    keep({
      id: glyph.id + base,
      codePoints: [...glyph.codePoints],
      advanceWidth: glyph.advanceWidth,
      path: glyph.path,
    })
  // Six tenths of the size, its foot a little under the line, as in a drawn inferior figure.
  const lower = (codePoint: number): PrintGlyph => {
    const figure = latin.layout(String(codePoint - LOWERED_ZERO)).glyphs[0]!
    return keep({
      id: LOWERED + codePoint - LOWERED_ZERO,
      codePoints: [codePoint],
      advanceWidth: figure.advanceWidth * 0.6 + 12,
      path: figure.path.scale(0.6, 0.6).translate(6, -120),
    })
  }
  const sourceOf = (codePoint: number): 'lowered' | 'extended' | 'latin' =>
    isLowered(codePoint)
      ? 'lowered'
      : !latin.hasGlyphForCodePoint(codePoint) && extended.hasGlyphForCodePoint(codePoint)
        ? 'extended'
        : 'latin'

  const addRun = (run: PrintRun, text: string, source: ReturnType<typeof sourceOf>): number => {
    if (source === 'lowered') {
      let advance = 0
      for (const character of text) {
        const glyph = lower(character.codePointAt(0)!)
        run.glyphs.push(glyph)
        run.positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })
        advance += glyph.advanceWidth
      }
      return advance
    }
    const [font, base] = source === 'latin' ? [latin, 0] : [extended, EXTENDED]
    const laid = font.layout(text, source === 'latin' ? ['tnum'] : [])
    let advance = 0
    laid.glyphs.forEach((glyph, i) => {
      const position = laid.positions[i]!
      run.glyphs.push(take(glyph, base))
      run.positions.push(position)
      advance += position.xAdvance
    })
    return advance
  }

  // Papers say mostly the same words: laying them out anew took half of the time of a certificate.
  const laidOut = new Map<string, PrintRun>()
  const layout = (text: string): PrintRun => {
    const known = laidOut.get(text) ?? layOut(text)
    if (laidOut.size >= mostLaidOut) laidOut.clear()
    laidOut.set(text, known)
    // A copy: pdfkit scales positions in place.
    return { ...known, positions: known.positions.map((position) => ({ ...position })) }
  }
  const layOut = (text: string): PrintRun => {
    const run: PrintRun = { glyphs: [], positions: [], advanceWidth: 0 }
    let advanceWidth = 0
    for (const [stretch, source] of stretches(printable(text, hasGlyph), sourceOf))
      advanceWidth += addRun(run, stretch, source)
    return { ...run, advanceWidth }
  }
  const hasGlyph = (codePoint: number): boolean =>
    isLowered(codePoint) ||
    latin.hasGlyphForCodePoint(codePoint) ||
    extended.hasGlyphForCodePoint(codePoint)

  take(latin.getGlyph(0), 0)
  return {
    postscriptName: `InstrumentSans-${weightNames[weight]}`,
    unitsPerEm,
    ascent,
    descent,
    lineGap,
    capHeight,
    xHeight,
    bbox,
    italicAngle: 0,
    post: { isFixedPitch: false },
    head: { macStyle: { italic: false } },
    getGlyph: (id) => glyphs.get(id)!,
    hasGlyphForCodePoint: hasGlyph,
    layout,
    createSubset: () => {
      const ids = [0]
      const places = new Map([[0, 0]])
      return {
        includeGlyph: (id) => {
          const place = places.get(id) ?? ids.push(id) - 1
          places.set(id, place)
          return place
        },
        encode: () =>
          trueTypeOf(
            ids.map((id) => glyphs.get(id)!),
            latin,
          ),
      }
    },
  }
}

function* stretches<Source>(
  text: string,
  sourceOf: (codePoint: number) => Source,
): Generator<[string, Source]> {
  let stretch = ''
  let source: Source | undefined
  for (const character of text) {
    const next = sourceOf(character.codePointAt(0)!)
    if (stretch && next !== source) {
      yield [stretch, source!]
      stretch = ''
    }
    stretch += character
    source = next
  }
  if (stretch) yield [stretch, source!]
}

const standIns: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '≥': '>=',
  '≤': '<=',
  '±': '+/-',
  '½': '1/2',
  '\u202f': '\u00a0',
  '\u2011': '-',
  '\t': ' ',
}

/**
 * The text as the font can show it: a missing character becomes its stand-in, its letter
 * without the mark, or last a question mark, so that no empty box hides that something stood there.
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let out = ''
  for (const character of text.normalize('NFC')) {
    if (hasGlyph(character.codePointAt(0)!)) out += character
    else if (standIns[character]) out += standIns[character]
    else {
      const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
      const known = [...bare].every((part) => hasGlyph(part.codePointAt(0)!))
      out += bare && known ? bare : '?'
    }
  }
  return out
}
