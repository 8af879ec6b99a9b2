// The files that a PDF carries, by name. As much of the format as that takes: objects that stand in
// the open, streams as they are or deflated.
import { unzlibSync } from 'fflate'
import { textOf } from '../bytes.ts'

/** One sign for each byte, so that offsets in the text are offsets in the file. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return pieces.join('')
}

const MOST_BYTES = 64 * 1024 * 1024

export function attachmentsIn(pdf: Uint8Array): Map<string, Uint8Array> {
  const source = latin1(pdf)
  const objects = new Map<string, { dictionary: string; at: number }>()
  // A later object with the same number replaces the former, as readers take it.
  for (const { 1: number, 2: dictionary, index, 0: all } of source.matchAll(
    /(?:^|[\r\n])(\d+) 0 obj\s*(<<[\s\S]*?>>)\s*(?=stream\r?\n|endobj)/g,
  ))
    objects.set(number!, { dictionary: dictionary!, at: index + all.length })
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const { dictionary } of objects.values()) {
    if (!/\/Type\s*\/Filespec/.test(dictionary)) continue
    const name = nameIn(dictionary)
    const stream = /\/EF\s*<<[^>]*?\/F\s+(\d+) 0 R/.exec(dictionary)?.[1]
    const object = stream === undefined ? undefined : objects.get(stream)
    const bytes = object && streamOf(pdf, source, object)
    if (!name || !bytes || files.has(name)) continue
    total += bytes.length
    if (total > MOST_BYTES) break
    files.set(name, bytes)
  }
  return files
}

function streamOf(
  pdf: Uint8Array,
  source: string,
  { dictionary, at }: { dictionary: string; at: number },
): Uint8Array | null {
  const start = /^stream\r?\n/.exec(source.slice(at, at + 8))
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+ R)/.exec(dictionary)?.[1] ?? NaN)
  if (!start || !Number.isSafeInteger(length)) return null
  const raw = pdf.subarray(at + start[0].length, at + start[0].length + length)
  if (!dictionary.includes('/FlateDecode')) return raw
  try {
    return unzlibSync(raw)
  } catch {
    return null
  }
}

/** Names are strings in brackets: single bytes, or UTF-16 after a mark. */
function nameIn(dictionary: string): string | null {
  const [, text] = /\/UF\s*\(((?:\\.|[^\\)])*)\)/s.exec(dictionary) ?? []
  const [, plain] = /\/F\s*\(((?:\\.|[^\\)])*)\)/s.exec(dictionary) ?? []
  const raw = (text ?? plain)?.replace(/\\([()\\])/g, '$1')
  if (raw === undefined) return null
  const codes = Uint8Array.from(raw, (sign) => sign.charCodeAt(0))
  if (codes[0] !== 0xfe || codes[1] !== 0xff) return textOf(codes)
  let name = ''
  for (let at = 2; at + 1 < codes.length; at += 2)
    name += String.fromCharCode((codes[at]! << 8) | codes[at + 1]!)
  return name
}
