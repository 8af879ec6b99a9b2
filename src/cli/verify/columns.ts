// What the journal's own columns say of an entry, held against what its bytes say. The columns lie as
// they came, in bytes, and nothing is made of them.
import type { EntryHead } from '../../checker/canonical-entry.ts'
import type { Fields } from './copy-records.ts'

/** Whether the columns say the same as the entry, its hash in hexadecimal included. */
export type Agrees = (entry: EntryHead, hash: string) => boolean

/** Takes hash, id, kind and instant; the subject stands elsewhere, with its place. */
export type ColumnsReader = (
  fields: Fields,
  subjects: Buffer,
  subjectAt: number,
  seq: number,
) => Agrees

export function columnsReader(organisation: string): ColumnsReader {
  const instant = instants()
  return (fields, subjects, subjectAt, seq) => {
    const { buffer } = fields
    const hashAt = fields.pass()
    const idAt = fields.pass()
    const kindAt = fields.pass()
    const kindEnds = fields.at
    const at = fields.integer()!
    return (entry, hash) =>
      entry.seq === seq &&
      entry.organisation === organisation &&
      entry.at === instant(at) &&
      isText(entry.kind, buffer, kindAt, kindEnds) &&
      isHex(hash, buffer, hashAt, idAt - 4) &&
      isUuid(entry.subject, subjects, subjectAt) &&
      isUuid(entry.id, buffer, idAt)
  }
}
/** By the code of each digit, what it counts for. */
const digits = new Int8Array(128).fill(-1)
for (const [value, digit] of [...'0123456789abcdef'].entries()) digits[digit.charCodeAt(0)] = value

const byteAt = (text: string, at: number): number =>
  digits[text.charCodeAt(at)]! * 16 + digits[text.charCodeAt(at + 1)]!

function isText(text: string, bytes: Buffer, from: number, to: number): boolean {
  let n = 0
  while (from + n < to && text.charCodeAt(n) === bytes[from + n]) n++
  // Past ASCII a sign is more than a byte.
  return from + n === to ? n === text.length : bytes.toString('utf8', from, to) === text
}

function isHex(text: string, bytes: Buffer, from: number, to: number): boolean {
  if (text.length !== 2 * (to - from)) return false
  for (let n = 0; n < to - from; n++) if (byteAt(text, 2 * n) !== bytes[from + n]) return false
  return true
}

/** Where the digits of each byte stand in a UUID. */
const UUID_PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
/** The text is the right length already, its dashes where they stand. */
function isUuid(text: string, bytes: Buffer, from: number): boolean {
  for (let n = 0; n < 16; n++) if (byteAt(text, UUID_PLACES[n]!) !== bytes[from + n]) return false
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
