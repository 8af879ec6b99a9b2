// People with a first or a last day, as needs and hand-ins see them.
import type { DeviceId, OrganisationId, PersonId, UnitId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DeviceStatus, Grade } from '../../devices/rules/status.ts'
import type { ProfileLine } from '../rules/comings.ts'

export interface ProfileRow {
  name: string
  lines: ProfileLine[]
}

export const profiles = (tx: Tx) =>
  tx.rows<ProfileRow>(
    `SELECT name, lines FROM ordering.need_profile ORDER BY name COLLATE "sv-x-icu"`,
  )

export async function saveProfile(tx: Tx, organisationId: OrganisationId, row: ProfileRow) {
  if (row.lines.length === 0)
    return tx.run('DELETE FROM ordering.need_profile WHERE organisation_id = $1 AND name = $2', [
      organisationId,
      row.name,
    ])
  return tx.run(
    `INSERT INTO ordering.need_profile (organisation_id, name, lines) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id, name) DO UPDATE SET lines = excluded.lines`,
    [organisationId, row.name, JSON.stringify(row.lines)],
  )
}

export interface JoinerRow {
  personId: PersonId
  name: string
  unitId: UnitId | null
  unitName: string | null
  startsOn: string
  profile: string
  lines: ProfileLine[]
  /** Kinds that the person holds, or that are ordered and not withdrawn. */
  kinds: DeviceKind[]
}

/** Those of a known profile who begin between the days and have not left before. */
export const joiners = (tx: Tx, from: string, until: string, limit: number) =>
  tx.rows<JoinerRow>(
    `SELECT p.id AS "personId", p.name, p.unit_id AS "unitId", u.name AS "unitName",
       p.starts_on AS "startsOn", f.name AS profile, f.lines,
       ARRAY(SELECT l.kind FROM devices.listing l
         WHERE l.organisation_id = p.organisation_id AND l.holder_id = p.id
           AND l.status IN ('handedOut', 'inUse')
         UNION ALL
         SELECT n.kind FROM ordering.need n JOIN ordering.order o ON o.id = n.order_id
         WHERE n.organisation_id = p.organisation_id AND n.holder_id = p.id
           AND n.state IN ('open', 'held', 'reserved', 'onOrder') AND o.state <> 'declined') AS kinds
     FROM organisations.person p
     JOIN ordering.need_profile f
       ON f.organisation_id = p.organisation_id AND lower(f.name) = lower(p.profile)
     LEFT JOIN organisations.unit u ON u.id = p.unit_id
     WHERE p.organisation_id = organisations.current_id() AND p.purged_at IS NULL
       AND p.starts_on BETWEEN $1 AND $2 AND coalesce(p.leaves_on > p.starts_on, true)
     ORDER BY p.starts_on, p.name COLLATE "sv-x-icu", p.id LIMIT $3`,
    [from, until, limit],
  )

export interface LeaverRow {
  personId: PersonId
  name: string
  unitName: string | null
  leavesOn: string
  deviceId: DeviceId
  kind: DeviceKind
  assetTag: string | null
  serialNumber: string | null
  maker: string
  model: string
  grade: Grade | null
  status: DeviceStatus
}

/** What people who leave by the day still hold, who leaves first before the others. */
export const leavers = (tx: Tx, until: string, limit: number) =>
  tx.rows<LeaverRow>(
    `SELECT p.id AS "personId", p.name, u.name AS "unitName", p.leaves_on AS "leavesOn",
       l.device_id AS "deviceId", l.kind, d.asset_tag AS "assetTag",
       d.serial_number AS "serialNumber", d.maker, d.model, d.grade,
       d.status
     FROM organisations.person p
     JOIN devices.listing l ON l.organisation_id = p.organisation_id AND l.holder_id = p.id
     JOIN devices.device d ON d.id = l.device_id
     LEFT JOIN organisations.unit u ON u.id = p.unit_id
     WHERE p.organisation_id = organisations.current_id() AND p.leaves_on <= $1
       AND l.status IN ('handedOut', 'inUse')
     ORDER BY p.leaves_on, p.name COLLATE "sv-x-icu", p.id, l.device_id LIMIT $2`,
    [until, limit],
  )

export interface HeldRow {
  deviceId: DeviceId
  personId: PersonId
  leavesOn: string | null
  endsOn: string | null
  wasEndsOn: string | null
  setEndsOn: string | null
}

/** What people with a last day hold, and what a last day that was taken back has moved. */
export const heldByLeavers = (tx: Tx, personIds: readonly PersonId[] | null) =>
  tx.rows<HeldRow>(
    `SELECT l.device_id AS "deviceId", p.id AS "personId", p.leaves_on AS "leavesOn",
       d.ends_on AS "endsOn", o.was_ends_on AS "wasEndsOn", o.set_ends_on AS "setEndsOn"
     FROM organisations.person p
     JOIN devices.listing l ON l.organisation_id = p.organisation_id AND l.holder_id = p.id
       AND l.custodian_id = l.organisation_id AND l.status IN ('handedOut', 'inUse')
     JOIN devices.device d ON d.id = l.device_id
     LEFT JOIN ordering.leaver_return o ON o.device_id = l.device_id AND o.person_id = p.id
     WHERE p.organisation_id = organisations.current_id()
       AND ($1::uuid[] IS NULL OR p.id = ANY ($1))
       AND (p.leaves_on IS NOT NULL OR o.device_id IS NOT NULL)
     ORDER BY l.device_id LIMIT 10000`,
    [personIds],
  )

export async function saveReturns(
  tx: Tx,
  organisationId: OrganisationId,
  rows: readonly {
    readonly deviceId: DeviceId
    readonly personId: PersonId
    readonly was: string | null
    readonly set: string | null
    readonly opened: boolean
  }[],
) {
  await tx.run(
    `DELETE FROM ordering.leaver_return o USING jsonb_to_recordset($1::jsonb)
       AS n ("deviceId" uuid, "personId" uuid)
     WHERE o.device_id = n."deviceId" AND o.person_id = n."personId"`,
    [JSON.stringify(rows)],
  )
  await tx.run(
    `INSERT INTO ordering.leaver_return (organisation_id, device_id, person_id, was_ends_on,
       set_ends_on)
     SELECT $1, n.* FROM jsonb_to_recordset($2::jsonb)
       AS n ("deviceId" uuid, "personId" uuid, was date, set date)`,
    [organisationId, JSON.stringify(rows.filter(({ opened }) => opened))],
  )
}

/** Organisations where somebody who has a last day may hold something. */
export const withLeavers = async (tx: Tx): Promise<OrganisationId[]> =>
  (
    await tx.rows<{ id: OrganisationId }>(
      `SELECT DISTINCT organisation_id AS id FROM organisations.person
       WHERE leaves_on IS NOT NULL AND purged_at IS NULL`,
    )
  ).map((row) => row.id)
