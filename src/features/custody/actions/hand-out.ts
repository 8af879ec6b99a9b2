// Out to a holder, and the holder's receipt.
import { bulkAnswer, repeated } from '../../../core/bulk.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { allows } from '../../devices/rules/status.ts'
import { refusals as deviceTexts } from '../../devices/texts.ts'
import { missingPeople, missingUnits } from '../../organisations/store.ts'
import type { api } from '../api.ts'
import {
  custodianOf,
  decideAgainstReservation,
  decideHandOut,
  type CustodyAccount,
} from '../rules.ts'
import * as hands from '../store-hands.ts'
import { refusals } from '../texts.ts'
import { lockDevices, takeSteps, unitOf, type LockedDevice } from './steps.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

type HandOutItem = In<'handOut'>['body']['items'][number]

export const texts = { ...deviceTexts, ...refusals }
const present = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
]

export async function handOut(ctx: ActionContext, { body }: In<'handOut'>): Out<'handOut'> {
  const twice = repeated(body.items.map((item) => item.deviceId))
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const [[nobody], [noUnit], devices] = await Promise.all([
    missingPeople(ctx.tx, present(body.items.map((item) => item.holderId))),
    missingUnits(ctx.tx, present(body.items.map((item) => item.unitId))),
    lockDevices(ctx, present(body.items.map((item) => item.deviceId))),
  ])
  if (nobody) return refuse('person-not-found', { personId: nobody })
  if (noUnit) return refuse('unit-not-found', { unitId: noUnit })
  const decided = body.items.map((item) => {
    const device = devices.get(item.deviceId)
    const result = device
      ? decideItem(ctx, device, item)
      : refuse('device-not-found', { deviceId: item.deviceId })
    return { item, device, deviceId: item.deviceId, result }
  })
  const accepted = decided.flatMap(({ item, device, result }) =>
    result.ok && device ? [{ item, device, taker: result.value }] : [],
  )
  const used = await hands.everHeld(
    ctx.tx,
    accepted.flatMap(({ device }) => (device.dataBearing ? [] : [device.id])),
  )
  const startsLife = (device: LockedDevice) => beginsLife(device, used.has(device.id))
  const handedOut = hands.insertHandOuts(
    ctx.tx,
    accepted.map(({ item, device, taker }) => ({
      id: ctx.newId(),
      deviceId: device.id,
      organisationId: ctx.organisationId,
      holderId: taker.kind === 'person' ? taker.personId : null,
      unitId: unitOf(taker),
      endsOn: item.endsOn ?? device.endsOn,
    })),
    ctx.now,
    ctx.actorId,
  )
  const taken = takeSteps(
    ctx,
    accepted.map(({ item, device, taker }) => ({
      device,
      entry: {
        kind: 'custody.handedOut',
        content: {
          secondLife: startsLife(device),
          // What listeners need, so that they never ask for a device they may no longer see.
          deviceKind: device.kind,
          ownerId: device.ownerId,
          ...needOf(device, item),
        },
      },
      set: {
        status: 'handedOut',
        life: startsLife(device) ? device.life + 1 : device.life,
        // From now on somebody may put data on it.
        dataState: device.dataBearing ? 'holdsData' : 'notDataBearing',
        ...(item.endsOn === undefined ? {} : { endsOn: item.endsOn }),
      },
      move: { kind: 'handedOut', taker },
    })),
  )
  await Promise.all([handedOut, taken])
  return done(bulkAnswer(decided, texts, ctx.language))
}

/**
 * The need that the hand-out meets, once it was reserved for it: then something new would have been
 * bought, and the climate's documented class applies (impact method §3). What nobody reserved
 * cannot be claimed by naming a need.
 */
const needOf = (
  { reservation }: LockedDevice,
  { forId }: HandOutItem,
): { readonly [name: string]: EntryValue } =>
  forId && reservation?.forId === forId ? { needId: forId } : {}

/** What is kept for a need goes to that need alone. */
function decideItem(ctx: ActionContext, device: LockedDevice, item: HandOutItem) {
  const decision = decideHandOut(device, ctx.organisationId, item)
  if (!decision.ok) return decision
  const free = decideAgainstReservation(device, ctx.now, item.forId ?? null)
  return free.ok ? decision : free
}

/**
 * A hand-out out of the pool of a device that has been in use begins a new life: the recorded second
 * life that avoided emissions may be counted from (law 5). A medium that was erased or destroyed has
 * been in use; what bears no data has when somebody has held it. A new device that was only graded,
 * or one that was bought reused and counted by its seller, begins nothing.
 */
const beginsLife = (device: LockedDevice, everHeld: boolean): boolean =>
  device.status === 'pool' &&
  (device.dataBearing
    ? device.dataState === 'erased' || device.dataState === 'destroyed'
    : device.grade !== null && everHeld)

export async function confirmReceipt(
  ctx: ActionContext,
  { params }: In<'confirmReceipt'>,
): Out<'confirmReceipt'> {
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  if (custodianOf(device.account) !== ctx.organisationId || !maySign(ctx, device.account))
    return refuse('not-holder', { deviceId: device.id })
  const allowed = allows(device, 'confirm')
  if (!allowed.ok) return allowed
  await confirmReceipts(ctx, [device])
  return done({ deviceId: device.id, confirmedAt: ctx.now.toISOString() })
}

/** Signs for devices whose signature has been decided on; they are in use from now. */
export async function confirmReceipts(ctx: ActionContext, devices: readonly LockedDevice[]) {
  const ids = devices.map((device) => device.id)
  await Promise.all([
    hands.confirmHandOuts(ctx.tx, ids, ctx.now, ctx.actorId),
    takeSteps(
      ctx,
      devices.map((device) => ({
        device,
        entry: { kind: 'custody.receiptConfirmed', content: {} },
        set: { status: 'inUse' },
      })),
    ),
  ])
}

const maySign = (ctx: ActionContext, account: CustodyAccount): boolean =>
  ctx.permissions.has('custody.handOut') ||
  (account.kind === 'person' && account.personId === ctx.actorId)
