// One drive's result: what the log says, what the gate doubts, and what a person can do about it.
import './erasure.css'
import { useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import type { Output } from '../../../core/endpoint.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList, Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { api } from '../api.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultStateTexts } from '../texts/refusals.ts'
import { MatchDialog } from './MatchDialog.tsx'
import { deviceName, reasonText } from './result-words.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

export type ShownResult = Output<typeof api.getResult>

export default function ResultPage() {
  const t = useText()
  const params = { resultId: useParam('resultId') }
  const { data, error } = useEndpoint(api.getResult, { params }, { keep: false })
  const up = { href: '/erasure', text: t(texts.title) }
  if (error?.status === 404)
    return (
      <>
        <PageHead title={t(texts.result)} up={up} />
        <EmptyState>{t(texts.notFound)}</EmptyState>
      </>
    )
  if (!data) return error ? <Refusal problem={error} /> : <Skeleton lines={4} height={40} />
  return <Shown result={data} />
}

function Shown({ result }: { readonly result: ShownResult }) {
  const t = useText()
  const { num, instant } = useFormat()
  const serial = result.serial ?? t(texts.noSerial)
  const facts: Fact[] = [
    { name: t(texts.state), value: t(resultStateTexts[result.state]) },
    {
      name: t(texts.device),
      value: result.device ? (
        <Link href={`/erasure/devices/${result.device.id}`}>{deviceName(result.device)}</Link>
      ) : (
        t(texts.noDevice)
      ),
    },
    { name: t(texts.level), value: t(texts.levels[result.level]) },
    ...(result.method ? [{ name: t(texts.method), value: result.method }] : []),
    ...(result.certificate
      ? [
          {
            name: t(texts.certificate),
            value: (
              <Link href={`/certificates/${result.certificate.id}`}>
                {result.certificate.number}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        title={t(texts.resultOf, serial)}
        lead={result.model}
        up={{ href: '/erasure', text: t(texts.title) }}
        acts={<Acts result={result} />}
      />
      <Facts facts={facts} />
      <Section beside title={t(texts.reasons)}>
        {result.reasons.length === 0 ? (
          <p className="prose">{t(texts.noReasons)}</p>
        ) : (
          <ul className={`reasonlist ${result.decision}`}>
            {result.reasons.map((reason) => (
              <li key={reason.code}>
                <TriangleAlert aria-hidden />
                <div>
                  <p>{reasonText(reason, t)}</p>
                  <p className="note">{reason.code}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {result.reviewReason && (
        <Section
          beside
          title={t(texts.reviewed)}
          lead={t(
            texts.reviewedBy,
            result.reviewedBy?.name ?? t(texts.somebody),
            instant(result.reviewedAt!),
          )}
        >
          <p className="prose">{result.reviewReason}</p>
        </Section>
      )}
      <Section beside title={t(texts.evidence)}>
        <DefinitionList
          facts={[
            { name: t(texts.file), value: result.fileName ?? '–' },
            {
              name: t(texts.tool),
              value: [result.tool, result.toolVersion].filter(Boolean).join(' ') || '–',
            },
            ...(result.bytes === null
              ? []
              : [{ name: t(texts.size), value: `${num(result.bytes)} byte` }]),
            { name: t(texts.recorded), value: <Instant at={result.recordedAt} /> },
            { name: t(texts.recordedBy), value: result.recordedBy?.name ?? t(texts.somebody) },
            ...(result.sha256 ? [{ name: t(texts.sha256), value: result.sha256 }] : []),
          ]}
        />
      </Section>
    </>
  )
}

function Acts({ result }: { readonly result: ShownResult }) {
  const t = useText()
  const { person, may } = useSession()
  const [open, setOpen] = useState<'review' | 'match' | null>(null)
  const close = () => setOpen(null)
  const whyNotReview = !may('erasure.review')
    ? t(texts.mayNotReview)
    : // Operator and validator are two people; the server holds to it, and here it is said first.
      result.recordedBy?.id === person?.id
      ? t(texts.fourEyes)
      : null
  return (
    <>
      {result.device && result.state === 'refused' && (
        <LinkButton href={`/erasure/devices/${result.device.id}`}>{t(texts.toMedia)}</LinkButton>
      )}
      {result.state === 'awaitingReview' && (
        <Button kind="primary" cannot={whyNotReview} onPress={() => setOpen('review')}>
          {t(texts.review)}
        </Button>
      )}
      {result.state === 'unmatched' && (
        <Button
          kind="primary"
          cannot={may('erasure.record') ? null : t(texts.mayNotRecord)}
          onPress={() => setOpen('match')}
        >
          {t(texts.match)}
        </Button>
      )}
      {open === 'review' && <ReviewDialog result={result} onClose={close} />}
      {open === 'match' && <MatchDialog result={result} onClose={close} />}
    </>
  )
}
