// Many needs and many devices at once: a job proposes, people wish, and accepting reserves.
import type { Static } from 'typebox'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, invariant, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { reserveDevices } from '../../custody/actions/reserve.ts'
import { lockDevices } from '../../custody/actions/steps.ts'
import { decideReserve } from '../../custody/rules.ts'
import { nextNumber } from '../../organisations/store.ts'
import type { Match, matchingApi as api, MatchRow } from '../api/matching.ts'
import { conditions } from '../rules/matching.ts'
import * as store from '../store/matches.ts'
import * as needs from '../store/needs.ts'
import { orderBy } from '../store/orders.ts'
import { named, shownNeed, tell } from './shown.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export const MATCH_JOB = 'ordering.match'
/** Öre per kilogram CO₂e: 2 500 kr a tonne, between the EU's and the Swedish transport agency's. */
const CARBON_PRICE_ORE = 250

export async function listMatches(
  ctx: ActionContext,
  { query }: In<'listMatches'>,
): Out<'listMatches'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const place = after ? ([String(after[0]), String(after[1])] as const) : null
  const page = pageOf(await store.runs(ctx.tx, place, limit + 1), limit, (row) => [
    row.place,
    row.id,
  ])
  return done({ items: page.items.map(shownRun), next: page.next })
}

export async function getMatch(ctx: ActionContext, { params }: In<'getMatch'>): Out<'getMatch'> {
  const row = await store.runBy(ctx.tx, params.matchId)
  return row
    ? done(await shown(ctx, row.id))
    : refuse('match-not-found', { matchId: params.matchId })
}

export async function startMatch(
  ctx: ActionContext,
  { body }: In<'startMatch'>,
): Out<'startMatch'> {
  if (body.orderId && !(await orderBy(ctx.tx, body.orderId)))
    return refuse('order-not-found', { orderId: body.orderId })
  const needIds = await store.waitingNeeds(ctx.tx, body.orderId ?? null)
  if (needIds.length === 0) return refuse('match-without-needs')
  const year = ctx.now.getUTCFullYear()
  const running = await nextNumber(ctx.tx, ctx.organisationId, `ordering.match.${year}`)
  const id = ctx.newId()
  await store.insertRun(ctx.tx, {
    id,
    organisationId: ctx.organisationId,
    number: `M-${year}-${String(running).padStart(4, '0')}`,
    needIds,
    carbonPriceOre: body.carbonPriceOre ?? CARBON_PRICE_ORE,
    at: ctx.now,
    by: ctx.actorId,
  })
  await sendRun(ctx, id)
  return done(await shown(ctx, id))
}

const sendRun = (ctx: ActionContext, runId: Uuid) =>
  ctx.send({
    name: MATCH_JOB,
    payload: { runId, organisationId: ctx.organisationId },
    key: `match:${runId}`,
  })

export async function wishMatch(
  ctx: ActionContext,
  { params, body }: In<'wishMatch'>,
): Out<'wishMatch'> {
  const row = await store.lockRun(ctx.tx, params.matchId)
  if (!row) return refuse('match-not-found', { matchId: params.matchId })
  if (row.state !== 'done') return refuse('match-not-done', { state: row.state })
  if (!row.needIds.includes(body.needId)) return refuse('need-not-found', { needId: body.needId })
  const [device] = await needs.devicesNamed(ctx.tx, [body.deviceId])
  const taken = (await store.wishesOf(ctx.tx, row.id)).some(
    (one) => one.wish === 'pinned' && one.deviceId === body.deviceId && one.needId !== body.needId,
  )
  if (!device || (taken && body.wish === 'pinned'))
    return refuse('wish-contradicts', { deviceId: body.deviceId })
  await store.saveWish(ctx.tx, ctx.organisationId, row.id, body)
  await store.changeRun(ctx.tx, row.id, 'waiting')
  await sendRun(ctx, row.id)
  return done(await shown(ctx, row.id))
}

export async function acceptMatch(
  ctx: ActionContext,
  { params, body }: In<'acceptMatch'>,
): Out<'acceptMatch'> {
  const row = await store.lockRun(ctx.tx, params.matchId)
  if (!row) return refuse('match-not-found', { matchId: params.matchId })
  if (row.state !== 'done') return refuse('match-not-done', { state: row.state })
  const proposed = (await store.proposalsOf(ctx.tx, row.id)).flatMap(({ needId, deviceId }) =>
    deviceId ? [{ needId, deviceId }] : [],
  )
  const open = new Map(
    (
      await needs.needsBy(
        ctx.tx,
        proposed.map((one) => one.needId),
      )
    ).map((need) => [need.id, need]),
  )
  const devices = await lockDevices(
    ctx,
    proposed.map((one) => one.deviceId),
  )
  const codeOf = ({ needId, deviceId }: (typeof proposed)[number]): string | null => {
    if (open.get(needId)?.state !== 'open') return 'need-state-forbids'
    const device = devices.get(deviceId)
    if (!device) return 'device-not-found'
    const decision = decideReserve(device, ctx.organisationId, ctx.now, needId)
    return decision.ok ? null : decision.code
  }
  const judged = proposed.map((one) => ({ ...one, code: codeOf(one) }))
  const gone = judged.filter((one) => one.code !== null)
  const going = gone.length > 0 && !body.partly ? [] : judged.filter((one) => one.code === null)
  await take(ctx, going, open)
  if (going.length > 0) await store.changeRun(ctx.tx, row.id, 'accepted')
  const names = new Map(
    (
      await needs.devicesNamed(
        ctx.tx,
        gone.map((one) => one.deviceId),
      )
    ).map((device) => [device.id, device]),
  )
  return done({
    reserved: going.length,
    gone: gone.flatMap(({ needId, deviceId, code }) => {
      const device = names.get(deviceId)
      return device && code ? [{ needId, device, code }] : []
    }),
    match: await shown(ctx, row.id),
  })
}

/** The devices are locked and have been judged: each can be reserved. */
async function take(
  ctx: ActionContext,
  going: readonly { readonly needId: Uuid; readonly deviceId: Uuid }[],
  open: ReadonlyMap<Uuid, needs.NeedRow>,
) {
  if (going.length === 0) return
  const results = await reserveDevices(
    ctx,
    going.map(({ needId, deviceId }) => ({ deviceId, forId: needId, until: null })),
  )
  invariant(
    results.every((result) => result.ok),
    'what was judged under the lock is reserved under it',
  )
  await needs.giveDevices(ctx.tx, going)
  for (const orderId of new Set(going.map(({ needId }) => open.get(needId)!.orderId)))
    await tell(ctx, orderId, 'ordering.needsReserved', {
      needs: going
        .filter(({ needId }) => open.get(needId)!.orderId === orderId)
        .map(({ needId, deviceId }) => ({ needId, deviceId })),
    })
}

const shownRun = (row: store.RunRow): Static<typeof MatchRow> => ({
  id: row.id,
  number: row.number,
  state: row.state,
  needs: row.needIds.length,
  met: row.met,
  totalOre: row.totalOre,
  candidates: row.candidates,
  seconds: row.seconds,
  carbonPriceOre: row.carbonPriceOre,
  priceList: named(row.priceListId, row.priceListName),
  madeAt: row.madeAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
  version: row.version,
})

async function shown(ctx: ActionContext, runId: Uuid): Promise<Static<typeof Match>> {
  const row = await store.runBy(ctx.tx, runId)
  invariant(row, 'who acts on a match sees it')
  const [all, proposals, wishes] = [
    await needs.needsBy(ctx.tx, row.needIds),
    new Map((await store.proposalsOf(ctx.tx, runId)).map((one) => [one.needId, one])),
    await store.wishesOf(ctx.tx, runId),
  ]
  const ids = [...proposals.values()].flatMap((one) => [one.deviceId, one.nextDeviceId])
  const devices = new Map(
    (
      await needs.devicesNamed(
        ctx.tx,
        ids.filter((id) => id !== null),
      )
    ).map((device) => [device.id, device]),
  )
  const orderIds = [...new Set(all.map((need) => need.orderId))]
  const numbers = new Map(
    (await store.orderNumbers(ctx.tx, orderIds)).map((one) => [one.id, one.number]),
  )
  return {
    ...shownRun(row),
    proposals: all.map((need) => {
      const proposal = proposals.get(need.id)
      const of = wishes.filter((one) => one.needId === need.id)
      const next = proposal?.nextDeviceId ? devices.get(proposal.nextDeviceId) : undefined
      const kept = proposal?.keptAway
      return {
        need: shownNeed(need, devices),
        order: { id: need.orderId, number: numbers.get(need.orderId) ?? '' },
        device: (proposal?.deviceId && devices.get(proposal.deviceId)) || null,
        cost: proposal?.cost ?? null,
        next: next ? { device: next, costOre: proposal?.nextCostOre ?? 0 } : null,
        pinned: of.some((one) => one.wish === 'pinned'),
        forbidden: of.filter((one) => one.wish === 'forbidden').length,
        keptAway: kept
          ? conditions.flatMap((condition) => {
              const count = kept[condition]
              return count ? [{ condition, count }] : []
            })
          : null,
      }
    }),
  }
}
