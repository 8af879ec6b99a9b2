// What people read about climate. Always *undvikna utsläpp*, avoided: nothing already emitted has
// become less, and a figure is never shown without its interval and method.
import type { Texts } from '../../core/text.ts'

export const climateTexts = {
  title: { sv: 'Klimat', en: 'Climate' },
  avoided: { sv: 'Undvikna utsläpp', en: 'Avoided emissions' },
  /** Takes what `displayClaim` gives. */
  claim: {
    sv: (figure: string, unit: string, interval: string) =>
      `Undvek omkring ${figure} ${unit} CO₂e, spann ${interval}`,
    en: (figure: string, unit: string, interval: string) =>
      `Avoided about ${figure} ${unit} CO₂e, range ${interval}`,
  },
  /** A negative figure: the second life cost more than it avoided. `figure` without its sign. */
  claimNegative: {
    sv: (figure: string, unit: string, interval: string) =>
      `Gav omkring ${figure} ${unit} CO₂e mer än det undvek, spann ${interval}`,
    en: (figure: string, unit: string, interval: string) =>
      `Caused about ${figure} ${unit} CO₂e more than it avoided, range ${interval}`,
  },
  notYet: {
    sv: 'Räknas när utrustningen har fått en ny användare: såld, återbrukad internt eller skänkt.',
    en: 'Counted when the equipment has a new user: sold, reused internally or donated.',
  },
  noFactor: {
    sv: 'Det finns ingen faktor för det här slaget, så vi anger inget tal.',
    en: 'There is no factor for this kind, so we give no figure.',
  },
  gotNoUser: {
    sv: 'Fick ingen ny användare. Hanteringen är ändå avdragen i helheten.',
    en: 'Got no new user. Its handling is still deducted from the whole.',
  },
  withoutFactor: {
    sv: (count: number) => `${count} återbrukade saknar faktor och är inte med i talet`,
    en: (count: number) => `${count} reused have no factor and are not in the figure`,
  },
  method: { sv: 'Metod', en: 'Method' },
  methodVersion: {
    sv: (method: string, factors: string) => `Metod ${method}, faktorer ${factors}`,
    en: (method: string, factors: string) => `Method ${method}, factors ${factors}`,
  },
  methodUnit: {
    sv: 'Vi räknar år av användning: ett år med återbrukad utrustning jämförs med ett år med ny.',
    en: 'We count years of use: a year with reused equipment is compared with a year with new.',
  },
  methodReference: {
    sv: 'Jämförelsen är den nya utrustning som annars hade köpts, och hur säkert det är att den hade köpts.',
    en: 'The comparison is the new equipment that would have been bought, and how sure it is that it would have been.',
  },
  methodBurden: {
    sv: 'Rekonditionering, transport och nya delar är avdragna, också för utrustning som inte gick att använda igen.',
    en: 'Refurbishing, transport and new parts are deducted, also for equipment that could not be used again.',
  },
  methodInterval: {
    sv: 'Spannet visar hur långt talet flyttar sig när osäkra värden ändras ett i taget.',
    en: 'The range shows how far the figure moves when uncertain values are changed one at a time.',
  },
  caveatInventory: {
    sv: 'Undvikna utsläpp står bredvid de egna utsläppen och dras aldrig från dem.',
    en: 'Avoided emissions stand beside your own emissions and are never deducted from them.',
  },
  caveatShares: {
    sv: 'Säljare och köpare delar på samma tal. Båda får inte redovisa hela.',
    en: 'Seller and buyer share the same figure. Both may not report all of it.',
  },
  caveatLowEnd: {
    sv: 'Använd spannet eller dess nedre ände när talet citeras.',
    en: 'Quote the range, or its lower end.',
  },
  caveatCarbonOnly: {
    sv: 'Talet gäller bara klimatet, inte metaller, vatten eller arbetsvillkor.',
    en: 'The figure covers climate only, not metals, water or working conditions.',
  },
  caveatEquivalence: {
    sv: 'Motsvarigheter är till hjälp för ögat och är inget mätvärde.',
    en: 'Equivalents help the eye and are not a measurement.',
  },
  profileOwn: { sv: 'Omlopps metod', en: 'The method of Omlopp' },
  profileIvl: { sv: 'Jämförbar med IVL', en: 'IVL-comparable' },
  profileIvlMeaning: {
    sv: 'Räknar varje återbrukad enhet som en hel ny som inte köptes. Ger högre tal än vår metod.',
    en: 'Counts each reused device as a whole new one not bought. Gives higher figures than our method.',
  },
  profileLegacy: {
    sv: 'Jämförbar med äldre klimatdiplom',
    en: 'Comparable with older climate diplomas',
  },
  profileLegacyMeaning: {
    sv: 'Fasta tal per enhet från en modell från 2005, utan spann. Bara för jämförelse bakåt.',
    en: 'Fixed figures per device from a model of 2005, without a range. Only to compare backwards.',
  },
  supplierShare: { sv: 'Säljarens del', en: 'Seller’s share' },
  buyerShare: { sv: 'Köparens del', en: 'Buyer’s share' },
  perYear: { sv: 'Per år av ny användning', en: 'Per year of second use' },
  mainDriver: { sv: 'Betyder mest', en: 'Matters most' },
  dataQuality: { sv: 'Underlag', en: 'Data quality' },
  carbonCoverage: {
    sv: 'Andel räknad på modellens egna tal',
    en: 'Share counted on the model’s own figures',
  },
  carKm: {
    sv: (km: string, factor: string, year: number) =>
      `Motsvarar ${km} km med bil (${factor} kg per km ur avgasröret, bilar i Sverige ${year})`,
    en: (km: string, factor: string, year: number) =>
      `Equals ${km} km by car (${factor} kg per km at the tailpipe, cars in Sweden ${year})`,
  },
  laps: {
    sv: (laps: string) => `Motsvarar ${laps} varv runt jorden med bil`,
    en: (laps: string) => `Equals ${laps} turns round the earth by car`,
  },
  fridgeYears: {
    sv: (count: string, factor: string, year: number) =>
      `Motsvarar ett års el till ${count} kylskåp (${factor} kg per kylskåp och år, faktor ${year})`,
    en: (count: string, factor: string, year: number) =>
      `Equals a year of electricity for ${count} refrigerators (${factor} kg each, factor of ${year})`,
  },
} satisfies Texts

/** What moves the figure most, by the symbol in the method; production is named with its kind. */
export const driverTexts = {
  P: {
    sv: (category: string) => `tillverkningen (${category})`,
    en: (category: string) => `production (${category})`,
  },
  d: {
    sv: 'om något nytt verkligen hade köpts',
    en: 'whether something new would truly have been bought',
  },
  lambda: { sv: 'hur länge den nya användningen varar', en: 'how long the second use lasts' },
  b_proc: { sv: 'rekonditioneringen', en: 'refurbishing' },
  ef: { sv: 'elens utsläpp', en: 'emissions of the electricity' },
} satisfies Texts

export const displacementTexts = {
  documented: {
    sv: 'Ersatte ett nytt köp, med underlag',
    en: 'Replaced a new purchase, on record',
  },
  market: {
    sv: 'Såld på marknaden, ersätter ofta ett nytt köp',
    en: 'Sold on the market, often replaces a new purchase',
  },
  unknown: {
    sv: 'Okänt om ett nytt köp ersattes',
    en: 'Unknown whether a new purchase was replaced',
  },
} satisfies Texts

export const dataQualityTexts = {
  1: { sv: 'Tillverkarens tal för modellen', en: 'The maker’s figure for the model' },
  2: { sv: 'Samma modell hos Boavizta', en: 'The same model at Boavizta' },
  3: { sv: 'Medianen för slaget', en: 'Median of the kind' },
  4: { sv: 'Citerat eller antaget', en: 'Cited or assumed' },
} satisfies Texts

export const categoryTexts = {
  laptop: { sv: 'bärbar dator', en: 'laptop' },
  mobile_workstation: { sv: 'bärbar arbetsstation', en: 'mobile workstation' },
  desktop: { sv: 'stationär dator', en: 'desktop computer' },
  workstation: { sv: 'arbetsstation', en: 'workstation' },
  all_in_one: { sv: 'allt-i-ett-dator', en: 'all-in-one computer' },
  thin_client: { sv: 'tunn klient', en: 'thin client' },
  monitor: { sv: 'bildskärm', en: 'monitor' },
  large_display: { sv: 'storskärm', en: 'large display' },
  smartphone: { sv: 'telefon', en: 'smartphone' },
  tablet: { sv: 'surfplatta', en: 'tablet' },
  server: { sv: 'server', en: 'server' },
  printer: { sv: 'skrivare', en: 'printer' },
  router: { sv: 'router', en: 'router' },
  speaker: { sv: 'högtalare', en: 'speaker' },
  webcam: { sv: 'webbkamera', en: 'webcam' },
  feature_phone: { sv: 'knapptelefon', en: 'feature phone' },
  switch: { sv: 'switch', en: 'switch' },
  access_point: { sv: 'accesspunkt', en: 'access point' },
  headset: { sv: 'headset', en: 'headset' },
  dock: { sv: 'dockningsstation', en: 'dock' },
  keyboard: { sv: 'tangentbord', en: 'keyboard' },
  mouse: { sv: 'mus', en: 'mouse' },
  projector: { sv: 'projektor', en: 'projector' },
  television: { sv: 'tv', en: 'television' },
  vr_headset: { sv: 'vr-glasögon', en: 'VR headset' },
  smartwatch: { sv: 'klocka', en: 'smartwatch' },
  external_hdd: { sv: 'extern disk', en: 'external hard disk' },
} satisfies Texts

export const climateRefusalTexts = {
  'unknown-category': {
    sv: 'Slaget finns inte bland faktorerna',
    en: 'The factors have no such kind',
  },
  'value-missing': {
    sv: 'Ett värde saknas, och faktorerna har inget',
    en: 'A value is missing, and the factors have none',
  },
  'interval-out-of-order': {
    sv: 'Värdet ligger utanför sitt spann',
    en: 'The value lies outside its range',
  },
  'reused-exceeds-handled': {
    sv: 'Fler är återbrukade än hanterade',
    en: 'More are reused than handled',
  },
  'day-not-valid': { sv: 'Dagen finns inte', en: 'There is no such day' },
  'need-not-named': {
    sv: 'Ange behovet eller den avbeställda ordern som enheten ersatte',
    en: 'Name the need or the cancelled order that the device replaced',
  },
  'number-out-of-range': { sv: 'Talet är utanför det möjliga', en: 'The number is not possible' },
  'no-lines': { sv: 'Det finns inget att räkna på', en: 'There is nothing to count' },
  'not-a-number': { sv: 'Ska vara ett tal', en: 'Must be a number' },
  'not-a-text': { sv: 'Ska vara text', en: 'Must be text' },
  'not-an-object': { sv: 'Ska vara ett objekt', en: 'Must be an object' },
  'not-a-list': { sv: 'Ska vara en lista', en: 'Must be a list' },
  'unknown-field': { sv: 'Fältet finns inte i metoden', en: 'The method has no such field' },
  'unknown-evidence': {
    sv: 'Ska vara documented, market eller unknown',
    en: 'Must be documented, market or unknown',
  },
  'unknown-kind': { sv: 'Fallet är av okänt slag', en: 'The case is of an unknown kind' },
  'unknown-method': { sv: 'Metoden är okänd', en: 'The method is unknown' },
  'duplicate-case': { sv: 'Två fall har samma id', en: 'Two cases have the same id' },
} satisfies Texts

export const reuseKindTexts = {
  sold: { sv: 'Såld', en: 'Sold' },
  redeployed: { sv: 'Internt återbrukad', en: 'Reused internally' },
  donated: { sv: 'Skänkt', en: 'Donated' },
  failed: { sv: 'Fick ingen ny användare', en: 'Got no new user' },
} satisfies Texts
