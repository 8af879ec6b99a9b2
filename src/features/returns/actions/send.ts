// Off they go, and back again as long as nobody has begun to count.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, invariant, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { isActivePartner } from '../../organisations/store.ts'
import type { api } from '../api/sending.ts'
import { decidePack } from '../rules/pack.ts'
import * as store from '../store/collections.ts'
import * as lines from '../store/lines.ts'
import { bothSides, changedSince, enter, enterPacking, shownById, tell } from './shared.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function sendCollection(
  ctx: ActionContext,
  { params }: In<'sendCollection'>,
): Out<'sendCollection'> {
  const entered = await enterPacking(ctx, params.collectionId)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  if (changedSince(ctx, row.version)) return refuse('version-changed')
  const ids = (await lines.lineIds(ctx.tx, row.id, 'packed')).map((line) => line.deviceId)
  if (ids.length === 0) return refuse('collection-empty')
  if (!(await isActivePartner(ctx.tx, row.receiverId))) return refuse('receiver-not-partner')
  const devices = await lockDevices(ctx, ids)
  // Between packing and sending a device may have been handed out or lost.
  const unready = ids.filter((id) => {
    const device = devices.get(id)
    return !device || !decidePack(device, row, undefined, ctx.now).ok
  })
  if (unready[0]) return refuse('device-unready', { deviceId: unready[0], count: unready.length })
  await lines.refreshLines(ctx.tx, row.id)
  const toPartner = row.receiverKind === 'reusePartner' ? { partnerId: row.receiverId } : {}
  await takeSteps(
    ctx,
    [...devices.values()].map((device) => ({
      device,
      entry: { kind: 'returns.sent', content: { collection: row.id } },
      set: { status: 'sent', ...toPartner },
      move: {
        kind: 'sent',
        taker: { kind: 'transit', organisationId: row.senderId, takerId: row.receiverId },
      },
    })),
  )
  await store.saveSent(ctx.tx, row.id, ctx.now, bothSides(row))
  await tell(ctx, row, 'returns.collectionSent', { devices: ids.length }, bothSides(row))
  return done(await shownById(ctx, row.id))
}

export async function takeBackCollection(
  ctx: ActionContext,
  { params }: In<'takeBackCollection'>,
): Out<'takeBackCollection'> {
  const entered = await enter(ctx, params.collectionId, 'sender')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  if (row.state === 'packing') return refuse('not-sent')
  if (row.state !== 'sent') return refuse('receiving-begun')
  if (changedSince(ctx, row.version)) return refuse('version-changed')
  const ids = (await lines.lineIds(ctx.tx, row.id, 'packed')).map((line) => line.deviceId)
  const devices = await lockDevices(ctx, ids)
  const before = await lines.beforeSending(ctx.tx, row.id, ids)
  // One that was reported lost on the way stays missing; one found at home is there already.
  const travelling = before.flatMap((line) => {
    const device = devices.get(line.deviceId)
    invariant(device, 'the sender is party to what it sent')
    return device.account.kind === 'transit' ? [{ device, line }] : []
  })
  await takeSteps(
    ctx,
    travelling.map(({ device, line }) => ({
      device,
      entry: { kind: 'returns.takenBack', content: { collection: row.id } },
      set: {
        status: device.status === 'sent' ? line.statusBefore : device.status,
        partnerId: line.partnerBefore,
      },
      move: {
        kind: 'sentBack',
        taker: { kind: 'depot', organisationId: row.senderId, placeId: line.placeBefore },
      },
    })),
  )
  await store.saveSent(ctx.tx, row.id, null, [row.senderId])
  await tell(ctx, row, 'returns.collectionTakenBack', { devices: ids.length })
  return done(await shownById(ctx, row.id))
}
