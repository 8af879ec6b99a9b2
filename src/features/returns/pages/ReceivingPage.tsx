// Receiving by scanner: what came is counted against the delivery note, one device at a time.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { useLanguage } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { CameraScan } from '../../../web/kit/station/CameraScan.tsx'
import { DiscrepancyList } from '../../../web/kit/station/DiscrepancyList.tsx'
import { ScanField } from '../../../web/kit/station/ScanField.tsx'
import { ScanLog } from '../../../web/kit/station/ScanLog.tsx'
import { StationFrame } from '../../../web/kit/station/StationFrame.tsx'
import { Tally } from '../../../web/kit/station/Tally.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { useStandingPlace } from '../../custody/pages/stations/use-place.ts'
import { api } from './api.ts'
import { stationTexts as texts } from '../texts/stations.ts'
import type { WholeCollection } from './CollectionPage.tsx'
import { DecideDialog } from './one/DecideDialog.tsx'
import { useDetail } from './one/Discrepancies.tsx'
import { codeOf, type Discrepancy } from './one/discrepancy.ts'
import { lineName } from './one/Lines.tsx'
import { Candidates } from './stations/Candidates.tsx'
import { MarkMissingDialog } from './stations/MarkMissing.tsx'
import { useCount, type Count } from './stations/use-count.ts'
import { useReceivingWords } from './stations/receiving-words.ts'
import { useStation } from './stations/use-station.ts'

export default function ReceivingPage() {
  const { t, language } = useLanguage()
  const collectionId = useParam('collectionId')
  const { data: collection, error } = useEndpoint(api.getCollection, { params: { collectionId } })
  const place = useStandingPlace()
  const count = useCount(collectionId, collection?.discrepancies ?? [])
  const { tell, foresee } = useReceivingWords(count.lines)
  const station = useStation({
    act: 'receive',
    collectionId,
    at: place.id,
    tell,
    foresee,
    onAnswer: (_scan, answer) => {
      if (answer.outcome === 'match' && answer.device) count.receive(answer.device.deviceId)
      if (answer.outcome === 'extra') count.note(answer)
    },
  })
  const cells = count.cells(station.pending)
  const left = cells.filter(({ state }) => state === 'left')
  const [asking, ask] = useState<'mark' | 'close' | null>(null)
  const newest = count.cellOf(station.answer?.code ?? '')
  return (
    <StationFrame
      language={language}
      name={t(texts.receiving)}
      title={t(texts.receivingTitle, collection?.number ?? '')}
      facts={factsOf(collection, place.name, t)}
      queue={station.queue}
      leaveHref={`/collections/${collectionId}`}
      left={
        <>
          <ScanField
            language={language}
            onScan={station.onScan}
            answer={station.answer}
            beside={<CameraScan language={language} onScan={station.onScan} />}
          />
          <ScanLog language={language} scans={station.log} />
        </>
      }
      right={
        <>
          <Refusal problem={error} />
          <Candidates scanned={station.candidates} onChoose={station.choose} />
          <Tally language={language} cells={cells} newest={newest} />
          <Differences
            count={count}
            discrepancies={collection?.discrepancies ?? []}
            onKeepLooking={count.unmark}
          />
          {place.options.length > 1 && (
            <section className="station-part">
              <SelectField
                label={t(texts.place)}
                options={place.options}
                value={place.id}
                onChange={place.set}
              />
            </section>
          )}
          {asking === 'mark' && (
            <MarkMissingDialog
              lines={count.lines.filter((line) => left.some(({ id }) => id === line.deviceId))}
              onMark={count.mark}
              onClose={() => ask(null)}
            />
          )}
          {asking === 'close' && collection && (
            <CloseDialog collection={collection} count={count} onClose={() => ask(null)} />
          )}
        </>
      }
      acts={
        <>
          <Button
            cannot={left.length === 0 ? t(texts.markNothing) : null}
            onPress={() => ask('mark')}
          >
            {t(texts.markMissing)}
          </Button>
          <Button
            kind="primary"
            cannot={whyNotClose(collection, station.queue.waiting, left.length, t)}
            onPress={() => ask('close')}
          >
            {t(texts.close)}
          </Button>
        </>
      }
    />
  )
}

type T = ReturnType<typeof useLanguage>['t']

function factsOf(collection: WholeCollection | undefined, place: string | undefined, t: T) {
  const seals = collection?.packages.flatMap(({ seal }) => seal ?? []) ?? []
  return [
    { label: t(texts.collection), value: collection?.number ?? '' },
    { label: t(texts.from), value: collection?.sender.name ?? '', minor: true },
    { label: t(texts.packages), value: String(collection?.packages.length ?? 0), minor: true },
    ...(seals.length > 0
      ? [{ label: t(texts.seal), value: seals.slice(0, 3).join(', '), minor: true }]
      : []),
    ...(place ? [{ label: t(texts.place), value: place, minor: true }] : []),
  ]
}

function whyNotClose(
  collection: WholeCollection | undefined,
  waiting: number,
  left: number,
  t: T,
): string | null {
  if (!collection) return t(texts.notSent)
  if (collection.state === 'closed') return t(texts.closedAlready)
  if (collection.state === 'packing') return t(texts.notSent)
  if (waiting > 0) return t(texts.waits, waiting)
  return left > 0 ? t(texts.leftNeither, left) : null
}

/** What is not as the note says: marked here as missing, or told by the server. */
function Differences(props: {
  readonly count: Count
  readonly discrepancies: readonly Discrepancy[]
  readonly onKeepLooking: (deviceId: string) => void
}) {
  const { t } = useLanguage()
  const { may } = useSession()
  const detailOf = useDetail()
  const [deciding, decide] = useState<Discrepancy | null>(null)
  const { count, discrepancies } = props
  const open = discrepancies.filter(({ closedAt }) => closedAt === null)
  const known = new Set(open.map(({ code }) => code))
  return (
    <>
      <DiscrepancyList
        items={[
          ...count.marked.map((line) => ({
            id: line.deviceId,
            code: lineName(line),
            what: t(texts.isMissing),
            detail: [
              `${line.maker} ${line.model}.`,
              line.packageNumber && t(texts.packageIs, line.packageNumber),
            ]
              .filter(Boolean)
              .join(' '),
            act: (
              <Button
                label={t(texts.keepLookingFor, lineName(line))}
                onPress={() => props.onKeepLooking(line.deviceId)}
              >
                {t(texts.keepLooking)}
              </Button>
            ),
          })),
          ...open.map((one) => ({
            id: one.id,
            code: codeOf(one),
            what: t(one.kind === 'missing' ? texts.isMissing : texts.isExtra),
            detail: detailOf(one) || count.extraFacts(one.code),
            act: one.resolutions.length > 0 && may('returns.settle') && (
              <Button onPress={() => decide(one)}>{t(texts.decide)}</Button>
            ),
          })),
          // Just scanned: the server has it, the list here is not read anew yet.
          ...count.extras
            .filter(({ code }) => !known.has(code))
            .map(({ code, facts }) => ({ id: code, code, what: t(texts.isExtra), detail: facts })),
        ]}
      />
      {deciding && <DecideDialog discrepancy={deciding} onClose={() => decide(null)} />}
    </>
  )
}

function CloseDialog(props: {
  readonly collection: WholeCollection
  readonly count: Count
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.closeReceiving)
  const { collection, count } = props
  const received = count.lines.length - count.marked.length
  const close = async () => {
    const answer = await act({
      params: { collectionId: collection.id },
      body: { allMissing: received === 0 },
    })
    if (!answer) return
    count.forget()
    router.history.push(`/collections/${collection.id}`)
  }
  return (
    <Dialog
      open
      alert
      title={t(texts.closeTitle, count.marked.length)}
      onClose={props.onClose}
      acts={
        <Button kind="primary" busy={busy} onPress={() => void close()}>
          {t(texts.closeAct, received)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.closeHow, received, count.lines.length)}</p>
    </Dialog>
  )
}
