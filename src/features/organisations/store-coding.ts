// The coding string's parts and codes. Cost centres are codes too: they stand on the units.
import type { OrganisationId, PersonId, UnitId } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { CodingPart, CodingValue } from './rules/coding.ts'

export const codingParts = (tx: Tx) =>
  tx.rows<CodingPart>(
    `SELECT key, name, source, compulsory, digits_only AS "digitsOnly",
       least_length AS "leastLength", most_length AS "mostLength",
       sie_dimension AS "sieDimension", default_code AS "defaultCode"
     FROM organisations.coding_part ORDER BY position`,
  )

export const codingSeparator = async (tx: Tx): Promise<string | null> =>
  (
    await tx.maybe<{ separator: string | null }>(
      `SELECT settings ->> 'codingSeparator' AS separator FROM organisations.organisation
       WHERE id = organisations.current_id()`,
    )
  )?.separator ?? null

export async function saveCodingParts(
  tx: Tx,
  organisationId: OrganisationId,
  separator: string,
  parts: readonly CodingPart[],
) {
  await tx.run('DELETE FROM organisations.coding_part WHERE organisation_id = $1', [organisationId])
  await tx.run(
    `INSERT INTO organisations.coding_part (organisation_id, position, key, name, source,
       compulsory, digits_only, least_length, most_length, sie_dimension, default_code)
     SELECT $1, p.* FROM jsonb_to_recordset($2::jsonb) AS p (position integer, key text, name text,
       source text, compulsory boolean, "digitsOnly" boolean, "leastLength" integer,
       "mostLength" integer, "sieDimension" integer, "defaultCode" text)`,
    [organisationId, JSON.stringify(parts.map((part, position) => ({ ...part, position })))],
  )
  await tx.run(
    `UPDATE organisations.organisation
     SET settings = settings || jsonb_build_object('codingSeparator', $2::text) WHERE id = $1`,
    [organisationId, separator],
  )
}

export interface CodingValueRow extends CodingValue {
  part: string
  name: string
}

/** A cost centre is valid as long as one of its units is open; it is named after the first. */
const COST_CENTRES = `
  SELECT cost_centre AS code, min(name) AS name, NULL::date AS valid_from_on,
    CASE WHEN bool_and(closed_on IS NOT NULL) THEN max(closed_on) END AS valid_until_on
  FROM organisations.unit
  WHERE organisation_id = organisations.current_id() AND cost_centre IS NOT NULL
  GROUP BY cost_centre`

const LISTED = `SELECT code, name, valid_from_on, valid_until_on FROM organisations.coding_value
  WHERE organisation_id = organisations.current_id() AND part = $1`

export const codingValues = (
  tx: Tx,
  part: CodingPart,
  wanted: {
    codes: readonly string[] | null
    q: string | null
    on: string | null
    after: string | null
    limit: number
  },
) =>
  tx.rows<CodingValueRow>(
    `SELECT $1::text AS part, v.code, v.name, v.valid_from_on AS "validFromOn",
       v.valid_until_on AS "validUntilOn"
     FROM (${part.source === 'costCentres' ? COST_CENTRES : LISTED}) v
     WHERE ($2::text[] IS NULL OR v.code = ANY ($2))
       AND ($3::text IS NULL OR v.code ILIKE $3 OR v.name ILIKE '%' || $3)
       AND ($4::date IS NULL OR (coalesce(v.valid_from_on, $4) <= $4
         AND coalesce(v.valid_until_on, $4) >= $4))
       AND ($5::text IS NULL OR v.code > $5)
     ORDER BY v.code LIMIT $6`,
    [part.key, wanted.codes, wanted.q, wanted.on, wanted.after, wanted.limit],
  )

export const saveCodingValues = (
  tx: Tx,
  organisationId: OrganisationId,
  part: string,
  values: readonly (CodingValue & { readonly name: string })[],
) =>
  tx.run(
    `INSERT INTO organisations.coding_value AS v (organisation_id, part, code, name, valid_from_on,
       valid_until_on)
     SELECT $1, $2, n.* FROM jsonb_to_recordset($3::jsonb) AS n (code text, name text,
       "validFromOn" date, "validUntilOn" date)
     ON CONFLICT (organisation_id, part, code) DO UPDATE SET name = excluded.name,
       valid_from_on = excluded.valid_from_on, valid_until_on = excluded.valid_until_on`,
    [organisationId, part, JSON.stringify(values)],
  )

/** The cost centre of the unit, or of the nearest above it that has one. */
export const costCentreOf = async (
  tx: Tx,
  of: { readonly unitId: UnitId | null; readonly holderId: PersonId | null },
): Promise<string | null> =>
  (
    await tx.maybe<{ costCentre: string }>(
      `WITH RECURSIVE above AS (
         SELECT u.id, u.parent_id, u.cost_centre, 0 AS steps FROM organisations.unit u
         WHERE u.id = coalesce($1::uuid,
           (SELECT p.unit_id FROM organisations.person p WHERE p.id = $2::uuid))
         UNION ALL
         SELECT u.id, u.parent_id, u.cost_centre, above.steps + 1
         FROM organisations.unit u JOIN above ON u.id = above.parent_id WHERE above.steps < 20)
       SELECT cost_centre AS "costCentre" FROM above WHERE cost_centre IS NOT NULL
       ORDER BY steps LIMIT 1`,
      [of.unitId, of.holderId],
    )
  )?.costCentre ?? null
