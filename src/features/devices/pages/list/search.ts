// What the list reads from its address; the API's own names, so that a view is a question.
import { addDays, type Day } from '../../../../core/dates.ts'
import type { Input } from '../../../../core/endpoint.ts'
import { day, manyOf, oneOf, text, type Reader, type SearchOf } from '../../../../web/kit/search.ts'
import { deviceSorts, type api } from '../../api.ts'
import { deviceKinds } from '../../rules/kinds.ts'
import { dataStates, deviceStatuses, goingStatuses, grades } from '../../rules/status.ts'

const uuid: Reader<string> = ([first]) =>
  first && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(first) ? first : ''
/** An instant, as the circle writes it, or a day. */
const instant: Reader<string> = ([first]) =>
  first && /^\d{4}-\d{2}-\d{2}/.test(first) && !Number.isNaN(Date.parse(first)) ? first : ''

const sorts = deviceSorts.flatMap((sort) => [sort, `-${sort}`] as const)

export const devicesSearch = {
  view: text,
  q: text,
  status: manyOf(deviceStatuses),
  kind: manyOf(deviceKinds),
  dataState: manyOf(dataStates),
  grade: manyOf(grades),
  departmentId: uuid,
  unitId: uuid,
  holderId: uuid,
  placeId: uuid,
  custodianId: uuid,
  endsBefore: day,
  since: instant,
  /** Without a status of its own the list shows what goes round; all of it, when asked. */
  scope: oneOf(['going', 'all'], 'going'),
  sort: oneOf(sorts, 'assetTag'),
}
export type DevicesSearch = SearchOf<typeof devicesSearch>

export const filterNames = [
  'q',
  'status',
  'kind',
  'dataState',
  'grade',
  'departmentId',
  'unitId',
  'holderId',
  'placeId',
  'custodianId',
  'endsBefore',
  'since',
] as const
export type FilterName = (typeof filterNames)[number]

const isSet = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== '')

export const setFilters = (search: Partial<DevicesSearch>): readonly FilterName[] =>
  filterNames.filter((name) => search[name] !== undefined && isSet(search[name]))

/** Nothing in the question says which statuses, so what has left for good is left out. */
export const isGoing = (search: Partial<DevicesSearch>): boolean =>
  search.scope !== 'all' && !search.status?.length && !search.endsBefore

export type DeviceQuery = Input<typeof api.countDevices>['query']

/** The filters as the API takes them. */
export function queryOf(search: Partial<DevicesSearch>): DeviceQuery {
  const set = setFilters(search).map((name) => [name, search[name]] as const)
  const query = Object.fromEntries(set)
  if (isGoing(search)) query['status'] = goingStatuses
  if (search.since) query['since'] = new Date(search.since).toISOString()
  return query
}

export function sortOf(sort: DevicesSearch['sort']) {
  const down = sort.startsWith('-')
  return {
    sort: (down ? sort.slice(1) : sort) as (typeof deviceSorts)[number],
    order: down ? ('desc' as const) : ('asc' as const),
  }
}

const sorted = (values: readonly string[]) => values.toSorted((a, b) => a.localeCompare(b))

/** Two views ask the same when their filters do, in whatever order. */
export const sameFilters = (a: Partial<DevicesSearch>, b: Partial<DevicesSearch>): boolean => {
  const said = (search: Partial<DevicesSearch>) =>
    JSON.stringify([
      isGoing(search),
      ...setFilters(search).map((name) => {
        const value = search[name]
        return [name, Array.isArray(value) ? sorted(value as readonly string[]) : value]
      }),
    ])
  return said(a) === said(b)
}

/** Days to choose among for what ends before: passed, and within so many days. */
export const endChoices = (today: Day) => ({
  passed: addDays(today, -1),
  month: addDays(today, 30),
  quarter: addDays(today, 90),
  year: addDays(today, 365),
})
