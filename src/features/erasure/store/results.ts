// Results as people see them: with their device, medium, file and certificate.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { EvidenceFacts } from '../rules/evidence/shape.ts'
import type { AchievedLevel } from '../rules/gate.ts'
import type { Decision, ReasonCode } from '../rules/reasons.ts'
import type { ResultState } from '../rules/states.ts'

export interface ShownRow {
  id: Uuid
  evidenceId: Uuid
  fileName: string | null
  sha256: Buffer | null
  tool: string | null
  toolVersion: string | null
  session: number
  drive: number
  serial: string | null
  facts: EvidenceFacts
  decision: Decision
  reasons: ReasonCode[]
  level: AchievedLevel
  state: ResultState
  deviceId: DeviceId | null
  deviceAssetTag: string | null
  deviceSerial: string | null
  deviceMaker: string | null
  deviceModel: string | null
  deviceDataState: string | null
  mediumId: Uuid | null
  mediumSerial: string | null
  suggestedId: Uuid | null
  suggestedSerial: string | null
  suggestedDeviceId: DeviceId | null
  suggestedAssetTag: string | null
  certificateId: Uuid | null
  certificateNumber: string | null
  organisationId: OrganisationId
  recordedAt: Date
  recordedById: Uuid
  recordedByName: string | null
  reviewedAt: Date | null
  reviewedById: Uuid | null
  reviewedByName: string | null
  reviewReason: string | null
  escalatedAt: Date | null
  escalatedById: Uuid | null
  escalatedByName: string | null
  escalationReason: string | null
}

const SELECT = `
  SELECT r.id, r.evidence_id AS "evidenceId", e.file_name AS "fileName", e.sha256, e.tool,
    e.tool_version AS "toolVersion", r.session, r.drive, r.serial, r.facts, r.decision, r.reasons,
    r.level, r.state, r.device_id AS "deviceId", d.asset_tag AS "deviceAssetTag",
    d.serial_number AS "deviceSerial", d.maker AS "deviceMaker", d.model AS "deviceModel",
    d.data_state AS "deviceDataState", r.medium_id AS "mediumId", m.serial AS "mediumSerial",
    s.id AS "suggestedId", s.serial AS "suggestedSerial", s.device_id AS "suggestedDeviceId",
    sd.asset_tag AS "suggestedAssetTag", c.id AS "certificateId", c.number AS "certificateNumber",
    r.organisation_id AS "organisationId", r.recorded_at AS "recordedAt",
    r.recorded_by AS "recordedById", p.name AS "recordedByName", r.reviewed_at AS "reviewedAt",
    r.reviewed_by AS "reviewedById", q.name AS "reviewedByName", r.review_reason AS "reviewReason",
    r.escalated_at AS "escalatedAt", r.escalated_by AS "escalatedById",
    x.name AS "escalatedByName", r.escalation_reason AS "escalationReason"
  FROM erasure.result r
  LEFT JOIN erasure.evidence e ON e.id = r.evidence_id
  LEFT JOIN devices.device d ON d.id = r.device_id
  LEFT JOIN erasure.medium m ON m.device_id = r.device_id AND m.id = r.medium_id
  LEFT JOIN erasure.medium s ON s.id = r.suggested_medium_id
  LEFT JOIN devices.device sd ON sd.id = s.device_id
  LEFT JOIN erasure.certificate c ON c.device_id = r.device_id AND c.result_id = r.id
  LEFT JOIN organisations.person p ON p.id = r.recorded_by
  LEFT JOIN organisations.person q ON q.id = r.reviewed_by
  LEFT JOIN organisations.person x ON x.id = r.escalated_by`

export const resultsOfEvidence = (tx: Tx, evidenceId: Uuid) =>
  tx.rows<ShownRow>(`${SELECT} WHERE r.evidence_id = $1 ORDER BY r.session, r.drive`, [evidenceId])

export const shownById = (tx: Tx, id: Uuid) => tx.maybe<ShownRow>(`${SELECT} WHERE r.id = $1`, [id])

/** This organisation's own queue; or all that is known of one device, whoever erased it. */
export const listResults = (
  tx: Tx,
  query: {
    state: ResultState | null
    drawn: boolean | null
    deviceId: DeviceId | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  query.deviceId
    ? tx.rows<ShownRow>(
        `${SELECT} WHERE r.device_id = $1 AND ($2::text IS NULL OR r.state = $2)
           AND ($3::timestamptz IS NULL OR (r.recorded_at, r.id) < ($3, $4::uuid))
           AND ($6::boolean IS NULL OR ('FOUR_EYES' = ANY (r.reasons)) = $6)
         ORDER BY r.recorded_at DESC, r.id DESC LIMIT $5`,
        [
          query.deviceId,
          query.state,
          query.after?.[0] ?? null,
          query.after?.[1] ?? null,
          query.limit,
          query.drawn,
        ],
      )
    : tx.rows<ShownRow>(
        `${SELECT} WHERE r.organisation_id = organisations.current_id()
           AND ($1::text IS NULL OR r.state = $1)
           AND ($2::timestamptz IS NULL OR (r.recorded_at, r.id) < ($2, $3::uuid))
           AND ($5::boolean IS NULL OR ('FOUR_EYES' = ANY (r.reasons)) = $5)
         ORDER BY r.recorded_at DESC, r.id DESC LIMIT $4`,
        [query.state, query.after?.[0] ?? null, query.after?.[1] ?? null, query.limit, query.drawn],
      )

/** What one station has reported. */
export const resultsOfStation = (
  tx: Tx,
  stationId: Uuid,
  after: readonly [string, Uuid] | null,
  limit: number,
) =>
  tx.rows<ShownRow>(
    `${SELECT} WHERE e.station_id = $1
       AND ($2::timestamptz IS NULL OR (r.recorded_at, r.id) < ($2, $3::uuid))
     ORDER BY r.recorded_at DESC, r.id DESC LIMIT $4`,
    [stationId, after?.[0] ?? null, after?.[1] ?? null, limit],
  )

export const countResults = (tx: Tx) =>
  tx.rows<{ state: ResultState; count: number }>(
    `SELECT state, count(*) AS count FROM erasure.result
     WHERE organisation_id = organisations.current_id() GROUP BY state`,
  )

/** Devices in the keeping of this organisation that wait for erasure, and those without media. */
export const countDevices = (tx: Tx, statuses: readonly string[]) =>
  tx.one<{ toErase: number; mediaMissing: number }>(
    `SELECT count(*) AS "toErase",
       count(*) FILTER (WHERE NOT EXISTS (
         SELECT FROM erasure.medium m WHERE m.device_id = l.device_id)) AS "mediaMissing"
     FROM devices.listing l
     WHERE l.organisation_id = organisations.current_id()
       AND l.custodian_id = organisations.current_id()
       AND l.status = ANY ($1) AND l.data_state = 'holdsData'`,
    [statuses],
  )

/** Drawn for the sample, and waiting for a second person. */
export const countDrawn = async (tx: Tx): Promise<number> =>
  (
    await tx.one<{ count: number }>(
      `SELECT count(*) AS count FROM erasure.result
       WHERE organisation_id = organisations.current_id() AND state = 'awaitingReview'
         AND 'FOUR_EYES' = ANY (reasons)`,
    )
  ).count

/** What the logs that one has read in say of runs that began then. */
export const factsOfRun = async (
  tx: Tx,
  organisationId: OrganisationId,
  startLocal: string,
): Promise<EvidenceFacts[]> =>
  (
    await tx.rows<{ facts: EvidenceFacts }>(
      `SELECT facts FROM erasure.result
       WHERE organisation_id = $1 AND facts ->> 'startLocal' = $2 LIMIT 500`,
      [organisationId, startLocal],
    )
  ).map((row) => row.facts)
