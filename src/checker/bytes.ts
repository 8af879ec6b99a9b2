// Bytes as text and back, each strictly: what has two spellings would give two readers two truths.

// The platform's own, in Node as in a browser; declared here since neither's types are at hand.
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array
}
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** The text, or null when the bytes are not UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexDigits[byte]
  return text
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Int8Array(128).fill(-1)
for (const [value, sign] of [...alphabet].entries()) sextets[sign.charCodeAt(0)] = value

export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += alphabet[word >> 18]! + alphabet[(word >> 12) & 63]!
    text += alphabet[(word >> 6) & 63]! + alphabet[word & 63]!
  }
  const spare = (3 - (bytes.length % 3)) % 3
  return spare === 0 ? text : text.slice(0, -spare) + '='.repeat(spare)
}

/** The bytes, or null for anything but the one spelling that `base64` gives. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  let signs = text.length
  for (let padding = 0; padding < 2 && text[signs - 1] === '='; padding++) signs--
  const bytes = new Uint8Array(Math.floor((signs * 3) / 4))
  let word = 0
  let bits = 0
  let at = 0
  for (let sign = 0; sign < signs; sign++) {
    const sextet = sextets[text.charCodeAt(sign)] ?? -1
    if (sextet < 0) return null
    word = (word << 6) | sextet
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = word >> bits
    word &= (1 << bits) - 1
  }
  // What is left of the last sign belongs to no byte, and is zero in the one spelling.
  return word === 0 ? bytes : null
}
