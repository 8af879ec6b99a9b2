// Transaction numbers belong to the server that gave them. In another server they would lie in the
// future, and listeners would wait for them.
import type { Tx } from '../database/tx.ts'

/**
 * Gives every restored entry the lowest transaction number, keeping their order by position, and
 * sets each listener before its first unheard entry. Entries around that place may be heard once
 * more, which listeners bear: what they count is keyed by what it counts.
 */
export async function placesAfterRestore(tx: Tx): Promise<void> {
  await tx.run(
    `UPDATE journal.listener l SET xact = '3', position = coalesce(
       (SELECT min(e.position) - 1 FROM journal.entry e
        WHERE (e.xact, e.position) > (l.xact, l.position)),
       (SELECT max(e.position) FROM journal.entry e), 0)`,
  )
  await tx.run(`UPDATE journal.entry SET xact = '3'`)
}
