// The pool as needs see it: free devices with their own specifications, else those of their model.
import { sql, type RawBuilder } from 'kysely'
import type { PersonId, PlaceId, UnitId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import { build } from '../../devices/store/build.ts'
import type { Specification } from '../rules/needs.ts'
import type { MatchDevice } from '../rules/matching.ts'
import type { NamedDeviceRow } from './needs.ts'

/** The joined model where duplicates were joined, else the model itself. */
const SHOWN = `d.id, d.kind, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.maker,
    d.model, l.grade, d.status, d.data_state AS "dataState", l.place_id AS "placeId",
    p.name AS "placeName", coalesce(l.memory_gb, m.memory_gb) AS "memoryGb",
    coalesce(l.storage_gb, m.storage_gb) AS "storageGb", m.screen_inches AS "screenInches",
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

export async function fitting(
  tx: Tx,
  wanted: Wanted,
  at: Date,
  { shown, most }: { readonly shown: number; readonly most: number },
): Promise<Fitting> {
  const { placeId } = wanted
  if (placeId === null) return fittingAt(tx, wanted, at, [], { shown, most })
  const here = sql`l.place_id = ${placeId}`
  const near = await fittingAt(tx, wanted, at, [here], { shown, most })
  if (near.count === most) return near
  const elsewhere = sql`l.place_id IS DISTINCT FROM ${placeId}`
  const left = { shown: Math.max(0, shown - near.count), most: most - near.count }
  const far = await fittingAt(tx, wanted, at, [elsewhere], left)
  return { count: near.count + far.count, rows: [...near.rows, ...far.rows] }
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
  const rows = await tx.built<FreeRow & { fits: number }>(
    sql<FreeRow & { fits: number }>`
      WITH model AS MATERIALIZED (
        SELECT k.id, m.memory_gb, m.storage_gb, m.screen_inches, m.os_family
        FROM catalogue.model k JOIN catalogue.model m ON m.id = coalesce(k.merged_into_id, k.id)
        WHERE k.organisation_id = organisations.current_id()
      ), fits AS MATERIALIZED (
        SELECT l.organisation_id, l.device_id, l.grade FROM devices.listing l
        WHERE ${sql.raw(POOL)} AND ${all}
        ORDER BY l.grade DESC NULLS LAST, l.device_id LIMIT ${sql.lit(most)}
      )
      SELECT ${sql.raw(SHOWN)}, (SELECT count(*)::int FROM fits) AS fits
      FROM (SELECT * FROM fits ORDER BY grade DESC NULLS LAST, device_id
        LIMIT ${sql.lit(Math.max(1, shown))}) f
      JOIN devices.listing l
        ON l.organisation_id = f.organisation_id AND l.device_id = f.device_id
      ${sql.raw(NAMED)}
      ORDER BY l.grade DESC NULLS LAST, l.device_id`.compile(build),
  )
  return {
    count: rows[0]?.fits ?? 0,
    rows: rows.slice(0, shown).map(({ fits: _, ...row }) => row),
  }
}

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
  return { count: rows[0]?.held ?? 0, rows: rows.map(({ held: _, ...row }) => row) }
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
