// A device stays in use after its holder: taken in, and promised to the next (decisions/0014).
import { addDays, dayOf, isDay, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, invariant, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { takeIn } from '../../custody/actions/hand-in.ts'
import { lockDevices, type LockedDevice } from '../../custody/actions/steps.ts'
import { decideHandIn } from '../../custody/rules.ts'
import { proposedCoding } from '../../organisations/actions/coding.ts'
import { missingPeople, personBy, placeExists } from '../../organisations/store.ts'
import type { comingsApi as api } from '../api/comings.ts'
import * as needs from '../store/needs.ts'
import { orderBy } from '../store/orders.ts'
import { joinersOf } from './comings.ts'
import { createOrder } from './orders.ts'
import { tell } from './shown.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

const holderOf = ({ account }: LockedDevice) =>
  account.kind === 'person' ? account.personId : null

export async function keptUseOptions(
  ctx: ActionContext,
  { params }: In<'keptUseOptions'>,
): Out<'keptUseOptions'> {
  const locked = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  const [device] = await needs.devicesNamed(ctx.tx, [params.deviceId])
  if (!locked || !device) return refuse('device-not-found', { deviceId: params.deviceId })
  const holderId = holderOf(locked)
  const holder = holderId ? await personBy(ctx.tx, holderId) : null
  return done({
    device,
    kind: locked.kind,
    holder: holder && { id: holder.id, name: holder.name },
    erasedFirst: locked.dataBearing,
    promised: await promisedOf(ctx, locked),
    candidates: await candidatesOf(ctx, locked, holder?.unitId ?? null),
  })
}

async function promisedOf(ctx: ActionContext, { reservation }: LockedDevice) {
  const [need] = reservation ? await needs.needsBy(ctx.tx, [reservation.forId]) : []
  const order = need ? await orderBy(ctx.tx, need.orderId) : null
  if (!need || !order) return null
  const holder = need.holderId ? { id: need.holderId, name: need.holderName } : null
  return { orderId: order.id, number: order.number, holder }
}

/** The own unit first, then who needs it soonest. */
async function candidatesOf(ctx: ActionContext, device: LockedDevice, unitId: string | null) {
  const waiting = (await needs.waitingPeople(ctx.tx, device.kind)).map((row) => ({
    ...row,
    because: 'waiting' as const,
  }))
  const coming = (await joinersOf(ctx))
    .filter(({ needs: lacks }) => lacks.some(({ kind }) => kind === device.kind))
    .map((row) => ({ ...row, neededFromOn: row.startsOn, because: 'joiner' as const }))
  const near = (one: { readonly unitId: string | null }) =>
    unitId !== null && one.unitId === unitId ? 0 : 1
  return [...waiting, ...coming]
    .filter(({ personId }) => personId !== holderOf(device))
    .sort((a, b) => near(a) - near(b) || a.neededFromOn.localeCompare(b.neededFromOn))
    .slice(0, 8)
    .map(({ personId, name, unitName, neededFromOn, because }) => ({
      person: { id: personId, name },
      unit: unitName,
      ...{ neededFromOn, because },
    }))
}

export async function keepInUse(
  ctx: ActionContext,
  { params, body }: In<'keepInUse'>,
): Out<'keepInUse'> {
  if (!isDay(body.neededFromOn)) return refuse('day-not-valid', { field: 'body/neededFromOn' })
  const [nobody] = await missingPeople(ctx.tx, [body.holderId])
  if (nobody) return refuse('person-not-found', { personId: nobody })
  if (body.placeId && !(await placeExists(ctx.tx, body.placeId))) return refuse('place-not-found')
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const decision = decideHandIn(device, ctx.organisationId, body.placeId)
  if (!decision.ok) return decision
  // Who keeps it needs no erasure and no hand-in: their last day is what changes.
  if (holderOf(device) === body.holderId) return refuse('same-holder', { deviceId: device.id })
  const promised = await needFor(ctx, device, body)
  if (!promised.ok) return promised
  const { needId, orderId, number } = promised.value
  const item = { deviceId: device.id, condition: body.condition }
  const taken = await takeIn(
    ctx,
    { placeId: body.placeId, items: [item] },
    { forId: needId, until: promisedUntil(ctx, body.neededFromOn), promised: true },
  )
  invariant(taken.ok && taken.value.done === 1, 'what was decided under the lock is taken in')
  await needs.giveDevices(ctx.tx, [{ needId, deviceId: device.id }])
  await tell(ctx, orderId, 'ordering.keptInUse', { needId, deviceId: device.id })
  return done({ orderId, number, needId })
}

/** Long enough for any erasure; a promise that nobody keeps is not to bind the device for ever. */
const PROMISED_DAYS = 180
const promisedUntil = (ctx: ActionContext, neededFromOn: Day): Date => {
  const today = dayOf(ctx.now)
  const from = neededFromOn < today ? today : neededFromOn
  return new Date(`${addDays(from, PROMISED_DAYS)}T00:00:00Z`)
}

/** The need that waits for such a device already, else a new order for one. */
async function needFor(
  ctx: ActionContext,
  device: LockedDevice,
  body: In<'keepInUse'>['body'],
): Promise<Result<{ needId: string; orderId: string; number: string }>> {
  const { holderId, neededFromOn } = body
  const waiting = (await needs.waitingPeople(ctx.tx, device.kind)).find(
    ({ personId }) => personId === holderId,
  )
  if (waiting) {
    const { needId, orderId, number } = waiting
    return done({ needId, orderId, number })
  }
  const unitId = (await personBy(ctx.tx, holderId))?.unitId ?? null
  const proposed = await proposedCoding(ctx, { unitId, holderId })
  const today = dayOf(ctx.now)
  const order = await createOrder(ctx, {
    body: {
      unitId,
      coding: { ...proposed, ...body.coding },
      needs: [
        {
          ...{ kind: device.kind, leastMemoryGb: null, leastStorageGb: null },
          ...{ leastScreenInches: null, osFamily: null, leastGrade: null },
          ...{ holderId, unitId, placeId: null, untilOn: null, specialNeed: null },
          neededFromOn: neededFromOn < today ? today : neededFromOn,
          ...{ way: 'pool', serviceId: null, newReason: null, newWords: null },
          ...{ deviceId: null, replacesId: null },
        },
      ],
      submit: true,
    },
  })
  if (!order.ok) return order
  const { id, number, needsList } = order.value
  return done({ needId: needsList[0]!.id, orderId: id, number })
}
