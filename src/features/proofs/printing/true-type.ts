// Writes the used glyphs as a small TrueType font for embedding: outlines only, without
// composites and hints, since a PDF viewer needs neither (ISO 32000-1 §9.9 names the tables).
import type { Font, Path } from 'fontkit'
import { boxOf, writePoints, writer, writeSfnt, type Point } from './woff2.ts'

interface Outlined {
  readonly advanceWidth: number
  readonly path: Path
}

export function trueTypeOf(glyphs: readonly Outlined[], like: Font): Uint8Array {
  const glyf = writer()
  const loca = writer()
  const hmtx = writer()
  let [mostPoints, mostContours] = [0, 0]
  for (const glyph of glyphs) {
    loca.u32(glyf.length())
    const contours = contoursOf(glyph.path)
    const steps = stepsOf(contours)
    const box = steps.length > 0 ? boxOf(steps) : ([0, 0, 0, 0] as const)
    hmtx.u16(Math.round(glyph.advanceWidth))
    hmtx.i16(box[0])
    mostPoints = Math.max(mostPoints, steps.length)
    mostContours = Math.max(mostContours, contours.length)
    if (steps.length === 0) continue
    glyf.i16(contours.length)
    for (const edge of box) glyf.i16(edge)
    let end = -1
    for (const contour of contours) glyf.u16((end += contour.length))
    glyf.u16(0)
    writePoints(glyf, steps)
    while (glyf.length() % 4) glyf.u8(0)
  }
  loca.u32(glyf.length())
  return writeSfnt(
    new Map([
      ['glyf', glyf.done()],
      ['loca', loca.done()],
      ['hmtx', hmtx.done()],
      ['head', head(like)],
      ['hhea', hhea(like, glyphs)],
      ['maxp', maxp(glyphs.length, mostPoints, mostContours)],
    ]),
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

function contoursOf(path: Path): Place[][] {
  const contours: Place[][] = []
  let contour: Place[] = []
  const place = (x: number, y: number, onCurve: boolean): void => {
    contour.push({ x: Math.round(x), y: Math.round(y), onCurve })
  }
  for (const { command, args } of path.commands) {
    if (command === 'moveTo') {
      contour = []
      contours.push(contour)
      place(args[0]!, args[1]!, true)
    } else if (command === 'lineTo') place(args[0]!, args[1]!, true)
    else if (command === 'quadraticCurveTo') {
      place(args[0]!, args[1]!, false)
      place(args[2]!, args[3]!, true)
    }
  }
  return contours.map(withoutReturn).filter((points) => points.length > 2)
}

/** A contour closes by itself, so a last point equal to the first says nothing. */
function withoutReturn(points: Place[]): Place[] {
  const [first, last] = [points[0], points.at(-1)]
  const returns = points.length > 1 && last!.onCurve && first!.x === last!.x && first!.y === last!.y
  return returns ? points.slice(0, -1) : points
}

function stepsOf(contours: readonly (readonly Place[])[]): Point[] {
  let [x, y] = [0, 0]
  return contours.flat().map((point) => {
    const step = { dx: point.x - x, dy: point.y - y, onCurve: point.onCurve }
    ;[x, y] = [point.x, point.y]
    return step
  })
}

function head(like: Font): Uint8Array {
  const out = writer()
  out.u32(0x00010000)
  out.u32(0x00010000)
  out.u32(0)
  out.u32(0x5f0f3cf5)
  out.u16(0b1001)
  out.u16(like.unitsPerEm)
  out.bytes(new Uint8Array(16)) // created and modified stay zero: same glyphs, same bytes
  const { minX, minY, maxX, maxY } = like.bbox
  for (const edge of [minX, minY, maxX, maxY]) out.i16(Math.round(edge))
  for (const value of [0, 8, 2, 1, 0]) out.i16(value) // style, smallest size, direction, long loca
  return out.done()
}

function hhea(like: Font, glyphs: readonly Outlined[]): Uint8Array {
  const out = writer()
  out.u32(0x00010000)
  out.i16(like.ascent)
  out.i16(like.descent)
  out.i16(like.lineGap)
  out.u16(Math.round(Math.max(...glyphs.map((glyph) => glyph.advanceWidth))))
  for (const value of [0, 0, Math.round(like.bbox.maxX), 1, 0, 0, 0, 0, 0, 0, 0]) out.i16(value)
  out.u16(glyphs.length)
  return out.done()
}

function maxp(count: number, mostPoints: number, mostContours: number): Uint8Array {
  const out = writer()
  out.u32(0x00010000)
  for (const value of [count, mostPoints, mostContours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    out.u16(value)
  return out.done()
}
