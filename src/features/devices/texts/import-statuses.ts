import type { ImportStatus } from '../rules/import/fields.ts'

/** What a file may claim of a device, in the words of the register. */
export const importStatusTexts: Record<ImportStatus, { sv: string; en: string }> = {
  ordered: { sv: 'Beställd', en: 'Ordered' },
  delivered: { sv: 'Levererad', en: 'Delivered' },
  inStock: { sv: 'I lager', en: 'In stock' },
  handedOut: { sv: 'Utlämnad', en: 'Handed out' },
  handedIn: { sv: 'Inlämnad', en: 'Handed in' },
  shipped: { sv: 'Skickad', en: 'Sent' },
  sold: { sv: 'Såld', en: 'Sold' },
  recycled: { sv: 'Återvunnen', en: 'Recycled' },
  missing: { sv: 'Saknad', en: 'Missing' },
  stolen: { sv: 'Stulen', en: 'Stolen' },
}
