// Purchases; both sides read the same rows.
import type { OrganisationId, PersonId, PlaceId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { PurchaseState } from '../rules/purchase.ts'

export interface PurchaseRow {
  id: Uuid
  number: string
  sellerId: OrganisationId
  sellerName: string | null
  buyerId: OrganisationId
  buyerName: string | null
  state: PurchaseState
  madeAt: Date
  madeById: PersonId
  /** Null for the other side, whose people are its own. */
  madeBy: string | null
  reservedUntil: Date | null
  confirmedAt: Date | null
  sentAt: Date | null
  sentById: PersonId | null
  receivedAt: Date | null
  endedAt: Date | null
  toName: string | null
  toAddress: string | null
  placeId: PlaceId | null
  reference: string | null
  caseId: Uuid | null
  /** The order of the buyer's that it is for; told to the buyer alone. */
  orderId: Uuid | null
  version: number
  devices: number
  received: number
  standardOre: number
  marginOre: number
}

const PURCHASE = `
  SELECT p.id, p.number, p.seller_id AS "sellerId", s.name AS "sellerName",
    p.buyer_id AS "buyerId", b.name AS "buyerName", p.state, p.made_at AS "madeAt",
    p.made_by AS "madeById", m.name AS "madeBy", p.reserved_until AS "reservedUntil",
    p.confirmed_at AS "confirmedAt", p.sent_at AS "sentAt", p.sent_by AS "sentById",
    p.received_at AS "receivedAt", p.ended_at AS "endedAt", p.to_name AS "toName",
    p.to_address AS "toAddress", p.place_id AS "placeId", p.reference, p.case_id AS "caseId",
    p.order_id AS "orderId", p.version, n.*
  FROM resale.purchase p
  LEFT JOIN organisations.organisation s ON s.id = p.seller_id
  LEFT JOIN organisations.organisation b ON b.id = p.buyer_id
  LEFT JOIN organisations.person m ON m.id = p.made_by
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE l.state <> 'cancelled'))::int AS devices,
      (count(*) FILTER (WHERE l.state = 'received'))::int AS received,
      coalesce(sum(l.price_ore) FILTER (WHERE l.state <> 'cancelled' AND l.vat = 'standard'),
        0)::bigint AS "standardOre",
      coalesce(sum(l.price_ore) FILTER (WHERE l.state <> 'cancelled' AND l.vat = 'margin'),
        0)::bigint AS "marginOre"
    FROM resale.purchase_line l WHERE l.purchase_id = p.id) n`

export const purchaseBy = (tx: Tx, id: Uuid) =>
  tx.maybe<PurchaseRow>(`${PURCHASE} WHERE p.id = $1`, [id])

/** Whether one is the other's partner for reuse, or they have bought of each other. */
export const isTiedTo = async (tx: Tx, other: OrganisationId): Promise<boolean> =>
  (
    await tx.one<{ tied: boolean }>(
      `SELECT $1 = ANY (resale.seller_ids())
         OR EXISTS (SELECT FROM resale.purchase
           WHERE seller_id = $1 AND buyer_id = organisations.current_id())
         OR EXISTS (SELECT FROM resale.purchase
           WHERE buyer_id = $1 AND seller_id = organisations.current_id()) AS tied`,
      [other],
    )
  ).tied

/** As the buyer: what is kept for an order, in the order in which it is locked. */
export const reservedForOrder = async (tx: Tx, orderId: Uuid): Promise<Uuid[]> =>
  (
    await tx.rows<{ id: Uuid }>(
      `SELECT id FROM resale.purchase WHERE order_id = $1 AND state = 'reserved'
         AND buyer_id = organisations.current_id() ORDER BY id`,
      [orderId],
    )
  ).map(({ id }) => id)

/** Every act on a purchase begins with this lock. */
export const lockPurchase = async (tx: Tx, id: Uuid): Promise<PurchaseRow | null> =>
  (await tx.maybe('SELECT 1 FROM resale.purchase WHERE id = $1 FOR UPDATE', [id]))
    ? purchaseBy(tx, id)
    : null

export const purchases = (
  tx: Tx,
  wanted: {
    state: PurchaseState | null
    side: 'seller' | 'buyer' | null
    now: Date
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<PurchaseRow & { place: string }>(
    `SELECT p.*, p."madeAt"::text AS place FROM (${PURCHASE}
     WHERE ($1::text IS NULL OR $1 = CASE WHEN p.state = 'reserved' AND p.reserved_until <= $2
         THEN 'expired' ELSE p.state END)
       AND organisations.current_id() IN (
         CASE WHEN $3::text IS NULL OR $3 = 'seller' THEN p.seller_id END,
         CASE WHEN $3::text IS NULL OR $3 = 'buyer' THEN p.buyer_id END)
       AND ($4::timestamptz IS NULL OR (p.made_at, p.id) < ($4, $5::uuid))
     ORDER BY p.made_at DESC, p.id DESC LIMIT $6) p
     ORDER BY p."madeAt" DESC, p.id DESC`,
    [
      wanted.state,
      wanted.now,
      wanted.side,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )

export const purchaseCounts = (tx: Tx, now: Date) =>
  tx.rows<{ side: 'seller' | 'buyer'; state: PurchaseState; purchases: number }>(
    `SELECT CASE WHEN p.seller_id = organisations.current_id() THEN 'seller' ELSE 'buyer' END AS side,
       CASE WHEN p.state = 'reserved' AND p.reserved_until <= $1 THEN 'expired' ELSE p.state END
         AS state, count(*)::int AS purchases
     FROM resale.purchase p GROUP BY 1, 2 ORDER BY 1, 2`,
    [now],
  )

export const insertPurchase = (
  tx: Tx,
  row: {
    id: Uuid
    number: string
    sellerId: OrganisationId
    buyerId: OrganisationId
    state: 'reserved' | 'confirmed'
    madeAt: Date
    madeBy: PersonId
    reservedUntil: Date | null
    confirmedAt: Date | null
    toName: string | null
    toAddress: string | null
    placeId: PlaceId | null
    reference: string | null
    caseId: Uuid | null
    orderId: Uuid | null
  },
) =>
  tx.run(
    `INSERT INTO resale.purchase (id, number, seller_id, buyer_id, state, made_at, made_by,
       reserved_until, confirmed_at, to_name, to_address, place_id, reference, case_id, order_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      row.id,
      row.number,
      row.sellerId,
      row.buyerId,
      row.state,
      row.madeAt,
      row.madeBy,
      row.reservedUntil,
      row.confirmedAt,
      row.toName,
      row.toAddress,
      row.placeId,
      row.reference,
      row.caseId,
      row.orderId,
    ],
  )

export interface PurchaseChange {
  readonly state: PurchaseState
  readonly confirmedAt?: Date
  readonly sentAt?: Date
  readonly sentBy?: PersonId
  readonly receivedAt?: Date
  readonly endedAt?: Date
}

export const changePurchase = (tx: Tx, id: Uuid, change: PurchaseChange) =>
  tx.run(
    `UPDATE resale.purchase SET state = $2, confirmed_at = coalesce($3, confirmed_at),
       sent_at = coalesce($4, sent_at), sent_by = coalesce($5, sent_by),
       received_at = coalesce($6, received_at), ended_at = coalesce($7, ended_at),
       reserved_until = CASE WHEN $2 = 'confirmed' THEN NULL ELSE reserved_until END,
       version = version + 1
     WHERE id = $1`,
    [
      id,
      change.state,
      change.confirmedAt ?? null,
      change.sentAt ?? null,
      change.sentBy ?? null,
      change.receivedAt ?? null,
      change.endedAt ?? null,
    ],
  )

/** As the seller: reservations that have run out, or only those that keep the listings named. */
export const runOut = (tx: Tx, now: Date, listingIds: readonly Uuid[] | null) =>
  tx.rows<{ id: Uuid; sellerId: OrganisationId; buyerId: OrganisationId }>(
    `SELECT p.id, p.seller_id AS "sellerId", p.buyer_id AS "buyerId" FROM resale.purchase p
     WHERE p.state = 'reserved' AND p.reserved_until <= $1
       AND p.seller_id = organisations.current_id()
       AND ($2::uuid[] IS NULL OR EXISTS (SELECT FROM resale.listing l
         WHERE l.purchase_id = p.id AND l.id = ANY ($2)))
     ORDER BY p.id FOR UPDATE`,
    [now, listingIds],
  )

/** As the system: whose reservations have run out. */
export const sellersWithRunOut = (tx: Tx, now: Date) =>
  tx.rows<{ sellerId: OrganisationId }>(
    `SELECT DISTINCT seller_id AS "sellerId" FROM resale.purchase
     WHERE state = 'reserved' AND reserved_until <= $1`,
    [now],
  )
