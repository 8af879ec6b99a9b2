// The migrated schema as text for review: what `npm run gen` writes and the tests compare.
import type { Pool } from 'pg'

/** Schemas that are not ours: the server's own, and the job queue's. */
const NOT_OURS = `n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public', 'graphile_worker')`

const TABLES = `
  SELECT format(E'CREATE TABLE %I.%I (\\n%s\\n);', n.nspname, c.relname,
    (SELECT string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
        CASE WHEN a.attidentity <> '' THEN ' GENERATED ALWAYS AS IDENTITY'
          WHEN a.attgenerated <> ''
            THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
          WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END),
        E',\\n' ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS line
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND ${NOT_OURS} ORDER BY n.nspname, c.relname`

// Server 18 names NOT NULL constraints; older ones have none, so they are left out of both.
const CONSTRAINTS = `
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s;', k.conrelid::regclass, k.conname,
    pg_get_constraintdef(k.oid)) AS line
  FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
  WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND ${NOT_OURS}
  ORDER BY k.conrelid::regclass::text, k.conname`

const INDEXES = `
  SELECT pg_get_indexdef(i.indexrelid) || ';' AS line
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${NOT_OURS} AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
  ORDER BY n.nspname, c.relname`

const POLICIES = `
  SELECT format('CREATE POLICY %I ON %I.%I FOR %s%s%s;', p.policyname, p.schemaname, p.tablename,
    p.cmd, coalesce(' USING (' || p.qual || ')', ''),
    coalesce(' WITH CHECK (' || p.with_check || ')', '')) AS line
  FROM pg_policies p ORDER BY p.schemaname, p.tablename, p.policyname`

const GRANTS = `
  SELECT format('GRANT %s ON %I.%I TO %I;', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type),
    g.table_schema, g.table_name, g.grantee) AS line
  FROM information_schema.role_table_grants g WHERE g.grantee = 'omlopp_app'
  GROUP BY g.table_schema, g.table_name, g.grantee ORDER BY g.table_schema, g.table_name`

const FUNCTIONS = `
  SELECT pg_get_functiondef(p.oid) || ';' AS line
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${NOT_OURS} ORDER BY n.nspname, p.proname`

export async function printSchema(pool: Pool): Promise<string> {
  const parts: string[] = []
  for (const sql of [TABLES, CONSTRAINTS, INDEXES, POLICIES, GRANTS, FUNCTIONS]) {
    const { rows } = await pool.query<{ line: string }>(sql)
    parts.push(rows.map((row) => row.line.trimEnd()).join('\n\n'))
  }
  return `-- Printed from a migrated database by \`npm run gen\`. Do not edit; write a migration.\n\n${parts.join('\n\n')}\n`
}

/** Tables of ours that row-level security does not guard. */
export async function unguardedTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND NOT c.relrowsecurity AND ${NOT_OURS} ORDER BY 1`,
  )
  return rows.map((row) => row.name)
}
