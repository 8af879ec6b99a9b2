import type { DeviceId, OrganisationId, PersonId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { DeviceKind } from '../devices/rules/kinds.ts'
import type { Findings } from './rules/findings.ts'
import type { Calculation } from './rules/grade.ts'

export interface NewInspection extends Calculation {
  readonly id: Uuid
  readonly deviceId: DeviceId
  readonly life: number
  readonly findings: Findings
  readonly partyIds: readonly OrganisationId[]
}

export async function insertInspections(
  tx: Tx,
  rows: readonly NewInspection[],
  by: { organisationId: OrganisationId; actorId: PersonId; now: Date },
) {
  if (rows.length === 0) return
  await tx.run(
    `INSERT INTO grading.inspection (device_id, id, organisation_id, inspected_by, inspected_at,
       life, findings, battery_percent, rule, cosmetic, functional, grade, steps, party_ids)
     SELECT i.device_id, i.id, $12, $13, $14, i.life, i.findings, i.battery_percent, i.rule,
       i.cosmetic, i.functional, i.grade, i.steps, i.party_ids::uuid[]
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::jsonb[], $5::int[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::jsonb[], $11::text[])
       AS i (device_id, id, life, findings, battery_percent, rule, cosmetic, functional, grade,
         steps, party_ids)`,
    [
      rows.map((row) => row.deviceId),
      rows.map((row) => row.id),
      rows.map((row) => row.life),
      rows.map((row) => JSON.stringify(row.findings)),
      rows.map((row) => row.findings.batteryPercent ?? null),
      rows.map((row) => row.rule),
      rows.map((row) => row.cosmetic),
      rows.map((row) => row.functional),
      rows.map((row) => row.grade),
      rows.map((row) => JSON.stringify(row.steps)),
      rows.map((row) => `{${row.partyIds.join(',')}}`),
      by.organisationId,
      by.actorId,
      by.now,
    ],
  )
}

export interface InspectionRow extends Calculation {
  id: Uuid
  inspectedAt: Date
  organisation: string | null
  inspectedBy: string | null
  life: number
  findings: Findings
}

/** As far back as the organisation shares; no device is inspected more than a few times a life. */
export const inspectionsOf = (tx: Tx, deviceId: DeviceId): Promise<InspectionRow[]> =>
  tx.rows<InspectionRow>(
    `SELECT i.id, i.inspected_at AS "inspectedAt", o.name AS organisation,
       p.name AS "inspectedBy", i.life, i.findings, i.rule, i.cosmetic, i.functional, i.grade,
       i.steps
     FROM grading.inspection i
     LEFT JOIN organisations.organisation o ON o.id = i.organisation_id
     LEFT JOIN organisations.person p ON p.id = i.inspected_by
     WHERE i.device_id = $1 ORDER BY i.inspected_at DESC, i.id DESC LIMIT 500`,
    [deviceId],
  )

export const deviceKindOf = (tx: Tx, deviceId: DeviceId) =>
  tx.maybe<{ kind: DeviceKind }>('SELECT kind FROM devices.device WHERE id = $1', [deviceId])
