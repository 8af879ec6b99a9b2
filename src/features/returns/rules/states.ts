// A collection: what one organisation sends another, and how the two count it.
import type { OrganisationId } from '../../../core/ids.ts'

export const collectionStates = ['packing', 'sent', 'receiving', 'closed'] as const
export type CollectionState = (typeof collectionStates)[number]

export const packageKinds = ['box', 'cage', 'pallet'] as const
export type PackageKind = (typeof packageKinds)[number]

export const lineStates = ['packed', 'received', 'missing', 'takenBack'] as const
export type LineState = (typeof lineStates)[number]

export const sides = ['sender', 'receiver'] as const
export type Side = (typeof sides)[number]

export const directions = ['out', 'in'] as const
export type Direction = (typeof directions)[number]

/** Most devices in one collection: what the two sides can still count, and one sending can carry. */
export const MOST_LINES = 10_000

export const sideOf = (
  collection: { senderId: OrganisationId; receiverId: OrganisationId },
  organisationId: OrganisationId,
): Side | null =>
  collection.senderId === organisationId
    ? 'sender'
    : collection.receiverId === organisationId
      ? 'receiver'
      : null

export interface LineCounts {
  readonly total: number
  /** Packed and not yet counted by the receiver. */
  readonly packed: number
  readonly received: number
  readonly missing: number
  readonly takenBack: number
}

/** Law 1, once receiving is closed: sent = received + missing + taken back. */
export const isReconciled = (counts: LineCounts): boolean =>
  counts.packed === 0 && counts.total === counts.received + counts.missing + counts.takenBack

/** `S-2026-0187`: the sender's running number within the year. */
export const collectionNumber = (year: number, running: number): string =>
  `S-${year}-${String(running).padStart(4, '0')}`
