// Orders by state: whose, how much of it is new, and what it costs a month.
import { Plus } from 'lucide-react'
import type { Static } from 'typebox'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import type { OrderRow } from '../api/shapes.ts'
import { orderStates } from '../rules/orders.ts'
import { listTexts as texts } from '../texts/pages.ts'
import { orderStateTexts } from '../texts/words.ts'
import { api } from './api.ts'
import { ordersSearch } from './search.ts'

type Row = Static<typeof OrderRow>

export default function OrdersPage() {
  const t = useText()
  const { may } = useSession()
  const [{ state }] = useSearch(ordersSearch)
  const list = usePages(api.listOrders, { query: { ...(state && { state }), limit: 100 } })
  const { data } = useEndpoint(api.countOrders, {})
  const countOf = (wanted: string) =>
    data?.byState
      .filter((one) => !wanted || one.state === wanted)
      .reduce((sum, one) => sum + one.orders, 0)
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={
          may('ordering.order') && (
            <LinkButton kind="primary" icon={Plus} href="/orders/new">
              {t(texts.new)}
            </LinkButton>
          )
        }
      />
      <SavedViews
        current={state || 'all'}
        views={[
          { id: 'all', text: t(texts.all), href: '/orders', count: countOf('') },
          ...orderStates.map((id) => ({
            id,
            text: t(orderStateTexts[id]),
            href: hrefOf('/orders', ordersSearch, { state: id }),
            count: countOf(id),
          })),
        ]}
      />
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.title)}
        columns={columns}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        hrefOf={(row) => `/orders/${row.id}`}
        total={countOf(state)}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : state ? (
            <EmptyState act={<LinkButton href="/orders">{t(texts.clear)}</LinkButton>}>
              {t(texts.nothingFits)}
            </EmptyState>
          ) : (
            <EmptyState>{t(texts.empty)}</EmptyState>
          )
        }
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const { num, money, dayOf } = useFormat()
  return [
    { id: 'number', text: t(texts.number), width: 110, grow: 0, cell: (row) => row.number },
    {
      id: 'state',
      text: t(texts.state),
      width: 130,
      need: 1,
      phone: 'end',
      cell: (row) => t(orderStateTexts[row.state]),
    },
    {
      id: 'orderer',
      text: t(texts.orderer),
      width: 150,
      phone: 'third',
      cell: (row) => row.orderer.name ?? t(texts.somebody),
    },
    {
      id: 'unit',
      text: t(texts.unit),
      width: 150,
      phone: 'second',
      cell: (row) => row.unit?.name ?? '',
    },
    {
      id: 'needs',
      text: t(texts.needs),
      width: 64,
      grow: 0,
      number: true,
      cell: (row) => num(row.needs),
    },
    {
      id: 'new',
      text: t(texts.newNeeds),
      width: 108,
      grow: 0,
      number: true,
      need: 1,
      cell: (row) => num(row.newNeeds),
    },
    {
      id: 'month',
      text: t(texts.month),
      width: 120,
      number: true,
      phone: 'second-end',
      cell: (row) => (row.monthOre > 0 ? money({ amountOre: row.monthOre, currency: 'SEK' }) : ''),
    },
    {
      id: 'made',
      text: t(texts.made),
      width: 96,
      grow: 0,
      need: 3,
      cell: (row) => dayOf(row.madeAt),
    },
  ]
}
