// One entry by its places: RFC 8785 puts the names in order, so that all but the kind and the content
// are as far from either end in every entry. Reading it whole as JSON takes twice as long.
import { isObject, parseJson, readEntry, type Entry } from './entry.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HASH = /^[0-9a-f]{64}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const KIND = /^[A-Za-z]+\.[A-Za-z]+$/
const NUMBER = /^[1-9]\d{0,14}$/

const CONTENT = '","content":'
const ID = ',"id":"'
const KIND_NAME = '","kind":"'
const ORGANISATION = '","organisation":"'
const PREVIOUS = '","previous":"'
const SEQ = '","seq":'
const SUBJECT = ',"subject":"'
const END = '","v":1}'

/** `{"actor":"`, a UUID, `","at":"`, an instant. */
const [ACTOR_AT, AT_NAME, AT, AT_END] = [10, 46, 54, 78] as const

/** What `readEntry` says of the same text, by which all that stands otherwise is read. */
export function readCanonicalEntry(text: string): Entry | null {
  return byPlaces(text) ?? readEntry(parseJson(text))
}

/** Null for any text that is not exactly so. */
function byPlaces(text: string): Entry | null {
  // From the end: each name is looked for where it must stand, never searched.
  let end = text.length - END.length
  if (!text.endsWith(END)) return null
  const subject = text.slice(end - 36, end)
  end -= 36 + SUBJECT.length
  if (!text.startsWith(SUBJECT, end)) return null
  let digits = end
  while (digits > 0 && text.charCodeAt(digits - 1) !== COLON && end - digits < 16) digits--
  const seq = text.slice(digits, end)
  end = digits - SEQ.length
  if (!text.startsWith(SEQ, end)) return null
  const previous = text.slice(end - 64, end)
  end -= 64 + PREVIOUS.length
  if (!text.startsWith(PREVIOUS, end)) return null
  const organisation = text.slice(end - 36, end)
  end -= 36 + ORGANISATION.length
  if (!text.startsWith(ORGANISATION, end)) return null
  const kindAt = text.lastIndexOf('"', end - 1) + 1
  const kind = text.slice(kindAt, end)
  end = kindAt - KIND_NAME.length
  if (!text.startsWith(KIND_NAME, end)) return null
  const id = text.slice(end - 36, end)
  end -= 36 + ID.length
  if (!text.startsWith(ID, end)) return null
  const at = text.slice(AT, AT_END)
  if (!text.startsWith('{"actor":"') || !text.startsWith('","at":"', AT_NAME)) return null
  if (!text.startsWith(CONTENT, AT_END)) return null
  const good =
    UUID.test(text.slice(ACTOR_AT, AT_NAME)) &&
    UUID.test(subject) &&
    UUID.test(organisation) &&
    UUID.test(id) &&
    HASH.test(previous) &&
    INSTANT.test(at) &&
    KIND.test(kind) &&
    NUMBER.test(seq)
  // What lies between is one JSON object, so that the whole is JSON with these names and no others.
  const content = good ? parseJson(text.slice(AT_END + CONTENT.length, end)) : null
  if (!isObject(content)) return null
  return { id, seq: Number(seq), subject, previous, organisation, kind, at, content }
}

const COLON = 58
