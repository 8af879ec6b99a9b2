// Purchases by employees, and what is up for them. Names of people are read from their register.
import type { Day } from '../../../core/dates.ts'
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { EmployeeState, Payment } from '../rules/employees.ts'
import type { SoldGrade, VatScheme } from '../rules/listing.ts'
import { LISTING, type ListingRow } from './listings.ts'

export const saleSettings = async (tx: Tx): Promise<unknown> =>
  (
    await tx.one<{ sale: unknown }>(
      `SELECT settings -> 'employeeSale' AS sale FROM organisations.organisation
       WHERE id = organisations.current_id()`,
    )
  ).sale

/** The cheapest first, after the cursor's price and id. */
export const employeeOffers = (
  tx: Tx,
  wanted: {
    free: boolean
    after: readonly [number, Uuid] | null
    limit: number
    now: Date
  },
) =>
  tx.rows<ListingRow>(
    `${LISTING}
     WHERE l.seller_id = organisations.current_id() AND l.state = 'listed'
       AND l.audience = 'employees'
       AND (NOT $1 OR l.purchase_id IS NULL OR l.reserved_until <= $2)
       AND ($3::bigint IS NULL OR (l.price_ore, l.id) > ($3, $4::uuid))
     ORDER BY l.price_ore, l.id LIMIT $5`,
    [wanted.free, wanted.now, wanted.after?.[0] ?? null, wanted.after?.[1] ?? null, wanted.limit],
  )

/** What the listing is for: null where it is not one's own. */
export const audienceOf = async (tx: Tx, id: Uuid): Promise<string | null> =>
  (
    await tx.maybe<{ audience: string }>(
      `SELECT audience FROM resale.listing
       WHERE id = $1 AND seller_id = organisations.current_id()`,
      [id],
    )
  )?.audience ?? null

export interface EmployeePurchaseRow {
  id: Uuid
  number: string
  personId: PersonId
  personName: string | null
  listingId: Uuid
  deviceId: DeviceId
  state: EmployeeState
  kind: DeviceKind
  maker: string
  model: string
  serialNumber: string | null
  grade: SoldGrade
  priceOre: number
  marketOre: number | null
  vat: VatScheme
  warrantyMonths: number
  payment: Payment
  orderedAt: Date
  fetchBy: Date
  handedOverAt: Date | null
  endedAt: Date | null
  version: number
}

const PURCHASE = `
  SELECT e.id, e.number, e.person_id AS "personId", p.name AS "personName",
    e.listing_id AS "listingId", e.device_id AS "deviceId", e.state, e.kind, e.maker, e.model,
    e.serial_number AS "serialNumber", e.grade, e.price_ore AS "priceOre", e.market_ore AS "marketOre", e.vat,
    e.warranty_months AS "warrantyMonths", e.payment, e.ordered_at AS "orderedAt",
    e.fetch_by AS "fetchBy", e.handed_over_at AS "handedOverAt", e.ended_at AS "endedAt", e.version
  FROM resale.employee_purchase e
  LEFT JOIN organisations.person p ON p.id = e.person_id`

export const employeePurchaseBy = (tx: Tx, id: Uuid) =>
  tx.maybe<EmployeePurchaseRow>(`${PURCHASE} WHERE e.id = $1`, [id])

/** Every act on a purchase begins with this lock. */
export const lockEmployeePurchase = async (
  tx: Tx,
  id: Uuid,
): Promise<EmployeePurchaseRow | null> =>
  (await tx.maybe('SELECT 1 FROM resale.employee_purchase WHERE id = $1 FOR UPDATE', [id]))
    ? employeePurchaseBy(tx, id)
    : null

export const employeePurchases = (
  tx: Tx,
  wanted: {
    state: EmployeeState | null
    personId: PersonId | null
    now: Date
    after: readonly [string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<EmployeePurchaseRow & { place: string }>(
    `SELECT e.*, e."orderedAt"::text AS place FROM (${PURCHASE}
     WHERE e.organisation_id = organisations.current_id()
       AND ($1::text IS NULL OR $1 = CASE WHEN e.state = 'ordered' AND e.fetch_by <= $2
         THEN 'expired' ELSE e.state END)
       AND ($3::uuid IS NULL OR e.person_id = $3)
       AND ($4::timestamptz IS NULL OR (e.ordered_at, e.id) < ($4, $5::uuid))
     ORDER BY e.ordered_at DESC, e.id DESC LIMIT $6) e
     ORDER BY e."orderedAt" DESC, e.id DESC`,
    [
      wanted.state,
      wanted.now,
      wanted.personId,
      wanted.after?.[0] ?? null,
      wanted.after?.[1] ?? null,
      wanted.limit,
    ],
  )

/** How many a person has bought, or has kept, in the calendar year of the moment. */
export const boughtInYear = async (tx: Tx, personId: PersonId, now: Date): Promise<number> =>
  (
    await tx.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM resale.employee_purchase
       WHERE person_id = $1 AND ordered_at >= $2
         AND (state = 'handedOver' OR (state = 'ordered' AND fetch_by > $3))`,
      [personId, new Date(Date.UTC(now.getUTCFullYear(), 0, 1)), now],
    )
  ).count

export const insertEmployeePurchase = (
  tx: Tx,
  organisationId: OrganisationId,
  row: Omit<EmployeePurchaseRow, 'personName' | 'state' | 'handedOverAt' | 'endedAt' | 'version'>,
) =>
  tx.run(
    `INSERT INTO resale.employee_purchase (id, organisation_id, number, person_id, listing_id,
       device_id, state, kind, maker, model, serial_number, grade, price_ore, vat,
       warranty_months, payment, ordered_at, fetch_by, market_ore)
     VALUES ($1, $2, $3, $4, $5, $6, 'ordered', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
       $18)`,
    [
      row.id,
      organisationId,
      row.number,
      row.personId,
      row.listingId,
      row.deviceId,
      row.kind,
      row.maker,
      row.model,
      row.serialNumber,
      row.grade,
      row.priceOre,
      row.vat,
      row.warrantyMonths,
      row.payment,
      row.orderedAt,
      row.fetchBy,
      row.marketOre,
    ],
  )

export const endEmployeePurchase = (
  tx: Tx,
  id: Uuid,
  to: {
    state: 'handedOver' | 'cancelled' | 'expired'
    at: Date
    by: PersonId | null
    /** What the receipt names, once it is theirs. */
    serialNumber?: string | null
  },
) =>
  tx.run(
    `UPDATE resale.employee_purchase SET state = $2, ended_at = $3::timestamptz,
       handed_over_at = CASE WHEN $2 = 'handedOver' THEN $3::timestamptz END,
       handed_over_by = CASE WHEN $2 = 'handedOver' THEN $4::uuid END, serial_number = $5, version = version + 1
     WHERE id = $1`,
    [id, to.state, to.at, to.by, to.serialNumber ?? null],
  )

/** What nobody has fetched in time; of one listing, or of all. */
export const notFetched = (tx: Tx, now: Date, listingId: Uuid | null) =>
  tx.rows<{ id: Uuid; listingId: Uuid }>(
    `SELECT id, listing_id AS "listingId" FROM resale.employee_purchase
     WHERE organisation_id = organisations.current_id() AND state = 'ordered' AND fetch_by <= $1
       AND ($2::uuid IS NULL OR listing_id = $2)
     ORDER BY id FOR UPDATE`,
    [now, listingId],
  )

/** As the system: whose employees have let the time run out. */
export const organisationsNotFetched = (tx: Tx, now: Date) =>
  tx.rows<{ organisationId: OrganisationId }>(
    `SELECT DISTINCT organisation_id AS "organisationId" FROM resale.employee_purchase
     WHERE state = 'ordered' AND fetch_by <= $1`,
    [now],
  )

export const isForEmployees = async (tx: Tx, photoId: Uuid): Promise<boolean> =>
  (await tx.maybe(
    `SELECT 1 FROM resale.listing_photo s
     JOIN resale.listing l ON l.id = s.listing_id AND l.device_id = s.device_id
     WHERE s.photo_id = $1 AND l.seller_id = organisations.current_id()
       AND l.audience = 'employees' LIMIT 1`,
    [photoId],
  )) !== null

export interface DeductionRow {
  number: string
  name: string | null
  username: string | null
  email: string | null
  on: Day
  maker: string
  model: string
  serialNumber: string | null
  priceOre: number
  marketOre: number | null
}

/** Off the salary, of what was handed over between two days, in the order in which it was. */
export const deductions = (tx: Tx, from: Day, until: Day) =>
  tx.rows<DeductionRow>(
    `SELECT e.number, p.name, p.username, p.email,
       (e.handed_over_at AT TIME ZONE 'UTC')::date AS "on", e.maker, e.model,
       e.serial_number AS "serialNumber", e.price_ore AS "priceOre", e.market_ore AS "marketOre"
     FROM resale.employee_purchase e LEFT JOIN organisations.person p ON p.id = e.person_id
     WHERE e.organisation_id = organisations.current_id() AND e.state = 'handedOver'
       AND e.payment = 'payroll' AND (e.handed_over_at AT TIME ZONE 'UTC')::date BETWEEN $1 AND $2
     ORDER BY e.handed_over_at, e.number`,
    [from, until],
  )
