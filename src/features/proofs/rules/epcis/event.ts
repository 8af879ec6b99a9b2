// One event of EPCIS, and the entry of the journal that it tells of.
import type { CustodyAccount } from '../../../custody/rules.ts'
import { offsetAt, placeOf, uri, type EpcisEvent } from './vocabulary.ts'

/** An entry as the journal keeps it; `content` holds what its kind says, and no personal data. */
export interface JournalEntry {
  readonly id: string
  readonly subjectId: string
  readonly kind: string
  readonly at: Date
  readonly content: Content
}

export interface Content {
  readonly [name: string]: unknown
  readonly set?: { readonly dataState?: string; readonly status?: string; readonly grade?: string }
  readonly move?: { readonly giver: CustodyAccount; readonly taker: CustodyAccount }
}

export type Part = Omit<EpcisEvent, 'eventID' | 'eventTime' | 'eventTimeZoneOffset'>

export const event = (entry: JournalEntry, part: Part, index = 0): EpcisEvent => ({
  // The second event of an entry has a name of its own, and always the same.
  eventID: index === 0 ? uri(entry.id) : `${uri(entry.id)}#${index + 1}`,
  eventTime: entry.at.toISOString(),
  eventTimeZoneOffset: offsetAt(entry.at),
  ...part,
})

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
export const objects = (value: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : []

/** What is seen of the device itself, where it is now. */
export function observed(
  entry: JournalEntry,
  bizStep: string,
  disposition: string | null,
  more: Partial<Part> = {},
): Part {
  const { move } = entry.content
  const at = move ? placeOf(move.taker) : null
  return {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    epcList: [uri(entry.subjectId)],
    bizStep,
    ...(disposition === null ? {} : { disposition }),
    ...(at === null ? {} : { readPoint: { id: at }, bizLocation: { id: at } }),
    ...more,
  }
}
