// Back from the holder, on to another place, and what happens when a device is lost or found.
import { bulkAnswer, repeated } from '../../../core/bulk.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { allows } from '../../devices/rules/status.ts'
import { placeExists } from '../../organisations/store.ts'
import type { api } from '../api.ts'
import { custodianOf, decideHandIn, type Reservation } from '../rules.ts'
import * as hands from '../store-hands.ts'
import { texts } from './hand-out.ts'
import { lockDevices, takeSteps } from './steps.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export const handIn = (ctx: ActionContext, { body }: In<'handIn'>): Out<'handIn'> =>
  takeIn(ctx, body, null)

/** @param reservation whom what is handed in is kept for, from the moment that its holder gives it */
export async function takeIn(
  ctx: ActionContext,
  body: In<'handIn'>['body'],
  reservation: Reservation | null,
): Out<'handIn'> {
  const twice = repeated(body.items.map((item) => item.deviceId))
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const placeId = body.placeId ?? null
  if (placeId && !(await placeExists(ctx.tx, placeId))) return refuse('place-not-found')
  const devices = await lockDevices(
    ctx,
    body.items.map((item) => item.deviceId),
  )
  const decided = body.items.map((item) => {
    const device = devices.get(item.deviceId)
    const result = device
      ? decideHandIn(device, ctx.organisationId, placeId)
      : refuse('device-not-found', { deviceId: item.deviceId })
    return { item, device, deviceId: item.deviceId, result }
  })
  const accepted = decided.flatMap(({ item, device, result }) =>
    result.ok && device ? [{ item, device, taker: result.value }] : [],
  )
  const taken = takeSteps(
    ctx,
    accepted.map(({ item, device, taker }) => ({
      device,
      entry: {
        kind: 'custody.handedIn',
        content: { condition: item.condition, lockRemoved: item.lockRemoved ?? null },
      },
      set: { status: 'handedIn', endsOn: null, ...(reservation && { reservation }) },
      move: { kind: 'handedIn', taker },
    })),
  )
  const handedIn = hands.insertHandIns(
    ctx.tx,
    accepted.map(({ item, device }) => ({
      id: ctx.newId(),
      deviceId: device.id,
      organisationId: ctx.organisationId,
      holderId: device.account.kind === 'person' ? device.account.personId : null,
      placeId,
      condition: item.condition,
      remark: item.remark ?? null,
      lockRemoved: item.lockRemoved ?? null,
    })),
    ctx.now,
    ctx.actorId,
  )
  await Promise.all([taken, handedIn])
  return done(bulkAnswer(decided, texts, ctx.language))
}

export async function moveDevices(
  ctx: ActionContext,
  { body }: In<'moveDevices'>,
): Out<'moveDevices'> {
  const twice = repeated(body.deviceIds)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const { placeId } = body
  if (placeId && !(await placeExists(ctx.tx, placeId))) return refuse('place-not-found')
  const devices = await lockDevices(ctx, body.deviceIds)
  const decided = body.deviceIds.map((deviceId) => {
    const device = devices.get(deviceId)
    return {
      device,
      deviceId,
      result: device ? decideMove(ctx, device) : refuse('device-not-found', { deviceId }),
    }
  })
  const moving = decided.flatMap(({ device, result }) =>
    result.ok && device && !(device.account.kind === 'depot' && device.account.placeId === placeId)
      ? [device]
      : [],
  )
  await takeSteps(
    ctx,
    moving.map((device) => ({
      device,
      entry: { kind: 'custody.moved', content: {} },
      move: {
        kind: 'moved',
        taker: { kind: 'depot', organisationId: ctx.organisationId, placeId },
      },
    })),
  )
  return done(bulkAnswer(decided, texts, ctx.language))
}

function decideMove(ctx: ActionContext, device: Parameters<typeof decideHandIn>[0]): Result<true> {
  if (device.account.kind !== 'depot' || custodianOf(device.account) !== ctx.organisationId)
    return refuse('not-custodian', { deviceId: device.id })
  return allows(device, 'move')
}

export async function reportLost(
  ctx: ActionContext,
  { params, body }: In<'reportLost'>,
): Out<'reportLost'> {
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  if (custodianOf(device.account) !== ctx.organisationId)
    return refuse('not-custodian', { deviceId: device.id })
  const allowed = allows(device, 'reportLost')
  if (!allowed.ok) return allowed
  await takeSteps(ctx, [
    {
      device,
      entry: { kind: 'custody.reportedLost', content: { as: body.as } },
      set: { status: body.as },
    },
  ])
  return done({ deviceId: device.id })
}

export async function reportFound(
  ctx: ActionContext,
  { params, body }: In<'reportFound'>,
): Out<'reportFound'> {
  const placeId = body.placeId ?? null
  if (placeId && !(await placeExists(ctx.tx, placeId))) return refuse('place-not-found')
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  if (custodianOf(device.account) !== ctx.organisationId)
    return refuse('not-custodian', { deviceId: device.id })
  const allowed = allows(device, 'find')
  if (!allowed.ok) return allowed
  const taker = { kind: 'depot', organisationId: ctx.organisationId, placeId } as const
  const stays = device.account.kind === 'depot' && device.account.placeId === placeId
  await takeSteps(ctx, [
    {
      device,
      entry: { kind: 'custody.found', content: {} },
      set: { status: 'handedIn' },
      ...(stays ? {} : { move: { kind: 'found', taker } }),
    },
  ])
  await hands.endHandOuts(ctx.tx, [device.id], ctx.now)
  return done({ deviceId: device.id })
}
