// Plain SQL, forward only, each file once and whole, one migrator at a time.
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'

// Any constant; it only has to be the same for every Omlopp that may migrate this database.
const LOCK = 7_362_014_557

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The folder of migrations, beside this file in the source and copied beside the bundle. */
const migrationsFolder = (): string => fileURLToPath(new URL('./migrations/', import.meta.url))

export async function readMigrations(folder = migrationsFolder()): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(`${folder}/${name}`, 'utf8') })),
  )
}

/**
 * Applies the migrations that this database lacks.
 * @returns the names applied now
 * @throws when the database has migrations that this version does not know: an older program
 *   must not write to a newer schema
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query('CREATE SCHEMA IF NOT EXISTS database')
    await client.query(`CREATE TABLE IF NOT EXISTS database.migration (
      name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`)
    const { rows } = await client.query<{ name: string }>('SELECT name FROM database.migration')
    const applied = new Set(rows.map((row) => row.name))
    const known = new Set(migrations.map((migration) => migration.name))
    const unknown = [...applied].filter((name) => !known.has(name))
    if (unknown.length > 0)
      throw new Error(
        `The database was migrated by a newer Omlopp (${unknown.join(', ')}). Start that version.`,
      )
    const missing = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of missing) {
      await client.query('BEGIN')
      try {
        await client.query(migration.sql)
        await client.query('INSERT INTO database.migration (name) VALUES ($1)', [migration.name])
        await client.query('COMMIT')
      } catch (cause) {
        await client.query('ROLLBACK')
        throw new Error(`Migration ${migration.name} failed: ${(cause as Error).message}`, {
          cause,
        })
      }
    }
    return missing.map((migration) => migration.name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}
