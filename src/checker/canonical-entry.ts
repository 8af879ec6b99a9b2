// One entry by its places: RFC 8785 puts the names in order, so that all but the kind and the content
// are as far from either end in every entry. It is read as bytes: to make a text of it, and of that
// objects which nobody asks for, takes several times as long.
import { textOf, utf8 } from './bytes.ts'
import type { Engine } from './engine.ts'
import { parseJson, readEntry, type Entry } from './entry.ts'
import { endOfObject } from './json-bytes.ts'

/** All that a log is checked by; what the entry tells of is bound by its hash. */
export type EntryHead = Omit<Entry, 'content'>

const ACTOR = utf8('{"actor":"')
const AT = utf8('","at":"')
const CONTENT = utf8('","content":')
const ID = utf8(',"id":"')
const KIND = utf8('","kind":"')
const ORGANISATION = utf8('","organisation":"')
const PREVIOUS = utf8('","previous":"')
const SEQ = utf8(',"seq":')
const SUBJECT = utf8(',"subject":"')
const END = utf8('","v":1}')

const [UUID, HASH, INSTANT] = [36, 64, 24]
/** Where the instant begins, and where it ends. */
const AT_BEGINS = ACTOR.length + UUID + AT.length
const AT_ENDS = AT_BEGINS + INSTANT

/** What `readEntry` says of the same bytes, by which all that stands otherwise is read. */
export function readCanonicalEntry(engine: Engine, bytes: Uint8Array): EntryHead | null {
  const placed = byPlaces(engine, bytes)
  if (placed) return placed
  const entry = readEntry(parseJson(textOf(bytes) ?? ''))
  if (!entry) return null
  const { content: _, ...head } = entry
  return head
}

/** Null for any bytes that are not exactly so. */
function byPlaces(engine: Engine, bytes: Uint8Array): EntryHead | null {
  const subjectAt = bytes.length - END.length - UUID
  if (!stands(bytes, END, subjectAt + UUID) || !isUuid(bytes, subjectAt)) return null
  const seqEnds = subjectAt - SUBJECT.length
  if (!stands(bytes, SUBJECT, seqEnds)) return null
  const seqAt = digitsBefore(bytes, seqEnds)
  const seq = numberOf(bytes, seqAt, seqEnds)
  // The quotation mark that ends the hash stands before the name.
  const previousAt = seqAt - SEQ.length - 1 - HASH
  if (seq === null || !stands(bytes, SEQ, seqAt - SEQ.length)) return null
  if (bytes[previousAt + HASH] !== QUOTE || !isHex(bytes, previousAt, previousAt + HASH))
    return null
  const organisationAt = previousAt - PREVIOUS.length - UUID
  if (!stands(bytes, PREVIOUS, previousAt - PREVIOUS.length) || !isUuid(bytes, organisationAt))
    return null
  const kindEnds = organisationAt - ORGANISATION.length
  if (!stands(bytes, ORGANISATION, kindEnds)) return null
  const kindAt = kindBefore(bytes, kindEnds)
  const idAt = kindAt - KIND.length - UUID
  if (kindAt === 0 || !stands(bytes, KIND, kindAt - KIND.length) || !isUuid(bytes, idAt))
    return null
  const contentEnds = idAt - ID.length
  if (!stands(bytes, ID, contentEnds) || !beginsWell(bytes)) return null
  // What lies between is one JSON object, so that the whole is JSON with these names and no others.
  const content = endOfObject(bytes, AT_ENDS + CONTENT.length)
  if (content !== contentEnds || !engine.isUtf8(bytes)) return null
  return {
    id: engine.ascii(bytes, idAt, idAt + UUID),
    seq,
    subject: engine.ascii(bytes, subjectAt, subjectAt + UUID),
    previous: engine.ascii(bytes, previousAt, previousAt + HASH),
    organisation: organisations.text(engine, bytes, organisationAt, organisationAt + UUID),
    kind: kinds.text(engine, bytes, kindAt, kindEnds),
    at: instants.text(engine, bytes, AT_BEGINS, AT_ENDS),
  }
}

/** What is mostly the same from one entry to the next: made anew only when it is another. */
class Recent {
  #last = ''

  text(engine: Engine, bytes: Uint8Array, from: number, to: number): string {
    const last = this.#last
    let same = last.length === to - from
    for (let n = 0; same && n < last.length; n++) same = last.charCodeAt(n) === bytes[from + n]
    return same ? last : (this.#last = engine.ascii(bytes, from, to))
  }
}
const [organisations, kinds, instants] = [new Recent(), new Recent(), new Recent()]

const beginsWell = (bytes: Uint8Array): boolean =>
  stands(bytes, ACTOR, 0) &&
  isUuid(bytes, ACTOR.length) &&
  stands(bytes, AT, AT_BEGINS - AT.length) &&
  isInstant(bytes, AT_BEGINS) &&
  stands(bytes, CONTENT, AT_ENDS)

function stands(bytes: Uint8Array, name: Uint8Array, at: number): boolean {
  if (at < 0) return false
  for (let n = 0; n < name.length; n++) if (bytes[at + n] !== name[n]) return false
  return true
}

const [QUOTE, DASH, POINT, ZERO, NINE] = [34, 45, 46, 48, 57]
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** Of each byte, whether it is a digit of a hash or of a UUID. */
const HEX = Uint8Array.from({ length: 256 }, (_, code) =>
  isDigit(code) || (code >= 97 && code <= 102) ? 1 : 0,
)

function isHex(bytes: Uint8Array, from: number, to: number): boolean {
  if (from < 0 || to > bytes.length) return false
  for (let at = from; at < to; at++) if (HEX[bytes[at]!] === 0) return false
  return true
}

const isUuid = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 8] === DASH &&
  bytes[at + 13] === DASH &&
  bytes[at + 18] === DASH &&
  bytes[at + 23] === DASH &&
  isHex(bytes, at, at + 8) &&
  isHex(bytes, at + 9, at + 13) &&
  isHex(bytes, at + 14, at + 18) &&
  isHex(bytes, at + 19, at + 23) &&
  isHex(bytes, at + 24, at + 36)

/** A digit wherever the pattern has one, and else what the pattern has. */
const INSTANT_PATTERN = utf8('0000-00-00T00:00:00.000Z')
function isInstant(bytes: Uint8Array, at: number): boolean {
  for (let n = 0; n < INSTANT; n++) {
    const [due, code] = [INSTANT_PATTERN[n]!, bytes[at + n]!]
    if (due === ZERO ? !isDigit(code) : code !== due) return false
  }
  return true
}

function digitsBefore(bytes: Uint8Array, end: number): number {
  let at = end
  while (at > 0 && isDigit(bytes[at - 1]!)) at--
  return at
}

/** From 1, without a zero before it, and so small that it is exact. */
function numberOf(bytes: Uint8Array, from: number, to: number): number | null {
  if (to === from || to - from > 15 || bytes[from] === ZERO) return null
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + bytes[at]! - ZERO
  return value
}

/** Two words of letters with a point between. @returns where it begins, or 0 */
function kindBefore(bytes: Uint8Array, end: number): number {
  const second = lettersBefore(bytes, end)
  if (second === end || bytes[second - 1] !== POINT) return 0
  const first = lettersBefore(bytes, second - 1)
  return first === second - 1 ? 0 : first
}

function lettersBefore(bytes: Uint8Array, end: number): number {
  let at = end
  while (at > 0 && isLetter(bytes[at - 1]!)) at--
  return at
}
