// An EPCIS 2.0 document: events of a device, of a shipment or of a period, oldest first.
import { correctionsOf } from './corrections.ts'
import { event, type JournalEntry } from './event.ts'
import { eventsOf } from './events.ts'
import { GS1_CONTEXT, NAMESPACE, uri, type EpcisEvent } from './vocabulary.ts'

export interface EpcisDocument {
  readonly '@context': readonly (string | { readonly omlopp: string })[]
  readonly type: 'EPCISDocument'
  readonly schemaVersion: '2.0'
  readonly creationDate: string
  readonly epcisBody: { readonly eventList: readonly EpcisEvent[] }
}

export const documentOf = (eventList: readonly EpcisEvent[], at: Date): EpcisDocument => ({
  '@context': [GS1_CONTEXT, { omlopp: NAMESPACE }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: at.toISOString(),
  epcisBody: { eventList },
})

/**
 * The events of entries in their order.
 * @param before entries of the same subjects that corrections among them may name
 */
export function allEvents(
  entries: readonly JournalEntry[],
  before: readonly JournalEntry[] = [],
): EpcisEvent[] {
  const known = new Map<string, JournalEntry[]>()
  const knownOf = (subject: string): JournalEntry[] => {
    const list = known.get(subject) ?? []
    known.set(subject, list)
    return list
  }
  for (const entry of before) knownOf(entry.subjectId).push(entry)
  return entries.flatMap((entry) => {
    const earlier = knownOf(entry.subjectId)
    const events = [...eventsOf(entry), ...correctionsOf(entry, earlier)]
    if (!earlier.some(({ id }) => id === entry.id)) earlier.push(entry)
    return events
  })
}

/** The shipment as one thing that holds its devices, from when it left. */
export function aggregationOf(
  collectionId: string,
  sent: readonly JournalEntry[],
): EpcisEvent | null {
  const [first] = sent
  if (!first) return null
  const whole = { ...first, id: collectionId }
  return event(whole, {
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: uri(collectionId),
    childEPCs: [...new Set(sent.map(({ subjectId }) => uri(subjectId)))],
    bizStep: 'packing',
    disposition: 'in_transit',
  })
}
