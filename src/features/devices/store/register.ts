// The rows of devices and their marks.
import type { DeviceId, OrganisationId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import type { DataState, DeviceStatus, Grade } from '../rules/status.ts'

/** The facts of a device that its owner states, in the order of the columns. */
export interface DeviceFacts {
  readonly kind: DeviceKind
  readonly maker: string
  readonly makerKey: string
  readonly model: string
  readonly modelId: Uuid | null
  readonly assetTag: string | null
  readonly serialNumber: string | null
  readonly serialKey: string | null
  readonly imei: string | null
  readonly imei2: string | null
  readonly macAddress: string | null
  readonly theftMarking: string | null
  readonly name: string | null
  readonly purchasedOn: string | null
  readonly priceOre: number | null
  readonly warrantyUntilOn: string | null
  readonly endsOn: string | null
  readonly orderNumber: string | null
  readonly supplierName: string | null
  readonly osName: string | null
  readonly osVersion: string | null
  readonly ramMb: number | null
  readonly storageGb: number | null
  /** As device management said; nobody states it by hand. */
  readonly lastSeenAt: string | null
  readonly enrolledAt: string | null
  /** One a line. */
  readonly driveSerials: string | null
  /** In the words of whoever wrote it. */
  readonly condition: string | null
  readonly note: string | null
}

export interface NewDevice extends DeviceFacts {
  readonly id: DeviceId
  readonly dataBearing: boolean
  readonly status: DeviceStatus
  readonly dataState: DataState
  readonly grade: Grade | null
  readonly life: number
  readonly ownerId: OrganisationId
  readonly partyIds: readonly OrganisationId[]
}

const columns = [
  ['id', 'uuid', 'id'],
  ['kind', 'text', 'kind'],
  ['maker', 'text', 'maker'],
  ['maker_key', 'text', 'makerKey'],
  ['model', 'text', 'model'],
  ['model_id', 'uuid', 'modelId'],
  ['asset_tag', 'text', 'assetTag'],
  ['serial_number', 'text', 'serialNumber'],
  ['serial_key', 'text', 'serialKey'],
  ['imei', 'text', 'imei'],
  ['imei2', 'text', 'imei2'],
  ['mac_address', 'text', 'macAddress'],
  ['theft_marking', 'text', 'theftMarking'],
  ['name', 'text', 'name'],
  ['purchased_on', 'date', 'purchasedOn'],
  ['price_ore', 'bigint', 'priceOre'],
  ['warranty_until_on', 'date', 'warrantyUntilOn'],
  ['ends_on', 'date', 'endsOn'],
  ['order_number', 'text', 'orderNumber'],
  ['supplier_name', 'text', 'supplierName'],
  ['os_name', 'text', 'osName'],
  ['os_version', 'text', 'osVersion'],
  ['ram_mb', 'integer', 'ramMb'],
  ['storage_gb', 'integer', 'storageGb'],
  ['last_seen_at', 'timestamptz', 'lastSeenAt'],
  ['enrolled_at', 'timestamptz', 'enrolledAt'],
  ['drive_serials', 'text', 'driveSerials'],
  ['condition', 'text', 'condition'],
  ['note', 'text', 'note'],
  ['data_bearing', 'boolean', 'dataBearing'],
  ['status', 'text', 'status'],
  ['data_state', 'text', 'dataState'],
  ['grade', 'text', 'grade'],
  ['life', 'integer', 'life'],
  ['owner_id', 'uuid', 'ownerId'],
] as const

const names = columns.map(([name]) => name).join(', ')
const INSERT = `
  INSERT INTO devices.device (${names}, party_ids, status_since, registered_at)
  SELECT ${columns.map(([name]) => `n.${name}`).join(', ')}, n.party_ids::uuid[], $1, $1
  FROM unnest($2::text[], ${columns.map(([, type], index) => `$${index + 3}::${type}[]`).join(', ')})
    AS n (party_ids, ${names})`

export async function insertDevices(tx: Tx, rows: readonly NewDevice[], now: Date) {
  if (rows.length === 0) return
  await tx.run(INSERT, [
    now,
    rows.map((row) => `{${row.partyIds.join(',')}}`),
    ...columns.map(([, , field]) => rows.map((row) => row[field])),
  ])
}

export interface Mark {
  readonly deviceId: DeviceId
  readonly kind: 'serial' | 'assetTag' | 'imei'
  readonly key: string
}

/** Takes marks for an owner; a mark that is taken already is left out of the answer. */
export const takeMarks = (tx: Tx, ownerId: OrganisationId, marks: readonly Mark[]) =>
  tx.rows<{ kind: Mark['kind']; key: string }>(
    `INSERT INTO devices.mark (owner_id, kind, value_key, device_id)
     SELECT $1, m.kind, m.key, m.device_id
     FROM unnest($2::text[], $3::text[], $4::uuid[]) AS m (kind, key, device_id)
     ORDER BY m.kind, m.key
     ON CONFLICT DO NOTHING RETURNING kind, value_key AS key`,
    [ownerId, marks.map((m) => m.kind), marks.map((m) => m.key), marks.map((m) => m.deviceId)],
  )

export const dropMark = (tx: Tx, ownerId: OrganisationId, mark: Mark) =>
  tx.run(
    `DELETE FROM devices.mark WHERE owner_id = $1 AND kind = $2 AND value_key = $3 AND device_id = $4`,
    [ownerId, mark.kind, mark.key, mark.deviceId],
  )

export interface DeviceRow {
  id: DeviceId
  imei: string | null
  imei2: string | null
  macAddress: string | null
  name: string | null
  dataBearing: boolean
  life: number
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
  enrolledAt: Date | null
  driveSerials: string | null
  condition: string | null
  note: string | null
  registeredAt: Date
  ownerId: OrganisationId
  makerKey: string
  serialKey: string | null
  assetTag: string | null
  version: number
  inTransitToId: OrganisationId | null
  inTransitToName: string | null
}

export const getDevice = (tx: Tx, id: DeviceId) =>
  tx.maybe<DeviceRow>(
    `SELECT d.id, d.imei, d.imei2, d.mac_address AS "macAddress", d.name,
       d.data_bearing AS "dataBearing", d.life, d.purchased_on AS "purchasedOn",
       d.price_ore AS "priceOre", d.warranty_until_on AS "warrantyUntilOn", d.ends_on AS "endsOn",
       d.order_number AS "orderNumber", d.supplier_name AS "supplierName", d.os_name AS "osName",
       d.os_version AS "osVersion", d.ram_mb AS "ramMb", d.storage_gb AS "storageGb",
       d.enrolled_at AS "enrolledAt", d.drive_serials AS "driveSerials", d.condition, d.note, d.registered_at AS "registeredAt",
       d.owner_id AS "ownerId", d.maker_key AS "makerKey", d.serial_key AS "serialKey",
       d.asset_tag AS "assetTag", d.version,
       CASE WHEN c.account_kind = 'transit' THEN c.account_id END AS "inTransitToId",
       o.name AS "inTransitToName"
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     LEFT JOIN organisations.organisation o ON c.account_kind = 'transit' AND o.id = c.account_id
     WHERE d.id = $1`,
    [id],
  )

const changeable: Readonly<Record<string, string>> = Object.fromEntries(
  columns.map(([name, , field]) => [field, name]),
)

/** Changes named facts of one device; the step that follows counts up its version. */
export async function changeFacts(tx: Tx, id: DeviceId, facts: Readonly<Record<string, unknown>>) {
  const fields = Object.keys(facts)
  if (fields.length === 0) return
  const sets = fields.map((field, index) => `${changeable[field]} = $${index + 2}`)
  await tx.run(`UPDATE devices.device SET ${sets.join(', ')} WHERE id = $1`, [
    id,
    ...fields.map((field) => facts[field]),
  ])
}
