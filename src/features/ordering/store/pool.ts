// The pool as needs see it: free devices with their own specifications, else those of their model.
import type { PersonId, PlaceId, UnitId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { Specification } from '../rules/needs.ts'
import type { MatchDevice } from '../rules/matching.ts'
import type { NamedDeviceRow } from './needs.ts'

/** The joined model where duplicates were joined, else the model itself. */
const FREE = `
  SELECT l.device_id AS id, d.kind, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.maker,
    d.model, l.grade, d.status, d.data_state AS "dataState", l.place_id AS "placeId", p.name AS "placeName",
    coalesce(d.ram_mb / 1024, m.memory_gb) AS "memoryGb",
    coalesce(d.storage_gb, m.storage_gb) AS "storageGb", m.screen_inches AS "screenInches",
    coalesce(CASE
      WHEN d.os_name ILIKE 'windows%' THEN 'windows' WHEN d.os_name ILIKE 'mac%' THEN 'macos'
      WHEN d.os_name ILIKE 'chrome%' THEN 'chromeos' WHEN d.os_name ILIKE 'ipados%' THEN 'ipados'
      WHEN d.os_name ILIKE 'ios%' THEN 'ios' WHEN d.os_name ILIKE 'android%' THEN 'android'
      WHEN d.os_name ILIKE '%linux%' OR d.os_name ILIKE 'ubuntu%' THEN 'linux' END,
      m.os_family) AS "osFamily"
  FROM devices.listing l
  JOIN devices.device d ON d.id = l.device_id
  LEFT JOIN organisations.place p ON p.id = l.place_id
  LEFT JOIN catalogue.model k ON k.id = d.model_id
  LEFT JOIN catalogue.model m ON m.id = coalesce(k.merged_into_id, k.id)
  WHERE l.organisation_id = organisations.current_id() AND l.status = 'pool'
    AND l.custodian_id = l.organisation_id`

export type FreeRow = NamedDeviceRow &
  Omit<MatchDevice, 'valueOre'> & { readonly placeName: string | null }

/** Devices of the pool that nobody has reserved; `at` is the moment that reservations are judged. */
export const freeDevices = (tx: Tx, kinds: readonly string[], at: Date) =>
  tx.rows<FreeRow>(
    `${FREE} AND l.kind = ANY ($1)
       AND (d.reserved_for IS NULL OR d.reserved_until <= $2) ORDER BY d.id`,
    [kinds, at],
  )

/** What fits, in the place of the need first, and the poorest that will do before the better. */
export async function fitting(
  tx: Tx,
  wanted: Specification & { readonly placeId: PlaceId | null },
  at: Date,
  limit: number,
): Promise<FreeRow[]> {
  const { placeId } = wanted
  if (placeId === null) return fittingAt(tx, wanted, at, 'true', limit)
  const here = await fittingAt(tx, wanted, at, 'l.place_id = $9', limit)
  if (here.length === limit) return here
  const rest = limit - here.length
  return [...here, ...(await fittingAt(tx, wanted, at, 'l.place_id IS DISTINCT FROM $9', rest))]
}

/** In the order of the index `listing_pool`, so that it ends as soon as enough have been found. */
const fittingAt = (
  tx: Tx,
  wanted: Specification & { readonly placeId: PlaceId | null },
  at: Date,
  where: 'true' | 'l.place_id = $9' | 'l.place_id IS DISTINCT FROM $9',
  limit: number,
) =>
  tx.rows<FreeRow>(
    `SELECT * FROM (${FREE} AND l.kind = $1 AND d.data_state <> 'holdsData' AND ${where}
       AND (l.grade IS NULL OR l.grade <= coalesce($7, 'D'))
       AND (d.reserved_for IS NULL OR d.reserved_until <= $2)) f
     WHERE ($3::int IS NULL OR f."memoryGb" >= $3) AND ($4::int IS NULL OR f."storageGb" >= $4)
       AND ($5::numeric IS NULL OR f."screenInches" >= $5) AND ($6::text IS NULL OR f."osFamily" = $6)
     ORDER BY f.grade DESC NULLS LAST, f.id LIMIT $8`,
    [
      wanted.kind,
      at,
      wanted.leastMemoryGb,
      wanted.leastStorageGb,
      wanted.leastScreenInches,
      wanted.osFamily,
      wanted.leastGrade,
      limit,
      ...(where === 'true' ? [] : [wanted.placeId]),
    ],
  )

/** What the person, or else the unit, has of this kind already. */
export const held = (
  tx: Tx,
  kind: string,
  of: { holderId: PersonId | null; unitId: UnitId | null },
  limit: number,
) =>
  tx.rows<NamedDeviceRow>(
    `SELECT d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.maker, d.model,
       d.grade, d.status
     FROM devices.listing l JOIN devices.device d ON d.id = l.device_id
     WHERE l.organisation_id = organisations.current_id() AND l.kind = $1
       AND (CASE WHEN $2::uuid IS NOT NULL THEN l.holder_id = $2 ELSE l.unit_id = $3 END)
     ORDER BY l.tag_sort LIMIT $4`,
    [kind, of.holderId, of.unitId, limit],
  )

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
