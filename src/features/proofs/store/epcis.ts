// Entries of the journal as an export asks for them; row-level security decides which are shared.
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface EntryRow {
  readonly subjectId: Uuid
  readonly id: Uuid
  readonly kind: string
  readonly at: Date
  readonly body: string
}

const COLUMNS = 'e.subject_id AS "subjectId", e.id, e.kind, e.at, e.body'

export const entriesOfDevices = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<EntryRow>(
    `SELECT ${COLUMNS} FROM journal.entry e WHERE e.subject_id = ANY ($1)
     ORDER BY e.at, e.subject_id, e.seq`,
    [ids],
  )

/** What happened to its devices as parts of the shipment, and what was told of the shipment itself. */
export const entriesOfCollection = (tx: Tx, id: Uuid) =>
  tx.rows<EntryRow>(
    `SELECT ${COLUMNS} FROM journal.entry e
     WHERE (e.subject_id IN (SELECT l.device_id FROM returns.line l WHERE l.collection_id = $1)
         AND e.kind LIKE 'returns.%'
         AND e.body::jsonb #>> '{content,collection}' = $1::text)
       OR e.subject_id = $1
     ORDER BY e.at, e.subject_id, e.seq`,
    [id],
  )

/** By author, since that is how the journal is kept in time; authors are oneself and partners. */
export const entriesOfPeriod = (
  tx: Tx,
  wanted: {
    readonly from: Date
    readonly until: Date
    readonly after: readonly [at: string, id: Uuid] | null
    readonly limit: number
  },
) =>
  tx.rows<EntryRow>(
    `SELECT ${COLUMNS} FROM journal.entry e
     WHERE e.organisation_id = ANY (ARRAY(SELECT o.id FROM organisations.organisation o))
       AND e.at >= coalesce($3::timestamptz, $1) AND e.at < $2
       AND ($3::timestamptz IS NULL OR (e.at, e.id) > ($3, $4::uuid))
     ORDER BY e.at, e.id LIMIT $5`,
    [wanted.from, wanted.until, wanted.after?.[0] ?? null, wanted.after?.[1] ?? null, wanted.limit],
  )
