// What the device's second life avoided: always with interval, method and what moves it most.
import { ApiProblem } from '../../../../web/kit/api-client.ts'
import { IntervalBar } from '../../../../web/kit/charts/IntervalBar.tsx'
import type { Output } from '../../../../core/endpoint.ts'
import { useFormat, useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Co2e, Figure } from '../../../../web/kit/values.tsx'
import { api } from '../../../climate/api.ts'
import { displayClaim } from '../../../climate/rules/display.ts'
import { climateTexts, dataQualityTexts, driverTexts } from '../../../climate/texts.ts'
import { kindTexts } from '../../texts.ts'
import { pageTexts } from '../../texts/pages.ts'

type Life = Output<typeof api.deviceClimate>['lives'][number]

export function ClimateSection({ deviceId }: { readonly deviceId: string }) {
  const t = useText()
  const { may } = useSession()
  const { data, error, isPending } = useEndpoint(
    api.deviceClimate,
    { params: { deviceId } },
    { enabled: may('climate.see') },
  )
  if (!may('climate.see') || (error instanceof ApiProblem && error.status === 404)) return null
  const counted = data?.lives.filter(({ claim }) => claim !== null) ?? []
  return (
    <Section title={t(climateTexts.title)}>
      <Refusal problem={error} />
      {isPending && <Skeleton height={120} />}
      {data?.why && <p className="muted">{t(climateTexts[data.why.code])}</p>}
      {counted.map((life) => (
        <Avoided key={life.life} life={life} />
      ))}
      {counted.length > 0 &&
        data?.notices.map((notice) => (
          <p key={notice} className="note">
            {notice}
          </p>
        ))}
    </Section>
  )
}

function Avoided({ life }: { readonly life: Life }) {
  const t = useText()
  const { language } = useLanguage()
  const { dayOf } = useFormat()
  if (!life.claim) return null
  const { figure, interval, unit } = displayClaim(life.claim, language)
  const { low, net, high } = life.claim
  const drivers = life.sensitivity.slice(0, 2).flatMap(({ driver }) => driverWords(driver, life, t))
  return (
    <div className="avoided">
      <Figure
        value={`${figure}\u00a0${unit}`}
        unit={
          <>
            <Co2e /> {t(pageTexts.avoidedUnit)}
          </>
        }
      />
      <IntervalBar
        language={language}
        low={low}
        centre={net}
        high={high}
        unit={unit}
        label={t(climateTexts.avoided)}
      />
      <p className="muted">
        {t(pageTexts.avoidedSpan, interval, unit)}{' '}
        {drivers.length > 0 && t(pageTexts.avoidedDrivers, drivers)}
      </p>
      <p className="note">
        {t(pageTexts.avoidedSince, dayOf(life.at))}{' '}
        {t(climateTexts.methodVersion, life.method, life.factorVersion)}
        {life.dataQuality !== null && `, ${qualityOf(life.dataQuality, t)}`}.
      </p>
    </div>
  )
}

type T = ReturnType<typeof useText>

/** `P:laptop` is the production of a laptop; an unknown driver is left out rather than shown as a code. */
function driverWords(driver: string, life: Life, t: T): string[] {
  const symbol = driver.split(':')[0]!
  if (symbol === 'P') return [t(driverTexts.P, t(kindTexts[life.category]).toLocaleLowerCase('sv'))]
  if (symbol in driverTexts)
    return [t(driverTexts[symbol as Exclude<keyof typeof driverTexts, 'P'>])]
  return []
}

const qualityOf = (quality: number, t: T): string => {
  const words = dataQualityTexts[quality as keyof typeof dataQualityTexts]
  return words ? t(words).toLocaleLowerCase('sv') : ''
}
