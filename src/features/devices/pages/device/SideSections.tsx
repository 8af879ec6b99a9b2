// Beside the life of a device: money, technical facts, and what proves it all.
import { Download, ShieldCheck, TriangleAlert } from 'lucide-react'
import { addMonths, dayOf, type Day as PlainDay } from '../../../../core/dates.ts'
import { sek } from '../../../../core/money.ts'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { DefinitionList, type Fact } from '../../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { useKnownPages } from '../../../../web/kit/known-pages.ts'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Section } from '../../../../web/kit/Page.tsx'
import { Day, Instant, Money, Serial } from '../../../../web/kit/values.tsx'
import { certificatesApi } from '../../../erasure/api/certificates.ts'
import { api as proofsApi } from '../../../proofs/api.ts'
import { publicTexts } from '../../../proofs/texts/public.ts'
import { pageTexts } from '../../texts/pages.ts'
import type { ShownDevice } from './acts.ts'
import type { Life } from './life.ts'

/** Whole months from one day to another, as people count an age. */
function monthsBetween(from: PlainDay, to: PlainDay): number {
  const [y1, m1] = from.split('-').map(Number) as [number, number]
  const [y2, m2] = to.split('-').map(Number) as [number, number]
  const months = (y2 - y1) * 12 + (m2 - m1)
  return addMonths(from, months) > to ? months - 1 : months
}

/** The owner's own affair: others get no price and see no section. */
export function MoneySection({ device }: { readonly device: ShownDevice }) {
  const t = useText()
  const { priceOre, purchasedOn } = device
  const months = purchasedOn ? monthsBetween(purchasedOn, dayOf(new Date())) : 0
  const facts: (Fact | false)[] = [
    priceOre !== null && {
      name: purchasedOn ? t(pageTexts.bought, purchasedOn.slice(0, 4)) : t(pageTexts.boughtUnknown),
      value: <Money bare money={sek(priceOre)} />,
    },
    purchasedOn !== null && {
      name: t(pageTexts.age),
      value: t(pageTexts.ageOf, Math.floor(months / 12), months % 12),
    },
    device.warrantyUntilOn !== null && {
      name: t(pageTexts.warranty),
      value: <Day day={device.warrantyUntilOn} />,
    },
    device.supplierName !== null && { name: t(pageTexts.supplier), value: device.supplierName },
    device.orderNumber !== null && { name: t(pageTexts.order), value: device.orderNumber },
    priceOre !== null &&
      months > 0 && {
        name: t(pageTexts.perMonth),
        value: <Money bare money={sek(Math.round(priceOre / months))} />,
      },
  ]
  const known = facts.filter((fact): fact is Fact => fact !== false)
  return (
    <Section title={t(pageTexts.money)}>
      {known.length === 0 ? (
        <p className="muted">{t(pageTexts.noMoney)}</p>
      ) : (
        <>
          <DefinitionList sum facts={known} />
          {priceOre !== null && <p className="note under">{t(pageTexts.exclVat)}</p>}
        </>
      )}
    </Section>
  )
}

export function TechnicalSection({ device }: { readonly device: ShownDevice }) {
  const t = useText()
  const { num } = useFormat()
  const facts: (Fact | false)[] = [
    (device.osName ?? device.osVersion) !== null && {
      name: t(pageTexts.os),
      value: [device.osName, device.osVersion].filter(Boolean).join(' '),
    },
    device.ramMb !== null && {
      name: t(pageTexts.ram),
      value:
        device.ramMb % 1024 === 0 ? `${num(device.ramMb / 1024)} GB` : `${num(device.ramMb)} MB`,
    },
    device.storageGb !== null && {
      name: t(pageTexts.storage),
      value: `${num(device.storageGb)} GB`,
    },
    device.driveSerials.length > 0 && {
      name: t(pageTexts.drives, device.driveSerials.length),
      value: device.driveSerials.map((serial) => (
        <div key={serial}>
          <Serial>{serial}</Serial>
        </div>
      )),
    },
    device.imei !== null && { name: t(pageTexts.imei), value: <Serial>{device.imei}</Serial> },
    device.macAddress !== null && {
      name: t(pageTexts.mac),
      value: <Serial>{device.macAddress}</Serial>,
    },
    device.theftMarking !== null && {
      name: t(pageTexts.theftMarking),
      value: <Serial>{device.theftMarking}</Serial>,
    },
    device.lastSeenAt !== null && {
      name: t(pageTexts.lastSeen),
      value: <Instant at={device.lastSeenAt} />,
    },
    device.enrolledAt !== null && {
      name: t(pageTexts.enrolled),
      value: <Instant at={device.enrolledAt} />,
    },
    device.condition !== null && { name: t(pageTexts.condition), value: device.condition },
    device.name !== null && { name: t(pageTexts.networkName), value: device.name },
    device.note !== null && { name: t(pageTexts.note), value: device.note },
  ]
  const known = facts.filter((fact): fact is Fact => fact !== false)
  if (known.length === 0) return null
  return (
    <Section title={t(pageTexts.technical)}>
      <DefinitionList sum={false} facts={known} />
    </Section>
  )
}

export function ProofSection(props: {
  readonly deviceId: string
  readonly life: Life
  readonly checkedAt: number
}) {
  const { deviceId, life, checkedAt } = props
  const t = useText()
  const { num, time } = useFormat()
  const { may } = useSession()
  const entries = t(pageTexts.chainEntries, num(life.entries.length))
  const whole = life.chainIsWhole
  return (
    <Section title={t(pageTexts.proof)}>
      <div className={whole ? 'chain' : 'chain bad'}>
        {whole ? <ShieldCheck aria-hidden /> : <TriangleAlert aria-hidden />}
        <div>
          <b>{t(whole ? pageTexts.chainWhole : pageTexts.chainBroken)}</b>
          <p>
            {whole
              ? t(pageTexts.chainChecked, entries, time(new Date(checkedAt).toISOString()))
              : t(pageTexts.chainBrokenHow)}
          </p>
        </div>
      </div>
      <Certificates deviceId={deviceId} />
      {may('proofs.see') && (
        <p className="proofacts">
          <LinkButton
            small
            icon={Download}
            href={addressOf(proofsApi.deviceBundle, { params: { deviceId }, query: {} })}
          >
            {t(publicTexts.bundle)}
          </LinkButton>
          <LinkButton small kind="quiet" href="/verify">
            {t(publicTexts.verifyTitle)}
          </LinkButton>
        </p>
      )}
    </Section>
  )
}

/** Latest first; a revoked one stands struck, for it is part of the story. */
function Certificates({ deviceId }: { readonly deviceId: string }) {
  const t = useText()
  const { dayOf: dayIn } = useFormat()
  const { may } = useSession()
  const { known } = useKnownPages()
  const { data, error } = useEndpoint(
    certificatesApi.listCertificates,
    { query: { deviceId } },
    { enabled: may('erasure.see') },
  )
  if (!data) return <Refusal problem={error} />
  const linked = known('/certificates/{certificateId}')
  return (
    <ul className="certificates">
      {data.items.map(({ id, kind, number, issuedAt, revokedAt }) => {
        const name = t(
          kind === 'erasure' ? pageTexts.erasureCertificate : pageTexts.destructionCertificate,
          number,
        )
        const shown = revokedAt ? <s>{name}</s> : name
        return (
          <li key={id}>
            {linked ? <Link href={`/certificates/${id}`}>{shown}</Link> : <span>{shown}</span>}
            <span className="faint">
              {revokedAt ? t(pageTexts.revoked, dayIn(revokedAt)) : dayIn(issuedAt)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
