import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DeviceKind } from '../devices/rules/kinds.ts'
import type { Grade } from '../devices/rules/status.ts'
import type { LowerReason, OutcomeStep } from './rules/hierarchy.ts'

export interface KnownRow {
  id: DeviceId
  kind: DeviceKind
  grade: Grade | null
  purchasedOn: string | null
  keptByOwner: boolean
}

/**
 * What a decision needs beside the device itself. An owner's decision to reuse a device that stands
 * at the partner holds until the device has moved on to somebody else and back.
 */
export const knownOf = (tx: Tx, ids: readonly DeviceId[]): Promise<KnownRow[]> =>
  tx.rows<KnownRow>(
    `SELECT d.id, d.kind, d.grade, d.purchased_on AS "purchasedOn",
       EXISTS (
         SELECT FROM disposition.outcome o
         WHERE o.device_id = d.id AND o.step = 'internalReuse' AND o.life = d.life
           AND d.status = 'graded'
           AND o.decided_at >= coalesce((SELECT max(m.moved_at) FROM custody.movement m
             WHERE m.device_id = d.id AND m.kind = 'received'), '-infinity')) AS "keptByOwner"
     FROM devices.device d WHERE d.id = ANY ($1)`,
    [ids],
  )

export interface NewOutcome {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly step: OutcomeStep
  readonly proposedStep: OutcomeStep
  readonly rule: string
  readonly reason: LowerReason | null
  readonly words: string | null
  readonly ownerId: OrganisationId
  readonly partnerId: OrganisationId | null
  readonly life: number
  readonly grade: Grade
  readonly priceOre: number | null
  readonly recipient: string | null
  readonly receiptNumber: string | null
  readonly wasteDueOn: string | null
  readonly hazardous: boolean | null
  readonly partyIds: readonly OrganisationId[]
}

export async function insertOutcomes(
  tx: Tx,
  rows: readonly NewOutcome[],
  by: { organisationId: OrganisationId; actorId: PersonId; now: Date },
) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO disposition.outcome (device_id, id, step, proposed_step, rule, reason, words,
       owner_id, partner_id, life, grade, price_ore, recipient, receipt_number, waste_due_on,
       hazardous, party_ids, organisation_id, decided_by, decided_at)
     SELECT o.device_id, o.id, o.step, o.proposed_step, o.rule, o.reason, o.words, o.owner_id,
       o.partner_id, o.life, o.grade, o.price_ore, o.recipient, o.receipt_number, o.waste_due_on,
       o.hazardous, o.party_ids::uuid[], $18, $19, $20
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::uuid[], $9::uuid[], $10::int[], $11::text[], $12::bigint[], $13::text[],
       $14::text[], $15::date[], $16::boolean[], $17::text[])
       AS o (device_id, id, step, proposed_step, rule, reason, words, owner_id, partner_id, life,
         grade, price_ore, recipient, receipt_number, waste_due_on, hazardous, party_ids)`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.step),
      rows.map((row) => row.proposedStep),
      rows.map((row) => row.rule),
      rows.map((row) => row.reason),
      rows.map((row) => row.words),
      rows.map((row) => row.ownerId),
      rows.map((row) => row.partnerId),
      rows.map((row) => row.life),
      rows.map((row) => row.grade),
      rows.map((row) => row.priceOre),
      rows.map((row) => row.recipient),
      rows.map((row) => row.receiptNumber),
      rows.map((row) => row.wasteDueOn),
      rows.map((row) => row.hazardous),
      rows.map((row) => `{${row.partyIds.join(',')}}`),
      by.organisationId,
      by.actorId,
      by.now,
    ],
  )
}

export interface OutcomeRow extends Omit<NewOutcome, 'partyIds' | 'ownerId' | 'partnerId'> {
  assetTag: string | null
  serialNumber: string | null
  /** Null once the organisation is no longer party to the device. */
  kind: DeviceKind | null
  maker: string | null
  model: string | null
  decidedAt: Date
  /** To the microsecond, as a cursor needs it. */
  place: string
  decidedBy: string | null
  organisation: string | null
  owner: string | null
}

export interface OutcomeFilters {
  readonly from: string | null
  readonly to: string | null
  readonly step: OutcomeStep | null
  readonly deviceId: DeviceId | null
  readonly after: readonly [string, string] | null
  readonly limit: number
}

// An organisation decides, or is decided for, as owner or as appointed partner: one index for each.
const side = (mine: string) => `
  (SELECT o.* FROM disposition.outcome o
   WHERE ${mine}
     AND ($2::date IS NULL OR o.decided_at >= $2::date::timestamp AT TIME ZONE 'UTC')
     AND ($3::date IS NULL OR o.decided_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC')
     AND ($4::text IS NULL OR o.step = $4)
     AND ($5::uuid IS NULL OR o.device_id = $5)
     AND ($6::timestamptz IS NULL OR (o.decided_at, o.id) < ($6::timestamptz, $7::uuid))
   ORDER BY o.decided_at DESC, o.id DESC LIMIT $8)`

export const listOutcomes = (tx: Tx, organisationId: OrganisationId, filters: OutcomeFilters) =>
  tx.rows<OutcomeRow>(
    `WITH page AS (
       SELECT * FROM (
         ${side('o.owner_id = $1')}
         UNION ALL
         ${side('o.partner_id = $1 AND o.owner_id <> $1')}) both_sides
       ORDER BY decided_at DESC, id DESC LIMIT $8)
     SELECT o.id, o.device_id AS "deviceId", d.asset_tag AS "assetTag",
       d.serial_number AS "serialNumber", d.kind, d.maker, d.model, o.step,
       o.proposed_step AS "proposedStep", o.rule, o.reason, o.words, o.decided_at AS "decidedAt",
       o.decided_at::text AS place, p.name AS "decidedBy", g.name AS organisation,
       w.name AS owner, o.grade, o.life, o.price_ore AS "priceOre", o.recipient,
       o.receipt_number AS "receiptNumber", o.waste_due_on AS "wasteDueOn", o.hazardous
     FROM page o
     LEFT JOIN devices.device d ON d.id = o.device_id
     LEFT JOIN organisations.person p ON p.id = o.decided_by
     LEFT JOIN organisations.organisation g ON g.id = o.organisation_id
     LEFT JOIN organisations.organisation w ON w.id = o.owner_id
     ORDER BY o.decided_at DESC, o.id DESC`,
    [
      organisationId,
      filters.from,
      filters.to,
      filters.step,
      filters.deviceId,
      filters.after?.[0] ?? null,
      filters.after?.[1] ?? null,
      filters.limit,
    ],
  )

export const countOutcomes = (
  tx: Tx,
  organisationId: OrganisationId,
  from: string | null,
  to: string | null,
) =>
  tx.rows<{ step: OutcomeStep; count: number }>(
    `SELECT step, count(*)::int AS count FROM disposition.outcome
     WHERE (owner_id = $1 OR partner_id = $1)
       AND ($2::date IS NULL OR decided_at >= $2::date::timestamp AT TIME ZONE 'UTC')
       AND ($3::date IS NULL OR decided_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC')
     GROUP BY step`,
    [organisationId, from, to],
  )
