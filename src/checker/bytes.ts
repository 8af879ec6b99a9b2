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
const sextets = new Map([...alphabet].map((sign, value) => [sign, value]))

export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const word = (a! << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) text += alphabet[(word >> shift) & 63]
  }
  const spare = (3 - (bytes.length % 3)) % 3
  return spare === 0 ? text : text.slice(0, -spare) + '='.repeat(spare)
}

/** The bytes, or null for anything but the one spelling that `base64` gives. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const signs = text.replace(/={0,2}$/, '')
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4))
  let word = 0
  let bits = 0
  let at = 0
  for (const sign of signs) {
    const sextet = sextets.get(sign)
    if (sextet === undefined) return null
    word = (word << 6) | sextet
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (word >> bits) & 0xff
    word &= (1 << bits) - 1
  }
  return base64(bytes) === text ? bytes : null
}
