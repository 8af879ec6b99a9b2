import type { Database } from '../database/connect.ts'
import type { Session } from '../features/organisations/api/session.ts'
import type { OrganisationKind } from '../features/organisations/rules.ts'
import type { Caller } from './sign-in.ts'

/** Who is signed in, for which organisation, and what they may do. */
export async function sessionOf(database: Database, caller: Caller): Promise<Session> {
  const row = await database.asSystem((tx) =>
    tx.one<{
      name: string
      email: string | null
      unitName: string | null
      organisationName: string
      kind: OrganisationKind
    }>(
      `SELECT p.name, p.email, u.name AS "unitName", o.name AS "organisationName", o.kind
       FROM organisations.person p JOIN organisations.organisation o ON o.id = p.organisation_id
       LEFT JOIN organisations.unit u ON u.id = p.unit_id
       WHERE p.id = $1`,
      [caller.personId],
    ),
  )
  return {
    person: { id: caller.personId, name: row.name, email: row.email },
    organisation: { id: caller.organisationId, name: row.organisationName, kind: row.kind },
    unitName: row.unitName,
    roles: [...caller.roles],
    permissions: [...caller.permissions],
  }
}
