// A scan says for whom and for what it was made, so that it can be sent long after its page is gone.
import { call, ApiProblem } from '../../../../web/kit/api-client.ts'
import type { QueuedScan, Sent } from '../../../../web/kit/station/scan-queue.ts'
import type { Output } from '../../../../core/endpoint.ts'
import { api } from '../api.ts'

export interface ScanWork {
  /** Whose scan it is: another organisation's, made in the same browser, waits for them. */
  readonly organisationId: string
  readonly act: 'pack' | 'receive'
  readonly collectionId: string
  /** The package that is packed into, or the place that is received at. */
  readonly at: string | null
  /** Chosen among several with one number. */
  readonly deviceId: string | null
}
export type Scanned = Output<typeof api.scanCollection>['items'][number]

const none = '-'

export const workOf = (work: ScanWork): string =>
  ['returns', work.organisationId, work.act, work.collectionId, work.at ?? none]
    .concat(work.deviceId ?? none)
    .join('/')

export function readWork(text: string): ScanWork | null {
  const [feature, organisationId, act, collectionId, at, deviceId] = text.split('/')
  if (feature !== 'returns' || !organisationId || !collectionId) return null
  if (act !== 'pack' && act !== 'receive') return null
  const given = (part: string | undefined) => (!part || part === none ? null : part)
  return { organisationId, act, collectionId, at: given(at), deviceId: given(deviceId) }
}

/** The scan's own key goes along twice: as the scan's id, and as the call's. It counts once. */
export async function sendScan(scan: QueuedScan): Promise<Sent<Scanned>> {
  const work = readWork(scan.work)
  if (!work) return { is: 'later' }
  const { collectionId, deviceId, at } = work
  const item = { scanId: scan.key, code: scan.code, at: scan.at, deviceId }
  const params = { collectionId }
  const options = { idempotencyKey: scan.key }
  try {
    const answer =
      work.act === 'pack'
        ? await call(
            api.packByCodes,
            { params, body: { items: [{ ...item, packageId: at }] } },
            options,
          )
        : await call(api.scanCollection, { params, body: { placeId: at, items: [item] } }, options)
    return { is: 'taken', answer: answer.items[0]! }
  } catch (problem) {
    if (problem instanceof ApiProblem && isFinal(problem)) {
      return { is: 'refused', code: problem.code }
    }
    return { is: 'later' }
  }
}

/** No answer, a session that ended, a rush or a fault of ours: the scan is kept and sent again. */
const isFinal = ({ status }: ApiProblem): boolean =>
  status >= 400 && status < 500 && ![401, 408, 429].includes(status)
