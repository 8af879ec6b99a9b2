// Unpacks a WOFF2 font to plain TrueType, because fontkit can read WOFF2 but cannot vary its
// weight there. Follows W3C WOFF2 §4–5; only the glyf transform is handled, since the font we
// print with has no other (a font with a transformed hmtx is refused).
import { brotliDecompressSync } from 'node:zlib'
import { invariant } from '../../../core/result.ts'

/** The tags that WOFF2 writes as a number (§4.1); 63 means that the tag is spelled out. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp ' +
  'hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL ' +
  'SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx ' +
  'opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).match(/.{4}(?= |$)/g)!

interface Entry {
  readonly tag: string
  readonly storedLength: number
  readonly transformed: boolean
}

export function unpackWoff2(file: Uint8Array): Uint8Array {
  const read = reader(file)
  invariant(read.u32() === 0x774f4632, 'the font is WOFF2')
  read.skip(8)
  const tableCount = read.u16()
  read.skip(6)
  const packedLength = read.u32()
  read.skip(24)
  const entries: Entry[] = []
  for (let i = 0; i < tableCount; i++) entries.push(readEntry(read))
  const unpacked = new Uint8Array(
    brotliDecompressSync(file.subarray(read.at(), read.at() + packedLength)),
  )
  const tables = new Map<string, Uint8Array>()
  let offset = 0
  for (const entry of entries) {
    const stored = unpacked.subarray(offset, offset + entry.storedLength)
    offset += entry.storedLength
    if (entry.tag === 'glyf' && entry.transformed) {
      const { glyf, loca } = restoreGlyphs(stored)
      tables.set('glyf', glyf)
      tables.set('loca', loca)
    } else if (!entry.transformed) tables.set(entry.tag, stored)
    else invariant(entry.tag === 'loca', 'only glyphs are stored transformed')
  }
  const head = Uint8Array.from(tables.get('head')!)
  head[51] = 1 // long offsets, as restoreGlyphs writes them
  tables.set('head', head)
  return writeSfnt(tables)
}

function readEntry(read: Reader): Entry {
  const flags = read.u8()
  const tag = (flags & 63) === 63 ? read.text(4) : knownTags[flags & 63]!
  const version = flags >> 6
  const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
  const length = read.base128()
  return { tag, storedLength: transformed ? read.base128() : length, transformed }
}

/** Glyphs are stored as seven streams (§5.1); each is woven back to a TrueType description. */
function restoreGlyphs(stored: Uint8Array): { glyf: Uint8Array; loca: Uint8Array } {
  const head = reader(stored)
  head.skip(4)
  const glyphCount = head.u16()
  head.skip(2)
  const lengths = Array.from({ length: 7 }, () => head.u32())
  let start = head.at()
  const [contours, points, flags, triplets, composites, boxes, instructions] = lengths.map((n) => {
    const stream = stored.subarray(start, start + n)
    start += n
    return reader(stream)
  }) as [Reader, Reader, Reader, Reader, Reader, Reader, Reader]
  const boxBits = boxes.bytes(((glyphCount + 31) >> 5) << 2)
  const out = writer()
  const loca = writer()
  for (let id = 0; id < glyphCount; id++) {
    loca.u32(out.length())
    const hasBox = (boxBits[id >> 3]! & (0x80 >> (id & 7))) !== 0
    const count = contours.i16()
    if (count === 0) continue
    out.i16(count)
    if (count < 0) {
      out.bytes(boxes.bytes(8))
      const { bytes, hasInstructions } = readComposite(composites)
      out.bytes(bytes)
      if (hasInstructions) {
        const n = triplets.short255()
        out.u16(n)
        out.bytes(instructions.bytes(n))
      }
    } else {
      const ends: number[] = []
      let total = 0
      for (let i = 0; i < count; i++) ends.push((total += points.short255()) - 1)
      const shape = Array.from({ length: total }, () => readTriplet(flags, triplets))
      writeSimple(out, ends, shape, hasBox ? boxes.bytes(8) : null, () =>
        instructions.bytes(triplets.short255()),
      )
    }
    while (out.length() % 4) out.u8(0)
  }
  loca.u32(out.length())
  return { glyf: out.done(), loca: loca.done() }
}

export interface Point {
  readonly dx: number
  readonly dy: number
  readonly onCurve: boolean
}

/** One point: the flag says how many bytes its step takes, and in which quarter it lies (§5.2). */
function readTriplet(flags: Reader, triplets: Reader): Point {
  const flag = flags.u8()
  const onCurve = flag < 128
  const kind = flag & 127
  const signed = (bit: number, value: number): number => (kind & bit ? value : -value)
  const b = (): number => triplets.u8()
  if (kind < 10) return { onCurve, dx: 0, dy: signed(1, ((kind & 14) << 7) + b()) }
  if (kind < 20) return { onCurve, dx: signed(1, (((kind - 10) & 14) << 7) + b()), dy: 0 }
  if (kind < 84) {
    const at = kind - 20
    const byte = b()
    const x = 1 + (at & 0x30) + (byte >> 4)
    const y = 1 + ((at & 0x0c) << 2) + (byte & 15)
    return { onCurve, dx: signed(1, x), dy: signed(2, y) }
  }
  if (kind < 120) {
    const at = kind - 84
    const x = 1 + (Math.floor(at / 12) << 8) + b()
    const y = 1 + (((at % 12) >> 2) << 8) + b()
    return { onCurve, dx: signed(1, x), dy: signed(2, y) }
  }
  if (kind < 124) {
    const [one, two, three] = [b(), b(), b()]
    return {
      onCurve,
      dx: signed(1, (one << 4) + (two >> 4)),
      dy: signed(2, ((two & 15) << 8) + three),
    }
  }
  const [x1, x2, y1, y2] = [b(), b(), b(), b()]
  return { onCurve, dx: signed(1, (x1 << 8) + x2), dy: signed(2, (y1 << 8) + y2) }
}

function writeSimple(
  out: Writer,
  ends: readonly number[],
  shape: readonly Point[],
  box: Uint8Array | null,
  readInstructions: () => Uint8Array,
): void {
  if (box) out.bytes(box)
  else for (const edge of boxOf(shape)) out.i16(edge)
  for (const end of ends) out.u16(end)
  const instructions = readInstructions()
  out.u16(instructions.length)
  out.bytes(instructions)
  writePoints(out, shape)
}

/** Uncompressed TrueType points: flags, then x, then y, each step in two bytes. */
export function writePoints(out: Writer, shape: readonly Point[]): void {
  for (const point of shape) out.u8(point.onCurve ? 1 : 0)
  for (const point of shape) out.i16(point.dx)
  for (const point of shape) out.i16(point.dy)
}

export function boxOf(shape: readonly Point[]): [number, number, number, number] {
  let [x, y] = [0, 0]
  const xs: number[] = []
  const ys: number[] = []
  for (const point of shape) {
    xs.push((x += point.dx))
    ys.push((y += point.dy))
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function readComposite(composites: Reader): { bytes: Uint8Array; hasInstructions: boolean } {
  const start = composites.at()
  let hasInstructions = false
  for (let more = true; more;) {
    const flags = composites.u16()
    const scaleBytes = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    composites.skip(2 + (flags & 1 ? 4 : 2) + scaleBytes)
    hasInstructions ||= (flags & 0x100) !== 0
    more = (flags & 0x20) !== 0
  }
  return { bytes: composites.slice(start), hasInstructions }
}

/** A TrueType file from its tables; the checksums stay zero, as only our own reader sees it. */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const out = writer()
  out.u32(0x00010000)
  out.u16(tables.size)
  out.bytes(new Uint8Array(6))
  let offset = 12 + 16 * tables.size
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [tag, bytes] of sorted) {
    out.text(tag)
    out.u32(0)
    out.u32(offset)
    out.u32(bytes.length)
    offset += (bytes.length + 3) & ~3
  }
  for (const [, bytes] of sorted) {
    out.bytes(bytes)
    while (out.length() % 4) out.u8(0)
  }
  return out.done()
}

type Reader = ReturnType<typeof reader>
export type Writer = ReturnType<typeof writer>

function reader(bytes: Uint8Array) {
  let at = 0
  const u8 = (): number => bytes[at++]!
  const u16 = (): number => (u8() << 8) | u8()
  const u32 = (): number => u16() * 65536 + u16()
  const take = (n: number): Uint8Array => bytes.subarray(at, (at += n))
  return {
    u8,
    u16,
    u32,
    i16: (): number => (u16() << 16) >> 16,
    at: (): number => at,
    skip: (n: number): void => void (at += n),
    bytes: take,
    slice: (from: number): Uint8Array => bytes.subarray(from, at),
    text: (n: number): string => String.fromCharCode(...take(n)),
    base128: (): number => {
      for (let value = 0; ;) {
        const byte = u8()
        value = value * 128 + (byte & 127)
        if (byte < 128) return value
      }
    },
    /** 255UInt16 (§3.1): one byte below 253, otherwise a marker and what follows it. */
    short255: (): number => {
      const code = u8()
      if (code === 253) return u16()
      if (code === 255) return u8() + 253
      if (code === 254) return u8() + 506
      return code
    },
  }
}

export function writer() {
  let buffer = new Uint8Array(1024)
  let length = 0
  const room = (n: number): void => {
    if (length + n <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + n))
    larger.set(buffer)
    buffer = larger
  }
  const u8 = (value: number): void => {
    room(1)
    buffer[length++] = value
  }
  const u16 = (value: number): void => {
    u8((value >> 8) & 255)
    u8(value & 255)
  }
  const bytes = (more: Uint8Array): void => {
    room(more.length)
    buffer.set(more, length)
    length += more.length
  }
  return {
    u8,
    u16,
    i16: u16,
    bytes,
    u32: (value: number): void => {
      u16(Math.floor(value / 65536))
      u16(value % 65536)
    },
    text: (value: string): void => bytes(new TextEncoder().encode(value)),
    length: (): number => length,
    done: (): Uint8Array => buffer.slice(0, length),
  }
}
