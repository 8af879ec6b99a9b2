// Indexes that only lists and searches read. A fill writes each device some twenty times and lists
// none, so they are put aside while the demo is lived, and made once of what it has become. How to
// make them stands meanwhile in the settings of the demo, written in the transaction that took them
// away: a fill that is cut off loses none.
import type { OrganisationId } from '../../core/ids.ts'
import type { Database } from '../../database/connect.ts'

/** By table; of other indexes the fill itself reads some. */
const ASIDE = `(i.indrelid = 'devices.listing'::regclass AND NOT i.indisunique
  OR i.indexrelid IN ('devices.device_search'::regclass, 'erasure.certificate_search'::regclass,
    'journal.entry_when'::regclass))`

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
  })
}

/** Makes those that were put aside, after the fill or after one that was cut off. */
export async function bringIndexesBack(database: Database): Promise<void> {
  await database.asSystem(async (tx) => {
    const rows = await tx.rows<{ definition: string }>(
      `SELECT jsonb_array_elements_text(settings -> 'indexes') AS definition
       FROM organisations.organisation WHERE settings ? 'indexes'`,
    )
    for (const { definition } of rows) await tx.run(definition)
    await tx.run(
      `UPDATE organisations.organisation SET settings = settings - 'indexes'
       WHERE settings ? 'indexes'`,
    )
  })
}
