// The engine that is measured: DATABASE_URL, or the embedded one, durable, in a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type ConnectionConfig, type Database } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { prepare } from '../src/database/prepare.ts'
import {
  createFromTemplate,
  createTemplate,
  type TestConnection,
} from '../test/support/database.ts'
import { startTestServer } from '../test/support/database.ts'

export interface Bench {
  readonly connection: TestConnection
  readonly engine: string
  readonly embedded: boolean
  /** A new, migrated, empty database. */
  database(): Promise<{ database: Database; config: ConnectionConfig }>
  stop(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const url = process.env['DATABASE_URL']
  const server = url ? await startTestServer(url) : await startDurable()
  const template = await createTemplate(server.connection, async (config) => {
    await prepare(config)
  })
  const open: { close(): Promise<void> }[] = []
  const first = connect({ ...server.connection, max: 1 })
  const { rows } = await first.pool.query<{ version: string; sync: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       current_setting('synchronous_commit') AS sync`,
  )
  await first.close()
  const { version, sync } = rows[0]!
  return {
    connection: server.connection,
    engine: `PostgreSQL ${version}, ${url ? 'a server of its own' : 'embedded'}, synchronous_commit ${sync}`,
    embedded: !url,
    database: async () => {
      const copy = await createFromTemplate(server.connection, template)
      const database = connect({ ...copy.config, max: 10 })
      open.push({
        close: async () => {
          await database.close()
          await copy.drop()
        },
      })
      return { database, config: copy.config }
    },
    stop: async () => {
      for (const one of open) await one.close()
      await server.stop()
    },
  }
}

async function startDurable() {
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-bench-'))
  const server = await startEmbedded({ dataFolder: folder })
  const { host, port, user, database } = server
  return {
    connection: { host, port, user, database, prefix: 'omlopp_bench_' },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
