// Every inspection of a device, the latest first, each with what was found and how the grade came.
import type { Output } from '../../../core/endpoint.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { useFormat, useLanguage, useText, type Translate } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { dataStateTexts } from '../../devices/texts.ts'
import { api } from '../api.ts'
import { defectTexts, partTexts, severityTexts } from '../texts.ts'
import { gradingTexts as texts } from '../texts/pages.ts'
import { Calculation, levelWords } from './Calculation.tsx'

type Inspection = Output<typeof api.listInspections>['items'][number]

export default function InspectionsPage() {
  const { t, language } = useLanguage()
  const { may } = useSession()
  const params = { deviceId: useParam('deviceId') }
  const device = useEndpoint(devices.getDevice, { params }, { keep: false })
  const inspections = useEndpoint(api.listInspections, { params }, { keep: false })
  const up = { href: '/grading', text: t(texts.title) }
  if (device.error?.status === 404)
    return (
      <>
        <PageHead title={t(texts.inspections)} up={up} />
        <EmptyState>{t(texts.notFound)}</EmptyState>
      </>
    )
  if (!device.data)
    return device.error ? <Refusal problem={device.error} /> : <Skeleton lines={4} height={40} />
  const { data } = device
  const name = data.serialNumber ?? data.assetTag ?? data.model
  const facts: Fact[] = [
    { name: t(texts.status), value: <Status status={data.status} language={language} /> },
    { name: t(texts.data), value: t(dataStateTexts[data.dataState]) },
    ...(data.grade ? [{ name: t(texts.grade), value: data.grade }] : []),
    ...(data.owner ? [{ name: t(texts.owner), value: data.owner.name }] : []),
  ]
  return (
    <>
      <PageHead
        title={t(texts.inspectionsOf, name)}
        lead={`${data.maker} ${data.model}`}
        up={up}
        acts={
          <>
            <LinkButton href={`/devices/${data.id}`}>{t(texts.toDevice)}</LinkButton>
            {may('grading.grade') && (
              <LinkButton
                kind="primary"
                href={`/grading/bench?code=${encodeURIComponent(data.assetTag ?? name)}`}
              >
                {t(texts.bench)}
              </LinkButton>
            )}
          </>
        }
      />
      <Facts facts={facts} />
      <Refusal problem={inspections.error} />
      {inspections.data?.items.length === 0 && <EmptyState>{t(texts.noInspections)}</EmptyState>}
      {inspections.data?.items.map((inspection) => (
        <OneInspection key={inspection.id} inspection={inspection} />
      ))}
    </>
  )
}

function OneInspection({ inspection }: { readonly inspection: Inspection }) {
  const t = useText()
  const { dayOf } = useFormat()
  const { findings } = inspection
  const { look, works } = levelWords(inspection, t)
  return (
    <Section
      beside
      title={t(texts.inspectionOn, dayOf(inspection.inspectedAt), inspection.grade)}
      lead={[inspection.inspectedBy, inspection.organisation].filter(Boolean).join(', ')}
    >
      <Facts
        facts={[
          { name: t(texts.look), value: look },
          { name: t(texts.function), value: works },
          ...batteryFact(findings, t),
          { name: t(texts.at), value: <Instant at={inspection.inspectedAt} /> },
        ]}
      />
      {findings.defects.length > 0 && (
        <p className="muted">
          {findings.defects
            .map(({ code, part, severity }) =>
              t(
                texts.defectOn,
                t(defectTexts[code]),
                t(partTexts[part]),
                t(severityTexts[severity]).toLowerCase(),
              ),
            )
            .join('. ')}
          .
        </p>
      )}
      <Calculation of={inspection} />
    </Section>
  )
}

function batteryFact(findings: Inspection['findings'], t: Translate): Fact[] {
  const { batteryPercent, batteryCycles } = findings
  if (typeof batteryPercent !== 'number') return []
  const cycles = batteryCycles ? `, ${t(texts.cycles, String(batteryCycles))}` : ''
  return [{ name: t(texts.battery), value: `${batteryPercent} %${cycles}` }]
}
