// The pictures of the report: by kind, what steers the range, and the three profiles.
import { dayOf } from '../../../core/dates.ts'
import { ChartFrame } from '../../../web/kit/charts/ChartFrame.tsx'
import { Drivers } from '../../../web/kit/charts/Drivers.tsx'
import { IntervalBar, IntervalRows } from '../../../web/kit/charts/IntervalBar.tsx'
import { twoDigits } from '../../../web/kit/charts/numbers.ts'
import { useFormat, useLanguage } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { Co2e } from '../../../web/kit/values.tsx'
import { displayClaim } from '../rules/display.ts'
import { climateTexts } from '../texts.ts'
import { reportTexts as texts } from '../texts/pages.ts'
import { driverName, driverTried, kindHeading, unitOf, type Own, type Summary } from './words.ts'

interface Part {
  readonly summary: Summary
  readonly own: Own
}

const today = () => dayOf(new Date())
function useSource(summary: Summary) {
  const { t } = useLanguage()
  return t(texts.ownSource, summary.method, summary.factorVersion, today())
}

export function ByKind({ summary, own }: Part) {
  const { t, language } = useLanguage()
  const unit = unitOf(own, language)
  const row = ({ low, net, high }: Pick<Own, 'low' | 'net' | 'high'>) => ({
    low: unit.of(low),
    centre: unit.of(net),
    high: unit.of(high),
  })
  const kinds = summary.categories
    .flatMap(({ category, count, figure }) =>
      figure ? [{ label: kindHeading(category, t), count, ...row(figure) }] : [],
    )
    .toSorted((a, b) => b.centre - a.centre)
  return (
    <Section beside title={t(texts.byKind)} lead={t(texts.byKindLead)}>
      <IntervalRows
        language={language}
        title={t(texts.byKind)}
        fileName="undvikna-utslapp"
        unit={unit.word}
        rows={[
          {
            label: t(texts.all),
            count: summary.count - summary.withoutFactor,
            whole: true,
            ...row(own),
          },
          ...kinds,
        ]}
        source={useSource(summary)}
      />
    </Section>
  )
}

export function DriversSection({ summary, own }: Part) {
  const { t, language } = useLanguage()
  const formats = useFormat()
  const unit = unitOf(own, language)
  const classes = summary.byDisplacement.map(({ displacement }) => displacement)
  const drivers = own.sensitivity.map(({ driver, plusKg, minusKg }) => ({
    assumption: driverName(driver, t),
    tried: driverTried(driver, classes, t, formats),
    down: -unit.of(minusKg),
    up: unit.of(plusKg),
  }))
  return (
    <Section
      beside
      title={t(texts.drivers)}
      lead={t(texts.driversLead, unit.word, displayClaim(own.claim, language).figure)}
    >
      <ChartFrame
        language={language}
        title={t(texts.drivers)}
        fileName="vad-som-styr"
        hasPicture={false}
        tables={[
          {
            columns: [t(texts.drivers), '', `− ${unit.word}`, `+ ${unit.word}`],
            rows: drivers.map(({ assumption, tried, down, up }) => [assumption, tried, down, up]),
          },
        ]}
        source={useSource(summary)}
      >
        <Drivers language={language} caption={t(texts.drivers)} drivers={drivers} />
      </ChartFrame>
    </Section>
  )
}

/** The three stand beside each other and are never mixed: each says what it counts. */
export function Profiles({ summary, own }: Part) {
  const { t, language } = useLanguage()
  const { num } = useFormat()
  const unit = unitOf(own, language)
  const { ivlComparable, legacy } = summary.profiles
  const figure = (kg: number) => twoDigits(unit.of(kg), language)
  const claim = displayClaim(own.claim, language)
  const tonnes = legacy.kg >= 1000
  const legacyFigure = num(legacy.kg, 0)
  return (
    <Section beside title={t(texts.profiles)} lead={t(texts.profilesLead)}>
      <ChartFrame
        language={language}
        title={t(texts.profiles)}
        fileName="tre-satt-att-rakna"
        hasPicture={false}
        tables={[
          {
            columns: [t(texts.profile), `${t(texts.centre)}, kg`, t(texts.low), t(texts.high)],
            rows: [
              [summary.method, own.net, own.low, own.high],
              [t(climateTexts.profileIvl), ivlComparable?.kg ?? '', '', ''],
              ['Inrego legacy', legacy.kg, '', ''],
            ],
          },
        ]}
        source={useSource(summary)}
      >
        <div className="profiles">
          <article>
            <h3>{t(climateTexts.profileOwn)}</h3>
            <p className="figure-value accent">
              {claim.figure}{' '}
              <span>
                {claim.unit} <Co2e />
              </span>
            </p>
            <IntervalBar
              language={language}
              unit={unit.word}
              label={t(climateTexts.profileOwn)}
              low={unit.of(own.low)}
              centre={unit.of(own.net)}
              high={unit.of(own.high)}
            />
            <p>{t(texts.ownMeaning)}</p>
          </article>
          {ivlComparable && (
            <article>
              <h3>{t(climateTexts.profileIvl)}</h3>
              <p className="figure-value">
                {figure(ivlComparable.kg)}{' '}
                <span>
                  {unit.word} <Co2e />
                </span>
              </p>
              <p>{t(climateTexts.profileIvlMeaning)}</p>
              <p className="note">{t(texts.noInterval)}</p>
            </article>
          )}
          <article>
            <h3>{t(climateTexts.profileLegacy)}</h3>
            <p className={tonnes ? 'figure-value long' : 'figure-value'}>
              {legacyFigure}{' '}
              <span>
                kg <Co2e />
              </span>
            </p>
            <p>{t(climateTexts.profileLegacyMeaning)}</p>
            <p>{t(texts.legacyEquals, num(legacy.fridgeYears), num(legacy.laps))}</p>
            {legacy.notCounted > 0 && (
              <p className="note">
                {t(
                  texts.legacyNotCounted,
                  num(summary.count - legacy.notCounted),
                  num(legacy.notCounted),
                )}
              </p>
            )}
          </article>
        </div>
      </ChartFrame>
    </Section>
  )
}
