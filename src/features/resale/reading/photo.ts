// A picture as it comes in: told by its first bytes, measured, and with everything taken out that
// does not draw it. A photograph from a phone says where and when it was taken, and by whose phone.
import { done, refuse, type Result } from '../../../core/result.ts'
import { strippedJpeg } from './jpeg.ts'
import { strippedPng } from './png.ts'
import { strippedWebp } from './webp.ts'

export interface Photo {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

export type PhotoRefusal = 'photo-unknown' | 'photo-broken' | 'photo-too-large' | 'photo-turned'

export const LARGEST_BYTES = 2 * 1024 * 1024
/** On a side; more than any screen shows, and few enough that no browser chokes. */
const LARGEST_SIDE = 6000

export interface Stripped {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  /** How the camera was held, by the picture's own words (EXIF 1–8); 1 is upright. */
  readonly turned: number
}

const readers = [
  { type: 'image/jpeg', first: [0xff, 0xd8, 0xff], strip: strippedJpeg },
  {
    type: 'image/png',
    first: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    strip: strippedPng,
  },
  { type: 'image/webp', first: [0x52, 0x49, 0x46, 0x46], strip: strippedWebp },
] as const

export function readPhoto(bytes: Uint8Array): Result<Photo, PhotoRefusal> {
  if (bytes.length > LARGEST_BYTES) return refuse('photo-too-large', { limitBytes: LARGEST_BYTES })
  const reader = readers.find(({ first }) => first.every((byte, at) => bytes[at] === byte))
  if (!reader) return refuse('photo-unknown')
  const stripped = reader.strip(bytes)
  if (!stripped || stripped.width === 0 || stripped.height === 0) return refuse('photo-broken')
  const { width, height, turned } = stripped
  if (width > LARGEST_SIDE || height > LARGEST_SIDE)
    return refuse('photo-too-large', { limitSide: LARGEST_SIDE })
  // Without its words it would lie on its side, and turning it means to draw it anew.
  if (turned !== 1) return refuse('photo-turned')
  return done({ type: reader.type, width, height, bytes: stripped.bytes })
}
