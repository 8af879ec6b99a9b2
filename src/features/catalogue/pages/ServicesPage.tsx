// What the units can order, each with its price of today.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Static } from 'typebox'
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
import { servicesApi as api, type ServiceRow } from '../api/services.ts'
import { servicesTexts as texts } from '../texts/pages.ts'
import { AddService } from './services/AddService.tsx'

type Row = Static<typeof ServiceRow>

export default function ServicesPage() {
  const t = useText()
  const { may } = useSession()
  const list = usePages(api.listServices, { query: { limit: 100 } })
  const [adding, add] = useState(false)
  const button = may('catalogue.price') && (
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
        nameOf={(row) => row.name}
        hrefOf={(row) => `/services/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={list.problem ? null : <EmptyState>{t(texts.empty)}</EmptyState>}
      />
      {adding && <AddService onClose={() => add(false)} />}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const { money } = useFormat()
  return [
    { id: 'name', text: t(texts.name), width: 220, grow: 3, cell: (row) => row.name },
    {
      id: 'kind',
      text: t(texts.kind),
      width: 130,
      phone: 'second',
      cell: (row) => t(kindTexts[row.kind]),
    },
    {
      id: 'term',
      text: t(texts.term),
      width: 100,
      phone: 'second-end',
      cell: (row) => t(texts.months, row.termMonths),
    },
    {
      id: 'price',
      text: t(texts.price),
      width: 130,
      number: true,
      need: 1,
      phone: 'end',
      cell: (row) =>
        row.priceOre === null
          ? t(texts.noPrice)
          : money({ amountOre: row.priceOre, currency: 'SEK' }),
    },
    {
      id: 'next',
      text: t(texts.next),
      width: 120,
      need: 3,
      cell: (row) => row.nextPriceOn ?? '',
    },
  ]
}
