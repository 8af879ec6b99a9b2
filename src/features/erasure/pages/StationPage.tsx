// One station: who it is, whether its clock is right, what it has reported, and how it is revoked.
import './erasure.css'
import { useMemo, useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList, Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText, type Translate } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint, usePages } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { stationApi as api } from '../api/stations.ts'
import { pageTexts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { resultStateTexts } from '../texts/refusals.ts'
import { stationTexts as texts } from '../texts/stations.ts'
import { deviceName } from './result-words.ts'

type Station = Output<typeof api.getStation>
type Result = Output<typeof api.listStationResults>['items'][number]

/** A minute is more than any clock that follows a time server is off. */
const RIGHT_MS = 60_000

export default function StationPage() {
  const t = useText()
  const params = { stationId: useParam('stationId') }
  const { data, error } = useEndpoint(api.getStation, { params }, { keep: false })
  const up = { href: '/erasure/stations', text: t(texts.title) }
  if (error?.status === 404)
    return (
      <>
        <PageHead title={t(texts.station)} up={up} />
        <EmptyState>{t(texts.notFound)}</EmptyState>
      </>
    )
  if (!data) return error ? <Refusal problem={error} /> : <Skeleton lines={4} height={40} />
  return <Shown station={data} />
}

function Shown({ station }: { readonly station: Station }) {
  const t = useText()
  const { dayOf } = useFormat()
  const { may } = useSession()
  const [revoking, setRevoking] = useState(false)
  const { results } = station
  return (
    <>
      <PageHead
        title={station.name}
        lead={station.place}
        up={{ href: '/erasure/stations', text: t(texts.title) }}
        acts={
          may('erasure.review') &&
          !station.revokedAt && <Button onPress={() => setRevoking(true)}>{t(texts.revoke)}</Button>
        }
      />
      {station.revokedAt && (
        <Notice tone="warn">
          {t(
            texts.revokedOn,
            dayOf(station.revokedAt),
            station.revokedBy?.name ?? t(texts.somebody),
          )}
        </Notice>
      )}
      <Facts
        facts={[
          { name: t(texts.state), value: t(station.revokedAt ? texts.revoked : texts.inUse) },
          { name: t(texts.seen), value: <Instant at={station.seenAt} /> },
          { name: t(texts.clock), value: <Clock offsetMs={station.clockOffsetMs} /> },
          {
            name: t(texts.results),
            value: t(texts.resultsOf, results.issued, results.waiting, results.refused),
          },
        ]}
      />
      <Reported station={station} />
      <Section beside title={t(texts.station)} lead={t(texts.keyLead)}>
        <DefinitionList
          facts={[
            { name: t(texts.enrolledAt), value: <Instant at={station.enrolledAt} /> },
            {
              name: t(texts.enrolledBy),
              value: station.enrolledBy.name ?? t(texts.somebody),
            },
            { name: t(texts.zone), value: station.timeZone },
            { name: t(texts.software), value: station.software ?? '–' },
            { name: t(texts.key), value: <code className="hash">{station.keyFingerprint}</code> },
          ]}
        />
      </Section>
      {revoking && <RevokeDialog station={station} onClose={() => setRevoking(false)} />}
    </>
  )
}

/** Server minus station: a positive offset is a clock that is behind. */
function Clock({ offsetMs }: { readonly offsetMs: number }) {
  const t = useText()
  const { num } = useFormat()
  if (Math.abs(offsetMs) <= RIGHT_MS) return t(texts.clockRight)
  return t(texts.clockOff, num(Math.round(Math.abs(offsetMs) / 1000)), offsetMs < 0)
}

function Reported({ station }: { readonly station: Station }) {
  const t = useText()
  const list = usePages(api.listStationResults, { params: { stationId: station.id }, query: {} })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Section title={t(texts.results)}>
      <Refusal problem={list.problem} />
      {!list.problem && (
        <DataTable
          label={t(texts.results)}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={({ serial }) => serial ?? t(pageTexts.noSerial)}
          hrefOf={({ id }) => `/erasure/results/${id}`}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          empty={<EmptyState>{t(texts.noResults)}</EmptyState>}
        />
      )}
    </Section>
  )
}

const columnsOf = (t: Translate): readonly Column<Result>[] => [
  {
    id: 'drive',
    text: t(pageTexts.drive),
    width: 160,
    cell: ({ serial }) => (serial ? <Serial>{serial}</Serial> : t(pageTexts.noSerial)),
  },
  {
    id: 'device',
    text: t(pageTexts.device),
    width: 140,
    phone: 'second',
    cell: ({ device }) => (device ? deviceName(device) : t(pageTexts.noDevice)),
  },
  {
    id: 'state',
    text: t(resultTexts.state),
    width: 170,
    phone: 'third',
    cell: ({ state }) => t(resultStateTexts[state]),
  },
  {
    id: 'certificate',
    text: t(resultTexts.certificate),
    width: 130,
    phone: 'end',
    cell: ({ certificate }) => certificate?.number,
  },
  { id: 'method', text: t(pageTexts.method), need: 3, cell: ({ method }) => method },
  {
    id: 'recorded',
    text: t(pageTexts.recorded),
    width: 140,
    phone: 'second-end',
    cell: ({ recordedAt }) => <Instant at={recordedAt} />,
  },
]

function RevokeDialog(props: { readonly station: Station; readonly onClose: () => void }) {
  const { station, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.revokeStation)
  const revoke = async () => {
    if (await act({ params: { stationId: station.id } })) onClose()
  }
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={t(texts.revokeAsk, station.name)}
      acts={
        <Button kind="primary" busy={busy} onPress={() => void revoke()}>
          {t(texts.revokeAct)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.revokeLead)}</p>
    </Dialog>
  )
}
