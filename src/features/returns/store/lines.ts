// The devices of a collection, with their marks as the delivery note says them.
import type { DeviceId, OrganisationId, PersonId, PlaceId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DeviceStatus } from '../../devices/rules/status.ts'
import type { LineState } from '../rules/states.ts'

export interface LineRow {
  deviceId: DeviceId
  assetTag: string | null
  serialNumber: string | null
  kind: DeviceKind
  maker: string
  model: string
  state: LineState
  packageNumber: number | null
  packedAt: Date
  receivedAt: Date | null
  sortKey: string
}

const COLUMNS = `l.device_id AS "deviceId", l.asset_tag AS "assetTag",
  l.serial_number AS "serialNumber", l.kind, l.maker, l.model, l.state,
  p.number AS "packageNumber", l.packed_at AS "packedAt", l.received_at AS "receivedAt",
  l.sort_key AS "sortKey"`
const PACKAGE = `LEFT JOIN returns.package p
  ON p.collection_id = l.collection_id AND p.id = l.package_id`

export const listLines = (
  tx: Tx,
  collectionId: Uuid,
  wanted: {
    state: LineState | null
    packageId: Uuid | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<LineRow>(
    `SELECT ${COLUMNS} FROM returns.line l ${PACKAGE}
     WHERE l.collection_id = $1 AND ($2::text IS NULL OR l.state = $2)
       AND ($3::uuid IS NULL OR l.package_id = $3)
       AND ($4::text IS NULL OR (l.sort_key, l.device_id) > ($4, $5::uuid))
     ORDER BY l.sort_key, l.device_id LIMIT $6`,
    [
      collectionId,
      wanted.state,
      wanted.packageId,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )

export const linesByIds = (tx: Tx, collectionId: Uuid, ids: readonly DeviceId[]) =>
  tx.rows<LineRow>(
    `SELECT ${COLUMNS} FROM returns.line l ${PACKAGE}
     WHERE l.collection_id = $1 AND l.device_id = ANY ($2)`,
    [collectionId, ids],
  )

export const lineIds = (tx: Tx, collectionId: Uuid, state: LineState) =>
  tx.rows<{ deviceId: DeviceId }>(
    `SELECT device_id AS "deviceId" FROM returns.line WHERE collection_id = $1 AND state = $2`,
    [collectionId, state],
  )

/** Which devices of the collection each code may mean, by tag, serial number or IMEI. */
export const findInCollection = (
  tx: Tx,
  collectionId: Uuid,
  codes: readonly { code: string; tag: string; serialKey: string }[],
) =>
  tx.rows<{ code: string; deviceId: DeviceId }>(
    `WITH c AS (SELECT * FROM unnest($2::text[], $3::text[], $4::text[]) AS c (code, tag, key))
     SELECT c.code, l.device_id AS "deviceId" FROM c JOIN returns.line l
       ON l.collection_id = $1 AND l.tag_key = c.tag
     UNION SELECT c.code, l.device_id FROM c JOIN returns.line l
       ON l.collection_id = $1 AND l.serial_key = c.key AND c.key <> ''
     UNION SELECT c.code, l.device_id FROM c JOIN returns.line l
       ON l.collection_id = $1 AND l.imei_key = c.key AND c.key <> ''
     ORDER BY 1, 2`,
    [
      collectionId,
      codes.map((c) => c.code),
      codes.map((c) => c.tag),
      codes.map((c) => c.serialKey),
    ],
  )

/** Where devices are packed or on their way now; asked after their rows are locked. */
export const openLines = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<{ deviceId: DeviceId; collectionId: Uuid; number: string }>(
    `SELECT l.device_id AS "deviceId", c.id AS "collectionId", c.number
     FROM returns.line l JOIN returns.collection c ON c.id = l.collection_id
     WHERE l.device_id = ANY ($1) AND l.state = 'packed'`,
    [ids],
  )

/** What a line keeps of its device: marks and keys, and how it stood before. */
const SNAPSHOT = `d.asset_tag, d.serial_number, d.kind, d.maker, d.model,
  nullif(upper(btrim(d.asset_tag)), ''), d.serial_key,
  nullif(regexp_replace(coalesce(d.imei, ''), '\\D', '', 'g'), ''),
  upper(coalesce(nullif(btrim(d.asset_tag), ''), d.serial_key, '')),
  d.status, d.partner_id, CASE WHEN c.account_kind = 'depot' THEN c.account_id END`
const SNAPSHOT_NAMES = `asset_tag, serial_number, kind, maker, model, tag_key, serial_key, imei_key,
  sort_key, status_before, partner_before, place_before`

export const insertLines = (
  tx: Tx,
  collectionId: Uuid,
  rows: readonly { deviceId: DeviceId; packageId: Uuid | null }[],
  partyIds: readonly OrganisationId[],
  at: Date,
  by: PersonId,
) =>
  tx.run(
    `INSERT INTO returns.line (collection_id, device_id, package_id, state, packed_at, packed_by,
       party_ids, ${SNAPSHOT_NAMES})
     SELECT $1, d.id, n.package_id, 'packed', $5, $6, $4, ${SNAPSHOT}
     FROM unnest($2::uuid[], $3::uuid[]) AS n (device_id, package_id)
     JOIN devices.device d ON d.id = n.device_id
     JOIN custody.present c ON c.device_id = d.id`,
    [
      collectionId,
      rows.map((row) => row.deviceId),
      rows.map((row) => row.packageId),
      partyIds,
      at,
      by,
    ],
  )

/** What the sender acknowledges afterwards: a line that is received from the start. */
export const insertReceivedLine = (
  tx: Tx,
  collectionId: Uuid,
  deviceId: DeviceId,
  partyIds: readonly OrganisationId[],
  at: Date,
  by: PersonId,
) =>
  tx.run(
    `INSERT INTO returns.line (collection_id, device_id, state, packed_at, packed_by, received_at,
       party_ids, ${SNAPSHOT_NAMES})
     SELECT $1, d.id, 'received', $4, $5, $4, $3, ${SNAPSHOT}
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id WHERE d.id = $2
     ON CONFLICT (collection_id, device_id)
       DO UPDATE SET state = 'received', received_at = excluded.received_at`,
    [collectionId, deviceId, partyIds, at, by],
  )

/** Just before sending: the delivery note says what the register says now, which is mostly the same. */
export const refreshLines = (tx: Tx, collectionId: Uuid) =>
  tx.run(
    `UPDATE returns.line l SET (${SNAPSHOT_NAMES}) = ROW (${SNAPSHOT})
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     WHERE l.collection_id = $1 AND d.id = l.device_id
       AND (${SNAPSHOT_NAMES.replaceAll(/\w+/g, 'l.$&')}) IS DISTINCT FROM (${SNAPSHOT})`,
    [collectionId],
  )

export const removeLines = (tx: Tx, collectionId: Uuid, ids: readonly DeviceId[]) =>
  tx.rows<{ deviceId: DeviceId }>(
    `DELETE FROM returns.line WHERE collection_id = $1 AND device_id = ANY ($2)
     RETURNING device_id AS "deviceId"`,
    [collectionId, ids],
  )

export interface Before {
  deviceId: DeviceId
  state: LineState
  statusBefore: DeviceStatus
  partnerBefore: OrganisationId | null
  placeBefore: PlaceId | null
}
export const beforeSending = (tx: Tx, collectionId: Uuid, ids: readonly DeviceId[]) =>
  tx.rows<Before>(
    `SELECT device_id AS "deviceId", state, status_before AS "statusBefore",
       partner_before AS "partnerBefore", place_before AS "placeBefore"
     FROM returns.line WHERE collection_id = $1 AND device_id = ANY ($2)`,
    [collectionId, ids],
  )

export const saveLineStates = (
  tx: Tx,
  collectionId: Uuid,
  ids: readonly DeviceId[],
  state: LineState,
  receivedAt: Date | null,
) =>
  tx.run(
    `UPDATE returns.line SET state = $3, received_at = $4
     WHERE collection_id = $1 AND device_id = ANY ($2)`,
    [collectionId, ids, state, receivedAt],
  )
