import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { PriceParts } from '../rules/price.ts'
import type { OsFamily } from '../rules/requirements.ts'
import type { ServiceContent, ServiceFamily } from '../rules/services.ts'

export interface ServiceFacts {
  readonly name: string
  readonly family: ServiceFamily
  readonly kind: DeviceKind
  readonly termMonths: number
  readonly description: string | null
  readonly includes: readonly ServiceContent[]
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly leastScreenInches: number | null
  readonly leastCores: number | null
  readonly leastProcessorYear: number | null
  readonly osFamily: OsFamily | null
}

export interface ServiceRow extends ServiceFacts {
  readonly id: Uuid
  readonly copiedFromId: Uuid | null
  readonly closedOn: string | null
  readonly version: number
}

const COLUMNS = `s.id, s.name, s.family, s.kind, s.term_months AS "termMonths", s.description,
  s.includes, s.least_memory_gb AS "leastMemoryGb", s.least_storage_gb AS "leastStorageGb",
  s.least_screen_inches AS "leastScreenInches", s.least_cores AS "leastCores",
  s.least_processor_year AS "leastProcessorYear", s.os_family AS "osFamily",
  s.copied_from_id AS "copiedFromId", s.closed_on AS "closedOn", s.version`

/** Services by name, after the cursor's; `openOn` leaves out those that were closed before. */
export const services = (
  tx: Tx,
  wanted: {
    kind: string | null
    family: string | null
    openOn: string | null
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<ServiceRow>(
    `SELECT ${COLUMNS} FROM catalogue.service s
     WHERE s.organisation_id = organisations.current_id()
       AND ($1::text IS NULL OR s.kind = $1) AND ($2::text IS NULL OR s.family = $2)
       AND ($3::date IS NULL OR s.closed_on IS NULL OR s.closed_on >= $3)
       AND ($4::text IS NULL
         OR (s.name COLLATE "sv-x-icu", s.id) > ($4 COLLATE "sv-x-icu", $5::uuid))
     ORDER BY s.name COLLATE "sv-x-icu", s.id LIMIT $6`,
    [wanted.kind, wanted.family, wanted.openOn, ...(wanted.after ?? [null, null]), wanted.limit],
  )

export const serviceBy = (tx: Tx, id: Uuid) =>
  tx.maybe<ServiceRow>(`SELECT ${COLUMNS} FROM catalogue.service s WHERE s.id = $1`, [id])

export const lockService = (tx: Tx, id: Uuid) =>
  tx.maybe<ServiceRow>(`SELECT ${COLUMNS} FROM catalogue.service s WHERE s.id = $1 FOR UPDATE`, [
    id,
  ])

/** @returns 0 when an open service has that name */
export const insertService = (
  tx: Tx,
  organisationId: OrganisationId,
  row: Omit<ServiceRow, 'version' | 'closedOn'>,
) =>
  tx.run(
    `INSERT INTO catalogue.service (id, organisation_id, name, family, kind, term_months,
       description, includes, least_memory_gb, least_storage_gb, least_screen_inches, os_family,
       copied_from_id, least_cores, least_processor_year)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (organisation_id, lower(name)) WHERE closed_on IS NULL DO NOTHING`,
    [
      row.id,
      organisationId,
      row.name,
      row.family,
      row.kind,
      row.termMonths,
      row.description,
      row.includes,
      row.leastMemoryGb,
      row.leastStorageGb,
      row.leastScreenInches,
      row.osFamily,
      row.copiedFromId,
      row.leastCores,
      row.leastProcessorYear,
    ],
  )

export const openNamed = (tx: Tx, name: string) =>
  tx.maybe<{ id: Uuid }>(
    `SELECT id FROM catalogue.service
     WHERE organisation_id = organisations.current_id() AND lower(name) = lower($1)
       AND closed_on IS NULL`,
    [name],
  )

export const updateService = (tx: Tx, row: ServiceRow) =>
  tx.run(
    `UPDATE catalogue.service SET name = $2, description = $3, includes = $4, least_memory_gb = $5,
       least_storage_gb = $6, least_screen_inches = $7, os_family = $8, closed_on = $9,
       least_cores = $10, least_processor_year = $11,
       version = version + 1
     WHERE id = $1`,
    [
      row.id,
      row.name,
      row.description,
      row.includes,
      row.leastMemoryGb,
      row.leastStorageGb,
      row.leastScreenInches,
      row.osFamily,
      row.closedOn,
      row.leastCores,
      row.leastProcessorYear,
    ],
  )

export interface PriceRow extends PriceParts {
  readonly id: Uuid
  readonly serviceId: Uuid
  readonly validFromOn: string
  readonly validUntilOn: string | null
  readonly rule: string
  readonly priceOre: number
  readonly note: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date
}

/** Every version, the latest first. */
export const pricesOf = (tx: Tx, serviceIds: readonly Uuid[]) =>
  tx.rows<PriceRow>(
    `SELECT v.id, v.service_id AS "serviceId", v.valid_from_on AS "validFromOn",
       v.valid_until_on AS "validUntilOn", v.purchase_ore AS "purchaseOre",
       v.residual_ore AS "residualOre", v.return_basis_points AS "returnBasisPoints", v.months,
       v.interest_basis_points AS "interestBasisPoints", v.support_ore AS "supportOre",
       v.handling_ore AS "handlingOre", v.round_to AS "roundTo", v.rule,
       v.price_ore AS "priceOre", v.note, p.name AS "decidedBy", v.decided_at AS "decidedAt"
     FROM catalogue.service_price v LEFT JOIN organisations.person p ON p.id = v.decided_by
     WHERE v.service_id = ANY ($1) ORDER BY v.valid_from_on DESC`,
    [serviceIds],
  )

export const insertPrice = (
  tx: Tx,
  row: Omit<PriceRow, 'decidedBy'> & { organisationId: OrganisationId; decidedBy: PersonId },
) =>
  tx.run(
    `INSERT INTO catalogue.service_price (id, service_id, organisation_id, valid_from_on,
       valid_until_on, purchase_ore, residual_ore, return_basis_points, months,
       interest_basis_points, support_ore, handling_ore, round_to, rule, price_ore, note,
       decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      row.id,
      row.serviceId,
      row.organisationId,
      row.validFromOn,
      row.validUntilOn,
      row.purchaseOre,
      row.residualOre,
      row.returnBasisPoints,
      row.months,
      row.interestBasisPoints,
      row.supportOre,
      row.handlingOre,
      row.roundTo,
      row.rule,
      row.priceOre,
      row.note,
      row.decidedBy,
      row.decidedAt,
    ],
  )
