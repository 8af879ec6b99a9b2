// The filters of the list as chips: what may be chosen, and how the address says it.
import { dayOf, daysBetween, type Day } from '../../../../core/dates.ts'
import type { FilterDeclaration } from '../../../../web/kit/Filters.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { api as organisationsApi } from '../../../organisations/api/organisation.ts'
import { useUnits } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { unitPath } from '../../../organisations/pages/fields/units.ts'
import { deviceKinds } from '../../rules/kinds.ts'
import { dataStates, deviceStatuses, grades } from '../../rules/status.ts'
import { dataStateTexts, kindTexts, statusTexts } from '../../texts.ts'
import { listTexts } from '../../texts/pages.ts'
import { endChoices, setFilters, type DevicesSearch, type FilterName } from './search.ts'
import type { ListedDevice } from './columns.tsx'

/** Filters that only links set: there is nothing to choose among, but what is set can be taken away. */
const fromLinks: readonly FilterName[] = ['holderId', 'custodianId', 'since']

export function useDeviceFilters(
  search: DevicesSearch,
  today: Day,
  rows: readonly ListedDevice[],
): readonly FilterDeclaration[] {
  const t = useText()
  const { organisation } = useSession()
  const own = organisation?.kind === 'user'
  const units = useUnits()
  const places = useEndpoint(organisationsApi.listPlaces, {}).data?.items ?? []
  const set = setFilters(search)
  const all: readonly (FilterDeclaration & { readonly id: FilterName })[] = [
    {
      id: 'status',
      text: t(listTexts.status),
      options: deviceStatuses.map((id) => ({ id, text: t(statusTexts[id]) })),
    },
    {
      id: 'kind',
      text: t(listTexts.kind),
      options: deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) })),
    },
    {
      id: 'departmentId',
      text: t(listTexts.department),
      single: true,
      options: units
        .filter(({ kind }) => kind === 'department')
        .map(({ id, name }) => ({ id, text: name })),
    },
    {
      id: 'unitId',
      text: t(listTexts.unit),
      single: true,
      options: units
        .filter(({ kind }) => kind === 'unit')
        .map(({ id, name }) => {
          const path = unitPath(units, id)
          return { id, text: name, note: path === name ? undefined : path }
        }),
    },
    {
      id: 'placeId',
      text: t(listTexts.place),
      single: true,
      options: places.map(({ id, name }) => ({ id, text: name })),
    },
    {
      id: 'dataState',
      text: t(listTexts.data),
      options: dataStates.map((id) => ({ id, text: t(dataStateTexts[id]) })),
    },
    { id: 'grade', text: t(listTexts.grade), options: grades.map((id) => ({ id, text: id })) },
    {
      id: 'endsBefore',
      text: t(listTexts.endsBefore),
      single: true,
      options: endOptions(t, search.endsBefore, today),
    },
    {
      id: 'holderId',
      text: t(listTexts.holder),
      single: true,
      options: oneOption(
        search.holderId,
        rows.find(({ holder }) => holder?.id === search.holderId)?.holder?.name,
        t(listTexts.oneHolder),
      ),
    },
    {
      id: 'custodianId',
      text: t(listTexts.custodian),
      single: true,
      options: oneOption(
        search.custodianId,
        rows.find(({ custodian }) => custodian?.id === search.custodianId)?.custodian?.name,
        t(listTexts.oneOrganisation),
      ),
    },
    {
      id: 'since',
      text: t(listTexts.stoodSince),
      single: true,
      options: search.since ? [{ id: search.since, text: sinceText(t, search.since, today) }] : [],
    },
  ]
  const shown = all.filter(({ id, options }) =>
    fromLinks.includes(id) ? set.includes(id) : options.length > 0 || set.includes(id),
  )
  return own ? shown : shown.filter(({ id }) => id !== 'endsBefore' || set.includes(id))
}

type T = ReturnType<typeof useText>
const oneOption = (id: string, name: string | undefined, otherwise: string) =>
  id ? [{ id, text: name ?? otherwise }] : []

function endOptions(t: T, chosen: string, today: Day) {
  const { passed, month, quarter, year } = endChoices(today)
  const known = [
    { id: passed, text: t(listTexts.passed) },
    { id: month, text: t(listTexts.within, 30) },
    { id: quarter, text: t(listTexts.within, 90) },
    { id: year, text: t(listTexts.withinYear) },
  ]
  const other = chosen && !known.some(({ id }) => id === chosen)
  return other ? [...known, { id: chosen, text: chosen }] : known
}

const sinceText = (t: T, since: string, today: Day) =>
  t(listTexts.daysAgo, daysBetween(dayOf(new Date(since)), today))

/** What the chips hold, from what the address holds. */
export const chipValues = (search: DevicesSearch): Record<string, readonly string[]> =>
  Object.fromEntries(
    setFilters(search).map((name) => {
      const value = search[name]
      return [name, typeof value === 'string' ? [value] : value]
    }),
  )

const severals: readonly FilterName[] = ['status', 'kind', 'dataState', 'grade']

/** What the address holds, from what a chip holds. */
export const chipChange = (name: string, values: readonly string[]): Partial<DevicesSearch> => ({
  [name]: severals.includes(name as FilterName) ? values : (values[0] ?? ''),
})
