// A file that was sent in, read whole up to a limit.
import type { Readable } from 'node:stream'

export interface SentFile {
  readonly fileName: string
  readonly stream: Readable
  readonly fields: Readonly<Record<string, string>>
}

/** A log of 60 drives is 200 kB; a Blancco report of a large server a few MB. */
export const largestEvidence = 50 * 1024 * 1024

/** The bytes, or null when there are more than the limit. The rest is drained, so that the sender hears the answer. */
export async function readWhole(file: SentFile, limit = largestEvidence): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of file.stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size <= limit) pieces.push(piece)
    else pieces.length = 0
  }
  return size > limit ? null : Buffer.concat(pieces)
}
