// Everybody of the organisation, by name, and what each may do.
import '../organisation/organisation.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import '../../../../web/kit/field/field.css'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { PageHead } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useEndpoint, usePages } from '../../../../web/kit/use-endpoint.ts'
import { Day } from '../../../../web/kit/values.tsx'
import { api } from '../../api/organisation.ts'
import { roleTexts } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { NotMine } from '../NotMine.tsx'
import { AddPerson } from './AddPerson.tsx'
import { peopleSearch } from './address.ts'
import { ChangePerson } from './ChangePerson.tsx'

type Person = Output<typeof api.listPeople>['items'][number]

export default function PeoplePage() {
  const t = useText()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  return (
    <>
      <PageHead
        title={t(texts.people)}
        lead={t(texts.peopleLead)}
        acts={
          may('people.manage') && (
            <Button icon={Plus} onPress={() => setAdding(true)}>
              {t(texts.addPerson)}
            </Button>
          )
        }
      />
      <p role="status" className="muted">
        {added && t(texts.added, added)}
      </p>
      {may('people.see') ? <People /> : <NotMine />}
      {adding && <AddPerson onAdded={setAdded} onClose={() => setAdding(false)} />}
    </>
  )
}

function People() {
  const t = useText()
  const [{ q }, setSearch] = useSearch(peopleSearch)
  const query = q.trim()
  const pages = usePages(api.listPeople, { query: { limit: 200, ...(query && { q: query }) } })
  const { may } = useSession()
  const [changed, change] = useState<Person | null>(null)
  const columns = useColumns(may('people.manage') ? change : null)
  if (pages.problem) return <Refusal problem={pages.problem} />
  return (
    <div className="people">
      <label className="field">
        <span className="label">{t(texts.search)}</span>
        <input
          type="search"
          className="input"
          value={q}
          onChange={(event) => setSearch({ q: event.target.value }, { replace: true })}
        />
      </label>
      <DataTable
        label={t(texts.people)}
        columns={columns}
        rows={pages.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.name}
        hrefOf={(row) => `/devices?holderId=${row.id}`}
        hasMore={pages.hasMore}
        loadMore={pages.loadMore}
        waiting={pages.waiting}
        stale={pages.stale}
        empty={
          query ? (
            <EmptyState
              act={<Button onPress={() => setSearch({ q: '' })}>{t(texts.clearSearch)}</Button>}
            >
              {t(texts.peopleNone, query)}
            </EmptyState>
          ) : (
            <EmptyState>{t(texts.peopleEmpty)}</EmptyState>
          )
        }
      />
      {changed && <ChangePerson person={changed} onClose={() => change(null)} />}
    </div>
  )
}

function useColumns(change: ((person: Person) => void) | null): readonly Column<Person>[] {
  const t = useText()
  const { list } = useFormat()
  const units = useEndpoint(api.listUnits, {}).data?.items
  const unitName = (id: string | null) => units?.find((unit) => unit.id === id)?.name
  return [
    { id: 'name', text: t(texts.name), width: 180, cell: (row) => row.name },
    {
      id: 'unit',
      text: t(texts.belongsTo),
      width: 180,
      phone: 'second',
      cell: (row) =>
        unitName(row.unitId) ?? <span className="muted">{t(texts.wholeOrganisation)}</span>,
    },
    {
      id: 'roles',
      text: t(texts.roles),
      width: 180,
      phone: 'third',
      cell: (row) => list(row.roles.map((role) => t(roleTexts[role]))),
    },
    {
      id: 'email',
      text: t(texts.email),
      width: 220,
      need: 3,
      cell: (row) => <span className="muted">{row.email ?? row.username}</span>,
    },
    {
      id: 'leaves',
      text: t(texts.leaves),
      grow: 0,
      width: 100,
      need: 3,
      phone: 'end',
      cell: (row) => row.leavesOn && <Day day={row.leavesOn} />,
    },
    ...(change
      ? [
          {
            id: 'change',
            text: t(texts.change),
            grow: 0,
            width: 92,
            need: 1 as const,
            phone: 'third' as const,
            cell: (row: Person) => (
              <Button small label={t(texts.changeWho, row.name)} onPress={() => change(row)}>
                {t(texts.change)}
              </Button>
            ),
          },
        ]
      : []),
  ]
}
