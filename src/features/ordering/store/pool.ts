// The pool as needs see it: free devices with their own specifications, else those of their model.
import { sql, type RawBuilder } from 'kysely'
import type { PersonId, PlaceId, UnitId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { processorYearOf } from '../../catalogue/rules/processor.ts'
import { build } from '../../devices/store/build.ts'
import type { Specification } from '../rules/needs.ts'
import type { MatchDevice } from '../rules/matching.ts'
import type { NamedDeviceRow } from './needs.ts'

/** The joined model where duplicates were joined, else the model itself. */
const SHOWN = `d.id, d.kind, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.maker,
    d.model, l.grade, d.status, d.data_state AS "dataState", l.place_id AS "placeId",
    p.name AS "placeName", coalesce(l.memory_gb, m.memory_gb) AS "memoryGb",
    coalesce(l.storage_gb, m.storage_gb) AS "storageGb", m.screen_inches AS "screenInches",
    m.cpu, m.cpu_cores AS "cpuCores",
    coalesce(l.os_family, m.os_family) AS "osFamily"`
const NAMED = `
  JOIN devices.device d ON d.id = l.device_id
  LEFT JOIN organisations.place p ON p.id = l.place_id
  LEFT JOIN catalogue.model k ON k.id = l.model_id
  LEFT JOIN catalogue.model m ON m.id = coalesce(k.merged_into_id, k.id)`
const POOL = `l.organisation_id = organisations.current_id() AND l.status = 'pool'
    AND l.custodian_id = l.organisation_id`

export type FreeRow = NamedDeviceRow &
  Omit<MatchDevice, 'valueOre'> & { readonly placeName: string | null }

/** Devices of the pool that nobody has reserved; `at` is the moment that reservations are judged. */
export const freeDevices = (tx: Tx, kinds: readonly string[], at: Date) =>
  tx.rows<FreeRow>(
    `SELECT ${SHOWN} FROM devices.listing l ${NAMED}
     WHERE ${POOL} AND l.kind = ANY ($1) AND (l.reserved_until IS NULL OR l.reserved_until <= $2)
     ORDER BY d.id`,
    [kinds, at],
  )

type Wanted = Specification & { readonly placeId: PlaceId | null }
interface Fitting {
  /** How many fit, counted no further than `most`. */
  readonly count: number
  /** The first of them, in the place of the need first, and the poorest that will do before the better. */
  readonly rows: FreeRow[]
}

/**
 * The whole pool is looked through once at most: where enough fit to stop before its end, those in the
 * place of the need are asked for by themselves.
 */
export async function fitting(
  tx: Tx,
  wanted: Wanted,
  at: Date,
  { shown, most }: { readonly shown: number; readonly most: number },
): Promise<Fitting> {
  const { placeId } = wanted
  const years = await yearsFor(tx, wanted)
  const found = (where: RawBuilder<unknown>, limits: { shown: number; most: number }) =>
    fittingAt(tx, wanted, at, [...processor(wanted, years), where], limits)
  const all = await found(sql`true`, { shown, most })
  if (placeId === null || all.count < most) return all
  const near = await found(sql`l.place_id = ${placeId}`, { shown, most: shown })
  const left = shown - near.count
  if (left === 0) return { count: most, rows: near.rows }
  const elsewhere = sql`l.place_id IS DISTINCT FROM ${placeId}`
  const far = await found(elsewhere, { shown: left, most: left })
  return { count: most, rows: [...near.rows, ...far.rows] }
}

/**
 * In the order of the index `listing_pool`, which knows all that is asked, so that it ends as soon as
 * enough have been found, and otherwise reads the pool of the kind in that index alone.
 */
async function fittingAt(
  tx: Tx,
  wanted: Wanted,
  at: Date,
  where: readonly RawBuilder<unknown>[],
  { shown, most }: { readonly shown: number; readonly most: number },
): Promise<Fitting> {
  const all = sql.join([...asked(wanted, at), ...where], sql` AND `)
  const order = (row: 'f' | 'l') =>
    sql`${sql.ref(`${row}.place_id`)} IS DISTINCT FROM ${wanted.placeId}::uuid
      AND ${wanted.placeId}::uuid IS NOT NULL, ${sql.ref(`${row}.grade`)} DESC NULLS LAST,
      ${sql.ref(`${row}.device_id`)}`
  const rows = await tx.built<FreeRow & { fits: number }>(
    sql<FreeRow & { fits: number }>`
      WITH model AS MATERIALIZED (
        SELECT k.id, m.memory_gb, m.storage_gb, m.screen_inches, m.cpu_cores, m.os_family
        FROM catalogue.model k JOIN catalogue.model m ON m.id = coalesce(k.merged_into_id, k.id)
        WHERE k.organisation_id = organisations.current_id()
      ), fits AS MATERIALIZED (
        SELECT l.organisation_id, l.device_id, l.grade, l.place_id FROM devices.listing l
        WHERE ${sql.raw(POOL)} AND ${all}
        ORDER BY l.grade DESC NULLS LAST, l.device_id LIMIT ${sql.lit(most)}
      )
      SELECT ${sql.raw(SHOWN)}, (SELECT count(*)::int FROM fits) AS fits
      FROM (SELECT * FROM fits f ORDER BY ${order('f')} LIMIT ${sql.lit(shown)}) f
      JOIN devices.listing l
        ON l.organisation_id = f.organisation_id AND l.device_id = f.device_id
      ${sql.raw(NAMED)}
      ORDER BY ${order('l')}`.compile(build),
  )
  return { count: rows[0]?.fits ?? 0, rows }
}

/** How many fit in all else, and would in all if their processor were what nobody has said. */
export async function otherwiseFitting(
  tx: Tx,
  wanted: Wanted,
  at: Date,
  most: number,
): Promise<number> {
  const { leastCores, leastProcessorYear } = wanted
  if (!leastCores && !leastProcessorYear) return 0
  const years = await yearsFor(tx, wanted)
  const unknown = [
    ...(leastCores ? [sql`(${ofModel('cpu_cores', sql`IS NOT NULL`)}) IS NOT TRUE`] : []),
    ...(leastProcessorYear ? [sql`(l.model_id = ANY (${years.known}::uuid[])) IS NOT TRUE`] : []),
  ]
  const where = [
    ...(leastCores ? [sql`(${ofModel('cpu_cores', sql`< ${leastCores}`)}) IS NOT TRUE`] : []),
    ...(leastProcessorYear ? [sql`(l.model_id = ANY (${years.older}::uuid[])) IS NOT TRUE`] : []),
    sql`(${sql.join(unknown, sql` OR `)})`,
  ]
  return (await fittingAt(tx, wanted, at, where, { shown: 1, most })).count
}

interface Years {
  /** Models whose processor says its year, and of them the older and those that reach. */
  readonly known: readonly Uuid[]
  readonly older: readonly Uuid[]
  readonly reach: readonly Uuid[]
}

/** Read from the names by the rule, so that no column has to follow it; only where a year is asked. */
async function yearsFor(tx: Tx, { leastProcessorYear }: Wanted): Promise<Years> {
  const none: Years = { known: [], older: [], reach: [] }
  if (!leastProcessorYear) return none
  const rows = await tx.rows<{ id: Uuid; cpu: string }>(
    `SELECT k.id, m.cpu FROM catalogue.model k
     JOIN catalogue.model m ON m.id = coalesce(k.merged_into_id, k.id)
     WHERE k.organisation_id = organisations.current_id() AND m.cpu IS NOT NULL`,
  )
  const known = rows.flatMap(({ id, cpu }) => {
    const year = processorYearOf(cpu)
    return year === null ? [] : [{ id, reaches: year >= leastProcessorYear }]
  })
  const ids = (list: typeof known) => list.map(({ id }) => id)
  return {
    known: ids(known),
    older: ids(known.filter(({ reaches }) => !reaches)),
    reach: ids(known.filter(({ reaches }) => reaches)),
  }
}

const processor = ({ leastCores, leastProcessorYear }: Wanted, years: Years) => [
  ...(leastCores ? [ofModel('cpu_cores', sql`>= ${leastCores}`)] : []),
  ...(leastProcessorYear ? [sql`l.model_id = ANY (${years.reach}::uuid[])`] : []),
]

const asked = (wanted: Wanted, at: Date): RawBuilder<unknown>[] => {
  const { leastMemoryGb, leastStorageGb, leastScreenInches, osFamily, leastGrade } = wanted
  return [
    sql`l.kind = ${wanted.kind} AND l.data_state <> 'holdsData'
      AND (l.grade IS NULL OR l.grade <= ${leastGrade ?? 'D'})
      AND (l.reserved_until IS NULL OR l.reserved_until <= ${at})`,
    ...(leastMemoryGb === null ? [] : [ownElseModel('memory_gb', sql`>= ${leastMemoryGb}`)]),
    ...(leastStorageGb === null ? [] : [ownElseModel('storage_gb', sql`>= ${leastStorageGb}`)]),
    ...(leastScreenInches === null ? [] : [ofModel('screen_inches', sql`>= ${leastScreenInches}`)]),
    ...(osFamily === null ? [] : [ownElseModel('os_family', sql`= ${osFamily}`)]),
  ]
}

/** Compared as a value, since as a condition it becomes a join that loses the order of the index. */
const ofModel = (column: string, meets: RawBuilder<unknown>) =>
  sql`(l.model_id IN (SELECT model.id FROM model WHERE model.${sql.raw(column)} ${meets})) IS TRUE`

const ownElseModel = (column: string, meets: RawBuilder<unknown>) =>
  sql`CASE WHEN l.${sql.raw(column)} IS NULL THEN ${ofModel(column, meets)}
    ELSE l.${sql.raw(column)} ${meets} END`

/** What the person, or else the unit, has of this kind already; counted no further than `most`. */
export async function held(
  tx: Tx,
  kind: string,
  of: { holderId: PersonId | null; unitId: UnitId | null },
  { shown, most }: { readonly shown: number; readonly most: number },
): Promise<{ readonly count: number; readonly rows: NamedDeviceRow[] }> {
  const by = of.holderId !== null ? 'holder_id' : 'unit_id'
  const rows = await tx.rows<NamedDeviceRow & { held: number }>(
    `WITH held AS MATERIALIZED (
       SELECT l.device_id AS id, l.asset_tag AS "assetTag", l.serial_number AS "serialNumber",
         l.maker, l.model, l.grade, l.status, l.tag_sort
       FROM devices.listing l
       WHERE l.organisation_id = organisations.current_id() AND l.kind = $1 AND l.${by} = $2
       ORDER BY l.tag_sort LIMIT ${most})
     SELECT h.id, h."assetTag", h."serialNumber", h.maker, h.model, h.grade, h.status,
       (SELECT count(*)::int FROM held) AS held
     FROM held h ORDER BY h.tag_sort LIMIT ${shown}`,
    [kind, of.holderId ?? of.unitId],
  )
  return { count: rows[0]?.held ?? 0, rows }
}

export interface NewPriceRow {
  kind: string
  newOre: number
}

/** What a new one costs: the purchase price of the service of the kind that is valid today. */
export const newPrices = (tx: Tx, on: string) =>
  tx.rows<NewPriceRow>(
    `SELECT s.kind, min(v.purchase_ore)::bigint AS "newOre"
     FROM catalogue.service s
     CROSS JOIN LATERAL (SELECT p.purchase_ore FROM catalogue.service_price p
       WHERE p.service_id = s.id AND p.valid_from_on <= $1
         AND (p.valid_until_on IS NULL OR p.valid_until_on >= $1)
       ORDER BY p.valid_from_on DESC LIMIT 1) v
     WHERE s.organisation_id = organisations.current_id() AND s.closed_on IS NULL
     GROUP BY s.kind`,
    [on],
  )
