// What the papers name: people and organisations that this organisation may see, and hand-outs.
import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { Role } from '../organisations/rules.ts'

export interface NamedPerson {
  id: PersonId
  name: string
  email: string | null
  roles: Role[]
}

export const peopleNamed = (tx: Tx, ids: readonly PersonId[]) =>
  tx.rows<NamedPerson>(
    `SELECT p.id, p.name, p.email,
       array(SELECT g.role FROM organisations.role_grant g WHERE g.person_id = p.id ORDER BY 1)
         AS roles
     FROM organisations.person p WHERE p.id = ANY ($1) AND p.purged_at IS NULL`,
    [ids],
  )

export interface NamedOrganisation {
  id: OrganisationId
  name: string
  number: string | null
}

export const organisationsNamed = (tx: Tx, ids: readonly OrganisationId[]) =>
  tx.rows<NamedOrganisation>(
    `SELECT id, name, organisation_number AS number FROM organisations.organisation
     WHERE id = ANY ($1)`,
    [ids],
  )

/** The entry of the device's journal that tells of this certificate's issue. */
export const entryOf = (tx: Tx, deviceId: DeviceId, certificateId: Uuid) =>
  tx.maybe<{ seq: number; hash: Buffer }>(
    `SELECT seq, hash FROM journal.entry
     WHERE subject_id = $1
       AND kind IN ('erasure.proven', 'erasure.mediumErased', 'erasure.destroyed')
       AND position($2 IN body) > 0
     ORDER BY seq LIMIT 1`,
    [deviceId, certificateId],
  )

export interface HandOutRow {
  id: Uuid
  handedOutAt: Date
  confirmedAt: Date | null
  endsOn: string | null
  holderName: string | null
  unitName: string | null
  byName: string | null
  maker: string
  model: string
  serialNumber: string | null
  assetTag: string | null
  grade: string | null
}

export const latestHandOut = (tx: Tx, deviceId: DeviceId) =>
  tx.maybe<HandOutRow>(
    `SELECT h.id, h.handed_out_at AS "handedOutAt", h.confirmed_at AS "confirmedAt",
       h.ends_on AS "endsOn", p.name AS "holderName", u.name AS "unitName", b.name AS "byName",
       d.maker, d.model, d.serial_number AS "serialNumber", d.asset_tag AS "assetTag", d.grade
     FROM custody.hand_out h
     JOIN devices.device d ON d.id = h.device_id
     LEFT JOIN organisations.person p ON p.id = h.holder_id
     LEFT JOIN organisations.unit u ON u.id = h.unit_id
     LEFT JOIN organisations.person b ON b.id = h.handed_out_by
     WHERE h.device_id = $1 ORDER BY h.handed_out_at DESC, h.id DESC LIMIT 1`,
    [deviceId],
  )

export interface LabelledDevice {
  id: DeviceId
  assetTag: string | null
  maker: string
  model: string
  serialNumber: string | null
  ownerName: string | null
}

/** In the order asked for. */
export const labelledDevices = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<LabelledDevice>(
    `SELECT d.id, d.asset_tag AS "assetTag", d.maker, d.model, d.serial_number AS "serialNumber",
       o.name AS "ownerName"
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, place)
     JOIN devices.device d ON d.id = w.id
     LEFT JOIN organisations.organisation o ON o.id = d.owner_id
     ORDER BY w.place`,
    [ids],
  )

export const deviceIsSeen = async (tx: Tx, id: DeviceId): Promise<boolean> =>
  (await tx.rows('SELECT 1 FROM devices.device WHERE id = $1', [id])).length > 0
