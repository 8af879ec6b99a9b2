// Words for what an order, a need and a match can be.
import type { Condition } from '../rules/matching.ts'
import type { NeedWay, NewReason } from '../rules/needs.ts'
import type { NeedState, OrderState, PurchaseEnd } from '../rules/orders.ts'

interface Words {
  readonly sv: string
  readonly en: string
}

export const orderStateTexts: Record<OrderState, Words> = {
  draft: { sv: 'Utkast', en: 'Draft' },
  submitted: { sv: 'Väntar på attest', en: 'Awaits approval' },
  approved: { sv: 'Attesterad', en: 'Approved' },
  declined: { sv: 'Avslagen', en: 'Declined' },
  withdrawn: { sv: 'Återtagen', en: 'Withdrawn' },
  partlyDelivered: { sv: 'Delvis utlämnad', en: 'Partly delivered' },
  delivered: { sv: 'Utlämnad', en: 'Delivered' },
}

export const needStateTexts: Record<NeedState, Words> = {
  open: { sv: 'Väntar på enhet', en: 'Waits for a device' },
  held: { sv: 'Hålls i butiken', en: 'Held in the shop' },
  reserved: { sv: 'Reserverad', en: 'Reserved' },
  onOrder: { sv: 'Köps ny', en: 'Bought new' },
  delivered: { sv: 'Utlämnad', en: 'Delivered' },
  withdrawn: { sv: 'Återtaget', en: 'Withdrawn' },
}

export const purchaseEndTexts: Record<PurchaseEnd, Words> = {
  'reservation-expired': {
    sv: 'Reservationen i butiken gick ut',
    en: 'The reservation in the shop ran out',
  },
  'purchase-called-off': { sv: 'Köpet blev inte av', en: 'The purchase was called off' },
  'purchase-not-delivered': { sv: 'Köpet kom inte fram', en: 'The purchase never came' },
}

export const wayTexts: Record<NeedWay, Words> = {
  pool: { sv: 'Ur poolen', en: 'From the pool' },
  shop: { sv: 'Köps återbrukad', en: 'Bought reused' },
  new: { sv: 'Ny', en: 'New' },
}

export const reasonTexts: Record<NewReason, Words> = {
  noneInPool: { sv: 'Ingen i poolen passar', en: 'None in the pool fits' },
  tooOldForSystem: {
    sv: 'De som finns är för gamla för systemet',
    en: 'Those that exist are too old for the system',
  },
  specialNeed: { sv: 'Särskilt behov', en: 'Special need' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  security: { sv: 'Säkerhetskrav', en: 'Security demands' },
  contractDemands: { sv: 'Avtalet kräver det', en: 'The contract demands it' },
}

/** What kept a device away from a need. */
export const conditionTexts: Record<Condition, Words> = {
  kind: { sv: 'annat slag', en: 'another kind' },
  dataProven: { sv: 'raderingen inte bevisad', en: 'erasure not proven' },
  grade: { sv: 'för låg grad', en: 'too low a grade' },
  memory: { sv: 'för lite eller okänt minne', en: 'too little or unknown memory' },
  storage: { sv: 'för lite eller okänd lagring', en: 'too little or unknown storage' },
  screen: { sv: 'för liten eller okänd skärm', en: 'too small or unknown screen' },
  cores: { sv: 'för få eller okänt antal kärnor', en: 'too few or unknown cores' },
  processor: { sv: 'för gammal eller okänd processor', en: 'too old or unknown processor' },
  system: { sv: 'annat system', en: 'another system' },
  inTime: { sv: 'hinner inte fram i tid', en: 'cannot arrive in time' },
}
