// Base 64 of RFC 4648, section 4, for where neither Node nor a browser may be counted on.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]!
    text += b === undefined ? '=' : ALPHABET[(bits >> 6) & 63]!
    text += c === undefined ? '=' : ALPHABET[bits & 63]!
  }
  return text
}

/** The bytes, or null when the text is not exactly what `toBase64` writes for them. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0, out = 0; at < text.length; at += 4, out += 3) {
    let bits = 0
    for (let n = 0; n < 4; n++) {
      const place = at + n
      const value = place >= text.length - padding ? 0 : ALPHABET.indexOf(text[place]!)
      if (value < 0) return null
      bits = (bits << 6) | value
    }
    for (let n = 0; n < 3 && out + n < bytes.length; n++)
      bytes[out + n] = (bits >> (16 - 8 * n)) & 255
  }
  return toBase64(bytes) === text ? bytes : null
}
