// Backup and restore by content, not by files of the server: works from the embedded database to a
// server and back, whatever their versions. Needs a connection that sees every row (the owner of
// the tables, a superuser, or a role with BYPASSRLS).

import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, type ClientConfig, escapeIdentifier } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Refusal, type Result, done, invariant, refuse } from '../core/result.ts'
import {
  type Catalogue,
  type Scope,
  type Table,
  nameOf,
  quote,
  readCatalogue,
} from './backup/catalogue.ts'
import {
  type BackupHeader,
  type ReadRefusal,
  contentOf,
  format,
  lines,
  openBackup,
  verifyBackup,
} from './backup/file.ts'

export { verifyBackup, type BackupHeader }

/** Where the database records the migrations it has had. */
export interface MigrationTable {
  readonly schema: string
  readonly name: string
  readonly column: string
}

export interface BackupOptions {
  /** Every schema but the server's and the job queue's when absent. */
  readonly schemas?: readonly string[]
  readonly migrations?: MigrationTable
  readonly productVersion: string
}

export interface RestoreOptions {
  readonly migrations?: MigrationTable
  /** Tables, as `schema.table`, that migrations fill: their rows give way to those of the backup. */
  readonly seeded?: readonly string[]
}

export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

export type BackupRefusal = 'row-security' | 'foreign-key-circle'
export type RestoreRefusal =
  | BackupRefusal
  | ReadRefusal
  /** The database has had migrations that the backup has not: restore into one migrated as far as the backup, then migrate on. */
  | 'backup-older'
  | 'database-not-empty'
  | 'structure-differs'

/** Writes one file, which is whole or absent; the database goes on working meanwhile. */
export async function backup(
  config: ClientConfig,
  file: string,
  options: BackupOptions,
): Promise<Result<BackupSummary, BackupRefusal>> {
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

async function fill(
  client: Client,
  file: string,
  header: BackupHeader,
  options: RestoreOptions,
): Promise<Result<BackupSummary, RestoreRefusal>> {
  const migrated = compareMigrations(header, await readMigrations(client, options.migrations))
  if (!migrated.ok) return migrated
  const scope = scopeOf(header.schemas ?? undefined, options.migrations)
  const catalogue = await readCatalogue(client, scope)
  const allowed = readable(catalogue)
  if (!allowed.ok) return allowed
  const tables = sameStructure(header, allowed.value, catalogue)
  if (!tables.ok) return tables
  if (tables.value.length > 0) {
    await client.query(`LOCK TABLE ${tables.value.map(quote).join(', ')} IN ACCESS EXCLUSIVE MODE`)
    const empty = await checkEmpty(client, tables.value, options.seeded ?? [])
    if (!empty.ok) return empty
    // What triggers did is in the backup already; doing it again would do it twice.
    await setTriggers(client, tables.value, false)
    // A table emptied in this transaction can be loaded without writing everything twice.
    await client.query(`TRUNCATE ${tables.value.map(quote).join(', ')}`)
    await client.query('SET CONSTRAINTS ALL DEFERRED')
  }
  const reader = openBackup(file)
  try {
    await reader.header()
    for (const [index, table] of tables.value.entries()) {
      const into = client.query(copyFrom(copyIn(table, header.tables[index]?.columns ?? [])))
      await pipeline(reader.rows(), into)
      invariant(into.rowCount === header.tables[index]?.rows, `${nameOf(table)} has every row`)
    }
    await reader.seal()
  } finally {
    reader.close()
  }
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await setTriggers(client, tables.value, true)
  for (const view of catalogue.views) await client.query(`REFRESH MATERIALIZED VIEW ${view}`)
  for (const table of tables.value) await client.query(`ANALYZE ${quote(table)}`)
  for (const sequence of header.sequences)
    await client.query('SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint, $3)', [
      ...[quote(sequence), sequence.lastValue, sequence.isCalled],
    ])
  return done({ ...sumOf(header), bytes: (await stat(file)).size })
}

/**
 * Both ends speak one dialect whatever their defaults, nothing times out, and row security raises
 * an error rather than hide rows.
 */
const dialect = `
  SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
  SET timezone = 'UTC'; SET extra_float_digits = 3; SET bytea_output = 'hex';
  SET search_path = ''; SET row_security = off; SET synchronize_seqscans = off;
  SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings
   WHERE name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout',
                  'idle_in_transaction_session_timeout')`

async function connected<T>(
  config: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(config)
  // A lost connection also fails the query at hand, which is where it is dealt with.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(dialect)
    return await work(client)
  } finally {
    // Ends an open transaction as well.
    await client.end()
  }
}

const scopeOf = (schemas: readonly string[] | undefined, migrations?: MigrationTable): Scope => ({
  schemas,
  without: migrations && nameOf(migrations),
})

function readable({ tables }: Catalogue): Result<readonly Table[], BackupRefusal> {
  if (!tables) return refuse('foreign-key-circle')
  const guarded = tables.find((table) => table.guarded)
  return guarded ? refuse('row-security', { table: nameOf(guarded) }) : done(tables)
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
    ...{ omlopp: 'backup', format, productVersion },
    serverVersion: rows[0]?.version ?? '',
    madeAt: rows[0]?.at ?? '',
    schemas: schemas ?? null,
    migrations: await readMigrations(client, migrations),
    sequences,
    tables: counted,
  }
}

async function readMigrations(client: Client, table?: MigrationTable): Promise<string[]> {
  if (!table) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${escapeIdentifier(table.column)}::text AS name FROM ${quote(table)} ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

function compareMigrations(
  header: BackupHeader,
  here: readonly string[],
): Result<null, 'backup-newer' | 'backup-older'> {
  const unknown = header.migrations.find((name) => !here.includes(name))
  if (unknown !== undefined) return refuse('backup-newer', { migration: unknown })
  const extra = here.find((name) => !header.migrations.includes(name))
  // A migration that changes rows would never reach those of the backup.
  return extra === undefined ? done(null) : refuse('backup-older', { migration: extra })
}

/** The tables of the database in the order of the file, when both are of one kind. */
function sameStructure(
  header: BackupHeader,
  here: readonly Table[],
  { sequences }: Catalogue,
): Result<Table[], 'structure-differs'> {
  const differs = (what: string): Refusal<'structure-differs'> =>
    refuse('structure-differs', { table: what })
  const known = new Map(here.map((table) => [nameOf(table), table]))
  const tables: Table[] = []
  for (const listed of header.tables) {
    const table = known.get(nameOf(listed))
    if (!table) return differs(nameOf(listed))
    if (table.columns.toSorted().join('\n') !== listed.columns.toSorted().join('\n'))
      return differs(nameOf(listed))
    const filled = new Set(tables.map(nameOf))
    if (table.needs.some((name) => known.has(name) && !filled.has(name)))
      return differs(nameOf(listed))
    tables.push(table)
  }
  const listedNames = new Set(header.tables.map(nameOf))
  const unlisted = here.find((table) => !listedNames.has(nameOf(table)))
  if (unlisted) return differs(nameOf(unlisted))
  const counters = new Set(sequences.map(nameOf))
  const missing = header.sequences.find((sequence) => !counters.has(nameOf(sequence)))
  return missing ? differs(nameOf(missing)) : done(tables)
}

async function checkEmpty(
  client: Client,
  tables: readonly Table[],
  seeded: readonly string[],
): Promise<Result<null, 'database-not-empty'>> {
  for (const table of tables) {
    if (seeded.includes(nameOf(table))) continue
    const { rowCount } = await client.query(`SELECT FROM ${quote(table)} LIMIT 1`)
    if (rowCount !== 0) return refuse('database-not-empty', { table: nameOf(table) })
  }
  return done(null)
}

async function setTriggers(client: Client, tables: readonly Table[], on: boolean): Promise<void> {
  for (const table of tables)
    for (const { name, always } of table.triggers) {
      const change = on ? (always ? 'ENABLE ALWAYS' : 'ENABLE') : 'DISABLE'
      await client.query(`ALTER TABLE ${quote(table)} ${change} TRIGGER ${escapeIdentifier(name)}`)
    }
}

const listOf = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ')

/** COPY alone does not read a partitioned table before version 18. */
const copyOut = (table: Table): string =>
  table.partitioned
    ? `COPY (SELECT ${listOf(table.columns)} FROM ${quote(table)}) TO STDOUT`
    : `COPY ${quote(table)} (${listOf(table.columns)}) TO STDOUT`

const copyIn = (table: Table, columns: readonly string[]): string =>
  `COPY ${quote(table)} (${listOf(columns)}) FROM STDIN`

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

const sumOf = ({ tables }: BackupHeader): { tables: number; rows: number } => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})
