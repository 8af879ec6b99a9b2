// Batches of printed certificates, and the files that are made of them one by one.
import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Language } from '../../../core/text.ts'
import type { Tx } from '../../../database/tx.ts'

export interface BatchRow {
  id: Uuid
  organisationId: OrganisationId
  actorId: PersonId
  name: string
  language: Language
  baseUrl: string
  state: 'running' | 'stopped' | 'done'
  total: number
  made: number
  refused: number
  createdAt: Date
  finishedAt: Date | null
}

const SELECT = `
  SELECT b.id, b.organisation_id AS "organisationId", b.actor_id AS "actorId", b.name, b.language,
    b.base_url AS "baseUrl", b.state, b.total, p.made, p.refused, b.created_at AS "createdAt",
    b.finished_at AS "finishedAt"
  FROM proofs.paper_batch b
  CROSS JOIN LATERAL (
    SELECT count(p.bytes) AS made, count(p.refusal) AS refused
    FROM proofs.paper p WHERE p.batch_id = b.id) AS p`

export const batchById = (tx: Tx, id: Uuid) => tx.maybe<BatchRow>(`${SELECT} WHERE b.id = $1`, [id])

export const latestBatches = (tx: Tx, limit: number) =>
  tx.rows<BatchRow>(`${SELECT} ORDER BY b.created_at DESC, b.id DESC LIMIT $1`, [limit])

export const openBatches = (tx: Tx) =>
  tx.rows<{ id: Uuid; organisationId: OrganisationId }>(
    `SELECT id, organisation_id AS "organisationId" FROM proofs.paper_batch
     WHERE state = 'running' ORDER BY id`,
  )

export async function insertBatch(
  tx: Tx,
  batch: Omit<BatchRow, 'state' | 'total' | 'made' | 'refused' | 'createdAt' | 'finishedAt'>,
  certificates: readonly { readonly id: Uuid; readonly number: string }[],
  at: Date,
) {
  await tx.run(
    `INSERT INTO proofs.paper_batch
       (id, organisation_id, actor_id, name, language, base_url, state, total, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'running', $7, $8)`,
    [
      batch.id,
      batch.organisationId,
      batch.actorId,
      batch.name,
      batch.language,
      batch.baseUrl,
      certificates.length,
      at,
    ],
  )
  await tx.run(
    `INSERT INTO proofs.paper (batch_id, place, organisation_id, certificate_id, number)
     SELECT $1, c.place, $2, c.id, c.number
     FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS c (id, number, place)`,
    [
      batch.id,
      batch.organisationId,
      certificates.map(({ id }) => id),
      certificates.map(({ number }) => number),
    ],
  )
}

/** Files of batches that are older; they can be printed again at any time. */
export async function dropBatchesBefore(tx: Tx, before: Date) {
  await tx.run(
    `DELETE FROM proofs.paper WHERE batch_id IN (
       SELECT id FROM proofs.paper_batch WHERE created_at < $1 AND state <> 'running')`,
    [before],
  )
  await tx.run(`DELETE FROM proofs.paper_batch WHERE created_at < $1 AND state <> 'running'`, [
    before,
  ])
}

/** The next that are to be made, held for this transaction; of two at work each takes its own. */
export const nextToMake = (tx: Tx, batchId: Uuid, limit: number) =>
  tx.rows<{ place: number; certificateId: Uuid }>(
    `SELECT place, certificate_id AS "certificateId" FROM proofs.paper
     WHERE batch_id = $1 AND bytes IS NULL AND refusal IS NULL
     ORDER BY place LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [batchId, limit],
  )

export const savePaper = (
  tx: Tx,
  batchId: Uuid,
  place: number,
  made: { readonly bytes: Uint8Array | null; readonly refusal: string | null },
) =>
  tx.run('UPDATE proofs.paper SET bytes = $3, refusal = $4 WHERE batch_id = $1 AND place = $2', [
    batchId,
    place,
    made.bytes && Buffer.from(made.bytes),
    made.refusal,
  ])

/** Done when nothing is left; another process may still hold the last ones. */
export const finishIfMade = (tx: Tx, batchId: Uuid, at: Date) =>
  tx.run(
    `UPDATE proofs.paper_batch SET state = 'done', finished_at = $2
     WHERE id = $1 AND state = 'running' AND NOT EXISTS (
       SELECT FROM proofs.paper WHERE batch_id = $1 AND bytes IS NULL AND refusal IS NULL)`,
    [batchId, at],
  )

export const stopBatch = (tx: Tx, batchId: Uuid, at: Date) =>
  tx.run(
    `UPDATE proofs.paper_batch SET state = 'stopped', finished_at = $2
     WHERE id = $1 AND state = 'running'`,
    [batchId, at],
  )

export const papersOf = (tx: Tx, batchId: Uuid) =>
  tx.rows<{ number: string; bytes: Buffer | null; refusal: string | null }>(
    'SELECT number, bytes, refusal FROM proofs.paper WHERE batch_id = $1 ORDER BY place',
    [batchId],
  )
