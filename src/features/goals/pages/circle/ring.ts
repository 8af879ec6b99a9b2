// From the API's counts to what the ring draws.
import { addDays, type Day } from '../../../../core/dates.ts'
import type { Output } from '../../../../core/endpoint.ts'
import type { RingFlows } from '../../../../web/kit/charts/flow-ring/flows.ts'
import { stringifySearch } from '../../../../web/kit/search.ts'
import { dueBefore } from '../../../devices/rules/due.ts'
import type { api } from '../../api.ts'
import { promisedDays, type FlowStep } from '../../rules.ts'

export type Circle = Output<typeof api.getCircle>
export type Station = Circle['stations'][number]

const flowOf = (circle: Circle, step: FlowStep): number =>
  circle.flows.find((flow) => flow.step === step)?.count ?? 0

/**
 * What moves on from a station is what arrives at the next: those handed in have moved on from use,
 * those sent from the depot, those received from transport.
 */
export function ringFlows(circle: Circle, partner: boolean): RingFlows {
  const of = (step: FlowStep) => flowOf(circle, step)
  const out = {
    outSold: of('sold') + of('donated'),
    outParts: of('parts'),
    outRecycled: of('recycled'),
  }
  if (partner)
    return {
      ...out,
      inReceived: of('received'),
      moved: { received: of('erased'), erased: of('graded') },
    }
  return {
    ...out,
    fullCircle: of('secondLife'),
    inNew: of('boughtNew'),
    inReused: of('boughtReused'),
    moved: {
      handedOut: of('handedOut'),
      inUse: of('handedIn'),
      due: of('handedIn'),
      handedIn: of('sent'),
      sent: of('received'),
      received: of('erased'),
      erased: of('graded'),
    },
  }
}

/** A partner's circle begins where devices come in; what it holds further on is a pool for sale. */
const ofPartner: readonly Station['id'][] = ['sent', 'received', 'erased', 'graded', 'pool']

export const stationsOf = (circle: Circle, partner: boolean): readonly Station[] =>
  partner ? circle.stations.filter(({ id }) => ofPartner.includes(id)) : circle.stations

/** The list of what stands at a station. */
export function stationHref(id: Station['id'], today: Day): string {
  if (id === 'need') return `/orders${stringifySearch({ state: 'submitted' })}`
  if (id === 'ordered') return `/orders${stringifySearch({ state: 'approved' })}`
  if (id === 'due')
    return `/devices${stringifySearch({ endsBefore: dueBefore(today), sort: 'endsOn' })}`
  return `/devices${stringifySearch({ status: id })}`
}

export const promiseOf = (id: Station['id']): number | undefined =>
  (promisedDays as Partial<Record<Station['id'], number>>)[id]

const promised = Object.keys(promisedDays) as (keyof typeof promisedDays)[]

/** A need is late when its day has passed; a device when its period of use has. */
export const isLate = (id: Station['id']): boolean =>
  id === 'due' || id === 'need' || id === 'ordered'

/** What the list and the count of it are asked with: the very devices that are stuck. */
export function stuckQuery(id: Station['id'], today: Day) {
  if (id === 'due') return { endsBefore: addDays(today, -1) }
  const status = promised.find((one) => one === id)
  if (!status) return null
  // Waiting is counted in whole days.
  return { status, since: `${addDays(today, -promisedDays[status])}T00:00:00.000Z` }
}

/** Of fewer months a change says more of chance than of the figure. */
const LEAST_MONTHS = 6

/** How far a figure has gone between the first and the last known month; null when nothing to compare. */
export function changeOf(course: readonly (number | null)[]) {
  const known = course.flatMap((value, month) => (value === null ? [] : [{ value, month }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < LEAST_MONTHS) return null
  return {
    by: Math.round((last.value - first.value) * 10) / 10,
    months: last.month - first.month,
  }
}
