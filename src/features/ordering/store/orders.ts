// Orders and their needs, as rows with the names that they show.
import type { OrganisationId, PersonId, UnitId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { OrderState } from '../rules/orders.ts'

export interface OrderRow {
  id: Uuid
  number: string
  state: OrderState
  unitId: UnitId | null
  unitName: string | null
  ordererId: PersonId
  ordererName: string | null
  coding: Record<string, string>
  madeAt: Date
  submittedAt: Date | null
  decidedAt: Date | null
  decidedById: PersonId | null
  decidedByName: string | null
  words: string | null
  version: number
  needs: number
  newNeeds: number
  deliveredNeeds: number
  monthOre: number
  /** What is bought reused, once, VAT apart. */
  purchaseOre: number
}

const ORDER = `
  SELECT o.id, o.number, o.state, o.unit_id AS "unitId", u.name AS "unitName",
    o.orderer_id AS "ordererId", p.name AS "ordererName", o.coding, o.made_at AS "madeAt",
    o.submitted_at AS "submittedAt", o.decided_at AS "decidedAt", o.decided_by AS "decidedById",
    d.name AS "decidedByName", o.words, o.version, n.*
  FROM ordering.order o
  LEFT JOIN organisations.unit u ON u.id = o.unit_id
  LEFT JOIN organisations.person p ON p.id = o.orderer_id
  LEFT JOIN organisations.person d ON d.id = o.decided_by
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS needs, (count(*) FILTER (WHERE n.way = 'new'))::int AS "newNeeds",
      (count(*) FILTER (WHERE n.state = 'delivered'))::int AS "deliveredNeeds",
      coalesce(sum(n.price_ore) FILTER (WHERE n.state <> 'withdrawn'), 0)::bigint AS "monthOre",
      coalesce(sum(n.purchase_ore) FILTER (WHERE n.way = 'shop' AND n.state <> 'withdrawn'
        AND n.purchase_end IS NULL), 0)::bigint AS "purchaseOre"
    FROM ordering.need n WHERE n.order_id = o.id) n`

export const orderBy = (tx: Tx, id: Uuid) => tx.maybe<OrderRow>(`${ORDER} WHERE o.id = $1`, [id])

/** Every change of an order or its needs begins with this lock. */
export const lockOrder = async (tx: Tx, id: Uuid): Promise<OrderRow | null> =>
  (await tx.maybe('SELECT 1 FROM ordering.order WHERE id = $1 FOR UPDATE', [id]))
    ? orderBy(tx, id)
    : null

export const orders = (
  tx: Tx,
  wanted: {
    state: OrderState | null
    ordererId: PersonId | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<OrderRow & { place: string }>(
    `SELECT o.*, o."madeAt"::text AS place FROM (${ORDER}
     WHERE ($1::text IS NULL OR o.state = $1) AND ($2::uuid IS NULL OR o.orderer_id = $2)
       AND ($3::timestamptz IS NULL OR (o.made_at, o.id) < ($3, $4::uuid))
     ORDER BY o.made_at DESC, o.id DESC LIMIT $5) o`,
    [
      wanted.state,
      wanted.ordererId,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )

export const countsByState = (tx: Tx, ordererId: PersonId | null) =>
  tx.rows<{ state: OrderState; orders: number }>(
    `SELECT state, count(*)::int AS orders FROM ordering.order
     WHERE $1::uuid IS NULL OR orderer_id = $1 GROUP BY state ORDER BY state`,
    [ordererId],
  )

/** Approved needs that neither have a device nor are bought new. */
export const waitingCount = async (tx: Tx, ordererId: PersonId | null) =>
  (
    await tx.maybe<{ count: number }>(
      `SELECT count(*)::int AS count
       FROM ordering.need n JOIN ordering.order o ON o.id = n.order_id
       WHERE n.organisation_id = organisations.current_id() AND n.state = 'open'
         AND o.state IN ('approved', 'partlyDelivered') AND ($1::uuid IS NULL OR o.orderer_id = $1)`,
      [ordererId],
    )
  )?.count

export const insertOrder = (
  tx: Tx,
  row: {
    id: Uuid
    organisationId: OrganisationId
    number: string
    unitId: UnitId | null
    ordererId: PersonId
    coding: Readonly<Record<string, string>>
    madeAt: Date
  },
) =>
  tx.run(
    `INSERT INTO ordering.order (id, organisation_id, number, state, unit_id, orderer_id, coding,
       made_at)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7)`,
    [
      row.id,
      row.organisationId,
      row.number,
      row.unitId,
      row.ordererId,
      JSON.stringify(row.coding),
      row.madeAt,
    ],
  )

export interface OrderChange {
  readonly state: OrderState
  readonly submittedAt?: Date
  readonly decidedAt?: Date
  readonly decidedBy?: PersonId
  readonly words?: string | null
}

export const changeOrder = (tx: Tx, id: Uuid, change: OrderChange) =>
  tx.run(
    `UPDATE ordering.order SET state = $2, submitted_at = coalesce($3, submitted_at),
       decided_at = coalesce($4, decided_at), decided_by = coalesce($5, decided_by),
       words = coalesce($6, words), version = version + 1
     WHERE id = $1`,
    [
      id,
      change.state,
      change.submittedAt ?? null,
      change.decidedAt ?? null,
      change.decidedBy ?? null,
      change.words ?? null,
    ],
  )
