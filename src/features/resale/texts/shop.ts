// What the shop says to who buys.
import { plural } from '../../../core/text.ts'

const devices = {
  sv: (count: number) => plural(count, 'enhet', 'enheter'),
  en: (count: number) => plural(count, 'device', 'devices'),
}

export const shopTexts = {
  title: { sv: 'Butik', en: 'Shop' },
  lead: {
    sv: (total: string) =>
      `${total} återbrukade enheter hos era partner, raderade, graderade och med garanti.`,
    en: (total: string) =>
      `${total} reused devices at your partners: erased, graded and with warranty.`,
  },
  kind: { sv: 'Slag', en: 'Kind' },
  grade: { sv: 'Lägst grad', en: 'Lowest grade' },
  memory: { sv: 'Minst minne', en: 'Minimum memory' },
  storage: { sv: 'Minst lagring', en: 'Minimum storage' },
  os: { sv: 'System', en: 'System' },
  most: { sv: 'Högst pris', en: 'Highest price' },
  sort: { sv: 'Ordning', en: 'Order' },
  sorts: {
    price: { sv: 'Billigast först', en: 'Cheapest first' },
    grade: { sv: 'Bästa grad först', en: 'Best grade first' },
    latest: { sv: 'Senast inkommet först', en: 'Latest first' },
  },
  gigabytes: { sv: (count: string) => `${count} GB`, en: (count: string) => `${count} GB` },
  memoryOf: { sv: (gb: string) => `${gb} GB minne`, en: (gb: string) => `${gb} GB memory` },
  storageOf: { sv: (gb: string) => `${gb} GB lagring`, en: (gb: string) => `${gb} GB storage` },
  results: { sv: 'Till salu', en: 'For sale' },
  more: { sv: 'Visa fler', en: 'Show more' },
  gradeOf: { sv: (grade: string) => `Grad ${grade}`, en: (grade: string) => `Grade ${grade}` },
  count: { sv: (count: string) => `${count} st`, en: (count: string) => `${count} left` },
  warranty: {
    sv: (months: number) => `${months} månaders garanti`,
    en: (months: number) => `${months} months’ warranty`,
  },
  noWarranty: { sv: 'Ingen garanti', en: 'No warranty' },
  battery: {
    sv: (low: string, high: string) =>
      low === high ? `batteri ${low}\u00a0%` : `batteri ${low}–${high}\u00a0%`,
    en: (low: string, high: string) =>
      low === high ? `battery ${low}%` : `battery ${low}–${high}%`,
  },
  avoids: {
    sv: (figure: string, unit: string, span: string) =>
      `Omkring ${figure} ${unit} mindre än en ny, spann ${span}`,
    en: (figure: string, unit: string, span: string) =>
      `About ${figure} ${unit} less than a new one, range ${span}`,
  },
  avoidsAll: {
    sv: (figure: string, unit: string, span: string) =>
      `Omkring ${figure} ${unit} mindre än nya, spann ${span}`,
    en: (figure: string, unit: string, span: string) =>
      `About ${figure} ${unit} less than new ones, range ${span}`,
  },
  method: {
    sv: (method: string, version: string) =>
      `Klimatskillnaden är beräknad med ${method}, faktorer ${version}, och räknas först när enheten har kommit fram.`,
    en: (method: string, version: string) =>
      `The climate difference is calculated by ${method}, factors ${version}, and counts only once the device has arrived.`,
  },
  noPhoto: { sv: 'Ingen bild', en: 'No picture' },
  nothingFits: {
    sv: 'Inget till salu stämmer med det du har valt.',
    en: 'Nothing for sale fits what you have chosen.',
  },
  showAll: { sv: 'Visa allt', en: 'Show everything' },
  empty: {
    sv: 'Här står det som era återbrukspartner har till salu. När en partner lägger ut något syns det här, med bild, grad, garanti och pris.',
    en: 'What your reuse partners have for sale appears here. Once a partner puts something up you see it, with picture, grade, warranty and price.',
  },
  toPartners: { sv: 'Till samarbetena', en: 'To the partnerships' },
  cart: { sv: 'Varukorg', en: 'Cart' },
  cartOf: {
    sv: (count: string) => `Varukorg, ${count} st`,
    en: (count: string) => `Cart, ${count}`,
  },
  own: { sv: 'Er egen butik', en: 'Your own shop' },
} as const

export const listingTexts = {
  title: { sv: 'Till salu', en: 'For sale' },
  up: { sv: 'Butik', en: 'Shop' },
  seller: { sv: 'Säljs av', en: 'Sold by' },
  price: { sv: 'Pris', en: 'Price' },
  grade: { sv: 'Grad', en: 'Grade' },
  warranty: { sv: 'Garanti', en: 'Warranty' },
  months: {
    sv: (count: number) => `${count} ${plural(count, 'månad', 'månader')}`,
    en: (count: number) => `${count} ${plural(count, 'month', 'months')}`,
  },
  battery: { sv: 'Batterihälsa', en: 'Battery health' },
  percent: { sv: (value: string) => `${value}\u00a0%`, en: (value: string) => `${value}%` },
  memory: { sv: 'Minne', en: 'Memory' },
  storage: { sv: 'Lagring', en: 'Storage' },
  os: { sv: 'System', en: 'System' },
  left: { sv: 'Finns', en: 'Left' },
  lead: {
    sv: (kind: string) => `Återbrukad ${kind}. Raderad innan den lades ut.`,
    en: (kind: string) => `Reused ${kind}. Erased before it was put up.`,
  },
  buy: { sv: 'Köp', en: 'Buy' },
  count: { sv: 'Antal', en: 'How many' },
  add: { sv: 'Lägg i varukorgen', en: 'Put in the cart' },
  added: {
    sv: (count: string) => `${count} st ligger i varukorgen.`,
    en: (count: string) => `${count} in the cart.`,
  },
  toCart: { sv: 'Till varukorgen', en: 'To the cart' },
  none: { sv: 'Någon annan har reserverat den just nu.', en: 'Somebody else has it reserved now.' },
  ended: { sv: 'Den är inte längre till salu.', en: 'It is no longer for sale.' },
  whyGrade: { sv: 'Så blev graden', en: 'How the grade came to be' },
  climate: { sv: 'Mot en ny', en: 'Against a new one' },
  climateLead: {
    sv: 'Kilogram koldioxidekvivalenter som undviks när en återbrukad används i stället.',
    en: 'Kilograms of carbon dioxide equivalents avoided when a reused one is used instead.',
  },
  words: { sv: 'Säljarens ord', en: 'The seller’s words' },
  pictures: { sv: 'Bilder', en: 'Pictures' },
  picture: {
    sv: (at: number, of: number) => `Bild ${at} av ${of}`,
    en: (at: number, of: number) => `Picture ${at} of ${of}`,
  },
} as const

export const cartTexts = {
  title: { sv: 'Varukorg', en: 'Cart' },
  lead: {
    sv: 'Beställ, så hålls enheterna i 24 timmar. Inget är köpt förrän du har bekräftat.',
    en: 'Order, and the devices are kept for 24 hours. Nothing is bought until you have confirmed.',
  },
  empty: {
    sv: 'Varukorgen är tom. Det du väljer i butiken står här tills du beställer.',
    en: 'The cart is empty. What you choose in the shop appears here until you order.',
  },
  toShop: { sv: 'Till butiken', en: 'To the shop' },
  what: { sv: 'Vad', en: 'What' },
  count: { sv: 'Antal', en: 'How many' },
  countOf: { sv: (name: string) => `Antal ${name}`, en: (name: string) => `How many ${name}` },
  each: { sv: 'Styck', en: 'Each' },
  sum: { sv: 'Summa', en: 'Sum' },
  vat: { sv: 'Moms 25\u00a0%', en: 'VAT 25%' },
  total: { sv: 'Att betala', en: 'To pay' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  removeOf: { sv: (name: string) => `Ta bort ${name}`, en: (name: string) => `Remove ${name}` },
  fewer: {
    sv: (count: string) => `Bara ${count} kvar.`,
    en: (count: string) => `Only ${count} left.`,
  },
  gone: { sv: 'Finns inte längre.', en: 'No longer there.' },
  where: { sv: 'Leverans', en: 'Delivery' },
  place: { sv: 'Till plats', en: 'To place' },
  noPlace: { sv: 'Annan adress', en: 'Another address' },
  address: { sv: 'Adress', en: 'Address' },
  reference: { sv: 'Er referens', en: 'Your reference' },
  referenceHint: {
    sv: 'Står på följesedeln och fakturan.',
    en: 'Stands on the delivery note and the invoice.',
  },
  order: { sv: 'Beställ', en: 'Order' },
  several: {
    sv: 'Varukorgen har varor från flera butiker. Varje butik blir ett eget köp.',
    en: 'The cart holds things from several shops. Each shop becomes a purchase of its own.',
  },
  from: { sv: (seller: string) => `Från ${seller}`, en: (seller: string) => `From ${seller}` },
} as const

export const purchaseTexts = {
  title: { sv: 'Köp', en: 'Purchases' },
  one: { sv: 'Köp', en: 'Purchase' },
  lead: {
    sv: 'Det ni köper och det ni säljer, från reservation till garanti.',
    en: 'What you buy and what you sell, from reservation to warranty.',
  },
  all: { sv: 'Alla', en: 'All' },
  number: { sv: 'Nummer', en: 'Number' },
  state: { sv: 'Läge', en: 'State' },
  other: { sv: 'Motpart', en: 'Other side' },
  buysFrom: { sv: (name: string) => `från ${name}`, en: (name: string) => `from ${name}` },
  sellsTo: { sv: (name: string) => `till ${name}`, en: (name: string) => `to ${name}` },
  devices: { sv: 'Enheter', en: 'Devices' },
  sum: { sv: 'Summa', en: 'Sum' },
  made: { sv: 'Gjort', en: 'Made' },
  empty: {
    sv: 'Här står köpen, när det första har gjorts i butiken.',
    en: 'The purchases appear here, once the first has been made in the shop.',
  },
  nothingFits: { sv: 'Inget köp är i det läget.', en: 'No purchase is in that state.' },
  showAll: { sv: 'Visa alla', en: 'Show all' },
  finding: {
    reserved: {
      sv: (count: number, until: string) => `${count} ${devices.sv(count)} hålls till ${until}`,
      en: (count: number, until: string) => `${count} ${devices.en(count)} kept until ${until}`,
    },
    confirmed: {
      sv: (count: number) =>
        `${count} ${devices.sv(count)} ${plural(count, 'väntar', 'väntar')} på att skickas`,
      en: (count: number) =>
        `${count} ${devices.en(count)} ${plural(count, 'waits', 'wait')} to be sent`,
    },
    sent: {
      sv: (count: number, received: number) =>
        received > 0
          ? `${received} av ${count} ${devices.sv(count)} har kommit fram`
          : `${count} ${devices.sv(count)} är på väg`,
      en: (count: number, received: number) =>
        received > 0
          ? `${received} of ${count} ${devices.en(count)} have arrived`
          : `${count} ${devices.en(count)} on the way`,
    },
    received: {
      sv: (count: number) =>
        `${count} ${devices.sv(count)} ${plural(count, 'mottagen', 'mottagna')}`,
      en: (count: number) => `${count} ${devices.en(count)} received`,
    },
    cancelled: { sv: 'Köpet avbröts', en: 'The purchase was called off' },
    expired: { sv: 'Reservationen gick ut', en: 'The reservation ran out' },
  },
  seller: { sv: 'Säljare', en: 'Seller' },
  buyer: { sv: 'Köpare', en: 'Buyer' },
  madeBy: { sv: 'Beställt av', en: 'Ordered by' },
  reference: { sv: 'Referens', en: 'Reference' },
  to: { sv: 'Levereras till', en: 'Goes to' },
  confirmed: { sv: 'Bekräftat', en: 'Confirmed' },
  sent: { sv: 'Skickat', en: 'Sent' },
  received: { sv: 'Mottaget', en: 'Received' },
  confirm: { sv: 'Bekräfta köpet', en: 'Confirm the purchase' },
  cancel: { sv: 'Avbryt köpet', en: 'Call it off' },
  decline: { sv: 'Avböj köpet', en: 'Decline it' },
  send: { sv: 'Skicka', en: 'Send' },
  accept: { sv: 'Ta emot allt', en: 'Receive all' },
  acceptSome: {
    sv: (count: string) => `Ta emot ${count}`,
    en: (count: string) => `Receive ${count}`,
  },
  takeBack: {
    sv: (count: string) => `Ta tillbaka ${count}`,
    en: (count: string) => `Take back ${count}`,
  },
  onlySent: {
    sv: 'Bara det som är på väg kan tas emot.',
    en: 'Only what is on its way can be received.',
  },
  note: { sv: 'Följesedel', en: 'Delivery note' },
  lines: { sv: 'Enheter', en: 'Devices' },
  device: { sv: 'Modell', en: 'Model' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  grade: { sv: 'Grad', en: 'Grade' },
  price: { sv: 'Pris', en: 'Price' },
  warranty: { sv: 'Garanti till', en: 'Warranty until' },
  cost: { sv: 'Belopp', en: 'Amounts' },
  goods: { sv: 'Varor', en: 'Goods' },
  vat: { sv: 'Moms 25\u00a0%', en: 'VAT 25%' },
  total: { sv: 'Att betala', en: 'To pay' },
  replacement: {
    sv: 'Ersätter en enhet på garanti. Kostar inget.',
    en: 'Replaces a device under warranty. Costs nothing.',
  },
  lost: { sv: 'Försvunnen', en: 'Lost' },
  lostOf: {
    sv: (n: number) =>
      n === 1 ? '1 enhet har försvunnit på väg' : `${n} enheter har försvunnit på väg`,
    en: (n: number) =>
      n === 1 ? '1 device was lost on the way' : `${n} devices were lost on the way`,
  },
  lostSeller: {
    sv: 'Välj raden och ta tillbaka den. Köparen ser att den inte kommer och betalar inte för den.',
    en: 'Choose the line and take it back. The buyer sees that it is not coming and does not pay for it.',
  },
  lostBuyer: {
    sv: 'Säljaren har anmält det och tar tillbaka raden. Ta emot det andra så länge.',
    en: 'The seller has reported it and takes the line back. Receive the others meanwhile.',
  },
  ofOrder: {
    sv: 'Möter behov i en beställning, och bekräftas när den attesteras.',
    en: 'Meets needs of an order, and is confirmed when that is approved.',
  },
  toOrder: { sv: 'Till beställningen', en: 'To the order' },
  ofOrderWaits: {
    sv: 'Köpet bekräftas när beställningen attesteras.',
    en: 'The purchase is confirmed when the order is approved.',
  },
  toCase: { sv: 'Till garantiärendet', en: 'To the warranty case' },
  climate: { sv: 'Mot nya', en: 'Against new ones' },
  cancelTitle: {
    sv: (number: string) => `Avbryt ${number}?`,
    en: (number: string) => `Call off ${number}?`,
  },
  keepPurchase: { sv: 'Behåll köpet', en: 'Keep the purchase' },
  declineTitle: {
    sv: (number: string) => `Avböj ${number}?`,
    en: (number: string) => `Decline ${number}?`,
  },
  declineHow: {
    sv: 'Köparen får veta att köpet inte blir av. Enheterna blir lediga i butiken igen.',
    en: 'The buyer is told that there is no purchase. The devices are free in the shop again.',
  },
  cancelHow: {
    sv: 'Enheterna blir lediga i butiken igen. Vill ni ha dem senare får ni köpa på nytt.',
    en: 'The devices are free in the shop again. To get them later, order again.',
  },
} as const
