// What runs beside the requests: the journal's listeners, and jobs sent by actions.
import { Logger, run } from 'graphile-worker'
import pg from 'pg'
import type { ConnectionConfig, Database } from '../database/connect.ts'
import { deliverAlways } from '../journal/deliver.ts'
import { atStart, crontab, jobs, listeners } from './work.ts'

const silent = new Logger(() => () => {})

/** @returns how to stop: no new work, and what runs is let finish */
export async function startJobs(
  database: Database,
  config: ConnectionConfig,
  say: (line: string) => void,
): Promise<() => Promise<void>> {
  // The worker first: a start that it refuses leaves nothing listening behind.
  for (const resume of atStart) await resume(database)
  const runner = await run({
    pgPool: database.pool,
    concurrency: 1,
    pollInterval: 5000,
    crontab,
    noHandleSignals: true,
    logger: silent,
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [
        name,
        (payload: unknown) => job(database, payload),
      ]),
    ),
  })
  const listen = new pg.Client(config)
  listen.on('error', (error) => say(`The journal's listeners lost the database: ${error.message}`))
  await listen.connect()
  const stopDelivery = await deliverAlways(database, listeners, listen, (name, fault) =>
    say(`The listener ${name} failed and will try again: ${(fault as Error).message}`),
  )
  return async () => {
    await runner.stop()
    await stopDelivery()
    await listen.end()
  }
}
