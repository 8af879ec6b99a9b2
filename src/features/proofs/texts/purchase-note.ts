import { plural } from '../../../core/text.ts'

export const purchaseNoteTexts = {
  heading: {
    sv: (devices: string, count: number) =>
      `${devices} ${plural(count, 'återbrukad enhet', 'återbrukade enheter')}`,
    en: (devices: string, count: number) =>
      `${devices} ${plural(count, 'reused device', 'reused devices')}`,
  },
  lead: {
    sv: (from: string, to: string) =>
      `Från ${from} till ${to}. Räkna och jämför serienumren innan du kvitterar. Garantin börjar den dagen.`,
    en: (from: string, to: string) =>
      `From ${from} to ${to}. Count and compare the serial numbers before you sign. The warranty begins that day.`,
  },
  scan: { sv: 'Skanna koden för att ta emot köpet.', en: 'Scan the code to receive the purchase.' },
  seller: { sv: 'Säljare', en: 'Seller' },
  buyer: { sv: 'Köpare', en: 'Buyer' },
  purchase: { sv: 'Köp', en: 'Purchase' },
  number: { sv: 'Nummer', en: 'Number' },
  reference: { sv: 'Er referens', en: 'Your reference' },
  sent: { sv: 'Skickat', en: 'Sent' },
  notSent: { sv: 'Inte skickat än', en: 'Not sent yet' },
  grade: { sv: 'Grad', en: 'Grade' },
  warranty: { sv: 'Garanti', en: 'Warranty' },
  until: { sv: (day: string) => `till ${day}`, en: (day: string) => `until ${day}` },
  months: {
    sv: (count: number) => `${count} ${plural(count, 'månad', 'månader')}`,
    en: (count: number) => `${count} ${plural(count, 'month', 'months')}`,
  },
} as const
