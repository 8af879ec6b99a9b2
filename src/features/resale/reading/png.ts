// PNG: a row of chunks, each with its length and name (W3C PNG, third edition, 5.3).
import { joined, nameAt, u32 } from './bytes.ts'
import type { Stripped } from './photo.ts'

/** What draws the picture; text, time and EXIF do not. */
const drawing = new Set([
  ...[
    'IHDR',
    'PLTE',
    'IDAT',
    'IEND',
    'tRNS',
    'gAMA',
    'cHRM',
    'sRGB',
    'iCCP',
    'sBIT',
    'bKGD',
    'pHYs',
  ],
  'cICP',
])

export function strippedPng(bytes: Uint8Array): Stripped | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let width = 0
  let height = 0
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + u32(bytes, at)
    if (end > bytes.length) return null
    const name = nameAt(bytes, at + 4)
    if (name === 'IHDR') {
      width = u32(bytes, at + 8)
      height = u32(bytes, at + 12)
    }
    if (drawing.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return { width, height, turned: 1, bytes: joined(kept) }
    at = end
  }
  return null
}
