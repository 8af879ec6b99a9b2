// What the register holds of the marks and names of a batch of rows. Read as the organisation.
import type {
  DeviceId,
  OrganisationId,
  PersonId,
  PlaceId,
  UnitId,
  Uuid,
} from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import type { DeviceStatus } from '../rules/status.ts'
import type { Mark } from './register.ts'

/**
 * Owners of marks, by kind and key. One probe of the index for each: a plan that was made while the
 * table was small would otherwise read all of it again for every batch.
 */
export const markOwners = (tx: Tx, kind: Mark['kind'], keys: readonly string[]) =>
  tx.rows<{ key: string; deviceId: DeviceId }>(
    `SELECT w.key, m.device_id AS "deviceId" FROM unnest($2::text[]) AS w (key)
     CROSS JOIN LATERAL (SELECT device_id FROM devices.mark
       WHERE owner_id = organisations.current_id() AND kind = $1 AND value_key = w.key LIMIT 1) m`,
    [kind, keys],
  )

/** Devices by a key that is no mark, so that several may answer to it. */
const byOther = {
  serialNumber: `SELECT l.serial_sort AS key, l.device_id AS "deviceId" FROM devices.listing l
    WHERE l.organisation_id = organisations.current_id() AND l.owner_id = l.organisation_id
      AND l.serial_sort = ANY ($1)`,
  macAddress: `SELECT mac_address AS key, id AS "deviceId" FROM devices.device
    WHERE owner_id = organisations.current_id() AND mac_address = ANY ($1)`,
  name: `SELECT lower(name) AS key, id AS "deviceId" FROM devices.device
    WHERE owner_id = organisations.current_id() AND lower(name) = ANY ($1)`,
} as const

export const devicesBy = (tx: Tx, key: keyof typeof byOther, values: readonly string[]) =>
  tx.rows<{ key: string; deviceId: DeviceId }>(byOther[key], [values])

export interface RegisteredFacts {
  id: DeviceId
  kind: DeviceKind
  maker: string
  makerKey: string
  model: string
  modelId: Uuid | null
  assetTag: string | null
  serialNumber: string | null
  imei: string | null
  imei2: string | null
  macAddress: string | null
  theftMarking: string | null
  name: string | null
  purchasedOn: string | null
  priceOre: number | null
  warrantyUntilOn: string | null
  endsOn: string | null
  orderNumber: string | null
  supplierName: string | null
  osName: string | null
  osVersion: string | null
  ramMb: number | null
  storageGb: number | null
  lastSeenAt: string | null
  enrolledAt: string | null
  driveSerials: string | null
  condition: string | null
  note: string | null
  version: number
  status: DeviceStatus
  /** Of whoever has it. */
  unitName: string | null
  costCentre: string | null
  /** The depot it stands in. */
  placeName: string | null
  holderName: string | null
  holderEmail: string | null
  holderUsername: string | null
}

export const registered = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<RegisteredFacts>(
    `SELECT d.id, d.kind, d.maker, d.maker_key AS "makerKey", d.model, d.model_id AS "modelId",
       d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.imei, d.imei2,
       d.mac_address AS "macAddress", d.theft_marking AS "theftMarking", d.name, d.purchased_on AS "purchasedOn",
       d.price_ore AS "priceOre", d.warranty_until_on AS "warrantyUntilOn",
       d.ends_on AS "endsOn", d.order_number AS "orderNumber", d.supplier_name AS "supplierName",
       d.os_name AS "osName", d.os_version AS "osVersion", d.condition,
       d.drive_serials AS "driveSerials", d.ram_mb AS "ramMb", d.storage_gb AS "storageGb", d.note,
       to_char(d.last_seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastSeenAt",
       to_char(d.enrolled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "enrolledAt",
       d.version, d.status, u.name AS "unitName", u.cost_centre AS "costCentre", l.name AS "placeName",
       p.name AS "holderName", p.email AS "holderEmail", p.username AS "holderUsername"
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     LEFT JOIN organisations.person p ON c.account_kind = 'person' AND p.id = c.account_id
     LEFT JOIN organisations.unit u ON u.id = c.unit_id
     LEFT JOIN organisations.place l ON c.account_kind = 'depot' AND l.id = c.account_id
     WHERE d.id = ANY ($1)`,
    [ids],
  )

// Names are looked up as the owner of the tables, each query with the one organisation: under
// row-level security the indexes on lower(…) cannot be used, since lower() is not leakproof.

const PERSON = `SELECT id, lower(email) AS email, lower(username) AS username, lower(name) AS name
  FROM organisations.person
  WHERE organisation_id = $1 AND purged_at IS NULL`

export interface NamedPerson {
  id: PersonId
  email: string | null
  username: string | null
  name: string
}

/** People by what tells them apart, oldest first. */
export const people = (
  tx: Tx,
  own: OrganisationId,
  emails: readonly string[],
  usernames: readonly string[],
) =>
  tx.rows<NamedPerson>(
    `SELECT p.* FROM unnest($2::text[]) AS w (key)
     CROSS JOIN LATERAL (${PERSON} AND email IS NOT NULL AND lower(email) = w.key LIMIT 1) p
     UNION ALL
     SELECT p.* FROM unnest($3::text[]) AS w (key)
     CROSS JOIN LATERAL (${PERSON} AND username IS NOT NULL AND lower(username) = w.key
       ORDER BY id LIMIT 1) p
     ORDER BY id`,
    [own, emails, usernames],
  )

export const peopleByName = (tx: Tx, own: OrganisationId, names: readonly string[]) =>
  tx.rows<NamedPerson>(`${PERSON} AND lower(name) = ANY ($2) ORDER BY id`, [own, names])

export const units = (tx: Tx, own: OrganisationId, names: readonly string[]) =>
  tx.rows<{ id: UnitId; name: string; costCentre: string | null; parentId: UnitId | null }>(
    `SELECT id, lower(name) AS name, cost_centre AS "costCentre", parent_id AS "parentId"
     FROM organisations.unit
     WHERE organisation_id = $1 AND closed_on IS NULL
       AND lower(name) = ANY ($2)
     ORDER BY parent_id IS NOT NULL, id`,
    [own, names],
  )

export const places = (tx: Tx, own: OrganisationId, names: readonly string[]) =>
  tx.rows<{ id: PlaceId; name: string }>(
    `SELECT id, lower(name) AS name FROM organisations.place
     WHERE organisation_id = $1 AND lower(name) = ANY ($2) ORDER BY id`,
    [own, names],
  )

export const models = (
  tx: Tx,
  own: OrganisationId,
  makers: readonly string[],
  names: readonly string[],
) =>
  tx.rows<{ id: Uuid; makerKey: string; nameKey: string }>(
    `SELECT coalesce(m.merged_into_id, m.id) AS id, m.maker_key AS "makerKey",
       m.name_key AS "nameKey"
     FROM catalogue.model m
     JOIN unnest($2::text[], $3::text[]) AS w (maker, name)
       ON m.maker_key = w.maker AND m.name_key = w.name
     WHERE m.organisation_id = $1`,
    [own, makers, names],
  )
