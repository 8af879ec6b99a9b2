// A correction names what it corrects: the same event again, under the same id, with a declaration
// of the error; and where something else is true, the event that says so.
import { event, objects, type JournalEntry } from './event.ts'
import { described, eventsOf, factsOf } from './events.ts'
import { ownDisposition, uri, type EpcisEvent, type ErrorDeclaration } from './vocabulary.ts'

/** Kinds that speak of an earlier entry of the same subject, which an export must have at hand. */
export const correctingKinds: readonly string[] = [
  'erasure.certificateRevoked',
  'returns.neverSent',
  'devices.changed',
]

const inError = (
  wrong: EpcisEvent,
  by: JournalEntry,
  reason: ErrorDeclaration['reason'],
  corrective: readonly EpcisEvent[] = [],
): EpcisEvent => ({
  ...wrong,
  errorDeclaration: {
    declarationTime: by.at.toISOString(),
    reason,
    ...(corrective.length > 0
      ? { correctiveEventIDs: corrective.map(({ eventID }) => eventID) }
      : {}),
  },
})

/** @param earlier what is known of the subject before the entry, oldest first */
export function correctionsOf(entry: JournalEntry, earlier: readonly JournalEntry[]): EpcisEvent[] {
  if (entry.kind === 'erasure.certificateRevoked') return revoked(entry, earlier)
  if (entry.kind === 'returns.neverSent') return neverSent(entry, earlier)
  return entry.kind === 'devices.changed' ? renamed(entry, earlier) : []
}

/** The medium bears data again, unless another certificate stands for it. */
function revoked(entry: JournalEntry, earlier: readonly JournalEntry[]): EpcisEvent[] {
  const { certificate, medium, reason } = entry.content as Record<string, string>
  const named = uri(certificate ?? '')
  const wrong =
    earlier
      .flatMap(eventsOf)
      .find(({ bizTransactionList: list = [] }) =>
        list.some(({ type, bizTransaction }) => type === 'cert' && bizTransaction === named),
      ) ?? sameAct(earlier, certificate, medium)
  const holds = entry.content.set?.dataState === 'holdsData'
  const corrective =
    holds && medium
      ? [
          event(entry, {
            type: 'ObjectEvent',
            action: 'OBSERVE',
            epcList: [uri(medium), uri(entry.subjectId)],
            bizStep: 'inspecting',
            disposition: 'non_conformant',
            persistentDisposition: {
              set: [ownDisposition('data_bearing')],
              unset: [ownDisposition('data_sanitised')],
            },
          }),
        ]
      : []
  const why =
    reason === 'wrongMedium' || reason === 'witnessDenied' ? 'did_not_occur' : 'incorrect_data'
  return [...(wrong ? [inError(wrong, entry, why, corrective)] : []), ...corrective]
}

/** A certificate that was issued anew, with a photo or the witness's word, is of the act before it. */
function sameAct(
  earlier: readonly JournalEntry[],
  certificate: string | undefined,
  medium: string | undefined,
): EpcisEvent | undefined {
  const anew = earlier
    .flatMap(({ content }) => objects(content['certificates']))
    .some((one) => one['id'] === certificate && one['sameAct'] === true)
  if (!anew || !medium) return undefined
  return earlier
    .flatMap(eventsOf)
    .findLast(({ bizStep, epcList }) => bizStep === 'destroying' && epcList?.includes(uri(medium)))
}

function neverSent(entry: JournalEntry, earlier: readonly JournalEntry[]): EpcisEvent[] {
  const { collection } = entry.content
  const sent = earlier.findLast(
    ({ kind, content }) => kind === 'returns.sent' && content['collection'] === collection,
  )
  return sent ? eventsOf(sent).map((wrong) => inError(wrong, entry, 'did_not_occur')) : []
}

/** What a thing is cannot change; when the register says otherwise, it was wrong before. */
const identity = ['kind', 'maker', 'model', 'serialNumber'] as const

function renamed(entry: JournalEntry, earlier: readonly JournalEntry[]): EpcisEvent[] {
  const facts = (entry.content['facts'] ?? {}) as Record<string, unknown>
  const first = earlier.find(({ kind }) => kind === 'devices.registered')
  if (!first) return []
  const said = factsOf(first)
  const differs = identity.some(
    (field) => typeof facts[field] === 'string' && facts[field] !== said[field],
  )
  const [wrong] = eventsOf(first)
  if (!differs || !wrong) return []
  const right: EpcisEvent = { ...wrong, eventID: uri(entry.id), ...described(facts) }
  return [inError(wrong, entry, 'incorrect_data', [right]), right]
}
