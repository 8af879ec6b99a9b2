// Stations at the bench: enrolled with a key, seen when they call, revoked when they go.
import { createHash, randomBytes } from 'node:crypto'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { allows, deviceStatuses } from '../../devices/rules/status.ts'
import { secretHash, tell } from '../../organisations/actions.ts'
import { permissionsOf, roles, type Permission } from '../../organisations/rules.ts'
import { grantRoles, insertPeople, insertToken, revokeToken } from '../../organisations/store.ts'
import type { stationApi } from '../api/stations.ts'
import { policyFrom } from '../rules/policy.ts'
import { resultsOfStation } from '../store/results.ts'
import * as store from '../store/stations.ts'
import { isTimeZone } from './evidence.ts'
import { shownResult } from './results.ts'

type In<Name extends keyof typeof stationApi> = Input<(typeof stationApi)[Name]>
type Out<Name extends keyof typeof stationApi> = Promise<Result<Output<(typeof stationApi)[Name]>>>

/** All that a station may do with its token; the key alone makes its results its own. */
const stationScopes: readonly Permission[] = ['devices.see', 'erasure.see', 'erasure.record']

export async function enrolStation(
  ctx: ActionContext,
  { body }: In<'enrolStation'>,
): Out<'enrolStation'> {
  const name = body.name.trim()
  const publicKey = Buffer.from(body.publicKey, 'base64url')
  if (publicKey.length !== 32) return refuse('station-key-wrong', { field: 'body/publicKey' })
  if (!isTimeZone(body.timeZone)) return refuse('time-zone-unknown', { field: 'body/timeZone' })
  if (await store.nameIsTaken(ctx.tx, name)) return refuse('name-taken', { field: 'body/name' })
  const id = ctx.newId()
  const personId = await newStationPerson(ctx, id, name)
  const token = `omlopp_${randomBytes(32).toString('base64url')}`
  const tokenId = ctx.newId()
  await insertToken(ctx.tx, {
    id: tokenId,
    hash: secretHash(token),
    organisationId: ctx.organisationId,
    personId,
    name,
    scopes: stationScopes,
    at: ctx.now,
    expiresAt: null,
  })
  const made = await store.insertStation(ctx.tx, {
    id,
    organisationId: ctx.organisationId,
    name,
    place: body.place?.trim() || null,
    timeZone: body.timeZone,
    publicKey,
    personId,
    tokenId,
    software: body.software ?? null,
    enrolledAt: ctx.now,
    enrolledBy: ctx.actorId,
    seenAt: ctx.now,
    clockOffsetMs: offsetOf(ctx, body.sentAt),
    revokedAt: null,
    revokedBy: null,
  })
  if (made === 0) return refuse('station-key-known', { field: 'body/publicKey' })
  await tell(ctx, 'erasure.stationEnrolled', { station: id, key: fingerprint(publicKey) })
  const station = await store.stationById(ctx.tx, id)
  return done({ ...shownStation(station!), token, ...(await met(ctx)) })
}

/** The station acts as a person of its own: whoever enrolled it may review what it did. */
async function newStationPerson(ctx: ActionContext, stationId: Uuid, name: string) {
  const id = ctx.newId()
  const none = { email: null, unitId: null, startsOn: null, leavesOn: null }
  const { organisationId } = ctx
  await insertPeople(ctx.tx, [
    { ...none, id, organisationId, name, username: `station:${stationId}` },
  ])
  await grantRoles(ctx.tx, organisationId, id, ['erasing'])
  return id
}

export async function listStations(ctx: ActionContext): Out<'listStations'> {
  return done({ items: (await store.stations(ctx.tx)).map(shownStation), next: null })
}

export async function getStation(
  ctx: ActionContext,
  { params }: In<'getStation'>,
): Out<'getStation'> {
  const station = await store.stationById(ctx.tx, params.stationId)
  return station ? done(shownStation(station)) : refuse('station-not-found')
}

export async function listStationResults(
  ctx: ActionContext,
  { params, query }: In<'listStationResults'>,
): Out<'listStationResults'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  if (!(await store.stationById(ctx.tx, params.stationId))) return refuse('station-not-found')
  const from = after ? ([String(after[0]), String(after[1])] as const) : null
  const rows = await resultsOfStation(ctx.tx, params.stationId, from, limit + 1)
  const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.id])
  return done({ items: page.items.map((row) => shownResult(row, ctx.language)), next: page.next })
}

export async function revokeStation(
  ctx: ActionContext,
  { params }: In<'revokeStation'>,
): Out<'revokeStation'> {
  const station = await store.stationById(ctx.tx, params.stationId)
  if (!station) return refuse('station-not-found')
  if ((await store.markRevoked(ctx.tx, station.id, ctx.now, ctx.actorId)) === 0)
    return refuse('station-revoked')
  await revokeToken(ctx.tx, station.tokenId, ctx.now)
  await tell(ctx, 'erasure.stationRevoked', { station: station.id })
  return getStation(ctx, { params })
}

/** A station that may still report, or why not. */
export async function enrolledStation(
  ctx: ActionContext,
  id: Uuid,
): Promise<Result<store.ShownStation, 'station-not-found' | 'station-revoked'>> {
  const station = await store.stationById(ctx.tx, id)
  if (!station) return refuse('station-not-found')
  return station.revokedAt ? refuse('station-revoked') : done(station)
}

export async function contactStation(
  ctx: ActionContext,
  { params, body }: In<'contactStation'>,
): Out<'contactStation'> {
  const station = await enrolledStation(ctx, params.stationId)
  if (!station.ok) return station
  if (!isTimeZone(body.timeZone)) return refuse('time-zone-unknown', { field: 'body/timeZone' })
  await store.markSeen(ctx.tx, station.value.id, {
    at: ctx.now,
    timeZone: body.timeZone,
    software: body.software ?? null,
    clockOffsetMs: offsetOf(ctx, body.sentAt),
  })
  return done(await met(ctx))
}

const erasable = deviceStatuses.filter((status) => allows({ id: '', status }, 'erase').ok)

export async function listStationWork(
  ctx: ActionContext,
  { params, query }: In<'listStationWork'>,
): Out<'listStationWork'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 1)
  if (cursor !== undefined && !(after && isUuid(after[0]))) return refuse('cursor-unknown')
  const station = await enrolledStation(ctx, params.stationId)
  if (!station.ok) return station
  const rows = await store.work(ctx.tx, {
    statuses: erasable,
    after: after ? String(after[0]) : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.deviceId])
  return done({
    items: page.items.map(({ policy, ...row }) => ({ ...row, requiredLevel: policyFrom(policy) })),
    next: page.next,
  })
}

const offsetOf = (ctx: ActionContext, sentAt: string): number =>
  Math.round(ctx.now.getTime() - (Date.parse(sentAt) || ctx.now.getTime()))

const mayErase = roles.filter((role) => permissionsOf([role]).has('erasure.record'))

const met = async (ctx: ActionContext) => ({
  serverTime: ctx.now.toISOString(),
  operators: await store.operators(ctx.tx, mayErase),
})

export const fingerprint = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex')

function shownStation(row: store.ShownStation) {
  return {
    id: row.id,
    name: row.name,
    place: row.place,
    timeZone: row.timeZone,
    keyFingerprint: fingerprint(row.publicKey),
    publicKey: row.publicKey.toString('base64url'),
    software: row.software,
    enrolledAt: row.enrolledAt.toISOString(),
    enrolledBy: { id: row.enrolledBy, name: row.enrolledByName },
    seenAt: row.seenAt.toISOString(),
    clockOffsetMs: row.clockOffsetMs,
    results: { issued: row.issued, waiting: row.waiting, refused: row.refused },
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedBy: row.revokedBy ? { id: row.revokedBy, name: row.revokedByName } : null,
  }
}
