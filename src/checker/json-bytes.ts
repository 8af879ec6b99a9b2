// JSON by its bytes (RFC 8259, without the white space that RFC 8785 leaves out): whether there is one
// value, and where it ends. Nothing is built, so that a log is read at several times the speed of
// JSON.parse. What it takes is JSON; it may refuse what is JSON too, which is then read otherwise.

/** Deeper than any entry; what lies deeper is left to others. */
const DEEPEST = 64
const NONE = -1

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, PLUS, POINT, ZERO, NINE] = [
  34, 92, 44, 58, 45, 43, 46, 48, 57,
]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [123, 125, 91, 93]
const [SMALL_E, LARGE_E, SMALL_U] = [101, 69, 117]

const codesOf = (text: string) => [...text].map((sign) => sign.charCodeAt(0))
const WORDS = ['true', 'false', 'null'].map(codesOf)
const ESCAPES = new Set(codesOf('"\\/bfnrt'))
const HEX = new Set(codesOf('0123456789abcdefABCDEF'))

/** Where the object that begins there ends, or -1 when none does. The bytes are UTF-8 already. */
export const endOfObject = (bytes: Uint8Array, at: number): number =>
  bytes[at] === OPEN_OBJECT ? endOfFields(bytes, at + 1, 1) : NONE

function endOfValue(bytes: Uint8Array, at: number, depth: number): number {
  const first = bytes[at]
  if (first === QUOTE) return endOfText(bytes, at + 1)
  if (depth > DEEPEST) return NONE
  if (first === OPEN_OBJECT) return endOfFields(bytes, at + 1, depth + 1)
  if (first === OPEN_LIST) return endOfItems(bytes, at + 1, depth + 1)
  const word = WORDS.find((codes) => codes[0] === first)
  if (!word) return endOfNumber(bytes, at)
  return word.every((code, n) => bytes[at + n] === code) ? at + word.length : NONE
}

function endOfFields(bytes: Uint8Array, from: number, depth: number): number {
  if (bytes[from] === CLOSE_OBJECT) return from + 1
  for (let at = from; ; at++) {
    if (bytes[at] !== QUOTE) return NONE
    at = endOfText(bytes, at + 1)
    if (at === NONE || bytes[at] !== COLON) return NONE
    at = endOfValue(bytes, at + 1, depth)
    if (at === NONE) return NONE
    if (bytes[at] === CLOSE_OBJECT) return at + 1
    if (bytes[at] !== COMMA) return NONE
  }
}

function endOfItems(bytes: Uint8Array, from: number, depth: number): number {
  if (bytes[from] === CLOSE_LIST) return from + 1
  for (let at = from; ; at++) {
    at = endOfValue(bytes, at, depth)
    if (at === NONE) return NONE
    if (bytes[at] === CLOSE_LIST) return at + 1
    if (bytes[at] !== COMMA) return NONE
  }
}

/** @param from after the quotation mark */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at]!
    if (code === QUOTE) return at + 1
    if (code < 32) return NONE
    if (code !== BACKSLASH) continue
    at++
    if (bytes[at] === SMALL_U) {
      for (let n = 1; n <= 4; n++) if (!HEX.has(bytes[at + n]!)) return NONE
      at += 4
    } else if (!ESCAPES.has(bytes[at]!)) return NONE
  }
  return NONE
}

function endOfNumber(bytes: Uint8Array, from: number): number {
  const whole = bytes[from] === MINUS ? from + 1 : from
  // A zero stands alone before the point.
  let at = bytes[whole] === ZERO ? whole + 1 : endOfDigits(bytes, whole)
  if (at !== NONE && bytes[at] === POINT) at = endOfDigits(bytes, at + 1)
  if (at === NONE || (bytes[at] !== SMALL_E && bytes[at] !== LARGE_E)) return at
  const sign = bytes[at + 1]
  return endOfDigits(bytes, sign === PLUS || sign === MINUS ? at + 2 : at + 1)
}

function endOfDigits(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at]! >= ZERO && bytes[at]! <= NINE) at++
  return at === from ? NONE : at
}
