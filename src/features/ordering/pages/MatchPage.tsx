// One match: what it found, why for each need, and taking it.
import './ordering.css'
import type { Output } from '../../../core/endpoint.ts'
import { Facts } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { LongWork } from '../../../web/kit/LongWork.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { matchTexts as texts } from '../texts/pages.ts'
import { api } from './api.ts'
import { Accept } from './match/Accept.tsx'
import { Proposals } from './match/Proposals.tsx'

export type WholeMatch = Output<typeof api.getMatch>

/** Milliseconds between two looks at the work. */
const EVERY = 700

export default function MatchPage() {
  const t = useText()
  const params = { matchId: useParam('matchId') }
  const { data: match, error } = useEndpoint(api.getMatch, { params }, { keep: false })
  const waiting = match?.state === 'waiting'
  useEndpoint(api.getMatch, { params }, { enabled: waiting, every: EVERY })
  const up = { href: '/matches', text: t(texts.title) }
  if (!match)
    return (
      <>
        <PageHead title={t(texts.one)} up={up} />
        {error ? <Refusal problem={error} /> : <Skeleton lines={8} />}
      </>
    )
  const { met, needs, state } = match
  const finding =
    state === 'waiting' ? t(texts.finding.waiting, needs) : t(texts.finding[state], met ?? 0, needs)
  return (
    <>
      <PageHead title={`${match.number}. ${finding}`} heading={finding} up={up} />
      <Accept match={match} />
      <MatchFacts match={match} />
      {waiting && <LongWork name={t(texts.work)} done={0} total={null} said={t(texts.searching)} />}
      {!waiting && (
        <Section
          title={t(texts.proposals)}
          {...(state === 'done' && { lead: t(texts.proposalsLead) })}
        >
          <Proposals match={match} />
        </Section>
      )}
    </>
  )
}

function MatchFacts({ match }: { readonly match: WholeMatch }) {
  const t = useText()
  const { num, money, dayOf } = useFormat()
  const kr = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  const { met, needs, totalOre, candidates, seconds } = match
  return (
    <Facts
      facts={[
        { name: t(texts.number), value: match.number },
        { name: t(texts.made), value: dayOf(match.madeAt) },
        ...(met === null
          ? []
          : [
              { name: t(texts.met), value: num(met) },
              { name: t(texts.unmet), value: num(needs - met) },
            ]),
        ...(totalOre === null
          ? []
          : [
              {
                name: t(texts.total),
                value: (
                  <>
                    {kr(totalOre)} <span className="note">{t(texts.totalNote)}</span>
                  </>
                ),
              },
            ]),
        ...(candidates === null
          ? []
          : [
              {
                name: t(texts.searched),
                value: t(texts.pairs, num(candidates), num(seconds ?? 0, 2)),
              },
            ]),
        ...(match.doneAt ? [{ name: t(texts.valuedBy), value: <ValuedBy match={match} /> }] : []),
        { name: t(texts.carbon), value: t(texts.perKg, kr(match.carbonPriceOre)) },
      ]}
    />
  )
}

function ValuedBy({ match }: { readonly match: WholeMatch }) {
  const t = useText()
  const { priceList } = match
  if (!priceList) return t(texts.noPriceList)
  return (
    <>
      {priceList.name} <span className="note">{t(texts.priceListElse)}</span>
    </>
  )
}
