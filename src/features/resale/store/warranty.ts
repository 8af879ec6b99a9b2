import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { CaseAnswer, CaseState } from '../rules/warranty.ts'

export interface CaseRow {
  id: Uuid
  number: string
  purchaseId: Uuid
  purchaseNumber: string
  position: number
  sellerId: OrganisationId
  sellerName: string | null
  buyerId: OrganisationId
  buyerName: string | null
  deviceId: DeviceId
  state: CaseState
  fault: string
  openedAt: Date
  openedById: PersonId
  answer: CaseAnswer | null
  answerWords: string | null
  answeredAt: Date | null
  replacementId: Uuid | null
  replacementNumber: string | null
  returnByOn: string | null
  returnedAt: Date | null
  closedAt: Date | null
  version: number
  maker: string
  model: string
  serialNumber: string | null
  grade: 'A' | 'B' | 'C'
  kind: string
  warrantyUntilOn: string | null
}

const CASE = `
  SELECT c.id, c.number, c.purchase_id AS "purchaseId", p.number AS "purchaseNumber", c.position,
    c.seller_id AS "sellerId", s.name AS "sellerName", c.buyer_id AS "buyerId",
    b.name AS "buyerName", c.device_id AS "deviceId", c.state, c.fault, c.opened_at AS "openedAt",
    c.opened_by AS "openedById", c.answer, c.answer_words AS "answerWords",
    c.answered_at AS "answeredAt", c.replacement_id AS "replacementId",
    r.number AS "replacementNumber", c.return_by_on AS "returnByOn",
    c.returned_at AS "returnedAt", c.closed_at AS "closedAt", c.version, l.maker, l.model,
    l.serial_number AS "serialNumber", l.grade, l.kind, l.warranty_until_on AS "warrantyUntilOn"
  FROM resale.warranty_case c
  JOIN resale.purchase p ON p.id = c.purchase_id
  JOIN resale.purchase_line l ON l.purchase_id = c.purchase_id AND l.position = c.position
  LEFT JOIN resale.purchase r ON r.id = c.replacement_id
  LEFT JOIN organisations.organisation s ON s.id = c.seller_id
  LEFT JOIN organisations.organisation b ON b.id = c.buyer_id`

export const caseBy = (tx: Tx, id: Uuid) => tx.maybe<CaseRow>(`${CASE} WHERE c.id = $1`, [id])

export const lockCase = async (tx: Tx, id: Uuid): Promise<CaseRow | null> =>
  (await tx.maybe('SELECT 1 FROM resale.warranty_case WHERE id = $1 FOR UPDATE', [id]))
    ? caseBy(tx, id)
    : null

export const cases = (
  tx: Tx,
  wanted: {
    state: CaseState | null
    purchaseId: Uuid | null
    deviceId: DeviceId | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<CaseRow & { place: string }>(
    `SELECT c.*, c."openedAt"::text AS place FROM (${CASE}
     WHERE ($1::text IS NULL OR c.state = $1) AND ($2::uuid IS NULL OR c.purchase_id = $2)
       AND ($3::uuid IS NULL OR c.device_id = $3)
       AND ($4::timestamptz IS NULL OR (c.opened_at, c.id) < ($4, $5::uuid))
     ORDER BY c.opened_at DESC, c.id DESC LIMIT $6) c
     ORDER BY c."openedAt" DESC, c.id DESC`,
    [
      wanted.state,
      wanted.purchaseId,
      wanted.deviceId,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )

export const openCaseOf = (tx: Tx, deviceId: DeviceId) =>
  tx.maybe<{ id: Uuid; number: string }>(
    `SELECT id, number FROM resale.warranty_case
     WHERE device_id = $1 AND state IN ('open', 'repairing', 'replacing')`,
    [deviceId],
  )

/** As the seller: the cases whose replaced device is one of these. */
export const casesAwaiting = async (tx: Tx, deviceIds: readonly DeviceId[]): Promise<Uuid[]> =>
  (
    await tx.rows<{ id: Uuid }>(
      `SELECT id FROM resale.warranty_case
       WHERE device_id = ANY ($1) AND state = 'replacing'
         AND seller_id = organisations.current_id() ORDER BY id`,
      [deviceIds],
    )
  ).map(({ id }) => id)

export const insertCase = (
  tx: Tx,
  row: {
    id: Uuid
    number: string
    purchaseId: Uuid
    position: number
    sellerId: OrganisationId
    buyerId: OrganisationId
    deviceId: DeviceId
    fault: string
    at: Date
    by: PersonId
  },
) =>
  tx.run(
    `INSERT INTO resale.warranty_case (id, number, purchase_id, position, seller_id, buyer_id,
       device_id, state, fault, opened_at, opened_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)`,
    [
      row.id,
      row.number,
      row.purchaseId,
      row.position,
      row.sellerId,
      row.buyerId,
      row.deviceId,
      row.fault,
      row.at,
      row.by,
    ],
  )

export const answerCase = (
  tx: Tx,
  id: Uuid,
  answer: {
    state: CaseState
    answer: CaseAnswer
    words: string | null
    at: Date
    by: PersonId
    replacementId: Uuid | null
    returnByOn: string | null
    closedAt: Date | null
  },
) =>
  tx.run(
    `UPDATE resale.warranty_case SET state = $2, answer = $3, answer_words = $4, answered_at = $5,
       answered_by = $6, replacement_id = $7, return_by_on = $8, closed_at = $9,
       version = version + 1
     WHERE id = $1`,
    [
      id,
      answer.state,
      answer.answer,
      answer.words,
      answer.at,
      answer.by,
      answer.replacementId,
      answer.returnByOn,
      answer.closedAt,
    ],
  )

export const closeCase = (tx: Tx, id: Uuid, now: Date, returned: boolean) =>
  tx.run(
    `UPDATE resale.warranty_case SET state = 'closed', closed_at = $2::timestamptz,
       returned_at = CASE WHEN $3::boolean THEN $2::timestamptz END, version = version + 1
     WHERE id = $1`,
    [id, now, returned],
  )
