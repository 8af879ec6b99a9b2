// What the signed-in person holds, to confirm on receipt, and how it is handed in.
import './mine.css'
import { dayOf, daysBetween } from '../../../core/dates.ts'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Status } from '../../../web/kit/charts/Status.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead, Section, WithSide } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Serial } from '../../../web/kit/values.tsx'
import { daysOver, isDue } from '../../devices/rules/due.ts'
import { kindTexts } from '../../devices/texts.ts'
import { api } from '../api.ts'
import { mineTexts } from '../texts/pages.ts'

type Held = Output<typeof api.myDevices>['items'][number]

const waits = (device: Held) => device.status === 'handedOut'
const urgency = (device: Held) => `${waits(device) ? 0 : 1}${device.endsOn ?? '9999'}`

export default function MyDevicesPage() {
  const t = useText()
  const { language } = useLanguage()
  const { data, isPending, error } = useEndpoint(api.myDevices, {})
  // What waits for an answer comes first, then what should go back first.
  const items = (data?.items ?? []).toSorted((a, b) => urgency(a).localeCompare(urgency(b)))
  const waiting = items.filter(waits).length
  const late = items.filter((one) => daysOver(one, dayOf(new Date())) !== null).length
  return (
    <>
      <PageHead
        title={t(mineTexts.title)}
        lead={data ? t(mineTexts.lead, items.length, waiting, late) : undefined}
      />
      <Refusal problem={error} />
      <WithSide
        side={
          <>
            <Section title={t(mineTexts.how)}>
              <ol className="handinsteps">
                {mineTexts.howSteps[language].map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Section>
            <Section title={t(mineTexts.after)}>
              <p className="muted">{t(mineTexts.afterText)}</p>
            </Section>
          </>
        }
      >
        <Section title={t(mineTexts.held)}>
          {isPending && <Skeleton lines={2} height={88} />}
          {data && items.length === 0 && <EmptyState>{t(mineTexts.empty)}</EmptyState>}
          <ul className="helds">
            {items.map((device) => (
              <HeldDevice key={device.id} device={device} />
            ))}
          </ul>
        </Section>
      </WithSide>
    </>
  )
}

function HeldDevice({ device }: { readonly device: Held }) {
  const t = useText()
  const { language } = useLanguage()
  const { may } = useSession()
  const formats = useFormat()
  const { act, busy, problem } = useAct(api.confirmReceipt)
  const model = `${device.maker} ${device.model}`
  const waiting = waits(device)
  return (
    <li className={waiting ? 'held waits' : 'held'}>
      <div>
        <h3>{may('devices.see') ? <Link href={`/devices/${device.id}`}>{model}</Link> : model}</h3>
        <p className="muted">
          {[t(kindTexts[device.kind]), device.assetTag].filter(Boolean).join(', ')}
          {device.serialNumber && (
            <>
              . <Serial>{t(mineTexts.serial, device.serialNumber)}</Serial>
            </>
          )}
        </p>
        <p>
          <Status
            status={device.status}
            language={language}
            {...(waiting && { word: t(mineTexts.waiting) })}
          />{' '}
          <span className="faint">{t(mineTexts.since, formats.dayOf(device.statusSince))}</span>
        </p>
        <Ends device={device} />
        <Refusal problem={problem} />
      </div>
      {waiting && (
        <Button
          kind="primary"
          busy={busy}
          label={t(mineTexts.confirmLabel, device.assetTag ?? model)}
          onPress={() => void act({ params: { deviceId: device.id } })}
        >
          {t(mineTexts.confirm)}
        </Button>
      )}
    </li>
  )
}

function Ends({ device }: { readonly device: Held }) {
  const t = useText()
  const today = dayOf(new Date())
  if (!device.endsOn) return <p className="faint">{t(mineTexts.noEnd)}</p>
  const over = daysOver(device, today)
  return (
    <p>
      {t(mineTexts.ends, device.endsOn)} {over !== null && <Flag>{t(mineTexts.over, over)}</Flag>}
      {over === null && isDue(device, today) && (
        <span className="faint">{t(mineTexts.soon, daysBetween(today, device.endsOn))}</span>
      )}
    </p>
  )
}
