// Logs in, and what waits: devices to erase, results to review, to match, and refused ones.
import { useMemo } from 'react'
import type { Static } from 'typebox'
import type { Output } from '../../../core/endpoint.ts'
import type { Language } from '../../../core/text.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useLanguage, type Translate } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as devices, type ListedDevice } from '../../devices/api.ts'
import { allows, deviceStatuses } from '../../devices/rules/status.ts'
import { kindTexts } from '../../devices/texts.ts'
import { resultsApi } from '../api/results.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { rulesTexts } from '../texts/rules.ts'
import { stationTexts } from '../texts/stations.ts'
import { deviceName, reasonLine } from './result-words.ts'
import { erasureSearch, erasureViews, type ErasureView } from './search.ts'
import { Upload } from './Upload.tsx'

export default function ErasurePage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const [{ view }] = useSearch(erasureSearch)
  const counts = useEndpoint(resultsApi.countErasures, {}).data
  const countOf = (of: ErasureView) =>
    of === 'toErase' || of === 'sample' ? counts?.[of] : counts?.results[of]
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        acts={
          <>
            <LinkButton href="/erasure/stations">{t(stationTexts.title)}</LinkButton>
            <LinkButton href="/erasure/rules">{t(rulesTexts.title)}</LinkButton>
          </>
        }
      />
      {may('erasure.record') && <Upload />}
      <div style={{ height: 40 }} />
      <SavedViews
        current={view}
        views={erasureViews.map((id) => ({
          id,
          text: t(texts.views[id]),
          href: hrefOf('/erasure', erasureSearch, { view: id }),
          count: countOf(id),
        }))}
      />
      {view === 'toErase' ? (
        <ToErase total={counts?.toErase} mediaMissing={counts?.mediaMissing ?? 0} />
      ) : (
        <Results key={view} state={view} total={countOf(view)} />
      )}
    </>
  )
}

type DeviceRow = Static<typeof ListedDevice>
const erasable = deviceStatuses.filter((status) => allows({ id: '', status }, 'erase').ok)

function ToErase(props: { readonly total: number | undefined; readonly mediaMissing: number }) {
  const { t, language } = useLanguage()
  const { num } = useFormat()
  const { organisation } = useSession()
  const list = usePages(devices.listDevices, {
    query: {
      status: erasable,
      dataState: 'holdsData',
      ...(organisation && { custodianId: organisation.id }),
    },
  })
  const columns = useMemo(() => deviceColumns(t, language), [t, language])
  return (
    <>
      <Refusal problem={list.problem} />
      {props.mediaMissing > 0 && (
        <div style={{ padding: '16px 0 8px' }}>
          <Notice>{t(texts.mediaMissing, num(props.mediaMissing))}</Notice>
        </div>
      )}
      {!list.problem && (
        <DataTable
          label={t(texts.views.toErase)}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={deviceName}
          hrefOf={({ id }) => `/erasure/devices/${id}`}
          total={props.total}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          empty={<EmptyState>{t(texts.empty.toErase)}</EmptyState>}
        />
      )}
    </>
  )
}

const deviceColumns = (t: Translate, language: Language): readonly Column<DeviceRow>[] => [
  {
    id: 'device',
    text: t(texts.device),
    width: 130,
    cell: (row) => <Serial>{deviceName(row)}</Serial>,
  },
  {
    id: 'model',
    text: t(texts.model),
    width: 180,
    phone: 'second',
    cell: ({ maker, model }) => `${maker} ${model}`,
  },
  { id: 'kind', text: t(texts.kind), need: 3, cell: ({ kind }) => t(kindTexts[kind]) },
  {
    id: 'status',
    text: t(texts.status),
    phone: 'end',
    cell: ({ status }) => <Status status={status} language={language} />,
  },
  { id: 'owner', text: t(texts.owner), phone: 'third', cell: ({ owner }) => owner?.name },
  {
    id: 'since',
    text: t(texts.since),
    width: 100,
    phone: 'second-end',
    cell: ({ statusSince }) => <Instant at={statusSince} only="day" />,
  },
]

type ResultRow = Output<typeof resultsApi.listResults>['items'][number]

function Results(props: {
  readonly state: Exclude<ErasureView, 'toErase'>
  readonly total: number | undefined
}) {
  const { t } = useLanguage()
  const query =
    props.state === 'sample'
      ? { state: 'awaitingReview' as const, drawn: true }
      : { state: props.state }
  const list = usePages(resultsApi.listResults, { query })
  const columns = useMemo(() => resultColumns(t, props.state), [t, props.state])
  return (
    <>
      <Refusal problem={list.problem} />
      {!list.problem && (
        <DataTable
          label={t(texts.views[props.state])}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={({ serial }) => serial ?? t(texts.noSerial)}
          hrefOf={({ id }) => `/erasure/results/${id}`}
          total={props.total}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          empty={<EmptyState>{t(texts.empty[props.state])}</EmptyState>}
        />
      )}
    </>
  )
}

const resultColumns = (t: Translate, state: ErasureView): readonly Column<ResultRow>[] => [
  {
    id: 'drive',
    text: t(texts.drive),
    width: 160,
    cell: ({ serial }) => (serial ? <Serial>{serial}</Serial> : t(texts.noSerial)),
  },
  {
    id: 'device',
    text: t(texts.device),
    width: 150,
    phone: 'second',
    cell: ({ device }) => (device ? deviceName(device) : t(texts.noDevice)),
  },
  ...(state === 'issued'
    ? [
        {
          id: 'certificate',
          text: t(resultTexts.certificate),
          phone: 'third' as const,
          cell: ({ certificate }: ResultRow) => certificate?.number,
        },
        {
          id: 'method',
          text: t(texts.method),
          cell: ({ method }: ResultRow) => method,
        },
      ]
    : [
        {
          id: 'why',
          text: t(texts.why),
          width: 320,
          grow: 3,
          need: 1 as const,
          phone: 'third' as const,
          cell: (row: ResultRow) => <span className="muted">{reasonLine(row.reasons, t)}</span>,
        },
      ]),
  {
    id: 'tool',
    text: t(texts.tool),
    need: 3,
    width: 100,
    cell: ({ tool, toolVersion }) => [tool, toolVersion].filter(Boolean).join(' '),
  },
  {
    id: 'recorded',
    text: t(texts.recorded),
    width: 130,
    phone: 'second-end',
    cell: ({ recordedAt }) => <Instant at={recordedAt} />,
  },
  {
    id: 'by',
    text: t(texts.recordedBy),
    need: 3,
    cell: ({ recordedBy }) => recordedBy?.name,
  },
]
