// What a database holds, read from the server's own catalogue; knows none of our tables by name.

import { type Client, escapeIdentifier } from 'pg'

export interface Table {
  readonly schema: string
  readonly name: string
  /** Without generated columns, which the server fills itself. */
  readonly columns: readonly string[]
  /** A partitioned table is read and written as a whole; its parts are not listed. */
  readonly partitioned: boolean
  /** Row-level security would hide rows from this connection. */
  readonly guarded: boolean
  /** The tables that must be filled before this one. */
  readonly needs: readonly string[]
  /** Triggers that would fire. */
  readonly triggers: readonly { readonly name: string; readonly always: boolean }[]
}

export interface Sequence {
  readonly schema: string
  readonly name: string
  readonly lastValue: string
  readonly isCalled: boolean
}

export interface Catalogue {
  /** In an order that foreign keys allow; null when they go in a circle. */
  readonly tables: readonly Table[] | null
  readonly sequences: readonly Sequence[]
  /** Materialised views with content, in the order they were made. */
  readonly views: readonly string[]
}

export interface Scope {
  /** All when absent. */
  readonly schemas?: readonly string[] | undefined
  /** The table that records migrations, as `schema.table`: it belongs to the database, not to its content. */
  readonly without?: string | undefined
}

export const nameOf = (item: { readonly schema: string; readonly name: string }): string =>
  `${item.schema}.${item.name}`

export const quote = (item: { readonly schema: string; readonly name: string }): string =>
  `${escapeIdentifier(item.schema)}.${escapeIdentifier(item.name)}`

/** Jobs are promises of a running installation and come back through its own migrations. */
const notOurs = ['information_schema', 'graphile_worker']

/** What extensions brought, temporary things and parts of partitioned tables are left out. */
const ours = `
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> ALL ($1::text[])
   AND ($2::text[] IS NULL OR n.nspname = ANY ($2))
   AND c.relpersistence <> 't' AND NOT c.relispartition
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                      AND d.objid = c.oid AND d.deptype = 'e')`

export async function readCatalogue(client: Client, scope: Scope): Promise<Catalogue> {
  const values = [notOurs, scope.schemas ?? null]
  const { rows: tables } = await client.query<Table>(
    `SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind = 'p' AS partitioned,
            pg_catalog.row_security_active(c.oid) AS guarded,
            ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0
                     AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT DISTINCT rn.nspname || '.' || r.relname
                    FROM pg_catalog.pg_constraint k
                    JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
                    JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
                   WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid
                     AND k.conparentid = 0 AND NOT k.condeferrable) AS needs,
            (SELECT coalesce(json_agg(json_build_object('name', t.tgname, 'always', t.tgenabled = 'A')), '[]')
               FROM pg_catalog.pg_trigger t
              WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')) AS triggers
     ${ours} AND c.relkind IN ('r', 'p')
     ORDER BY schema, name`,
    values,
  )
  const content = tables.filter((table) => nameOf(table) !== scope.without)
  return {
    tables: inOrder(content),
    sequences: await readSequences(client, values, scope.without),
    views: await readViews(client, values),
  }
}

async function readSequences(
  client: Client,
  values: unknown[],
  without: string | undefined,
): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT n.nspname::text AS schema, c.relname::text AS name
     ${ours} AND c.relkind = 'S'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend o
                         JOIN pg_catalog.pg_class t ON t.oid = o.refobjid
                         JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
                        WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND o.objid = c.oid AND o.deptype IN ('a', 'i')
                          AND tn.nspname || '.' || t.relname = $3)
     ORDER BY schema, name`,
    [...values, without ?? null],
  )
  const sequences: Sequence[] = []
  for (const found of rows) {
    const { rows: state } = await client.query<Omit<Sequence, 'schema' | 'name'>>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quote(found)}`,
    )
    sequences.push({ ...found, ...state[0]! })
  }
  return sequences
}

async function readViews(client: Client, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT n.nspname::text AS schema, c.relname::text AS name
     ${ours} AND c.relkind = 'm' AND c.relispopulated ORDER BY c.oid`,
    values,
  )
  return rows.map(quote)
}

/** Each table after those it points at; of several that could be next, the first by name. */
function inOrder(tables: readonly Table[]): Table[] | null {
  const waiting = new Map(tables.map((table) => [nameOf(table), table]))
  const order: Table[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, { needs }]) => !needs.some((name) => waiting.has(name)))
    if (ready.length === 0) return null
    for (const [name, table] of ready) {
      order.push(table)
      waiting.delete(name)
    }
  }
  return order
}
