// The rows of the logs: entries, full groups, the edge, and the signed heads.
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import {
  edgeFromBytes,
  edgeToBytes,
  type Edge,
  type Group,
  type GroupKey,
} from '../rules/log/groups.ts'

/** As it is now, held for this transaction, so that a log has one writer. */
export async function lockEdge(tx: Tx, logId: OrganisationId): Promise<Edge> {
  await tx.run(
    `INSERT INTO proofs.log (organisation_id, size, edge) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`,
    [logId],
  )
  const row = await tx.one<{ size: number; edge: Buffer }>(
    'SELECT size, edge FROM proofs.log WHERE organisation_id = $1 FOR UPDATE',
    [logId],
  )
  return edgeFromBytes(row.size, row.edge)
}

export const saveEdge = (tx: Tx, logId: OrganisationId, edge: Edge) =>
  tx.run('UPDATE proofs.log SET size = $2, edge = $3 WHERE organisation_id = $1', [
    logId,
    edge.size,
    edgeToBytes(edge),
  ])

export interface EntryKey {
  readonly subjectId: Uuid
  readonly seq: number
}

/** Those of the entries that the log has already. */
export const loggedAmong = (tx: Tx, logId: OrganisationId, entries: readonly EntryKey[]) =>
  tx.rows<{ subjectId: Uuid; seq: number }>(
    `SELECT l.subject_id AS "subjectId", l.seq
     FROM unnest($2::uuid[], $3::int[]) AS e (subject_id, seq)
     JOIN proofs.log_entry l ON l.organisation_id = $1
       AND l.subject_id = e.subject_id AND l.seq = e.seq`,
    [logId, entries.map((entry) => entry.subjectId), entries.map((entry) => entry.seq)],
  )

export const insertEntries = (
  tx: Tx,
  logId: OrganisationId,
  first: number,
  entries: readonly (EntryKey & { readonly leafHash: Uint8Array })[],
) =>
  tx.run(
    `INSERT INTO proofs.log_entry (organisation_id, index, subject_id, seq, leaf_hash)
     SELECT $1, $2::bigint + e.n - 1, e.subject_id, e.seq,
       substr($5::bytea, (e.n::integer - 1) * 32 + 1, 32)
     FROM unnest($3::uuid[], $4::int[]) WITH ORDINALITY AS e (subject_id, seq, n)`,
    [
      logId,
      first,
      entries.map((entry) => entry.subjectId),
      entries.map((entry) => entry.seq),
      Buffer.concat(entries.map((entry) => entry.leafHash)),
    ],
  )

export const insertGroups = (tx: Tx, logId: OrganisationId, groups: readonly Group[]) =>
  tx.run(
    `INSERT INTO proofs.log_group (organisation_id, level, index, hashes)
     SELECT $1, g.* FROM unnest($2::smallint[], $3::bigint[], $4::bytea[]) AS g`,
    [
      logId,
      groups.map((group) => group.level),
      groups.map((group) => group.index),
      groups.map((group) => group.hashes),
    ],
  )

export const groupsAt = (tx: Tx, logId: OrganisationId, keys: readonly GroupKey[]) =>
  tx.rows<{ level: number; index: number; hashes: Buffer }>(
    `SELECT g.level, g.index, g.hashes
     FROM unnest($2::smallint[], $3::bigint[]) AS k (level, index)
     JOIN proofs.log_group g ON g.organisation_id = $1 AND g.level = k.level AND g.index = k.index`,
    [logId, keys.map((key) => key.level), keys.map((key) => key.index)],
  )

export interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly signedAt: Date
}

const HEAD = 'SELECT size, root, note, signed_at AS "signedAt" FROM proofs.checkpoint'

export const newestCheckpoint = (tx: Tx, logId: OrganisationId) =>
  tx.maybe<CheckpointRow>(`${HEAD} WHERE organisation_id = $1 ORDER BY size DESC LIMIT 1`, [logId])

export const checkpointAt = (tx: Tx, logId: OrganisationId, size: number) =>
  tx.maybe<CheckpointRow>(`${HEAD} WHERE organisation_id = $1 AND size = $2`, [logId, size])

/** The head that the log stands at, with what witnesses have signed of it, in one look. */
export async function headOf(
  tx: Tx,
  logId: OrganisationId,
): Promise<{ edge: Edge; note: string; cosignatures: string[]; signedAt: Date } | null> {
  const row = await tx.maybe<{
    size: number
    edge: Buffer
    note: string
    signedAt: Date
    cosignatures: string[]
  }>(
    `SELECT l.size, l.edge, c.note, c.signed_at AS "signedAt",
       array(SELECT s.line FROM proofs.cosignature s
         WHERE s.organisation_id = $1 AND s.size = l.size ORDER BY s.name, s.key_id) AS cosignatures
     FROM proofs.log l JOIN proofs.checkpoint c
       ON c.organisation_id = l.organisation_id AND c.size = l.size
     WHERE l.organisation_id = $1`,
    [logId],
  )
  return row && { ...row, edge: edgeFromBytes(row.size, row.edge) }
}

export const insertCheckpoint = (tx: Tx, logId: OrganisationId, row: CheckpointRow) =>
  tx.run(
    `INSERT INTO proofs.checkpoint (organisation_id, size, root, note, signed_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [logId, row.size, row.root, row.note, row.signedAt],
  )
