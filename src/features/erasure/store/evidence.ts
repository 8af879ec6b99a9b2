// Files as they came, and what was read of each drive in them.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { uuidArray } from '../../custody/store.ts'
import type { EvidenceFacts } from '../rules/evidence/shape.ts'
import type { AchievedLevel } from '../rules/gate.ts'
import type { ResultState } from '../rules/states.ts'
import type { Decision, ReasonCode } from '../rules/reasons.ts'

/** Which of these hashes nobody had used, in hex; they are used from now on. */
export const takeHashes = async (
  tx: Tx,
  hashes: readonly Buffer[],
  evidenceId: Uuid,
): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ sha256: Buffer }>(
        'SELECT t AS sha256 FROM erasure.take_hashes($1::bytea[], $2) AS t',
        [hashes, evidenceId],
      )
    ).map((row) => row.sha256.toString('hex')),
  )

export interface EvidenceRow {
  readonly id: Uuid
  readonly organisationId: OrganisationId
  readonly sha256: Buffer
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly format: string
  readonly tool: string | null
  readonly toolVersion: string | null
  readonly stationTimeZone: string | null
  /** Set when one of our own stations signed it. */
  readonly station?: { readonly id: Uuid; readonly runId: Uuid; readonly signature: Buffer }
}

export const insertEvidence = (tx: Tx, row: EvidenceRow, at: Date, by: PersonId) =>
  tx.run(
    `INSERT INTO erasure.evidence (id, organisation_id, sha256, file_name, bytes, format, tool,
       tool_version, station_time_zone, uploaded_at, uploaded_by, station_id, run_id, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.id,
      row.organisationId,
      row.sha256,
      row.fileName,
      Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength),
      row.format,
      row.tool,
      row.toolVersion,
      row.stationTimeZone,
      at,
      by,
      row.station?.id ?? null,
      row.station?.runId ?? null,
      row.station?.signature ?? null,
    ],
  )

export const evidenceById = (tx: Tx, id: Uuid) =>
  tx.maybe<Omit<EvidenceRow, 'bytes'> & { uploadedBy: PersonId; uploadedAt: Date }>(
    `SELECT id, organisation_id AS "organisationId", sha256, file_name AS "fileName", format, tool,
       tool_version AS "toolVersion", station_time_zone AS "stationTimeZone",
       uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt"
     FROM erasure.evidence WHERE id = $1`,
    [id],
  )

export interface ResultRow {
  readonly id: Uuid
  readonly evidenceId: Uuid
  readonly organisationId: OrganisationId
  readonly session: number
  readonly drive: number
  readonly deviceId: DeviceId | null
  readonly mediumId: Uuid | null
  readonly suggestedMediumId: Uuid | null
  readonly serial: string | null
  readonly facts: EvidenceFacts
  readonly decision: Decision
  readonly reasons: readonly ReasonCode[]
  readonly level: AchievedLevel
  readonly state: ResultState
  readonly partyIds: readonly OrganisationId[]
}

/** Lists travel as one JSON array, since arrays of arrays must be even in PostgreSQL. */
export async function insertResults(tx: Tx, rows: readonly ResultRow[], at: Date, by: PersonId) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO erasure.result (id, evidence_id, organisation_id, session, drive, device_id,
       medium_id, suggested_medium_id, serial, facts, decision, reasons, level, state,
       recorded_at, recorded_by, party_ids)
     SELECT r.id, r.evidence, r.organisation, r.session, r.drive, r.device, r.medium, r.suggested,
       r.serial, r.facts, r.decision, r.reasons, r.level, r.state, $2, $3, r.parties::uuid[]
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, evidence uuid, organisation uuid,
       session int, drive int, device uuid, medium uuid, suggested uuid, serial text, facts jsonb,
       decision text, reasons text[], level text, state text, parties text)`,
    [
      JSON.stringify(
        rows.map((row) => ({
          id: row.id,
          evidence: row.evidenceId,
          organisation: row.organisationId,
          session: row.session,
          drive: row.drive,
          device: row.deviceId,
          medium: row.mediumId,
          suggested: row.suggestedMediumId,
          serial: row.serial,
          facts: row.facts,
          decision: row.decision,
          reasons: row.reasons,
          level: row.level,
          state: row.state,
          parties: uuidArray(row.partyIds),
        })),
      ),
      at,
      by,
    ],
  )
}

/** What waited for a decision on these media is needless: another proof has come. */
export const releaseResults = (tx: Tx, mediumIds: readonly Uuid[]) =>
  tx.run(
    `UPDATE erasure.result SET state = 'released'
     WHERE medium_id = ANY ($1) AND state = 'awaitingReview'`,
    [mediumIds],
  )

export interface StoredResult extends Omit<ResultRow, 'partyIds'> {
  readonly recordedAt: Date
  readonly recordedBy: PersonId
  readonly matchedBy: PersonId | null
  readonly escalatedAt: Date | null
  readonly escalatedBy: PersonId | null
  readonly escalationReason: string | null
}

const COLUMNS = `
  r.id, r.evidence_id AS "evidenceId", r.organisation_id AS "organisationId", r.session, r.drive,
  r.device_id AS "deviceId", r.medium_id AS "mediumId",
  r.suggested_medium_id AS "suggestedMediumId", r.serial, r.facts, r.decision, r.reasons, r.level,
  r.state, r.recorded_at AS "recordedAt", r.recorded_by AS "recordedBy",
  r.matched_by AS "matchedBy", r.escalated_at AS "escalatedAt", r.escalated_by AS "escalatedBy",
  r.escalation_reason AS "escalationReason"`

export const resultById = (tx: Tx, id: Uuid) =>
  tx.maybe<StoredResult>(`SELECT ${COLUMNS} FROM erasure.result r WHERE r.id = $1`, [id])

/** The device row is locked before, as everywhere, so that two orders of locks never meet. */
export const lockResult = (tx: Tx, id: Uuid) =>
  tx.one<StoredResult>(`SELECT ${COLUMNS} FROM erasure.result r WHERE r.id = $1 FOR UPDATE`, [id])

export const settleResult = (
  tx: Tx,
  row: Pick<ResultRow, 'id' | 'deviceId' | 'mediumId' | 'decision' | 'reasons' | 'level' | 'state'>,
) =>
  tx.run(
    `UPDATE erasure.result SET device_id = $2, medium_id = $3, decision = $4, reasons = $5,
       level = $6, state = $7 WHERE id = $1`,
    [row.id, row.deviceId, row.mediumId, row.decision, row.reasons, row.level, row.state],
  )

export const markMatched = (tx: Tx, id: Uuid, by: PersonId, partyIds: readonly OrganisationId[]) =>
  tx.run('UPDATE erasure.result SET matched_by = $2, party_ids = $3 WHERE id = $1', [
    id,
    by,
    partyIds,
  ])

export const markReviewed = (tx: Tx, id: Uuid, at: Date, by: PersonId, reason: string) =>
  tx.run(
    `UPDATE erasure.result SET reviewed_at = $2, reviewed_by = $3, review_reason = $4
     WHERE id = $1`,
    [id, at, by, reason],
  )

export const hasFailed = async (tx: Tx, mediumId: Uuid): Promise<boolean> =>
  (
    await tx.one<{ failed: boolean }>(
      `SELECT EXISTS (SELECT FROM erasure.result WHERE medium_id = $1 AND state = 'refused')
         AS failed`,
      [mediumId],
    )
  ).failed

export const sampleSettings = async (tx: Tx, organisationId: OrganisationId): Promise<unknown> =>
  (
    await tx.maybe<{ policy: unknown }>(
      `SELECT settings -> 'erasurePolicy' AS policy FROM organisations.organisation WHERE id = $1`,
      [organisationId],
    )
  )?.policy ?? null

/** Results that nothing stood against, and those of them that were drawn. */
export const drawnSince = (tx: Tx, organisationId: OrganisationId, since: Date) =>
  tx.one<{ results: number; drawn: number }>(
    `SELECT count(*)::integer AS results,
       (count(*) FILTER (WHERE 'FOUR_EYES' = ANY (reasons)))::integer AS drawn
     FROM erasure.result
     WHERE organisation_id = $1 AND recorded_at >= $2
       AND (state = 'issued' OR 'FOUR_EYES' = ANY (reasons))`,
    [organisationId, since],
  )

/** Media whose last draw nobody has approved yet. */
export const drawnMedia = async (tx: Tx, mediumIds: readonly Uuid[]): Promise<Uuid[]> =>
  mediumIds.length === 0
    ? []
    : (
        await tx.rows<{ id: Uuid }>(
          `SELECT r.id FROM (
             SELECT DISTINCT ON (r.medium_id) r.medium_id AS id, r.state FROM erasure.result r
             WHERE r.medium_id = ANY ($1) AND 'FOUR_EYES' = ANY (r.reasons)
             ORDER BY r.medium_id, r.recorded_at DESC, r.id DESC) AS r
           WHERE r.state <> 'issued'`,
          [mediumIds],
        )
      ).map(({ id }) => id)

export const markEscalated = (tx: Tx, id: Uuid, at: Date, by: PersonId, reason: string) =>
  tx.run(
    `UPDATE erasure.result SET escalated_at = $2, escalated_by = $3, escalation_reason = $4
     WHERE id = $1`,
    [id, at, by, reason],
  )
