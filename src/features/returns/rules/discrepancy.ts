// Counted and listed differ: who may close the difference, and how.
import { done, refuse, type Result } from '../../../core/result.ts'
import type { LineState, Side } from './states.ts'

export const discrepancyKinds = ['missing', 'extra', 'mismatch'] as const
export type DiscrepancyKind = (typeof discrepancyKinds)[number]

export const resolutions = [
  'found',
  'neverSent',
  'lostInTransit',
  'lostAtReceiver',
  'acceptedBySender',
  'sentBack',
  'notOurs',
  'corrected',
  'acceptedAsIs',
] as const
export type Resolution = (typeof resolutions)[number]

/**
 * Each side can only take upon itself, never put upon the other: who says that a device was lost
 * in transit is the sender, who answers for it until it is accepted; that it was lost after
 * arrival, the receiver.
 */
export const settledBy: Readonly<
  Record<DiscrepancyKind, Readonly<Partial<Record<Resolution, Side>>>>
> = {
  missing: {
    found: 'receiver',
    neverSent: 'sender',
    lostInTransit: 'sender',
    lostAtReceiver: 'receiver',
  },
  extra: { acceptedBySender: 'sender', sentBack: 'receiver', notOurs: 'sender' },
  mismatch: { corrected: 'sender', acceptedAsIs: 'receiver' },
}

/** What a missing device's line becomes. */
export const lineAfter: Readonly<Partial<Record<Resolution, LineState>>> = {
  found: 'received',
  neverSent: 'takenBack',
  lostInTransit: 'missing',
  lostAtReceiver: 'missing',
}

export const resolutionsFor = (kind: DiscrepancyKind, side: Side): Resolution[] =>
  resolutions.filter((resolution) => settledBy[kind][resolution] === side)

export interface OpenOrClosed {
  readonly kind: DiscrepancyKind
  readonly closedAt: Date | null
  readonly version: number
}

/** Guards in order: closed already, changed since it was read, fits the kind, right side. */
export function decideClosing(
  discrepancy: OpenOrClosed,
  wanted: {
    readonly resolution: Resolution
    readonly side: Side
    readonly version: number | undefined
  },
): Result<
  true,
  'discrepancy-closed' | 'version-changed' | 'resolution-unfit' | 'resolution-other-side'
> {
  const { kind, closedAt, version } = discrepancy
  if (closedAt) return refuse('discrepancy-closed', { closedAt: closedAt.toISOString() })
  if (wanted.version !== undefined && wanted.version !== version) return refuse('version-changed')
  const side = settledBy[kind][wanted.resolution]
  if (!side) return refuse('resolution-unfit', { kind, resolution: wanted.resolution })
  if (side !== wanted.side) return refuse('resolution-other-side', { side })
  return done(true)
}
