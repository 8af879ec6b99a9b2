// Lets listeners hear every entry of a test's database.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/database/connect.ts'
import { deliver, type Listener } from '../../src/journal/deliver.ts'

/** A transaction of another test on the same server holds entries back until it ends. */
export async function hearAll(database: Database, listeners: readonly Listener[]): Promise<void> {
  for (const listener of listeners)
    for (let left = 1; left > 0;) {
      await deliver(database, listener)
      const { rows } = await database.pool.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM journal.entry e JOIN journal.listener l ON l.name = $1
         WHERE (e.xact, e.position) > (l.xact, l.position)`,
        [listener.name],
      )
      left = rows[0]!.left
      if (left > 0) await pause(20)
    }
}
