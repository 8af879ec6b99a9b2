import type {
  DeviceId,
  OrganisationId,
  PersonId,
  PlaceId,
  UnitId,
  Uuid,
} from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { OsFamily } from '../../catalogue/rules/requirements.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DeviceStatus, Grade } from '../../devices/rules/status.ts'
import type { VatScheme } from '../../resale/rules/listing.ts'
import type { NeedWay, NewReason } from '../rules/needs.ts'
import type { NeedState, PurchaseEnd } from '../rules/orders.ts'

export interface NeedRow {
  id: Uuid
  orderId: Uuid
  position: number
  state: NeedState
  holderId: PersonId | null
  holderName: string | null
  unitId: UnitId | null
  unitName: string | null
  kind: DeviceKind
  leastMemoryGb: number | null
  leastStorageGb: number | null
  leastScreenInches: number | null
  leastCores: number | null
  leastProcessorYear: number | null
  osFamily: OsFamily | null
  leastGrade: Exclude<Grade, 'E'> | null
  placeId: PlaceId | null
  placeName: string | null
  neededFromOn: string
  untilOn: string | null
  specialNeed: string | null
  way: NeedWay
  serviceId: Uuid | null
  serviceName: string | null
  newReason: NewReason | null
  newWords: string | null
  priceOre: number | null
  deviceId: DeviceId | null
  replacesId: DeviceId | null
  deliveredAt: Date | null
  /** What its purchase costs once, as it was when it was chosen. */
  purchaseOre: number | null
  purchaseVat: VatScheme | null
  warrantyMonths: number | null
  purchaseEnd: PurchaseEnd | null
}

const NEED = `
  SELECT n.id, n.order_id AS "orderId", n.position, n.state, n.holder_id AS "holderId",
    h.name AS "holderName", n.unit_id AS "unitId", u.name AS "unitName", n.kind,
    n.least_memory_gb AS "leastMemoryGb", n.least_storage_gb AS "leastStorageGb",
    n.least_screen_inches AS "leastScreenInches", n.least_cores AS "leastCores",
    n.least_processor_year AS "leastProcessorYear", n.os_family AS "osFamily",
    n.least_grade AS "leastGrade", n.place_id AS "placeId", l.name AS "placeName",
    n.needed_from_on AS "neededFromOn", n.until_on AS "untilOn", n.special_need AS "specialNeed",
    n.way, n.service_id AS "serviceId", s.name AS "serviceName", n.new_reason AS "newReason",
    n.new_words AS "newWords", n.price_ore AS "priceOre", n.device_id AS "deviceId",
    n.replaces_id AS "replacesId", n.delivered_at AS "deliveredAt",
    n.purchase_ore AS "purchaseOre", n.purchase_vat AS "purchaseVat",
    n.warranty_months AS "warrantyMonths", n.purchase_end AS "purchaseEnd"
  FROM ordering.need n
  LEFT JOIN organisations.person h ON h.id = n.holder_id
  LEFT JOIN organisations.unit u ON u.id = n.unit_id
  LEFT JOIN organisations.place l ON l.id = n.place_id
  LEFT JOIN catalogue.service s ON s.id = n.service_id`

export const needsOf = (tx: Tx, orderId: Uuid) =>
  tx.rows<NeedRow>(`${NEED} WHERE n.order_id = $1 ORDER BY n.position`, [orderId])

export const needsBy = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<NeedRow>(`${NEED} WHERE n.id = ANY ($1) ORDER BY n.id`, [ids])

export const orderOfNeed = async (tx: Tx, needId: Uuid): Promise<Uuid | null> =>
  (
    await tx.maybe<{ orderId: Uuid }>(
      'SELECT order_id AS "orderId" FROM ordering.need WHERE id = $1',
      [needId],
    )
  )?.orderId ?? null

export type NewNeedRow = Omit<
  NeedRow,
  'holderName' | 'unitName' | 'placeName' | 'serviceName' | 'deliveredAt' | 'purchaseEnd'
>

export const insertNeeds = (tx: Tx, organisationId: OrganisationId, rows: readonly NewNeedRow[]) =>
  tx.run(
    `INSERT INTO ordering.need (organisation_id, id, order_id, position, state, holder_id, unit_id,
       kind, least_memory_gb, least_storage_gb, least_screen_inches, os_family, least_grade,
       place_id, needed_from_on, until_on, special_need, way, service_id, new_reason, new_words,
       price_ore, device_id, replaces_id, purchase_ore, purchase_vat, warranty_months,
       least_cores, least_processor_year)
     SELECT $1, n.* FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "orderId" uuid,
       position integer, state text, "holderId" uuid, "unitId" uuid, kind text,
       "leastMemoryGb" integer, "leastStorageGb" integer, "leastScreenInches" numeric,
       "osFamily" text, "leastGrade" text, "placeId" uuid, "neededFromOn" date, "untilOn" date,
       "specialNeed" text, way text, "serviceId" uuid, "newReason" text, "newWords" text,
       "priceOre" bigint, "deviceId" uuid, "replacesId" uuid, "purchaseOre" bigint,
       "purchaseVat" text, "warrantyMonths" integer,
       "leastCores" integer, "leastProcessorYear" integer)`,
    [organisationId, JSON.stringify(rows)],
  )

export const changeNeeds = (
  tx: Tx,
  ids: readonly Uuid[],
  state: NeedState,
  deliveredAt: Date | null = null,
) =>
  tx.run(
    `UPDATE ordering.need SET state = $2, delivered_at = coalesce($3, delivered_at)
     WHERE id = ANY ($1)`,
    [ids, state, deliveredAt],
  )

/** A need that gets a device of the pool is met by it, whatever way it was ordered. */
export const giveDevices = (
  tx: Tx,
  given: readonly { readonly needId: Uuid; readonly deviceId: DeviceId | null }[],
) =>
  tx.run(
    `UPDATE ordering.need n SET device_id = g.device_id,
       state = CASE WHEN g.device_id IS NULL THEN 'open' ELSE 'reserved' END,
       way = CASE WHEN g.device_id IS NULL AND n.way = 'new' THEN 'new' ELSE 'pool' END,
       purchase_end = NULL,
       new_reason = CASE WHEN g.device_id IS NULL THEN n.new_reason END,
       new_words = CASE WHEN g.device_id IS NULL THEN n.new_words END
     FROM unnest($1::uuid[], $2::uuid[]) AS g (need_id, device_id) WHERE n.id = g.need_id`,
    [given.map((one) => one.needId), given.map((one) => one.deviceId)],
  )

/** Bought of a partner instead of whatever way it had; the price is what the approver sees. */
export const chooseStock = (
  tx: Tx,
  id: Uuid,
  chosen: { state: 'held' | 'onOrder'; priceOre: number; vat: VatScheme; warrantyMonths: number },
) =>
  tx.run(
    `UPDATE ordering.need SET way = 'shop', state = $2, purchase_ore = $3, purchase_vat = $4,
       warranty_months = $5, purchase_end = NULL, new_reason = NULL, new_words = NULL,
       service_id = NULL, price_ore = NULL
     WHERE id = $1`,
    [id, chosen.state, chosen.priceOre, chosen.vat, chosen.warrantyMonths],
  )

/** To be met from the pool again, when there is something there. */
export const choosePool = (tx: Tx, id: Uuid) =>
  tx.run(
    `UPDATE ordering.need SET way = 'pool', state = 'open', purchase_ore = NULL,
       purchase_vat = NULL, warranty_months = NULL, purchase_end = NULL, new_reason = NULL,
       new_words = NULL, service_id = NULL, price_ore = NULL
     WHERE id = $1`,
    [id],
  )

/** What was bought for it has come and stands reserved in the pool. */
export const receiveStock = (tx: Tx, id: Uuid, deviceId: DeviceId) =>
  tx.run(`UPDATE ordering.need SET state = 'reserved', device_id = $2 WHERE id = $1`, [
    id,
    deviceId,
  ])

export const endStock = (tx: Tx, id: Uuid, end: PurchaseEnd) =>
  tx.run(`UPDATE ordering.need SET state = 'open', purchase_end = $2 WHERE id = $1`, [id, end])

export interface NamedDeviceRow {
  id: DeviceId
  assetTag: string | null
  serialNumber: string | null
  maker: string
  model: string
  grade: Grade | null
  status: DeviceStatus
}

export const devicesNamed = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<NamedDeviceRow>(
    `SELECT id, asset_tag AS "assetTag", serial_number AS "serialNumber", maker, model, grade,
       status
     FROM devices.device WHERE id = ANY ($1)`,
    [ids],
  )

export interface WaitingRow {
  needId: Uuid
  orderId: Uuid
  number: string
  personId: PersonId
  name: string
  unitId: UnitId | null
  unitName: string | null
  neededFromOn: string
}

/** People whose need of the kind is ordered and has no device, who needs it soonest first. */
export const waitingPeople = (tx: Tx, kind: DeviceKind) =>
  tx.rows<WaitingRow>(
    `SELECT n.id AS "needId", o.id AS "orderId", o.number, p.id AS "personId", p.name,
       p.unit_id AS "unitId", u.name AS "unitName", n.needed_from_on AS "neededFromOn"
     FROM ordering.need n
     JOIN ordering.order o ON o.id = n.order_id
       AND o.state IN ('submitted', 'approved', 'partlyDelivered')
     JOIN organisations.person p ON p.id = n.holder_id
     LEFT JOIN organisations.unit u ON u.id = p.unit_id
     WHERE n.organisation_id = organisations.current_id() AND n.state = 'open' AND n.kind = $1
     ORDER BY n.needed_from_on, n.id LIMIT 200`,
    [kind],
  )
