import type { Day } from '../../core/dates.ts'
import type { DeviceId, OrganisationId, UnitId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DeviceKind } from '../devices/rules/kinds.ts'
import type { Displacement } from './rules/parameters.ts'
import type { Reuse, ReuseFigures, ReuseKind } from './rules/reuse.ts'
import type { Span } from './rules/spans.ts'
import type { ReuseCount } from './rules/summary.ts'

export interface NewReuse extends Reuse, ReuseFigures {
  readonly deviceId: DeviceId
  readonly at: Date
  readonly onDay: string
  readonly entrySeq: number
  readonly partyIds: readonly OrganisationId[]
}

/** A life that is here already stays as it is. */
export async function insertReuse(tx: Tx, rows: readonly NewReuse[]) {
  await tx.run(
    `INSERT INTO climate.reuse (device_id, life, organisation_id, kind, at, on_day, category,
       displacement, need_id, method, factor_version, net_kg, low_kg, high_kg, driver, ivl_kg,
       legacy_kg, transport_km, entry_seq, party_ids)
     SELECT r.device_id, r.life, r.organisation_id, r.kind, r.at, r.on_day, r.category,
       r.displacement, r.need_id, r.method, r.factor_version, r.net_kg, r.low_kg, r.high_kg,
       r.driver, r.ivl_kg, r.legacy_kg, r.transport_km, r.entry_seq, r.party_ids::uuid[]
     FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::timestamptz[], $6::date[],
       $7::text[], $8::text[], $9::uuid[], $10::text[], $11::text[], $12::float8[], $13::float8[],
       $14::float8[], $15::text[], $16::float8[], $17::float8[], $18::int[], $19::int[],
       $20::text[])
       AS r (device_id, life, organisation_id, kind, at, on_day, category, displacement, need_id,
         method, factor_version, net_kg, low_kg, high_kg, driver, ivl_kg, legacy_kg,
         transport_km, entry_seq, party_ids)
     ON CONFLICT (device_id, life) DO NOTHING`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.life),
      rows.map((row) => row.ownerId),
      rows.map((row) => row.kind),
      rows.map((row) => row.at),
      rows.map((row) => row.onDay),
      rows.map((row) => row.category),
      rows.map((row) => row.displacement),
      rows.map((row) => row.needId),
      rows.map((row) => row.method),
      rows.map((row) => row.factorVersion),
      rows.map((row) => row.figure?.net ?? null),
      rows.map((row) => row.figure?.low ?? null),
      rows.map((row) => row.figure?.high ?? null),
      rows.map((row) => row.figure?.driver ?? null),
      rows.map((row) => row.figure?.ivlComparable ?? null),
      rows.map((row) => row.legacyKg),
      rows.map((row) => row.transportKm),
      rows.map((row) => row.entrySeq),
      rows.map((row) => `{${row.partyIds.join(',')}}`),
    ],
  )
}

export async function countReuse(tx: Tx, ids: readonly DeviceId[]) {
  await tx.run('SELECT climate.count_reuse($1)', [ids])
}

/** As the owner of the tables: what the listener has counted, to be counted anew. */
export const forgetAll = (tx: Tx) => tx.run('TRUNCATE climate.reuse, climate.reuse_count')

/** Of the whole organisation. */
export const countsOf = (tx: Tx, organisationId: OrganisationId, spans: readonly Span[]) =>
  tx.rows<ReuseCount>(
    `SELECT c.category, c.kind, c.displacement, sum(c.count)::int AS count
     FROM unnest($2::text[], $3::date[], $4::date[]) AS s (span, first, last)
     JOIN climate.reuse_count c ON c.organisation_id = $1 AND c.scope_id = $1
       AND c.span = s.span AND c.on_day BETWEEN s.first AND s.last
     GROUP BY c.category, c.kind, c.displacement
     ORDER BY c.category, c.kind, c.displacement`,
    [organisationId, ...columnsOf(spans)],
  )

/** Of the whole organisation, by month. */
export const countsByMonth = (tx: Tx, organisationId: OrganisationId, from: Day, to: Day) =>
  tx.rows<ReuseCount & { readonly month: Day }>(
    `SELECT on_day AS month, category, kind, displacement, sum(count)::int AS count
     FROM climate.reuse_count
     WHERE organisation_id = $1 AND scope_id = $1 AND span = 'month' AND on_day BETWEEN $2 AND $3
     GROUP BY on_day, category, kind, displacement
     ORDER BY on_day, category, kind, displacement`,
    [organisationId, from, to],
  )

/** Of a unit and all beneath it. */
export const unitCountsOf = (
  tx: Tx,
  organisationId: OrganisationId,
  unitId: UnitId,
  spans: readonly Span[],
) =>
  tx.rows<ReuseCount>(
    `WITH RECURSIVE below AS (
       SELECT $5::uuid AS id
       UNION ALL SELECT u.id FROM organisations.unit u JOIN below b ON u.parent_id = b.id)
     SELECT c.category, c.kind, c.displacement, sum(c.count)::int AS count
     FROM unnest($2::text[], $3::date[], $4::date[]) AS s (span, first, last)
     CROSS JOIN below b
     JOIN climate.reuse_count c ON c.organisation_id = $1 AND c.scope_id = b.id
       AND c.span = s.span AND c.on_day BETWEEN s.first AND s.last
     GROUP BY c.category, c.kind, c.displacement
     ORDER BY c.category, c.kind, c.displacement`,
    [organisationId, ...columnsOf(spans), unitId],
  )

const columnsOf = (spans: readonly Span[]) => [
  spans.map((each) => each.span),
  spans.map((each) => each.first),
  spans.map((each) => each.last),
]

export interface LifeRow {
  life: number
  kind: ReuseKind
  at: Date
  category: DeviceKind
  displacement: Displacement
  needId: Uuid | null
  method: string
  factorVersion: string
  netKg: number | null
  lowKg: number | null
  highKg: number | null
  driver: string | null
  ivlKg: number | null
  legacyKg: number | null
  transportKm: number
}

export const livesOf = (tx: Tx, deviceId: DeviceId): Promise<LifeRow[]> =>
  tx.rows<LifeRow>(
    `SELECT life, kind, at, category, displacement, need_id AS "needId", method,
       factor_version AS "factorVersion", net_kg AS "netKg", low_kg AS "lowKg",
       high_kg AS "highKg", driver, ivl_kg AS "ivlKg", legacy_kg AS "legacyKg",
       transport_km AS "transportKm"
     FROM climate.reuse WHERE device_id = $1 ORDER BY life`,
    [deviceId],
  )

export const deviceExists = async (tx: Tx, deviceId: DeviceId): Promise<boolean> =>
  (await tx.rows('SELECT FROM devices.device WHERE id = $1', [deviceId])).length > 0
