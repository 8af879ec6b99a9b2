// What a need asks of reused stock, and what the stock costs beside other ways to meet it.
import type { OsFamily } from '../../catalogue/rules/requirements.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'

export interface StockNeed {
  readonly kind: DeviceKind
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly osFamily: OsFamily | null
  readonly leastGrade: 'A' | 'B' | 'C' | 'D' | null
}

/** Rounded up to whole öre: a price per month that is paid for the term covers the price. */
export const monthOreOf = (priceOre: number, termMonths: number): number =>
  Math.ceil(priceOre / termMonths)
