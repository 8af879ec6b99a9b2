// Stations of the bench, and what they need to know to work alone.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface StationRow {
  id: Uuid
  organisationId: OrganisationId
  name: string
  place: string | null
  timeZone: string
  publicKey: Buffer
  personId: PersonId
  tokenId: Uuid
  software: string | null
  enrolledAt: Date
  enrolledBy: PersonId
  seenAt: Date
  clockOffsetMs: number
  revokedAt: Date | null
  revokedBy: PersonId | null
}
export interface ShownStation extends StationRow {
  enrolledByName: string | null
  revokedByName: string | null
  issued: number
  waiting: number
  refused: number
}

const SELECT = `
  SELECT s.id, s.organisation_id AS "organisationId", s.name, s.place, s.time_zone AS "timeZone",
    s.public_key AS "publicKey", s.person_id AS "personId", s.token_id AS "tokenId", s.software,
    s.enrolled_at AS "enrolledAt", s.enrolled_by AS "enrolledBy", p.name AS "enrolledByName",
    s.seen_at AS "seenAt", s.clock_offset_ms AS "clockOffsetMs", s.revoked_at AS "revokedAt",
    s.revoked_by AS "revokedBy", q.name AS "revokedByName", c.issued, c.waiting, c.refused
  FROM erasure.station s
  LEFT JOIN organisations.person p ON p.id = s.enrolled_by
  LEFT JOIN organisations.person q ON q.id = s.revoked_by
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE r.state = 'issued') AS issued,
      count(*) FILTER (WHERE r.state IN ('awaitingReview', 'unmatched')) AS waiting,
      count(*) FILTER (WHERE r.state = 'refused') AS refused
    FROM erasure.evidence e JOIN erasure.result r ON r.evidence_id = e.id
    WHERE e.station_id = s.id) AS c`

export const stations = (tx: Tx) =>
  tx.rows<ShownStation>(`${SELECT} ORDER BY s.revoked_at IS NOT NULL, s.name, s.id`)

export const stationById = (tx: Tx, id: Uuid) =>
  tx.maybe<ShownStation>(`${SELECT} WHERE s.id = $1`, [id])

export const nameIsTaken = async (tx: Tx, name: string): Promise<boolean> =>
  (
    await tx.one<{ taken: boolean }>(
      `SELECT EXISTS (SELECT FROM erasure.station
         WHERE organisation_id = organisations.current_id() AND lower(name) = lower($1)
           AND revoked_at IS NULL) AS taken`,
      [name],
    )
  ).taken

/** @returns 0 when the key, or in the same instant the name, is taken */
export const insertStation = (tx: Tx, row: StationRow) =>
  tx.run(
    `INSERT INTO erasure.station (id, organisation_id, name, place, time_zone, public_key, person_id,
       token_id, software, enrolled_at, enrolled_by, seen_at, clock_offset_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
    [
      row.id,
      row.organisationId,
      row.name,
      row.place,
      row.timeZone,
      row.publicKey,
      row.personId,
      row.tokenId,
      row.software,
      row.enrolledAt,
      row.enrolledBy,
      row.seenAt,
      row.clockOffsetMs,
    ],
  )

export const markSeen = (
  tx: Tx,
  id: Uuid,
  seen: { at: Date; timeZone: string; software: string | null; clockOffsetMs: number },
) =>
  tx.run(
    `UPDATE erasure.station SET seen_at = $2, time_zone = $3, software = coalesce($4, software),
       clock_offset_ms = $5 WHERE id = $1`,
    [id, seen.at, seen.timeZone, seen.software, seen.clockOffsetMs],
  )

export const markSent = (tx: Tx, id: Uuid, at: Date) =>
  tx.run('UPDATE erasure.station SET seen_at = greatest(seen_at, $2) WHERE id = $1', [id, at])

export const markRevoked = (tx: Tx, id: Uuid, at: Date, by: PersonId) =>
  tx.run(
    'UPDATE erasure.station SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL',
    [id, at, by],
  )

/** People whose role lets them erase; scripts and stations have user names of their own. */
export const operators = (tx: Tx, roles: readonly string[]) =>
  tx.rows<{ id: PersonId; name: string }>(
    `SELECT DISTINCT p.id, p.name FROM organisations.person p
     JOIN organisations.role_grant g ON g.person_id = p.id
     WHERE g.role = ANY ($1) AND p.purged_at IS NULL
       AND (p.username IS NULL OR p.username !~ '^(script|station):')
     ORDER BY p.name, p.id LIMIT 500`,
    [roles],
  )

export interface WorkRow {
  deviceId: DeviceId
  assetTag: string | null
  serialNumber: string | null
  maker: string
  model: string
  policy: unknown
  media: string[]
}

export const work = (
  tx: Tx,
  query: { statuses: readonly string[]; after: DeviceId | null; limit: number },
) =>
  tx.rows<WorkRow>(
    `SELECT d.id AS "deviceId", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
       d.maker, d.model, o.settings -> 'erasurePolicy' AS policy,
       ARRAY(SELECT m.serial FROM erasure.medium m WHERE m.device_id = d.id
         AND m.state <> 'removed' ORDER BY m.serial) AS media
     FROM devices.listing l
     JOIN devices.device d ON d.id = l.device_id
     LEFT JOIN organisations.organisation o ON o.id = d.owner_id
     WHERE l.organisation_id = organisations.current_id()
       AND l.custodian_id = organisations.current_id()
       AND l.status = ANY ($1) AND l.data_state = 'holdsData'
       AND ($2::uuid IS NULL OR l.device_id > $2)
     ORDER BY l.device_id LIMIT $3`,
    [query.statuses, query.after, query.limit],
  )

/** Devices in this organisation's depots whose asset tag or serial number is exactly what was scanned. */
export const devicesWithTag = (tx: Tx, tag: string, serialKey: string) =>
  tx.rows<{ id: DeviceId }>(
    `SELECT d.id FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     WHERE (d.asset_tag = $1 OR d.serial_key = $2) AND c.account_kind = 'depot'
       AND c.organisation_id = organisations.current_id() LIMIT 2`,
    [tag, serialKey],
  )

/** The evidence of a run, and the hash of its document; null when it was never sent. */
export const evidenceOfRun = (tx: Tx, stationId: Uuid, runId: Uuid) =>
  tx.maybe<{ id: Uuid; sha256: Buffer }>(
    'SELECT id, sha256 FROM erasure.evidence WHERE station_id = $1 AND run_id = $2',
    [stationId, runId],
  )
