// Hand-outs with receipt, and hand-ins with the stated condition.
import type { Day } from '../../core/dates.ts'
import type { DeviceId, OrganisationId, PersonId, PlaceId, UnitId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { Condition } from './rules.ts'

export interface NewHandOut {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly organisationId: OrganisationId
  readonly holderId: PersonId | null
  readonly unitId: UnitId | null
  readonly endsOn: string | null
}

export async function insertHandOuts(tx: Tx, rows: readonly NewHandOut[], at: Date, by: PersonId) {
  if (rows.length === 0) return
  await tx.run(
    `WITH made AS (
       INSERT INTO custody.hand_out (id, device_id, organisation_id, holder_id, unit_id, ends_on,
         handed_out_at, handed_out_by, due_on)
       SELECT h.*, $7, $8, h.ends_on FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[],
         $6::date[]) AS h (id, device_id, organisation_id, holder_id, unit_id, ends_on)
       RETURNING organisation_id, due_on)
     INSERT INTO devices.tally_change (organisation_id, facet, day, count)
     SELECT organisation_id, 'due', due_on, count(*) FROM made
     WHERE due_on IS NOT NULL GROUP BY organisation_id, due_on`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.deviceId),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.holderId),
      rows.map((row) => row.unitId),
      rows.map((row) => row.endsOn),
      at,
      by,
    ],
  )
}

export const confirmHandOuts = (tx: Tx, ids: readonly DeviceId[], at: Date, by: PersonId) =>
  tx.run(
    `UPDATE custody.hand_out SET confirmed_at = $2, confirmed_by = $3
     WHERE device_id = ANY ($1) AND ended_at IS NULL AND confirmed_at IS NULL`,
    [ids, at, by],
  )

/** Home in time is within thirty days of the last day; counted as `devices.recount_tally()` counts. */
export const endHandOuts = (tx: Tx, ids: readonly DeviceId[], at: Date) =>
  tx.run(
    `WITH ended AS (
       UPDATE custody.hand_out SET ended_at = $2 WHERE device_id = ANY ($1) AND ended_at IS NULL
       RETURNING organisation_id, due_on)
     INSERT INTO devices.tally_change (organisation_id, facet, day, count)
     SELECT organisation_id, 'home', due_on, count(*) FROM ended
     WHERE $2 < (due_on + 31)::timestamp AT TIME ZONE 'UTC' GROUP BY organisation_id, due_on`,
    [ids, at],
  )

/**
 * The day that what is out is due has moved, and with it the month in which its return is counted.
 * A day that has passed by more than thirty days is counted already: who extends after that has not
 * returned in time, or a return rate could be put right by moving days.
 */
export async function moveDueDays(
  tx: Tx,
  rows: readonly { readonly deviceId: DeviceId; readonly dueOn: Day | null }[],
  today: Day,
) {
  if (rows.length === 0) return
  await tx.run(
    `WITH moving AS MATERIALIZED (
       SELECT h.device_id, h.id, h.organisation_id, h.due_on AS was_on, w.due_on
       FROM unnest($1::uuid[], $2::date[]) AS w (device_id, due_on)
       JOIN custody.hand_out h ON h.device_id = w.device_id
       WHERE h.ended_at IS NULL AND h.due_on IS DISTINCT FROM w.due_on
         AND (h.due_on IS NULL OR h.due_on + 30 >= $3::date)
     ), moved AS (
       UPDATE custody.hand_out h SET due_on = m.due_on FROM moving m
       WHERE h.device_id = m.device_id AND h.id = m.id
     )
     INSERT INTO devices.tally_change (organisation_id, facet, day, count)
     SELECT m.organisation_id, 'due', e.day, sum(e.n)
     FROM moving m CROSS JOIN LATERAL (VALUES (m.was_on, -1), (m.due_on, 1)) AS e (day, n)
     WHERE e.day IS NOT NULL GROUP BY m.organisation_id, e.day HAVING sum(e.n) <> 0`,
    [rows.map((row) => row.deviceId), rows.map((row) => row.dueOn), today],
  )
}

export interface NewHandIn {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly organisationId: OrganisationId
  readonly holderId: PersonId | null
  readonly placeId: PlaceId | null
  readonly condition: Condition
  readonly remark: string | null
  readonly lockRemoved: boolean | null
}

export async function insertHandIns(tx: Tx, rows: readonly NewHandIn[], at: Date, by: PersonId) {
  if (rows.length === 0) return
  const inserted = tx.run(
    `INSERT INTO custody.hand_in (id, device_id, organisation_id, holder_id, place_id, condition,
       remark, lock_removed, handed_in_at, received_by)
     SELECT h.*, $9, $10 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[],
       $6::text[], $7::text[], $8::boolean[]) AS h`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.deviceId),
      rows.map((row) => row.organisationId),
      rows.map((row) => row.holderId),
      rows.map((row) => row.placeId),
      rows.map((row) => row.condition),
      rows.map((row) => row.remark),
      rows.map((row) => row.lockRemoved),
      at,
      by,
    ],
  )
  const ended = endHandOuts(
    tx,
    rows.map((row) => row.deviceId),
    at,
  )
  await Promise.all([inserted, ended])
}

export const heldBy = (tx: Tx, personId: PersonId) =>
  tx.rows<{ id: DeviceId }>(
    `SELECT device_id AS id FROM devices.listing
     WHERE organisation_id = organisations.current_id() AND holder_id = $1`,
    [personId],
  )

/** Which of these devices a holder or a unit has had. */
export async function everHeld(tx: Tx, ids: readonly DeviceId[]): Promise<Set<DeviceId>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.rows<{ id: DeviceId }>(
    `SELECT DISTINCT device_id AS id FROM custody.movement
     WHERE device_id = ANY ($1) AND taker_kind IN ('person', 'unit')`,
    [ids],
  )
  return new Set(rows.map((row) => row.id))
}
