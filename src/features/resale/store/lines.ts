// The lines of purchases: one device each, as the buyer was promised it.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { SoldGrade, VatScheme } from '../rules/listing.ts'
import type { LineState, PurchaseState } from '../rules/purchase.ts'

export interface LineRow {
  purchaseId: Uuid
  position: number
  listingId: Uuid
  deviceId: DeviceId
  buyerDeviceId: DeviceId | null
  state: LineState
  kind: DeviceKind
  maker: string
  model: string
  serialNumber: string | null
  grade: SoldGrade
  memoryGb: number | null
  storageGb: number | null
  osFamily: string | null
  batteryPercent: number | null
  priceOre: number
  vat: VatScheme
  warrantyMonths: number
  warrantyUntilOn: string | null
  receivedAt: Date | null
  /** Reported lost on the way, where both sides still see it. */
  lost: boolean
  /** The need of the buyer's that it meets; told to the buyer alone. */
  needId: Uuid | null
}

const LINE = `
  SELECT l.purchase_id AS "purchaseId", l.position, l.listing_id AS "listingId",
    l.device_id AS "deviceId", l.buyer_device_id AS "buyerDeviceId", l.state, l.kind, l.maker,
    l.model, l.serial_number AS "serialNumber", l.grade, l.memory_gb AS "memoryGb",
    l.storage_gb AS "storageGb", l.os_family AS "osFamily", l.battery_percent AS "batteryPercent",
    l.price_ore AS "priceOre", l.vat, l.warranty_months AS "warrantyMonths",
    l.warranty_until_on AS "warrantyUntilOn", l.received_at AS "receivedAt",
    l.need_id AS "needId", coalesce(d.status <> 'sent', false) AS lost
  FROM resale.purchase_line l
  LEFT JOIN devices.device d ON d.id = l.device_id AND l.state = 'sent'`

export const linesOf = (tx: Tx, purchaseId: Uuid) =>
  tx.rows<LineRow>(`${LINE} WHERE l.purchase_id = $1 ORDER BY l.position`, [purchaseId])

/** The line by which the organisation bought a device of its register. */
export const lineOfDevice = (tx: Tx, deviceId: DeviceId) =>
  tx.maybe<LineRow>(
    `${LINE} WHERE l.buyer_device_id = $1 AND l.buyer_id = organisations.current_id()`,
    [deviceId],
  )

export type NewLine = Omit<
  LineRow,
  'purchaseId' | 'state' | 'buyerDeviceId' | 'receivedAt' | 'lost'
>

export const insertLines = (
  tx: Tx,
  purchase: { id: Uuid; sellerId: OrganisationId; buyerId: OrganisationId },
  rows: readonly NewLine[],
) =>
  tx.run(
    `INSERT INTO resale.purchase_line (purchase_id, seller_id, buyer_id, state, position,
       listing_id, device_id, kind, maker, model, serial_number, grade, memory_gb, storage_gb,
       os_family, battery_percent, price_ore, vat, warranty_months, warranty_until_on,
       need_id)
     SELECT $1, $2, $3, 'ordered', n.*
     FROM unnest($4::int[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::int[], $13::int[], $14::text[], $15::int[], $16::bigint[],
       $17::text[], $18::int[], $19::date[], $20::uuid[])
       AS n (position, listing_id, device_id, kind, maker, model, serial_number, grade, memory_gb,
         storage_gb, os_family, battery_percent, price_ore, vat, warranty_months,
         warranty_until_on, need_id)`,
    [
      purchase.id,
      purchase.sellerId,
      purchase.buyerId,
      rows.map((row) => row.position),
      rows.map((row) => row.listingId),
      rows.map((row) => row.deviceId),
      rows.map((row) => row.kind),
      rows.map((row) => row.maker),
      rows.map((row) => row.model),
      rows.map((row) => row.serialNumber),
      rows.map((row) => row.grade),
      rows.map((row) => row.memoryGb),
      rows.map((row) => row.storageGb),
      rows.map((row) => row.osFamily),
      rows.map((row) => row.batteryPercent),
      rows.map((row) => row.priceOre),
      rows.map((row) => row.vat),
      rows.map((row) => row.warrantyMonths),
      rows.map((row) => row.warrantyUntilOn),
      rows.map((row) => row.needId),
    ],
  )

export const setLines = (
  tx: Tx,
  purchaseId: Uuid,
  positions: readonly number[],
  state: 'sent' | 'cancelled',
) =>
  tx.run(
    `UPDATE resale.purchase_line SET state = $3 WHERE purchase_id = $1 AND position = ANY ($2)`,
    [purchaseId, positions, state],
  )

/** What the note says of each device when it leaves. */
export const noteSerials = (
  tx: Tx,
  purchaseId: Uuid,
  rows: readonly { readonly position: number; readonly serialNumber: string | null }[],
) =>
  tx.run(
    `UPDATE resale.purchase_line l SET serial_number = n.serial_number
     FROM unnest($2::int[], $3::text[]) AS n (position, serial_number)
     WHERE l.purchase_id = $1 AND l.position = n.position`,
    [purchaseId, rows.map((row) => row.position), rows.map((row) => row.serialNumber)],
  )

export const receiveLines = (
  tx: Tx,
  purchaseId: Uuid,
  rows: readonly {
    readonly position: number
    readonly buyerDeviceId: DeviceId
    readonly warrantyUntilOn: string | null
  }[],
  now: Date,
) =>
  tx.run(
    `UPDATE resale.purchase_line l SET state = 'received', buyer_device_id = n.buyer_device_id,
       warranty_until_on = n.warranty_until_on, received_at = $5
     FROM unnest($2::int[], $3::uuid[], $4::date[])
       AS n (position, buyer_device_id, warranty_until_on)
     WHERE l.purchase_id = $1 AND l.position = n.position`,
    [
      purchaseId,
      rows.map((row) => row.position),
      rows.map((row) => row.buyerDeviceId),
      rows.map((row) => row.warrantyUntilOn),
      now,
    ],
  )

/** What has become of the purchase for a need: the line by which it was last bought. */
export interface NeedLineRow extends LineRow {
  number: string
  purchaseState: PurchaseState
  sellerId: OrganisationId
  sellerName: string | null
  reservedUntil: Date | null
}

/** As the buyer. */
export const linesOfNeeds = (tx: Tx, needIds: readonly Uuid[]) =>
  tx.rows<NeedLineRow>(
    `SELECT DISTINCT ON (l."needId") l.*, p.number, p.state AS "purchaseState",
       p.seller_id AS "sellerId", s.name AS "sellerName", p.reserved_until AS "reservedUntil"
     FROM (${LINE} WHERE l.need_id = ANY ($1) AND l.buyer_id = organisations.current_id()) l
     JOIN resale.purchase p ON p.id = l."purchaseId"
     LEFT JOIN organisations.organisation s ON s.id = p.seller_id
     ORDER BY l."needId", p.made_at DESC, p.id DESC`,
    [needIds],
  )

/** What is on its way already comes to the pool, for whoever needs it. */
export const untieNeeds = (tx: Tx, needIds: readonly Uuid[]) =>
  tx.run('UPDATE resale.purchase_line SET need_id = NULL WHERE need_id = ANY ($1)', [needIds])
