// JPEG: a row of segments, each with its marker, then the drawing itself (ISO/IEC 10918-1, Annex B).
import { joined, nameAt, u16, u16le, u32, u32le } from './bytes.ts'
import type { Stripped } from './photo.ts'

const START_OF_SCAN = 0xda
const APP1 = 0xe1
/** JFIF, the colour profile and Adobe's colour transform say how to draw; all else is about it. */
const drawing = new Set([0xe0, 0xe2, 0xee])
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef
const COMMENT = 0xfe
/** Start of frame, but for the three markers that share the range. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

export function strippedJpeg(bytes: Uint8Array): Stripped | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let width = 0
  let height = 0
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) {
      at++
      continue
    }
    const end = at + 2 + u16(bytes, at + 2)
    if (end > bytes.length) return null
    if (isFrame(marker)) {
      height = u16(bytes, at + 5)
      width = u16(bytes, at + 7)
    }
    if (marker === APP1) turned = turnedBy(bytes.subarray(at + 4, end)) ?? turned
    if (marker === START_OF_SCAN) {
      const drawn = bytes.subarray(at, endOfImage(bytes, at))
      return { width, height, turned, bytes: joined([...kept, drawn]) }
    }
    if (!(marker === COMMENT || (isApplication(marker) && !drawing.has(marker))))
      kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

/** What comes after the end of the image is not the image: phones put films and depth maps there. */
function endOfImage(bytes: Uint8Array, scan: number): number {
  for (let at = scan; at + 1 < bytes.length; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
  return bytes.length
}

const ORIENTATION = 0x0112

/** The orientation in an EXIF segment, else null. */
function turnedBy(segment: Uint8Array): number | null {
  if (segment.length < 14 || nameAt(segment, 0) !== 'Exif') return null
  const tiff = segment.subarray(6)
  const little = tiff[0] === 0x49
  const short = little ? u16le : u16
  const long = little ? u32le : u32
  const directory = long(tiff, 4)
  if (directory + 2 > tiff.length) return null
  const entries = short(tiff, directory)
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12
    if (at + 12 > tiff.length) return null
    if (short(tiff, at) === ORIENTATION) return short(tiff, at + 8)
  }
  return null
}
