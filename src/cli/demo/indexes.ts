// Indexes that only lists and searches read. A fill writes each device some twenty times and lists
// none, so they are put aside while the demo is lived, and made once of what it has become. How to
// make them stands meanwhile in the settings of the demo, written in the transaction that took them
// away: a fill that is cut off loses none.
import type { OrganisationId } from '../../core/ids.ts'
import type { Database } from '../../database/connect.ts'

/** By table; of other indexes the fill itself reads some. */
const ASIDE = `(i.indrelid = 'devices.listing'::regclass AND NOT i.indisunique
  OR i.indexrelid IN ('devices.device_search'::regclass, 'erasure.certificate_search'::regclass))`

export async function putIndexesAside(database: Database, keeper: OrganisationId): Promise<void> {
  await database.asSystem(async (tx) => {
    const { names, definitions } = await tx.one<{ names: string; definitions: string[] }>(
      `SELECT string_agg(i.indexrelid::regclass::text, ', ') AS names,
         array_agg(pg_get_indexdef(i.indexrelid)) AS definitions
       FROM pg_index i WHERE ${ASIDE}`,
    )
    await tx.run(
      `UPDATE organisations.organisation
       SET settings = settings || jsonb_build_object('indexes', $2::text[]) WHERE id = $1`,
      [keeper, definitions],
    )
    await tx.run(`DROP INDEX ${names}`)
    // Without them a row that has room beside it is rewritten without touching any index.
    await tx.run('ALTER TABLE devices.listing SET (fillfactor = 50)')
  })
}

/**
 * Makes those that were put aside, after the fill or after one that was cut off. Each in a
 * transaction of its own, so that who writes meanwhile waits for one index and never for two; one
 * that a cut off fill had made already is passed over.
 */
export async function bringIndexesBack(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ definition: string }>(
    `SELECT jsonb_array_elements_text(settings -> 'indexes') AS definition
     FROM organisations.organisation WHERE settings ? 'indexes'`,
  )
  for (const { definition } of rows)
    await database.pool.query(definition.replace(/^CREATE INDEX /, '$&IF NOT EXISTS '))
  if (rows.length > 0) await database.pool.query('ALTER TABLE devices.listing RESET (fillfactor)')
  await database.pool.query(
    `UPDATE organisations.organisation SET settings = settings - 'indexes'
     WHERE settings ? 'indexes'`,
  )
}
