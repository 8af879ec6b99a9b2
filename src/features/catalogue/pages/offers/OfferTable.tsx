// Offers beside each other, requirement by requirement. On a small screen one offer at a time.
import { Check, CircleQuestionMark, X } from 'lucide-react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import type { comparisonsApi } from '../../api/comparisons.ts'
import type { Verdict } from '../../rules/offers.ts'
import { offersTexts as texts } from '../../texts/pages.ts'
import { criterionTexts, verdictTexts } from '../../texts/words.ts'
import { shownLeast, shownValue } from '../values.ts'

export type ShownComparison = Output<typeof comparisonsApi.getComparison>
export type ShownOffer = ShownComparison['offers'][number]

export function OfferTable(props: {
  readonly comparison: ShownComparison
  /** The one that a small screen shows. */
  readonly front: string
  /** Null: nobody may choose here, or somebody has. */
  readonly onChoose: ((offer: ShownOffer) => void) | null
  readonly onTakeOut: (offer: ShownOffer) => void
}) {
  const { comparison, front, onChoose, onTakeOut } = props
  const t = useText()
  const { money } = useFormat()
  const { offers, requirements, decision } = comparison
  const compulsory = requirements.filter((one) => one.compulsory).length
  const sideOf = (offer: ShownOffer) =>
    [
      offer.id === front ? 'front' : 'back',
      decision?.offerId === offer.id ? 'chosen' : '',
      offer.stoppedBy.length > 0 ? 'stopped' : '',
    ].join(' ')
  const rows = (from: number, to: number) =>
    requirements
      .slice(from, to)
      .map(({ key }, index) => (
        <Requirement key={key} comparison={comparison} at={from + index} sideOf={sideOf} />
      ))
  const heading = (text: string) => (
    <tr className="part">
      <th scope="colgroup" colSpan={offers.length + 1}>
        {text}
      </th>
    </tr>
  )
  return (
    <table className="offers">
      <caption className="vh">{comparison.title}</caption>
      <thead>
        <tr>
          <td />
          {offers.map((offer) => (
            <th key={offer.id} scope="col" className={sideOf(offer)}>
              <span className="supplier">{offer.supplier}</span>
              <span className="product">
                {offer.modelId ? (
                  <Link href={`/models/${offer.modelId}`}>{offer.product}</Link>
                ) : (
                  offer.product
                )}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="figures">
          <th scope="row">{t(texts.price)}</th>
          {offers.map((offer) => (
            <td key={offer.id} className={sideOf(offer)}>
              {money({ amountOre: offer.monthPriceOre, currency: 'SEK' })}
            </td>
          ))}
        </tr>
        <tr className="figures points">
          <th scope="row">{t(texts.points)}</th>
          {offers.map((offer) => (
            <td key={offer.id} className={sideOf(offer)}>
              <Points offer={offer} />
            </td>
          ))}
        </tr>
      </tbody>
      {compulsory > 0 && (
        <tbody>
          {heading(t(texts.compulsory))}
          {rows(0, compulsory)}
        </tbody>
      )}
      {compulsory < requirements.length && (
        <tbody>
          {heading(t(texts.weighed))}
          {rows(compulsory, requirements.length)}
        </tbody>
      )}
      {onChoose && (
        <tfoot>
          <tr>
            <td />
            {offers.map((offer) => (
              <td key={offer.id} className={sideOf(offer)}>
                <Button
                  kind={offer.place === 1 ? 'primary' : 'plain'}
                  label={t(texts.chooseOffer, offer.supplier)}
                  onPress={() => onChoose(offer)}
                  cannot={offer.stoppedBy.length > 0 ? t(texts.stopped, namesOf(offer, t)) : null}
                >
                  {t(texts.choose)}
                </Button>{' '}
                <Button
                  kind="quiet"
                  label={t(texts.takeOutOffer, offer.supplier)}
                  onPress={() => onTakeOut(offer)}
                >
                  {t(texts.takeOut)}
                </Button>
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** What stops the offer, and that it is unknown where it is. */
const namesOf = (offer: ShownOffer, t: ReturnType<typeof useText>): string =>
  offer.stoppedBy
    .map((key) => {
      const verdict = offer.judged.find((one) => one.key === key)?.verdict ?? 'unknown'
      return `${t(criterionTexts[key]).toLowerCase()} (${t(verdictTexts[verdict]).toLowerCase()})`
    })
    .join(', ')

function Points({ offer }: { readonly offer: ShownOffer }) {
  const t = useText()
  return (
    <>
      {t(texts.pointsOf, offer.points, offer.ofPoints)}
      {offer.place !== null && <span className="place">{t(texts.placeNumber, offer.place)}</span>}
    </>
  )
}

function Requirement(props: {
  readonly comparison: ShownComparison
  readonly at: number
  readonly sideOf: (offer: ShownOffer) => string
}) {
  const { comparison, at, sideOf } = props
  const t = useText()
  const formats = useFormat()
  const { key, least, compulsory, weight } = comparison.requirements[at]!
  return (
    <tr>
      <th scope="row">
        {t(criterionTexts[key])}
        <span className="least">
          {shownLeast(key, least, t, formats)}
          {!compulsory && `, ${t(texts.weight, weight)}`}
        </span>
      </th>
      {comparison.offers.map((offer) => {
        const { value, verdict, from } = offer.judged[at]!
        return (
          <td key={offer.id} className={sideOf(offer)}>
            <span className={`verdict ${verdict}${compulsory ? ' must' : ''}`}>
              <Mark verdict={verdict} />
              <span>
                {value === null ? (
                  t(verdictTexts.unknown)
                ) : (
                  <>
                    <span className="vh">{t(verdictTexts[verdict])}: </span>
                    {shownValue(key, value, t, formats)}
                  </>
                )}
                {from === 'catalogue' && <span className="from">{t(texts.fromCatalogue)}</span>}
              </span>
            </span>
          </td>
        )
      })}
    </tr>
  )
}

const marks = { met: Check, notMet: X, unknown: CircleQuestionMark }
function Mark({ verdict }: { readonly verdict: Verdict }) {
  const Icon = marks[verdict]
  return <Icon aria-hidden />
}
