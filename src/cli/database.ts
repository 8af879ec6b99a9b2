// The database a command works on: DATABASE_URL, or the embedded one in the data folder, which a
// running server may have started already.
import { join } from 'node:path'
import type { ConnectionConfig, Database } from '../database/connect.ts'
import { connect } from '../database/connect.ts'
import { startEmbedded } from '../database/embedded.ts'
import { isLaunchProblem } from '../database/embedded/problems.ts'
import { openKeys } from '../keys/keys.ts'
import { prepare } from '../database/prepare.ts'
import { Refused, say } from './talk.ts'

export interface OpenDatabase {
  readonly config: ConnectionConfig
  readonly database: Database
  /** Migrations applied now. */
  readonly applied: readonly string[]
  close(): Promise<void>
}

export const dataFolder = (): string => process.env['OMLOPP_DATA'] ?? './data'

/** Also with DATABASE_URL: keys never lie in a database. */
export const keysFolder = (): string => join(dataFolder(), 'keys')

export async function openDatabase(): Promise<OpenDatabase> {
  const url = process.env['DATABASE_URL']
  if (url) {
    const config = { connectionString: url }
    await checkServer(config)
    return open(config, async () => {})
  }
  const embedded = await startEmbedded({ dataFolder: dataFolder(), log: say }).catch(
    (error: unknown) => {
      throw isLaunchProblem(error) ? new Refused(error.message) : error
    },
  )
  return open(embedded.config, () => embedded.stop())
}

async function open(config: ConnectionConfig, stop: () => Promise<void>): Promise<OpenDatabase> {
  try {
    const applied = await prepare(config)
    const database = connect(config, await openKeys(keysFolder()))
    return {
      config,
      database,
      applied,
      close: async () => {
        await database.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function checkServer(config: ConnectionConfig) {
  const database = connect({ ...config, max: 1 })
  try {
    const { rows } = await database.pool.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    )
    const version = rows[0]!.version
    if (version < 15)
      throw new Refused(`PostgreSQL 15 or newer is needed; DATABASE_URL has ${version}.`)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`DATABASE_URL cannot be reached: ${(error as Error).message}`)
  } finally {
    await database.close()
  }
}

/** Opens, works, and closes whatever happens. */
export async function withDatabase<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase()
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}
