// What the register holds of the marks and names of a batch of rows. Read as the organisation.
import type { DeviceId, PersonId, PlaceId, UnitId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import type { Mark } from './register.ts'

/** Owners of marks, by kind and key. */
export const markOwners = (tx: Tx, kind: Mark['kind'], keys: readonly string[]) =>
  tx.rows<{ key: string; deviceId: DeviceId }>(
    `SELECT value_key AS key, device_id AS "deviceId" FROM devices.mark
     WHERE owner_id = organisations.current_id() AND kind = $1 AND value_key = ANY ($2)`,
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
  name: string | null
  purchasedOn: string | null
  priceOre: number | null
  warrantyUntilOn: string | null
  endsOn: string | null
  orderNumber: string | null
  supplierName: string | null
  osName: string | null
  ramMb: number | null
  storageGb: number | null
  note: string | null
  version: number
  holderName: string | null
  holderEmail: string | null
  holderUsername: string | null
}

export const registered = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<RegisteredFacts>(
    `SELECT d.id, d.kind, d.maker, d.maker_key AS "makerKey", d.model, d.model_id AS "modelId",
       d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", d.imei, d.imei2,
       d.mac_address AS "macAddress", d.name, d.purchased_on AS "purchasedOn",
       d.price_ore AS "priceOre", d.warranty_until_on AS "warrantyUntilOn",
       d.ends_on AS "endsOn", d.order_number AS "orderNumber", d.supplier_name AS "supplierName",
       d.os_name AS "osName", d.ram_mb AS "ramMb", d.storage_gb AS "storageGb", d.note, d.version,
       p.name AS "holderName", p.email AS "holderEmail", p.username AS "holderUsername"
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     LEFT JOIN organisations.person p ON c.account_kind = 'person' AND p.id = c.account_id
     WHERE d.id = ANY ($1)`,
    [ids],
  )

const PERSON = `SELECT id, lower(email) AS email, lower(username) AS username, lower(name) AS name
  FROM organisations.person
  WHERE organisation_id = organisations.current_id() AND purged_at IS NULL`

export interface NamedPerson {
  id: PersonId
  email: string | null
  username: string | null
  name: string
}

/** People by what tells them apart, oldest first. */
export const people = (tx: Tx, emails: readonly string[], usernames: readonly string[]) =>
  tx.rows<NamedPerson>(
    `${PERSON} AND email IS NOT NULL AND lower(email) = ANY ($1)
     UNION ${PERSON} AND username IS NOT NULL AND lower(username) = ANY ($2) ORDER BY id`,
    [emails, usernames],
  )

export const peopleByName = (tx: Tx, names: readonly string[]) =>
  tx.rows<NamedPerson>(`${PERSON} AND lower(name) = ANY ($1) ORDER BY id`, [names])

export const units = (tx: Tx, names: readonly string[]) =>
  tx.rows<{ id: UnitId; name: string; costCentre: string | null; parentId: UnitId | null }>(
    `SELECT id, lower(name) AS name, cost_centre AS "costCentre", parent_id AS "parentId"
     FROM organisations.unit
     WHERE organisation_id = organisations.current_id() AND closed_on IS NULL
       AND lower(name) = ANY ($1)
     ORDER BY parent_id IS NOT NULL, id`,
    [names],
  )

export const places = (tx: Tx, names: readonly string[]) =>
  tx.rows<{ id: PlaceId; name: string }>(
    `SELECT id, lower(name) AS name FROM organisations.place
     WHERE organisation_id = organisations.current_id() AND lower(name) = ANY ($1) ORDER BY id`,
    [names],
  )

export const models = (tx: Tx, makers: readonly string[], names: readonly string[]) =>
  tx.rows<{ id: Uuid; makerKey: string; nameKey: string }>(
    `SELECT m.id, m.maker_key AS "makerKey", m.name_key AS "nameKey"
     FROM catalogue.model m
     JOIN unnest($1::text[], $2::text[]) AS w (maker, name)
       ON m.maker_key = w.maker AND m.name_key = w.name
     WHERE m.organisation_id = organisations.current_id()`,
    [makers, names],
  )
