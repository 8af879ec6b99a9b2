// Weighs a zip file before anything unpacks it, so that a bomb is refused and not run.
import { createInflateRaw } from 'node:zlib'

export interface ArchiveEntry {
  readonly name: string
  readonly method: number
  readonly start: number
  readonly compressed: number
}

/** The entries by the central directory; null when the file is no whole zip archive. */
export function archiveEntries(zip: Buffer): ArchiveEntry[] | null {
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0) return null
    const count = zip.readUInt16LE(end + 10)
    const entries: ArchiveEntry[] = []
    let at = zip.readUInt32LE(end + 16)
    for (let n = 0; n < count; n++) {
      if (zip.readUInt32LE(at) !== 0x02014b50) return null
      const nameLength = zip.readUInt16LE(at + 28)
      const local = zip.readUInt32LE(at + 42)
      if (zip.readUInt32LE(local) !== 0x04034b50) return null
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const compressed = zip.readUInt32LE(at + 20)
      if (start + compressed > zip.length) return null
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + nameLength),
        method: zip.readUInt16LE(at + 10),
        start,
        compressed,
      })
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return entries
  } catch (error) {
    // A length that points outside the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Unpacks one entry piece by piece; the declared size is not believed. */
export async function* unpack(zip: Buffer, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const packed = zip.subarray(entry.start, entry.start + entry.compressed)
  if (entry.method === 0) {
    yield packed
    return
  }
  const inflate = createInflateRaw()
  inflate.end(packed)
  yield* inflate as AsyncIterable<Buffer>
}
