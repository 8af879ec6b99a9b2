// What waits for the grading bench, and what has come from it.
import { useMemo } from 'react'
import type { Static } from 'typebox'
import { dayOf, daysBetween } from '../../../core/dates.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useLanguage, type Translate } from '../../../web/kit/language.tsx'
import type { Language } from '../../../core/text.ts'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { oneOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useTableChoices, type Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { TableTools } from '../../../web/kit/table/TableTools.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as devices, type ListedDevice } from '../../devices/api.ts'
import { dataStateTexts, kindTexts } from '../../devices/texts.ts'
import { gradingTexts as texts } from '../texts/pages.ts'
import { queueFilters } from './queue.ts'

type Row = Static<typeof ListedDevice>
const shape = { view: oneOf(['queue', 'graded'], 'queue') }
/** A week on the shelf is longer than the promise to the owner allows for. */
const LONG_DAYS = 7

export default function QueuePage() {
  const { t, language } = useLanguage()
  const { organisation, may } = useSession()
  const [{ view }] = useSearch(shape)
  const [choices, choose] = useTableChoices('grading')
  const query = queueFilters(view, organisation?.id)
  const list = usePages(devices.listDevices, { query })
  const count = (of: typeof view) =>
    useEndpoint(devices.countDevices, { query: queueFilters(of, organisation?.id) }).data?.total
  const counts = { queue: count('queue'), graded: count('graded') }
  const columns = useMemo(() => columnsOf(view, t, language), [view, t, language])
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={
          may('grading.grade') && (
            <LinkButton kind="primary" href="/grading/bench">
              {t(texts.toBench)}
            </LinkButton>
          )
        }
      />
      <SavedViews
        current={view}
        views={[
          { id: 'queue', text: t(texts.viewQueue), href: '/grading', count: counts.queue },
          {
            id: 'graded',
            text: t(texts.viewGraded),
            href: '/grading?view=graded',
            count: counts.graded,
          },
        ]}
      />
      <TableTools
        columns={columns}
        choices={choices}
        onChoose={choose}
        downloadHref={`${addressOf(devices.listDevices, { query })}&format=csv`}
      />
      <Refusal problem={list.problem} />
      {!list.problem && (
        <DataTable
          label={t(view === 'queue' ? texts.viewQueue : texts.viewGraded)}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={nameOf}
          hrefOf={({ id }) => `/grading/devices/${id}`}
          total={counts[view]}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          choices={choices}
          empty={<Empty view={view} />}
        />
      )}
    </>
  )
}

const nameOf = (row: Row) => row.serialNumber ?? row.assetTag ?? row.model

function Empty({ view }: { readonly view: 'queue' | 'graded' }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const onward =
    view === 'queue'
      ? { href: '/erasure', text: texts.toErasure, permission: 'erasure.see' as const }
      : { href: '/outcomes', text: texts.toOutcomes, permission: 'disposition.see' as const }
  return (
    <EmptyState
      act={may(onward.permission) && <LinkButton href={onward.href}>{t(onward.text)}</LinkButton>}
    >
      {t(view === 'queue' ? texts.emptyQueue : texts.emptyGraded)}
    </EmptyState>
  )
}

function columnsOf(
  view: 'queue' | 'graded',
  t: Translate,
  language: Language,
): readonly Column<Row>[] {
  const today = dayOf(new Date())
  const days = (row: Row) => daysBetween(dayOf(new Date(row.statusSince)), today)
  return [
    {
      id: 'device',
      text: t(texts.serial),
      width: 130,
      cell: (row) => <Serial>{nameOf(row)}</Serial>,
    },
    {
      id: 'model',
      text: t(texts.model),
      width: 180,
      phone: 'second',
      cell: ({ maker, model }) => `${maker} ${model}`,
    },
    { id: 'kind', text: t(texts.kind), need: 3, cell: ({ kind }) => t(kindTexts[kind]) },
    view === 'graded'
      ? {
          id: 'grade',
          text: t(texts.grade),
          width: 60,
          grow: 0,
          phone: 'end',
          cell: ({ grade }) => <b>{grade}</b>,
        }
      : {
          id: 'status',
          text: t(texts.status),
          phone: 'end',
          cell: ({ status }) => <Status status={status} language={language} />,
        },
    {
      id: 'data',
      text: t(texts.data),
      width: 150,
      need: 3,
      cell: ({ dataState }) => <span className="muted">{t(dataStateTexts[dataState])}</span>,
    },
    { id: 'owner', text: t(texts.owner), phone: 'third', cell: ({ owner }) => owner?.name },
    {
      id: 'since',
      text: t(texts.since),
      width: 210,
      phone: 'second-end',
      cell: (row) => (
        <>
          <Instant at={row.statusSince} only="day" />{' '}
          {view === 'queue' && days(row) > LONG_DAYS && <Flag>{t(texts.waited, days(row))}</Flag>}
        </>
      ),
    },
  ]
}
