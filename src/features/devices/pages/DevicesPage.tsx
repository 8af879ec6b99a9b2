// The register: a question in the address, its answer as rows, and what can be done with them.
import './devices.css'
import { Download, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dayOf } from '../../../core/dates.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { Filters, type FilterDeclaration } from '../../../web/kit/Filters.tsx'
import { useKnownPages } from '../../../web/kit/known-pages.ts'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useTableChoices } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useSelection } from '../../../web/kit/table/selection.ts'
import { TableTools } from '../../../web/kit/table/TableTools.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { listTexts } from '../texts/pages.ts'
import { hiddenAtFirst, nameOf, useDeviceColumns } from './list/columns.tsx'
import { DeviceActs } from './list/DeviceActs.tsx'
import { chipChange, chipValues, useDeviceFilters } from './list/filters.ts'
import {
  devicesSearch,
  isGoing,
  queryOf,
  setFilters,
  sortOf,
  type DevicesSearch,
  type FilterName,
} from './list/search.ts'
import { useViews } from './list/views.ts'

const PAGE = 200
type SetSearch = ReturnType<typeof useSearch<typeof devicesSearch>>[1]

export default function DevicesPage() {
  const t = useText()
  const { organisation, may } = useSession()
  const [search, setSearch] = useSearch(devicesSearch)
  const today = dayOf(new Date())
  const query = queryOf(search)
  const partner = organisation?.kind === 'reusePartner'

  const pages = usePages(api.listDevices, {
    query: { ...query, ...sortOf(search.sort), limit: PAGE },
  })
  const counts = useEndpoint(api.countDevices, { query })
  const all = useEndpoint(api.countDevices, { query: queryOf({ scope: search.scope }) })
  const columns = useDeviceColumns(today)
  const [choices, choose] = useTableChoices('devices', hiddenAtFirst(partner))
  const filters = useDeviceFilters(search, today, pages.rows)
  const selection = useSelection()
  const { clear } = selection
  const asked = JSON.stringify(query)
  // A new question has other rows: what was chosen among the former ones is let go.
  useEffect(() => clear(), [asked, clear])

  const byEnd = search.sort.endsWith('endsOn') && !search.endsBefore
  const total = byEnd ? undefined : counts.data?.total
  const acts = may('custody.handOut') || may('custody.handIn')
  return (
    <>
      <PageHead title={t(listTexts.title)} acts={<Acts />} />
      <Views search={search} setSearch={setSearch} />
      <div className="listbar">
        <SearchInList search={search} setSearch={setSearch} />
        <Filters
          filters={filters}
          values={chipValues(search)}
          onChange={(id, values) => setSearch(chipChange(id, values))}
          count={counts.data?.total}
          total={all.data?.total}
          tools={
            <TableTools
              columns={columns}
              choices={choices}
              onChoose={choose}
              downloadHref={addressOf(api.listDevices, {
                query: { ...query, ...sortOf(search.sort), format: 'csv' } as object,
              })}
            />
          }
        />
      </div>
      {byEnd && <p className="note">{t(listTexts.onlyWithEnd)}</p>}
      <Refusal problem={pages.problem ?? counts.error} />
      <DataTable
        label={t(listTexts.title)}
        columns={columns}
        rows={pages.rows}
        total={total}
        hasMore={pages.hasMore}
        loadMore={pages.loadMore}
        waiting={pages.waiting && !pages.problem}
        stale={pages.stale}
        idOf={(row) => row.id}
        nameOf={nameOf}
        hrefOf={(row) => `/devices/${row.id}`}
        sort={search.sort}
        onSort={(sort) => setSearch({ sort: sort as DevicesSearch['sort'] })}
        selection={acts ? selection : undefined}
        choices={choices}
        empty={
          pages.problem ? null : (
            <Empty filters={filters} search={search} setSearch={setSearch} partner={partner} />
          )
        }
        foot={
          acts && (
            <DeviceActs
              selection={selection}
              total={counts.data?.total ?? pages.rows.length}
              rows={pages.rows}
              query={query}
            />
          )
        }
      />
    </>
  )
}

function Acts() {
  const t = useText()
  const { may } = useSession()
  const { known } = useKnownPages()
  return (
    <>
      {may('devices.import') && known('/devices/import') && (
        <LinkButton href="/devices/import" icon={Download}>
          {t(listTexts.import)}
        </LinkButton>
      )}
      {may('devices.register') && (
        <LinkButton href="/devices/new" icon={Plus}>
          {t(listTexts.newDevice)}
        </LinkButton>
      )}
    </>
  )
}

interface SearchProps {
  readonly search: DevicesSearch
  readonly setSearch: SetSearch
}

function Views({ search, setSearch }: SearchProps) {
  const t = useText()
  const views = useViews(search, dayOf(new Date()))
  const [naming, setNaming] = useState(false)
  const { current, changed } = views
  const canSave = changed || (current === null && setFilters(search).length > 0)
  return (
    <>
      <SavedViews
        views={views.shown}
        current={current?.id ?? null}
        changed={changed}
        {...(canSave && { onSave: () => setNaming(true) })}
      />
      {current?.own && !changed && (
        <p className="ownview">
          <Button
            kind="quiet"
            small
            onPress={() => {
              views.remove(current.id)
              setSearch({ view: '' })
            }}
          >
            {t(listTexts.removeView, current.text)}
          </Button>
        </p>
      )}
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onSave={(name) => {
            setSearch({ view: views.save(name) }, { replace: true })
            setNaming(false)
          }}
        />
      )}
    </>
  )
}

function NameView(props: {
  readonly onClose: () => void
  readonly onSave: (name: string) => void
}) {
  const t = useText()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t(listTexts.saveViewTitle)}
      acts={
        <Button kind="primary" type="submit" form="name-view">
          {t(listTexts.saveViewTitle)}
        </Button>
      }
    >
      <form
        id="name-view"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (name.trim()) props.onSave(name.trim())
        }}
      >
        <TextField
          label={t(listTexts.viewName)}
          hint={t(listTexts.viewNameHint)}
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          wrong={tried && !name.trim() ? t(listTexts.viewNameWrong) : null}
        />
      </form>
    </Dialog>
  )
}

/** Asks when one pauses, so that each letter is not a question of its own. */
const PAUSE_MS = 250

function SearchInList({ search, setSearch }: SearchProps) {
  const t = useText()
  const [typed, setTyped] = useState(search.q)
  useEffect(() => setTyped(search.q), [search.q])
  useEffect(() => {
    if (typed.trim() === search.q) return
    const pause = setTimeout(() => setSearch({ q: typed.trim() }, { replace: true }), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed, search.q, setSearch])
  return (
    <div className="listsearch" role="search">
      <TextField
        label={t(listTexts.search)}
        type="search"
        optional
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
    </div>
  )
}

function Empty(
  props: SearchProps & {
    readonly filters: readonly FilterDeclaration[]
    readonly partner: boolean
  },
) {
  const { filters, search, setSearch, partner } = props
  const t = useText()
  const set = setFilters(search)
  if (set.length === 0)
    return (
      <EmptyState act={<Acts />}>
        {t(partner ? listTexts.emptyPartner : listTexts.empty)}
      </EmptyState>
    )
  const said = set.map((name) => ({ name, text: saidOf(name, filters, search) }))
  return (
    <EmptyState
      act={
        <>
          {isGoing(search) && (
            <Button onPress={() => setSearch({ scope: 'all', view: '' })}>
              {t(listTexts.searchAll)}
            </Button>
          )}
          {said.length > 1 && (
            <Button onPress={() => setSearch(chipChange(said.at(-1)!.name, []))}>
              {t(listTexts.removeFilter, said.at(-1)!.text)}
            </Button>
          )}
          <LinkButton href="/devices" kind={said.length > 1 ? 'quiet' : 'plain'}>
            {t(listTexts.clearFilters)}
          </LinkButton>
        </>
      }
    >
      {t(listTexts.noMatch, said.map(({ text }) => text).join(', '))}
    </EmptyState>
  )
}

/** `Slag: telefon` */
function saidOf(name: FilterName, filters: readonly FilterDeclaration[], search: DevicesSearch) {
  const values = chipValues(search)[name] ?? []
  const filter = filters.find(({ id }) => id === name)
  if (!filter) return `”${values.join(' ')}”`
  const texts = values.map((id) => filter.options.find((one) => one.id === id)?.text ?? id)
  return `${filter.text}: ${texts.join(', ')}`
}
