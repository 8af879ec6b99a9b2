// What only lists and searches read. A fill writes each device some twenty times and lists none, so
// the indexes of lists are put aside while the demo is lived, and the listing itself until the year
// that is measured; both are made once of what the register has become. How to make them stands
// meanwhile in the settings of the demo, written in the transaction that took them away: a fill that
// is cut off loses nothing.
import type { OrganisationId } from '../../core/ids.ts'
import type { Database } from '../../database/connect.ts'
import type { Tx } from '../../database/tx.ts'

/** By table; of other indexes the fill itself reads some. */
const INDEXES = `(i.indrelid = 'devices.listing'::regclass AND NOT i.indisunique
  OR i.indexrelid IN ('devices.device_search'::regclass, 'erasure.certificate_search'::regclass))`

const REFRESH = 'devices.refresh_listing(uuid[], uuid[])'

export async function putListsAside(database: Database, keeper: OrganisationId): Promise<void> {
  await database.asSystem(async (tx) => {
    const { names, ...aside } = await tx.one<{
      names: string
      indexes: string[]
      refresh: string
    }>(
      `SELECT string_agg(i.indexrelid::regclass::text, ', ') AS names,
         array_agg(pg_get_indexdef(i.indexrelid)) AS indexes,
         pg_get_functiondef('${REFRESH}'::regprocedure) AS refresh
       FROM pg_index i WHERE ${INDEXES}`,
    )
    await tx.run(
      `UPDATE organisations.organisation
       SET settings = settings || jsonb_build_object('aside', $2::jsonb) WHERE id = $1`,
      [keeper, JSON.stringify(aside)],
    )
    await tx.run(`DROP INDEX ${names}`)
    await tx.run(aside.refresh.replace(/AS \$function\$.*\$function\$/s, "AS 'BEGIN END'"))
  })
}

/** From now on each step writes its rows of the listing; those of the steps before are written now. */
export async function bringListingBack(database: Database): Promise<void> {
  const refresh = await asideOf<string>(database, 'refresh')
  if (refresh === undefined) return
  await database.asSystem(async (tx) => {
    await tx.run(refresh)
    await tx.run('SELECT devices.refresh_listing(array_agg(id)) FROM devices.device')
    await forget(tx, 'refresh')
  })
}

/**
 * Makes the indexes that were put aside, after the fill or after one that was cut off. Each in a
 * transaction of its own, so that who writes meanwhile waits for one index and never for two; one
 * that a cut off fill had made already is passed over.
 */
export async function bringIndexesBack(database: Database): Promise<void> {
  for (const definition of (await asideOf<string[]>(database, 'indexes')) ?? [])
    await database.pool.query(definition.replace(/^CREATE INDEX /, '$&IF NOT EXISTS '))
  await database.asSystem((tx) => forget(tx, 'indexes'))
}

async function asideOf<Value>({ pool }: Database, what: string): Promise<Value | undefined> {
  const { rows } = await pool.query<{ value: Value }>(
    `SELECT settings #> ARRAY['aside', $1::text] AS value FROM organisations.organisation
     WHERE (settings -> 'aside') ? $1::text`,
    [what],
  )
  return rows[0]?.value
}

const forget = (tx: Tx, what: string) =>
  tx.run(
    `UPDATE organisations.organisation
     SET settings = CASE WHEN (settings -> 'aside') - $1::text = '{}' THEN settings - 'aside'
       ELSE settings #- ARRAY['aside', $1::text] END
     WHERE (settings -> 'aside') ? $1::text`,
    [what],
  )
