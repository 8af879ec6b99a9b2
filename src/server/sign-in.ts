// Who is calling: a session cookie or a bearer token. Secrets are random, and stored only hashed.
import { randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import type { OrganisationId, PersonId, Uuid } from '../core/ids.ts'
import { done, refuse, type Result } from '../core/result.ts'
import type { Database } from '../database/connect.ts'
import { hashPassword, secretHash } from '../features/organisations/actions.ts'
import {
  isPermission,
  isRole,
  permissionsOf,
  type Permission,
  type Role,
} from '../features/organisations/rules.ts'

export interface Caller {
  readonly personId: PersonId
  readonly organisationId: OrganisationId
  readonly roles: readonly Role[]
  readonly permissions: ReadonlySet<Permission>
  readonly by: 'session' | 'token'
}

/** A session ends after this long without use, and a week after sign-in whatever happens. */
const IDLE_HOURS = 12
const LONGEST_HOURS = 24 * 7
const MINUTES_LOCKED = 15
const TRIES = 10

// Verified against when nobody has the address, so that the time tells nothing.
let decoy: Promise<string> | undefined

export async function signIn(
  database: Database,
  email: string,
  password: string,
  now: Date,
): Promise<Result<{ secret: string; personId: PersonId }>> {
  const account = await database.asSystem((tx) =>
    tx.maybe<{
      personId: PersonId
      organisationId: OrganisationId
      hash: string
      lockedUntil: Date | null
    }>(
      `SELECT person_id AS "personId", organisation_id AS "organisationId", password_hash AS hash,
         locked_until AS "lockedUntil"
       FROM organisations.account WHERE email_key = $1 AND disabled_at IS NULL`,
      [email.trim().toLowerCase()],
    ),
  )
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  if (account?.lockedUntil && account.lockedUntil > now) return refuse('sign-in-locked')
  const right = await verify(account?.hash ?? (await decoy), password)
  if (!account) return refuse('sign-in-wrong')
  if (!right) {
    await database.asSystem((tx) =>
      tx.run(
        `UPDATE organisations.account SET failed_count = failed_count + 1,
           locked_until = CASE WHEN failed_count + 1 >= ${TRIES} THEN $2::timestamptz END
         WHERE person_id = $1`,
        [account.personId, new Date(now.getTime() + MINUTES_LOCKED * 60_000)],
      ),
    )
    return refuse('sign-in-wrong')
  }
  const secret = randomBytes(32).toString('base64url')
  await database.asSystem(async (tx) => {
    await tx.run(
      `UPDATE organisations.account SET failed_count = 0, locked_until = NULL WHERE person_id = $1`,
      [account.personId],
    )
    await tx.run(
      `INSERT INTO organisations.session
         (token_hash, person_id, organisation_id, created_at, seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [
        secretHash(secret),
        account.personId,
        account.organisationId,
        now,
        new Date(now.getTime() + LONGEST_HOURS * 3_600_000),
      ],
    )
  })
  return done({ secret, personId: account.personId })
}

export const signOut = (database: Database, secret: string): Promise<number> =>
  database.asSystem((tx) =>
    tx.run('DELETE FROM organisations.session WHERE token_hash = $1', [secretHash(secret)]),
  )

interface CallerRow {
  personId: PersonId
  organisationId: OrganisationId
  roles: string[]
  seenAt: Date
}

export async function callerBySession(
  database: Database,
  secret: string,
  now: Date,
): Promise<Caller | null> {
  const { rows } = await database.pool.query<CallerRow>({
    name: 'caller_by_session',
    text: `SELECT s.person_id AS "personId", s.organisation_id AS "organisationId",
         s.seen_at AS "seenAt",
         coalesce(array_agg(r.role) FILTER (WHERE r.role IS NOT NULL), '{}') AS roles
       FROM organisations.session s
       LEFT JOIN organisations.role_grant r ON r.person_id = s.person_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3
       GROUP BY s.token_hash`,
    values: [secretHash(secret), now, new Date(now.getTime() - IDLE_HOURS * 3_600_000)],
  })
  const row = rows[0]
  if (!row) return null
  if (now.getTime() - row.seenAt.getTime() > 5 * 60_000)
    await database.pool.query(
      'UPDATE organisations.session SET seen_at = $2 WHERE token_hash = $1',
      [secretHash(secret), now],
    )
  const held = row.roles.filter(isRole)
  return { ...row, roles: held, permissions: permissionsOf(held), by: 'session' }
}

export async function callerByToken(
  database: Database,
  secret: string,
  now: Date,
): Promise<Caller | null> {
  const { rows } = await database.pool.query<CallerRow & { id: Uuid; scopes: string[] }>({
    name: 'caller_by_token',
    text: `SELECT t.id, t.scopes, t.person_id AS "personId", t.organisation_id AS "organisationId",
         coalesce(t.used_at, t.created_at) AS "seenAt",
         coalesce(array_agg(r.role) FILTER (WHERE r.role IS NOT NULL), '{}') AS roles
       FROM organisations.api_token t
       LEFT JOIN organisations.role_grant r ON r.person_id = t.person_id
       WHERE t.token_hash = $1 AND t.revoked_at IS NULL
         AND (t.expires_at IS NULL OR t.expires_at > $2)
       GROUP BY t.id`,
    values: [secretHash(secret), now],
  })
  const row = rows[0]
  if (!row) return null
  if (now.getTime() - row.seenAt.getTime() > 5 * 60_000)
    await database.pool.query('UPDATE organisations.api_token SET used_at = $2 WHERE id = $1', [
      row.id,
      now,
    ])
  const held = row.roles.filter(isRole)
  const allowed = permissionsOf(held)
  return {
    personId: row.personId,
    organisationId: row.organisationId,
    roles: held,
    permissions: new Set(row.scopes.filter(isPermission).filter((scope) => allowed.has(scope))),
    by: 'token',
  }
}
