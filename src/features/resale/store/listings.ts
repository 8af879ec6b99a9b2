// Listings as rows: what a seller may put up, what is up, and who has it kept.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { Grade } from '../../devices/rules/status.ts'
import type { Calculation } from '../../grading/rules/grade.ts'
import type { Audience, ListingState, SoldGrade, VatScheme } from '../rules/listing.ts'

/** Facts of a device that a listing repeats, and its latest inspection. */
export interface StockRow {
  id: DeviceId
  kind: DeviceKind
  maker: string
  makerKey: string
  model: string
  assetTag: string | null
  serialNumber: string | null
  grade: Grade | null
  memoryGb: number | null
  storageGb: number | null
  osName: string | null
  ownerName: string | null
  batteryPercent: number | null
  calculation: Omit<Calculation, 'grade'> | null
}

const STOCK = `
  SELECT d.id, d.kind, d.maker, d.maker_key AS "makerKey", d.model, d.asset_tag AS "assetTag",
    d.serial_number AS "serialNumber", d.grade, d.ram_mb / 1024 AS "memoryGb",
    d.storage_gb AS "storageGb", d.os_name AS "osName", w.name AS "ownerName",
    i.battery_percent AS "batteryPercent", i.calculation
  FROM devices.device d
  LEFT JOIN organisations.organisation w ON w.id = d.owner_id
  LEFT JOIN LATERAL (
    SELECT i.battery_percent, jsonb_build_object('rule', i.rule, 'cosmetic', i.cosmetic,
      'functional', i.functional, 'steps', i.steps) AS calculation
    FROM grading.inspection i
    WHERE i.device_id = d.id AND i.life = d.life AND i.grade = d.grade
    ORDER BY i.inspected_at DESC, i.id DESC LIMIT 1) i ON true`

export const stockOf = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<StockRow>(`${STOCK} WHERE d.id = ANY ($1)`, [ids])

/** Graded and in the seller's own keeping, not yet up for sale: the latest graded first. */
export const unlisted = (
  tx: Tx,
  wanted: {
    kind: string | null
    grade: string | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<StockRow & { place: string }>(
    `SELECT s.*, l.status_since::text AS place
     FROM devices.listing l
     JOIN LATERAL (${STOCK} WHERE d.id = l.device_id AND d.reserved_for IS NULL
       AND organisations.current_id() IN (d.owner_id, d.partner_id)) s ON true
     WHERE l.organisation_id = organisations.current_id()
       AND l.custodian_id = l.organisation_id AND l.status IN ('graded', 'pool')
       AND l.grade IN ('A', 'B', 'C') AND l.data_state <> 'holdsData'
       AND ($1::text IS NULL OR l.kind = $1) AND ($2::text IS NULL OR l.grade = $2)
       AND ($3::timestamptz IS NULL OR (l.status_since, l.device_id) < ($3, $4::uuid))
     ORDER BY l.status_since DESC, l.device_id DESC LIMIT $5`,
    [wanted.kind, wanted.grade, wanted.after?.[0] ?? null, wanted.after?.[1] ?? null, wanted.limit],
  )

export interface ListingRow {
  id: Uuid
  deviceId: DeviceId
  sellerId: OrganisationId
  state: ListingState
  purchaseId: Uuid | null
  buyerId: OrganisationId | null
  reservedUntil: Date | null
  kind: DeviceKind
  maker: string
  makerKey: string
  model: string
  modelKey: string
  grade: SoldGrade
  calculation: Omit<Calculation, 'grade'>
  batteryPercent: number | null
  memoryGb: number | null
  storageGb: number | null
  osFamily: string | null
  priceOre: number
  vat: VatScheme
  warrantyMonths: number
  words: string | null
  audience: Audience
  /** For employees: what the price list said it was worth, with VAT. */
  marketOre: number | null
  publishedAt: Date
  version: number
}

export const LISTING = `
  SELECT l.id, l.device_id AS "deviceId", l.seller_id AS "sellerId", l.state,
    l.purchase_id AS "purchaseId", l.buyer_id AS "buyerId", l.reserved_until AS "reservedUntil",
    l.kind, l.maker, l.maker_key AS "makerKey", l.model, l.model_key AS "modelKey", l.grade,
    l.calculation, l.battery_percent AS "batteryPercent", l.memory_gb AS "memoryGb",
    l.storage_gb AS "storageGb", l.os_family AS "osFamily", l.price_ore AS "priceOre", l.vat,
    l.warranty_months AS "warrantyMonths", l.words, l.audience, l.market_ore AS "marketOre", l.published_at AS "publishedAt", l.version
  FROM resale.listing l`

export const listingBy = (tx: Tx, id: Uuid) =>
  tx.maybe<ListingRow>(`${LISTING} WHERE l.id = $1`, [id])

/** As the seller: locked in the order of their devices, so that two acts never wait for each other. */
export const lockListings = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<ListingRow>(
    `${LISTING} WHERE l.id = ANY ($1) AND l.seller_id = organisations.current_id()
     ORDER BY l.device_id FOR UPDATE OF l`,
    [ids],
  )

export const listingsOfPurchase = (tx: Tx, purchaseId: Uuid) =>
  tx.rows<ListingRow>(
    `${LISTING} WHERE l.purchase_id = $1 AND l.seller_id = organisations.current_id()
     ORDER BY l.device_id FOR UPDATE OF l`,
    [purchaseId],
  )

export interface NewListing extends Omit<
  ListingRow,
  'state' | 'purchaseId' | 'buyerId' | 'reservedUntil' | 'publishedAt' | 'version' | 'sellerId'
> {
  readonly photos: readonly { readonly photoId: Uuid; readonly alt: string }[]
}

interface By {
  readonly organisationId: OrganisationId
  readonly actorId: PersonId
  readonly now: Date
}

export async function insertListings(tx: Tx, rows: readonly NewListing[], by: By) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO resale.listing (device_id, id, seller_id, state, kind, maker, maker_key, model,
       model_key, grade, calculation, battery_percent, memory_gb, storage_gb, os_family, price_ore,
       vat, warranty_months, words, audience, market_ore, published_at, published_by)
     SELECT n.device_id, n.id, $17, 'listed', n.kind, n.maker, n.maker_key, n.model, n.model_key,
       n.grade, n.calculation, n.battery_percent, n.memory_gb, n.storage_gb, n.os_family,
       n.price_ore, n.vat, n.warranty_months, n.words, n.audience, n.market_ore,
       $18, $19
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::text[], $9::jsonb[], $10::int[], $11::int[], $12::int[], $13::text[],
       $14::bigint[], $15::text[], $16::int[], $20::text[], $21::text[], $22::bigint[])
       AS n (device_id, id, kind, maker, maker_key, model, model_key, grade, calculation,
         battery_percent, memory_gb, storage_gb, os_family, price_ore, vat, warranty_months, words,
         audience, market_ore)`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.kind),
      rows.map((row) => row.maker),
      rows.map((row) => row.makerKey),
      rows.map((row) => row.model),
      rows.map((row) => row.modelKey),
      rows.map((row) => row.grade),
      rows.map((row) => JSON.stringify(row.calculation)),
      rows.map((row) => row.batteryPercent),
      rows.map((row) => row.memoryGb),
      rows.map((row) => row.storageGb),
      rows.map((row) => row.osFamily),
      rows.map((row) => row.priceOre),
      rows.map((row) => row.vat),
      rows.map((row) => row.warrantyMonths),
      by.organisationId,
      by.now,
      by.actorId,
      rows.map((row) => row.words),
      rows.map((row) => row.audience),
      rows.map((row) => row.marketOre),
    ],
  )
  await addPrices(tx, rows, by)
  const shown = rows.flatMap((row) =>
    row.photos.map((photo, index) => ({ ...photo, row, position: index + 1 })),
  )
  await tx.run(
    `INSERT INTO resale.listing_photo (device_id, listing_id, position, seller_id, photo_id, alt)
     SELECT n.device_id, n.listing_id, n.position, $6, n.photo_id, n.alt
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[])
       AS n (device_id, listing_id, position, photo_id, alt)`,
    [
      shown.map(({ row }) => row.deviceId),
      shown.map(({ row }) => row.id),
      shown.map(({ position }) => position),
      shown.map(({ photoId }) => photoId),
      shown.map(({ alt }) => alt),
      by.organisationId,
    ],
  )
}

/** A price is a new entry after those before it. */
export const addPrices = (
  tx: Tx,
  rows: readonly Pick<ListingRow, 'deviceId' | 'id' | 'priceOre'>[],
  by: By,
) =>
  tx.run(
    `INSERT INTO resale.price (device_id, listing_id, seq, seller_id, price_ore, set_at, set_by)
     SELECT n.device_id, n.listing_id, 1 + (SELECT count(*) FROM resale.price p
         WHERE p.device_id = n.device_id AND p.listing_id = n.listing_id), $4, n.price_ore, $5, $6
     FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS n (device_id, listing_id, price_ore)`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.priceOre),
      by.organisationId,
      by.now,
      by.actorId,
    ],
  )

export const setPrice = (tx: Tx, id: Uuid, priceOre: number) =>
  tx.run('UPDATE resale.listing SET price_ore = $2, version = version + 1 WHERE id = $1', [
    id,
    priceOre,
  ])

export const pricesOf = (tx: Tx, id: Uuid) =>
  tx.rows<{ priceOre: number; setAt: Date; setBy: string | null }>(
    `SELECT r.price_ore AS "priceOre", r.set_at AS "setAt", p.name AS "setBy"
     FROM resale.price r LEFT JOIN organisations.person p ON p.id = r.set_by
     WHERE r.listing_id = $1 ORDER BY r.seq DESC`,
    [id],
  )

/** Who has them kept, and until when; null lets go of them. */
export const keepListings = (
  tx: Tx,
  ids: readonly Uuid[],
  kept: { purchaseId: Uuid; buyerId: OrganisationId; until: Date | null } | null,
) =>
  tx.run(
    `UPDATE resale.listing SET purchase_id = $2, buyer_id = $3, reserved_until = $4,
       version = version + 1
     WHERE id = ANY ($1)`,
    [ids, kept?.purchaseId ?? null, kept?.buyerId ?? null, kept?.until ?? null],
  )

export const endListings = (tx: Tx, ids: readonly Uuid[], state: 'withdrawn' | 'sold', now: Date) =>
  tx.run(
    `UPDATE resale.listing SET state = $2, ended_at = $3, version = version + 1
     WHERE id = ANY ($1)`,
    [ids, state, now],
  )

/** The seller's own listings, the latest first. */
export const ownListings = (
  tx: Tx,
  wanted: {
    state: ListingState | null
    kept: boolean | null
    kind: string | null
    after: readonly [string, Uuid] | null
    limit: number
    now: Date
  },
) =>
  tx.rows<ListingRow & { place: string; assetTag: string | null; serialNumber: string | null }>(
    `SELECT l.*, l."publishedAt"::text AS place, d.asset_tag AS "assetTag",
       d.serial_number AS "serialNumber"
     FROM (${LISTING}
       WHERE l.seller_id = organisations.current_id() AND l.audience = 'customers'
         AND ($1::text IS NULL OR l.state = $1)
         AND ($2::boolean IS NULL OR $2 = (l.purchase_id IS NOT NULL
           AND (l.reserved_until IS NULL OR l.reserved_until > $3)))
         AND ($4::text IS NULL OR l.kind = $4)
         AND ($5::timestamptz IS NULL OR (l.published_at, l.id) < ($5, $6::uuid))
       ORDER BY l.published_at DESC, l.id DESC LIMIT $7) l
     LEFT JOIN devices.device d ON d.id = l."deviceId"
     -- A join keeps no order, and the last row is where the next page begins.
     ORDER BY l."publishedAt" DESC, l.id DESC`,
    [
      wanted.state,
      wanted.kept,
      wanted.now,
      wanted.kind,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )
