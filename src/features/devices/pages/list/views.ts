// The views of the list: those everybody needs, and those a reader has saved in this browser.
import { useCallback, useMemo, useState } from 'react'
import type { Day } from '../../../../core/dates.ts'
import { hrefOf } from '../../../../web/kit/search.ts'
import { useText } from '../../../../web/kit/language.tsx'
import type { SavedView } from '../../../../web/kit/SavedViews.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { api } from '../../api.ts'
import { dueBefore } from '../../rules/due.ts'
import { goingStatuses, type DeviceStatus } from '../../rules/status.ts'
import { listTexts } from '../../texts/pages.ts'
import { devicesSearch, queryOf, sameFilters, setFilters, type DevicesSearch } from './search.ts'

export interface View {
  readonly id: string
  readonly text: string
  readonly search: Partial<DevicesSearch>
  readonly own?: boolean
}

const KEY = 'omlopp-device-views'

/** Views of the organisation that the reader works for: ids of one mean nothing to another. */
function useOwnViews() {
  const { organisation } = useSession()
  const key = `${KEY}-${organisation?.id ?? ''}`
  const [views, setViews] = useState<readonly View[]>(() => keptIn(key))
  const keep = useCallback(
    (next: readonly View[]) => {
      localStorage.setItem(key, JSON.stringify(next))
      setViews(next)
    },
    [key],
  )
  return [views, keep] as const
}

function keptIn(key: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as View[]) : []
  } catch {
    return []
  }
}

export function useViews(search: DevicesSearch, today: Day) {
  const t = useText()
  const { organisation } = useSession()
  const partner = organisation?.kind === 'reusePartner'
  const [own, keepOwn] = useOwnViews()
  const builtIn = useMemo<readonly View[]>(
    () => (partner ? partnerViews(t) : userViews(t, today)),
    [partner, t, today],
  )
  const views = [...builtIn, ...own.map((view) => ({ ...view, own: true }))]
  const counts = useViewCounts(today, partner)
  const current =
    views.find(({ id }) => id === search.view) ??
    views.find((view) => sameFilters(view.search, search)) ??
    null
  const changed = current !== null && !sameFilters(current.search, search)
  return {
    current,
    changed,
    shown: views.map((view): SavedView => ({
      id: view.id,
      text: view.text,
      href: hrefOf('/devices', devicesSearch, { ...view.search, view: view.id }),
      count: counts(view.id),
    })),
    save: (text: string): string => {
      const id = crypto.randomUUID()
      const kept = Object.fromEntries(setFilters(search).map((name) => [name, search[name]]))
      const { scope, sort } = search
      keepOwn([...own, { id, text, search: { ...kept, scope, sort } }])
      return id
    },
    remove: (id: string) => keepOwn(own.filter((view) => view.id !== id)),
  }
}

type T = ReturnType<typeof useText>
const userViews = (t: T, today: Day): readonly View[] => [
  { id: 'going', text: t(listTexts.viewGoing), search: {} },
  { id: 'all', text: t(listTexts.viewAll), search: { scope: 'all' } },
  {
    id: 'due',
    text: t(listTexts.viewDue),
    search: { endsBefore: dueBefore(today), sort: 'endsOn' },
  },
  { id: 'unconfirmed', text: t(listTexts.viewUnconfirmed), search: { status: ['handedOut'] } },
  { id: 'handedIn', text: t(listTexts.viewHandedIn), search: { status: ['handedIn'] } },
  { id: 'partnerData', text: t(listTexts.viewPartnerData), search: withPartner },
  { id: 'pool', text: t(listTexts.viewPool), search: { status: ['pool'] } },
  { id: 'lost', text: t(listTexts.viewLost), search: { status: ['missing', 'stolen'] } },
]
const withPartner = { status: ['sent', 'received'], dataState: ['holdsData'] } as const

const partnerViews = (t: T): readonly View[] => [
  { id: 'going', text: t(listTexts.viewGoing), search: {} },
  { id: 'all', text: t(listTexts.viewAll), search: { scope: 'all' } },
  { id: 'coming', text: t(listTexts.viewComing), search: { status: ['sent'] } },
  { id: 'toErase', text: t(listTexts.viewToErase), search: { status: ['received'] } },
  { id: 'toGrade', text: t(listTexts.viewToGrade), search: { status: ['erased'] } },
  { id: 'toDecide', text: t(listTexts.viewToDecide), search: { status: ['graded'] } },
  { id: 'pool', text: t(listTexts.viewPool), search: { status: ['pool'] } },
]

/** One count by status answers for every view of statuses alone; the other two ask for themselves. */
function useViewCounts(today: Day, partner: boolean) {
  const all = useEndpoint(api.countDevices, { query: {} }).data
  const due = useEndpoint(
    api.countDevices,
    { query: { endsBefore: dueBefore(today) } },
    { enabled: !partner },
  ).data
  const data = useEndpoint(
    api.countDevices,
    { query: queryOf(withPartner) },
    { enabled: !partner },
  ).data
  const of = (...statuses: readonly DeviceStatus[]) =>
    all?.byStatus.reduce((sum, row) => sum + (statuses.includes(row.status) ? row.count : 0), 0)
  const counts: Readonly<Record<string, () => number | undefined>> = {
    going: () => of(...goingStatuses),
    all: () => all?.total,
    due: () => due?.total,
    unconfirmed: () => of('handedOut'),
    handedIn: () => of('handedIn'),
    partnerData: () => data?.total,
    pool: () => of('pool'),
    lost: () => of('missing', 'stolen'),
    coming: () => of('sent'),
    toErase: () => of('received'),
    toGrade: () => of('erased'),
    toDecide: () => of('graded'),
  }
  return (id: string) => counts[id]?.()
}
