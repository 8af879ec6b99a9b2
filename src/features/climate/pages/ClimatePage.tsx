// The climate report: the finding as a sentence, then what it rests on and how unsure it is.
import './climate.css'
import { Printer } from 'lucide-react'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DayField } from '../../../web/kit/field/DayField.tsx'
import { DefinitionList } from '../../../web/kit/Facts.tsx'
import { useFormat, useLanguage, useText, type Translate } from '../../../web/kit/language.tsx'
import { Menu } from '../../../web/kit/Menu.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Co2e } from '../../../web/kit/values.tsx'
import { api } from '../api.ts'
import { displayClaim } from '../rules/display.ts'
import { defaultParameters } from '../rules/parameters.ts'
import { climateTexts } from '../texts.ts'
import { reportTexts as texts } from '../texts/pages.ts'
import { ByKind, DriversSection, Profiles } from './figures.tsx'
import { Caveats, Equivalents, Quality, Sources } from './ground.tsx'
import { climateSearch } from './search.ts'
import { driverWords, kindName, type Own, type Summary } from './words.ts'

export default function ClimatePage() {
  const t = useText()
  const [search] = useSearch(climateSearch)
  const query = { ...(search.from && { from: search.from }), ...(search.to && { to: search.to }) }
  const { data, error } = useEndpoint(api.climateSummary, { query })
  if (!data)
    return error ? (
      <>
        <PageHead title={t(climateTexts.title)} acts={<Period />} />
        <Refusal problem={error} />
      </>
    ) : (
      <Skeleton lines={6} height={48} />
    )
  const { own } = data.profiles
  if (!own) return <Nothing summary={data} />
  return (
    <div className="report">
      <Head summary={data} own={own} />
      <ByKind summary={data} own={own} />
      <DriversSection summary={data} own={own} />
      <Profiles summary={data} own={own} />
      <Equivalents own={own} />
      <Quality summary={data} own={own} />
      <Caveats summary={data} own={own} />
      <Sources summary={data} />
    </div>
  )
}

function Nothing({ summary }: { readonly summary: Summary }) {
  const t = useText()
  const { may } = useSession()
  const [{ from, to }] = useSearch(climateSearch)
  const narrowed = Boolean(from || to)
  return (
    <>
      <PageHead title={t(climateTexts.title)} acts={<Period />} />
      <EmptyState
        act={
          narrowed ? (
            <LinkButton href="/climate">{t(texts.showAll)}</LinkButton>
          ) : (
            may('disposition.see') && (
              <LinkButton href="/outcomes">{t(texts.toOutcomes)}</LinkButton>
            )
          )
        }
      >
        {t(narrowed ? texts.emptyPeriod : texts.empty)}{' '}
        {summary.withoutFactor > 0 && t(texts.withoutFactor, summary.withoutFactor)}
      </EmptyState>
    </>
  )
}

function periodWords(from: string, to: string, t: Translate) {
  if (!from && !to) return t(texts.allTime)
  if (from === `${from.slice(0, 4)}-01-01` && to === `${from.slice(0, 4)}-12-31`)
    return from.slice(0, 4)
  if (from && to) return t(texts.between, from, to)
  return from ? t(texts.sinceDay, from) : t(texts.until, to)
}

function Head({ summary, own }: { readonly summary: Summary; readonly own: Own }) {
  const { t, language } = useLanguage()
  const { num, percent } = useFormat()
  const [{ from, to }] = useSearch(climateSearch)
  const negative = own.claim.net < 0
  const claim = displayClaim({ ...own.claim, net: Math.abs(own.claim.net) }, language)
  const ends = displayClaim({ ...own.claim, net: own.claim.low }, language)
  const high = displayClaim({ ...own.claim, net: own.claim.high }, language)
  const start = t(negative ? texts.findingWorse : texts.findingStart)
  const end = negative ? ` ${t(texts.findingWorseEnd)}` : ''
  const amount = `${claim.figure}\u00a0${claim.unit}`
  const largest = summary.categories
    .filter(({ figure }) => figure !== null)
    .toSorted((a, b) => b.figure!.net - a.figure!.net)[0]
  return (
    <>
      <p className="kicker">{t(texts.kicker, periodWords(from, to, t))}</p>
      <PageHead
        title={`${start} ${amount} CO₂e${end}`}
        heading={
          <>
            {start} {amount} <Co2e />
            {end}
          </>
        }
        acts={
          <>
            <Period />
            <Button icon={Printer} onPress={() => print()}>
              {t(texts.print)}
            </Button>
          </>
        }
      />
      <div className="reporthead">
        <p className="reportlead">
          {t(texts.rangeStart)} <b>{t(texts.rangeOf, ends.figure, high.figure, claim.unit)}</b>.{' '}
          {own.low < 0 && own.net >= 0 && `${t(texts.belowZero)} `}
          {largest && t(texts.most, kindName(largest.category, t), driverWords(own.driver, t))}{' '}
          {summary.byDisplacement
            .map(({ displacement, count }) => t(texts.grounds[displacement], num(count)))
            .join(' ')}
        </p>
        <DefinitionList
          facts={[
            { name: t(climateTexts.method), value: summary.method },
            {
              name: t(texts.factors),
              value: t(
                texts.factorsOf,
                summary.factorVersion,
                num(defaultParameters.gridFactor.central * 1000),
              ),
            },
            { name: t(texts.period), value: periodWords(from, to, t) },
            { name: t(texts.counted), value: num(summary.count) },
            { name: t(texts.failed), value: num(summary.failed) },
            {
              name: t(texts.quality),
              value: t(texts.qualityOf, percent(own.carbonCoverage ?? 0)),
            },
          ]}
        />
      </div>
    </>
  )
}

const YEARS = 10
const thisYear = () => new Date().getFullYear()

function Period() {
  const t = useText()
  const [search, setSearch] = useSearch(climateSearch)
  const { from, to, own } = search
  const year = thisYear()
  const years = Array.from({ length: YEARS }, (_, back) => String(year - back))
  const hrefs = (year: string) =>
    hrefOf('/climate', climateSearch, { from: `${year}-01-01`, to: `${year}-12-31` })
  return (
    <>
      {own && (
        <div className="owndays">
          <DayField
            label={t(texts.from)}
            value={from || null}
            onChange={(next) => setSearch({ from: next ?? '' }, { replace: true })}
          />
          <DayField
            label={t(texts.to)}
            value={to || null}
            onChange={(next) => setSearch({ to: next ?? '' }, { replace: true })}
          />
        </div>
      )}
      <Menu
        text={own ? t(texts.ownDays) : capital(periodWords(from, to, t))}
        label={`${t(texts.period)}: ${periodWords(from, to, t)}`}
        acts={[
          { id: 'all', text: t(texts.allTimeCap), href: '/climate', current: !from && !to && !own },
          ...years.map((year) => ({
            id: year,
            text: year,
            href: hrefs(year),
            current: from === `${year}-01-01` && to === `${year}-12-31` && !own,
          })),
          {
            id: 'own',
            text: t(texts.ownDays),
            parted: true,
            current: own,
            onAct: () => setSearch({ own: true }),
          },
        ]}
      />
    </>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
