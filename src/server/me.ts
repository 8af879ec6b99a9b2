import type { Static } from 'typebox'
import type { Database } from '../database/connect.ts'
import type { Me } from '../features/organisations/api.ts'
import type { OrganisationKind } from '../features/organisations/rules.ts'
import type { Caller } from './sign-in.ts'

export async function meOf(database: Database, caller: Caller): Promise<Static<typeof Me>> {
  const row = await database.asSystem((tx) =>
    tx.one<{
      name: string
      email: string | null
      organisationName: string
      kind: OrganisationKind
      number: string | null
    }>(
      `SELECT p.name, p.email, o.name AS "organisationName", o.kind,
         o.organisation_number AS number
       FROM organisations.person p JOIN organisations.organisation o ON o.id = p.organisation_id
       WHERE p.id = $1`,
      [caller.personId],
    ),
  )
  return {
    personId: caller.personId,
    name: row.name,
    email: row.email,
    roles: [...caller.roles],
    permissions: [...caller.permissions],
    organisation: {
      id: caller.organisationId,
      kind: row.kind,
      name: row.organisationName,
      organisationNumber: row.number,
    },
  }
}
