// What backup and restore share: the connection, and reading the record of migrations.

import { Client, type ClientConfig, escapeIdentifier } from 'pg'
import { type Result, done, refuse } from '../../core/result.ts'
import { type Catalogue, type Scope, type Table, nameOf, quote } from './catalogue.ts'
import type { BackupHeader } from './file.ts'

/** Where the database records the migrations it has had. */
export interface MigrationTable {
  readonly schema: string
  readonly name: string
  readonly column: string
}

export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

export type ReachRefusal = 'row-security' | 'foreign-key-circle'

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

export async function connected<T>(
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

export const scopeOf = (
  schemas: readonly string[] | undefined,
  migrations?: MigrationTable,
): Scope => ({
  schemas,
  without: migrations && nameOf(migrations),
})

export function readable({ tables }: Catalogue): Result<readonly Table[], ReachRefusal> {
  if (!tables) return refuse('foreign-key-circle')
  const guarded = tables.find((table) => table.guarded)
  return guarded ? refuse('row-security', { table: nameOf(guarded) }) : done(tables)
}

export async function readMigrations(client: Client, table?: MigrationTable): Promise<string[]> {
  if (!table) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT ${escapeIdentifier(table.column)}::text AS name FROM ${quote(table)} ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

export const listOf = (columns: readonly string[]): string =>
  columns.map(escapeIdentifier).join(', ')

export const sumOf = ({ tables }: BackupHeader): { tables: number; rows: number } => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})
