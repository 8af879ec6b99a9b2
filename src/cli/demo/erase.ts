import type { Wave } from './plan.ts'
import type { WaveDevice } from './round.ts'
import type { DemoWorld } from './world.ts'

export async function erase(
  _world: DemoWorld,
  _devices: readonly WaveDevice[],
  _wave: Wave,
  _receivedAt: Date,
  _at: Date,
): Promise<void> {}
