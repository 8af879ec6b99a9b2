// What needs somebody today: how many, where, and one act that leads to the very list.
import { dayOf } from '../../../../core/dates.ts'
import { sek } from '../../../../core/money.ts'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { useKnownPages } from '../../../../web/kit/known-pages.ts'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Flag } from '../../../../web/kit/Notice.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { stringifySearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api as devicesApi } from '../../../devices/api.ts'
import { witnessApi } from '../../../erasure/api/witness.ts'
import type { Permission } from '../../../organisations/rules.ts'
import { circleTexts, questionTexts, stuckTexts } from '../../texts/circle.ts'
import { promiseOf, stationHref, stuckQuery, type Circle, type Station } from './ring.ts'

/** Who may not do what the button says is only shown the list. */
const acts: Partial<Record<Station['id'], Permission>> = {
  sent: 'returns.send',
  graded: 'disposition.decide',
}

/** Where they stand is told by counting them; of more than this the list tells it better. */
const MOST_COUNTED = 300

interface TodoProps {
  readonly circle: Circle
  readonly stations: readonly Station[]
}

/** What waits for the signed-in person, and how many lines it makes. */
function useWaiting({ circle, stations }: TodoProps) {
  const { may } = useSession()
  const stuck = stations
    .filter(({ id, stuck }) => stuck > 0 && stuckTexts[id])
    .toSorted((a, b) => b.stuck - a.stuck)
  const { openDiscrepancies, awaitingReview, awaitingApproval } = circle
  const approving = awaitingApproval !== null && awaitingApproval.orders > 0
  const asks = openDiscrepancies > 0 && may('returns.see')
  const reviewing = awaitingReview > 0 && may('erasure.review')
  const witnessing = useEndpoint(witnessApi.listWitnessing, {}).data?.items.length ?? 0
  const lines =
    stuck.length + [approving, asks, reviewing, witnessing > 0].filter((one) => one).length
  return { stuck, approving, asks, reviewing, witnessing, lines }
}

/** Where the list falls below the circle: says that it is there, and leads to it. */
export function TodoJump(props: TodoProps) {
  const t = useText()
  const { lines } = useWaiting(props)
  return lines === 0 ? null : (
    <p className="todojump">
      <a href="#today">
        <Flag>{t(circleTexts.todoJump, lines)}</Flag>
      </a>
    </p>
  )
}

export function Todo(props: TodoProps) {
  const { circle } = props
  const t = useText()
  const { num } = useFormat()
  const cost = useCost()
  const { may, organisation } = useSession()
  const { firstKnown } = useKnownPages()
  const partner = organisation?.kind === 'reusePartner'
  const discrepancies = firstKnown('/discrepancies', partner ? '/receiving' : '/collections')
  const reviews = firstKnown('/erasure/review', '/erasures', '/erasure')
  const { stuck, approving, asks, reviewing, witnessing, lines } = useWaiting(props)
  const { openDiscrepancies, awaitingReview, awaitingApproval } = circle
  const calm = stuck.length === 0 && !asks && !approving
  return (
    <div id="today" tabIndex={-1}>
      <Section title={t(circleTexts.todo)}>
        {lines === 0 && <p className="muted todonone">{t(circleTexts.todoNone)}</p>}
        <ul className="todo">
          {approving && awaitingApproval && (
            <Line
              said={t(
                questionTexts.approval,
                num(awaitingApproval.orders),
                awaitingApproval.orders === 1,
              )}
              where={cost(awaitingApproval)}
              act={t(questionTexts.approve)}
              href={`/orders${stringifySearch({ state: 'submitted' })}`}
              first
            />
          )}
          {stuck.map((station, at) => (
            <Stuck
              key={station.id}
              circle={circle}
              station={station}
              first={at === 0 && !approving}
            />
          ))}
          {asks && (
            <Line
              said={t(questionTexts.discrepancies, num(openDiscrepancies), openDiscrepancies === 1)}
              where={t(questionTexts.discrepanciesWhere)}
              act={t(may('returns.settle') ? questionTexts.settle : questionTexts.see)}
              href={discrepancies}
              first={stuck.length === 0 && !approving}
            />
          )}
          {reviewing && (
            <Line
              said={t(questionTexts.review, num(awaitingReview), awaitingReview === 1)}
              where={t(questionTexts.reviewWhere)}
              act={t(questionTexts.reviewAct)}
              href={reviews}
              first={calm}
            />
          )}
          {witnessing > 0 && (
            <Line
              said={t(questionTexts.witness, num(witnessing), witnessing === 1)}
              where={t(questionTexts.witnessWhere)}
              act={t(questionTexts.witnessAct)}
              href="/witnessing"
              first={calm && !reviewing}
            />
          )}
        </ul>
      </Section>
    </div>
  )
}

/** `18 900 kr en gång, 1 140 kr per månad.` */
function useCost() {
  const t = useText()
  const { money } = useFormat()
  return ({ monthOre, purchaseOre }: NonNullable<Circle['awaitingApproval']>): string | null => {
    const parts = [
      ...(purchaseOre > 0 ? [t(questionTexts.once, money(sek(purchaseOre)))] : []),
      ...(monthOre > 0 ? [t(questionTexts.monthly, money(sek(monthOre)))] : []),
    ]
    return parts.length > 0 ? `${parts.join(', ')}.` : null
  }
}

function Stuck(props: {
  readonly circle: Circle
  readonly station: Station
  readonly first: boolean
}) {
  const { circle, station, first } = props
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const query = stuckQuery(station.id, dayOf(new Date(circle.asOf)))
  const { data } = useEndpoint(
    devicesApi.listDevices,
    { query: { ...query, limit: MOST_COUNTED } },
    { enabled: query !== null && station.stuck <= MOST_COUNTED },
  )
  const words = stuckTexts[station.id]!
  const needs = acts[station.id]
  const sorted = station.id === 'due' ? { sort: 'endsOn' } : {}
  return (
    <Line
      said={t(words.said, num(station.stuck), station.stuck === 1, promiseOf(station.id) ?? 0)}
      where={usePlaces(data?.items ?? [])}
      act={t(!needs || may(needs) ? words.act : questionTexts.see)}
      href={
        query
          ? `/devices${stringifySearch({ ...query, ...sorted })}`
          : stationHref(station.id, dayOf(new Date(circle.asOf)))
      }
      first={first}
    />
  )
}

function Line(props: {
  readonly said: string
  readonly where: string | null
  readonly act: string
  readonly href: string | undefined
  readonly first: boolean
}) {
  const { said, where, act, href, first } = props
  return (
    <li>
      <div>
        <b>{said}</b>
        {where && <p>{where}</p>}
      </div>
      {href && (
        <LinkButton
          href={href}
          small
          kind={first ? 'primary' : 'plain'}
          aria-label={`${act}: ${said}`}
        >
          {act}
        </LinkButton>
      )}
    </li>
  )
}

interface Placed {
  readonly unit: { readonly name: string } | null
  readonly place: { readonly name: string } | null
  readonly custodian: { readonly id: string; readonly name: string } | null
}

/** `Utbildning 38, Omsorg 12, övriga 7.` */
function usePlaces(devices: readonly Placed[]): string | null {
  const t = useText()
  const { num } = useFormat()
  const { organisation } = useSession()
  const counts = new Map<string, number>()
  for (const { unit, place, custodian } of devices) {
    // That it is with oneself says nothing.
    const elsewhere = custodian && custodian.id !== organisation?.id ? custodian.name : undefined
    const name = unit?.name ?? place?.name ?? elsewhere
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const largest = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'sv'))
  if (largest.length === 0) return null
  const shown = largest.length <= 3 ? largest : largest.slice(0, 2)
  const said = shown.map(([name, count]) => `${name} ${num(count)}`).join(', ')
  const others = devices.length - shown.reduce((sum, [, count]) => sum + count, 0)
  return others > 0 ? t(circleTexts.andOthers, said, num(others)) : `${said}.`
}
