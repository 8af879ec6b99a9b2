// What the pages of orders and matches say; the questions of a new order have their own.
import { formatsOf } from '../../../core/format.ts'

const sv = formatsOf('sv')
const en = formatsOf('en')
const s = (count: number, one: string, many: string) =>
  `${en.num(count)} ${count === 1 ? one : many}`

export const listTexts = {
  title: { sv: 'Beställningar', en: 'Orders' },
  lead: {
    sv: 'Det som redan finns kommer först. Varje ny har sitt skäl.',
    en: 'What exists already comes first. Each new one has its reason.',
  },
  new: { sv: 'Beställ', en: 'Order' },
  all: { sv: 'Alla', en: 'All' },
  number: { sv: 'Nummer', en: 'Number' },
  state: { sv: 'Läge', en: 'State' },
  orderer: { sv: 'Beställare', en: 'Ordered by' },
  unit: { sv: 'Enhet', en: 'Unit' },
  needs: { sv: 'Behov', en: 'Needs' },
  newNeeds: { sv: 'Varav nya', en: 'Of which new' },
  month: { sv: 'Per månad', en: 'Per month' },
  made: { sv: 'Gjord', en: 'Made' },
  empty: {
    sv: 'Här står beställningarna, när den första har gjorts.',
    en: 'The orders appear here, once the first has been made.',
  },
  nothingFits: { sv: 'Ingen beställning är i det läget.', en: 'No order is in that state.' },
  clear: { sv: 'Visa alla', en: 'Show all' },
  somebody: { sv: 'Någon som har lämnat', en: 'Somebody who has left' },
} as const

export const orderTexts = {
  one: { sv: 'Beställning', en: 'Order' },
  finding: {
    draft: {
      sv: (n: number) => `Utkast med ${sv.num(n)} behov, inte skickat`,
      en: (n: number) => `Draft with ${s(n, 'need', 'needs')}, not sent`,
    },
    submitted: {
      sv: (n: number) => `${sv.num(n)} behov väntar på attest`,
      en: (n: number) => `${s(n, 'need awaits', 'needs await')} approval`,
    },
    waiting: {
      sv: (open: number, n: number) => `${sv.num(open)} av ${sv.num(n)} behov väntar på en enhet`,
      en: (open: number, n: number) =>
        `${en.num(open)} of ${s(n, 'need', 'needs')} wait for a device`,
    },
    ready: {
      sv: (ready: number) =>
        ready === 1
          ? '1 enhet är klar att lämna ut'
          : `${sv.num(ready)} enheter är klara att lämna ut`,
      en: (ready: number) => `${s(ready, 'device is', 'devices are')} ready to hand out`,
    },
    onWay: {
      sv: (n: number) =>
        n === 1
          ? '1 reserverad är på väg till poolen'
          : `${sv.num(n)} reserverade är på väg till poolen`,
      en: (n: number) => `${en.num(n)} reserved ${n === 1 ? 'is' : 'are'} on the way to the pool`,
    },
    reused: {
      sv: (n: number) =>
        n === 1 ? '1 köpt återbrukad ska komma' : `${sv.num(n)} köpta återbrukade ska komma`,
      en: (n: number) => `${en.num(n)} bought reused ${n === 1 ? 'is' : 'are'} to come`,
    },
    bought: {
      sv: (n: number) => `${sv.num(n)} köps nya`,
      en: (n: number) => `${en.num(n)} ${n === 1 ? 'is' : 'are'} bought new`,
    },
    partly: {
      sv: (delivered: number, n: number) => `${sv.num(delivered)} av ${sv.num(n)} utlämnade`,
      en: (delivered: number, n: number) => `${en.num(delivered)} of ${en.num(n)} delivered`,
    },
    delivered: {
      sv: (n: number) => (n === 1 ? 'Utlämnad' : `Alla ${sv.num(n)} utlämnade`),
      en: (n: number) => (n === 1 ? 'Delivered' : `All ${en.num(n)} delivered`),
    },
    deliveredSome: {
      sv: (n: number) => `${n} ${n === 1 ? 'utlämnad' : 'utlämnade'}, resten återtaget`,
      en: (n: number) => `${n} delivered, the rest withdrawn`,
    },
    declined: { sv: 'Avslagen vid attest', en: 'Declined by the approver' },
    withdrawn: { sv: 'Återtagen', en: 'Withdrawn' },
  },
  coding: { sv: 'Kontering', en: 'Coding' },
  decided: { sv: 'Beslut', en: 'Decided' },
  approval: { sv: 'Attest', en: 'Approval' },
  costs: {
    sv: (month: string, year: string) => `${month} per månad, ${year} per år.`,
    en: (month: string, year: string) => `${month} per month, ${year} per year.`,
  },
  noCost: {
    sv: 'Ingen kostnad per månad: allt kommer ur poolen.',
    en: 'No cost per month: all of it comes from the pool.',
  },
  unpriced: {
    sv: 'Ingen kostnad per månad är avtalad för de nya.',
    en: 'No cost per month has been agreed for the new ones.',
  },
  noneNew: { sv: 'Inget köps nytt.', en: 'Nothing is bought new.' },
  someNew: {
    sv: (n: number, reasons: string) => `${sv.num(n)} köps nya: ${reasons}.`,
    en: (n: number, reasons: string) => `${en.num(n)} bought new: ${reasons}.`,
  },
  approve: { sv: 'Attestera', en: 'Approve' },
  decline: { sv: 'Avslå', en: 'Decline' },
  declineTitle: {
    sv: (number: string) => `Avslå ${number}`,
    en: (number: string) => `Decline ${number}`,
  },
  declineHow: {
    sv: 'Det som har reserverats släpps. Beställaren läser skälet.',
    en: 'What has been reserved is released. The orderer reads the reason.',
  },
  why: { sv: 'Skäl', en: 'Reason' },
  writeWhy: { sv: 'Skriv varför.', en: 'Write why.' },
  own: {
    sv: 'Du har beställt själv. Någon annan attesterar.',
    en: 'You ordered this yourself. Somebody else approves it.',
  },
  waits: {
    sv: 'Väntar på den som attesterar.',
    en: 'Waits for the approver.',
  },
  submit: { sv: 'Skicka för attest', en: 'Send for approval' },
  withdraw: { sv: 'Ta tillbaka', en: 'Withdraw' },
  withdrawTitle: {
    sv: (number: string) => `Ta tillbaka ${number}`,
    en: (number: string) => `Withdraw ${number}`,
  },
  withdrawHow: {
    sv: 'Det som har reserverats släpps. Det som är utlämnat stannar hos den som har fått det.',
    en: 'What has been reserved is released. What is delivered stays with whoever has it.',
  },
  words: { sv: 'Förklaring', en: 'Explanation' },
  needs: { sv: 'Behov', en: 'Needs' },
  who: { sv: 'Till', en: 'For' },
  what: { sv: 'Vad', en: 'What' },
  how: { sv: 'Hur det möts', en: 'How it is met' },
  device: { sv: 'Utrustning', en: 'Device' },
  state: { sv: 'Läge', en: 'State' },
  from: { sv: 'Från', en: 'From' },
  replaces: { sv: (name: string) => `ersätter ${name}`, en: (name: string) => `replaces ${name}` },
  atLeast: { sv: (what: string) => `minst ${what}`, en: (what: string) => `at least ${what}` },
  inches: { sv: (n: number) => `${n} tum`, en: (n: number) => `${n} inches` },
  cores: { sv: (n: number) => `${sv.num(n)} kärnor`, en: (n: number) => `${en.num(n)} cores` },
  processorFrom: {
    sv: (year: number) => `processor från ${year}`,
    en: (year: number) => `processor from ${year}`,
  },
  grade: { sv: (grade: string) => `grad ${grade}`, en: (grade: string) => `grade ${grade}` },
  stockBought: { sv: 'Köpt, ska skickas', en: 'Bought, to be sent' },
  onItsWay: { sv: 'Köpt, på väg', en: 'Bought, on its way' },
  purchase: { sv: 'Köp', en: 'Purchase' },
  heldUntil: {
    sv: (until: string) => `hålls till ${until}`,
    en: (until: string) => `held until ${until}`,
  },
  priced: {
    sv: (price: string, months: number) =>
      months > 0 ? `${price}, ${months} månaders garanti` : `${price}, utan garanti`,
    en: (price: string, months: number) =>
      months > 0 ? `${price}, ${months} months’ warranty` : `${price}, no warranty`,
  },
  chooseStock: { sv: 'I partnerns butik, och passar', en: 'In the partner’s shop, and fits' },
  waitForPool: { sv: 'Vänta på poolen', en: 'Wait for the pool' },
  chooseThis: { sv: 'Välj till behovet', en: 'Choose for the need' },
  costsOnce: {
    sv: (price: string) => `${price} en gång.`,
    en: (price: string) => `${price} once.`,
  },
  ofItVat: {
    sv: (net: string, vat: string) => `${net} och ${vat} moms.`,
    en: (net: string, vat: string) => `${net} and ${vat} VAT.`,
  },
  stockOf: {
    sv: (n: number, warranty: string) =>
      `${sv.num(n)} köps ${n === 1 ? 'återbrukad' : 'återbrukade'} av partner${warranty}.`,
    en: (n: number, warranty: string) => `${en.num(n)} bought reused from a partner${warranty}.`,
  },
  withWarranty: {
    sv: (months: number) => ` med ${months} månaders garanti`,
    en: (months: number) => ` with ${months} months’ warranty`,
  },
  stockLost: {
    sv: (n: number) =>
      n === 1
        ? 'Ett behov har inte kvar sin enhet i butiken. Välj en annan, eller låt det vänta på poolen.'
        : `${sv.num(n)} behov har inte kvar sina enheter i butiken. Välj andra, eller låt dem vänta på poolen.`,
    en: (n: number) =>
      `${s(n, 'need has', 'needs have')} lost ${n === 1 ? 'its device' : 'their devices'} in the shop. Choose another, or let it wait for the pool.`,
  },
  stockFirst: {
    sv: 'En reservation i butiken har gått ut.',
    en: 'A reservation in the shop has run out.',
  },
  deliver: { sv: 'Lämna ut', en: 'Hand out' },
  notReserved: {
    sv: (n: number) =>
      n === 1
        ? '1 vald har ingen enhet i poolen än'
        : `${sv.num(n)} valda har ingen enhet i poolen än`,
    en: (n: number) => `${en.num(n)} of them ${n === 1 ? 'has' : 'have'} no device in the pool yet`,
  },
  delivered: {
    sv: (n: number) => `${sv.num(n)} av ${sv.num(n)} utlämnade`,
    en: (n: number) => `${en.num(n)} of ${en.num(n)} handed out`,
  },
  match: { sv: 'Matcha med poolen', en: 'Match with the pool' },
  needOf: { sv: (who: string) => `Behov: ${who}`, en: (who: string) => `Need: ${who}` },
  reserve: { sv: 'Reservera', en: 'Reserve' },
  letGo: { sv: 'Släpp reservationen', en: 'Release the reservation' },
  chooseDevice: { sv: 'I poolen, och passar', en: 'In the pool, and fits' },
  noneFits: {
    sv: 'Ingen ledig i poolen passar behovet.',
    en: 'No free device in the pool fits the need.',
  },
  chooseOne: { sv: 'Välj en.', en: 'Choose one.' },
  comments: { sv: 'Kommentarer', en: 'Comments' },
  noComments: { sv: 'Ingen har skrivit något.', en: 'Nobody has written anything.' },
  comment: { sv: 'Kommentar', en: 'Comment' },
  write: { sv: 'Skriv', en: 'Write' },
  commentHint: {
    sv: 'Läses av den som beställt, attestanter och de som lämnar ut. De som är med i samtalet får ett mejl.',
    en: 'Read by whoever ordered, approvers and those who hand out. Those in the conversation get an email.',
  },
  writeComment: { sv: 'Skriv något.', en: 'Write something.' },
  written: { sv: 'Kommentaren är sparad.', en: 'The comment is saved.' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeOf: {
    sv: (who: string) => `Ta bort kommentaren av ${who}`,
    en: (who: string) => `Remove the comment by ${who}`,
  },
  removed: { sv: 'Texten är borttagen.', en: 'The text has been removed.' },
  removeTitle: { sv: 'Ta bort kommentaren?', en: 'Remove the comment?' },
  removeHow: {
    sv: 'Texten försvinner för gott. Att något skrevs, av vem och när, står kvar.',
    en: 'The text is gone for good. That something was written, by whom and when, stays.',
  },
  keepComment: { sv: 'Behåll kommentaren', en: 'Keep the comment' },
} as const

export const matchTexts = {
  title: { sv: 'Matchningar', en: 'Matches' },
  one: { sv: 'Matchning', en: 'Match' },
  lead: {
    sv: 'Många behov mot många enheter på en gång: det billigaste för kronor och klimat tillsammans.',
    en: 'Many needs and many devices at once: the lowest total cost, in kronor and climate together.',
  },
  waiting: {
    sv: (n: number) => `${sv.num(n)} behov väntar på en enhet`,
    en: (n: number) => `${s(n, 'need waits', 'needs wait')} for a device`,
  },
  noneWait: { sv: 'Inget behov väntar på en enhet.', en: 'No need waits for a device.' },
  start: { sv: 'Matcha behoven', en: 'Match the needs' },
  empty: {
    sv: 'Här står matchningarna, när den första har gjorts.',
    en: 'The matches appear here, once the first has been made.',
  },
  number: { sv: 'Nummer', en: 'Number' },
  state: { sv: 'Läge', en: 'State' },
  needs: { sv: 'Behov', en: 'Needs' },
  met: { sv: 'Mötta', en: 'Met' },
  unmet: { sv: 'Inte mötta', en: 'Not met' },
  total: { sv: 'Sammanlagt', en: 'In all' },
  totalNote: {
    sv: 'det som ges upp och flyttas, och nyköp för det som inte möts',
    en: 'what is given up and moved, and buying new for what is not met',
  },
  searched: { sv: 'Möjliga par', en: 'Possible pairs' },
  pairs: {
    sv: (pairs: string, seconds: string) => `${pairs}, på ${seconds} s`,
    en: (pairs: string, seconds: string) => `${pairs}, in ${seconds} s`,
  },
  carbon: { sv: 'Pris på utsläpp', en: 'Price of emissions' },
  perKg: { sv: (price: string) => `${price} per kg`, en: (price: string) => `${price} per kg` },
  made: { sv: 'Gjord', en: 'Made' },
  states: {
    waiting: { sv: 'Räknas', en: 'Being worked out' },
    done: { sv: 'Förslag klart', en: 'Proposal ready' },
    accepted: { sv: 'Antagen', en: 'Accepted' },
  },
  finding: {
    waiting: {
      sv: (n: number) => `Söker det bästa för ${sv.num(n)} behov`,
      en: (n: number) => `Looking for the best for ${s(n, 'need', 'needs')}`,
    },
    done: {
      sv: (met: number, n: number) => `${sv.num(met)} av ${sv.num(n)} behov kan mötas ur poolen`,
      en: (met: number, n: number) =>
        `${en.num(met)} of ${s(n, 'need', 'needs')} can be met from the pool`,
    },
    accepted: {
      sv: (met: number, n: number) => `${sv.num(met)} av ${sv.num(n)} reserverade ur poolen`,
      en: (met: number, n: number) => `${en.num(met)} of ${en.num(n)} reserved from the pool`,
    },
  },
  searching: { sv: 'Räknar alla par', en: 'Counting all pairs' },
  work: { sv: 'Matchningen', en: 'The match' },
  proposals: { sv: 'Förslag', en: 'Proposals' },
  proposalsLead: {
    sv: 'Öppna ett behov för att se varför, fästa enheten vid det eller utesluta den.',
    en: 'Open a need to see why, to pin the device to it or to rule it out.',
  },
  order: { sv: 'Beställning', en: 'Order' },
  device: { sv: 'Utrustning', en: 'Device' },
  why: { sv: 'Varför', en: 'Why' },
  cost: { sv: 'Kostar', en: 'Costs' },
  noDevice: { sv: 'Ingen passar', en: 'None fits' },
  outbid: {
    sv: 'Alla som passar gör större nytta för andra behov.',
    en: 'All that fit are of more use to other needs.',
  },
  value: {
    priceList: {
      sv: (kr: string) => `${kr} i värde som ges upp, enligt prislistan`,
      en: (kr: string) => `${kr} in value given up, by the price list`,
    },
    newPrice: {
      sv: (kr: string) => `${kr} i värde som ges upp, som andel av nypriset`,
      en: (kr: string) => `${kr} in value given up, as a share of the new price`,
    },
  },
  basis: {
    priceList: { sv: 'Enligt prislistan.', en: 'By the price list.' },
    newPrice: { sv: 'Andel av nypriset.', en: 'A share of the new price.' },
  },
  valuedBy: { sv: 'Värderas efter', en: 'Valued by' },
  noPriceList: {
    sv: 'andel av nypriset, eftersom ingen prislista gäller',
    en: 'a share of the new price, since no price list is valid',
  },
  priceListElse: {
    sv: 'och andel av nypriset för det som inte står där',
    en: 'and a share of the new price for what it does not name',
  },
  costIs: {
    sv: (parts: string) => `Kostar ${parts}.`,
    en: (parts: string) => `Costs ${parts}.`,
  },
  shown: {
    all: { sv: 'Alla', en: 'All' },
    met: { sv: 'Möts ur poolen', en: 'Met from the pool' },
    unmet: { sv: 'Möts inte', en: 'Not met' },
  },
  transport: { sv: (kr: string) => `${kr} i flytt`, en: (kr: string) => `${kr} in transport` },
  climate: { sv: (kr: string) => `${kr} i klimat`, en: (kr: string) => `${kr} in climate` },
  next: {
    sv: (name: string, more: string) => `Näst bäst: ${name}, ${more} dyrare.`,
    en: (name: string, more: string) => `Next best: ${name}, ${more} more.`,
  },
  nextSame: {
    sv: (name: string) => `Lika bra: ${name}.`,
    en: (name: string) => `Just as good: ${name}.`,
  },
  keptAway: {
    sv: (what: string) => `Hindras: ${what}.`,
    en: (what: string) => `Kept away: ${what}.`,
  },
  pinned: { sv: 'Fäst', en: 'Pinned' },
  forbidden: {
    sv: (n: number) => `${sv.num(n)} utesluten${n === 1 ? '' : 'a'}`,
    en: (n: number) => `${en.num(n)} ruled out`,
  },
  pin: { sv: 'Fäst vid behovet', en: 'Pin to the need' },
  unpin: { sv: 'Lossa', en: 'Unpin' },
  others: { sv: 'Alla som passar', en: 'All that fit' },
  cheapest: {
    sv: (shown: number, n: number) => `De ${sv.num(shown)} billigaste av ${sv.num(n)}.`,
    en: (shown: number, n: number) => `The ${en.num(shown)} cheapest of ${en.num(n)}.`,
  },
  proposed: { sv: 'föreslagen', en: 'proposed' },
  toOther: { sv: 'föreslagen för ett annat behov', en: 'proposed for another need' },
  pinChosen: { sv: 'Fäst den valda', en: 'Pin the chosen one' },
  ruledOut: { sv: 'Uteslutna', en: 'Ruled out' },
  letIn: { sv: 'Släpp in igen', en: 'Let in again' },
  letInOf: {
    sv: (name: string) => `Släpp in ${name} igen`,
    en: (name: string) => `Let ${name} in again`,
  },
  forbid: { sv: 'Uteslut', en: 'Rule out' },
  accept: {
    sv: (n: number) => `Reservera ${sv.num(n)}`,
    en: (n: number) => `Reserve ${en.num(n)}`,
  },
  acceptRest: {
    sv: 'Reservera de andra',
    en: 'Reserve the others',
  },
  accepted: {
    sv: (n: number, of: number) => `${sv.num(n)} av ${sv.num(of)} reserverade.`,
    en: (n: number, of: number) => `${en.num(n)} of ${en.num(of)} reserved.`,
  },
  gone: {
    sv: (n: number, of: number, gone: number) =>
      `${sv.num(n)} av ${sv.num(of)} reserverade. ${sv.num(gone)} hade gått:`,
    en: (n: number, of: number, gone: number) =>
      `${en.num(n)} of ${en.num(of)} reserved. ${en.num(gone)} had gone:`,
  },
  goneWhy: {
    'device-reserved': { sv: 'reserverad för annat', en: 'reserved for something else' },
    'not-in-pool': { sv: 'inte längre i poolen', en: 'no longer in the pool' },
    'need-state-forbids': { sv: 'behovet är redan mött', en: 'the need is already met' },
    other: { sv: 'kan inte reserveras', en: 'cannot be reserved' },
  },
} as const
