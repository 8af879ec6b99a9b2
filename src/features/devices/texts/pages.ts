// Words of the register, of the form for one device, and of its page.
const days = {
  sv: (count: number) => (count === 1 ? '1 dag' : `${count} dagar`),
  en: (count: number) => (count === 1 ? '1 day' : `${count} days`),
}

export const listTexts = {
  title: { sv: 'Utrustning', en: 'Equipment' },
  register: { sv: 'Register', en: 'Register' },
  newDevice: { sv: 'Ny enhet', en: 'New device' },
  import: { sv: 'Läs in', en: 'Import' },
  palette: { sv: 'Utrustning', en: 'Equipment' },

  assetTag: { sv: 'Inventarienr', en: 'Asset tag' },
  model: { sv: 'Modell', en: 'Model' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  heldBy: { sv: 'Hos', en: 'With' },
  where: { sv: 'Enhet eller plats', en: 'Unit or place' },
  status: { sv: 'Status', en: 'Status' },
  due: { sv: 'Dags att byta', en: 'Due for replacement' },
  endsOn: { sv: 'Slutdatum', en: 'End date' },
  price: { sv: 'Pris, kr', en: 'Price, SEK' },
  kind: { sv: 'Slag', en: 'Kind' },
  data: { sv: 'Data', en: 'Data' },
  grade: { sv: 'Grad', en: 'Grade' },
  owner: { sv: 'Ägare', en: 'Owner' },
  since: { sv: 'Sedan', en: 'Since' },
  shared: { sv: (unit: string) => `Delad: ${unit}`, en: (unit: string) => `Shared: ${unit}` },
  noTag: { sv: 'Utan nummer', en: 'No tag' },
  over: {
    sv: (count: number) => `${days.sv(count)} över`,
    en: (count: number) => `${days.en(count)} overdue`,
  },
  soon: {
    sv: (count: number) => (count === 0 ? 'i dag' : `om ${days.sv(count)}`),
    en: (count: number) => (count === 0 ? 'today' : `in ${days.en(count)}`),
  },

  department: { sv: 'Förvaltning', en: 'Department' },
  unit: { sv: 'Enhet', en: 'Unit' },
  holder: { sv: 'Innehavare', en: 'Holder' },
  oneHolder: { sv: 'vald person', en: 'chosen person' },
  place: { sv: 'Plats', en: 'Place' },
  custodian: { sv: 'Finns hos', en: 'Kept by' },
  oneOrganisation: { sv: 'vald organisation', en: 'chosen organisation' },
  endsBefore: { sv: 'Slutdatum till och med', en: 'End date up to' },
  passed: { sv: 'passerat', en: 'passed' },
  within: {
    sv: (count: number) => `inom ${days.sv(count)}`,
    en: (count: number) => `within ${days.en(count)}`,
  },
  withinYear: { sv: 'inom ett år', en: 'within a year' },
  stoodSince: { sv: 'I samma status sedan före', en: 'In the same status since before' },
  daysAgo: {
    sv: (count: number) => `${days.sv(count)} sedan`,
    en: (count: number) => `${days.en(count)} ago`,
  },
  search: { sv: 'Sök i listan', en: 'Search the list' },
  onlyWithEnd: {
    sv: 'I den här ordningen visas bara de som har ett slutdatum.',
    en: 'In this order only those with an end date are shown.',
  },

  toCollection: { sv: 'Lägg i sändning', en: 'Add to a collection' },

  viewGoing: { sv: 'I omlopp', en: 'In circulation' },
  searchAll: {
    sv: 'Sök också bland det som har lämnat omloppet',
    en: 'Search what has left the circle too',
  },
  viewAll: { sv: 'Allt', en: 'All' },
  viewDue: { sv: 'Dags att byta', en: 'Due' },
  viewHandedIn: { sv: 'Inlämnade', en: 'Handed in' },
  viewPartnerData: { sv: 'Hos partner med data', en: 'With a partner, with data' },
  viewPool: { sv: 'I pool', en: 'In the pool' },
  viewLost: { sv: 'Saknade', en: 'Missing' },
  viewUnconfirmed: { sv: 'Inte kvitterade', en: 'Not confirmed' },
  viewComing: { sv: 'På väg hit', en: 'On the way here' },
  viewToErase: { sv: 'Att radera', en: 'To erase' },
  viewToGrade: { sv: 'Att gradera', en: 'To grade' },
  viewToDecide: { sv: 'Väntar på utfall', en: 'Awaiting outcome' },
  saveViewTitle: { sv: 'Spara vyn', en: 'Save the view' },
  viewName: { sv: 'Vad ska den heta?', en: 'What should it be called?' },
  viewNameHint: {
    sv: 'Vyn sparas för dig i den här webbläsaren. Skicka adressen om någon annan ska se den.',
    en: 'The view is saved for you in this browser. Share the address if somebody else should see it.',
  },
  viewNameWrong: { sv: 'Skriv ett namn.', en: 'Write a name.' },
  removeView: {
    sv: (name: string) => `Ta bort vyn ${name}`,
    en: (name: string) => `Remove the view ${name}`,
  },

  empty: {
    sv: 'Här står varje enhet: var den är, vem som har den och vad som ska hända. Läs in en lista som du redan har, eller lägg in en enhet i taget.',
    en: 'Every device appears here: where it is, who has it and what is to happen. Import a list you already have, or add one device at a time.',
  },
  emptyPartner: {
    sv: 'Här står det som kunderna har skickat och som ni har tagit emot. Listan fylls när en sändning är på väg.',
    en: 'What customers have sent and you have received appears here. The list fills when a collection is on its way.',
  },
  noMatch: {
    sv: (filters: string) => `Inget stämmer med ${filters}.`,
    en: (filters: string) => `Nothing matches ${filters}.`,
  },
  removeFilter: {
    sv: (filter: string) => `Ta bort ${filter}`,
    en: (filter: string) => `Remove ${filter}`,
  },
  clearFilters: { sv: 'Ta bort filtren', en: 'Remove the filters' },
} as const

export const formTexts = {
  newTitle: { sv: 'Ny enhet', en: 'New device' },
  newLead: {
    sv: 'För en enhet som ni äger och har hos er. Många på en gång läser du in som lista.',
    en: 'For a device that you own and have. To add many at once, import a list.',
  },
  editTitle: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },
  editLead: {
    sv: 'Slag, modell och serienummer står fast. Varje ändring blir en post i kedjan.',
    en: 'Kind, model and serial number stay. Every change becomes an entry in the chain.',
  },
  what: { sv: 'Vad det är', en: 'What it is' },
  marks: { sv: 'Märkning', en: 'Marks' },
  marksLead: {
    sv: 'Minst ett av inventarienummer, serienummer och IMEI, så att enheten går att hitta.',
    en: 'At least one of asset tag, serial number and IMEI, so that the device can be found.',
  },
  purchase: { sv: 'Köp och tid', en: 'Purchase and time' },
  more: { sv: 'Mer om den', en: 'More about it' },
  kind: { sv: 'Slag', en: 'Kind' },
  kindWrong: { sv: 'Välj vad det är för slag.', en: 'Choose what kind it is.' },
  maker: { sv: 'Tillverkare', en: 'Maker' },
  makerWrong: {
    sv: 'Skriv tillverkaren, till exempel Lenovo.',
    en: 'Write the maker, such as Lenovo.',
  },
  model: { sv: 'Modell', en: 'Model' },
  modelWrong: {
    sv: 'Skriv modellen som den står på etiketten.',
    en: 'Write the model as on the label.',
  },
  assetTag: { sv: 'Inventarienummer', en: 'Asset tag' },
  assetTagHint: { sv: 'Ert eget nummer', en: 'Your own number' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  serialHint: { sv: 'Tillverkarens, går att läsa av', en: 'The maker’s; can be scanned' },
  imei: { sv: 'IMEI', en: 'IMEI' },
  imei2: { sv: 'IMEI 2', en: 'IMEI 2' },
  mac: { sv: 'MAC-adress', en: 'MAC address' },
  theftMarking: { sv: 'Stöldmärkning', en: 'Theft marking' },
  theftMarkingHint: {
    sv: 'Det som är graverat eller etsat. Samma märkning får stå på flera enheter.',
    en: 'What is engraved or etched. Several devices may carry the same marking.',
  },
  marksWrong: {
    sv: 'Ange inventarienummer, serienummer eller IMEI.',
    en: 'Give an asset tag, a serial number or an IMEI.',
  },
  name: { sv: 'Namn i nätet', en: 'Name on the network' },
  place: { sv: 'Plats', en: 'Place' },
  placeHint: { sv: 'Depån där den står nu', en: 'The depot where it stands now' },
  unused: { sv: 'Oanvänd', en: 'Unused' },
  unusedHint: {
    sv: 'Direkt från tillverkaren, inga data. Den kan lämnas ut på en gång.',
    en: 'Straight from the maker, no data. It can be handed out at once.',
  },
  purchasedOn: { sv: 'Köpt', en: 'Bought' },
  price: { sv: 'Pris exkl. moms', en: 'Price excl. VAT' },
  warranty: { sv: 'Garanti till och med', en: 'Warranty until' },
  endsOn: { sv: 'Slutdatum', en: 'End date' },
  endsOnHint: { sv: 'Sista dagen i användningstiden', en: 'Last day of the period of use' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  order: { sv: 'Ordernummer', en: 'Order number' },
  os: { sv: 'Operativsystem', en: 'Operating system' },
  osVersion: { sv: 'Version av operativsystem', en: 'Operating system version' },
  ram: { sv: 'Arbetsminne', en: 'Memory' },
  storage: { sv: 'Lagring', en: 'Storage' },
  condition: { sv: 'Uppgivet skick', en: 'Stated condition' },
  conditionHint: {
    sv: 'Med egna ord. Grad får den först när någon har besiktigat den.',
    en: 'In your own words. It gets a grade only when somebody has inspected it.',
  },
  note: { sv: 'Anteckning', en: 'Note' },
  noteHint: {
    sv: 'Ligger utanför kedjan. Skriv inget om personer.',
    en: 'Not part of the chain. Write nothing about people.',
  },
  save: { sv: 'Lägg in', en: 'Add' },
  saveNext: { sv: 'Lägg in och ta nästa', en: 'Add and take the next' },
  saveChange: { sv: 'Spara', en: 'Save' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  added: {
    sv: (name: string) => `${name} är inlagd. Nästa har samma modell.`,
    en: (name: string) => `${name} has been added. The next has the same model.`,
  },
  reload: { sv: 'Ladda om', en: 'Reload' },
} as const

const ordinalsSv = ['första', 'andra', 'tredje', 'fjärde', 'femte', 'sjätte']
const ordinalsEn = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

export const pageTexts = {
  up: { sv: 'Utrustning', en: 'Equipment' },
  title: { sv: 'Utrustning', en: 'Device' },
  lead: {
    sv: (model: string, kind: string) => `${model}, ${kind}.`,
    en: (model: string, kind: string) => `${model}, ${kind}.`,
  },
  serial: {
    sv: (serial: string) => `Serienummer ${serial}.`,
    en: (serial: string) => `Serial number ${serial}.`,
  },
  more: { sv: 'Mer', en: 'More' },
  eraseIt: { sv: 'Radera', en: 'Erase' },
  gradeIt: { sv: 'Gradera', en: 'Grade' },
  change: { sv: 'Ändra uppgifter', en: 'Change facts' },
  notOwner: { sv: 'Bara ägaren kan ändra.', en: 'Only the owner can change it.' },
  life: {
    sv: (status: string, life: number) =>
      life > 1 ? `${status}, ${ordinalsSv[life - 1] ?? `${life}:e`} livet` : status,
    en: (status: string, life: number) =>
      life > 1 ? `${status}, ${ordinalsEn[life - 1] ?? `${life}th`} life` : status,
  },
  status: { sv: 'Status', en: 'Status' },
  holder: { sv: 'Innehavare', en: 'Holder' },
  unit: { sv: 'Enhet', en: 'Unit' },
  place: { sv: 'Plats', en: 'Place' },
  keptBy: { sv: 'Finns hos', en: 'Kept by' },
  onTheWay: { sv: 'På väg till', en: 'On the way to' },
  data: { sv: 'Data', en: 'Data' },
  grade: { sv: 'Grad', en: 'Grade' },
  endsOn: { sv: 'Slutdatum', en: 'End date' },
  owner: { sv: 'Ägare', en: 'Owner' },
  imei: { sv: 'IMEI', en: 'IMEI' },

  lifeSoFar: { sv: 'Livet hittills', en: 'Its life so far' },
  lifeSoFarLead: {
    sv: 'Siffran till höger är postens nummer i kedjan.',
    en: 'The figure at right is the number of the entry in the chain.',
  },
  sharedPart: {
    sv: 'Du ser det som er organisation är part i. Vem som använder enheten hos ägaren visas inte.',
    en: 'You see what your organisation is party to. Who uses the device at its owner’s is not shown.',
  },
  ourPart: { sv: 'Er del', en: 'Your part' },
  beforeFirst: { sv: 'Före första innehavaren', en: 'Before the first holder' },
  between: { sv: days.sv, en: days.en },
  outside: { sv: 'utanför', en: 'outside' },
  somebody: { sv: 'en innehavare', en: 'a holder' },
  transit: { sv: 'transport', en: 'transport' },
  erasedAfter: {
    sv: (count: number) => `Data bevisat raderad efter ${days.sv(count)}.`,
    en: (count: number) => `Data proven erased after ${days.en(count)}.`,
  },

  money: { sv: 'Pengar', en: 'Money' },
  bought: { sv: (year: string) => `Köpt ${year}`, en: (year: string) => `Bought ${year}` },
  boughtUnknown: { sv: 'Köpt', en: 'Bought' },
  age: { sv: 'Ålder', en: 'Age' },
  ageOf: {
    sv: (years: number, months: number) =>
      [years > 0 ? `${years} år` : '', months > 0 || years === 0 ? `${months} mån` : '']
        .filter(Boolean)
        .join(' '),
    en: (years: number, months: number) =>
      [
        years > 0 ? `${years} ${years === 1 ? 'year' : 'years'}` : '',
        months > 0 || years === 0 ? `${months} mo` : '',
      ]
        .filter(Boolean)
        .join(' '),
  },
  warranty: { sv: 'Garanti till', en: 'Warranty until' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
  order: { sv: 'Order', en: 'Order' },
  perMonth: { sv: 'Pris per månad hittills', en: 'Price a month so far' },
  exclVat: { sv: 'Kronor exkl. moms.', en: 'SEK excl. VAT.' },
  noMoney: { sv: 'Inget pris är inlagt.', en: 'No price has been given.' },

  technical: { sv: 'Teknik', en: 'Technical' },
  os: { sv: 'Operativsystem', en: 'Operating system' },
  ram: { sv: 'Arbetsminne', en: 'Memory' },
  storage: { sv: 'Lagring', en: 'Storage' },
  drives: {
    sv: (count: number) => (count === 1 ? 'Disk' : 'Diskar'),
    en: (count: number) => (count === 1 ? 'Drive' : 'Drives'),
  },
  mac: { sv: 'MAC-adress', en: 'MAC address' },
  theftMarking: { sv: 'Stöldmärkning', en: 'Theft marking' },
  lastSeen: { sv: 'Senast sedd', en: 'Last seen' },
  enrolled: { sv: 'I enhetshantering sedan', en: 'In device management since' },
  condition: { sv: 'Uppgivet skick', en: 'Stated condition' },
  networkName: { sv: 'Namn i nätet', en: 'Name on the network' },
  note: { sv: 'Anteckning', en: 'Note' },

  avoidedUnit: { sv: 'undvikna', en: 'avoided' },
  avoidedSpan: {
    sv: (interval: string, unit: string) => `Spann ${interval} ${unit}.`,
    en: (interval: string, unit: string) => `Range ${interval} ${unit}.`,
  },
  avoidedDrivers: {
    sv: (drivers: readonly string[]) => `Mest styr ${drivers.join(' och ')}.`,
    en: (drivers: readonly string[]) => `Moved most by ${drivers.join(' and ')}.`,
  },
  avoidedSince: {
    sv: (day: string) => `Räknat när det nya livet började ${day}.`,
    en: (day: string) => `Counted when the new life began ${day}.`,
  },

  proof: { sv: 'Bevis', en: 'Proof' },
  chainWhole: { sv: 'Kedjan är hel', en: 'The chain is whole' },
  chainBroken: { sv: 'Kedjan är bruten', en: 'The chain is broken' },
  chainEntries: {
    sv: (count: string) => (count === '1' ? '1 post' : `${count} poster`),
    en: (count: string) => (count === '1' ? '1 entry' : `${count} entries`),
  },
  chainChecked: {
    sv: (entries: string, time: string) => `${entries}, kontrollerade i dag ${time}.`,
    en: (entries: string, time: string) => `${entries}, checked today at ${time}.`,
  },
  chainBrokenHow: {
    sv: 'En post stämmer inte med den före. Säg till den som ansvarar för Omlopp hos er.',
    en: 'An entry does not match the one before. Tell whoever is responsible for Omlopp in your organisation.',
  },

  erasureCertificate: {
    sv: (number: string) => `Raderingsintyg ${number}`,
    en: (number: string) => `Certificate of erasure ${number}`,
  },
  destructionCertificate: {
    sv: (number: string) => `Destruktionsintyg ${number}`,
    en: (number: string) => `Certificate of destruction ${number}`,
  },
  revoked: {
    sv: (day: string) => `återkallat ${day}`,
    en: (day: string) => `revoked ${day}`,
  },

  entryTitle: {
    sv: (number: number) => `Post ${number} i kedjan`,
    en: (number: number) => `Entry ${number} in the chain`,
  },
  entryWhat: { sv: 'Vad', en: 'What' },
  entryAt: { sv: 'När', en: 'When' },
  entryBy: { sv: 'Av', en: 'By' },
  entryOrganisation: { sv: 'Organisation', en: 'Organisation' },
  entryKind: { sv: 'Slag av post', en: 'Kind of entry' },
  entryId: { sv: 'Postens id', en: 'Id of the entry' },
  entryContent: { sv: 'Innehåll', en: 'Content' },
  notFound: {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  toList: { sv: 'Till registret', en: 'To the register' },
  labelTitle: { sv: 'Slår upp märkningen', en: 'Looking up the mark' },
  labelUnknown: {
    sv: (code: string) => `Ingen enhet hos er har märkningen ${code}.`,
    en: (code: string) => `No device of yours has the mark ${code}.`,
  },
} as const
