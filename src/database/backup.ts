// Backup and restore by content, not by files of the server: works from the embedded database to a
// server and back, whatever their versions. Needs a connection that sees every row (the owner of
// the tables, a superuser, or a role with BYPASSRLS).

import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client, ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Result, done, invariant } from '../core/result.ts'
import { type Catalogue, type Table, nameOf, quote, readCatalogue } from './backup/catalogue.ts'
import { type BackupHeader, contentOf, format, lines, verifyBackup } from './backup/file.ts'
import { type RestoreOptions, type RestoreRefusal, fill } from './backup/fill.ts'
import {
  type BackupSummary,
  type MigrationTable,
  type ReachRefusal,
  connected,
  listOf,
  readMigrations,
  readable,
  scopeOf,
  sumOf,
} from './backup/session.ts'

export interface BackupOptions {
  /** Every schema but the server's and the job queue's when absent. */
  readonly schemas?: readonly string[]
  readonly migrations?: MigrationTable
  readonly productVersion: string
}

/** Writes one file, which is whole or absent; the database goes on working meanwhile. */
export async function backup(
  config: ClientConfig,
  file: string,
  options: BackupOptions,
): Promise<Result<BackupSummary, ReachRefusal>> {
  return connected(config, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const catalogue = await readCatalogue(client, scopeOf(options.schemas, options.migrations))
    const allowed = readable(catalogue)
    if (!allowed.ok) return allowed
    const header = await describe(client, allowed.value, catalogue, options)
    async function* rowsOf(index: number): AsyncGenerator<Buffer> {
      const table = allowed.ok ? allowed.value[index] : undefined
      invariant(table, 'the header lists the tables of the catalogue')
      let count = 0
      for await (const bytes of client.query(copyTo(copyOut(table)))) {
        count += lines(bytes as Buffer)
        yield bytes as Buffer
      }
      invariant(count === header.tables[index]?.rows, `${nameOf(table)} is counted in one snapshot`)
    }
    await writeWhole(file, contentOf(header, rowsOf))
    await client.query('COMMIT')
    const { size } = await stat(file)
    return done({ ...sumOf(header), bytes: size })
  })
}

/** Fills an empty, migrated database; all of it or nothing. */
export async function restore(
  config: ClientConfig,
  file: string,
  options: RestoreOptions = {},
): Promise<Result<BackupSummary, RestoreRefusal>> {
  const verified = await verifyBackup(file)
  if (!verified.ok) return verified
  return connected(config, async (client) => {
    await client.query('BEGIN')
    const result = await fill(client, file, verified.value, options)
    await client.query(result.ok ? 'COMMIT' : 'ROLLBACK')
    return result
  })
}

async function describe(
  client: Client,
  tables: readonly Table[],
  { sequences }: Catalogue,
  { schemas, migrations, productVersion }: BackupOptions,
): Promise<BackupHeader> {
  const { rows } = await client.query<{ version: string; at: string }>(
    `SELECT current_setting('server_version') AS version, now()::text AS at`,
  )
  const counted: BackupHeader['tables'][number][] = []
  for (const table of tables) {
    const { schema, name, columns } = table
    const count = await client.query<{ rows: string }>(
      `SELECT count(*) AS rows FROM ${table.partitioned ? '' : 'ONLY '}${quote(table)}`,
    )
    counted.push({ schema, name, columns, rows: Number(count.rows[0]?.rows) })
  }
  return {
    omlopp: 'backup',
    format,
    productVersion,
    serverVersion: rows[0]?.version ?? '',
    madeAt: rows[0]?.at ?? '',
    schemas: schemas ?? null,
    migrations: await readMigrations(client, migrations),
    sequences,
    tables: counted,
  }
}

/** COPY alone does not read a partitioned table before version 18. */
const copyOut = (table: Table): string =>
  table.partitioned
    ? `COPY (SELECT ${listOf(table.columns)} FROM ${quote(table)}) TO STDOUT`
    : `COPY ${quote(table)} (${listOf(table.columns)}) TO STDOUT`

/** Beside first and renamed when safely on disk; readable by its owner alone. */
async function writeWhole(file: string, content: AsyncIterable<Buffer>): Promise<void> {
  const beside = `${file}.partial`
  await rm(beside, { force: true })
  try {
    await pipeline(
      content,
      createGzip(),
      createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }),
    )
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  const folder = await open(dirname(file), 'r')
  await folder.sync()
  await folder.close()
}
