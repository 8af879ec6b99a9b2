// What a device for sale is and on what terms, as the shop says it everywhere alike.
import type { ListingRow } from '../store/listings.ts'

type Fact =
  | ('kind' | 'maker' | 'model' | 'grade' | 'memoryGb' | 'storageGb' | 'osFamily')
  | ('priceOre' | 'vat' | 'warrantyMonths')

export const saleFacts = (row: Pick<ListingRow, Fact>): Pick<ListingRow, Fact> => ({
  kind: row.kind,
  maker: row.maker,
  model: row.model,
  grade: row.grade,
  memoryGb: row.memoryGb,
  storageGb: row.storageGb,
  osFamily: row.osFamily,
  priceOre: row.priceOre,
  vat: row.vat,
  warrantyMonths: row.warrantyMonths,
})
