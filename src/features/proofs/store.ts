// What the papers name: people and organisations that this organisation may see, and hand-outs.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DataState } from '../devices/rules/status.ts'
import type { Role } from '../organisations/rules.ts'

export interface NamedPerson {
  id: PersonId
  name: string
  email: string | null
  roles: Role[]
}

export const peopleNamed = (tx: Tx, ids: readonly PersonId[]) =>
  tx.rows<NamedPerson>(
    `SELECT p.id, p.name, p.email,
       array(SELECT g.role FROM organisations.role_grant g WHERE g.person_id = p.id ORDER BY 1)
         AS roles
     FROM organisations.person p WHERE p.id = ANY ($1) AND p.purged_at IS NULL`,
    [ids],
  )

export interface NamedOrganisation {
  id: OrganisationId
  name: string
  number: string | null
}

export const organisationsNamed = (tx: Tx, ids: readonly OrganisationId[]) =>
  tx.rows<NamedOrganisation>(
    `SELECT id, name, organisation_number AS number FROM organisations.organisation
     WHERE id = ANY ($1)`,
    [ids],
  )

export const placesNamed = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<{ id: Uuid; name: string }>(
    'SELECT id, name FROM organisations.place WHERE id = ANY ($1::uuid[])',
    [ids],
  )

export interface IssueEntry {
  readonly seq: number
  readonly hash: Buffer
  readonly body: string
}

/** The entry in the journal of its device that tells of each certificate's issue. */
export async function entriesOfIssue(
  tx: Tx,
  certificates: readonly { readonly id: Uuid; readonly deviceId: DeviceId }[],
): Promise<ReadonlyMap<Uuid, IssueEntry>> {
  const rows = await tx.rows<IssueEntry & { certificateId: Uuid }>(
    `SELECT DISTINCT ON (c.id) c.id AS "certificateId", e.seq, e.hash, e.body
     FROM unnest($1::uuid[], $2::uuid[]) AS c (device_id, id)
     JOIN journal.entry e ON e.subject_id = c.device_id
       AND e.kind IN ('erasure.proven', 'erasure.mediumErased', 'erasure.destroyed')
       AND position(c.id::text IN e.body) > 0
     ORDER BY c.id, e.seq`,
    [certificates.map(({ deviceId }) => deviceId), certificates.map(({ id }) => id)],
  )
  return new Map(rows.map(({ certificateId, ...entry }) => [certificateId, entry]))
}

export const deviceNamed = (tx: Tx, id: DeviceId) =>
  tx.maybe<{ assetTag: string | null; serialNumber: string | null }>(
    `SELECT asset_tag AS "assetTag", serial_number AS "serialNumber" FROM devices.device
     WHERE id = $1`,
    [id],
  )

export const devicesOfCollection = async (tx: Tx, collectionId: Uuid): Promise<DeviceId[]> =>
  (
    await tx.rows<{ id: DeviceId }>(
      `SELECT l.device_id AS id FROM returns.line l
       WHERE l.collection_id = $1 AND l.device_id IS NOT NULL ORDER BY l.sort_key, l.device_id`,
      [collectionId],
    )
  ).map(({ id }) => id)

export interface HandOutRow {
  id: Uuid
  handedOutAt: Date
  confirmedAt: Date | null
  endsOn: string | null
  holderName: string | null
  unitName: string | null
  byName: string | null
  maker: string
  model: string
  serialNumber: string | null
  assetTag: string | null
  grade: string | null
}

export const latestHandOut = (tx: Tx, deviceId: DeviceId) =>
  tx.maybe<HandOutRow>(
    `SELECT h.id, h.handed_out_at AS "handedOutAt", h.confirmed_at AS "confirmedAt",
       h.ends_on AS "endsOn", p.name AS "holderName", u.name AS "unitName", b.name AS "byName",
       d.maker, d.model, d.serial_number AS "serialNumber", d.asset_tag AS "assetTag", d.grade
     FROM custody.hand_out h
     JOIN devices.device d ON d.id = h.device_id
     LEFT JOIN organisations.person p ON p.id = h.holder_id
     LEFT JOIN organisations.unit u ON u.id = h.unit_id
     LEFT JOIN organisations.person b ON b.id = h.handed_out_by
     WHERE h.device_id = $1 ORDER BY h.handed_out_at DESC, h.id DESC LIMIT 1`,
    [deviceId],
  )

export interface LabelledDevice {
  id: DeviceId
  assetTag: string | null
  maker: string
  model: string
  serialNumber: string | null
  ownerName: string | null
}

/** In the order asked for. */
export const labelledDevices = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<LabelledDevice>(
    `SELECT d.id, d.asset_tag AS "assetTag", d.maker, d.model, d.serial_number AS "serialNumber",
       o.name AS "ownerName"
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, place)
     JOIN devices.device d ON d.id = w.id
     LEFT JOIN organisations.organisation o ON o.id = d.owner_id
     ORDER BY w.place`,
    [ids],
  )

export const deviceIsSeen = async (tx: Tx, id: DeviceId): Promise<boolean> =>
  (await tx.rows('SELECT 1 FROM devices.device WHERE id = $1', [id])).length > 0

export interface CollectionRow {
  id: Uuid
  number: string
  senderId: OrganisationId
  receiverId: OrganisationId
  fromAddress: string | null
  sentAt: Date | null
}

export const collectionById = (tx: Tx, id: Uuid) =>
  tx.maybe<CollectionRow>(
    `SELECT id, number, sender_id AS "senderId", receiver_id AS "receiverId",
       concat_ws(E'\\n', from_place_name, from_address) AS "fromAddress", sent_at AS "sentAt"
     FROM returns.collection WHERE id = $1`,
    [id],
  )

export const packagesOf = (tx: Tx, collectionId: Uuid) =>
  tx.rows<{ number: number; kind: 'box' | 'cage' | 'pallet'; seal: string | null }>(
    'SELECT number, kind, seal FROM returns.package WHERE collection_id = $1 ORDER BY number',
    [collectionId],
  )

export interface NotedDevice {
  package: number | null
  maker: string
  model: string
  serialNumber: string | null
  assetTag: string | null
  dataState: DataState | null
}

/** As the lines say it; the data state is null where the device is no longer seen here. */
export const notedDevices = (tx: Tx, collectionId: Uuid) =>
  tx.rows<NotedDevice>(
    `SELECT p.number AS package, l.maker, l.model, l.serial_number AS "serialNumber",
       l.asset_tag AS "assetTag", d.data_state AS "dataState"
     FROM returns.line l
     LEFT JOIN returns.package p ON p.collection_id = l.collection_id AND p.id = l.package_id
     LEFT JOIN devices.device d ON d.id = l.device_id
     WHERE l.collection_id = $1 ORDER BY p.number NULLS LAST, l.sort_key, l.device_id`,
    [collectionId],
  )
