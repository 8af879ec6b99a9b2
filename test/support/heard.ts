// Lets listeners hear every entry of a test's database.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/database/connect.ts'
import { deliver, isBehind, type Listener } from '../../src/journal/deliver.ts'

/** A transaction of another test on the same server holds entries back until it ends. */
export async function hearAll(database: Database, listeners: readonly Listener[]): Promise<void> {
  for (const listener of listeners) {
    await deliver(database, listener)
    while (await isBehind(database, listener)) {
      await pause(20)
      await deliver(database, listener)
    }
  }
}
