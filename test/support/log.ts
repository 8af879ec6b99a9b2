// Brings every entry of a test's database into its log.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/database/connect.ts'
import { logListener } from '../../src/features/proofs/jobs.ts'
import { deliver } from '../../src/journal/deliver.ts'

/** A transaction of another test on the same server holds entries back until it ends. */
export async function logAll(database: Database): Promise<void> {
  for (let left = 1; left > 0;) {
    await deliver(database, logListener)
    const { rows } = await database.pool.query<{ left: number }>(
      'SELECT (SELECT count(*) FROM journal.entry) - (SELECT count(*) FROM proofs.log_entry) AS left',
    )
    left = rows[0]!.left
    if (left > 0) await pause(20)
  }
}
