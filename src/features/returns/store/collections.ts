// Collections and their packages. Every change counts up the version.
import type { OrganisationId, PersonId, PlaceId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { OrganisationKind } from '../../organisations/rules.ts'
import type { CollectionState, Direction, PackageKind } from '../rules/states.ts'

export interface CollectionRow {
  id: Uuid
  number: string
  senderId: OrganisationId
  senderName: string | null
  receiverId: OrganisationId
  receiverName: string | null
  receiverKind: OrganisationKind | null
  fromPlaceName: string | null
  fromAddress: string | null
  state: CollectionState
  wantedPickupOn: string | null
  createdAt: Date
  sentAt: Date | null
  receivedAt: Date | null
  closedAt: Date | null
  version: number
}

export interface CountsRow {
  total: number
  packed: number
  received: number
  missing: number
  takenBack: number
  openDiscrepancies: number
  discrepancies: number
}

const COLUMNS = `c.id, c.number, c.sender_id AS "senderId", s.name AS "senderName",
  c.receiver_id AS "receiverId", r.name AS "receiverName", r.kind AS "receiverKind",
  c.from_place_name AS "fromPlaceName", c.from_address AS "fromAddress", c.state,
  c.wanted_pickup_on AS "wantedPickupOn", c.created_at AS "createdAt", c.sent_at AS "sentAt",
  c.received_at AS "receivedAt", c.closed_at AS "closedAt", c.version`
const NAMES = `LEFT JOIN organisations.organisation s ON s.id = c.sender_id
  LEFT JOIN organisations.organisation r ON r.id = c.receiver_id`
const COUNTS = `
  CROSS JOIN LATERAL (
    SELECT count(*) AS total,
      count(*) FILTER (WHERE l.state = 'packed') AS packed,
      count(*) FILTER (WHERE l.state = 'received') AS received,
      count(*) FILTER (WHERE l.state = 'missing') AS missing,
      count(*) FILTER (WHERE l.state = 'takenBack') AS "takenBack"
    FROM returns.line l WHERE l.collection_id = c.id) n
  CROSS JOIN LATERAL (
    SELECT count(*) AS discrepancies,
      count(*) FILTER (WHERE d.closed_at IS NULL) AS "openDiscrepancies"
    FROM returns.discrepancy d WHERE d.collection_id = c.id) m`

/** Every change of a collection, its lines or its discrepancies begins with this lock. */
export const lockCollection = (tx: Tx, id: Uuid) =>
  tx.maybe<CollectionRow>(
    `SELECT ${COLUMNS} FROM returns.collection c ${NAMES} WHERE c.id = $1 FOR UPDATE OF c`,
    [id],
  )

export const getCollection = (tx: Tx, id: Uuid) =>
  tx.maybe<CollectionRow & CountsRow>(
    `SELECT ${COLUMNS}, n.*, m.* FROM returns.collection c ${NAMES} ${COUNTS} WHERE c.id = $1`,
    [id],
  )

export const countsOf = (tx: Tx, id: Uuid) =>
  tx.one<CountsRow>(`SELECT n.*, m.* FROM returns.collection c ${COUNTS} WHERE c.id = $1`, [id])

export const listCollections = (
  tx: Tx,
  wanted: {
    state: CollectionState | null
    direction: Direction | null
    beforeId: Uuid | null
    limit: number
  },
) =>
  tx.rows<CollectionRow & CountsRow>(
    `SELECT ${COLUMNS}, n.*, m.* FROM (
       SELECT * FROM returns.collection c
       WHERE ($1::text IS NULL OR c.state = $1)
         AND ($2::text IS DISTINCT FROM 'out' OR c.sender_id = organisations.current_id())
         AND ($2::text IS DISTINCT FROM 'in' OR c.receiver_id = organisations.current_id())
         AND ($3::uuid IS NULL OR c.id < $3)
       ORDER BY c.id DESC LIMIT $4) c ${NAMES} ${COUNTS}
     ORDER BY c.id DESC`,
    [wanted.state, wanted.direction, wanted.beforeId, wanted.limit],
  )

export const countByState = (tx: Tx) =>
  tx.rows<{
    direction: Direction
    state: CollectionState
    collections: number
    devices: number
    oldestAt: Date
  }>(
    `SELECT c.direction, c.state, count(*) AS collections, sum(n.devices)::bigint AS devices,
       min(coalesce(c.closed_at, c.received_at, c.sent_at, c.created_at)) AS "oldestAt"
     FROM (SELECT *, CASE WHEN sender_id = organisations.current_id() THEN 'out' ELSE 'in' END
         AS direction FROM returns.collection) c
     CROSS JOIN LATERAL (
       SELECT count(*) AS devices FROM returns.line l WHERE l.collection_id = c.id) n
     GROUP BY c.direction, c.state ORDER BY c.direction DESC, c.state`,
  )

export const oldestDiscrepancy = (tx: Tx) =>
  tx.one<{ count: number; oldestAt: Date | null }>(
    `SELECT count(*) AS count, min(opened_at) AS "oldestAt"
     FROM returns.discrepancy WHERE closed_at IS NULL`,
  )

export const insertCollection = (
  tx: Tx,
  row: {
    id: Uuid
    number: string
    senderId: OrganisationId
    receiverId: OrganisationId
    fromPlaceId: PlaceId | null
    wantedPickupOn: string | null
    at: Date
    by: PersonId
  },
) =>
  tx.run(
    `INSERT INTO returns.collection (id, number, sender_id, receiver_id, from_place_id,
       from_place_name, from_address, state, wanted_pickup_on, created_at, created_by)
     SELECT $1, $2, $3, $4, $5, p.name, p.address, 'packing', $6, $7, $8
     FROM (SELECT) AS one LEFT JOIN organisations.place p ON p.id = $5`,
    [
      row.id,
      row.number,
      row.senderId,
      row.receiverId,
      row.fromPlaceId,
      row.wantedPickupOn,
      row.at,
      row.by,
    ],
  )

/** Sent shows a collection and all it holds to the receiver; taken back hides it again. */
export async function saveSent(
  tx: Tx,
  id: Uuid,
  sentAt: Date | null,
  partyIds: readonly OrganisationId[],
) {
  await tx.run(
    `UPDATE returns.collection SET sent_at = $2, version = version + 1,
       state = CASE WHEN $2::timestamptz IS NULL THEN 'packing' ELSE 'sent' END WHERE id = $1`,
    [id, sentAt],
  )
  await tx.run('UPDATE returns.package SET party_ids = $2 WHERE collection_id = $1', [id, partyIds])
  await tx.run('UPDATE returns.line SET party_ids = $2 WHERE collection_id = $1', [id, partyIds])
}

export const beginReceiving = (tx: Tx, id: Uuid, at: Date) =>
  tx.run(
    `UPDATE returns.collection SET state = 'receiving', received_at = $2, version = version + 1
     WHERE id = $1 AND state = 'sent'`,
    [id, at],
  )

export const saveClosed = (tx: Tx, id: Uuid, at: Date) =>
  tx.run(
    `UPDATE returns.collection SET state = 'closed', closed_at = $2, version = version + 1
     WHERE id = $1`,
    [id, at],
  )

export interface PackageRow {
  id: Uuid
  number: number
  kind: PackageKind
  seal: string | null
  devices: number
}

export const packagesOf = (tx: Tx, collectionId: Uuid) =>
  tx.rows<PackageRow>(
    `SELECT p.id, p.number, p.kind, p.seal, coalesce(n.devices, 0)::int AS devices
     FROM returns.package p
     LEFT JOIN (SELECT package_id, count(*) AS devices FROM returns.line
       WHERE collection_id = $1 GROUP BY package_id) n ON n.package_id = p.id
     WHERE p.collection_id = $1 ORDER BY p.number`,
    [collectionId],
  )

export const insertPackage = (
  tx: Tx,
  row: {
    collectionId: Uuid
    id: Uuid
    kind: PackageKind
    seal: string | null
    senderId: OrganisationId
  },
) =>
  tx.run(
    `INSERT INTO returns.package (collection_id, id, number, kind, seal, party_ids)
     SELECT $1, $2, coalesce(max(p.number), 0) + 1, $3, $4, ARRAY[$5::uuid]
     FROM returns.package p WHERE p.collection_id = $1`,
    [row.collectionId, row.id, row.kind, row.seal, row.senderId],
  )

export const changePackage = (
  tx: Tx,
  row: { collectionId: Uuid; id: Uuid; kind: PackageKind; seal: string | null },
) =>
  tx.run('UPDATE returns.package SET kind = $3, seal = $4 WHERE collection_id = $1 AND id = $2', [
    row.collectionId,
    row.id,
    row.kind,
    row.seal,
  ])
