// What has happened, as files that other systems read: of a period, of a device, of a shipment.
import './proof.css'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { eventTexts as texts } from '../texts/events.ts'
import { OfDevice, OfShipment } from './epcis/OneThing.tsx'
import { PeriodForm } from './epcis/PeriodForm.tsx'

export default function EpcisPage() {
  const t = useText()
  const { may } = useSession()
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      <Section beside title={t(texts.period)} lead={t(texts.periodLead)}>
        <PeriodForm />
      </Section>
      <Section beside title={t(texts.device)} lead={t(texts.deviceLead)}>
        <OfDevice />
      </Section>
      {may('returns.see') && (
        <Section beside title={t(texts.shipment)} lead={t(texts.shipmentLead)}>
          <OfShipment />
        </Section>
      )}
      <Section beside title={t(texts.corrections)}>
        <p className="prose">{t(texts.correctionsLead)}</p>
      </Section>
    </>
  )
}
