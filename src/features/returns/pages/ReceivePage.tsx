// What is on its way here, and what is being counted: the way to the receiving station.
import { useMemo } from 'react'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf } from '../../../web/kit/search.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { api } from './api.ts'
import { listTexts as texts } from '../texts/pages.ts'
import { columnsOf } from './list/columns.tsx'
import { collectionsSearch } from './list/search.ts'

export default function ReceivePage() {
  const t = useText()
  const formats = useFormat()
  const counting = usePages(api.listCollections, {
    query: { direction: 'in', state: 'receiving', limit: 100 },
  })
  const coming = usePages(api.listCollections, {
    query: { direction: 'in', state: 'sent', limit: 100 },
  })
  const columns = useMemo(() => columnsOf(t, formats, { direction: false }), [t, formats])
  const received = hrefOf('/collections', collectionsSearch, { direction: 'in', state: 'closed' })
  return (
    <>
      <PageHead
        title={t(texts.receivingTitle)}
        lead={t(texts.receivingLead)}
        acts={<LinkButton href={received}>{t(texts.received)}</LinkButton>}
      />
      <Refusal problem={counting.problem ?? coming.problem} />
      <DataTable
        label={t(texts.toReceive)}
        columns={columns}
        // Begun first: a pallet half counted is the one to go on with.
        rows={counting.hasMore ? counting.rows : [...counting.rows, ...coming.rows]}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        hrefOf={(row) => `/collections/${row.id}/receiving`}
        hasMore={counting.hasMore || coming.hasMore}
        loadMore={counting.hasMore ? counting.loadMore : coming.loadMore}
        waiting={counting.waiting || coming.waiting}
        empty={
          <EmptyState act={<LinkButton href="/collections">{t(texts.allCollections)}</LinkButton>}>
            {t(texts.emptyIn)}
          </EmptyState>
        }
      />
    </>
  )
}
