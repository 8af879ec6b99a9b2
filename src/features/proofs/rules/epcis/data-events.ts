// What entries tell of the media in a device, and of the data on them.
import { objects, observed, text, type JournalEntry, type Part } from './event.ts'
import { ownDisposition, uri, type BizTransaction } from './vocabulary.ts'

const testResult = (evidence: string): BizTransaction => ({
  type: 'testres',
  bizTransaction: `ni:///sha-256;${evidence}`,
})

/** On the media that were tried; never with a certificate. */
export function tried(bizStep: string, disposition: string) {
  return (entry: JournalEntry): Part[] => {
    const media = objects(entry.content['results']).flatMap(({ medium }) => text(medium) ?? [])
    const evidence = text(entry.content['evidence'])
    if (media.length === 0 || evidence === null) return []
    return [
      observed(entry, bizStep, disposition, {
        epcList: [...new Set(media)].map(uri),
        bizTransactionList: [testResult(evidence)],
      }),
    ]
  }
}

const sanitised = {
  set: [ownDisposition('data_sanitised')],
  unset: [ownDisposition('data_bearing')],
}

/** One event for each certificate, and one for the device when nothing in it is left to prove. */
export function proven(entry: JournalEntry): Part[] {
  const certificates = objects(entry.content['certificates'])
  const state = entry.content.set?.dataState
  const whole = state === 'erased' || state === 'destroyed'
  return [
    ...associated(entry),
    ...certificates.flatMap((one) => certified(entry, one)),
    ...(whole
      ? [observed(entry, 'inspecting', 'conformant', { persistentDisposition: sanitised })]
      : []),
  ]
}

/** Only a certificate that this entry issued tells its evidence; others are named as grounds. */
function certified(entry: JournalEntry, one: Record<string, unknown>): Part[] {
  const [id, medium, evidence] = [text(one['id']), text(one['medium']), text(one['evidence'])]
  const destroyed = entry.kind === 'erasure.destroyed'
  if (id === null || medium === null || (evidence === null && !destroyed)) return []
  // The same destruction certified anew happened once.
  if (one['sameAct'] === true) return []
  const cert: BizTransaction = { type: 'cert', bizTransaction: uri(id) }
  if (destroyed)
    return [
      observed(entry, 'destroying', 'destroyed', {
        action: 'DELETE',
        epcList: [uri(medium)],
        bizTransactionList: [cert],
      }),
    ]
  return [
    observed(entry, 'inspecting', 'conformant', {
      epcList: [uri(medium)],
      persistentDisposition: sanitised,
      bizTransactionList: [testResult(evidence!), cert],
      ...(text(one['level']) ? { 'omlopp:level': String(one['level']) } : {}),
      ...(text(one['method']) ? { 'omlopp:method': String(one['method']) } : {}),
    }),
  ]
}

/** Media that were found in the device, and those that were taken out of it. */
export function associated(entry: JournalEntry): Part[] {
  const media = objects(entry.content['media'])
  const those = (removed: boolean) =>
    media.flatMap(({ id, state }) => ((state === 'removed') === removed ? (text(id) ?? []) : []))
  const part = (ids: readonly string[], action: 'ADD' | 'DELETE', bizStep: string): Part[] =>
    ids.length === 0
      ? []
      : [
          {
            type: 'AssociationEvent',
            action,
            parentID: uri(entry.subjectId),
            childEPCs: ids.map(uri),
            bizStep,
          },
        ]
  return [...part(those(false), 'ADD', 'assembling'), ...part(those(true), 'DELETE', 'removing')]
}
