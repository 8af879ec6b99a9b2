import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DiscrepancyKind, Resolution } from '../rules/discrepancy.ts'

export interface DiscrepancyRow {
  id: Uuid
  collectionId: Uuid
  collectionNumber: string
  senderId: OrganisationId
  receiverId: OrganisationId
  kind: DiscrepancyKind
  code: string
  deviceId: DeviceId | null
  /** As the delivery note says it; null when the device has no line there. */
  lineDeviceId: DeviceId | null
  assetTag: string | null
  serialNumber: string | null
  deviceKind: DeviceKind | null
  maker: string | null
  model: string | null
  packageNumber: number | null
  openedAt: Date
  closedAt: Date | null
  closedBy: string | null
  closedByOrganisation: string | null
  resolution: Resolution | null
  remark: string | null
  version: number
}

const SELECT = `
  SELECT d.id, d.collection_id AS "collectionId", c.number AS "collectionNumber",
    c.sender_id AS "senderId", c.receiver_id AS "receiverId", d.kind, d.code,
    d.device_id AS "deviceId", l.device_id AS "lineDeviceId", l.asset_tag AS "assetTag",
    l.serial_number AS "serialNumber", l.kind AS "deviceKind", l.maker, l.model,
    p.number AS "packageNumber", d.opened_at AS "openedAt", d.closed_at AS "closedAt",
    pe.name AS "closedBy", o.name AS "closedByOrganisation", d.resolution, d.remark, d.version
  FROM returns.discrepancy d
  JOIN returns.collection c ON c.id = d.collection_id
  LEFT JOIN returns.line l ON l.collection_id = d.collection_id AND l.device_id = d.device_id
  LEFT JOIN returns.package p ON p.collection_id = l.collection_id AND p.id = l.package_id
  LEFT JOIN organisations.person pe ON pe.id = d.closed_by
  LEFT JOIN organisations.organisation o ON o.id = d.closed_by_organisation_id`

export const getDiscrepancy = (tx: Tx, collectionId: Uuid, id: Uuid) =>
  tx.maybe<DiscrepancyRow>(`${SELECT} WHERE d.collection_id = $1 AND d.id = $2`, [collectionId, id])

/** Oldest first; their ids are in the order they were opened. */
export const listDiscrepancies = (
  tx: Tx,
  wanted: {
    collectionId: Uuid | null
    state: 'open' | 'closed' | null
    afterId: Uuid | null
    limit: number
  },
) =>
  tx.rows<DiscrepancyRow>(
    `${SELECT}
     WHERE ($1::uuid IS NULL OR d.collection_id = $1)
       AND ($2::text IS NULL OR (d.closed_at IS NULL) = ($2 = 'open'))
       AND ($3::uuid IS NULL OR d.id > $3)
     ORDER BY d.id LIMIT $4`,
    [wanted.collectionId, wanted.state, wanted.afterId, wanted.limit],
  )

export interface NewDiscrepancy {
  readonly id: Uuid
  readonly kind: DiscrepancyKind
  readonly deviceId: DeviceId | null
  readonly code: string
  readonly codeKey: string
  readonly remark: string | null
}

/** Opens discrepancies; one that stands already for the same code or device is left as it is. */
export async function openDiscrepancies(
  tx: Tx,
  scope: { collectionId: Uuid; partyIds: readonly OrganisationId[]; at: Date; by: PersonId },
  rows: readonly NewDiscrepancy[],
) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO returns.discrepancy (collection_id, party_ids, opened_at, opened_by, id, kind,
       device_id, code, code_key, remark)
     SELECT $1, $2, $3, $4, d.* FROM unnest($5::uuid[], $6::text[], $7::uuid[], $8::text[],
       $9::text[], $10::text[]) AS d
     ON CONFLICT DO NOTHING`,
    [
      scope.collectionId,
      scope.partyIds,
      scope.at,
      scope.by,
      rows.map((row) => row.id),
      rows.map((row) => row.kind),
      rows.map((row) => row.deviceId),
      rows.map((row) => row.code),
      rows.map((row) => row.codeKey),
      rows.map((row) => row.remark),
    ],
  )
}

/** The missing discrepancy of each line, named as the delivery note names the device. */
export const openMissing = (
  tx: Tx,
  scope: { collectionId: Uuid; partyIds: readonly OrganisationId[]; at: Date; by: PersonId },
  rows: readonly { readonly id: Uuid; readonly deviceId: DeviceId }[],
) =>
  tx.run(
    `INSERT INTO returns.discrepancy (collection_id, party_ids, opened_at, opened_by, id, kind,
       device_id, code, code_key)
     SELECT $1, $2, $3, $4, n.id, 'missing', l.device_id,
       coalesce(l.asset_tag, l.serial_number, l.imei_key, l.model), l.sort_key
     FROM unnest($5::uuid[], $6::uuid[]) AS n (id, device_id)
     JOIN returns.line l ON l.collection_id = $1 AND l.device_id = n.device_id
     ON CONFLICT DO NOTHING`,
    [
      scope.collectionId,
      scope.partyIds,
      scope.at,
      scope.by,
      rows.map((row) => row.id),
      rows.map((row) => row.deviceId),
    ],
  )

/** Extras whose device the sender has acknowledged, by the key of their code. */
export const acknowledgedExtras = (tx: Tx, collectionId: Uuid, codeKeys: readonly string[]) =>
  tx.rows<{ codeKey: string; deviceId: DeviceId | null }>(
    `SELECT code_key AS "codeKey", device_id AS "deviceId" FROM returns.discrepancy
     WHERE collection_id = $1 AND kind = 'extra' AND resolution = 'acceptedBySender'
       AND code_key = ANY ($2)`,
    [collectionId, codeKeys],
  )

export interface Closing {
  readonly resolution: Resolution
  readonly at: Date
  readonly by: PersonId
  readonly organisationId: OrganisationId
}

const CLOSE = `closed_at = $3, closed_by = $4, closed_by_organisation_id = $5, resolution = $6,
  version = version + 1`

/** Closes what is still missing of these devices: they have turned up. */
export const closeMissing = (
  tx: Tx,
  collectionId: Uuid,
  deviceIds: readonly DeviceId[],
  closing: Closing,
) =>
  tx.run(
    `UPDATE returns.discrepancy SET ${CLOSE}
     WHERE collection_id = $1 AND device_id = ANY ($2) AND kind = 'missing' AND closed_at IS NULL`,
    [collectionId, deviceIds, closing.at, closing.by, closing.organisationId, closing.resolution],
  )

export const closeDiscrepancy = (
  tx: Tx,
  collectionId: Uuid,
  id: Uuid,
  closing: Closing,
  more: { remark: string | null; deviceId: DeviceId | null },
) =>
  tx.run(
    `UPDATE returns.discrepancy SET ${CLOSE}, remark = coalesce($7, remark),
       device_id = coalesce($8, device_id)
     WHERE collection_id = $1 AND id = $2 AND closed_at IS NULL`,
    [
      collectionId,
      id,
      closing.at,
      closing.by,
      closing.organisationId,
      closing.resolution,
      more.remark,
      more.deviceId,
    ],
  )
