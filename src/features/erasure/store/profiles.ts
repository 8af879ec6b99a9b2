// Profiles of an organisation, in the order of their names.
import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { ReportProfile } from '../rules/evidence/profile.ts'

export interface ProfileRow {
  readonly id: Uuid
  readonly profile: ReportProfile
}

export const listProfiles = (tx: Tx) =>
  tx.rows<ProfileRow>('SELECT id, profile FROM erasure.report_profile ORDER BY name, id')

export const insertProfile = (
  tx: Tx,
  row: ProfileRow & { readonly organisationId: OrganisationId },
  at: Date,
  by: PersonId,
) =>
  tx.run(
    `INSERT INTO erasure.report_profile (organisation_id, id, name, profile, changed_at, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.organisationId, row.id, row.profile.name, JSON.stringify(row.profile), at, by],
  )

export const updateProfile = (tx: Tx, row: ProfileRow, at: Date, by: PersonId) =>
  tx.maybe<{ id: Uuid }>(
    `UPDATE erasure.report_profile SET name = $2, profile = $3, changed_at = $4, changed_by = $5
     WHERE id = $1 RETURNING id`,
    [row.id, row.profile.name, JSON.stringify(row.profile), at, by],
  )

export const removeProfile = (tx: Tx, id: Uuid) =>
  tx.maybe<{ id: Uuid }>('DELETE FROM erasure.report_profile WHERE id = $1 RETURNING id', [id])
