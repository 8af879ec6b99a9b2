// Words of the pages for outcomes: what waits for a decision, and what was decided.
import { plural } from '../../../core/text.ts'

const devicesSv = (n: number) => `${n} ${plural(n, 'enhet', 'enheter')}`
const devicesEn = (n: number) => `${n} ${plural(n, 'device', 'devices')}`

export const pageTexts = {
  title: { sv: 'Utfall', en: 'Outcomes' },
  lead: {
    sv: 'Vad det blir av det som är graderat: det högsta steget i avfallstrappan som går.',
    en: 'What becomes of graded devices: the highest step of the waste hierarchy that is possible.',
  },
  viewDecide: { sv: 'Att bestämma', en: 'To decide' },
  viewDecided: { sv: 'Bestämda', en: 'Decided' },
  device: { sv: 'Enhet', en: 'Device' },
  model: { sv: 'Modell', en: 'Model' },
  grade: { sv: 'Grad', en: 'Grade' },
  owner: { sv: 'Ägare', en: 'Owner' },
  custodian: { sv: 'Finns hos', en: 'Kept by' },
  proposal: { sv: 'Förslag', en: 'Proposal' },
  why: { sv: 'Därför', en: 'Because' },
  since: { sv: 'Graderad', en: 'Graded' },
  counting: { sv: 'räknas', en: 'being calculated' },
  years: {
    sv: (reason: string, years: number, limit: number) => `${reason}: ${years} år, gräns ${limit}`,
    en: (reason: string, years: number, limit: number) =>
      `${reason}: ${years} years, limit ${limit}`,
  },
  ore: {
    sv: (reason: string, value: string, limit: string) => `${reason}: ${value} mot ${limit}`,
    en: (reason: string, value: string, limit: string) => `${reason}: ${value} against ${limit}`,
  },
  emptyDecide: {
    sv: 'Här står det som är graderat och väntar på utfall. Nu väntar inget.',
    en: 'Devices that are graded and wait for an outcome appear here. Nothing waits now.',
  },
  emptyDecided: {
    sv: 'Här står varje beslut om vad det blev av utrustningen, med skäl. Det första kommer när något är graderat.',
    en: 'Each decision on what became of a device appears here, with its reasons. The first comes when something has been graded.',
  },
  emptyFilter: { sv: 'Inga utfall stämmer med filtret.', en: 'No outcomes match the filter.' },
  clearFilter: { sv: 'Visa alla', en: 'Show all' },
  toGrading: { sv: 'Till graderingen', en: 'To grading' },
  toDecide: { sv: 'Bestäm utfall', en: 'Decide outcomes' },
  decide: {
    sv: (n: number) => `Bestäm utfall för ${devicesSv(n)}`,
    en: (n: number) => `Decide the outcome of ${devicesEn(n)}`,
  },
  decideOf: {
    sv: (name: string) => `Bestäm utfall för ${name}`,
    en: (name: string) => `Decide the outcome of ${name}`,
  },
  step: { sv: 'Steg i avfallstrappan', en: 'Step of the waste hierarchy' },
  isProposal: { sv: 'Förslaget', en: 'The proposal' },
  each: { sv: 'Var och en enligt sitt förslag', en: 'Each by its own proposal' },
  ownerOnly: {
    sv: 'Förslaget är internt återbruk. Det kan bara ägaren välja.',
    en: 'The proposal is internal reuse. Only the owner can choose that.',
  },
  notHere: {
    sv: 'Enheten är inte hos er, så ni kan bara behålla den för internt återbruk.',
    en: 'The device is not with you, so you can only keep it for internal reuse.',
  },
  stepNotes: {
    internalReuse: { sv: 'Till en ny innehavare hos ägaren', en: 'To a new holder with the owner' },
    resale: {
      sv: 'Till en köpare. Ett andra liv räknas.',
      en: 'To a buyer. A second life counts.',
    },
    donation: {
      sv: 'Till en mottagare som kvitterar. Ett andra liv räknas.',
      en: 'To a recipient who signs for it. A second life counts.',
    },
    parts: { sv: 'Plockas på delar som används', en: 'Taken apart for parts that are used' },
    recycling: {
      sv: 'Blir avfall. Rapporteras inom två arbetsdagar.',
      en: 'Becomes waste. Reported within two working days.',
    },
    recovery: {
      sv: 'Blir avfall. Rapporteras inom två arbetsdagar.',
      en: 'Becomes waste. Reported within two working days.',
    },
    disposal: {
      sv: 'Blir avfall. Rapporteras inom två arbetsdagar.',
      en: 'Becomes waste. Reported within two working days.',
    },
  },
  reason: { sv: 'Varför ett lägre steg?', en: 'Why a lower step?' },
  reasonHint: {
    sv: 'Avfallstrappan följs om inget skäl talar emot. Skälet sparas.',
    en: 'The waste hierarchy is followed unless a reason speaks against it. The reason is kept.',
  },
  words: { sv: 'Med egna ord', en: 'In your own words' },
  price: { sv: 'Pris exkl. moms', en: 'Price excl. VAT' },
  priceEach: { sv: 'Pris exkl. moms, per enhet', en: 'Price excl. VAT, each' },
  recipient: { sv: 'Mottagare', en: 'Recipient' },
  recipientHint: {
    sv: 'En organisation, inte ett personnamn',
    en: 'An organisation, not the name of a person',
  },
  receipt: { sv: 'Mottagarens kvittens, nummer', en: 'Receipt of the recipient, number' },
  act: {
    sv: (n: number) => `Bestäm ${devicesSv(n)}`,
    en: (n: number) => `Decide ${devicesEn(n)}`,
  },
  chooseStep: { sv: 'Välj ett steg.', en: 'Choose a step.' },
  chooseReason: { sv: 'Välj varför.', en: 'Choose why.' },
  writeWords: { sv: 'Skriv varför.', en: 'Write why.' },
  giveReceipt: { sv: 'Ange kvittensens nummer.', en: 'Give the number of the receipt.' },
  outcomeOf: {
    sv: (done: number, all: number) =>
      done === all
        ? `${all} ${plural(all, 'bestämd', 'bestämda')}.`
        : `${done} av ${all} bestämda. ${all - done} gick inte:`,
    en: (done: number, all: number) =>
      done === all ? `${all} decided.` : `${done} of ${all} decided. ${all - done} were refused:`,
  },
  close: { sv: 'Stäng', en: 'Close' },

  // Decided
  hierarchy: { sv: 'Avfallstrappan', en: 'The waste hierarchy' },
  hierarchyLead: {
    sv: (n: string) => `${n} enheter med utfall. Bredden är antalet.`,
    en: (n: string) => `${n} devices with an outcome. The width is the count.`,
  },
  reuseNote: {
    sv: (inside: string, sold: string, given: string) =>
      `internt ${inside}, sålda ${sold}, gåvor ${given}`,
    en: (inside: string, sold: string, given: string) =>
      `internal ${inside}, sold ${sold}, donated ${given}`,
  },
  partsNote: { sv: 'delar', en: 'parts' },
  source: {
    sv: (day: string) => `Bestämda utfall i Omlopp, ${day}.`,
    en: (day: string) => `Decided outcomes in Omlopp, ${day}.`,
  },
  list: { sv: 'Beslut', en: 'Decisions' },
  outcome: { sv: 'Utfall', en: 'Outcome' },
  lower: {
    sv: (proposed: string) => `föreslaget: ${proposed}`,
    en: (proposed: string) => `proposed: ${proposed}`,
  },
  decidedOn: { sv: 'Bestämt', en: 'Decided' },
  by: { sv: 'Av', en: 'By' },
  amount: { sv: 'Pris, kr', en: 'Price, SEK' },
  wasteDue: { sv: 'Avfall rapporteras', en: 'Waste reported by' },
  dueBy: { sv: (day: string) => `senast ${day}`, en: (day: string) => `by ${day}` },
  dueSoon: {
    sv: (days: number) => (days <= 0 ? 'i dag' : `om ${days} ${plural(days, 'dag', 'dagar')}`),
    en: (days: number) => (days <= 0 ? 'today' : `in ${days} ${plural(days, 'day', 'days')}`),
  },
  filterStep: { sv: 'Steg', en: 'Step' },
  filterPeriod: { sv: 'Period', en: 'Period' },
  periods: {
    sv: (year: number) => `${year}`,
    en: (year: number) => `${year}`,
  },
} as const
