// What partners have for a need, as things to choose among.
import type { Output } from '../../../core/endpoint.ts'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { useSpecs } from '../../resale/pages/parts.tsx'
import { vatTexts } from '../../resale/texts/words.ts'
import { wizardTexts as texts } from '../texts/wizard.ts'
import type { api } from './api.ts'

type Offers = Output<typeof api.orderOptions>['offers']

export function useOfferChoices(offers: Offers) {
  const t = useText()
  const { num, money } = useFormat()
  const specs = useSpecs()
  return offers.map((one) => ({
    id: one.listingId,
    text: t(
      texts.offer,
      `${one.maker} ${one.model}`,
      money({ amountOre: one.priceOre, currency: 'SEK' }),
    ),
    note: [
      t(texts.offerOf, one.grade, one.seller.name ?? '', num(one.count)),
      specs(one),
      one.warrantyMonths > 0 ? t(texts.warranty, one.warrantyMonths) : '',
      t(vatTexts[one.vat]),
    ]
      .filter(Boolean)
      .join(', '),
  }))
}
