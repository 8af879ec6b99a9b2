// One's own listings: up for sale, kept for somebody, sold, or taken down.
import type { Static } from 'typebox'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../../web/kit/use-endpoint.ts'
import type { OwnListing } from '../../api/stock.ts'
import { stockTexts as texts } from '../../texts/seller.ts'
import { api } from '../api.ts'
import type { stockViews } from '../search.ts'
import { nameOf } from './stocked.ts'

type Row = Static<typeof OwnListing>
type View = Exclude<(typeof stockViews)[number], ''>

const queryOf = (view: View) =>
  view === 'listed'
    ? { state: view, kept: false }
    : view === 'kept'
      ? { state: 'listed' as const, kept: true }
      : { state: view }

export function Listed({ view }: { readonly view: View }) {
  const t = useText()
  const list = usePages(api.listListings, { query: { ...queryOf(view), limit: 100 } })
  return (
    <>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts[view])}
        columns={useColumns()}
        rows={list.rows}
        idOf={({ listingId }) => listingId}
        nameOf={nameOf}
        hrefOf={({ listingId, purchaseId, kept }) =>
          kept && purchaseId ? `/purchases/${purchaseId}` : `/shop/${listingId}`
        }
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : (
            <EmptyState act={<LinkButton href="/shop-stock">{t(texts.toStock)}</LinkButton>}>
              {t(texts.emptyListed)}
            </EmptyState>
          )
        }
      />
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useText()
  const { num, ore, dayOf } = useFormat()
  return [
    { id: 'device', text: t(texts.device), width: 120, cell: nameOf },
    {
      id: 'model',
      text: t(texts.model),
      width: 180,
      grow: 2,
      phone: 'second',
      cell: (one) => `${one.maker} ${one.model}`,
    },
    { id: 'grade', text: t(texts.grade), width: 60, grow: 0, need: 1, cell: (one) => one.grade },
    {
      id: 'warranty',
      text: t(texts.warranty),
      width: 80,
      grow: 0,
      number: true,
      cell: (one) => t(texts.months, one.warrantyMonths),
    },
    {
      id: 'pictures',
      text: t(texts.pictures),
      width: 64,
      grow: 0,
      number: true,
      need: 3,
      cell: (one) => num(one.photos),
    },
    {
      id: 'price',
      text: t(texts.price),
      width: 110,
      grow: 0,
      number: true,
      need: 1,
      phone: 'end',
      cell: (one) => ore(one.priceOre),
    },
    {
      id: 'published',
      text: t(texts.published),
      width: 96,
      grow: 0,
      phone: 'third',
      cell: (one) => dayOf(one.publishedAt),
    },
  ]
}
