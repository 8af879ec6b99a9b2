// What both halves of a wave's way round ask: how far it comes, and its receipts.
import { done } from '../../core/result.ts'
import { confirmReceipts } from '../../features/custody/actions/hand-out.ts'
import { lockDevices } from '../../features/custody/actions/steps.ts'
import type { Lane } from './events.ts'
import type { ModelName } from './names.ts'
import type { Reach, Wave } from './plan.ts'
import type { DemoWorld } from './world.ts'

export interface WaveDevice {
  readonly id: string
  readonly serialNumber: string
  readonly model: ModelName
}

const order: readonly Reach[] = [
  ...([
    'inStock',
    'handedOut',
    'inUse',
    'handedIn',
    'sent',
    'received',
    'erased',
    'graded',
  ] as const),
  ...(['pool', 'secondLife', 'sold'] as const),
]
export const reaches = (wave: Wave, reach: Reach): boolean =>
  order.indexOf(wave.reach) >= order.indexOf(reach)

export function confirm(world: DemoWorld, lane: Lane, day: string, devices: readonly WaveDevice[]) {
  lane.on(day, 10, (at) =>
    world.act('tove', at, async (ctx) => {
      const locked = await lockDevices(
        ctx,
        devices.map((device) => device.id),
      )
      await confirmReceipts(
        ctx,
        [...locked.values()].filter((device) => device.status === 'handedOut'),
      )
      return done(undefined)
    }),
  )
}
