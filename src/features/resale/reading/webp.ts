// WebP: a RIFF container with little-endian chunks (RFC 9649).
import { joined, nameAt, u16le, u24le, u32le } from './bytes.ts'
import type { Stripped } from './photo.ts'

const about = new Set(['EXIF', 'XMP '])
/** Flags of the extended header that say that such chunks follow. */
const ABOUT_FLAGS = 0x08 | 0x04

export function strippedWebp(bytes: Uint8Array): Stripped | null {
  if (bytes.length < 20 || nameAt(bytes, 8) !== 'WEBP') return null
  const whole = 8 + u32le(bytes, 4)
  if (whole > bytes.length) return null
  const kept: Uint8Array[] = []
  let size = { width: 0, height: 0 }
  let at = 12
  while (at + 8 <= whole) {
    const length = u32le(bytes, at + 4)
    // Chunks stand at even places.
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > whole) return null
    const name = nameAt(bytes, at)
    const chunk = bytes.slice(at, Math.min(end, whole))
    if (size.width === 0) size = sizeOf(name, chunk.subarray(8))
    if (name === 'VP8X') chunk[8] = chunk[8]! & ~ABOUT_FLAGS
    if (!about.has(name)) kept.push(chunk)
    at = end
  }
  const body = joined(kept)
  const head = bytes.slice(0, 12)
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return { ...size, turned: 1, bytes: joined([head, body]) }
}

function sizeOf(name: string, content: Uint8Array): { width: number; height: number } {
  if (name === 'VP8X' && content.length >= 10)
    return { width: u24le(content, 4) + 1, height: u24le(content, 7) + 1 }
  if (name === 'VP8 ' && content.length >= 10)
    return { width: u16le(content, 6) & 0x3fff, height: u16le(content, 8) & 0x3fff }
  if (name === 'VP8L' && content.length >= 5) {
    const bits = u32le(content, 1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return { width: 0, height: 0 }
}
