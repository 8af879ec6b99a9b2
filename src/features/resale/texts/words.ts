// Words for what the codes of the shop say.
import type { VatScheme } from '../rules/listing.ts'
import type { LineState, PurchaseState } from '../rules/purchase.ts'
import type { CaseAnswer, CaseState } from '../rules/warranty.ts'

type Words = { readonly sv: string; readonly en: string }

export const vatTexts: Record<VatScheme, Words> = {
  standard: { sv: 'exkl. moms', en: 'excl. VAT' },
  margin: { sv: 'vinstmarginalbeskattad', en: 'margin scheme' },
}
export const vatChoices: Record<VatScheme, Words> = {
  standard: { sv: '25\u00a0% moms tillkommer', en: '25% VAT is added' },
  margin: { sv: 'Vinstmarginalbeskattning', en: 'Margin scheme' },
}

/** Where the price is all that a person pays. */
export const insideVatChoices: Record<VatScheme, Words> = {
  standard: { sv: '25\u00a0% moms ingår', en: '25% VAT is included' },
  margin: { sv: 'Vinstmarginalbeskattning', en: 'Margin scheme' },
}

export const purchaseStateTexts: Record<PurchaseState, Words> = {
  reserved: { sv: 'Reserverat', en: 'Reserved' },
  confirmed: { sv: 'Bekräftat', en: 'Confirmed' },
  sent: { sv: 'Skickat', en: 'Sent' },
  received: { sv: 'Mottaget', en: 'Received' },
  cancelled: { sv: 'Avbrutet', en: 'Called off' },
  expired: { sv: 'Gick ut', en: 'Ran out' },
}
export const lineStateTexts: Record<LineState, Words> = {
  ordered: { sv: 'Beställd', en: 'Ordered' },
  sent: { sv: 'På väg', en: 'On its way' },
  received: { sv: 'Mottagen', en: 'Received' },
  cancelled: { sv: 'Utgick', en: 'Left out' },
}
export const caseStateTexts: Record<CaseState, Words> = {
  open: { sv: 'Väntar på svar', en: 'Waits for an answer' },
  repairing: { sv: 'Repareras', en: 'Being repaired' },
  replacing: { sv: 'Ersätts', en: 'Being replaced' },
  refused: { sv: 'Avslaget', en: 'Refused' },
  closed: { sv: 'Avslutat', en: 'Closed' },
}
export const caseAnswerTexts: Record<CaseAnswer, Words> = {
  repair: { sv: 'Vi reparerar den', en: 'We repair it' },
  replacement: { sv: 'Ni får en annan', en: 'You get another' },
  refusal: { sv: 'Garantin gäller inte', en: 'The warranty does not hold' },
}
