// What the journal's own columns say of an entry, held against what its bytes say.
import type { EntryHead } from '../../checker/canonical-entry.ts'
import type { Fields } from './copy-records.ts'

/** Reads hash, id, kind and instant; @returns whether an entry with that hash says the same */
export type ColumnsReader = (
  fields: Fields,
  subject: Buffer,
  seq: number,
) => (entry: EntryHead, hash: string) => boolean

export function columnsReader(organisation: string): ColumnsReader {
  const instant = instants()
  return (fields, subject, seq) => {
    const hash = fields.bytes()!
    const id = fields.bytes()!
    const kind = fields.text()
    const at = fields.integer()!
    return (entry, due) =>
      entry.seq === seq &&
      entry.organisation === organisation &&
      entry.kind === kind &&
      entry.at === instant(at) &&
      isHex(due, hash) &&
      isUuid(entry.subject, subject) &&
      isUuid(entry.id, id)
  }
}

/** By the code of each digit, what it counts for. */
const digits = new Int8Array(128).fill(-1)
for (const [value, digit] of [...'0123456789abcdef'].entries()) digits[digit.charCodeAt(0)] = value

function isHex(text: string, bytes: Buffer): boolean {
  if (text.length !== 2 * bytes.length) return false
  for (let n = 0; n < bytes.length; n++) if (byteAt(text, 2 * n) !== bytes[n]) return false
  return true
}

const byteAt = (text: string, at: number): number =>
  digits[text.charCodeAt(at)]! * 16 + digits[text.charCodeAt(at + 1)]!

/** Where the digits of each byte stand in a UUID. */
const UUID_PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
/** The text has the dashes and the length of one already. */
function isUuid(text: string, bytes: Buffer): boolean {
  for (let n = 0; n < 16; n++) if (byteAt(text, UUID_PLACES[n]!) !== bytes[n]) return false
  return true
}

/** Between the epochs of PostgreSQL (2000) and of ECMAScript (1970). */
const EPOCH_MS = Date.UTC(2000, 0)

/** As entries write instants. Those of one transaction are the same, and made once. */
function instants(): (microseconds: number) => string {
  let of = NaN
  let text = ''
  return (microseconds) => {
    if (microseconds === of) return text
    of = microseconds
    const ms = Math.floor(microseconds / 1000)
    // What is finer than an entry can say differs from it.
    const finer = microseconds % 1000 === 0 ? '' : `+${microseconds % 1000}`
    text = new Date(EPOCH_MS + ms).toISOString() + finer
    return text
  }
}
