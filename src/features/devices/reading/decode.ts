// Bytes to text: which encoding a file is written in, decided while it streams.
import iconv from 'iconv-lite'

/** `ascii`: nothing has yet been read that tells the encodings apart. */
export type Encoding =
  'ascii' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850' | 'cp437' | 'macintosh'

export const encodings: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'cp850',
  'cp437',
  'macintosh',
]

export interface Decoded {
  /** Text in pieces; at most a few chunks of the source are held at a time. */
  readonly text: AsyncIterable<string>
  /** Grows from `ascii` to the decided encoding when the first telling byte has been read. */
  readonly encoding: () => Encoding
}

/** So much is looked at after the first byte beyond ASCII before an encoding is chosen. */
const lookAheadBytes = 65_536

/** Decodes a stream; an encoding that the user has chosen is not questioned. */
export function decode(source: AsyncIterable<Uint8Array>, chosen?: Encoding): Decoded {
  let encoding: Encoding = chosen ?? 'ascii'
  async function* pieces(): AsyncGenerator<string> {
    let decoder = encoding === 'ascii' ? null : decoderFor(encoding)
    let held: Uint8Array | null = null
    let first = true
    for await (const bytes of source) {
      if (bytes.length === 0) continue
      if (decoder) {
        yield decoder.write(bytes)
        continue
      }
      const chunk: Uint8Array = held ? Buffer.concat([held, bytes]) : bytes
      // Two bytes cannot tell a mark from a letter; wait for the next chunk.
      if (first && chunk.length < 4) {
        held = chunk
        continue
      }
      const marked = first ? wideEncoding(chunk) : null
      const telling: number = marked ? 0 : firstBeyondAscii(chunk)
      first = false
      if (telling < 0) {
        held = null
        yield asciiText(chunk)
        continue
      }
      if (!marked && chunk.length - telling < lookAheadBytes) {
        held = chunk
        if (telling > lookAheadBytes) {
          yield asciiText(chunk.subarray(0, telling))
          held = chunk.subarray(telling)
        }
        continue
      }
      encoding = marked ?? guessEncoding(chunk.subarray(telling))
      decoder = decoderFor(encoding)
      held = null
      yield decoder.write(chunk)
    }
    if (held) {
      encoding = (first ? wideEncoding(held) : null) ?? guessEncoding(held, true)
      decoder = decoderFor(encoding)
      yield decoder.write(held)
    }
    if (decoder) yield decoder.end()
  }
  return { text: pieces(), encoding: () => encoding }
}

/** For what is read whole. */
export function decodeWhole(
  bytes: Uint8Array,
  chosen?: Encoding,
): { text: string; encoding: Encoding } {
  const known = chosen && chosen !== 'ascii' ? chosen : null
  const encoding = known ?? wideEncoding(bytes) ?? guessEncoding(bytes, true)
  const decoder = decoderFor(encoding)
  return { text: decoder.write(bytes) + decoder.end(), encoding }
}

interface Decoder {
  write(bytes: Uint8Array): string
  end(): string
}

function decoderFor(encoding: Encoding): Decoder {
  if (encoding === 'utf-8' || encoding === 'ascii') {
    const utf8 = new TextDecoder('utf-8')
    return {
      write: (bytes) => utf8.decode(bytes, { stream: true }),
      end: () => utf8.decode(),
    }
  }
  const other = iconv.getDecoder(encoding)
  return {
    write: (bytes) => other.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => other.end() ?? '',
  }
}

const asciiText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function firstBeyondAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 0x7f) return i
  return -1
}

/** A byte order mark, or the zero in every second byte of UTF-16 that lost its mark. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const seen = Math.min(bytes.length, 512) & ~1
  const zeros = [0, 0]
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) zeros[i & 1]!++
  if (seen < 4) return null
  if (zeros[1]! > seen * 0.4 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > seen * 0.4 && zeros[1] === 0) return 'utf-16be'
  return null
}

/** Of text without a mark: UTF-8 when it is valid, else the old encoding it reads best in. */
function guessEncoding(bytes: Uint8Array, whole = false): Encoding {
  if (firstBeyondAscii(bytes) < 0) return 'ascii'
  if (isUtf8(bytes, whole)) return 'utf-8'
  const sample = Buffer.from(bytes.subarray(0, 262_144))
  let best: Encoding = 'windows-1252'
  let bestScore = -Infinity
  // In a tie the first wins, so they stand in the order they are met in.
  for (const candidate of ['windows-1252', 'cp850', 'macintosh', 'cp437'] as const) {
    const score = plausibility(iconv.decode(sample, candidate))
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** The last character may be cut off where a piece ends, not where the file does. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

const weights = new Map<string, number>()
for (const letter of 'åäöÅÄÖ') weights.set(letter, 4)
for (const letter of 'éÉüÜøØæÆ') weights.set(letter, 2)
for (const sign of '–’”“€§°½²\u00a0…•') weights.set(sign, 1)

/** How much a text looks like Swedish: its letters count for it, boxes and controls against. */
function plausibility(text: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    const weight = weights.get(text[i]!)
    if (weight === undefined) {
      // C1 controls, box drawing and Greek or mathematical signs of the DOS pages.
      const odd =
        code < 0xa0 || code === 0xfffd || (code >= 0x370 && code < 0x2010) || code > 0x2200
      score -= odd ? 4 : /\p{L}/u.test(text[i]!) ? 0 : 1
      continue
    }
    score += weight
    // A capital inside a word, as in `NÄssjÖ`, is a sign of the wrong page.
    if (weight >= 2 && isUpper(text[i]!) && isLower(text[i - 1])) score -= 5
  }
  return score
}

const isLower = (letter: string | undefined): boolean =>
  letter !== undefined && letter !== letter.toUpperCase()
const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()
