// Packing by scanner: each device into the package that stands open. What is scanned is never lost.
import { PackagePlus, Stamp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { useLanguage } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { BigChoice } from '../../../web/kit/station/BigChoice.tsx'
import { CameraScan } from '../../../web/kit/station/CameraScan.tsx'
import { DiscrepancyList } from '../../../web/kit/station/DiscrepancyList.tsx'
import { ScanField } from '../../../web/kit/station/ScanField.tsx'
import { ScanLog } from '../../../web/kit/station/ScanLog.tsx'
import { StationFrame } from '../../../web/kit/station/StationFrame.tsx'
import { Tally } from '../../../web/kit/station/Tally.tsx'
import { useKept } from '../../../web/kit/station/use-kept.ts'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api } from './api.ts'
import { oneTexts } from '../texts/pages.ts'
import { stationTexts as texts } from '../texts/stations.ts'
import { lineName } from './one/Lines.tsx'
import { PackageDialog } from './one/PackageDialog.tsx'
import { usePackageName } from './one/Packages.tsx'
import { Candidates, factsOf } from './stations/Candidates.tsx'
import { usePacked } from './stations/use-packed.ts'
import { useStation, type Told } from './stations/use-station.ts'
import type { Scanned } from './stations/work.ts'

/** Packed without a package. */
const loose = 'loose'
/** As many as fit beside the work; the rest stand on the collection's own page. */
const listed = 6

export default function PackingPage() {
  const { t, language } = useLanguage()
  const collectionId = useParam('collectionId')
  const { data: collection, error } = useEndpoint(api.getCollection, { params: { collectionId } })
  const nameOf = usePackageName()
  const packages = collection?.packages ?? []
  const [kept, keep] = useKept<string>(`package-${collectionId}`, '')
  const standing =
    kept === loose ? undefined : (packages.find(({ id }) => id === kept) ?? packages.at(-1))
  const [asking, ask] = useState<'new' | 'change' | null>(null)
  const packed = usePacked(collectionId)
  const tell = useTell()
  const station = useStation({
    act: 'pack',
    collectionId,
    at: standing?.id ?? null,
    tell,
    foresee: () => ({
      is: 'right',
      say: t(texts.saved),
      word: t(texts.savedWord),
      detail: t(texts.savedHow),
    }),
    onAnswer: (scan, answer) => {
      if (answer.outcome === 'packed' && answer.device) packed.add(answer.device, scan.at)
    },
  })
  const { act: unpack, busy, problem } = useAct(api.unpackDevices)
  const remove = async (deviceId: string, name: string) => {
    const answer = await unpack({ params: { collectionId }, body: { deviceIds: [deviceId] } })
    if (!answer) return
    packed.remove(deviceId)
    const how = { is: 'right', say: t(texts.undone), word: t(texts.undoneWord) } as const
    station.say(name, { ...how, detail: '' })
  }
  const [latest] = packed.newestFirst
  const waiting = packed.notYet(station.pending)
  const href = `/collections/${collectionId}`
  return (
    <StationFrame
      language={language}
      name={t(texts.packing)}
      title={t(texts.packingTitle, collection?.number ?? '')}
      facts={[
        { label: t(texts.collection), value: collection?.number ?? '' },
        { label: t(texts.package), value: standing ? nameOf(standing) : t(texts.loose) },
        { label: t(texts.to), value: collection?.receiver.name ?? '', minor: true },
        { label: t(texts.seal), value: standing?.seal ?? t(texts.none), minor: true },
      ]}
      queue={station.queue}
      leaveHref={href}
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
          <Refusal problem={error ?? problem} />
          {collection && collection.state !== 'packing' && (
            <Notice tone="warn" title={t(texts.notPacking)} />
          )}
          <Candidates scanned={station.candidates} onChoose={station.choose} />
          <Tally
            language={language}
            open
            word={t(texts.packedMany)}
            cells={[
              ...packed.newestFirst.toReversed().map((line) => ({
                id: line.deviceId,
                label: lineName(line),
                state: 'right' as const,
              })),
              ...waiting.map(({ key, code }) => ({
                id: key,
                label: code,
                state: 'left' as const,
              })),
            ]}
            newest={latest?.deviceId}
          />
          <section className="station-part">
            <BigChoice
              label={t(texts.into)}
              options={[
                ...packages.map((one) => ({
                  id: one.id,
                  text: nameOf(one),
                  note: one.seal ?? t(oneTexts.noSeal),
                })),
                { id: loose, text: t(texts.loose), note: t(texts.looseNote) },
              ]}
              value={standing?.id ?? loose}
              onChange={(id) => keep(() => id)}
            />
            <div className="row">
              <Button icon={PackagePlus} onPress={() => ask('new')}>
                {t(texts.newPackage)}
              </Button>
              {standing && (
                <Button icon={Stamp} onPress={() => ask('change')}>
                  {t(texts.setSeal)}
                </Button>
              )}
            </div>
          </section>
          {packed.newestFirst.length > 0 && (
            <section className="station-part">
              <h2>{t(texts.latest)}</h2>
              <DiscrepancyList
                items={packed.shownWith(station.answer?.code ?? '', listed).map((line) => ({
                  id: line.deviceId,
                  code: lineName(line),
                  what: '',
                  detail: factsOf(line),
                  act: (
                    <Button
                      label={t(texts.removeWhat, lineName(line))}
                      onPress={() => void remove(line.deviceId, lineName(line))}
                    >
                      {t(texts.remove)}
                    </Button>
                  ),
                }))}
              />
            </section>
          )}
          {asking && (
            <PackageDialog
              collectionId={collectionId}
              present={asking === 'change' ? standing : undefined}
              onClose={() => ask(null)}
              onDone={({ id }) => keep(() => id)}
            />
          )}
        </>
      }
      acts={
        <>
          <Button
            icon={Undo2}
            busy={busy}
            cannot={latest ? null : t(texts.undoNothing)}
            onPress={() => latest && void remove(latest.deviceId, lineName(latest))}
          >
            {t(texts.undo)}
          </Button>
          <LinkButton kind="primary" href={href}>
            {t(texts.ready)}
          </LinkButton>
        </>
      }
    />
  )
}

/** What the server's answer means to who packs. */
function useTell() {
  const { t } = useLanguage()
  return (answer: Scanned): Told => {
    const { device, title } = answer
    const facts = device ? factsOf(device) : ''
    const more = device ? { model: `${device.maker} ${device.model}` } : {}
    if (answer.outcome === 'packed')
      return {
        is: 'right',
        say: t(texts.packed),
        word: t(texts.packedWord),
        detail: [`${facts}.`, device?.packageNumber && t(texts.packageIs, device.packageNumber)]
          .filter(Boolean)
          .join(' '),
        ...more,
      }
    if (answer.outcome === 'already')
      return {
        is: 'wrong',
        say: t(texts.alreadyPacked),
        word: t(texts.alreadyPackedWord),
        detail: facts,
        ...more,
      }
    if (answer.outcome === 'ambiguous')
      return {
        is: 'unknown',
        say: t(texts.ambiguous),
        word: t(texts.ambiguousWord),
        detail: t(texts.ambiguousHow),
      }
    if (answer.outcome === 'unknown')
      return { is: 'unknown', say: t(texts.unknown), word: t(texts.unknownWord), detail: title }
    return {
      is: 'wrong',
      say: t(texts.refused),
      word: t(texts.refusedWord),
      detail: [facts && `${facts}.`, title].filter(Boolean).join(' '),
      ...more,
    }
  }
}
