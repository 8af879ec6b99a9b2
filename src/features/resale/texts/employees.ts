// What the sale to employees says, to who buys and to who sells.
import { plural } from '../../../core/text.ts'
import type { EmployeeState, Payment } from '../rules/employees.ts'

type Words = { readonly sv: string; readonly en: string }

export const paymentTexts: Record<Payment, Words> = {
  payroll: { sv: 'Avdrag på lönen', en: 'Deducted from the salary' },
  invoice: { sv: 'Faktura', en: 'Invoice' },
}
export const employeeStateTexts: Record<EmployeeState, Words> = {
  ordered: { sv: 'Att hämta', en: 'To be fetched' },
  handedOver: { sv: 'Hämtad', en: 'Fetched' },
  cancelled: { sv: 'Avbrutet', en: 'Called off' },
  expired: { sv: 'Hämtades inte', en: 'Not fetched' },
}

export const employeeShopTexts = {
  title: { sv: 'Personalköp', en: 'Employee sale' },
  left: {
    sv: (count: number) =>
      `Arbetsplatsens använda utrustning, raderad och graderad. Du kan köpa ${count} till i år.`,
    en: (count: number) =>
      `The workplace’s used equipment, erased and graded. You can buy ${count} more this year.`,
  },
  closed: {
    sv: 'Personalköp är inte öppet just nu.',
    en: 'The employee sale is not open at present.',
  },
  notYet: {
    sv: (months: number) =>
      months > 0
        ? `Personalköp är för den som har varit anställd i ${months} månader.`
        : 'Personalköp är för den som är anställd.',
    en: (months: number) =>
      months > 0
        ? `The employee sale is for those who have been employed for ${months} months.`
        : 'The employee sale is for those who are employed.',
  },
  limit: {
    sv: 'Du har köpt så många som en person får i år.',
    en: 'You have bought as many as one person may this year.',
  },
  offers: { sv: 'Att köpa', en: 'For sale' },
  noOffers: {
    sv: 'Inget är ute till försäljning nu. Det som läggs ut kommer hit.',
    en: 'Nothing is for sale now. What is put up comes here.',
  },
  mine: { sv: 'Mina köp', en: 'My purchases' },
  noneMine: { sv: 'Du har inte köpt något än.', en: 'You have not bought anything yet.' },
  device: { sv: 'Enhet', en: 'Device' },
  grade: { sv: 'Grad', en: 'Grade' },
  specs: { sv: 'Utförande', en: 'Specifications' },
  battery: { sv: 'Batteri', en: 'Battery' },
  percent: { sv: (value: string) => `${value}\u00a0%`, en: (value: string) => `${value}%` },
  warranty: { sv: 'Garanti', en: 'Warranty' },
  months: {
    sv: (count: number) => (count > 0 ? `${count} månader` : 'ingen'),
    en: (count: number) => (count > 0 ? `${count} months` : 'none'),
  },
  price: { sv: 'Pris', en: 'Price' },
  vatInside: { sv: (vat: string) => `varav moms ${vat}`, en: (vat: string) => `VAT ${vat} of it` },
  market: { sv: 'Marknadsvärde', en: 'Market value' },
  benefit: { sv: 'Förmån', en: 'Benefit' },
  benefitNote: {
    sv: (sum: string) => `${sum} under marknadsvärdet. Det beskattas med lönen.`,
    en: (sum: string) => `${sum} below the market value. It is taxed with the salary.`,
  },
  pictures: { sv: 'Bilder', en: 'Pictures' },
  climate: { sv: 'Mot en ny', en: 'Against a new one' },
  words: { sv: 'Om den', en: 'About it' },
  buyTitle: { sv: (name: string) => `Köp ${name}`, en: (name: string) => `Buy ${name}` },
  buy: { sv: 'Köp', en: 'Buy' },
  payment: { sv: 'Hur du betalar', en: 'How you pay' },
  choosePayment: { sv: 'Välj hur du betalar.', en: 'Choose how you pay.' },
  payrollNote: {
    sv: 'Du ber om att priset dras på din nästa lön.',
    en: 'You ask for the price to be deducted from your next salary.',
  },
  invoiceNote: { sv: 'Fakturan skickas till dig.', en: 'The invoice is sent to you.' },
  fetchNote: {
    sv: 'Enheten hålls för dig i två veckor. När du har hämtat den är den din.',
    en: 'The device is kept for you for two weeks. Once you have fetched it, it is yours.',
  },
  number: { sv: 'Nummer', en: 'Number' },
  state: { sv: 'Läge', en: 'State' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  person: { sv: 'Köpare', en: 'Bought by' },
  somebody: { sv: 'Någon som har lämnat', en: 'Somebody who has left' },
  ordered: { sv: 'Beställd', en: 'Ordered' },
  fetchBy: { sv: 'Hämtas senast', en: 'Fetch by' },
  fetched: { sv: 'Hämtad', en: 'Fetched' },
  paidBy: { sv: 'Betalas med', en: 'Paid by' },
  receipt: {
    sv: (number: string) => `Köp ${number}`,
    en: (number: string) => `Purchase ${number}`,
  },
  cancel: { sv: 'Avbryt köpet', en: 'Call it off' },
  kept: { sv: 'Reserverad', en: 'Reserved' },
} as const

export const employeeSaleTexts = {
  title: { sv: 'Sälj till personalen', en: 'Sell to employees' },
  lead: {
    sv: 'Egen utrustning som är raderad, graderad och inte behövs i poolen.',
    en: 'Own equipment that is erased, graded and not needed in the pool.',
  },
  terms: { sv: 'Villkor', en: 'Terms' },
  isOpen: { sv: 'Öppet', en: 'Open' },
  isClosed: { sv: 'Stängt', en: 'Closed' },
  openField: { sv: 'Personalköp är öppet', en: 'The employee sale is open' },
  openHint: {
    sv: 'Stängt syns det inte för någon annan än dem som lägger ut.',
    en: 'Closed, nobody but those who put things up sees it.',
  },
  leastMonths: { sv: 'Anställd i minst, månader', en: 'Employed for at least, months' },
  perYear: { sv: 'Högst per person och år', en: 'At most, per person and year' },
  pricePercent: {
    sv: 'Pris utan eget pris, av marknadsvärdet',
    en: 'Price where none is set, of the market value',
  },
  pricePercentHint: {
    sv: 'Marknadsvärdet är prislistans pris med moms. Under 100 procent får köparen en förmån som beskattas.',
    en: 'The market value is the price list’s price with VAT. Below 100 percent the buyer has a taxable benefit.',
  },
  payroll: { sv: 'Till lönekontoret', en: 'To the payroll office' },
  payrollLead: {
    sv: 'Det som har hämtats under månaden och dras på lönen, med förmånen. Varje köp kommer med i en enda månad.',
    en: 'What was fetched in the month and is deducted from the salary, with the benefit. Each purchase is in one month only.',
  },
  month: { sv: 'Månad', en: 'Month' },
  download: { sv: 'Ladda ner', en: 'Download' },
  payments: { sv: 'Betalas med', en: 'Paid by' },
  choosePayments: { sv: 'Välj minst ett sätt.', en: 'Choose at least one way.' },
  save: { sv: 'Spara villkoren', en: 'Save the terms' },
  sums: {
    sv: (perYear: number, months: number) =>
      `${perYear} per person och år${months > 0 ? `, anställd i ${months} månader` : ''}`,
    en: (perYear: number, months: number) =>
      `${perYear} per person and year${months > 0 ? `, employed for ${months} months` : ''}`,
  },
  purchases: { sv: 'Köp', en: 'Purchases' },
  noPurchases: {
    sv: 'Här står köpen, när den första har köpt något.',
    en: 'The purchases appear here, once somebody has bought something.',
  },
  listed: { sv: 'Till salu', en: 'For sale' },
  noneListed: {
    sv: 'Här står det som personalen kan köpa.',
    en: 'What employees can buy appears here.',
  },
  stock: { sv: 'Att lägga ut', en: 'To put up' },
  offerTitle: {
    sv: (count: number) => `Lägg ut ${count} ${plural(count, 'enhet', 'enheter')} till personalen`,
    en: (count: number) => `Put up ${count} ${plural(count, 'device', 'devices')} for employees`,
  },
  done: {
    sv: (done: number, of: number) => `${done} av ${of} ligger ute.`,
    en: (done: number, of: number) => `${done} of ${of} are up for sale.`,
  },
  eachPrice: { sv: 'Pris för var och en, med moms', en: 'Price for each, with VAT' },
  marketValue: {
    sv: 'Sätt det som enheten är värd på marknaden. Den som köper under marknadsvärdet får en skattepliktig förmån av skillnaden (inkomstskattelagen 11 kap. 1 § och 61 kap. 2 §). Lämna tomt, så gäller den del av prislistan som villkoren säger.',
    en: 'Set what the device is worth on the market. Whoever buys below the market value has a taxable benefit of the difference (the Swedish Income Tax Act, 11:1 and 61:2). Leave it empty, and the share of the price list that the terms say holds.',
  },
  handOver: { sv: 'Lämna över', en: 'Hand over' },
  handOverNote: {
    sv: 'Från och med nu är den köparens. Raderingen prövas en gång till, och enheten lämnar registret som såld.',
    en: 'From now on it is the buyer’s. Its erasure is checked once more, and the device leaves the register as sold.',
  },
  withdraw: { sv: 'Ta bort', en: 'Take down' },
} as const

/** The headings of the file to the payroll office, in their order. */
export const payrollTexts = {
  number: { sv: 'Köp', en: 'Purchase' },
  name: { sv: 'Namn', en: 'Name' },
  username: { sv: 'Användarnamn', en: 'Username' },
  email: { sv: 'E-post', en: 'Email' },
  on: { sv: 'Hämtad', en: 'Fetched' },
  device: { sv: 'Enhet', en: 'Device' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  deduction: { sv: 'Nettolöneavdrag, kr', en: 'Deduction from net salary, SEK' },
  benefit: { sv: 'Förmånsvärde, kr', en: 'Value of benefit, SEK' },
} as const
