// A batch of scans against what a collection holds. The same batch always gives the same answers.
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import type { LineState } from './states.ts'

export const scanOutcomes = [
  'packed',
  'match',
  'already',
  'extra',
  'ambiguous',
  'unknown',
  'refused',
] as const
export type ScanOutcome = (typeof scanOutcomes)[number]

export interface Scan {
  readonly scanId: Uuid
  readonly code: string
  /** Chosen by the person when the code meant several devices. */
  readonly deviceId?: DeviceId | null
}

export interface ReceivingFacts {
  /** Devices of this collection that each code may mean. */
  readonly inCollection: ReadonlyMap<string, readonly DeviceId[]>
  /** Devices outside it that the receiver knows. */
  readonly elsewhere: ReadonlyMap<string, readonly DeviceId[]>
  readonly lines: ReadonlyMap<DeviceId, { readonly state: LineState; readonly receivable: boolean }>
  /** Codes whose extra device the sender has acknowledged. */
  readonly acknowledged: ReadonlyMap<string, DeviceId | null>
}

export interface ReceivingAnswer {
  readonly scanId: Uuid
  readonly code: string
  readonly outcome: 'match' | 'already' | 'extra' | 'ambiguous'
  readonly deviceId: DeviceId | null
  readonly candidates: readonly DeviceId[]
}

/** @returns one answer per scan in order; those with `match` are received now, each device once */
export function decideScans(scans: readonly Scan[], facts: ReceivingFacts): ReceivingAnswer[] {
  const receivedNow = new Set<DeviceId>()
  return scans.map(({ scanId, code, deviceId }) => {
    const told = (
      outcome: ReceivingAnswer['outcome'],
      id: DeviceId | null,
      candidates: readonly DeviceId[] = [],
    ) => ({ scanId, code, outcome, deviceId: id, candidates })
    const inCollection = facts.inCollection.get(code) ?? []
    const elsewhere = facts.elsewhere.get(code) ?? []
    const isCounted = (id: DeviceId) =>
      receivedNow.has(id) || facts.lines.get(id)?.state === 'received'
    const chosen = deviceId && inCollection.includes(deviceId) ? [deviceId] : inCollection
    if (chosen.length > 1)
      return chosen.every(isCounted)
        ? told('already', null, chosen)
        : told('ambiguous', null, [...chosen, ...elsewhere])
    const [only] = chosen
    if (only && isCounted(only)) return told('already', only)
    if (only && comes(facts.lines.get(only))) {
      receivedNow.add(only)
      return told('match', only)
    }
    // On the list, but taken back or with the sender again: the sender has to acknowledge it.
    if (only) return told('extra', only)
    if (facts.acknowledged.has(code)) return told('already', facts.acknowledged.get(code) ?? null)
    if (elsewhere.length > 1) return told('extra', null, elsewhere)
    return told('extra', elsewhere[0] ?? null)
  })
}

const comes = (line: { state: LineState; receivable: boolean } | undefined): boolean =>
  line !== undefined && line.receivable && (line.state === 'packed' || line.state === 'missing')
