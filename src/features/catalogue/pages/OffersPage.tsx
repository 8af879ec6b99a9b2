// Comparisons of offers, the latest first.
import type { Output } from '../../../core/endpoint.ts'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../devices/texts.ts'
import { comparisonsApi as api } from '../api/comparisons.ts'
import { offersTexts as texts } from '../texts/pages.ts'
import { CatalogueList } from './CatalogueList.tsx'
import { NewComparison } from './offers/NewComparison.tsx'

type Row = Output<typeof api.listComparisons>['items'][number]

export default function OffersPage() {
  const t = useText()
  const { may } = useSession()
  const list = usePages(api.listComparisons, { query: { limit: 100 } })
  return (
    <CatalogueList
      title={t(texts.title)}
      lead={t(texts.lead)}
      adds={may('catalogue.compare') ? t(texts.new) : null}
      form={(close) => <NewComparison onClose={close} />}
      list={list}
      columns={useColumns()}
      nameOf={(row) => row.title}
      hrefOf={(row) => `/offer-comparisons/${row.id}`}
      empty={t(texts.empty)}
    />
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
