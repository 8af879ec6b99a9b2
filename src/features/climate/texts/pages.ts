// Words of the climate report as a page.
import { plural } from '../../../core/text.ts'

const devicesSv = (n: string) => (n === '1' ? '1 enhet' : `${n} enheter`)
const devicesEn = (n: string) => (n === '1' ? '1 device' : `${n} devices`)

export const reportTexts = {
  kicker: {
    sv: (period: string) => `Klimat, ${period}`,
    en: (period: string) => `Climate, ${period}`,
  },
  allTime: { sv: 'hela tiden', en: 'all time' },
  allTimeCap: { sv: 'Hela tiden', en: 'All time' },
  ownDays: { sv: 'Egna dagar', en: 'Custom dates' },
  between: {
    sv: (from: string, to: string) => `${from} till ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  until: { sv: (to: string) => `till ${to}`, en: (to: string) => `until ${to}` },
  sinceDay: { sv: (from: string) => `från ${from}`, en: (from: string) => `from ${from}` },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till och med', en: 'To' },
  print: { sv: 'Skriv ut', en: 'Print' },
  period: { sv: 'Period', en: 'Period' },
  findingStart: { sv: 'Återbruket undvek omkring', en: 'Reuse avoided about' },
  findingWorse: { sv: 'Återbruket gav omkring', en: 'Reuse caused about' },
  findingWorseEnd: { sv: 'mer än det undvek', en: 'more than it avoided' },
  rangeStart: { sv: 'Troligt spann är', en: 'The likely range is' },
  rangeOf: {
    sv: (low: string, high: string, unit: string) => `${low} till ${high} ${unit}`,
    en: (low: string, high: string, unit: string) => `${low} to ${high} ${unit}`,
  },
  ofDevice: {
    sv: (name: string) => `Klimat för ${name}`,
    en: (name: string) => `Climate of ${name}`,
  },
  noDevice: {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  toDevice: { sv: 'Enhetens sida', en: 'The device’s page' },
  reuseKinds: {
    sold: { sv: 'Såld', en: 'Sold' },
    redeployed: { sv: 'Internt återbruk', en: 'Internal reuse' },
    donated: { sv: 'Skänkt', en: 'Donated' },
    failed: { sv: 'Utan ny användare', en: 'Without a new user' },
  },
  belowZero: {
    sv: 'Spannet går under noll, så det är inte säkert att något undveks.',
    en: 'The range goes below zero, so it is not certain that anything was avoided.',
  },
  most: {
    sv: (kind: string, driver: string) =>
      `Det mesta kommer av slaget ${kind}, och det som styr mest är ${driver}.`,
    en: (kind: string, driver: string) =>
      `Most comes from the kind ${kind}, and the biggest driver is ${driver}.`,
  },
  grounds: {
    documented: {
      sv: (n: string) => `För ${devicesSv(n)} finns en avbeställd order eller ett behov som bevis.`,
      en: (n: string) => `For ${devicesEn(n)} a cancelled order or a need is on record.`,
    },
    market: {
      sv: (n: string) => `För ${n} sålda räknar vi med att sju av tio ersatte ett nyköp.`,
      en: (n: string) => `For ${n} sold we assume that seven in ten replaced a new purchase.`,
    },
    unknown: {
      sv: (n: string) => `För ${n} vet vi inte, och räknar med knappt tre av tio.`,
      en: (n: string) => `For ${n} we do not know, and assume just under three in ten.`,
    },
  },
  empty: {
    sv: 'Här står vad återbruket undvek, med spann och metod. Det räknas först när utrustning har fått en ny användare: såld, återbrukad internt eller skänkt.',
    en: 'What reuse avoided appears here, with range and method. It is counted only when a device has a new user: sold, reused internally or donated.',
  },
  emptyPeriod: {
    sv: 'Ingen utrustning fick en ny användare i perioden.',
    en: 'No device got a new user in the period.',
  },
  noFigure: { sv: 'Det går inte att räkna än', en: 'It cannot be calculated yet' },
  toOutcomes: { sv: 'Till utfallen', en: 'To outcomes' },
  showAll: { sv: 'Visa hela tiden', en: 'Show all time' },

  methodBox: { sv: 'Så är det räknat', en: 'How it is calculated' },
  factors: { sv: 'Faktorer', en: 'Factors' },
  factorsOf: {
    sv: (version: string, grams: string) => `${version}, nordisk elmix ${grams} g`,
    en: (version: string, grams: string) => `${version}, Nordic mix ${grams} g`,
  },
  counted: { sv: 'Med ny användare', en: 'With a new user' },
  failed: { sv: 'Utan, men hanterade', en: 'Without, but handled' },
  quality: { sv: 'Datakvalitet', en: 'Data quality' },
  qualityOf: {
    sv: (share: string) => `${share} räknat på modellens egna tal`,
    en: (share: string) => `${share} on the model’s own figures`,
  },

  byKind: { sv: 'Undvikna utsläpp per slag', en: 'Avoided emissions by kind' },
  byKindLead: {
    sv: 'Spannet som fält, mittvärdet som streck. Slagens spann går inte att lägga ihop: fel som är gemensamma räknas en gång i helheten.',
    en: 'The range as a field, the centre as a line. The ranges of the kinds cannot be added: errors they share count once in the whole.',
  },
  all: { sv: 'Alla', en: 'All' },
  drivers: { sv: 'Vad som styr spannet', en: 'What drives the range' },
  driversLead: {
    sv: (unit: string, net: string) => `Ett antagande i taget, ${unit} ned eller upp från ${net}.`,
    en: (unit: string, net: string) => `One assumption at a time, ${unit} down or up from ${net}.`,
  },
  driver: {
    P: {
      sv: (kind: string) => `Tillverkning, ${kind}`,
      en: (kind: string) => `Production, ${kind}`,
    },
    d: { sv: 'Om återbruket ersatte ett nyköp', en: 'Whether reuse replaced a new purchase' },
    lambda: { sv: 'Hur länge det andra livet varar', en: 'How long the second life lasts' },
    b_proc: { sv: 'Rekonditionering per enhet', en: 'Refurbishing per device' },
    ef: { sv: 'Elens utsläpp', en: 'Emissions of the electricity' },
  },
  tried: {
    kg: {
      sv: (low: string, high: string) => `${low}–${high} kg`,
      en: (low: string, high: string) => `${low}–${high} kg`,
    },
    grams: {
      sv: (low: string, high: string) => `${low}–${high} g per kWh`,
      en: (low: string, high: string) => `${low}–${high} g per kWh`,
    },
    share: {
      sv: (low: string, high: string, mid: string) => `${low}–${high} i stället för ${mid}`,
      en: (low: string, high: string, mid: string) => `${low}–${high} instead of ${mid}`,
    },
    life: {
      sv: 'två tredjedelar till fyra tredjedelar',
      en: 'two thirds to four thirds',
    },
  },
  profiles: { sv: 'Tre sätt att räkna', en: 'Three ways of calculating' },
  profilesLead: {
    sv: 'Samma enheter. Tal från olika metoder får inte jämföras med varandra.',
    en: 'The same devices. Figures of different methods must not be compared with each other.',
  },
  profile: { sv: 'Profil', en: 'Profile' },
  centre: { sv: 'Mittvärde', en: 'Centre' },
  low: { sv: 'Lägst', en: 'Low' },
  high: { sv: 'Högst', en: 'High' },
  noInterval: { sv: 'Har inget spann.', en: 'Has no range.' },
  legacyEquals: {
    sv: (fridges: string, laps: string) =>
      `${fridges} kylskåpsår, eller ${laps} varv runt jorden med bil, som diplomen räknar.`,
    en: (fridges: string, laps: string) =>
      `${fridges} refrigerator-years, or ${laps} turns round the earth by car, as the diplomas count.`,
  },
  legacyNotCounted: {
    sv: (counted: string, n: string) =>
      `Räknar ${devicesSv(counted)}. ${n} till är av slag som profilen inte har något tal för.`,
    en: (counted: string, n: string) =>
      `Counts ${devicesEn(counted)}. ${n} more ${n === '1' ? 'is of a kind' : 'are of kinds'} for which the profile has no figure.`,
  },
  ownMeaning: {
    sv: 'Räknar år av ny användning, och hur säkert det är att något nytt annars hade köpts.',
    en: 'Counts years of new use, and how sure it is that something new would have been bought.',
  },
  notDeducted: { sv: 'Dras inte av', en: 'Not deducted' },
  shares: {
    sv: (seller: string, buyer: string, unit: string) =>
      `Säljarens del är omkring ${seller} ${unit} och köparens omkring ${buyer} ${unit}.`,
    en: (seller: string, buyer: string, unit: string) =>
      `The seller’s share is about ${seller} ${unit} and the buyer’s about ${buyer} ${unit}.`,
  },
  equals: { sv: 'Motsvarar', en: 'Equals' },
  carKm: { sv: (km: string) => `${km} km`, en: (km: string) => `${km} km` },
  carNote: {
    sv: (factor: string, year: string) => `med bil, ${factor} kg per km ur avgasröret, ${year}`,
    en: (factor: string, year: string) => `by car, ${factor} kg per km at the tailpipe, ${year}`,
  },
  laps: { sv: (n: string) => `${n} varv`, en: (n: string) => `${n} turns` },
  lapsNote: {
    sv: 'runt jorden med samma bil, 40\u00a0075 km per varv',
    en: 'round the earth in the same car, 40,075 km each',
  },
  fridges: { sv: (n: string) => `${n} kylskåpsår`, en: (n: string) => `${n} refrigerator-years` },
  fridgeNote: {
    sv: (factor: string, year: string) => `${factor} kg per kylskåp och år, ${year}`,
    en: (factor: string, year: string) => `${factor} kg per refrigerator and year, ${year}`,
  },
  qualityLead: {
    sv: 'Vad faktorerna bygger på, i kg undvikna utsläpp.',
    en: 'What the factors rest on, in kg of avoided emissions.',
  },
  sources: { sv: 'Källor', en: 'Sources' },
  sourcesLead: {
    sv: 'Faktorn för varje slag, med källa, år och licens.',
    en: 'The factor of each kind, with source, year and licence.',
  },
  kind: { sv: 'Slag', en: 'Kind' },
  count: { sv: 'Antal', en: 'Count' },
  source: { sv: 'Källa', en: 'Source' },
  year: { sv: 'År', en: 'Year' },
  licence: { sv: 'Licens', en: 'Licence' },
  ownSource: {
    sv: (method: string, factors: string, day: string) =>
      `Omlopp, ${method}, faktorer ${factors}, ${day}.`,
    en: (method: string, factors: string, day: string) =>
      `Omlopp, ${method}, factors ${factors}, ${day}.`,
  },
  toRead: { sv: 'Att tänka på', en: 'To keep in mind' },
  withoutFactor: {
    sv: (n: number) =>
      `${n} ${plural(n, 'återbrukad enhet saknar', 'återbrukade enheter saknar')} faktor och är inte med i talet.`,
    en: (n: number) =>
      `${n} reused ${plural(n, 'device has', 'devices have')} no factor and ${plural(n, 'is', 'are')} not in the figure.`,
  },
} as const
