// What listeners have counted, counted anew from the first entry of the journal.
import type { Database } from '../database/connect.ts'
import { deliver, type Listener } from './deliver.ts'

/** Larger than while people wait: nothing else is asked of the tables that are filled. */
const BATCH = 5000

/**
 * Goes on beside all other work; until it is done the figures are those of the entries heard so
 * far. A rebuild that is cut off is finished by the next delivery.
 * @returns how many entries were heard, or null for a listener that cannot take back what it did
 */
export async function rebuild(database: Database, listener: Listener): Promise<number | null> {
  const { forget } = listener
  if (!forget) return null
  await database.asSystem(async (tx) => {
    await tx.run(
      `INSERT INTO journal.listener (name) VALUES ($1)
       ON CONFLICT (name) DO UPDATE SET xact = '0', position = 0`,
      [listener.name],
    )
    await forget(tx)
  })
  return deliver(database, listener, { batch: BATCH })
}
