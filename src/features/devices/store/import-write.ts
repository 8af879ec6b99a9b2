// What a batch of an import writes, set by set.
import type {
  DeviceId,
  OrganisationId,
  PersonId,
  PlaceId,
  UnitId,
  Uuid,
} from '../../../core/ids.ts'
import { column, copyLines } from '../../../database/copy.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../rules/kinds.ts'
import type { DeviceFacts, Mark } from './register.ts'

/** Lines of COPY, one table each; made for one organisation. */
export interface NewLines {
  readonly device: string
  readonly mark: string
  readonly present: string
  readonly movement: string
  readonly listing: string
  readonly tally: string
}

/** Columns in the order that the lines have them. */
const copied = {
  device: `devices.device (id, kind, maker, maker_key, model, model_id, asset_tag, serial_number,
    serial_key, imei, imei2, mac_address, theft_marking, name, purchased_on, price_ore, warranty_until_on,
    ends_on, order_number, supplier_name, os_name, os_version, ram_mb, storage_gb, last_seen_at,
    enrolled_at, drive_serials, condition, note, data_bearing, status, data_state, owner_id, party_ids, status_since,
    registered_at)`,
  mark: 'devices.mark (owner_id, kind, value_key, device_id)',
  present: `custody.present (device_id, account_kind, organisation_id, account_id, unit_id, since,
    movement_seq, party_ids)`,
  movement: `custody.movement (device_id, seq, kind, giver_kind, taker_kind,
    taker_organisation_id, taker_id, moved_at, by_id, entry_seq, party_ids)`,
  listing: `devices.listing (organisation_id, device_id, asset_tag, serial_number, kind, maker,
    model, status, status_since, data_state, owner_id, custodian_id, holder_id, unit_id,
    place_id, ends_on, price_ore, tag_sort, serial_sort, model_sort, model_id, memory_gb, storage_gb,
    os_family)`,
  tally: `devices.tally_change (organisation_id, facet, status, kind, data_state, grade, own, kept, day,
    count)`,
} as const satisfies Record<keyof NewLines, string>

/** Marks first: a mark that somebody has taken meanwhile stops the batch before the rest is sent. */
export async function copyNew(tx: Tx, lines: NewLines) {
  for (const table of ['mark', 'present', 'movement', 'listing', 'tally'] as const)
    await copyLines(tx, `COPY ${copied[table]} FROM STDIN`, lines[table])
}

/** The devices themselves take longest, since what a search finds is indexed by three letters. */
export const copyDevices = (tx: Tx, { device }: NewLines) =>
  copyLines(tx, `COPY ${copied.device} FROM STDIN`, device)

export interface NewNames {
  readonly people: {
    id: PersonId
    name: string
    email: string | null
    username: string | null
    unitId: UnitId | null
  }[]
  readonly units: { id: UnitId; name: string; costCentre: string | null }[]
  readonly places: { id: PlaceId; name: string }[]
  readonly models: {
    id: Uuid
    kind: DeviceKind
    maker: string
    makerKey: string
    name: string
    nameKey: string
    modelNumber: string | null
  }[]
}

/**
 * People, units, places and models that the register did not have; a name taken meanwhile fails.
 * By COPY, as the owner of the tables: every line carries the one organisation given here.
 */
export async function copyNames(tx: Tx, organisationId: OrganisationId, names: NewNames) {
  const { people, units, places, models } = names
  const own = organisationId
  const text = column
  await copyLines(
    tx,
    'COPY organisations.unit (id, organisation_id, kind, name, cost_centre) FROM STDIN',
    lines(units, (u) => [u.id, own, 'unit', text(u.name), text(u.costCentre)]),
  )
  await copyLines(
    tx,
    `COPY organisations.person (id, organisation_id, name, email, username, unit_id) FROM STDIN`,
    lines(people, (p) => [
      p.id,
      own,
      text(p.name),
      text(p.email),
      text(p.username),
      text(p.unitId),
    ]),
  )
  await copyLines(
    tx,
    'COPY organisations.role_grant (organisation_id, person_id, role) FROM STDIN',
    lines(people, (p) => [own, p.id, 'holder']),
  )
  await copyLines(
    tx,
    'COPY organisations.place (id, organisation_id, kind, name) FROM STDIN',
    lines(places, (p) => [p.id, own, 'depot', text(p.name)]),
  )
  await copyLines(
    tx,
    `COPY catalogue.model (id, organisation_id, kind, maker, maker_key, name, name_key,
       model_number) FROM STDIN`,
    lines(models, (m) => [
      m.id,
      own,
      m.kind,
      text(m.maker),
      text(m.makerKey),
      text(m.name),
      text(m.nameKey),
      text(m.modelNumber),
    ]),
  )
}

const lines = <T>(rows: readonly T[], columns: (row: T) => readonly string[]): string =>
  rows.map((row) => `${columns(row).join('\t')}\n`).join('')

export const dropMarks = (tx: Tx, ownerId: OrganisationId, marks: readonly Mark[]) =>
  tx.run(
    `DELETE FROM devices.mark m USING unnest($2::text[], $3::text[], $4::uuid[])
       AS d (kind, key, device_id)
     WHERE m.owner_id = $1 AND m.kind = d.kind AND m.value_key = d.key
       AND m.device_id = d.device_id`,
    [ownerId, marks.map((m) => m.kind), marks.map((m) => m.key), marks.map((m) => m.deviceId)],
  )

export type FactsAfter = DeviceFacts & { readonly id: DeviceId; readonly dataBearing: boolean }

const changed = [
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
] as const satisfies readonly (readonly [string, string, keyof FactsAfter])[]

const CHANGE = `
  UPDATE devices.device d SET ${changed.map(([name]) => `${name} = n.${name}`).join(', ')}
  FROM unnest($1::uuid[], ${changed.map(([, type], index) => `$${index + 2}::${type}[]`).join(', ')})
    AS n (id, ${changed.map(([name]) => name).join(', ')})
  WHERE d.id = n.id`

/** All facts of locked devices at once; the step that follows counts up their version. */
export const changeAllFacts = (tx: Tx, rows: readonly FactsAfter[]) =>
  tx.run(CHANGE, [
    rows.map((row) => row.id),
    ...changed.map(([, , field]) => rows.map((row) => row[field])),
  ])
