// Words of the pictures, Swedish and English side by side.

import type { Language } from '../../../core/text.ts'
import type { DeviceStatus } from './status.ts'

/** A text in both languages; `words` picks one. */
export interface Both {
  readonly sv: string
  readonly en: string
}

export const statusWords: Readonly<Record<DeviceStatus, Both>> = {
  need: { sv: 'Behov', en: 'Need' },
  ordered: { sv: 'Beställd', en: 'Ordered' },
  inStock: { sv: 'I lager', en: 'In stock' },
  handedOut: { sv: 'Utlämnad', en: 'Handed out' },
  inUse: { sv: 'I bruk', en: 'In use' },
  due: { sv: 'Dags att byta', en: 'Due for replacement' },
  handedIn: { sv: 'Inlämnad', en: 'Handed in' },
  sent: { sv: 'Skickad', en: 'Sent' },
  received: { sv: 'Mottagen', en: 'Received' },
  erased: { sv: 'Raderad', en: 'Erased' },
  graded: { sv: 'Graderad', en: 'Graded' },
  pool: { sv: 'I pool', en: 'In pool' },
  sold: { sv: 'Såld', en: 'Sold' },
  donated: { sv: 'Skänkt', en: 'Donated' },
  parts: { sv: 'Blev delar', en: 'Used for parts' },
  recycled: { sv: 'Återvunnen', en: 'Recycled' },
  destroyed: { sv: 'Destruerad', en: 'Destroyed' },
  missing: { sv: 'Saknad', en: 'Missing' },
  stolen: { sv: 'Stulen', en: 'Stolen' },
}

export const chartTexts = {
  asTable: { sv: 'Visa som tabell', en: 'Show as table' },
  asPicture: { sv: 'Visa som bild', en: 'Show as picture' },
  download: { sv: 'Ladda ner', en: 'Download' },
  goal: { sv: 'mål', en: 'goal' },
  noGoal: { sv: 'Inget mål satt', en: 'No goal set' },
  range: {
    sv: (low: string, high: string) => `spann ${low}–${high}`,
    en: (low: string, high: string) => `range ${low}–${high}`,
  },
  rangeWords: {
    sv: (low: string, high: string) => `spann ${low} till ${high}`,
    en: (low: string, high: string) => `range ${low} to ${high}`,
  },
  lowTo: { sv: 'till', en: 'to' },
} as const

export const ringTexts = {
  name: { sv: 'Omloppet', en: 'The circle' },
  describe: {
    sv: 'Bandets bredd är antalet enheter som rörde sig under perioden; talen är hur många som står vid varje station.',
    en: 'The width of the band is how many devices moved in the period; the numbers are how many stand at each station.',
  },
  ends: {
    inNew: {
      sv: (count: number) => (count === 1 ? 'ny' : 'nya'),
      en: () => 'new',
    },
    inReused: {
      sv: (count: number) => (count === 1 ? 'återbrukad' : 'återbrukade'),
      en: () => 'reused',
    },
    inReceived: {
      sv: (count: number) => (count === 1 ? 'från kund' : 'från kunder'),
      en: (count: number) => (count === 1 ? 'from a customer' : 'from customers'),
    },
    outSold: {
      sv: (count: number) => (count === 1 ? 'till ny ägare' : 'till nya ägare'),
      en: (count: number) => (count === 1 ? 'to a new owner' : 'to new owners'),
    },
    outParts: { sv: () => 'blev delar', en: () => 'became parts' },
    outRecycled: { sv: () => 'återvanns', en: () => 'recycled' },
  },
  fullCircle: { sv: 'går hela varvet', en: 'go full circle' },
  needsMet: {
    sv: (met: string, of: string) => `${met} av ${of} behov möttes`,
    en: (met: string, of: string) => `${met} of ${of} needs were met`,
  },
  fromOwn: { sv: 'ur eget omlopp', en: 'from the own circle' },
  goal: {
    sv: (percent: string, year: string) => `mål${year}: ${percent}`,
    en: (percent: string, year: string) => `goal${year}: ${percent}`,
  },
  reusedOut: { sv: 'återbrukas', en: 'are reused' },
  reusedOf: {
    sv: (reused: string, of: string) => `${reused} av ${of} med utfall`,
    en: (reused: string, of: string) => `${reused} of ${of} with an outcome`,
  },
  onTheCircle: {
    sv: (count: number) => (count === 1 ? 'enhet i omlopp' : 'enheter i omlopp'),
    en: (count: number) => (count === 1 ? 'device in the circle' : 'devices in the circle'),
  },
  empty: {
    sv: ['Här syns var allt står', 'när första enheten är inlagd.'],
    en: ['Everything shows here', 'once the first device is in.'],
  },
  legendCircle: { sv: 'hela varvet', en: 'full circle' },
  legendReuse: { sv: 'återbruk in och ut', en: 'reuse in and out' },
  legendOpen: { sv: 'nytt in, vidare runt', en: 'new in, on its way round' },
  legendReceived: { sv: 'in från kunder, vidare runt', en: 'in from customers, on its way round' },
  legendWaste: { sv: 'delar och återvinning', en: 'parts and recycling' },
  legendStuck: { sv: 'fastnat', en: 'stuck' },
  station: { sv: 'Station', en: 'Station' },
  standing: { sv: 'Står här', en: 'Stand here' },
  note: { sv: 'Rörelse', en: 'Movement' },
  stuck: { sv: 'Fastnat', en: 'Stuck' },
  flow: { sv: 'Flöde', en: 'Flow' },
  moved: {
    sv: (station: string) => `vidare från ${station}`,
    en: (station: string) => `on from ${station}`,
  },
} as const

export const lifeTexts = {
  columns: {
    sv: ['När i livet', 'Hos', 'Blev', 'Från', 'Till', 'Dagar'],
    en: ['When in life', 'With', 'Became', 'From', 'To', 'Days'],
  },
  name: { sv: 'Livslinje', en: 'Life line' },
  life: {
    sv: (number: number) => `${ordinalsSv[number - 1] ?? `Nummer ${number}:`} livet`,
    en: (number: number) => `${ordinalsEn[number - 1] ?? `Number ${number}:`} life`,
  },
  between: { sv: 'mellan två innehavare', en: 'between two holders' },
  after: { sv: 'efter senaste innehavaren', en: 'after the last holder' },
  waiting: { sv: 'före första innehavaren', en: 'before the first holder' },
  today: { sv: 'i dag', en: 'today' },
  until: { sv: 'till', en: 'until' },
  months: {
    sv: (count: number) => (count === 1 ? '1 månad' : `${count} månader`),
    en: (count: number) => (count === 1 ? '1 month' : `${count} months`),
  },
  days: {
    sv: (count: number) => (count === 1 ? '1 dag' : `${count} dagar`),
    en: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  },
  daysOf: {
    sv: (count: number, of: number) => `${count} av ${of} dagar`,
    en: (count: number, of: number) => `${count} of ${of} days`,
  },
  monthsOf: {
    sv: (count: number, of: number) => `${count} av ${of} månader`,
    en: (count: number, of: number) => `${count} of ${of} months`,
  },
  empty: {
    sv: 'Livslinjen börjar när enheten får sin första innehavare eller plats.',
    en: 'The life line begins when the device gets its first holder or place.',
  },
} as const

const ordinalsSv = [
  'Första',
  'Andra',
  'Tredje',
  'Fjärde',
  'Femte',
  'Sjätte',
  'Sjunde',
  'Åttonde',
  'Nionde',
  'Tionde',
  'Elfte',
  'Tolfte',
]
const ordinalsEn = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
  'Eleventh',
  'Twelfth',
]

export const timelineTexts = {
  to: { sv: 'till', en: 'to' },
  entry: {
    sv: (number: number) => `Post ${number} i kedjan`,
    en: (number: number) => `Entry ${number} in the chain`,
  },
  corrected: {
    sv: (number: number) => `Rättad i post ${number}`,
    en: (number: number) => `Corrected in entry ${number}`,
  },
  correctedWas: { sv: 'Rättad post', en: 'Corrected entry' },
  empty: {
    sv: 'Här står det som händer med enheten.',
    en: 'What happens to the device is listed here.',
  },
} as const

export const intervalTexts = {
  kind: { sv: 'Slag', en: 'Kind' },
  count: { sv: 'Antal', en: 'Count' },
  centre: { sv: 'Mittvärde', en: 'Centre' },
  low: { sv: 'Lägst', en: 'Low' },
  high: { sv: 'Högst', en: 'High' },
} as const

export const driverTexts = {
  assumption: { sv: 'Det här vet vi minst om', en: 'What we know least about' },
  tried: { sv: 'Antagande vi prövat', en: 'Assumption tried' },
  down: { sv: 'ned', en: 'down' },
  up: { sv: 'upp', en: 'up' },
  bar: { sv: 'Stapel', en: 'Bar' },
} as const

export const pathTexts = {
  year: { sv: 'År', en: 'Year' },
  outcome: { sv: 'utfall', en: 'outcome' },
  expected: { sv: 'väntat', en: 'expected' },
  low: { sv: 'lägst', en: 'low' },
  high: { sv: 'högst', en: 'high' },
  goal: { sv: 'mål', en: 'goal' },
} as const

export const columnTexts = {
  empty: { sv: 'Inget i perioden.', en: 'Nothing in the period.' },
} as const

export const hierarchyTexts = {
  name: { sv: 'Avfallstrappan', en: 'The waste hierarchy' },
  step: { sv: 'Steg', en: 'Step' },
  count: { sv: 'Antal', en: 'Count' },
  share: { sv: 'Andel', en: 'Share' },
  reuse: { sv: 'Återbruk', en: 'Reuse' },
  prepare: { sv: 'Förberedelse för återanvändning', en: 'Preparing for reuse' },
  recycling: { sv: 'Materialåtervinning', en: 'Recycling' },
  recovery: { sv: 'Annan återvinning', en: 'Other recovery' },
  disposal: { sv: 'Bortskaffande', en: 'Disposal' },
  empty: { sv: 'Inga utfall i perioden.', en: 'No outcomes in the period.' },
} as const

export const pick = <Sv, En>(
  text: { readonly sv: Sv; readonly en: En },
  language: Language,
): Sv | En => (language === 'sv' ? text.sv : text.en)

/** What stands at the mouth of a flow. */
export function endWord(id: keyof typeof ringTexts.ends, count: number, language: Language) {
  const text: { sv: (count: number) => string; en: (count: number) => string } = ringTexts.ends[id]
  return text[language](count)
}
