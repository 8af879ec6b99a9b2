// The zip as files by name, or why it is not taken: two readers must find the same files in it.
import { unzipSync } from 'fflate'

/** A bundle holds a device's life; more than this is something else. */
const MOST_FILES = 20_000
const MOST_BYTES = 128 * 1024 * 1024

export type Files = ReadonlyMap<string, Uint8Array>
export type ArchiveFault = 'zip-unreadable' | 'zip-name-twice' | 'zip-name-unsafe' | 'zip-too-large'

export function readArchive(bytes: Uint8Array): Files | { fault: ArchiveFault; at: string } {
  const names = new Set<string>()
  let total = 0
  let fault: { fault: ArchiveFault; at: string } | undefined
  const judge = (name: string, size: number): ArchiveFault | null => {
    if (names.has(name)) return 'zip-name-twice'
    if (!/^(?!\/)[^\\\0]+$/.test(name) || name.split('/').includes('..')) return 'zip-name-unsafe'
    return names.size >= MOST_FILES || total + size > MOST_BYTES ? 'zip-too-large' : null
  }
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wrong = judge(name, originalSize)
        if (wrong) fault ??= { fault: wrong, at: name }
        names.add(name)
        total += originalSize
        return !fault && !name.endsWith('/')
      },
    })
    return fault ?? new Map(Object.entries(files))
  } catch {
    return { fault: 'zip-unreadable', at: 'zip' }
  }
}
