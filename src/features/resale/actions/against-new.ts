// What a device's second life is reckoned to avoid against making a new one: the figure that the
// climate will record when it is sold, with its interval and its method (law 5: recorded only then).
import { dayOf } from '../../../core/dates.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { displacementOf } from '../../climate/rules/device-impact.ts'
import { factors202611, isDeviceCategory } from '../../climate/rules/factors/2026-11.ts'
import { avoidedForFleet } from '../../climate/rules/fleet-impact.ts'
import { impactMethod } from '../../climate/rules/parameters.ts'

export interface AgainstNew {
  readonly kg: number
  readonly lowKg: number
  readonly highKg: number
  readonly method: string
  readonly factorVersion: string
}

/** Of many at once, with one interval for the whole; null where no kind has a factor. */
export function againstNew(kinds: readonly DeviceKind[], now: Date): AgainstNew | null {
  const counts = new Map<DeviceKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const fleet = [...counts].flatMap(([kind, count]) =>
    isDeviceCategory(kind)
      ? [
          {
            kind,
            displacement: displacementOf({ kind: 'sold' }),
            secondLives: { kind: 'sold' as const, count, on: dayOf(now) },
          },
        ]
      : [],
  )
  const figure = avoidedForFleet(fleet)
  if (!figure.ok) return null
  return {
    kg: figure.value.net,
    lowKg: figure.value.low,
    highKg: figure.value.high,
    method: impactMethod,
    factorVersion: factors202611.version,
  }
}
