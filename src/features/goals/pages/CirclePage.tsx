// The front page: the circle of the organisation's real flows, and what needs somebody today.
import './circle.css'
import { Download, Plus } from 'lucide-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FlowRing } from '../../../web/kit/charts/flow-ring/FlowRing.tsx'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { useKnownPages } from '../../../web/kit/known-pages.ts'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { stringifySearch, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { Segmented } from '../../../web/kit/Tabs.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { DUE_DAYS } from '../../devices/rules/due.ts'
import { api } from '../api.ts'
import { circleTexts, ownCircleTexts } from '../texts/circle.ts'
import { KeyFigures } from './circle/KeyFigures.tsx'
import {
  isLate,
  ringFlows,
  stationHref,
  stationsOf,
  type Circle,
  type Station,
} from './circle/ring.ts'
import { circleSearch } from './circle/search.ts'
import { Todo, TodoJump } from './circle/Todo.tsx'
import { Week } from './circle/Week.tsx'

export default function CirclePage() {
  const { may } = useSession()
  const router = useRouter()
  const mine = !may('devices.see')
  useEffect(() => {
    // A holder's own things are the whole of Omlopp to a holder.
    if (mine) router.history.replace('/mine')
  }, [mine, router])
  return mine ? null : <TheCircle />
}

function TheCircle() {
  const t = useText()
  const formats = useFormat()
  const { organisation } = useSession()
  const partner = organisation?.kind === 'reusePartner'
  const [search, setSearch] = useSearch(circleSearch)
  const { data, error } = useEndpoint(api.getCircle, { query: { period: search.period } })
  const today = formats.dayOf(data?.asOf ?? new Date().toISOString())
  const lead = partner ? circleTexts.leadPartner : circleTexts.lead
  const empty = data?.total === 0 && data.flows.every(({ count }) => count === 0)
  return (
    <>
      <PageHead
        title={t(circleTexts.title)}
        lead={
          data &&
          !empty &&
          t(lead, formats.longDay(today), formats.num(data.total), data.total === 1)
        }
        acts={
          !empty && (
            <Segmented
              label={t(circleTexts.period)}
              options={[
                { id: 'month', text: t(circleTexts.month) },
                { id: 'year', text: t(circleTexts.year) },
              ]}
              value={search.period}
              onChange={(period) => setSearch({ period })}
            />
          )
        }
      />
      <Refusal problem={error} />
      {!data && !error && <Skeleton height={520} />}
      {data &&
        (empty ? <Empty partner={partner} /> : <Full {...{ circle: data, partner, today }} />)}
    </>
  )
}

interface CircleProps {
  readonly circle: Circle
  readonly partner: boolean
  readonly today: string
}

function Full({ circle, partner, today }: CircleProps) {
  const t = useText()
  const stations = stationsOf(circle, partner)
  return (
    <>
      <TodoJump circle={circle} stations={stations} />
      <div className="circlepage">
        <Ring {...{ circle, partner, today }} />
        <Todo circle={circle} stations={stations} />
      </div>
      <Week stations={stations} today={today} />
      <KeyFigures today={today} partner={partner} ownCircle={circle.goal} />
      <p className="sources note">
        <span>{t(circleTexts.sourceWidth, circle.from, today)}</span>
        <span>{t(circleTexts.sourceStuck)}</span>
        <span>{t(circleTexts.sourceFigures)}</span>
      </p>
    </>
  )
}

function Ring({ circle, partner, today }: CircleProps) {
  const t = useText()
  const { language } = useLanguage()
  const { may } = useSession()
  const { num, percent } = useFormat()
  const sub = ({ id, count, week }: Station): string => {
    if (id === 'due') return t(circleTexts.withinDays, DUE_DAYS)
    if (week !== null) return t(circleTexts.inWeek, num(week))
    return id === 'inUse' && circle.total > 0
      ? t(circleTexts.ofAll, percent(count / circle.total))
      : ''
  }
  const stuckText = ({ id, stuck }: Station) =>
    t(isLate(id) ? circleTexts.late : circleTexts.stuck, num(stuck), stuck === 1)
  return (
    <FlowRing
      language={language}
      fileName={`omloppet-${today}`}
      stations={stationsOf(circle, partner).map((station) => ({
        id: station.id,
        count: station.count,
        sub: sub(station),
        href: stationHref(station.id, today),
        ...(station.stuck > 0 && {
          stuck: { count: station.stuck, text: stuckText(station) },
        }),
      }))}
      flows={ringFlows(circle, partner)}
      {...(!partner && { needsMet: circle.needsMet })}
      {...(!partner && circle.goal !== null && { goal: circle.goal })}
      links={!partner && may('organisation.manage') && <SetGoal circle={circle} />}
    />
  )
}

function SetGoal({ circle }: { readonly circle: Circle }) {
  const t = useText()
  const [search] = useSearch(circleSearch)
  const period = search.period === 'month' ? search.period : ''
  return (
    <Link href={`/${stringifySearch({ period, goal: 'ownCircle' })}`}>
      {t(circle.goal === null ? ownCircleTexts.act : ownCircleTexts.change)}
    </Link>
  )
}

/** Teaches what will stand here, and what to do first. */
function Empty({ partner }: { readonly partner: boolean }) {
  const t = useText()
  const { language } = useLanguage()
  const { may, organisation } = useSession()
  const { known } = useKnownPages()
  // A financier and a supplier have nothing of their own to hand out.
  const elsewhere = organisation?.kind === 'financier' || organisation?.kind === 'supplier'
  const lead = elsewhere
    ? circleTexts.emptyLeadElsewhere
    : partner
      ? circleTexts.emptyLeadPartner
      : circleTexts.emptyLead
  return (
    <div className="circlepage">
      <FlowRing
        language={language}
        fileName="omloppet"
        stations={[]}
        flows={{}}
        emptyLines={circleTexts.emptyLines[language]}
      />
      <Section title={t(circleTexts.emptyTitle)}>
        <p className="muted">{t(lead)}</p>
        {!partner && !elsewhere && (
          <ol className="firststeps">
            {may('organisation.manage') && (
              <li>
                <span>
                  <Link href="/organisation?change=true">{t(circleTexts.emptyFirst)}</Link>,{' '}
                  {t(circleTexts.emptyFirstWhy)}
                </span>
              </li>
            )}
            {circleTexts.emptySteps[language].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        <div className="tools">
          {may('devices.import') && known('/devices/import') && (
            <LinkButton href="/devices/import" icon={Download} kind="primary">
              {t(circleTexts.import)}
            </LinkButton>
          )}
          {!partner && may('devices.register') && (
            <LinkButton
              href="/devices/new"
              icon={Plus}
              kind={may('devices.import') && known('/devices/import') ? 'plain' : 'primary'}
            >
              {t(circleTexts.register)}
            </LinkButton>
          )}
        </div>
      </Section>
    </div>
  )
}
