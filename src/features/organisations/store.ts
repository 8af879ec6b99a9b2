import type { OrganisationId, PersonId, PlaceId, UnitId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { OrganisationKind, Role } from './rules.ts'

export interface OrganisationRow {
  id: OrganisationId
  kind: OrganisationKind
  name: string
  organisationNumber: string | null
}
export interface PartnershipRow extends OrganisationRow {
  partnershipKind: 'reuse' | 'finance' | 'supply'
  state: 'proposed' | 'active' | 'ended'
  sinceOn: string
  untilOn: string | null
  incoming: boolean
}

export const partnerships = (tx: Tx): Promise<PartnershipRow[]> =>
  tx.rows<PartnershipRow>(
    `SELECT o.id, o.kind, o.name, o.organisation_number AS "organisationNumber",
       p.kind AS "partnershipKind", p.state, p.since_on AS "sinceOn", p.until_on AS "untilOn",
       p.partner_id = organisations.current_id() AS incoming
     FROM organisations.partnership p
     JOIN organisations.organisation o ON o.id <> organisations.current_id()
       AND o.id IN (p.organisation_id, p.partner_id)
     ORDER BY o.name COLLATE "sv-x-icu"`,
  )

const own = 'id, kind, name, organisation_number AS "organisationNumber"'

export const ownOrganisation = (tx: Tx) =>
  tx.one<OrganisationRow>(
    `SELECT ${own} FROM organisations.organisation WHERE id = organisations.current_id()`,
  )

export const changeOrganisation = (tx: Tx, row: { name: string; number: string | null }) =>
  tx.one<OrganisationRow>(
    `UPDATE organisations.organisation SET name = $1, organisation_number = $2
     WHERE id = organisations.current_id() RETURNING ${own}`,
    [row.name, row.number],
  )

/** Finds another organisation by its number; as the table's owner, since a stranger is not seen. */
export const organisationByNumber = (tx: Tx, number: string) =>
  tx.maybe<{ id: OrganisationId }>('SELECT organisations.id_by_number($1) AS id', [number])

export async function proposePartnership(
  tx: Tx,
  row: { organisationId: Uuid; partnerId: Uuid; kind: string; sinceOn: string },
) {
  await tx.run(
    `INSERT INTO organisations.partnership (organisation_id, partner_id, kind, state, since_on)
     VALUES ($1, $2, $3, 'proposed', $4)
     ON CONFLICT (organisation_id, partner_id, kind) DO UPDATE SET state = 'proposed'
       WHERE partnership.state = 'ended'`,
    [row.organisationId, row.partnerId, row.kind, row.sinceOn],
  )
}

export const acceptPartnership = (tx: Tx, partnerId: OrganisationId) =>
  tx.run(
    `UPDATE organisations.partnership SET state = 'active'
     WHERE organisation_id = $1 AND partner_id = organisations.current_id() AND state = 'proposed'`,
    [partnerId],
  )

export const isActivePartner = async (tx: Tx, other: OrganisationId): Promise<boolean> =>
  (
    await tx.rows(
      `SELECT 1 FROM organisations.partnership
     WHERE state = 'active' AND $1 IN (organisation_id, partner_id)
       AND organisations.current_id() IN (organisation_id, partner_id)`,
      [other],
    )
  ).length > 0

export interface UnitRow {
  id: UnitId
  parentId: UnitId | null
  kind: 'department' | 'unit'
  name: string
  costCentre: string | null
}
export const units = (tx: Tx) =>
  tx.rows<UnitRow>(
    `SELECT id, parent_id AS "parentId", kind, name, cost_centre AS "costCentre"
     FROM organisations.unit WHERE closed_on IS NULL ORDER BY name COLLATE "sv-x-icu"`,
  )

export const unitExists = async (tx: Tx, id: UnitId): Promise<boolean> =>
  (await tx.rows('SELECT 1 FROM organisations.unit WHERE id = $1', [id])).length > 0

/** Inserts units; a name already taken under the same parent is left out of the answer. */
export const insertUnits = (tx: Tx, rows: readonly (UnitRow & { organisationId: Uuid })[]) =>
  tx.rows<{ id: UnitId }>(
    `INSERT INTO organisations.unit (id, organisation_id, parent_id, kind, name, cost_centre)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.parentId),
      rows.map((row) => row.kind),
      rows.map((row) => row.name),
      rows.map((row) => row.costCentre),
    ],
  )

export interface PlaceRow {
  id: PlaceId
  kind: 'depot' | 'site'
  name: string
  address: string | null
}
export const places = (tx: Tx) =>
  tx.rows<PlaceRow>(
    `SELECT id, kind, name, address FROM organisations.place ORDER BY name COLLATE "sv-x-icu"`,
  )
export const placeExists = async (tx: Tx, id: PlaceId): Promise<boolean> =>
  (await tx.rows('SELECT 1 FROM organisations.place WHERE id = $1', [id])).length > 0

export const insertPlace = (tx: Tx, row: PlaceRow & { organisationId: Uuid }) =>
  tx.run(
    `INSERT INTO organisations.place (id, organisation_id, kind, name, address)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [row.id, row.organisationId, row.kind, row.name, row.address],
  )

export interface PersonRow {
  id: PersonId
  name: string
  email: string | null
  username: string | null
  unitId: UnitId | null
  startsOn: string | null
  leavesOn: string | null
  /** What they work as, as the directory says it. */
  profile: string | null
  roles: Role[]
}
export type NewPersonRow = Omit<PersonRow, 'roles' | 'profile'> & {
  readonly profile?: string | null
  readonly organisationId: Uuid
}

const PERSON = `p.id, p.name, p.email, p.username, p.unit_id AS "unitId",
  p.starts_on AS "startsOn", p.leaves_on AS "leavesOn", p.profile,
  ARRAY(SELECT r.role FROM organisations.role_grant r WHERE r.person_id = p.id ORDER BY 1) AS roles`

/** People by name after the cursor's name and id; `q` matches anywhere in name, mail, user name. */
export const people = (
  tx: Tx,
  wanted: {
    q: string | null
    unitId: UnitId | null
    afterName: string | null
    afterId: Uuid | null
    limit: number
  },
) =>
  tx.rows<PersonRow>(
    `SELECT ${PERSON} FROM organisations.person p
     WHERE p.purged_at IS NULL AND ($2::uuid IS NULL OR p.unit_id = $2)
       AND ($1::text IS NULL OR p.name ILIKE $1 OR p.email ILIKE $1 OR p.username ILIKE $1)
       AND ($3::text IS NULL
         OR (p.name COLLATE "sv-x-icu", p.id) > ($3 COLLATE "sv-x-icu", $4::uuid))
     ORDER BY p.name COLLATE "sv-x-icu", p.id LIMIT $5`,
    [wanted.q, wanted.unitId, wanted.afterName, wanted.afterId, wanted.limit],
  )

/** Inserts people; one whose address is taken is left out of the answer. */
export const insertPeople = (tx: Tx, rows: readonly NewPersonRow[]) =>
  tx.rows<{ id: PersonId }>(
    `INSERT INTO organisations.person
       (id, organisation_id, name, email, username, unit_id, starts_on, leaves_on, profile)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[],
       $7::date[], $8::date[], $9::text[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.name),
      rows.map((row) => row.email),
      rows.map((row) => row.username),
      rows.map((row) => row.unitId),
      rows.map((row) => row.startsOn),
      rows.map((row) => row.leavesOn),
      rows.map((row) => row.profile ?? null),
    ],
  )

export const personBy = (tx: Tx, id: PersonId) =>
  tx.maybe<PersonRow>(
    `SELECT ${PERSON} FROM organisations.person p WHERE p.id = $1 AND p.purged_at IS NULL`,
    [id],
  )

/** @returns how many were changed: none, where the person is not in the organisation */
export const changePerson = (
  tx: Tx,
  id: PersonId,
  to: Pick<PersonRow, 'unitId' | 'startsOn' | 'leavesOn' | 'profile'>,
) =>
  tx.run(
    `UPDATE organisations.person SET unit_id = $2, starts_on = $3, leaves_on = $4, profile = $5
     WHERE id = $1 AND purged_at IS NULL`,
    [id, to.unitId, to.startsOn, to.leavesOn, to.profile],
  )

export const grantRoles = (
  tx: Tx,
  organisationId: Uuid,
  personId: PersonId,
  roles: readonly Role[],
) =>
  tx.run(
    `INSERT INTO organisations.role_grant (organisation_id, person_id, role)
     SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
    [organisationId, personId, roles],
  )

export interface TokenRow {
  id: Uuid
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  usedAt: Date | null
}
export const tokens = (tx: Tx) =>
  tx.rows<TokenRow>(
    `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
       revoked_at AS "revokedAt", used_at AS "usedAt"
     FROM organisations.api_token ORDER BY created_at DESC`,
  )

export const insertToken = (
  tx: Tx,
  row: {
    id: Uuid
    hash: Buffer
    organisationId: Uuid
    personId: Uuid
    name: string
    scopes: readonly string[]
    at: Date
    expiresAt: string | null
  },
) =>
  tx.run(
    `INSERT INTO organisations.api_token
       (id, token_hash, organisation_id, person_id, name, scopes, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.id,
      row.hash,
      row.organisationId,
      row.personId,
      row.name,
      row.scopes,
      row.at,
      row.expiresAt,
    ],
  )

export const revokeToken = (tx: Tx, id: Uuid, at: Date) =>
  tx.run('UPDATE organisations.api_token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1', [
    id,
    at,
  ])

/** The next number of a named series of this organisation: 1, 2, 3 … without gaps. */
export const nextNumber = (tx: Tx, organisationId: OrganisationId, name: string): Promise<number> =>
  nextNumbers(tx, organisationId, name, 1)

/** Takes so many numbers of the series at once. @returns the first of them */
export const nextNumbers = async (
  tx: Tx,
  organisationId: OrganisationId,
  name: string,
  count: number,
): Promise<number> =>
  (
    await tx.one<{ first: number }>(
      `INSERT INTO organisations.counter AS c (organisation_id, name, value) VALUES ($1, $2, $3)
       ON CONFLICT (organisation_id, name) DO UPDATE SET value = c.value + $3
       RETURNING c.value - $3::bigint + 1 AS first`,
      [organisationId, name, count],
    )
  ).first

/** One named part of the organisation’s settings, whole; the others stay. */
export const saveSetting = (tx: Tx, organisationId: OrganisationId, name: string, value: object) =>
  tx.run(
    `UPDATE organisations.organisation
     SET settings = settings || jsonb_build_object($2::text, $3::jsonb) WHERE id = $1`,
    [organisationId, name, JSON.stringify(value)],
  )

/** Which of these people are not (or no longer) in the organisation. */
export const missingPeople = async (tx: Tx, ids: readonly PersonId[]): Promise<PersonId[]> =>
  ids.length === 0
    ? []
    : (
        await tx.rows<{ id: PersonId }>(
          `SELECT w.id FROM unnest($1::uuid[]) AS w (id) WHERE NOT EXISTS (
             SELECT FROM organisations.person p WHERE p.id = w.id AND p.purged_at IS NULL)`,
          [ids],
        )
      ).map((row) => row.id)

export const missingUnits = async (tx: Tx, ids: readonly UnitId[]): Promise<UnitId[]> =>
  ids.length === 0
    ? []
    : (
        await tx.rows<{ id: UnitId }>(
          `SELECT w.id FROM unnest($1::uuid[]) AS w (id) WHERE NOT EXISTS (
             SELECT FROM organisations.unit u WHERE u.id = w.id AND u.closed_on IS NULL)`,
          [ids],
        )
      ).map((row) => row.id)
