// Fills a database from a backup, after making sure that the two belong together.

import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Refusal, type Result, done, invariant, refuse } from '../../core/result.ts'
import { type Catalogue, type Table, nameOf, quote, readCatalogue } from './catalogue.ts'
import { type BackupHeader, type ReadRefusal, openBackup } from './file.ts'
import {
  type BackupSummary,
  type MigrationTable,
  type ReachRefusal,
  listOf,
  readMigrations,
  readable,
  scopeOf,
  sumOf,
} from './session.ts'

export interface RestoreOptions {
  readonly migrations?: MigrationTable
  /** Tables, as `schema.table`, that migrations fill: their rows give way to those of the backup. */
  readonly seeded?: readonly string[]
}

export type RestoreRefusal =
  | ReachRefusal
  | ReadRefusal
  /** The database has had migrations that the backup has not: restore into one migrated as far as the backup, then migrate on. */
  | 'backup-older'
  | 'database-not-empty'
  | 'structure-differs'

/** Within the caller's transaction, which a refusal must roll back. */
export async function fill(
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
      quote(sequence),
      sequence.lastValue,
      sequence.isCalled,
    ])
  return done({ ...sumOf(header), bytes: (await stat(file)).size })
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

const copyIn = (table: Table, columns: readonly string[]): string =>
  `COPY ${quote(table)} (${listOf(columns)}) FROM STDIN`
