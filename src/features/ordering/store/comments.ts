// What has been said about an order, and who is told of it.
import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface CommentRow {
  id: Uuid
  orderId: Uuid
  /** Null once they have been taken away. */
  words: string | null
  madeAt: Date
  byId: PersonId
  byName: string | null
  removedAt: Date | null
}

const COMMENT = `
  SELECT c.id, c.order_id AS "orderId", c.words, c.made_at AS "madeAt", c.made_by AS "byId",
    p.name AS "byName", c.removed_at AS "removedAt"
  FROM ordering.comment c LEFT JOIN organisations.person p ON p.id = c.made_by`

export const commentsOf = (tx: Tx, orderId: Uuid) =>
  tx.rows<CommentRow>(`${COMMENT} WHERE c.order_id = $1 ORDER BY c.made_at, c.id`, [orderId])

export const commentBy = (tx: Tx, id: Uuid) =>
  tx.maybe<CommentRow>(`${COMMENT} WHERE c.id = $1`, [id])

export const insertComment = (
  tx: Tx,
  row: {
    id: Uuid
    orderId: Uuid
    organisationId: OrganisationId
    words: string
    at: Date
    by: PersonId
  },
) =>
  tx.run(
    `INSERT INTO ordering.comment (id, order_id, organisation_id, words, made_at, made_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.orderId, row.organisationId, row.words, row.at, row.by],
  )

export const removeWords = (tx: Tx, id: Uuid, by: PersonId, at: Date) =>
  tx.run(
    'UPDATE ordering.comment SET words = NULL, removed_at = $2, removed_by = $3 WHERE id = $1',
    [id, at, by],
  )

/** Of those, who can be reached today and still sees the order, with the roles that each has. */
export const reachable = (tx: Tx, personIds: readonly PersonId[], today: string) =>
  tx.rows<{ id: PersonId; email: string; roles: string[] }>(
    `${REACHABLE} AND p.id = ANY ($2) GROUP BY p.id ORDER BY p.id`,
    [today, personIds],
  )

/** Everybody with one of the roles. */
export const reachableWith = (tx: Tx, roles: readonly string[], today: string, most: number) =>
  tx.rows<{ id: PersonId; email: string; roles: string[] }>(
    `${REACHABLE} AND r.role = ANY ($2) GROUP BY p.id ORDER BY p.id LIMIT $3`,
    [today, roles, most],
  )

const REACHABLE = `
  SELECT p.id, p.email, coalesce(array_agg(r.role) FILTER (WHERE r.role IS NOT NULL), '{}') AS roles
  FROM organisations.person p
  LEFT JOIN organisations.role_grant r
    ON r.organisation_id = p.organisation_id AND r.person_id = p.id
  WHERE p.organisation_id = organisations.current_id() AND p.email IS NOT NULL
    AND p.purged_at IS NULL AND coalesce(p.leaves_on >= $1, true)`
