// How a price is reckoned: as a sentence that can be read aloud, and as a table that adds up.
import type { Static } from 'typebox'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import type { Service } from '../../api/services.ts'
import type { PriceLine } from '../../rules/price.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { lineTexts, roundingTexts } from '../../texts/words.ts'

type Price = Static<typeof Service>['prices'][number]

export function Reckoning({ price }: { readonly price: Price }) {
  const t = useText()
  const { money, num, ore, list, percent } = useFormat()
  const { parts, calculation } = price
  const sek = (amountOre: number) => money({ amountOre, currency: 'SEK' })
  const share = percent(parts.returnBasisPoints / 10_000, decimalsOf(parts.returnBasisPoints))
  const interest = percent(parts.interestBasisPoints / 10_000, 2)
  const expected = ore(calculation.expectedResidualOre)
  const how: Record<PriceLine, string> = {
    depreciation: `(${ore(parts.purchaseOre)} − ${ore(parts.residualOre)} × ${share}) ÷ ${parts.months}`,
    finance: `(${ore(parts.purchaseOre)} + ${expected}) ÷ 2 × ${interest} ÷ 12`,
    support: t(texts.supportHow),
    handling: `${ore(parts.handlingOre)} ÷ ${parts.months}`,
    rounding: '',
  }
  const rounded = calculation.roundings
    .filter(({ name }) => name !== 'price')
    .map(({ name, addedMilliOre }) =>
      t(
        texts.added,
        t(roundingTexts[name]),
        `${addedMilliOre > 0 ? '+' : ''}${num(addedMilliOre / 1000, 2)}`,
      ),
    )
  return (
    <div className="reckoning">
      <p className="prose">
        {t(texts.sentence, {
          purchase: sek(parts.purchaseOre),
          months: parts.months,
          residual: sek(parts.residualOre),
          percent: share,
          expected: sek(calculation.expectedResidualOre),
          interest,
          price: sek(price.priceOre),
        })}
      </p>
      <table className="cattable">
        <thead>
          <tr>
            <th scope="col">{t(texts.part)}</th>
            <th scope="col">{t(texts.how)}</th>
            <th scope="col" className="num">
              {t(texts.aMonth)}
            </th>
          </tr>
        </thead>
        <tbody>
          {calculation.lines.map(({ line, ore: amount }) => (
            <tr key={line}>
              <th scope="row">{t(lineTexts[line])}</th>
              <td className="how">{how[line]}</td>
              <td className="num">{ore(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(texts.sum)}</th>
            <td />
            <td className="num">{sek(price.priceOre)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="note">
        {rounded.length > 0 && `${t(texts.roundings, list(rounded))} `}
        {t(texts.rule, calculation.rule)}
      </p>
    </div>
  )
}

const decimalsOf = (basisPoints: number): number =>
  basisPoints % 100 === 0 ? 0 : basisPoints % 10 === 0 ? 1 : 2
