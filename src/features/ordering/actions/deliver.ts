// A need meets its device: reserved out of the pool, and handed out.
import { addMonths, dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { serviceBy } from '../../catalogue/store/services.ts'
import { handOut } from '../../custody/actions/hand-out.ts'
import { releaseDevices, reserveDevices } from '../../custody/actions/reserve.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { custodianOf } from '../../custody/rules.ts'
import { dropForNeeds } from '../../resale/actions/for-needs.ts'
import type { ordersApi as api } from '../api/orders.ts'
import { stateAfterDelivery } from '../rules/orders.ts'
import * as needs from '../store/needs.ts'
import * as store from '../store/orders.ts'
import { enter, shownOrder, tell } from './shown.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function reserveForNeed(
  ctx: ActionContext,
  { params, body }: In<'reserveForNeed'>,
): Out<'reserveForNeed'> {
  const orderId = await needs.orderOfNeed(ctx.tx, params.needId)
  if (!orderId) return refuse('need-not-found', { needId: params.needId })
  const entered = await enter(ctx, orderId, null)
  if ('refusal' in entered) return entered.refusal
  const [need] = await needs.needsBy(ctx.tx, [params.needId])
  if (!need || need.state === 'delivered' || need.state === 'withdrawn')
    return refuse('need-state-forbids', { needId: params.needId })
  const bought = need.way === 'shop' && (need.state === 'held' || need.state === 'onOrder')
  if (bought && !body.deviceId) return refuse('need-state-forbids', { needId: params.needId })
  // Met by the pool after all: what nobody has sent yet is not bought.
  if (bought) await dropForNeeds(ctx, [need.id])
  if (need.deviceId) await releaseDevices(ctx, [{ deviceId: need.deviceId, forId: need.id }])
  if (body.deviceId) {
    const wanted = [{ deviceId: body.deviceId, forId: need.id, until: null }]
    const [result] = await reserveDevices(ctx, wanted)
    if (!result!.ok) return result!
  }
  await needs.giveDevices(ctx.tx, [{ needId: need.id, deviceId: body.deviceId }])
  await tell(ctx, orderId, 'ordering.needReserved', { needId: need.id, deviceId: body.deviceId })
  return done(await shownOrder(ctx, orderId))
}

export async function deliverNeeds(
  ctx: ActionContext,
  { params, body }: In<'deliverNeeds'>,
): Out<'deliverNeeds'> {
  const entered = await enter(ctx, params.orderId, 'deliver')
  if ('refusal' in entered) return entered.refusal
  const all = await needs.needsOf(ctx.tx, params.orderId)
  const wanted: needs.NeedRow[] = []
  for (const id of new Set(body.needIds)) {
    const need = all.find((one) => one.id === id)
    if (!need) return refuse('need-not-found', { needId: id })
    if (need.state !== 'reserved' || !need.deviceId)
      return refuse('need-without-device', { needId: id, position: need.position })
    wanted.push(need)
  }
  const refused = await handOutAll(ctx, wanted)
  if (refused) return refused
  await openReturns(ctx, wanted)
  const ids = new Set(wanted.map((need) => need.id))
  await needs.changeNeeds(ctx.tx, [...ids], 'delivered', ctx.now)
  const states = all.map((need) => (ids.has(need.id) ? 'delivered' : need.state))
  await store.changeOrder(ctx.tx, params.orderId, { state: stateAfterDelivery(states) })
  await tell(ctx, params.orderId, 'ordering.delivered', {
    needs: wanted.map(({ id, deviceId }) => ({ needId: id, deviceId })),
  })
  return done(await shownOrder(ctx, params.orderId))
}

/** All or none: one that cannot be handed out is told of, and the transaction rolls back. */
async function handOutAll(
  ctx: ActionContext,
  wanted: readonly needs.NeedRow[],
): Promise<Refusal | null> {
  const items = []
  for (const need of wanted)
    items.push({
      deviceId: need.deviceId!,
      holderId: need.holderId,
      unitId: need.unitId,
      endsOn: need.untilOn ?? (await endOfTerm(ctx, need.serviceId)),
      forId: need.id,
    })
  const answer = await handOut(ctx, { body: { items } })
  if (!answer.ok) return answer
  const no = answer.value.items.find((item) => !item.done)
  return no ? refuse(no.code ?? 'status-forbids', { deviceId: no.deviceId }) : null
}

async function endOfTerm(ctx: ActionContext, serviceId: Uuid | null) {
  const service = serviceId ? await serviceBy(ctx.tx, serviceId) : null
  return service ? addMonths(dayOf(ctx.now), service.termMonths) : null
}

/**
 * Law 3: the hand-out of a replacement opens the return of the old device in the same action. Its
 * period of use ends today, so it stands among what is due from now on.
 */
async function openReturns(ctx: ActionContext, wanted: readonly needs.NeedRow[]) {
  const replaced = wanted.flatMap((need) => need.replacesId ?? [])
  const devices = await lockDevices(ctx, replaced)
  const today = dayOf(ctx.now)
  await takeSteps(
    ctx,
    [...devices.values()]
      .filter(
        (device) =>
          (device.status === 'inUse' || device.status === 'handedOut') &&
          custodianOf(device.account) === ctx.organisationId &&
          (device.endsOn === null || device.endsOn > today),
      )
      .map((device) => ({
        device,
        entry: { kind: 'ordering.returnOpened', content: {} },
        set: { endsOn: today },
      })),
  )
}
