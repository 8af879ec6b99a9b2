// All that stands in the tables, as checksums: as the system sees it, and as one organisation does.
import type { Database } from '../../src/database/connect.ts'
import { enterSql } from '../../src/database/tx.ts'

export interface Table {
  readonly name: string
  /** Columns, in order. */
  readonly columns: readonly string[]
  /** Whether the application role may read it. */
  readonly readable: boolean
}

/** Every table of ours; job tables and the record of migrations are not. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const { rows } = await database.pool.query<Table>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attnum) AS columns,
       has_table_privilege('omlopp_app', c.oid, 'SELECT') AS readable
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname !~ '^pg_'
       AND n.nspname NOT IN ('information_schema', 'public', 'graphile_worker', 'database')
     ORDER BY 1`,
  )
  return rows
}

export type Checksums = Readonly<Record<string, string>>

/**
 * How many rows there are, and the sum of their hashes of 64 bits: whatever a row says changes it,
 * and the order of rows does not. Sorting each table of seventy would take seven times as long.
 */
export const sumSql = (table: Table, where: string) =>
  `SELECT '${table.name}' AS name,
     count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum
   FROM ${table.name} t WHERE ${where}`

const collect = (rows: readonly { name: string; sum: string }[]): Checksums =>
  Object.fromEntries(rows.map((row) => [row.name, row.sum]))

/** Everything there is. */
export async function checksums(database: Database, tables: readonly Table[]): Promise<Checksums> {
  const { rows } = await database.pool.query<{ name: string; sum: string }>({
    name: 'checksums',
    text: tables.map((table) => sumSql(table, 'true')).join(' UNION ALL '),
  })
  return collect(rows)
}

/** What an organisation sees, and every row that names it though the application may not read it. */
export async function checksumsFor(database: Database, organisationId: string): Promise<Checksums> {
  const tables = await tablesOf(database)
  const hidden = await database.pool.query<{ name: string; sum: string }>(
    tables
      .map((table) => sumSql(table, `strpos(t::text, '${organisationId}') > 0`))
      .join(' UNION ALL '),
  )
  const client = await database.pool.connect()
  try {
    await client.query(`BEGIN; ${enterSql(organisationId)}`)
    const seen = await client.query<{ name: string; sum: string }>(
      tables
        .filter((table) => table.readable)
        .map((table) => sumSql(table, 'true'))
        .join(' UNION ALL '),
    )
    return {
      ...Object.fromEntries(seen.rows.map((row) => [`seen ${row.name}`, row.sum])),
      ...Object.fromEntries(hidden.rows.map((row) => [`named ${row.name}`, row.sum])),
    }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}
