// The shop as a customer sees it: listings that are alike stand as one offer with their number.
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { SoldGrade, VatScheme } from '../rules/listing.ts'
import type { StockNeed } from '../rules/stock.ts'

/**
 * At the moment $1; what the customer itself owns is not for it to buy. Its own listing is asked, where
 * what it has nothing to do with is not found, and so costs the look into a key and no more.
 */
const FREE = `
  l.state = 'listed' AND l.audience = 'customers'
  AND (l.purchase_id IS NULL OR l.reserved_until <= $1)
  AND (l.seller_id = organisations.current_id() OR NOT EXISTS (SELECT FROM devices.listing d
    WHERE d.organisation_id = organisations.current_id() AND d.device_id = l.device_id
      AND d.owner_id = d.organisation_id))`

const ALIKE = `l.seller_id, l.kind, l.maker_key, l.model_key, l.grade, l.memory_gb, l.storage_gb,
  l.os_family, l.price_ore, l.vat, l.warranty_months`

export interface OfferRow {
  id: Uuid
  count: number
  sellerId: OrganisationId
  sellerName: string | null
  kind: DeviceKind
  maker: string
  model: string
  grade: SoldGrade
  memoryGb: number | null
  storageGb: number | null
  osFamily: string | null
  batteryLow: number | null
  batteryHigh: number | null
  priceOre: number
  vat: VatScheme
  warrantyMonths: number
}

export interface OfferFilters {
  readonly kind: string | null
  readonly grade: string | null
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly osFamily: string | null
  readonly mostOre: number | null
  readonly sellerId: OrganisationId | null
  readonly text: string | null
}

export const offerSorts = ['price', 'grade', 'latest'] as const
export type OfferSort = (typeof offerSorts)[number]

const sortKeys: Readonly<Record<OfferSort, string>> = {
  price: 'l.price_ore',
  grade: 'ascii(l.grade)',
  latest: '(-extract(epoch FROM max(l.published_at)))::bigint',
}

export const offers = (
  tx: Tx,
  filters: OfferFilters,
  page: {
    sort: OfferSort
    after: readonly [number, Uuid] | null
    limit: number
    now: Date
  },
) =>
  tx.rows<OfferRow & { sortKey: number }>(
    `SELECT g.*, o.name AS "sellerName"
     FROM (SELECT g.* FROM (
       SELECT min(l.id::text)::uuid AS id, count(*)::int AS count, l.seller_id AS "sellerId",
         l.kind, min(l.maker) AS maker, min(l.model) AS model, l.grade,
         l.memory_gb AS "memoryGb", l.storage_gb AS "storageGb", l.os_family AS "osFamily",
         min(l.battery_percent) AS "batteryLow", max(l.battery_percent) AS "batteryHigh",
         l.price_ore AS "priceOre", l.vat, l.warranty_months AS "warrantyMonths",
         ${sortKeys[page.sort]}::bigint AS "sortKey"
       FROM resale.listing l
       WHERE ${FREE} AND ($2::text IS NULL OR l.kind = $2) AND ($3::text IS NULL OR l.grade <= $3)
         AND ($4::int IS NULL OR l.memory_gb >= $4) AND ($5::int IS NULL OR l.storage_gb >= $5)
         AND ($6::text IS NULL OR l.os_family = $6) AND ($7::bigint IS NULL OR l.price_ore <= $7)
         AND ($8::uuid IS NULL OR l.seller_id = $8)
         AND ($9::text IS NULL OR l.maker || ' ' || l.model ILIKE $9)
       GROUP BY ${ALIKE}) g
       WHERE $10::bigint IS NULL OR (g."sortKey", g.id) > ($10, $11::uuid)
       ORDER BY g."sortKey", g.id LIMIT $12) g
     LEFT JOIN organisations.organisation o ON o.id = g."sellerId"
     ORDER BY g."sortKey", g.id`,
    [
      page.now,
      filters.kind,
      filters.grade,
      filters.leastMemoryGb,
      filters.leastStorageGb,
      filters.osFamily,
      filters.mostOre,
      filters.sellerId,
      filters.text === null ? null : `%${filters.text.replace(/[\\%_]/g, '\\$&')}%`,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.limit,
    ],
  )

/** Of what can be bought now: how many of each kind and grade. */
export const offerCounts = (tx: Tx, now: Date) =>
  tx.rows<{ kind: DeviceKind; grade: SoldGrade; count: number }>(
    `SELECT l.kind, l.grade, count(*)::int AS count FROM resale.listing l
     WHERE ${FREE} GROUP BY l.kind, l.grade ORDER BY l.kind, l.grade`,
    [now],
  )

/** How many can be bought that are as this one, it included. */
export const alikeCount = async (tx: Tx, id: Uuid, now: Date): Promise<number> =>
  (
    await tx.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM resale.listing m
       JOIN resale.listing l ON ${SAME} WHERE m.id = $2 AND ${FREE}`,
      [now, id],
    )
  ).count

const SAME = `(l.seller_id, l.kind, l.maker_key, l.model_key, l.grade, l.price_ore, l.vat,
    l.warranty_months) = (m.seller_id, m.kind, m.maker_key, m.model_key, m.grade, m.price_ore,
    m.vat, m.warranty_months)
  AND (l.memory_gb, l.storage_gb, l.os_family) IS NOT DISTINCT FROM
    (m.memory_gb, m.storage_gb, m.os_family)`

/**
 * As the seller, who alone may lock them: the listings that are as this one and that nobody has
 * kept, the one that was asked for first. The buyer's own devices are left out.
 */
export const freeAlike = (tx: Tx, id: Uuid, buyerId: OrganisationId, count: number, now: Date) =>
  tx.rows<{ id: Uuid }>(
    `SELECT l.id FROM resale.listing m JOIN resale.listing l ON ${SAME}
     WHERE m.id = $2 AND l.seller_id = organisations.current_id() AND l.state = 'listed'
       AND l.audience = 'customers' AND (l.purchase_id IS NULL OR l.reserved_until <= $1)
       AND NOT EXISTS (SELECT FROM devices.device d
         WHERE d.id = l.device_id AND d.owner_id = $3)
     ORDER BY l.id <> m.id, l.published_at, l.id LIMIT $4`,
    [now, id, buyerId, count],
  )

/** Orders in one shop take turns, so that none waits for another in a ring. */
export const takeTurn = (tx: Tx, sellerId: OrganisationId) =>
  tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('resale ' || $1, 0))`, [sellerId])

export interface StockFigure {
  sellerId: OrganisationId
  sellerName: string | null
  listingId: Uuid
  count: number
  fromOre: number
  vat: VatScheme
  bestGrade: SoldGrade
  poorestGrade: SoldGrade
}

/** What each partner has for a need; `listingId` is the cheapest that will do. */
export const stockFor = (tx: Tx, need: StockNeed, now: Date) =>
  tx.rows<StockFigure>(
    `SELECT g.*, o.name AS "sellerName"
     FROM (
       SELECT l.seller_id AS "sellerId", count(*)::int AS count, min(l.price_ore) AS "fromOre",
         (array_agg(l.id ORDER BY l.price_ore, l.grade, l.id))[1] AS "listingId",
         (array_agg(l.vat ORDER BY l.price_ore, l.grade, l.id))[1] AS vat,
         min(l.grade) AS "bestGrade", max(l.grade) AS "poorestGrade"
       FROM resale.listing l
       WHERE ${FREE} AND l.seller_id <> organisations.current_id() AND l.kind = $2
         AND ($3::int IS NULL OR l.memory_gb >= $3) AND ($4::int IS NULL OR l.storage_gb >= $4)
         AND ($5::text IS NULL OR l.os_family = $5) AND ($6::text IS NULL OR l.grade <= $6)
       GROUP BY l.seller_id) g
     LEFT JOIN organisations.organisation o ON o.id = g."sellerId"
     ORDER BY g."fromOre", g."sellerId"`,
    [now, need.kind, need.leastMemoryGb, need.leastStorageGb, need.osFamily, need.leastGrade],
  )
