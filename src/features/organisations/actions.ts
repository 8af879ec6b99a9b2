import { createHash, randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { fromCursor, pageOf } from '../../core/cursor.ts'
import { dayOf, isDay, type Day } from '../../core/dates.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { done, refuse, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { append } from '../../journal/append.ts'
import type { EntryValue } from '../../journal/entry.ts'
import type { api } from './api/organisation.ts'
import * as store from './store.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

/** An entry in the organisation's own chain; takes the lock that makes it one writer. */
export async function tell(
  ctx: ActionContext,
  kind: string,
  content: { [name: string]: EntryValue },
) {
  await ctx.tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [ctx.organisationId])
  const partyIds = [ctx.organisationId]
  await append(ctx, [{ subjectId: ctx.organisationId, kind, content, partyIds }])
}

export async function getOrganisation(ctx: ActionContext): Out<'getOrganisation'> {
  return done(await store.ownOrganisation(ctx.tx))
}

/** Partners find each other by number, so that two with the same one cannot be told apart. */
export async function changeOrganisation(
  ctx: ActionContext,
  { body }: In<'changeOrganisation'>,
): Out<'changeOrganisation'> {
  await ctx.tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('organisation numbers', 0))")
  const before = await store.ownOrganisation(ctx.tx)
  const name = body.name?.trim() ?? before.name
  const number =
    body.organisationNumber === undefined ? before.organisationNumber : body.organisationNumber
  if (name === before.name && number === before.organisationNumber) return done(before)
  if (number !== null && number !== before.organisationNumber) {
    const other = await store.organisationByNumber(ctx.tx, number)
    if (other?.id) return refuse('organisation-number-taken', { field: 'body/organisationNumber' })
  }
  const after = await store.changeOrganisation(ctx.tx, { name, number })
  // Not what they are: the number of a sole trader is that of a person.
  const changed = [
    ...(name === before.name ? [] : ['name']),
    ...(number === before.organisationNumber ? [] : ['organisationNumber']),
  ]
  await tell(ctx, 'organisations.organisationChanged', { changed })
  return done(after)
}

export async function listPartnerships(ctx: ActionContext): Out<'listPartnerships'> {
  const rows = await store.partnerships(ctx.tx)
  return done({
    items: rows.map(({ partnershipKind, state, sinceOn, untilOn, incoming, ...partner }) => ({
      partner,
      kind: partnershipKind,
      state,
      sinceOn,
      untilOn,
      incoming,
    })),
    next: null,
  })
}

export async function proposePartnership(
  ctx: ActionContext,
  { body }: In<'proposePartnership'>,
): Out<'proposePartnership'> {
  const partner = await store.organisationByNumber(ctx.tx, body.organisationNumber)
  if (!partner?.id || partner.id === ctx.organisationId) return refuse('partner-not-found')
  const row = { organisationId: ctx.organisationId, partnerId: partner.id, kind: body.kind }
  await store.proposePartnership(ctx.tx, { ...row, sinceOn: dayOf(ctx.now) })
  await tell(ctx, 'organisations.partnershipProposed', { partner: partner.id, kind: body.kind })
  return done({ partnerId: partner.id })
}

export async function acceptPartnership(
  ctx: ActionContext,
  { params }: In<'acceptPartnership'>,
): Out<'acceptPartnership'> {
  const accepted = await store.acceptPartnership(ctx.tx, params.partnerId)
  if (accepted === 0) return refuse('partner-not-found')
  await tell(ctx, 'organisations.partnershipAccepted', { partner: params.partnerId })
  return done({ partnerId: params.partnerId })
}

export async function listUnits(ctx: ActionContext): Out<'listUnits'> {
  return done({ items: await store.units(ctx.tx), next: null })
}

export async function createUnit(
  ctx: ActionContext,
  { body }: In<'createUnit'>,
): Out<'createUnit'> {
  const parentId = body.parentId ?? null
  if (parentId && !(await store.unitExists(ctx.tx, parentId))) return refuse('unit-not-found')
  const id = ctx.newId()
  const row = {
    id,
    parentId,
    kind: body.kind,
    name: body.name,
    costCentre: body.costCentre ?? null,
  }
  const made = await store.insertUnits(ctx.tx, [{ ...row, organisationId: ctx.organisationId }])
  if (made.length === 0) return refuse('name-taken', { field: 'body/name' })
  await tell(ctx, 'organisations.unitCreated', row)
  return done({ id })
}

export async function listPlaces(ctx: ActionContext): Out<'listPlaces'> {
  return done({ items: await store.places(ctx.tx), next: null })
}

export async function createPlace(
  ctx: ActionContext,
  { body }: In<'createPlace'>,
): Out<'createPlace'> {
  const id = ctx.newId()
  const row = { id, kind: body.kind, name: body.name, address: body.address ?? null }
  const made = await store.insertPlace(ctx.tx, { ...row, organisationId: ctx.organisationId })
  if (made === 0) return refuse('name-taken', { field: 'body/name' })
  await tell(ctx, 'organisations.placeCreated', { id, kind: body.kind })
  return done({ id })
}

export async function listPeople(
  ctx: ActionContext,
  { query }: In<'listPeople'>,
): Out<'listPeople'> {
  const limit = query.limit ?? 50
  const after = fromCursor(query.cursor, 2)
  const rows = await store.people(ctx.tx, {
    q: query.q ? `%${query.q.replace(/[%_\\]/g, '\\$&')}%` : null,
    unitId: query.unitId ?? null,
    afterName: after ? String(after[0]) : null,
    afterId: after ? String(after[1]) : null,
    limit: limit + 1,
  })
  return done(pageOf(rows, limit, (row) => [row.name, row.id]))
}

export async function createPerson(
  ctx: ActionContext,
  { body }: In<'createPerson'>,
): Out<'createPerson'> {
  if (body.unitId && !(await store.unitExists(ctx.tx, body.unitId))) return refuse('unit-not-found')
  const wrong = daysFault(body)
  if (wrong) return wrong
  const id = ctx.newId()
  const made = await store.insertPeople(ctx.tx, [
    {
      id,
      organisationId: ctx.organisationId,
      name: body.name,
      email: body.email ?? null,
      username: body.username ?? null,
      unitId: body.unitId ?? null,
      startsOn: body.startsOn ?? null,
      leavesOn: body.leavesOn ?? null,
      profile: body.profile?.trim() || null,
    },
  ])
  if (made.length === 0) return refuse('email-taken', { field: 'body/email' })
  const roles = body.roles ?? ['holder']
  await store.grantRoles(ctx.tx, ctx.organisationId, id, roles)
  if (body.password && body.email) {
    const opened = await openAccount(ctx, id, body.email, body.password)
    if (!opened) return refuse('email-taken', { field: 'body/email' })
  }
  await tell(ctx, 'organisations.personAdded', { id, roles })
  return done({ id })
}

function daysFault({ startsOn, leavesOn }: { startsOn?: Day | null; leavesOn?: Day | null }) {
  if (startsOn && !isDay(startsOn)) return refuse('day-not-valid', { field: 'body/startsOn' })
  if (leavesOn && !isDay(leavesOn)) return refuse('day-not-valid', { field: 'body/leavesOn' })
  return startsOn && leavesOn && leavesOn < startsOn
    ? refuse('leaves-before-start', { field: 'body/leavesOn' })
    : null
}

export async function changePerson(
  ctx: ActionContext,
  { params, body }: In<'changePerson'>,
): Out<'changePerson'> {
  const before = await store.personBy(ctx.tx, params.personId)
  if (!before) return refuse('person-not-found', { personId: params.personId })
  if (body.unitId && !(await store.unitExists(ctx.tx, body.unitId))) return refuse('unit-not-found')
  const after = { ...before, ...body }
  const wrong = daysFault(after)
  if (wrong) return wrong
  await store.changePerson(ctx.tx, before.id, after)
  // When somebody begins and leaves is about the person: the journal says only that it changed.
  await tell(ctx, 'organisations.personChanged', { id: before.id })
  return done(after)
}

/** argon2id by OWASP's floor: 19 MiB, two passes, one lane. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 })

/** What is stored of a random secret (session, API token): only its SHA-256. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** @returns false when the address already signs somebody in, here or elsewhere */
export async function openAccount(
  ctx: ActionContext,
  personId: string,
  email: string,
  password: string,
): Promise<boolean> {
  const row = await ctx.tx.one<{ opened: boolean | null }>(
    'SELECT organisations.open_account($1, $2, $3) AS opened',
    [personId, email.trim().toLowerCase(), await hashPassword(password)],
  )
  return row.opened === true
}

export async function listTokens(ctx: ActionContext): Out<'listTokens'> {
  const rows = await store.tokens(ctx.tx)
  return done({
    items: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
      usedAt: row.usedAt?.toISOString() ?? null,
    })),
    next: null,
  })
}

export async function createToken(
  ctx: ActionContext,
  { body }: In<'createToken'>,
): Out<'createToken'> {
  const beyond = body.scopes.find((scope) => !ctx.permissions.has(scope))
  if (beyond) return refuse('scope-not-held', { scope: beyond })
  const secret = `omlopp_${randomBytes(32).toString('base64url')}`
  const id = ctx.newId()
  await store.insertToken(ctx.tx, {
    id,
    hash: secretHash(secret),
    organisationId: ctx.organisationId,
    personId: ctx.actorId,
    name: body.name,
    scopes: body.scopes,
    at: ctx.now,
    expiresAt: body.expiresAt ?? null,
  })
  await tell(ctx, 'organisations.tokenCreated', { id, scopes: body.scopes })
  return done({ id, secret })
}

export async function revokeToken(
  ctx: ActionContext,
  { params }: In<'revokeToken'>,
): Out<'revokeToken'> {
  if ((await store.revokeToken(ctx.tx, params.tokenId, ctx.now)) === 0)
    return refuse('token-not-found')
  await tell(ctx, 'organisations.tokenRevoked', { id: params.tokenId })
  return done({ id: params.tokenId })
}
