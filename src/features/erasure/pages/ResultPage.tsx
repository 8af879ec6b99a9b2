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
import { resultsApi } from '../api/results.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { resultStateTexts } from '../texts/refusals.ts'
import { MatchDialog } from './MatchDialog.tsx'
import { deviceName, reasonText } from './result-words.ts'
import { ReviewDialog } from './ReviewDialog.tsx'

export type ShownResult = Output<typeof resultsApi.getResult>

export default function ResultPage() {
  const t = useText()
  const params = { resultId: useParam('resultId') }
  const { data, error } = useEndpoint(resultsApi.getResult, { params }, { keep: false })
  const up = { href: '/erasure', text: t(texts.title) }
  if (error?.status === 404)
    return (
      <>
        <PageHead title={t(resultTexts.result)} up={up} />
        <EmptyState>{t(resultTexts.notFound)}</EmptyState>
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
    { name: t(resultTexts.state), value: t(resultStateTexts[result.state]) },
    {
      name: t(texts.device),
      value: result.device ? (
        <Link href={`/erasure/devices/${result.device.id}`}>{deviceName(result.device)}</Link>
      ) : (
        t(texts.noDevice)
      ),
    },
    { name: t(resultTexts.level), value: t(resultTexts.levels[result.level]) },
    ...(result.method ? [{ name: t(texts.method), value: result.method }] : []),
    ...(result.certificate
      ? [
          {
            name: t(resultTexts.certificate),
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
        title={t(resultTexts.resultOf, serial)}
        lead={result.model}
        up={{ href: '/erasure', text: t(texts.title) }}
        acts={<Acts result={result} />}
      />
      <Facts facts={facts} />
      <Section beside title={t(resultTexts.reasons)}>
        {result.reasons.length === 0 ? (
          <p className="prose">{t(resultTexts.noReasons)}</p>
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
          title={t(resultTexts.reviewed)}
          lead={t(
            resultTexts.reviewedBy,
            result.reviewedBy?.name ?? t(resultTexts.somebody),
            instant(result.reviewedAt!),
          )}
        >
          <p className="prose">{result.reviewReason}</p>
        </Section>
      )}
      <Section beside title={t(resultTexts.evidence)}>
        <DefinitionList
          facts={[
            { name: t(texts.file), value: result.fileName ?? '–' },
            {
              name: t(texts.tool),
              value: [result.tool, result.toolVersion].filter(Boolean).join(' ') || '–',
            },
            ...(result.bytes === null
              ? []
              : [{ name: t(resultTexts.size), value: `${num(result.bytes)} byte` }]),
            { name: t(texts.recorded), value: <Instant at={result.recordedAt} /> },
            {
              name: t(texts.recordedBy),
              value: result.recordedBy?.name ?? t(resultTexts.somebody),
            },
            ...(result.sha256 ? [{ name: t(resultTexts.sha256), value: result.sha256 }] : []),
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
    ? t(resultTexts.mayNotReview)
    : // Operator and validator are two people; the server holds to it, and here it is said first.
      result.recordedBy?.id === person?.id
      ? t(resultTexts.fourEyes)
      : null
  return (
    <>
      {result.device && result.state === 'refused' && (
        <LinkButton href={`/erasure/devices/${result.device.id}`}>
          {t(resultTexts.toMedia)}
        </LinkButton>
      )}
      {result.state === 'awaitingReview' && (
        <Button kind="primary" cannot={whyNotReview} onPress={() => setOpen('review')}>
          {t(resultTexts.review)}
        </Button>
      )}
      {result.state === 'unmatched' && (
        <Button
          kind="primary"
          cannot={may('erasure.record') ? null : t(resultTexts.mayNotRecord)}
          onPress={() => setOpen('match')}
        >
          {t(resultTexts.match)}
        </Button>
      )}
      {open === 'review' && <ReviewDialog result={result} onClose={close} />}
      {open === 'match' && <MatchDialog result={result} onClose={close} />}
    </>
  )
}
