// What a journal entry means for the climate: a second life, handling in vain, or nothing at all.
import { dayOf } from '../../../core/dates.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { displacementOf, type AvoidedFigure, type SecondLife } from './device-impact.ts'
import { factors202611, isDeviceCategory } from './factors/2026-11.ts'
import { avoidedForFleet } from './fleet-impact.ts'
import { legacyKgPerUnit, legacyKinds, type LegacyKind } from './inrego-legacy.ts'
import { defaultParameters, impactMethod, type Displacement } from './parameters.ts'

export const reuseKinds = ['sold', 'redeployed', 'donated', 'failed'] as const
export type ReuseKind = (typeof reuseKinds)[number]

/** The fields that `disposition.outcomeDecided` and `custody.handedOut` have for us. */
export interface HeardContent {
  readonly secondLife?: boolean
  readonly step?: string
  readonly deviceKind?: DeviceKind
  readonly ownerId?: string
  /** The life that an outcome ends. */
  readonly life?: number
  /** The cancelled order or the need that the hand-out met. */
  readonly needId?: string | null
  readonly set?: { readonly life?: number }
}

export interface Reuse {
  readonly kind: ReuseKind
  readonly life: number
  readonly ownerId: string
  readonly category: DeviceKind
  readonly displacement: Displacement
  readonly needId: string | null
}

const endedWithoutReuse = ['parts', 'recycling', 'recovery', 'disposal']
const outcomeKinds: Readonly<Record<string, 'sold' | 'donated'>> = {
  resale: 'sold',
  donation: 'donated',
}

/**
 * Law 5: only a recorded second life counts, never a return, an erasure or the way into the pool.
 * @returns null when the entry is none
 */
export function reuseOf(entryKind: string, content: HeardContent): Reuse | null {
  const { deviceKind, ownerId, step = '' } = content
  if (!deviceKind || !ownerId) return null
  const needId = content.needId ?? null
  const of = (kind: ReuseKind, life: number | undefined): Reuse | null =>
    life === undefined
      ? null
      : {
          kind,
          life,
          ownerId,
          category: deviceKind,
          displacement:
            kind === 'failed'
              ? 'unknown'
              : displacementOf({ kind, ...(needId ? { need: needId } : {}) }),
          needId,
        }
  if (entryKind === 'custody.handedOut')
    return content.secondLife ? of('redeployed', content.set?.life) : null
  if (entryKind !== 'disposition.outcomeDecided') return null
  if (content.secondLife && step in outcomeKinds) return of(outcomeKinds[step]!, content.set?.life)
  // It takes the number of the life that it did not get, so that one device ends once.
  if (endedWithoutReuse.includes(step) && content.life !== undefined)
    return of('failed', content.life + 1)
  return null
}

export interface ReuseFigures {
  readonly method: string
  readonly factorVersion: string
  /** Null where the factors have no figure for the kind. */
  readonly figure: AvoidedFigure | null
  /** Null for the kinds that the profile does not know. */
  readonly legacyKg: number | null
  readonly transportKm: number
}

export function figuresOf(reuse: Reuse, at: Date): ReuseFigures {
  const failed = reuse.kind === 'failed'
  const kind: SecondLife['kind'] = reuse.kind === 'failed' ? 'sold' : reuse.kind
  const figure = isDeviceCategory(reuse.category)
    ? avoidedForFleet([
        {
          kind: reuse.category,
          displacement: reuse.displacement,
          secondLives: {
            kind,
            count: failed ? 0 : 1,
            on: dayOf(at),
            ...(reuse.needId ? { need: reuse.needId } : {}),
          },
          failed: failed ? 1 : 0,
        },
      ])
    : null
  return {
    method: impactMethod,
    factorVersion: factors202611.version,
    figure: figure?.ok ? figure.value : null,
    legacyKg: failed || !isLegacy(reuse.category) ? null : legacyKgPerUnit[reuse.category],
    transportKm: defaultParameters.roadKm,
  }
}

export const isLegacy = (kind: string): kind is LegacyKind =>
  (legacyKinds as readonly string[]).includes(kind)
