// The coding string: its page, its fields in an order, and what is wrong with one.
import type { CodingSource } from '../rules/coding.ts'

export const codingTexts = {
  title: { sv: 'Kodsträng', en: 'Coding string' },
  lead: {
    sv: 'Delarna som varje kostnad konteras på, i ordning. En beställning utan giltig kodsträng tas inte emot.',
    en: 'The parts that every cost is posted by, in order. An order without a valid coding string is refused.',
  },
  example: { sv: 'Så skrivs den', en: 'As it is written' },
  separator: { sv: 'Skiljetecken', en: 'Separator' },
  changeSeparator: { sv: 'Ändra skiljetecken', en: 'Change the separator' },
  writeSeparator: { sv: 'Skriv ett till tre tecken.', en: 'Write one to three characters.' },
  parts: { sv: 'Koddelar', en: 'Parts' },
  part: { sv: 'Koddel', en: 'Part' },
  addPart: { sv: 'Lägg till koddel', en: 'Add a part' },
  changePart: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },
  save: { sv: 'Spara', en: 'Save' },
  removePart: { sv: 'Ta bort koddelen', en: 'Remove the part' },
  name: { sv: 'Namn', en: 'Name' },
  nameHint: { sv: 'Som ni säger: Projekt, Motpart.', en: 'As you say it: Project, Counterparty.' },
  writeName: {
    sv: 'Skriv ett namn med minst en bokstav.',
    en: 'Write a name with at least one letter.',
  },
  nameTaken: { sv: 'En koddel heter redan så.', en: 'A part is already called that.' },
  source: { sv: 'Koderna kommer från', en: 'The codes come from' },
  sources: {
    costCentres: { sv: 'Enheternas ansvar', en: 'The units’ cost centres' },
    list: { sv: 'En lista med giltighet', en: 'A list with dates' },
    any: { sv: 'Fritt, efter mönstret', en: 'Anything of the right form' },
  } satisfies Record<CodingSource, { sv: string; en: string }>,
  compulsory: { sv: 'Måste anges', en: 'Compulsory' },
  digitsOnly: { sv: 'Bara siffror', en: 'Digits only' },
  leastLength: { sv: 'Minst antal tecken', en: 'Fewest characters' },
  mostLength: { sv: 'Högst antal tecken', en: 'Most characters' },
  lengthWrong: { sv: 'Högst måste vara minst lika stort.', en: 'Most must be at least as many.' },
  form: { sv: 'Mönster', en: 'Form' },
  formOf: {
    sv: (least: number, most: number, digits: boolean) =>
      `${least === most ? most : `${least}–${most}`} ${digits ? 'siffror' : 'tecken'}`,
    en: (least: number, most: number, digits: boolean) =>
      `${least === most ? most : `${least}–${most}`} ${digits ? 'digits' : 'characters'}`,
  },
  dimension: { sv: 'Dimension i SIE', en: 'SIE dimension' },
  dimensionHint: {
    sv: '1, 2, 6 till 10, eller 20 och uppåt. Tomt för kontot.',
    en: '1, 2, 6 to 10, or 20 and up. Empty for the account.',
  },
  defaultCode: { sv: 'Förvald kod', en: 'Default code' },
  defaultHint: {
    sv: 'Föreslås i beställningar där inget annat är känt.',
    en: 'Proposed in orders where nothing else is known.',
  },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },

  codes: { sv: 'Koder', en: 'Codes' },
  codesOf: { sv: (name: string) => `Koder för ${name}`, en: (name: string) => `Codes of ${name}` },
  code: { sv: 'Kod', en: 'Code' },
  codeName: { sv: 'Benämning', en: 'What it is' },
  from: { sv: 'Gäller från', en: 'Valid from' },
  until: { sv: 'Gäller till och med', en: 'Valid until' },
  addCode: { sv: 'Lägg till kod', en: 'Add a code' },
  changeCode: { sv: (code: string) => `Ändra ${code}`, en: (code: string) => `Change ${code}` },
  writeCode: {
    sv: (form: string) => `Skriv koden: ${form}.`,
    en: (form: string) => `Write the code: ${form}.`,
  },
  writeCodeName: { sv: 'Skriv vad koden står för.', en: 'Write what the code stands for.' },
  endsFirst: { sv: 'Sista dagen kommer före den första.', en: 'The last day is before the first.' },
  search: { sv: 'Sök kod eller benämning', en: 'Search code or what it is' },
  codesEmpty: {
    sv: 'Här står koderna, med de dagar som de gäller.',
    en: 'The codes appear here, with the days they are valid.',
  },
  codesNone: { sv: 'Ingen kod passar sökningen.', en: 'No code matches the search.' },
  expired: { sv: (day: string) => `gick ut ${day}`, en: (day: string) => `expired ${day}` },
  choose: {
    sv: (part: string) => `Ange ${part.toLowerCase()}.`,
    en: (part: string) => `Give ${part.toLowerCase()}.`,
  },
} as const

/** Parts that most municipalities have are shown in the reader's language. */
export const knownPartTexts: Readonly<
  Record<string, { readonly sv: string; readonly en: string }>
> = {
  ansvar: { sv: 'Ansvar', en: 'Cost centre' },
  konto: { sv: 'Konto', en: 'Account' },
  verksamhet: { sv: 'Verksamhet', en: 'Activity code' },
  aktivitet: { sv: 'Aktivitet', en: 'Activity' },
  projekt: { sv: 'Projekt', en: 'Project' },
  objekt: { sv: 'Objekt', en: 'Object' },
  motpart: { sv: 'Motpart', en: 'Counterparty' },
}

type Details = Readonly<Record<string, unknown>>
const of = (details: Details, name: string) => {
  const value = details[name]
  return typeof value === 'string' ? value : ''
}
const part = (details: Details) => of(details, 'name') || of(details, 'part')

/** With the part and its code; the API says the same in `details`. */
export const codingWords = {
  'coding-missing': {
    sv: (d: Details) => `${part(d)} saknas i kodsträngen.`,
    en: (d: Details) => `${part(d)} is missing in the coding string.`,
  },
  'coding-malformed': {
    sv: (d: Details) => `${part(d)} ${of(d, 'value')} har fel form.`,
    en: (d: Details) => `${part(d)} ${of(d, 'value')} has the wrong form.`,
  },
  'coding-unknown': {
    sv: (d: Details) => `${part(d)} ${of(d, 'value')} finns inte.`,
    en: (d: Details) => `${part(d)} ${of(d, 'value')} does not exist.`,
  },
  'coding-not-yet': {
    sv: (d: Details) => `${part(d)} ${of(d, 'value')} gäller först från ${of(d, 'from')}.`,
    en: (d: Details) => `${part(d)} ${of(d, 'value')} is valid only from ${of(d, 'from')}.`,
  },
  'coding-expired': {
    sv: (d: Details) =>
      `${part(d)} ${of(d, 'value')} gick ut ${of(d, 'until')}. Välj en som gäller.`,
    en: (d: Details) =>
      `${part(d)} ${of(d, 'value')} expired on ${of(d, 'until')}. Choose one that is valid.`,
  },
} as const

export const codingRefusals = {
  'coding-missing': {
    sv: 'Kodsträngen saknar en koddel. Utan den kan ingen attestera.',
    en: 'A part of the coding string is missing. Without it nobody can approve.',
  },
  'coding-malformed': {
    sv: 'Koden har fel form: för kort, för lång eller med fel tecken.',
    en: 'The code has the wrong form: too short, too long or with the wrong characters.',
  },
  'coding-unknown': {
    sv: 'Koden finns inte i koddelen.',
    en: 'The code does not exist in that part of the coding string.',
  },
  'coding-not-yet': {
    sv: 'Koden har inte börjat gälla.',
    en: 'The code is not valid yet.',
  },
  'coding-expired': {
    sv: 'Koden har gått ut. Välj en som gäller i dag.',
    en: 'The code has expired. Choose one that is valid today.',
  },
  'coding-part-unknown': {
    sv: 'Kodsträngen har ingen sådan koddel.',
    en: 'The coding string has no such part.',
  },
  'coding-part-repeated': {
    sv: 'Två koddelar har samma namn.',
    en: 'Two parts have the same name.',
  },
  'coding-part-lengths': {
    sv: 'Koddelen är längre som kortast än som längst.',
    en: 'The part’s shortest length is greater than its longest.',
  },
  'coding-dimension-taken': {
    sv: 'Dimensionen är upptagen eller förbehållen i SIE.',
    en: 'The dimension is taken, or reserved in SIE.',
  },
  'coding-source-other': {
    sv: 'Koddelens koder kommer inte från en lista.',
    en: 'The codes of that part do not come from a list.',
  },
  'coding-value-repeated': { sv: 'Koden står två gånger.', en: 'The code stands twice.' },
  'coding-ends-first': {
    sv: 'Kodens sista dag kommer före den första.',
    en: 'The code’s last day comes before its first.',
  },
} as const
