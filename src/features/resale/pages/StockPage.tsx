// The seller's side: what can be put up for sale, what is up, and what became of it.
import { useState } from 'react'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import type { BulkOutcome } from '../../../web/kit/table/SelectionBar.tsx'
import { stockTexts as texts } from '../texts/seller.ts'
import { stockSearch } from './search.ts'
import { Outcome } from './stock/Outcome.tsx'
import { api } from './api.ts'
import { Listed } from './stock/Listed.tsx'
import { PublishDialog } from './stock/PublishDialog.tsx'
import { ToPublish } from './stock/ToPublish.tsx'

export default function StockPage() {
  const t = useText()
  const [{ view }] = useSearch(stockSearch)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const views = [
    ['', texts.toPublish],
    ['listed', texts.listed],
    ['kept', texts.kept],
    ['sold', texts.sold],
    ['withdrawn', texts.withdrawn],
  ] as const
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={<LinkButton href="/price-lists">{t(texts.prices)}</LinkButton>}
      />
      <SavedViews
        current={view}
        views={views.map(([id, text]) => ({
          id,
          text: t(text),
          href: hrefOf('/shop-stock', stockSearch, { view: id }),
        }))}
      />
      {outcome && <Outcome outcome={outcome} />}
      {view === '' ? (
        <ToPublish source={api.listStock} dialog={PublishDialog} onDone={setOutcome} />
      ) : (
        <Listed view={view} />
      )}
    </>
  )
}
