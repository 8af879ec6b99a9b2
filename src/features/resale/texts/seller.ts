// What the shop says to who sells.
import { plural } from '../../../core/text.ts'

const devices = {
  sv: (count: number) => `${count} ${plural(count, 'enhet', 'enheter')}`,
  en: (count: number) => `${count} ${plural(count, 'device', 'devices')}`,
}

export const stockTexts = {
  title: { sv: 'Sälj', en: 'Sell' },
  lead: {
    sv: 'Det som är raderat och graderat kan läggas ut. Priset kommer från prislistan.',
    en: 'What is erased and graded can be put up. The price comes from the price list.',
  },
  toPublish: { sv: 'Att lägga ut', en: 'To put up' },
  listed: { sv: 'Till salu', en: 'For sale' },
  kept: { sv: 'Reserverat', en: 'Reserved' },
  sold: { sv: 'Sålt', en: 'Sold' },
  withdrawn: { sv: 'Borttaget', en: 'Taken down' },
  prices: { sv: 'Prislistor', en: 'Price lists' },
  device: { sv: 'Enhet', en: 'Device' },
  model: { sv: 'Modell', en: 'Model' },
  grade: { sv: 'Grad', en: 'Grade' },
  battery: { sv: 'Batteri', en: 'Battery' },
  owner: { sv: 'Ägare', en: 'Owner' },
  price: { sv: 'Pris', en: 'Price' },
  listPrice: { sv: 'Listpris', en: 'List price' },
  noPrice: { sv: 'saknas', en: 'none' },
  warranty: { sv: 'Garanti', en: 'Warranty' },
  months: { sv: (count: number) => `${count} mån`, en: (count: number) => `${count} mo` },
  pictures: { sv: 'Bilder', en: 'Pictures' },
  state: { sv: 'Läge', en: 'State' },
  published: { sv: 'Utlagd', en: 'Put up' },
  uncalculated: { sv: 'Graderad utan uträkning', en: 'Graded without calculation' },
  publish: { sv: (count: number) => `Lägg ut ${count}`, en: (count: number) => `Put up ${count}` },
  publishTitle: {
    sv: (count: number) => `Lägg ut ${devices.sv(count)}`,
    en: (count: number) => `Put up ${devices.en(count)}`,
  },
  done: {
    sv: (done: number, of: number) => `${done} av ${of} ligger i butiken.`,
    en: (done: number, of: number) => `${done} of ${of} stand in the shop.`,
  },
  eachPrice: { sv: 'Pris för var och en', en: 'Price for each' },
  eachPriceHint: {
    sv: 'Lämna tomt, så gäller prislistan.',
    en: 'Leave it empty, and the price list holds.',
  },
  vat: { sv: 'Moms', en: 'VAT' },
  monthsField: { sv: 'Garanti, månader', en: 'Warranty, months' },
  photo: { sv: 'Bild', en: 'Picture' },
  photoHint: {
    sv: 'JPEG, PNG eller WebP. Den visas för alla som väljs här. Var och när den togs tas bort.',
    en: 'JPEG, PNG or WebP. It is shown for all that are chosen here. Where and when it was taken is removed.',
  },
  alt: { sv: 'Vad bilden visar', en: 'What the picture shows' },
  altHint: { sv: 'För den som inte ser den.', en: 'For those who cannot see it.' },
  words: { sv: 'Egna ord', en: 'Words of your own' },
  altMissing: { sv: 'Skriv vad bilden visar.', en: 'Write what the picture shows.' },
  act: { sv: 'Lägg ut', en: 'Put up' },
  emptyStock: {
    sv: 'Allt graderat är utlagt eller har gått vidare. Nya enheter kommer hit när de har graderats A, B eller C.',
    en: 'Everything graded is up for sale or has gone on. New devices come here once they are graded A, B or C.',
  },
  toGrading: { sv: 'Till graderingen', en: 'To the grading' },
  emptyListed: {
    sv: 'Här står det som ligger i butiken.',
    en: 'What is up for sale appears here.',
  },
  toStock: { sv: 'Lägg ut något', en: 'Put something up' },
} as const

export const ownListingTexts = {
  title: { sv: 'Er vara', en: 'Your listing' },
  newPrice: { sv: 'Nytt pris', en: 'New price' },
  setPrice: { sv: 'Ändra pris', en: 'Change the price' },
  withdraw: { sv: 'Ta ur butiken', en: 'Take it down' },
  prices: { sv: 'Priser', en: 'Prices' },
  by: { sv: (name: string) => `av ${name}`, en: (name: string) => `by ${name}` },
  addPhoto: { sv: 'Lägg till bild', en: 'Add a picture' },
  kept: { sv: 'Den är reserverad av en köpare.', en: 'A buyer has it reserved.' },
} as const

export const priceListTexts = {
  title: { sv: 'Prislistor', en: 'Price lists' },
  lead: {
    sv: 'Pris för modell och grad, från en dag till en annan.',
    en: 'Price by model and grade, from one day to another.',
  },
  up: { sv: 'Sälj', en: 'Sell' },
  new: { sv: 'Ny prislista', en: 'New price list' },
  name: { sv: 'Namn', en: 'Name' },
  from: { sv: 'Från och med', en: 'From' },
  until: { sv: 'Till och med', en: 'Until' },
  rows: { sv: 'Rader', en: 'Rows' },
  today: { sv: 'Gäller i dag', en: 'Valid today' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
  empty: {
    sv: 'Utan prislista får varje enhet sitt pris för hand. Med en går hundra på en gång.',
    en: 'Without a price list each device is priced by hand. With one, a hundred go at once.',
  },
  text: { sv: 'Priser', en: 'Prices' },
  textHint: {
    sv: 'En rad för var: tillverkare; modell; grad; pris i kronor. Klistra in från ett kalkylblad.',
    en: 'One row each: maker; model; grade; price in kronor. Paste from a spreadsheet.',
  },
  wrongRow: {
    sv: (row: number) => `Rad ${row} går inte att läsa: tillverkare; modell; grad; pris.`,
    en: (row: number) => `Row ${row} cannot be read: maker; model; grade; price.`,
  },
  noRows: { sv: 'Skriv minst en rad.', en: 'Write at least one row.' },
  save: { sv: 'Spara prislistan', en: 'Save the price list' },
  model: { sv: 'Modell', en: 'Model' },
  grade: { sv: 'Grad', en: 'Grade' },
  price: { sv: 'Pris', en: 'Price' },
} as const
