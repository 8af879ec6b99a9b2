// Base 64 of RFC 4648, section 4, for where neither Node nor a browser may be counted on.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Of each twelve bits, two signs. */
const PAIRS = Array.from({ length: 4096 }, (_, bits) => ALPHABET[bits >> 6]! + ALPHABET[bits & 63]!)
/** Of each sign's code, its six bits; of all others, what no six bits are. */
const WRONG = 64
const SEXTETS = new Uint8Array(256).fill(WRONG)
for (const [value, sign] of [...ALPHABET].entries()) SEXTETS[sign.charCodeAt(0)] = value

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  const whole = bytes.length - (bytes.length % 3)
  for (let at = 0; at < whole; at += 3) {
    const bits = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!
    text += PAIRS[bits >> 12]! + PAIRS[bits & 4095]!
  }
  const left = bytes.length - whole
  if (left === 1) return `${text}${PAIRS[bytes[whole]! << 4]!}==`
  if (left === 0) return text
  const bits = (bytes[whole]! << 16) | (bytes[whole + 1]! << 8)
  return `${text}${PAIRS[bits >> 12]!}${ALPHABET[(bits >> 6) & 63]!}=`
}

const sextetAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code < 256 ? SEXTETS[code]! : WRONG
}

/** The bytes, or null when the text is not exactly what `toBase64` writes for them. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const signs = text.length - padding
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    const [a, b] = [sextetAt(text, at), sextetAt(text, at + 1)]
    const c = at + 2 < signs ? sextetAt(text, at + 2) : 0
    const d = at + 3 < signs ? sextetAt(text, at + 3) : 0
    if (a === WRONG || b === WRONG || c === WRONG || d === WRONG) return null
    const bits = (a << 18) | (b << 12) | (c << 6) | d
    bytes[out] = bits >> 16
    if (out + 1 < bytes.length) bytes[out + 1] = bits >> 8
    if (out + 2 < bytes.length) bytes[out + 2] = bits
    // What lies behind the last byte is nothing, or the text has another spelling.
    if (at + 4 >= signs && bits & ((1 << (8 * padding)) - 1)) return null
  }
  return bytes
}
