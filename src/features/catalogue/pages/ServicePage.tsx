// One service: what it holds, what it costs and why, and its prices over time.
import './catalogue.css'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import type { Output } from '../../../core/endpoint.ts'
import { dayOf } from '../../../core/dates.ts'
import { kindTexts } from '../../devices/texts.ts'
import { servicesApi as api } from '../api/services.ts'
import { servicesTexts as texts } from '../texts/pages.ts'
import { contentTexts, osTexts } from '../texts/words.ts'
import { ChangeService } from './services/ChangeService.tsx'
import { CopyService } from './services/CopyService.tsx'
import { NewPrice } from './services/NewPrice.tsx'
import { Reckoning } from './services/Reckoning.tsx'
import { NotYet } from './NotYet.tsx'

type Shown = Output<typeof api.getService>

export default function ServicePage() {
  const t = useText()
  const { may } = useSession()
  const params = { serviceId: useParam('serviceId') }
  const { data: service, error } = useEndpoint(api.getService, { params }, { keep: false })
  const [open, setOpen] = useState<'price' | 'copy' | 'change' | null>(null)
  const close = () => setOpen(null)
  if (!service)
    return (
      <NotYet
        title={t(texts.one)}
        up={{ href: '/services', text: t(texts.title) }}
        problem={error}
      />
    )
  const today = dayOf(new Date())
  const valid = service.prices.find(
    (price) => price.validFromOn <= today && (price.endsOn === null || today <= price.endsOn),
  )
  const shown = valid ?? service.prices[0]
  const acts = may('catalogue.price') && (
    <>
      <Button onPress={() => setOpen('change')}>{t(texts.change)}</Button>
      <Button onPress={() => setOpen('copy')}>{t(texts.copy)}</Button>
      <Button kind="primary" onPress={() => setOpen('price')}>
        {t(texts.newPrice)}
      </Button>
    </>
  )
  return (
    <>
      <PageHead
        title={service.name}
        lead={service.description}
        up={{ href: '/services', text: t(texts.title) }}
        acts={acts}
      />
      <ServiceFacts service={service} />
      {shown && (
        <Section title={t(texts.reckoned)} lead={t(texts.formula)}>
          <Reckoning price={shown} />
        </Section>
      )}
      <Versions service={service} />
      {open === 'price' && (
        <NewPrice
          serviceId={service.id}
          termMonths={service.termMonths}
          latest={service.prices[0]?.parts}
          onClose={close}
        />
      )}
      {open === 'change' && <ChangeService service={service} onClose={close} />}
      {open === 'copy' && <CopyService serviceId={service.id} onClose={close} />}
    </>
  )
}

function ServiceFacts({ service }: { readonly service: Shown }) {
  const t = useText()
  const { money, list } = useFormat()
  const least = [
    service.leastMemoryGb && `${service.leastMemoryGb} GB`,
    service.leastStorageGb && `${service.leastStorageGb} GB`,
    service.leastScreenInches && `${service.leastScreenInches} ${t(texts.inches)}`,
    service.leastCores && t(texts.cores, service.leastCores),
    service.leastProcessorYear && t(texts.processorFrom, service.leastProcessorYear),
    service.osFamily && t(osTexts[service.osFamily]),
  ].filter(Boolean)
  const price = service.priceOre
  return (
    <Facts
      facts={[
        {
          name: t(texts.price),
          value: price === null ? t(texts.noPrice) : money({ amountOre: price, currency: 'SEK' }),
        },
        { name: t(texts.kind), value: t(kindTexts[service.kind]) },
        { name: t(texts.term), value: t(texts.months, service.termMonths) },
        { name: t(texts.least), value: least.join(', ') || t(texts.any) },
        {
          name: t(texts.content),
          value: list(
            service.includes.map((one, at) =>
              at === 0 ? t(contentTexts[one]) : t(contentTexts[one]).toLowerCase(),
            ),
          ),
        },
        ...(service.copiedFromName
          ? [
              {
                name: t(texts.copiedFrom),
                value: (
                  <Link href={`/services/${service.copiedFromId}`}>{service.copiedFromName}</Link>
                ),
              },
            ]
          : []),
        ...(service.closedOn ? [{ name: t(texts.closedSince), value: service.closedOn }] : []),
      ]}
    />
  )
}

function Versions({ service }: { readonly service: Shown }) {
  const t = useText()
  const { money } = useFormat()
  return (
    <Section title={t(texts.versions)} lead={t(texts.versionsLead)}>
      {service.prices.length === 0 ? (
        <p>{t(texts.noPrice)}</p>
      ) : (
        <table className="cattable">
          <thead>
            <tr>
              <th scope="col">{t(texts.from)}</th>
              <th scope="col">{t(texts.until)}</th>
              <th scope="col" className="wide">
                {t(texts.decidedBy)}
              </th>
              <th scope="col" className="num">
                {t(texts.aMonth)}
              </th>
            </tr>
          </thead>
          <tbody>
            {service.prices.map((price) => (
              <tr key={price.id}>
                <th scope="row" className="day">
                  {price.validFromOn}
                </th>
                <td className={price.endsOn ? 'day' : undefined}>
                  {price.endsOn ?? t(texts.furtherNotice)}
                </td>
                <td className="wide">{price.decidedBy}</td>
                <td className="num">{money({ amountOre: price.priceOre, currency: 'SEK' })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
