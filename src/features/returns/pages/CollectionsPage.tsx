// Collections out and in, by state; the address says which.
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Filters } from '../../../web/kit/Filters.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { api } from './api.ts'
import { collectionStates, directions } from '../rules/states.ts'
import { collectionStateTexts } from '../texts.ts'
import { listTexts as texts } from '../texts/pages.ts'
import { OpenDiscrepancies } from './list/OpenDiscrepancies.tsx'
import { columnsOf } from './list/columns.tsx'
import { NewCollectionDialog } from './list/NewCollection.tsx'
import { collectionsSearch } from './list/search.ts'

export default function CollectionsPage() {
  const t = useText()
  const formats = useFormat()
  const { may } = useSession()
  const [search, setSearch] = useSearch(collectionsSearch)
  const { state, direction } = search
  const list = usePages(api.listCollections, {
    query: { ...(state && { state }), ...(direction && { direction }), limit: 100 },
  })
  const { data: counts } = useEndpoint(api.countCollections, {})
  const [asking, ask] = useState(false)
  const columns = useMemo(() => columnsOf(t, formats, { direction: true }), [t, formats])
  const inView = (wanted: string) =>
    counts?.byState
      .filter((one) => !direction || one.direction === direction)
      .filter((one) => !wanted || one.state === wanted)
      .reduce((sum, one) => sum + one.collections, 0)
  const newButton = may('returns.send') && (
    <Button kind="primary" icon={Plus} onPress={() => ask(true)}>
      {t(texts.new)}
    </Button>
  )
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} acts={newButton} />
      <OpenDiscrepancies />
      <SavedViews
        current={state || 'all'}
        views={[
          {
            id: 'all',
            text: t(texts.all),
            href: hrefOf('/collections', collectionsSearch, { direction }),
            count: inView(''),
          },
          ...collectionStates.map((id) => ({
            id,
            text: t(collectionStateTexts[id]),
            href: hrefOf('/collections', collectionsSearch, { state: id, direction }),
            count: inView(id),
          })),
        ]}
      />
      <Filters
        filters={[
          {
            id: 'direction',
            text: t(texts.direction),
            single: true,
            options: directions.map((id) => ({ id, text: t(texts[id]) })),
          },
        ]}
        values={{ direction: direction ? [direction] : [] }}
        onChange={(_id, [chosen]) =>
          setSearch({ direction: chosen === 'out' || chosen === 'in' ? chosen : '' })
        }
        count={inView(state)}
      />
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.title)}
        columns={columns}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        hrefOf={(row) => `/collections/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting}
        stale={list.stale}
        empty={
          state || direction ? (
            <EmptyState act={<LinkButton href="/collections">{t(texts.clear)}</LinkButton>}>
              {t(texts.nothingFits)}
            </EmptyState>
          ) : (
            <EmptyState>{t(texts.empty)}</EmptyState>
          )
        }
      />
      {asking && <NewCollectionDialog onClose={() => ask(false)} />}
    </>
  )
}
