// Which role a person acts in, as papers name it.
import type { PersonId } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import { roles, type Role } from './rules.ts'

/** The foremost role of each, in the order of the closed list; people of other organisations are absent. */
export async function positionsOf(
  tx: Tx,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Role>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<{ personId: PersonId; role: Role }>(
    `SELECT DISTINCT ON (g.person_id) g.person_id AS "personId", g.role
     FROM organisations.role_grant g WHERE g.person_id = ANY ($1::uuid[])
     ORDER BY g.person_id, array_position($2::text[], g.role) DESC NULLS LAST`,
    [ids, [...roles]],
  )
  return new Map(rows.map(({ personId, role }) => [personId, role]))
}
