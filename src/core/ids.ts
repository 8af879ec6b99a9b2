// UUIDv7 made in TypeScript, since the oldest server we promise has no uuidv7().
import { invariant } from './result.ts'

export type Uuid = string
export type OrganisationId = Uuid
export type UnitId = Uuid
export type PersonId = Uuid
export type DeviceId = Uuid
export type PlaceId = Uuid

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: unknown): text is Uuid => typeof text === 'string' && UUID.test(text)

/** Guards text that is placed in `SET LOCAL`, which takes no parameters. */
export function checkedUuid(text: string): Uuid {
  invariant(isUuid(text), 'an id is a lower-case UUID')
  return text
}

/** Fills the bytes with chance: `crypto.getRandomValues`, or a seeded source for the demo. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void

const hex = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter that keeps ids
 * made within one millisecond in order, then 62 bits of chance.
 */
export function idMaker(fill: FillRandom): (at: Date) => Uuid {
  let lastMs = -1
  let counter = 0
  const bytes = new Uint8Array(16)
  return (at) => {
    const ms = at.getTime()
    fill(bytes)
    if (ms === lastMs) counter = (counter + 1) & 0xfff
    else {
      lastMs = ms
      counter = ((bytes[6]! << 8) | bytes[7]!) & 0x7ff
    }
    for (let i = 5, rest = ms; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    let out = ''
    for (let i = 0; i < 16; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) out += '-'
      out += hex[bytes[i]!]
    }
    return out
  }
}
