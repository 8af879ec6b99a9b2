// What the second lives of one device avoided, each with its range, and what steers it.
import './climate.css'
import type { Output } from '../../../core/endpoint.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Drivers } from '../../../web/kit/charts/Drivers.tsx'
import { IntervalBar } from '../../../web/kit/charts/IntervalBar.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Co2e } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { api } from '../api.ts'
import { displayClaim } from '../rules/display.ts'
import { climateTexts, displacementTexts } from '../texts.ts'
import { reportTexts as texts } from '../texts/pages.ts'
import { driverName, driverTried, driverWords, unitOf } from './words.ts'

type Life = Output<typeof api.deviceClimate>['lives'][number]

export default function DeviceClimatePage() {
  const t = useText()
  const params = { deviceId: useParam('deviceId') }
  const device = useEndpoint(devices.getDevice, { params }, { keep: false })
  const { data, error } = useEndpoint(api.deviceClimate, { params }, { keep: false })
  if (error?.status === 404)
    return (
      <>
        <PageHead
          title={t(climateTexts.title)}
          up={{ href: '/climate', text: t(climateTexts.title) }}
        />
        <EmptyState>{t(texts.noDevice)}</EmptyState>
      </>
    )
  if (!data || !device.data)
    return error || device.error ? (
      <Refusal problem={error ?? device.error} />
    ) : (
      <Skeleton lines={4} height={40} />
    )
  const { serialNumber, assetTag, maker, model, id } = device.data
  return (
    <div className="report">
      <PageHead
        title={t(texts.ofDevice, assetTag ?? serialNumber ?? model)}
        lead={`${maker} ${model}`}
        up={{ href: '/climate', text: t(climateTexts.title) }}
        acts={<LinkButton href={`/devices/${id}`}>{t(texts.toDevice)}</LinkButton>}
      />
      {data.why && <EmptyState>{t(climateTexts[data.why.code])}</EmptyState>}
      {data.lives
        .filter(({ claim }) => claim !== null)
        .map((life) => (
          <OneLife key={life.life} life={life} />
        ))}
      {data.notices.map((notice) => (
        <p key={notice} className="note" lang="en">
          {notice}
        </p>
      ))}
    </div>
  )
}

function OneLife({ life }: { readonly life: Life }) {
  const { t, language } = useLanguage()
  const formats = useFormat()
  const { claim, netKg, lowKg, highKg } = life
  if (!claim || netKg === null || lowKg === null || highKg === null) return null
  const shown = displayClaim({ ...claim, net: Math.abs(claim.net) }, language)
  const unit = unitOf({ claim }, language)
  const words = claim.net < 0 ? climateTexts.claimNegative : climateTexts.claim
  const drivers = life.sensitivity.map(({ driver, plusKg, minusKg }) => ({
    assumption: driverName(driver, t),
    tried: driverTried(driver, [life.displacement], t, formats),
    down: -unit.of(minusKg),
    up: unit.of(plusKg),
  }))
  return (
    <Section
      beside
      title={t(texts.reuseKinds[life.kind])}
      lead={`${formats.dayOf(life.at)}. ${t(displacementTexts[life.displacement])}.`}
    >
      <div className="onelife">
        <div className="profiles">
          <article>
            <p className="figure-value accent">
              {shown.figure}{' '}
              <span>
                {shown.unit} <Co2e />
              </span>
            </p>
            <IntervalBar
              language={language}
              unit={unit.word}
              label={t(climateTexts.avoided)}
              low={unit.of(lowKg)}
              centre={unit.of(netKg)}
              high={unit.of(highKg)}
            />
          </article>
        </div>
        <p className="prose">{t(words, shown.figure, shown.unit, shown.interval)}</p>
        {life.driver && (
          <p className="muted">
            {t(climateTexts.mainDriver)}: {driverWords(life.driver, t)}.
          </p>
        )}
        <Drivers language={language} caption={t(texts.drivers)} drivers={drivers} />
        <p className="note">{t(climateTexts.methodVersion, life.method, life.factorVersion)}</p>
      </div>
    </Section>
  )
}
