import type { Static } from 'typebox'
import type { StockDevice } from '../../api/stock.ts'

export type Stocked = Static<typeof StockDevice>

/** What the seller calls it. */
export const nameOf = (one: {
  readonly assetTag: string | null
  readonly serialNumber: string | null
}) => one.assetTag ?? one.serialNumber ?? '–'
