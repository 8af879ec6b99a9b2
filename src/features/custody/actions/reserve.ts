// Keeping a device in the pool for a need or an order, and letting it go. Features that ask for it
// do so in the transaction of their own decision.
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import { refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { decideReserve, type ReserveRefusal } from '../rules.ts'
import { lockDevices, takeSteps } from './steps.ts'

export interface WantedDevice {
  readonly deviceId: DeviceId
  /** The need or order it is kept for. */
  readonly forId: Uuid
  readonly until: Date | null
}

/**
 * Reserves what can be reserved; of two who want the last device, who locks it first has it.
 * @returns one result per wanted device, in the order asked
 */
export async function reserveDevices(
  ctx: ActionContext,
  wanted: readonly WantedDevice[],
): Promise<Result<true, ReserveRefusal | 'device-not-found'>[]> {
  const devices = await lockDevices(
    ctx,
    wanted.map((one) => one.deviceId),
  )
  const decided = wanted.map((one) => {
    const device = devices.get(one.deviceId)
    const result = device
      ? decideReserve(device, ctx.organisationId, ctx.now, one.forId)
      : refuse('device-not-found', { deviceId: one.deviceId })
    return { one, device, result }
  })
  await takeSteps(
    ctx,
    decided.flatMap(({ one: { forId, until }, device, result }) =>
      result.ok && device
        ? [
            {
              device,
              entry: { kind: 'custody.reserved', content: {} },
              set: { reservation: { forId, until, promised: false } },
            },
          ]
        : [],
    ),
  )
  return decided.map(({ result }) => result)
}

/** Lets go of the devices that are still kept for this; others are left as they are. */
export async function releaseDevices(
  ctx: ActionContext,
  reserved: readonly { readonly deviceId: DeviceId; readonly forId: Uuid }[],
): Promise<void> {
  const devices = await lockDevices(
    ctx,
    reserved.map((one) => one.deviceId),
  )
  await takeSteps(
    ctx,
    reserved.flatMap(({ deviceId, forId }) => {
      const device = devices.get(deviceId)
      return device?.reservation?.forId === forId
        ? [
            {
              device,
              entry: { kind: 'custody.released', content: {} },
              set: { reservation: null },
            },
          ]
        : []
    }),
  )
}
