// Brings a database to this version: the job tables of graphile-worker, then our migrations.
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { ConnectionConfig } from './connect.ts'
import { migrate, readMigrations } from './migrate.ts'

const quiet = new Logger(() => () => {})

/** @returns the names of the migrations applied now */
export async function prepare(config: ConnectionConfig): Promise<string[]> {
  const pool = new pg.Pool({ ...config, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const applied = await migrate(pool, await readMigrations())
    await runMigrations({ pgPool: pool, logger: quiet })
    return applied
  } finally {
    await pool.end()
  }
}
