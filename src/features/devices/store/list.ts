// The register as one organisation sees it: built queries over its listing rows.
import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely'
import type { DeviceId, OrganisationId, PersonId, PlaceId, UnitId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import type { DataState, DeviceStatus, Grade } from '../rules/status.ts'
import { build, type Tables } from './build.ts'
import {
  beginsWith,
  markSeries,
  occurs,
  standsInListing,
  WALK,
  wordsOf,
  type Word,
} from './search.ts'

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
  return eb.and(all)
}

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
  theftMarking: string | null
  lastSeenAt: Date | null
  reserved: boolean
  sortValue: string | null
}

interface WantedPage {
  readonly filters: DeviceFilters
  readonly sort: DeviceSort
  readonly descending: boolean
  readonly after: readonly [string | null, string] | null
  readonly limit: number
}

export async function listDevices(
  tx: Tx,
  organisationId: OrganisationId,
  wanted: WantedPage,
): Promise<ListedRow[]> {
  const words = wordsOf(wanted.filters.q)
  if (!words.every(standsInListing)) {
    const walked = await listPage(tx, organisationId, wanted, words, 'walk')
    if (walked.length === wanted.limit) return walked
  }
  const marked = await markSeries(tx, organisationId, words)
  return listPage(tx, organisationId, wanted, marked, 'all')
}

/** A walk looks for the words only in the next rows of the list, and may thus come back short. */
function listPage(
  tx: Tx,
  organisationId: OrganisationId,
  wanted: WantedPage,
  words: readonly Word[],
  how: 'walk' | 'all',
): Promise<ListedRow[]> {
  const column = sortColumns[wanted.sort]
  const direction = wanted.descending ? 'desc' : 'asc'
  const loose = words.filter((word) => !standsInListing(word))
  const walks = how === 'walk' && loose.length > 0
  let page = listing(organisationId, walks ? [] : loose)
    .selectAll()
    .select(sql<string | null>`${sql.ref(column)}::text`.as('sort_value'))
    .where((eb) => narrow(eb, wanted.filters, organisationId))
    .orderBy(column, direction)
    .orderBy('device_id', direction)
    .limit(walks ? WALK : wanted.limit)
  for (const word of words) if (standsInListing(word)) page = page.where(beginsWith(word))
  // Devices without an end date are not part of a list by end date.
  if (column === 'ends_on') page = page.where('ends_on', 'is not', null)
  if (wanted.after) {
    const sign = sql.raw(wanted.descending ? '<' : '>')
    const [value, id] = wanted.after
    page = page.where(sql<SqlBool>`(${sql.ref(column)}, device_id) ${sign} (${value}, ${id}::uuid)`)
  }
  const order = sql`ORDER BY l.${sql.ref(column)} ${sql.raw(direction)}, l.device_id ${sql.raw(direction)}`
  const found = walks
    ? sql`(SELECT l.* FROM (${page}) l JOIN devices.searchable s ON s.id = l.device_id
        WHERE ${occurs(loose)} ${order} LIMIT ${wanted.limit})`
    : sql`(${page})`
  const named = sql<ListedRow>`SELECT ${named_columns} FROM ${found} l ${joins} ${order}`
  return tx.built<ListedRow>(named.compile(build))
}

/** The listing, or the rows of it where the words occur. */
function listing(organisationId: OrganisationId, words: readonly Word[]) {
  if (words.length === 0) return build.selectFrom('devices.listing')
  // OFFSET 0 keeps the planner from walking the list instead, which listDevices has tried.
  const hits = sql`(
    WITH hit AS MATERIALIZED (SELECT s.id FROM devices.searchable s WHERE ${occurs(words)})
    SELECT l.* FROM hit JOIN devices.listing l
      ON l.organisation_id = ${organisationId} AND l.device_id = hit.id OFFSET 0)`
  return build.selectFrom(hits.as('listing')) as unknown as SelectQueryBuilder<
    Tables,
    'devices.listing',
    object
  >
}

const named_columns = sql.raw(`
  l.device_id AS id, l.asset_tag AS "assetTag", l.serial_number AS "serialNumber", l.kind, l.maker,
  l.model, l.status, l.status_since AS "statusSince", l.data_state AS "dataState", l.grade,
  l.owner_id AS "ownerId", o.name AS "ownerName", l.custodian_id AS "custodianId",
  c.name AS "custodianName", l.holder_id AS "holderId", p.name AS "holderName",
  l.unit_id AS "unitId", u.name AS "unitName", l.place_id AS "placeId", pl.name AS "placeName",
  l.ends_on AS "endsOn", l.price_ore AS "priceOre",
  d.theft_marking AS "theftMarking",
  CASE WHEN d.owner_id = l.organisation_id THEN d.last_seen_at END AS "lastSeenAt",
  coalesce(l.reserved_until > now(), false) AS reserved, l.sort_value AS "sortValue"`)
const joins = sql.raw(`
  LEFT JOIN devices.device d ON d.id = l.device_id
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
  const words = await markSeries(tx, organisationId, wordsOf(filters.q))
  let query = listing(
    organisationId,
    words.filter((word) => !standsInListing(word)),
  )
    .select(['status', sql<number>`count(*)`.as('count')])
    .where((eb) => narrow(eb, filters, organisationId))
    .groupBy('status')
  for (const word of words) if (standsInListing(word)) query = query.where(beginsWith(word))
  return tx.built<{ status: DeviceStatus; count: number }>(query.compile())
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
