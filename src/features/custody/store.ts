import type { DeviceId, OrganisationId, PersonId, UnitId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DataState, DeviceStatus, Grade } from '../devices/rules/status.ts'
import type { CustodyAccount, MovementKind, Reservation } from './rules.ts'
import type { LockedDevice } from './actions/steps.ts'

interface AccountColumns {
  accountKind: CustodyAccount['kind']
  accountOrganisationId: OrganisationId | null
  accountId: Uuid | null
  accountUnitId: UnitId | null
}
type LockedRow = Omit<LockedDevice, 'account' | 'reservation'> &
  AccountColumns & { reservedFor: Uuid | null; reservedUntil: Date | null; promised: boolean }

const DEVICE_COLUMNS = `
  d.id, d.kind, d.maker, d.model, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
  d.serial_key AS "serialKey", d.data_bearing AS "dataBearing", d.status,
  d.data_state AS "dataState", d.grade, d.life, d.owner_id AS "ownerId",
  d.partner_id AS "partnerId", d.party_ids AS "partyIds", d.ends_on AS "endsOn", d.version,
  d.reserved_for AS "reservedFor", d.reserved_until AS "reservedUntil", d.promised,
  c.account_kind AS "accountKind", c.organisation_id AS "accountOrganisationId",
  c.account_id AS "accountId", c.unit_id AS "accountUnitId", c.since AS "accountSince",
  c.movement_seq AS "movementSeq"`

export async function lockDevices(tx: Tx, ids: readonly DeviceId[]): Promise<LockedDevice[]> {
  const rows = await tx.rows<LockedRow>(
    `SELECT ${DEVICE_COLUMNS}
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     WHERE d.id = ANY ($1) ORDER BY d.id FOR UPDATE OF d`,
    [ids],
  )
  // Field by field: what a rest of fields leaves over is an object of the slow kind, a few thousand
  // bytes for each device of each step.
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    maker: row.maker,
    model: row.model,
    assetTag: row.assetTag,
    serialNumber: row.serialNumber,
    serialKey: row.serialKey,
    dataBearing: row.dataBearing,
    status: row.status,
    dataState: row.dataState,
    grade: row.grade,
    life: row.life,
    ownerId: row.ownerId,
    partnerId: row.partnerId,
    partyIds: row.partyIds,
    endsOn: row.endsOn,
    version: row.version,
    accountSince: row.accountSince,
    movementSeq: row.movementSeq,
    reservation: row.reservedFor
      ? { forId: row.reservedFor, until: row.reservedUntil, promised: row.promised }
      : null,
    account: accountFrom(row),
  }))
}

export function accountFrom(row: AccountColumns): CustodyAccount {
  const organisationId = row.accountOrganisationId as OrganisationId
  switch (row.accountKind) {
    case 'outside':
      return { kind: 'outside' }
    case 'depot':
      return { kind: 'depot', organisationId, placeId: row.accountId }
    case 'person':
      return {
        kind: 'person',
        organisationId,
        personId: row.accountId as PersonId,
        unitId: row.accountUnitId,
      }
    case 'unit':
      return { kind: 'unit', organisationId, unitId: row.accountId as UnitId }
    case 'transit':
      return { kind: 'transit', organisationId, takerId: row.accountId as OrganisationId }
  }
}

/** How an account lies in columns: kind, organisation, account, unit. */
export function columnsOf(account: CustodyAccount): AccountColumns {
  const of = (id: Uuid | null, unitId: UnitId | null): AccountColumns => ({
    accountKind: account.kind,
    accountOrganisationId: account.kind === 'outside' ? null : account.organisationId,
    accountId: id,
    accountUnitId: unitId,
  })
  switch (account.kind) {
    case 'outside':
      return of(null, null)
    case 'depot':
      return of(account.placeId, null)
    case 'person':
      return of(account.personId, account.unitId)
    case 'unit':
      return of(account.unitId, account.unitId)
    case 'transit':
      return of(account.takerId, null)
  }
}

/** Party lists travel as text, since arrays of arrays must be even in PostgreSQL. */
export const uuidArray = (ids: readonly Uuid[]): string => `{${ids.join(',')}}`

export interface DeviceAfter {
  readonly id: DeviceId
  readonly status: DeviceStatus
  readonly statusChanges: boolean
  readonly dataState: DataState
  readonly grade: Grade | null
  readonly life: number
  readonly partnerId: OrganisationId | null
  readonly endsOn: string | null
  readonly reservation: Reservation | null
  readonly partyIds: readonly OrganisationId[]
  readonly partiesChange: boolean
}

export async function updateDevices(tx: Tx, rows: readonly DeviceAfter[], now: Date) {
  await tx.run(
    `UPDATE devices.device d SET status = s.status,
       status_since = CASE WHEN s.changes THEN $10::timestamptz ELSE d.status_since END,
       data_state = s.data_state, grade = s.grade, life = s.life, partner_id = s.partner_id,
       ends_on = s.ends_on, party_ids = s.party_ids::uuid[], reserved_for = s.reserved_for,
       reserved_until = s.reserved_until, promised = s.promised, version = d.version + 1
     FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::text[], $5::text[], $6::int[],
       $7::uuid[], $8::date[], $9::text[], $11::uuid[], $12::timestamptz[], $13::boolean[])
       AS s (id, status, changes, data_state, grade, life, partner_id, ends_on, party_ids,
         reserved_for, reserved_until, promised)
     WHERE d.id = s.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.status),
      rows.map((row) => row.statusChanges),
      rows.map((row) => row.dataState),
      rows.map((row) => row.grade),
      rows.map((row) => row.life),
      rows.map((row) => row.partnerId),
      rows.map((row) => row.endsOn),
      rows.map((row) => uuidArray(row.partyIds)),
      now,
      rows.map((row) => row.reservation?.forId ?? null),
      rows.map((row) => row.reservation?.until ?? null),
      rows.map((row) => row.reservation?.promised ?? false),
    ],
  )
}

export interface Movement {
  readonly deviceId: DeviceId
  readonly seq: number
  readonly kind: MovementKind
  readonly giver: CustodyAccount
  readonly taker: CustodyAccount
  readonly entrySeq: number
  readonly partyIds: readonly OrganisationId[]
  readonly presentPartyIds: readonly OrganisationId[]
}

export async function saveMovements(tx: Tx, moves: readonly Movement[], now: Date, byId: PersonId) {
  if (moves.length === 0) return
  const givers = moves.map((move) => columnsOf(move.giver))
  const takers = moves.map((move) => columnsOf(move.taker))
  const moved = tx.run(
    `INSERT INTO custody.movement (device_id, seq, kind, giver_kind, giver_organisation_id,
       giver_id, taker_kind, taker_organisation_id, taker_id, moved_at, by_id, entry_seq, party_ids)
     SELECT m.device_id, m.seq, m.kind, m.giver_kind, m.giver_organisation_id, m.giver_id,
       m.taker_kind, m.taker_organisation_id, m.taker_id, $12, $13, m.entry_seq,
       m.party_ids::uuid[]
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::uuid[], $6::uuid[],
       $7::text[], $8::uuid[], $9::uuid[], $10::int[], $11::text[])
       AS m (device_id, seq, kind, giver_kind, giver_organisation_id, giver_id, taker_kind,
         taker_organisation_id, taker_id, entry_seq, party_ids)`,
    [
      moves.map((move) => move.deviceId),
      moves.map((move) => move.seq),
      moves.map((move) => move.kind),
      givers.map((giver) => giver.accountKind),
      givers.map((giver) => giver.accountOrganisationId),
      givers.map((giver) => giver.accountId),
      takers.map((taker) => taker.accountKind),
      takers.map((taker) => taker.accountOrganisationId),
      takers.map((taker) => taker.accountId),
      moves.map((move) => move.entrySeq),
      moves.map((move) => uuidArray(move.partyIds)),
      now,
      byId,
    ],
  )
  const present = tx.run(
    `INSERT INTO custody.present (device_id, account_kind, organisation_id, account_id, unit_id,
       since, movement_seq, party_ids)
     SELECT m.device_id, m.kind, m.organisation_id, m.account_id, m.unit_id, $8, m.seq,
       m.party_ids::uuid[]
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[])
       AS m (device_id, kind, organisation_id, account_id, unit_id, seq, party_ids)
     ON CONFLICT (device_id) DO UPDATE SET account_kind = excluded.account_kind,
       organisation_id = excluded.organisation_id, account_id = excluded.account_id,
       unit_id = excluded.unit_id, since = excluded.since, movement_seq = excluded.movement_seq,
       party_ids = excluded.party_ids`,
    [
      moves.map((move) => move.deviceId),
      takers.map((taker) => taker.accountKind),
      takers.map((taker) => taker.accountOrganisationId),
      takers.map((taker) => taker.accountId),
      takers.map((taker) => taker.accountUnitId),
      moves.map((move) => move.seq),
      moves.map((move) => uuidArray(move.presentPartyIds)),
      now,
    ],
  )
  await Promise.all([moved, present])
}

export async function savePresentParties(
  tx: Tx,
  rows: readonly { readonly id: DeviceId; readonly partyIds: readonly OrganisationId[] }[],
) {
  if (rows.length === 0) return
  await tx.run(
    `UPDATE custody.present c SET party_ids = s.party_ids::uuid[]
     FROM unnest($1::uuid[], $2::text[]) AS s (id, party_ids) WHERE c.device_id = s.id`,
    [rows.map((row) => row.id), rows.map((row) => uuidArray(row.partyIds))],
  )
}

/** @param former organisations that may no longer be party to some of the devices */
export async function refreshListing(
  tx: Tx,
  ids: readonly DeviceId[],
  former: readonly OrganisationId[] = [],
) {
  await tx.run('SELECT devices.refresh_listing($1, $2)', [ids, former])
}
