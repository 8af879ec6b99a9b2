// Which organisation a command works for, and the person in whose name a script acts.
import { randomBytes, randomFillSync } from 'node:crypto'
import { idMaker, type OrganisationId, type PersonId } from '../core/ids.ts'
import type { Database } from '../database/connect.ts'
import type { Tx } from '../database/tx.ts'
import { hashPassword } from '../features/organisations/actions.ts'
import type { Role } from '../features/organisations/rules.ts'
import { grantRoles } from '../features/organisations/store.ts'
import { Refused } from './talk.ts'

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export interface NamedOrganisation {
  readonly id: OrganisationId
  readonly name: string
}

/** By name or id; without either the oldest organisation that uses devices, made when there is none. */
export async function organisationNamed(
  database: Database,
  wanted: string | undefined,
): Promise<NamedOrganisation> {
  const { rows } = await database.pool.query<NamedOrganisation & { kind: string }>(
    'SELECT id, name, kind FROM organisations.organisation ORDER BY created_at, id',
  )
  if (wanted === undefined) {
    const first = rows.find((row) => row.kind === 'user') ?? rows[0]
    return first ?? (await firstOrganisation(database)).organisation
  }
  const key = wanted.trim().toLowerCase()
  const exact = rows.filter((row) => row.id === key || row.name.toLowerCase() === key)
  const found =
    exact.length > 0 ? exact : rows.filter((row) => row.name.toLowerCase().includes(key))
  if (found.length === 1) return found[0]!
  const names = rows.map((row) => row.name).join(', ')
  throw new Refused(`No single organisation is called "${wanted}". There are: ${names || 'none'}.`)
}

/** In an empty product: one organisation with one administrator, whose password is told once. */
export async function firstOrganisation(database: Database) {
  const now = new Date()
  const organisation = {
    id: newIdAt(now),
    name: process.env['OMLOPP_ORGANISATION'] ?? 'Min organisation',
  }
  const email = 'admin@omlopp.local'
  const password = randomBytes(12).toString('base64url')
  await database.asSystem(async (tx) => {
    await tx.run(
      `INSERT INTO organisations.organisation (id, kind, name, created_at) VALUES ($1, 'user', $2, $3)`,
      [organisation.id, organisation.name, now],
    )
    const personId = await newPerson(tx, organisation.id, 'Administratör', email, now)
    await grantRoles(tx, organisation.id, personId, ['administrator'])
    await tx.run(
      `INSERT INTO organisations.account (person_id, organisation_id, email_key, password_hash)
       VALUES ($1, $2, $3, $4)`,
      [personId, organisation.id, email, await hashPassword(password)],
    )
  })
  return { organisation, email, password }
}

async function newPerson(
  tx: Tx,
  organisationId: OrganisationId,
  name: string,
  email: string | null,
  now: Date,
): Promise<PersonId> {
  const id = newIdAt(now)
  await tx.run(
    'INSERT INTO organisations.person (id, organisation_id, name, email) VALUES ($1, $2, $3, $4)',
    [id, organisationId, name, email],
  )
  return id
}

/** The person without a name in whose role scripts act; one for each role of an organisation. */
export async function serviceperson(tx: Tx, organisationId: OrganisationId, role: Role, now: Date) {
  const username = `script:${role}`
  const known = await tx.maybe<{ id: PersonId }>(
    'SELECT id FROM organisations.person WHERE organisation_id = $1 AND username = $2',
    [organisationId, username],
  )
  const id = known?.id ?? (await newPerson(tx, organisationId, `Skript (${role})`, null, now))
  if (!known) {
    await tx.run('UPDATE organisations.person SET username = $2 WHERE id = $1', [id, username])
    await grantRoles(tx, organisationId, id, [role])
  }
  return { id, tokenId: newIdAt(now) }
}
