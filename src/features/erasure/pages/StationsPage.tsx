// The stations of the house: where each stands, when it was last heard of, what has come of it.
import './erasure.css'
import { useMemo } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Copy } from '../../../web/kit/Copy.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useText, type Translate } from '../../../web/kit/language.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { stationApi as api } from '../api/stations.ts'
import { pageTexts } from '../texts/pages.ts'
import { stationTexts as texts } from '../texts/stations.ts'

type Row = Output<typeof api.listStations>['items'][number]

export default function StationsPage() {
  const t = useText()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(api.listStations, {})
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={{ href: '/erasure', text: t(pageTexts.title) }}
      />
      <Refusal problem={error} />
      {!error && (
        <DataTable
          label={t(texts.title)}
          columns={columns}
          rows={data?.items ?? []}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          hrefOf={({ id }) => `/erasure/stations/${id}`}
          waiting={isPending}
          empty={<EmptyState>{t(texts.empty)}</EmptyState>}
        />
      )}
      {may('erasure.review') && <HowToEnrol />}
    </>
  )
}

function HowToEnrol() {
  const t = useText()
  const command = `sudo omlopp station enrol --server ${location.origin} --token ${t(texts.token)} --name "${t(texts.exampleName)}"`
  return (
    <Section beside title={t(texts.enrolTitle)} lead={t(texts.enrolLead)}>
      <div className="commandline">
        <code>{command}</code>
        <Copy text={command} />
      </div>
    </Section>
  )
}

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  { id: 'name', text: t(texts.name), width: 150, cell: ({ name }) => name },
  {
    id: 'place',
    text: t(texts.place),
    width: 150,
    phone: 'second',
    cell: ({ place }) => place,
  },
  {
    id: 'seen',
    text: t(texts.seen),
    width: 150,
    phone: 'second-end',
    cell: ({ seenAt }) => <Instant at={seenAt} />,
  },
  {
    id: 'results',
    text: t(texts.results),
    width: 240,
    grow: 2,
    phone: 'third',
    cell: ({ results }) => t(texts.resultsOf, results.issued, results.waiting, results.refused),
  },
  {
    id: 'state',
    text: t(texts.state),
    width: 110,
    phone: 'end',
    cell: ({ revokedAt }) =>
      revokedAt ? <Flag>{t(texts.revoked)}</Flag> : <span>{t(texts.inUse)}</span>,
  },
]
