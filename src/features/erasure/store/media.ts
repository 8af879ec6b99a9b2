// Media of devices, with what the gate asks of the register.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { CustodyAccount } from '../../custody/rules.ts'
import { normaliseSerial } from '../../devices/rules/serial.ts'
import type { DataState, DeviceStatus } from '../../devices/rules/status.ts'
import type { MediumKind } from '../rules/gate.ts'
import type { Medium } from '../rules/media.ts'

export interface MediumRow extends Medium {
  readonly deviceId: DeviceId
  readonly kind: MediumKind
  readonly spent: boolean
}

// A proof from before the device was last in use says nothing of now.
const COLUMNS = `
  m.id, m.device_id AS "deviceId", m.serial, m.model, m.capacity_bytes AS "capacityBytes",
  m.native_bytes AS "nativeBytes", m.kind,
  CASE WHEN m.state = 'erased' AND m.proven_movement < u.seq THEN 'inPlace' ELSE m.state END
    AS state,
  coalesce(m.state = 'destroyed' AND m.proven_movement < u.seq, false) AS spent`
const FROM = `erasure.medium m CROSS JOIN LATERAL (SELECT erasure.last_use(m.device_id)) AS u (seq)`

export const mediaOf = (tx: Tx, deviceIds: readonly DeviceId[]) =>
  tx.rows<MediumRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE m.device_id = ANY ($1)
     ORDER BY m.device_id, m.recorded_at, m.id`,
    [deviceIds],
  )

export const deviceFacts = (tx: Tx, id: DeviceId) =>
  tx.maybe<{ serialNumber: string | null; dataState: DataState }>(
    `SELECT serial_number AS "serialNumber", data_state AS "dataState" FROM devices.device
     WHERE id = $1`,
    [id],
  )

export const mediumById = (tx: Tx, id: Uuid) =>
  tx.maybe<MediumRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE m.id = $1`, [id])

export interface KnownMedium {
  id: Uuid
  deviceId: DeviceId
  serial: string
  status: DeviceStatus
  accountKind: CustodyAccount['kind']
  custodianId: OrganisationId | null
}

/** Every medium that this organisation may see whose serial is one of these, dashes forgiven. */
export const mediaWithSerials = (tx: Tx, serials: readonly string[]) =>
  tx.rows<KnownMedium>(
    `SELECT m.id, m.device_id AS "deviceId", m.serial, d.status, c.account_kind AS "accountKind",
       c.organisation_id AS "custodianId"
     FROM erasure.medium m
     JOIN devices.device d ON d.id = m.device_id
     JOIN custody.present c ON c.device_id = m.device_id
     WHERE m.serial_key = ANY ($1) AND m.state <> 'destroyed'
     ORDER BY m.id`,
    [[...new Set(serials.map(normaliseSerial))]],
  )

export async function saveMedia(tx: Tx, rows: readonly MediumRow[], at: Date, by: PersonId) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO erasure.medium (device_id, id, serial, serial_key, model, capacity_bytes,
       native_bytes, kind, state, recorded_at, recorded_by)
     SELECT m.*, $10, $11 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[],
       $6::bigint[], $7::bigint[], $8::text[], $9::text[]) AS m
     ON CONFLICT (device_id, id) DO UPDATE SET serial = excluded.serial,
       serial_key = excluded.serial_key, model = excluded.model,
       capacity_bytes = excluded.capacity_bytes, native_bytes = excluded.native_bytes,
       kind = excluded.kind, state = excluded.state, proven_movement = NULL`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.serial),
      rows.map((row) => normaliseSerial(row.serial)),
      rows.map((row) => row.model),
      rows.map((row) => row.capacityBytes),
      rows.map((row) => row.nativeBytes),
      rows.map((row) => row.kind),
      rows.map((row) => row.state),
      at,
      by,
    ],
  )
}

export interface ListedDrive {
  readonly deviceId: DeviceId
  readonly serial: string
}

// What a list says of a device's drives stands on the device until somebody has looked inside.
const LISTED = `SELECT d.id AS "deviceId", l.serial FROM devices.device d
  CROSS JOIN LATERAL unnest(string_to_array(d.drive_serials, E'\\n')) AS l (serial)
  WHERE d.drive_serials IS NOT NULL AND d.data_bearing
    AND NOT EXISTS (SELECT FROM erasure.medium m WHERE m.device_id = d.id)`

export const listedDrives = (tx: Tx, deviceIds: readonly DeviceId[]) =>
  tx.rows<ListedDrive>(`${LISTED} AND d.id = ANY ($1)`, [deviceIds])

/** Through the view that searches, whose index a plain condition could not use (decision 0008). */
export const listedAs = (tx: Tx, serials: readonly string[]) =>
  tx.rows<ListedDrive>(
    `${LISTED} AND l.serial = ANY ($1) AND d.id IN (
       SELECT s.id FROM devices.searchable s WHERE s.search LIKE ANY ($2))`,
    [serials, serials.map((one) => `%${one.toUpperCase().replace(/[%_\\]/g, '\\$&')}%`)],
  )

export interface ProvenMedium {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly state: 'erased' | 'destroyed'
  readonly movementSeq: number
}

export const proveMedia = (tx: Tx, rows: readonly ProvenMedium[]) =>
  tx.run(
    `UPDATE erasure.medium m SET state = p.state, proven_movement = p.movement
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) AS p (device_id, id, state, movement)
     WHERE m.device_id = p.device_id AND m.id = p.id`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.state),
      rows.map((row) => row.movementSeq),
    ],
  )

export const unproveMedium = (tx: Tx, deviceId: DeviceId, id: Uuid) =>
  tx.run(
    `UPDATE erasure.medium SET state = 'inPlace', proven_movement = NULL
     WHERE device_id = $1 AND id = $2`,
    [deviceId, id],
  )

export interface Custody {
  deviceId: DeviceId
  /** When the device came into this organisation's keeping; null when it is not there. */
  receivedAt: Date | null
  /** The latest hand-in says that a lock remains. */
  locked: boolean
  /** The owner's `erasurePolicy`, where the owner is known here. */
  policy: unknown
}

export const custodyOf = (tx: Tx, organisationId: OrganisationId, ids: readonly DeviceId[]) =>
  tx.rows<Custody>(
    `SELECT d.id AS "deviceId", r.at AS "receivedAt", coalesce(h.locked, false) AS locked,
       o.settings -> 'erasurePolicy' AS policy
     FROM devices.device d
     LEFT JOIN organisations.organisation o ON o.id = d.owner_id
     LEFT JOIN LATERAL (
       SELECT max(m.moved_at) AS at FROM custody.movement m
       WHERE m.device_id = d.id AND m.taker_kind = 'depot' AND m.taker_organisation_id = $1
         AND m.kind <> 'moved') AS r ON true
     LEFT JOIN LATERAL (
       SELECT NOT i.lock_removed AS locked FROM custody.hand_in i
       WHERE i.device_id = d.id ORDER BY i.handed_in_at DESC LIMIT 1) AS h ON true
     WHERE d.id = ANY ($2)`,
    [organisationId, ids],
  )

/** Whether the organisation that acts is a demonstration, filled with made-up devices. */
export const isDemonstration = async (tx: Tx): Promise<boolean> =>
  (
    await tx.one<{ demo: boolean }>(
      `SELECT settings ? 'demo' AS demo FROM organisations.organisation
       WHERE id = organisations.current_id()`,
      [],
    )
  ).demo
