// The listing written anew from devices and custody, for `omlopp rebuild`.
import type { DeviceId, OrganisationId } from '../../../core/ids.ts'
import type { Database } from '../../../database/connect.ts'
import type { Tx } from '../../../database/tx.ts'

const BATCH = 2000
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Beside all other work: each batch locks its devices, as a step does, so a listing has one writer.
 * What a wrong row had told the counts stands until they are counted anew, which the rebuild does next.
 * @returns how many rows were not as they ought to be
 */
export async function relist(database: Database): Promise<number> {
  let changed = 0
  for (let after: DeviceId | null = FIRST; after !== null;) {
    const from: DeviceId = after
    after = await database.asSystem(async (tx) => {
      const devices = await tx.rows<{ id: DeviceId }>(
        `SELECT id FROM devices.device WHERE id > $1 ORDER BY id LIMIT ${BATCH} FOR UPDATE`,
        [from],
      )
      const ids = devices.map(({ id }) => id)
      const anybody = await tx.rows<{ id: OrganisationId }>(
        'SELECT id FROM organisations.organisation',
      )
      const organisations = anybody.map(({ id }) => id)
      const before = await rowsAt(tx, ids, organisations)
      // Whoever is no longer party may have been left with a row.
      await tx.run('SELECT devices.refresh_listing($1, $2)', [ids, organisations])
      const now = await rowsAt(tx, ids, organisations)
      const kept = [...now].filter((row) => before.has(row)).length
      changed += Math.max(now.size, before.size) - kept
      return ids.at(-1) ?? null
    })
  }
  return changed
}

/** Where each row lies and by whom it was written: what is rewritten lies elsewhere. */
const rowsAt = async (
  tx: Tx,
  ids: readonly DeviceId[],
  organisations: readonly OrganisationId[],
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.rows<{ row: string }>(
        `SELECT l.ctid::text || ' ' || l.xmin::text AS row
         FROM unnest($1::uuid[]) AS o (id) CROSS JOIN unnest($2::uuid[]) AS d (id)
         JOIN devices.listing l ON l.organisation_id = o.id AND l.device_id = d.id`,
        [organisations, ids],
      )
    ).map(({ row }) => row),
  )
