// What the units can order, each with its price of today.
import type { Static } from 'typebox'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../devices/texts.ts'
import { servicesApi as api, type ServiceRow } from '../api/services.ts'
import { servicesTexts as texts } from '../texts/pages.ts'
import { CatalogueList } from './CatalogueList.tsx'
import { servicesSearch } from './search.ts'
import { AddService } from './services/AddService.tsx'

type Row = Static<typeof ServiceRow>

export default function ServicesPage() {
  const t = useText()
  const { may } = useSession()
  const [{ closed }] = useSearch(servicesSearch)
  const list = usePages(api.listServices, { query: { limit: 100, ...(closed && { closed }) } })
  return (
    <CatalogueList
      title={t(texts.title)}
      lead={t(texts.lead)}
      adds={may('catalogue.price') ? t(texts.new) : null}
      form={(close) => <AddService onClose={close} />}
      list={list}
      columns={useColumns()}
      nameOf={(row) => row.name}
      hrefOf={(row) => `/services/${row.id}`}
      empty={t(texts.empty)}
      views={
        <SavedViews
          current={closed ? 'closed' : 'open'}
          views={[
            { id: 'open', text: t(texts.open), href: '/services' },
            {
              id: 'closed',
              text: t(texts.withClosed),
              href: hrefOf('/services', servicesSearch, { closed: true }),
            },
          ]}
        />
      }
    />
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
      cell: (row) =>
        row.closedOn ? `${t(texts.closedSince)} ${row.closedOn}` : (row.nextPriceOn ?? ''),
    },
  ]
}
