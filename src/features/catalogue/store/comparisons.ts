import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { Criterion, JudgedOffer, Stated } from '../rules/offers.ts'

export interface ComparisonRow {
  readonly id: Uuid
  readonly title: string
  readonly kind: DeviceKind
  readonly serviceId: Uuid | null
  readonly serviceName: string | null
  readonly deviceCount: number
  readonly judgedOn: string
  readonly requirements: readonly Criterion[]
  readonly madeAt: Date
  readonly chosenOfferId: Uuid | null
  readonly reason: string | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly basis: readonly JudgedOffer[] | null
  readonly version: number
}

const ROW = `SELECT c.id, c.title, c.kind, c.service_id AS "serviceId", s.name AS "serviceName",
    c.device_count AS "deviceCount", c.judged_on AS "judgedOn", c.requirements,
    c.made_at AS "madeAt", c.chosen_offer_id AS "chosenOfferId", c.reason,
    c.decided_at AS "decidedAt", p.name AS "decidedBy", c.decided_on_basis AS basis, c.version
  FROM catalogue.comparison c LEFT JOIN catalogue.service s ON s.id = c.service_id
  LEFT JOIN organisations.person p ON p.id = c.decided_by WHERE c.id = $1`

export const comparisonBy = (tx: Tx, id: Uuid) => tx.maybe<ComparisonRow>(ROW, [id])
export const lockComparison = (tx: Tx, id: Uuid) =>
  tx.maybe<ComparisonRow>(`${ROW} FOR UPDATE OF c`, [id])

export const comparisons = (tx: Tx, after: readonly [string, Uuid] | null, limit: number) =>
  tx.rows<{
    id: Uuid
    title: string
    kind: DeviceKind
    deviceCount: number
    offers: number
    madeAt: Date
    decidedAt: Date | null
    chosenSupplier: string | null
    place: string
  }>(
    `SELECT c.id, c.title, c.kind, c.device_count AS "deviceCount", c.made_at AS "madeAt",
       c.decided_at AS "decidedAt", o.supplier AS "chosenSupplier", c.made_at::text AS place,
       (SELECT count(*)::int FROM catalogue.offer n WHERE n.comparison_id = c.id) AS offers
     FROM catalogue.comparison c LEFT JOIN catalogue.offer o ON o.id = c.chosen_offer_id
     WHERE c.organisation_id = organisations.current_id()
       AND ($1::text IS NULL OR (c.made_at, c.id) < ($1::timestamptz, $2::uuid))
     ORDER BY c.made_at DESC, c.id DESC LIMIT $3`,
    [...(after ?? [null, null]), limit],
  )

type Facts = Pick<ComparisonRow, 'id' | 'title' | 'deviceCount' | 'requirements'>

export const insertComparison = (
  tx: Tx,
  row: Facts &
    Pick<ComparisonRow, 'kind' | 'serviceId' | 'judgedOn' | 'madeAt'> & {
      readonly organisationId: OrganisationId
    },
) =>
  tx.run(
    `INSERT INTO catalogue.comparison
       (id, organisation_id, title, kind, service_id, device_count, judged_on, requirements, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      row.organisationId,
      row.title,
      row.kind,
      row.serviceId,
      row.deviceCount,
      row.judgedOn,
      JSON.stringify(row.requirements),
      row.madeAt,
    ],
  )

export const updateComparison = (tx: Tx, row: Facts) =>
  tx.run(
    `UPDATE catalogue.comparison SET title = $2, device_count = $3, requirements = $4,
       version = version + 1 WHERE id = $1`,
    [row.id, row.title, row.deviceCount, JSON.stringify(row.requirements)],
  )

export const touchComparison = (tx: Tx, id: Uuid) =>
  tx.run('UPDATE catalogue.comparison SET version = version + 1 WHERE id = $1', [id])

export const saveChoice = (
  tx: Tx,
  id: Uuid,
  choice: {
    readonly offerId: Uuid
    readonly reason: string
    readonly at: Date
    readonly on: string
    readonly by: PersonId
    readonly basis: readonly JudgedOffer[]
  },
) =>
  tx.run(
    `UPDATE catalogue.comparison SET chosen_offer_id = $2, reason = $3, decided_at = $4,
       judged_on = $5, decided_by = $6, decided_on_basis = $7, version = version + 1 WHERE id = $1`,
    [
      id,
      choice.offerId,
      choice.reason,
      choice.at,
      choice.on,
      choice.by,
      JSON.stringify(choice.basis),
    ],
  )

export interface OfferRow {
  readonly id: Uuid
  readonly supplier: string
  readonly product: string
  readonly modelId: Uuid | null
  readonly modelName: string | null
  readonly monthPriceOre: number
  readonly document: string | null
  readonly stated: Stated
  readonly position: number
}

export const offersOf = (tx: Tx, comparisonId: Uuid) =>
  tx.rows<OfferRow>(
    `SELECT o.id, o.supplier, o.product, o.model_id AS "modelId", m.maker || ' ' || m.name AS "modelName",
       o.month_price_ore AS "monthPriceOre", o.document, o.stated, o.position
     FROM catalogue.offer o LEFT JOIN catalogue.model m ON m.id = o.model_id
     WHERE o.comparison_id = $1 ORDER BY o.position`,
    [comparisonId],
  )

export const insertOffer = (
  tx: Tx,
  row: Omit<OfferRow, 'modelName'> & {
    readonly comparisonId: Uuid
    readonly organisationId: OrganisationId
  },
) =>
  tx.run(
    `INSERT INTO catalogue.offer (id, comparison_id, organisation_id, supplier, product, model_id,
       month_price_ore, document, stated, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.comparisonId,
      row.organisationId,
      row.supplier,
      row.product,
      row.modelId,
      row.monthPriceOre,
      row.document,
      JSON.stringify(row.stated),
      row.position,
    ],
  )

export const deleteOffer = (tx: Tx, comparisonId: Uuid, id: Uuid) =>
  tx.run('DELETE FROM catalogue.offer WHERE comparison_id = $1 AND id = $2', [comparisonId, id])
