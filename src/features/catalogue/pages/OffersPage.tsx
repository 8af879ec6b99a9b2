// Comparisons of offers, the latest first.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../devices/texts.ts'
import { comparisonsApi as api } from '../api/comparisons.ts'
import { offersTexts as texts } from '../texts/pages.ts'
import { NewComparison } from './offers/NewComparison.tsx'

type Row = Output<typeof api.listComparisons>['items'][number]

export default function OffersPage() {
  const t = useText()
  const { may } = useSession()
  const list = usePages(api.listComparisons, { query: { limit: 100 } })
  const [adding, add] = useState(false)
  const button = may('catalogue.compare') && (
    <Button kind="primary" icon={Plus} onPress={() => add(true)}>
      {t(texts.new)}
    </Button>
  )
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} acts={button} />
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.title)}
        columns={useColumns()}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.title}
        hrefOf={(row) => `/offer-comparisons/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={list.problem ? null : <EmptyState>{t(texts.empty)}</EmptyState>}
      />
      {adding && <NewComparison onClose={() => add(false)} />}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const { num, dayOf } = useFormat()
  return [
    { id: 'title', text: t(texts.comparison), width: 240, grow: 3, cell: (row) => row.title },
    {
      id: 'needs',
      text: t(texts.count),
      width: 180,
      phone: 'second',
      cell: (row) => t(texts.needs, num(row.deviceCount), t(kindTexts[row.kind])),
    },
    {
      id: 'offers',
      text: t(texts.offers),
      width: 80,
      number: true,
      phone: 'end',
      cell: (row) => num(row.offers),
    },
    { id: 'begun', text: t(texts.begun), width: 110, need: 3, cell: (row) => dayOf(row.madeAt) },
    {
      id: 'chosen',
      text: t(texts.chosen),
      width: 160,
      need: 1,
      phone: 'third',
      cell: (row) => row.chosenSupplier ?? t(texts.notChosen),
    },
  ]
}
