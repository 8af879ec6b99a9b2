// The whole log of the database that the command is given.
import { vkeysOf } from '../../features/proofs/actions/log.ts'
import { withDatabase } from '../database.ts'
import { checkLogs, sourceOf, type LogsVerdict } from './check-logs.ts'

/** Pins the keys that lie in the data folder, or those that are given. */
export const verifyLog = (given: readonly string[]): Promise<LogsVerdict> =>
  withDatabase(async ({ database }) => {
    const { keys } = database
    const client = await database.pool.connect()
    // One moment of it all: beside a running server a log grows while it is read.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return checkLogs({
      source: sourceOf(client),
      vkeysOf: (origin) => (given.length > 0 ? given : keys ? vkeysOf(keys, origin) : []),
      keys: (keys?.logKeys() ?? []).map(({ rotation }) => ({
        rotation: rotation && { ...rotation },
      })),
    }).finally(() => client.release(true))
  })
