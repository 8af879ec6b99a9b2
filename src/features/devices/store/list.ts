// The register as one organisation sees it: built queries over its listing rows.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type ExpressionBuilder,
  type SqlBool,
  type Expression,
} from 'kysely'
import type { DeviceId, OrganisationId, PersonId, PlaceId, UnitId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import { normaliseSerial } from '../rules/serial.ts'
import type { DataState, DeviceStatus, Grade } from '../rules/status.ts'

interface Tables {
  'devices.listing': {
    organisation_id: string
    device_id: string
    status: string
    kind: string
    data_state: string
    grade: string | null
    unit_id: string | null
    holder_id: string | null
    place_id: string | null
    owner_id: string
    custodian_id: string | null
    ends_on: string | null
    status_since: Date
    tag_sort: string
    serial_sort: string
    model_sort: string
  }
}

// Only compiles; the transaction of the action runs what it compiled.
const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

type OneOrMany = string | readonly string[]

export interface DeviceFilters {
  readonly q?: string
  readonly status?: OneOrMany
  readonly kind?: OneOrMany
  readonly dataState?: OneOrMany
  readonly grade?: OneOrMany
  readonly unitId?: UnitId
  readonly departmentId?: UnitId
  readonly holderId?: PersonId
  readonly placeId?: PlaceId
  readonly ownerId?: OrganisationId
  readonly custodianId?: OrganisationId
  readonly endsBefore?: string
  readonly since?: string
}

type Listing = ExpressionBuilder<Tables, 'devices.listing'>

function narrow(eb: Listing, filters: DeviceFilters, organisationId: OrganisationId) {
  const all: Expression<SqlBool>[] = [eb('organisation_id', '=', organisationId)]
  const among = (column: 'status' | 'kind' | 'data_state' | 'grade', wanted?: OneOrMany) => {
    if (wanted === undefined) return
    // One value stays an equality, so that the index on it also gives the order.
    const values = typeof wanted === 'string' ? [wanted] : wanted
    all.push(values.length === 1 ? eb(column, '=', values[0]!) : eb(column, 'in', values))
  }
  among('status', filters.status)
  among('kind', filters.kind)
  among('data_state', filters.dataState)
  among('grade', filters.grade)
  if (filters.unitId) all.push(eb('unit_id', '=', filters.unitId))
  if (filters.departmentId)
    all.push(
      sql<SqlBool>`unit_id IN (
        WITH RECURSIVE below AS (
          SELECT ${filters.departmentId}::uuid AS id
          UNION ALL SELECT u.id FROM organisations.unit u JOIN below b ON u.parent_id = b.id)
        SELECT id FROM below)`,
    )
  if (filters.holderId) all.push(eb('holder_id', '=', filters.holderId))
  if (filters.placeId) all.push(eb('place_id', '=', filters.placeId))
  if (filters.ownerId) all.push(eb('owner_id', '=', filters.ownerId))
  if (filters.custodianId) all.push(eb('custodian_id', '=', filters.custodianId))
  if (filters.endsBefore) {
    all.push(eb('ends_on', '<=', filters.endsBefore))
    all.push(eb('status', 'in', ['inUse', 'handedOut']))
  }
  if (filters.since) all.push(eb('status_since', '<', new Date(filters.since)))
  if (filters.q) all.push(matches(eb, filters.q))
  return eb.and(all)
}

/**
 * Each word must occur: as written, or as the key of a serial number. The search text stands on the
 * device, where row-level security shows only what this organisation is party to.
 */
function matches(eb: Listing, q: string) {
  const words = q.trim().split(/\s+/).slice(0, 6)
  const each = words.map((word) => {
    const forms = [...new Set([word.toUpperCase(), normaliseSerial(word)])].filter(Boolean)
    const likes = forms.map((form) => sql<SqlBool>`d.search LIKE ${`%${escapeLike(form)}%`}`)
    return sql<SqlBool>`(${sql.join(likes, sql` OR `)})`
  })
  return eb(
    'device_id',
    'in',
    sql<string>`(SELECT d.id FROM devices.device d WHERE ${sql.join(each, sql` AND `)})`,
  )
}

const escapeLike = (text: string): string => text.replace(/[%_\\]/g, '\\$&')

const sortColumns = {
  assetTag: 'tag_sort',
  serialNumber: 'serial_sort',
  model: 'model_sort',
  endsOn: 'ends_on',
} as const
export type DeviceSort = keyof typeof sortColumns

export interface ListedRow {
  id: DeviceId
  assetTag: string | null
  serialNumber: string | null
  kind: DeviceKind
  maker: string
  model: string
  status: DeviceStatus
  statusSince: Date
  dataState: DataState
  grade: Grade | null
  ownerId: OrganisationId
  ownerName: string | null
  custodianId: OrganisationId | null
  custodianName: string | null
  holderId: PersonId | null
  holderName: string | null
  unitId: UnitId | null
  unitName: string | null
  placeId: PlaceId | null
  placeName: string | null
  endsOn: string | null
  priceOre: number | null
  sortValue: string | null
}

export async function listDevices(
  tx: Tx,
  organisationId: OrganisationId,
  wanted: {
    filters: DeviceFilters
    sort: DeviceSort
    descending: boolean
    after: readonly [string | null, string] | null
    limit: number
  },
): Promise<ListedRow[]> {
  const column = sortColumns[wanted.sort]
  const direction = wanted.descending ? 'desc' : 'asc'
  let page = build
    .selectFrom('devices.listing')
    .selectAll()
    .select(sql<string | null>`${sql.ref(column)}::text`.as('sort_value'))
    .where((eb) => narrow(eb, wanted.filters, organisationId))
    .orderBy(column, direction)
    .orderBy('device_id', direction)
    .limit(wanted.limit)
  // Devices without an end date are not part of a list by end date.
  if (column === 'ends_on') page = page.where('ends_on', 'is not', null)
  if (wanted.after) {
    const sign = sql.raw(wanted.descending ? '<' : '>')
    const [value, id] = wanted.after
    page = page.where(sql<SqlBool>`(${sql.ref(column)}, device_id) ${sign} (${value}, ${id}::uuid)`)
  }
  const named = sql<ListedRow>`
    SELECT ${named_columns}
    FROM (${page}) l ${joins}
    ORDER BY l.${sql.ref(column)} ${sql.raw(direction)}, l.device_id ${sql.raw(direction)}`
  return tx.built<ListedRow>(named.compile(build))
}

const named_columns = sql.raw(`
  l.device_id AS id, l.asset_tag AS "assetTag", l.serial_number AS "serialNumber", l.kind, l.maker,
  l.model, l.status, l.status_since AS "statusSince", l.data_state AS "dataState", l.grade,
  l.owner_id AS "ownerId", o.name AS "ownerName", l.custodian_id AS "custodianId",
  c.name AS "custodianName", l.holder_id AS "holderId", p.name AS "holderName",
  l.unit_id AS "unitId", u.name AS "unitName", l.place_id AS "placeId", pl.name AS "placeName",
  l.ends_on AS "endsOn", l.price_ore AS "priceOre", l.sort_value AS "sortValue"`)
const joins = sql.raw(`
  LEFT JOIN organisations.organisation o ON o.id = l.owner_id
  LEFT JOIN organisations.organisation c ON c.id = l.custodian_id
  LEFT JOIN organisations.person p ON p.id = l.holder_id
  LEFT JOIN organisations.unit u ON u.id = l.unit_id
  LEFT JOIN organisations.place pl ON pl.id = l.place_id`)

export const listedByIds = (tx: Tx, ids: readonly DeviceId[]): Promise<ListedRow[]> =>
  tx.built<ListedRow>(
    sql<ListedRow>`
      SELECT ${named_columns}
      FROM (SELECT *, ''::text AS sort_value FROM devices.listing
        WHERE organisation_id = organisations.current_id()
          AND device_id = ANY (${[...ids]}::uuid[])) l ${joins}`.compile(build),
  )

export async function countDevices(tx: Tx, organisationId: OrganisationId, filters: DeviceFilters) {
  const query = build
    .selectFrom('devices.listing')
    .select(['status', sql<number>`count(*)`.as('count')])
    .where((eb) => narrow(eb, filters, organisationId))
    .groupBy('status')
  return tx.built<{ status: DeviceStatus; count: number }>(
    query.compile() as unknown as Parameters<
      typeof tx.built<{ status: DeviceStatus; count: number }>
    >[0],
  )
}

/** Which devices each code may mean, among those this organisation is party to. */
export const findByCodes = (
  tx: Tx,
  codes: readonly { code: string; tag: string; serialKey: string }[],
) =>
  tx.rows<{ code: string; deviceId: DeviceId }>(
    `SELECT c.code, l.device_id AS "deviceId"
     FROM unnest($1::text[], $2::text[]) AS c (code, tag)
     JOIN devices.listing l ON l.organisation_id = organisations.current_id() AND l.tag_sort = c.tag
     UNION
     SELECT c.code, l.device_id
     FROM unnest($1::text[], $3::text[]) AS c (code, serial_key)
     JOIN devices.listing l ON l.organisation_id = organisations.current_id()
       AND l.serial_sort = c.serial_key AND c.serial_key <> ''
     UNION
     SELECT c.code, m.device_id
     FROM unnest($1::text[], $3::text[]) AS c (code, serial_key)
     JOIN devices.mark m ON m.owner_id = organisations.current_id() AND m.kind = 'imei'
       AND m.value_key = c.serial_key`,
    [codes.map((c) => c.code), codes.map((c) => c.tag), codes.map((c) => c.serialKey)],
  )
