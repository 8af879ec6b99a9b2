// Strings of what travels with devices: delivery note, hand-out receipt, labels.
import { plural } from '../../../core/text.ts'

export const deliveryNoteTexts = {
  title: { sv: 'Följesedel', en: 'Delivery note' },
  heading: {
    sv: (devices: string, packages: string, count: number, packed: number) =>
      `${devices} ${plural(count, 'enhet', 'enheter')} i ${packages} ${plural(packed, 'kolli', 'kollin')}`,
    en: (devices: string, packages: string, count: number, packed: number) =>
      `${devices} ${plural(count, 'device', 'devices')} in ${packages} ${plural(packed, 'package', 'packages')}`,
  },
  lead: {
    sv: (from: string, to: string) =>
      `Från ${from} till ${to}. Räkna och kontrollera plomberingen innan du skriver under.`,
    en: (from: string, to: string) =>
      `From ${from} to ${to}. Count and check the seals before you sign.`,
  },
  collection: { sv: 'Hämtning', en: 'Collection' },
  scan: {
    sv: 'Skanna koden för att ta emot sändningen.',
    en: 'Scan the code to receive the collection.',
  },
  sender: { sv: 'Avsändare', en: 'Sender' },
  receiver: { sv: 'Mottagare', en: 'Receiver' },
  parties: { sv: 'Parter', en: 'Parties' },
  transport: { sv: 'Transport', en: 'Transport' },
  collectionNumber: { sv: 'Sändningsnummer', en: 'Collection number' },
  carrier: { sv: 'Transportör', en: 'Carrier' },
  waybill: { sv: 'Fraktsedel', en: 'Waybill' },
  issued: { sv: 'Utfärdad', en: 'Issued' },
  packages: { sv: 'Kollin', en: 'Packages' },
  package: { sv: 'Kolli', en: 'Package' },
  kind: { sv: 'Slag', en: 'Kind' },
  seals: { sv: 'Plombering', en: 'Seals' },
  weight: { sv: 'Vikt, kg', en: 'Weight, kg' },
  count: { sv: 'Antal', en: 'Count' },
  total: { sv: 'Summa', en: 'Total' },
  devices: { sv: 'Enheter', en: 'Devices' },
  model: { sv: 'Tillverkare och modell', en: 'Maker and model' },
  serial: { sv: 'Serienummer', en: 'Serial number' },
  assetTag: { sv: 'Inventarienr', en: 'Asset tag' },
  data: { sv: 'Data', en: 'Data' },
  signatures: { sv: 'Underskrifter', en: 'Signatures' },
  handedOver: { sv: 'Lämnat', en: 'Handed over' },
  carried: { sv: 'Hämtat av transportör', en: 'Taken by the carrier' },
  received: { sv: 'Mottaget', en: 'Received' },
  nameAndDate: { sv: 'Namn, datum och tid', en: 'Name, date and time' },
  discrepancies: { sv: 'Avvikelser', en: 'Discrepancies' },
} as const

export const packageKindNames = {
  pallet: { sv: 'pall', en: 'pallet' },
  cage: { sv: 'bur', en: 'cage' },
  box: { sv: 'låda', en: 'box' },
} as const

export const dataStateNames = {
  'data-bearing': { sv: 'kan finnas', en: 'may remain' },
  erased: { sv: 'raderad', en: 'erased' },
  none: { sv: 'inget minne', en: 'no storage' },
} as const

export const receiptTexts = {
  title: { sv: 'Kvittens', en: 'Receipt' },
  heading: {
    sv: (count: number) => `${count} ${plural(count, 'enhet utlämnad', 'enheter utlämnade')}`,
    en: (count: number) => `${count} ${plural(count, 'device', 'devices')} handed out`,
  },
  lead: {
    sv: (holder: string, day: string) => `${holder} har fått utrustningen nedan ${day}.`,
    en: (holder: string, day: string) => `${holder} received the equipment below on ${day}.`,
  },
  scan: {
    sv: 'Skanna koden för att se kvittensen eller lämna in.',
    en: 'Scan the code to see the receipt or to hand in.',
  },
  who: { sv: 'Utlämning', en: 'Hand-out' },
  holder: { sv: 'Innehavare', en: 'Holder' },
  unit: { sv: 'Enhet i organisationen', en: 'Unit' },
  handedOutBy: { sv: 'Utlämnad av', en: 'Handed out by' },
  handedOutAt: { sv: 'Tid', en: 'Time' },
  place: { sv: 'Plats', en: 'Place' },
  returnBy: { sv: 'Lämnas in senast', en: 'Hand in by' },
  noReturnDay: { sv: 'När användningstiden är slut', en: 'At the end of the period of use' },
  devices: { sv: 'Utrustning', en: 'Equipment' },
  accessories: { sv: 'Tillbehör', en: 'Accessories' },
  condition: { sv: 'Skick', en: 'Condition' },
  terms: { sv: 'Villkor', en: 'Terms' },
  confirmation: { sv: 'Kvittering', en: 'Confirmation' },
  confirmed: {
    sv: (name: string, at: string) => `Jag har fått den. Bekräftat av ${name} ${at}.`,
    en: (name: string, at: string) => `I have received it. Confirmed by ${name} ${at}.`,
  },
  receivedBy: { sv: 'Mottaget', en: 'Received' },
  givenBy: { sv: 'Lämnat', en: 'Handed out' },
} as const

export const labelTexts = {
  title: { sv: 'Etiketter', en: 'Labels' },
  alt: {
    sv: (tag: string) => `Streckkod och QR-kod för ${tag}`,
    en: (tag: string) => `Bar code and QR code for ${tag}`,
  },
} as const
