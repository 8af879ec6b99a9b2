// Offers on one need, and the decision.
import './catalogue.css'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { Segmented } from '../../../web/kit/Tabs.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../devices/texts.ts'
import { comparisonsApi as api } from '../api/comparisons.ts'
import { offersTexts as texts } from '../texts/pages.ts'
import { AddOffer } from './offers/AddOffer.tsx'
import { ChangeComparison } from './offers/NewComparison.tsx'
import { ChooseOffer } from './offers/ChooseOffer.tsx'
import { OfferTable, type ShownComparison, type ShownOffer } from './offers/OfferTable.tsx'
import { comparisonSearch } from './search.ts'
import { NotYet } from './NotYet.tsx'

export default function ComparisonPage() {
  const t = useText()
  const { num } = useFormat()
  const { may } = useSession()
  const params = { comparisonId: useParam('comparisonId') }
  const { data: comparison, error } = useEndpoint(api.getComparison, { params }, { keep: false })
  const [search, setSearch] = useSearch(comparisonSearch)
  const takeOut = useAct(api.withdrawOffer)
  const [adding, add] = useState(false)
  const [changing, change] = useState(false)
  const [choosing, choose] = useState<ShownOffer | null>(null)
  if (!comparison)
    return (
      <NotYet
        title={t(texts.one)}
        up={{ href: '/offer-comparisons', text: t(texts.title) }}
        problem={error}
      />
    )
  const { offers, decision } = comparison
  const open = decision === null && may('catalogue.compare')
  const front =
    offers.find((one) => one.id === search.offer) ??
    offers.find((one) => one.id === decision?.offerId) ??
    offers.find((one) => one.place === 1) ??
    offers[0]
  return (
    <>
      <PageHead
        title={comparison.title}
        lead={t(texts.needs, num(comparison.deviceCount), t(kindTexts[comparison.kind]))}
        up={{ href: '/offer-comparisons', text: t(texts.title) }}
        acts={
          open && (
            <>
              <Button onPress={() => change(true)}>{t(texts.change)}</Button>
              <Button kind={offers.length === 0 ? 'primary' : 'plain'} onPress={() => add(true)}>
                {t(texts.addOffer)}
              </Button>
            </>
          )
        }
      />
      <Refusal problem={takeOut.problem} />
      {decision && <Decision comparison={comparison} />}
      {front ? (
        <>
          <div className="offerchoice">
            <Segmented
              label={t(texts.shown)}
              options={offers.map(({ id, supplier }) => ({ id, text: supplier }))}
              value={front.id}
              onChange={(offer) => setSearch({ offer })}
            />
          </div>
          <OfferTable
            comparison={comparison}
            front={front.id}
            onChoose={open ? (offer) => choose(offer) : null}
            onTakeOut={(offer) => void takeOut.act({ params: { ...params, offerId: offer.id } })}
          />
          <p className="note">{t(texts.judgedOn, unbroken(comparison.judgedOn))}</p>
        </>
      ) : (
        <EmptyState>{t(texts.noOffers)}</EmptyState>
      )}
      {changing && <ChangeComparison comparison={comparison} onClose={() => change(false)} />}
      {adding && <AddOffer comparison={comparison} onClose={() => add(false)} />}
      {choosing && (
        <ChooseOffer
          comparisonId={comparison.id}
          version={comparison.version}
          offer={choosing}
          onClose={() => choose(null)}
        />
      )}
    </>
  )
}

/** A day in a sentence stands on one line: word joiners keep its hyphens from breaking it. */
const unbroken = (day: string): string => day.replaceAll('-', '\u2060-\u2060')

function Decision({ comparison }: { readonly comparison: ShownComparison }) {
  const t = useText()
  const { dayOf } = useFormat()
  const { decision, offers } = comparison
  const chosen = offers.find((one) => one.id === decision?.offerId)
  if (!decision || !chosen) return null
  const by = decision.decidedBy ?? t(texts.somebody)
  return (
    <Section title={t(texts.decision)}>
      <div className="prose decision">
        <p>{t(texts.decided, chosen.supplier, by, unbroken(dayOf(decision.decidedAt)))}</p>
        <p>{decision.reason}</p>
      </div>
    </Section>
  )
}
