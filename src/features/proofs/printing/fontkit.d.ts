// The part of fontkit 2 that we use; it comes with pdfkit and has no types of its own.
declare module 'fontkit' {
  export interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    readonly args: readonly number[]
  }
  export interface Path {
    readonly commands: readonly PathCommand[]
    scale(x: number, y?: number): Path
    translate(x: number, y: number): Path
    toSVG(): string
  }
  export interface Glyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
    readonly path: Path
  }
  export interface GlyphPosition {
    xAdvance: number
    yAdvance: number
    xOffset: number
    yOffset: number
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly GlyphPosition[]
  }
  export interface Font {
    readonly numGlyphs: number
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly lineGap: number
    readonly capHeight: number
    readonly xHeight: number
    readonly bbox: { minX: number; minY: number; maxX: number; maxY: number }
    readonly characterSet: readonly number[]
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number): Glyph
    layout(text: string, features?: readonly string[]): GlyphRun
    getVariation(settings: Readonly<Record<string, number>>): Font
  }
  export function create(file: Uint8Array): Font
}
