// Reading a chain, and checking it.
import type { Uuid } from '../core/ids.ts'
import type { Tx } from '../database/tx.ts'
import { hashOf } from './entry.ts'

export interface EntryRow {
  seq: number
  id: Uuid
  kind: string
  at: Date
  body: string
  hash: Buffer
}

export const entriesOf = (tx: Tx, subjectId: Uuid): Promise<EntryRow[]> =>
  tx.rows<EntryRow>(
    `SELECT seq, id, kind, at, body, hash FROM journal.entry WHERE subject_id = $1 ORDER BY seq`,
    [subjectId],
  )

/**
 * Every entry hashes to what is stored, and each that follows its neighbour names the
 * neighbour's hash. Entries that the reader does not share leave gaps in the numbers, over which
 * nothing can be said.
 */
export function chainIsWhole(entries: readonly EntryRow[]): boolean {
  return entries.every((entry, index) => {
    if (!hashOf(entry.body).equals(entry.hash)) return false
    const before = entries[index - 1]
    const { previous, seq } = JSON.parse(entry.body) as { previous: string; seq: number }
    if (seq !== entry.seq) return false
    if (before?.seq === entry.seq - 1) return previous === before.hash.toString('hex')
    return entry.seq > 1 || previous === '0'.repeat(64)
  })
}
