// Warranty cases, as buyer and as seller.
import type { Static } from 'typebox'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import type { WarrantyCase } from '../api/warranty.ts'
import { caseStates } from '../rules/warranty.ts'
import { purchaseTexts } from '../texts/shop.ts'
import { caseTexts as texts } from '../texts/warranty.ts'
import { caseStateTexts } from '../texts/words.ts'
import { api } from './api.ts'
import { casesSearch } from './search.ts'

type Row = Static<typeof WarrantyCase>

export default function CasesPage() {
  const t = useText()
  const [{ state }] = useSearch(casesSearch)
  const list = usePages(api.listCases, { query: { ...(state && { state }), limit: 100 } })
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      <SavedViews
        current={state || 'all'}
        views={[
          { id: 'all', text: t(texts.all), href: '/warranty-cases' },
          ...caseStates.map((id) => ({
            id,
            text: t(caseStateTexts[id]),
            href: hrefOf('/warranty-cases', casesSearch, { state: id }),
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
        hrefOf={(row) => `/warranty-cases/${row.id}`}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : state ? (
            <EmptyState act={<LinkButton href="/warranty-cases">{t(texts.showAll)}</LinkButton>}>
              {t(texts.nothingFits)}
            </EmptyState>
          ) : (
            <EmptyState act={<LinkButton href="/purchases">{t(texts.toPurchases)}</LinkButton>}>
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
  const { dayOf } = useFormat()
  return [
    { id: 'number', text: t(texts.number), width: 120, grow: 0, cell: (row) => row.number },
    {
      id: 'state',
      text: t(texts.state),
      width: 140,
      need: 1,
      phone: 'end',
      cell: (row) => t(caseStateTexts[row.state]),
    },
    {
      id: 'device',
      text: t(texts.device),
      width: 170,
      phone: 'second',
      cell: (row) => `${row.maker} ${row.model}`,
    },
    {
      id: 'fault',
      text: t(texts.fault),
      width: 200,
      grow: 2,
      phone: 'third',
      cell: (row) => row.fault,
    },
    {
      id: 'other',
      text: t(texts.other),
      width: 150,
      cell: (row) =>
        row.side === 'buyer'
          ? t(purchaseTexts.buysFrom, row.seller.name ?? '')
          : t(purchaseTexts.sellsTo, row.buyer.name ?? ''),
    },
    {
      id: 'opened',
      text: t(texts.opened),
      width: 96,
      grow: 0,
      need: 3,
      cell: (row) => dayOf(row.openedAt),
    },
  ]
}
