// One entry of the journal as events of EPCIS. An entry that is no event for anybody outside (a
// receipt signed, a note changed) gives none.
import { associated, proven, tried } from './data-events.ts'
import { event, observed, text, type JournalEntry, type Part } from './event.ts'
import { ownDisposition, ownStep, partyOf, uri, type EpcisEvent } from './vocabulary.ts'

export function eventsOf(entry: JournalEntry): EpcisEvent[] {
  const parts = kinds[entry.kind]?.(entry) ?? []
  return parts.map((part, index) => event(entry, part, index))
}

/** From one keeping into another; the same keeper twice is no move between parties. */
function parties({ content: { move } }: JournalEntry): Partial<Part> {
  const giver = move ? partyOf(move.giver) : null
  const taker = move ? partyOf(move.taker) : null
  if (giver === taker) return {}
  return {
    ...(giver === null ? {} : { sourceList: [{ type: 'possessing_party', source: giver }] }),
    ...(taker === null
      ? {}
      : { destinationList: [{ type: 'possessing_party', destination: taker }] }),
  }
}

const bearing = (entry: JournalEntry): Partial<Part> =>
  entry.content.set?.dataState === 'holdsData'
    ? { persistentDisposition: { set: [ownDisposition('data_bearing')] } }
    : {}

const shipmentOf = ({ content }: JournalEntry): Partial<Part> => {
  const collection = text(content['collection'])
  if (collection === null) return {}
  return { bizTransactionList: [{ type: 'desadv', bizTransaction: uri(collection) }] }
}

const assigned = (entry: JournalEntry): Part =>
  observed(entry, ownStep('assigning'), ownDisposition('in_use'), {
    ...parties(entry),
    ...bearing(entry),
  })

/** What a registration says of the thing. */
export const factsOf = ({ content }: JournalEntry): Readonly<Record<string, unknown>> =>
  typeof content['device'] === 'object' && content['device'] !== null
    ? { ...content['device'] }
    : {}

/** The marks and the make, as far as they are told; never a name that people gave it. */
export function described(facts: Readonly<Record<string, unknown>>): Partial<Part> {
  const fields = ['kind', 'maker', 'model', 'serialNumber', 'assetTag'] as const
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = text(facts[field])
      return value === null ? [] : [[`omlopp:${field}`, value] as const]
    }),
  )
}

function registered(entry: JournalEntry): Part[] {
  const commissioned = observed(entry, 'commissioning', 'active', {
    action: 'ADD',
    ...described(factsOf(entry)),
  })
  const kind = entry.content.move?.taker.kind
  // What was already in somebody's hands when it was registered is in use.
  return kind === 'person' || kind === 'unit' ? [commissioned, assigned(entry)] : [commissioned]
}

function missing(entry: JournalEntry, as: unknown): Part[] {
  const mark = ownDisposition(as === 'stolen' ? 'stolen' : 'lost')
  return [observed(entry, 'stock_taking', 'unknown', { persistentDisposition: { set: [mark] } })]
}

const gradedAs: Readonly<Record<string, string>> = {
  A: 'conformant',
  B: 'conformant',
  C: 'conformant',
  D: 'needs_replacement',
  E: 'non_conformant',
}

function graded(entry: JournalEntry): Part[] {
  const { set, ...content } = entry.content
  const grade = text(set?.grade)
  const own = { cosmetic: content['cosmetic'], functional: content['functional'], grade }
  return [
    observed(entry, 'inspecting', gradedAs[grade ?? ''] ?? 'non_conformant', {
      ...Object.fromEntries(
        Object.entries(own).flatMap(([name, value]) =>
          text(value) === null ? [] : [[`omlopp:${name}`, text(value)!] as const],
        ),
      ),
    }),
  ]
}

type Outcome = readonly [bizStep: string, disposition: string, action?: 'DELETE']
const outcomes: Readonly<Record<string, Outcome>> = {
  internalReuse: ['storing', 'available'],
  resale: ['retail_selling', 'retail_sold'],
  donation: ['accepting', ownDisposition('donated')],
  parts: ['disassembling', 'non_sellable_other'],
  recycling: ['decommissioning', 'disposed', 'DELETE'],
  recovery: ['decommissioning', 'disposed', 'DELETE'],
  disposal: ['decommissioning', 'disposed', 'DELETE'],
}

/** Whom it went to is not told: a buyer may be a person. */
function decided(entry: JournalEntry): Part[] {
  const step = text(entry.content['step'])
  const [bizStep, disposition, action] = outcomes[step ?? ''] ?? []
  if (bizStep === undefined || disposition === undefined) return []
  const owner = text(entry.content['ownerId'])
  const sold = step === 'resale' || step === 'donation'
  return [
    observed(entry, bizStep, disposition, {
      ...(action ? { action } : {}),
      ...(sold && owner ? { sourceList: [{ type: 'owning_party', source: uri(owner) }] } : {}),
    }),
  ]
}

function mismatched(entry: JournalEntry): Part[] {
  const device = text(entry.content['device'])
  return device === null
    ? []
    : [observed(entry, 'inspecting', 'mismatch_instance', { epcList: [uri(device)] })]
}

const received = (entry: JournalEntry): Part =>
  observed(entry, 'receiving', 'returned', { ...parties(entry), ...shipmentOf(entry) })

const kinds: Readonly<Record<string, (entry: JournalEntry) => Part[]>> = {
  'devices.registered': registered,
  'custody.handedOut': (entry) => [assigned(entry)],
  'custody.handedIn': (entry) => [observed(entry, 'collecting', 'returned', parties(entry))],
  'custody.moved': (entry) => [observed(entry, 'storing', null, parties(entry))],
  'custody.reportedLost': (entry) => missing(entry, entry.content['as']),
  'custody.found': (entry) => [
    observed(entry, 'stock_taking', ownDisposition('found'), {
      ...parties(entry),
      persistentDisposition: { unset: [ownDisposition('lost'), ownDisposition('stolen')] },
    }),
  ],
  'returns.sent': (entry) => [
    observed(entry, 'shipping', 'in_transit', { ...sentTo(entry), ...shipmentOf(entry) }),
  ],
  'resale.sent': (entry) => [observed(entry, 'shipping', 'in_transit', sentTo(entry))],
  'resale.takenBack': (entry) => [observed(entry, 'void_shipping', null, parties(entry))],
  'returns.takenBack': (entry) => [
    observed(entry, 'void_shipping', null, { ...parties(entry), ...shipmentOf(entry) }),
  ],
  'returns.received': (entry) => [received(entry)],
  'returns.acceptedBySender': (entry) => [received(entry)],
  'returns.lostAtReceiver': (entry) => missing(entry, 'lost'),
  'returns.lostInTransit': (entry) => missing(entry, 'lost'),
  'returns.reportedMissing': (entry) => [
    observed(entry, 'receiving', 'unknown', shipmentOf(entry)),
  ],
  'returns.mismatchReported': mismatched,
  'erasure.mediaRecorded': associated,
  'erasure.awaitingReview': tried(ownStep('erasing'), 'in_progress'),
  'erasure.refused': tried('inspecting', 'non_conformant'),
  'erasure.mediumErased': proven,
  'erasure.proven': proven,
  'erasure.destroyed': proven,
  'grading.graded': graded,
  'disposition.outcomeDecided': decided,
}

/** In transit the sender still keeps it; the destination is who is to accept it. */
function sentTo({ content: { move } }: JournalEntry): Partial<Part> {
  if (move?.taker.kind !== 'transit') return {}
  const { organisationId, takerId } = move.taker
  return {
    sourceList: [{ type: 'possessing_party', source: uri(organisationId) }],
    destinationList: [{ type: 'possessing_party', destination: uri(takerId) }],
  }
}
