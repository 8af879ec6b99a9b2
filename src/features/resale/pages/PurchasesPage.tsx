// What is bought and what is sold, by state.
import type { Static } from 'typebox'
import { sek } from '../../../core/money.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import type { PurchaseSummary } from '../api/purchases.ts'
import { purchaseStates } from '../rules/purchase.ts'
import { purchaseTexts as texts, shopTexts } from '../texts/shop.ts'
import { purchaseStateTexts } from '../texts/words.ts'
import { api } from './api.ts'
import { purchasesSearch } from './search.ts'

type Row = Static<typeof PurchaseSummary>

export default function PurchasesPage() {
  const t = useText()
  const [{ state }] = useSearch(purchasesSearch)
  const list = usePages(api.listPurchases, { query: { ...(state && { state }), limit: 100 } })
  const counts = useEndpoint(api.countPurchases, {}).data?.items
  const countOf = (wanted: string) =>
    counts
      ?.filter((one) => !wanted || one.state === wanted)
      .reduce((sum, one) => sum + one.purchases, 0)
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={<LinkButton href="/shop">{t(shopTexts.title)}</LinkButton>}
      />
      <SavedViews
        current={state || 'all'}
        views={[
          { id: 'all', text: t(texts.all), href: '/purchases', count: countOf('') },
          ...purchaseStates.map((id) => ({
            id,
            text: t(purchaseStateTexts[id]),
            href: hrefOf('/purchases', purchasesSearch, { state: id }),
            count: countOf(id),
          })),
        ]}
      />
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.title)}
        columns={useColumns()}
        rows={list.rows}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        hrefOf={(row) => `/purchases/${row.id}`}
        total={countOf(state)}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : state ? (
            <EmptyState act={<LinkButton href="/purchases">{t(texts.showAll)}</LinkButton>}>
              {t(texts.nothingFits)}
            </EmptyState>
          ) : (
            <EmptyState act={<LinkButton href="/shop">{t(shopTexts.title)}</LinkButton>}>
              {t(texts.empty)}
            </EmptyState>
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
    { id: 'number', text: t(texts.number), width: 120, grow: 0, cell: (row) => row.number },
    {
      id: 'state',
      text: t(texts.state),
      width: 120,
      need: 1,
      phone: 'end',
      cell: (row) => t(purchaseStateTexts[row.state]),
    },
    {
      id: 'other',
      text: t(texts.other),
      width: 200,
      grow: 2,
      phone: 'second',
      cell: (row) =>
        row.side === 'buyer'
          ? t(texts.buysFrom, row.seller.name ?? '')
          : t(texts.sellsTo, row.buyer.name ?? ''),
    },
    {
      id: 'devices',
      text: t(texts.devices),
      width: 80,
      grow: 0,
      number: true,
      cell: (row) => num(row.devices),
    },
    {
      id: 'sum',
      text: t(texts.sum),
      width: 140,
      number: true,
      phone: 'second-end',
      cell: (row) => money(sek(row.sum.totalOre)),
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
