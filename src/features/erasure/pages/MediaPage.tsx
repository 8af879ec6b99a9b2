// The storage media of one device: what each holds, how it was proven, and destruction.
import './erasure.css'
import { useState } from 'react'
import type { Input, Output } from '../../../core/endpoint.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { addressOf, call } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Facts } from '../../../web/kit/Facts.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { dataStateTexts } from '../../devices/texts.ts'
import { api as proofs } from '../../proofs/api.ts'
import { batchTexts } from '../../proofs/texts/papers.ts'
import { certificatesApi } from '../api/certificates.ts'
import { mediaApi } from '../api/media.ts'
import { resultsApi } from '../api/results.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultStateTexts } from '../texts/refusals.ts'
import { AddMediumDialog } from './AddMediumDialog.tsx'
import { standingOf } from './certificate-standing.ts'
import { DestroyDialog } from './DestroyDialog.tsx'
import { deviceName } from './result-words.ts'

type Media = Output<typeof mediaApi.getMedia>
export type ShownMedium = Media['items'][number]
type Found = Input<typeof mediaApi.putMedia>['body']['media'][number]

export default function MediaPage() {
  const { t, language } = useLanguage()
  const params = { deviceId: useParam('deviceId') }
  const device = useEndpoint(devices.getDevice, { params }, { keep: false })
  const media = useEndpoint(mediaApi.getMedia, { params }, { keep: false })
  const up = { href: '/erasure', text: t(texts.title) }
  if (device.error?.status === 404)
    return (
      <>
        <PageHead title={t(mediaTexts.media)} up={up} />
        <EmptyState>{t(mediaTexts.deviceNotFound)}</EmptyState>
      </>
    )
  if (!device.data)
    return device.error ? <Refusal problem={device.error} /> : <Skeleton lines={4} height={40} />
  const { data } = device
  return (
    <>
      <PageHead
        title={t(mediaTexts.mediaOf, deviceName(data))}
        lead={`${data.maker} ${data.model}`}
        up={up}
        acts={
          <>
            {media.data?.items.some(({ state }) => state === 'erased' || state === 'destroyed') && (
              <LinkButton
                icon={Download}
                href={addressOf(proofs.deviceCertificatesPdf, { params, query: { language } })}
              >
                {t(batchTexts.collected)}
              </LinkButton>
            )}
            <LinkButton href={`/devices/${data.id}`}>{t(mediaTexts.toDevice)}</LinkButton>
          </>
        }
      />
      <Facts
        facts={[
          { name: t(texts.status), value: <Status status={data.status} language={language} /> },
          { name: t(mediaTexts.data), value: t(dataStateTexts[data.dataState]) },
          ...(data.owner ? [{ name: t(texts.owner), value: data.owner.name }] : []),
        ]}
      />
      <Refusal problem={media.error} />
      {media.data && <MediaSection media={media.data} listed={data.driveSerials} />}
      <History deviceId={data.id} />
    </>
  )
}

/** As a whole inventory names it: what is proven keeps its state, whatever is sent. */
export const foundOf = ({
  id,
  serial,
  model,
  capacityBytes,
  nativeBytes,
  kind,
  state,
}: ShownMedium): Found => ({
  id,
  serial,
  model,
  capacityBytes,
  nativeBytes,
  kind,
  ...((state === 'inPlace' || state === 'removed') && { state }),
})

function MediaSection(props: { readonly media: Media; readonly listed: readonly string[] }) {
  const { media, listed } = props
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const client = useQueryClient()
  const put = useAct(mediaApi.putMedia)
  const [adding, setAdding] = useState(false)
  const [destroying, setDestroying] = useState<ShownMedium | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const records = may('erasure.record')
  const params = { deviceId: media.deviceId }
  const putAll = (all: readonly Found[]) => put.act({ params, body: { media: [...all] } })
  const inventory = async ([file]: readonly File[]) => {
    if (!file) return
    const body = new FormData()
    body.append('file', file)
    setProblem(null)
    const sent = { params, body }
    await call(mediaApi.uploadInventory, sent).catch((error: Error) => setProblem(error))
    await client.invalidateQueries()
  }
  return (
    <Section
      title={t(mediaTexts.media)}
      lead={t(mediaTexts.mediaLead)}
      acts={records && <Button onPress={() => setAdding(true)}>{t(mediaTexts.addMedium)}</Button>}
    >
      <Refusal problem={put.problem ?? problem} />
      {media.unproven && <Notice tone="warn">{t(mediaTexts.unproven[media.unproven])}</Notice>}
      {media.items.length === 0 &&
        (listed.length === 0 ? (
          <EmptyState>{t(mediaTexts.mediaEmpty)}</EmptyState>
        ) : (
          <EmptyState>{t(mediaTexts.mediaListed, listed.join(', '))}</EmptyState>
        ))}
      <ul>
        {media.items.map((medium) => (
          <li key={medium.id} className="mediumline">
            <div>
              <p>
                <b>
                  <Serial>{medium.serial}</Serial>
                </b>
              </p>
              <p className="muted">
                {[
                  medium.model,
                  t(mediaTexts.mediumKinds[medium.kind]),
                  medium.capacityBytes && `${num(Math.round(medium.capacityBytes / 1e9))} GB`,
                ]
                  .filter(Boolean)
                  .join(', ')}
                . {t(mediaTexts.mediumStates[medium.state])}.
              </p>
            </div>
            {records && medium.state === 'inPlace' && (
              <div className="tools">
                <Button
                  small
                  label={t(mediaTexts.takenOutOf, medium.serial)}
                  busy={put.busy}
                  onPress={() =>
                    void putAll(
                      media.items.map((one) =>
                        one.id === medium.id
                          ? { ...foundOf(one), state: 'removed' as const }
                          : foundOf(one),
                      ),
                    )
                  }
                >
                  {t(mediaTexts.takenOut)}
                </Button>
                <Button
                  small
                  label={t(mediaTexts.destroyOf, medium.serial)}
                  onPress={() => setDestroying(medium)}
                >
                  {t(mediaTexts.destroy)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {records && media.items.length === 0 && (
        <FileField
          label={t(mediaTexts.inventory)}
          hint={t(mediaTexts.inventoryHint)}
          files={[]}
          onChange={(files) => void inventory(files)}
        />
      )}
      {adding && (
        <AddMediumDialog
          problem={put.problem}
          busy={put.busy}
          onAdd={async (medium) => {
            if (await putAll([...media.items.map(foundOf), medium])) setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {destroying && <DestroyDialog medium={destroying} onClose={() => setDestroying(null)} />}
    </Section>
  )
}

function History({ deviceId }: { readonly deviceId: string }) {
  const t = useText()
  const results = useEndpoint(resultsApi.listResults, { query: { deviceId, limit: 100 } })
  const certificates = useEndpoint(certificatesApi.listCertificates, {
    query: { deviceId, limit: 100 },
  })
  const destroyed = certificates.data?.items.filter(({ kind }) => kind === 'destruction') ?? []
  const rows = results.data?.items ?? []
  return (
    <Section title={t(mediaTexts.history)}>
      {results.data && rows.length + destroyed.length === 0 && (
        <p className="muted">{t(mediaTexts.noHistory)}</p>
      )}
      <ul>
        {destroyed.map((certificate) => (
          <li key={certificate.id} className="mediumline">
            <div>
              <p>
                <Link href={`/certificates/${certificate.id}`}>
                  {t(certificateTexts.certificateKinds.destruction)} {certificate.number}
                </Link>
              </p>
              <p className="muted">
                {certificate.serial}, <Instant at={certificate.issuedAt} />.{' '}
                {certificate.awaitsWitness
                  ? t(certificateTexts.witnessAsked)
                  : `${t(certificateTexts.standing[standingOf(certificate)])}.`}
              </p>
            </div>
          </li>
        ))}
        {rows.map((result) => (
          <li key={result.id} className="mediumline">
            <div>
              <p>
                <Link href={`/erasure/results/${result.id}`}>
                  <Serial>{result.serial ?? t(texts.noSerial)}</Serial>
                </Link>{' '}
                {t(resultStateTexts[result.state])}
              </p>
              <p className="muted">
                {[result.tool, result.method].filter(Boolean).join(', ')},{' '}
                <Instant at={result.recordedAt} />
              </p>
            </div>
            {result.certificate && (
              <Link href={`/certificates/${result.certificate.id}`}>
                {result.certificate.number}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
