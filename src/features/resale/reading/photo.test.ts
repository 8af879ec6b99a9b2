import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LARGEST_BYTES, readPhoto } from './photo.ts'

const text = (words: string) => new TextEncoder().encode(words)
const bytes = (...pieces: (readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]))
const be16 = (value: number) => [value >> 8, value & 0xff]
const be32 = (value: number) => [0, 0, ...be16(value)]
const le32 = (value: number) => [value & 0xff, (value >> 8) & 0xff, 0, 0]
const contains = (whole: Uint8Array, words: string) => Buffer.from(whole).includes(words)

const segment = (marker: number, content: Uint8Array) =>
  bytes([0xff, marker], be16(content.length + 2), content)
const frame = segment(0xc0, bytes([8], be16(300), be16(400), [1, 1, 0x11, 0]))
/** Big-endian TIFF with one entry: the orientation. */
const exif = (orientation: number) =>
  segment(
    0xe1,
    bytes(
      text('Exif\0\0MM'),
      [0, 42],
      be32(8),
      be16(1),
      be16(0x0112),
      be16(3),
      be32(1),
      be16(orientation),
      [0, 0],
      text('GPS 57.7 N 11.9 E'),
    ),
  )
const jpeg = (orientation = 1) =>
  bytes(
    [0xff, 0xd8],
    segment(0xe0, text('JFIF\0')),
    exif(orientation),
    segment(0xed, text('Photoshop 3.0 Fotograf Vera')),
    segment(0xfe, text('tagen hemma')),
    frame,
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd9],
    text('a film from the phone'),
  )

const chunk = (name: string, content: Uint8Array) =>
  bytes(be32(content.length), text(name), content, [0, 0, 0, 0])
const png = bytes(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  chunk('IHDR', bytes(be32(4), be32(3), [8, 0, 0, 0, 0])),
  chunk('eXIf', text('MM GPS 57.7')),
  chunk('tEXt', text('Author\0Vera')),
  chunk('IDAT', deflateSync(Buffer.alloc(15))),
  chunk('IEND', bytes([])),
)

const riff = (name: string, content: Uint8Array) =>
  bytes(text(name), le32(content.length), content, content.length % 2 ? [0] : [])
const webpOf = (...chunks: Uint8Array[]) => {
  const body = bytes(text('WEBP'), ...chunks)
  return bytes(text('RIFF'), le32(body.length), body)
}
const webp = webpOf(
  riff('VP8X', bytes([0x0c, 0, 0, 0], [0x8f, 1, 0], [0x2b, 1, 0])),
  riff('VP8L', bytes([0x2f], [0, 0, 0, 0])),
  riff('EXIF', text('MM GPS 57.7')),
  riff('XMP ', text('<x:Vera/>')),
)

const read = (file: Uint8Array) => {
  const photo = readPhoto(file)
  if (!photo.ok) throw new Error(photo.code)
  return photo.value
}
const codeOf = (file: Uint8Array) => {
  const photo = readPhoto(file)
  return photo.ok ? null : photo.code
}

describe('a picture that is sent in', () => {
  it('is known by its bytes and measured', () => {
    expect(read(jpeg())).toMatchObject({ type: 'image/jpeg', width: 400, height: 300 })
    expect(read(png)).toMatchObject({ type: 'image/png', width: 4, height: 3 })
    expect(read(webp)).toMatchObject({ type: 'image/webp', width: 400, height: 300 })
  })

  it('keeps nothing that says where, when and by whom it was taken', () => {
    for (const file of [jpeg(), png, webp]) {
      const { bytes: kept } = read(file)
      for (const words of ['GPS', 'Vera', 'tagen hemma', 'a film'])
        expect(contains(kept, words), words).toBe(false)
      // What is left reads as the same picture, and has nothing more to lose.
      expect(read(kept).bytes).toEqual(kept)
    }
    expect(read(webp).bytes[20]! & 0x0c).toBe(0)
    expect(contains(read(jpeg()).bytes, 'JFIF')).toBe(true)
  })

  it('is refused when it is another thing, broken, too large or lies on its side', () => {
    expect(codeOf(text('GIF89a'))).toBe('photo-unknown')
    expect(codeOf(text('<svg onload="x()"/>'))).toBe('photo-unknown')
    expect(codeOf(bytes([]))).toBe('photo-unknown')
    expect(codeOf(bytes(text('RIFF'), le32(4), text('AVI ')))).toBe('photo-broken')
    for (const file of [jpeg(), png, webp])
      expect(codeOf(file.subarray(0, 30)), String(file[0])).toBe('photo-broken')
    expect(codeOf(new Uint8Array(LARGEST_BYTES + 1).fill(0xff))).toBe('photo-too-large')
    const wide = png.slice()
    wide.set(be16(7000), 18)
    expect(codeOf(wide)).toBe('photo-too-large')
    expect(codeOf(jpeg(6))).toBe('photo-turned')
  })

  it('is never read past its end, whatever it says of itself', () => {
    for (const file of [jpeg(), png, webp])
      for (let end = 0; end < file.length; end += 3)
        expect(() => readPhoto(file.subarray(0, end))).not.toThrow()
  })
})
