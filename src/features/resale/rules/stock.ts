// What a need asks of reused stock, and what the stock costs beside other ways to meet it.
import type { OsFamily } from '../../catalogue/rules/requirements.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { atLeast, type SoldGrade } from './listing.ts'

export interface StockNeed {
  readonly kind: DeviceKind
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly osFamily: OsFamily | null
  readonly leastGrade: 'A' | 'B' | 'C' | 'D' | null
}

/** What a device of the shop must be to meet a need, by name; null where it does. */
export function shortOf(
  need: StockNeed,
  listing: {
    readonly kind: DeviceKind
    readonly memoryGb: number | null
    readonly storageGb: number | null
    readonly osFamily: string | null
    readonly grade: SoldGrade
  },
): 'kind' | 'memory' | 'storage' | 'system' | 'grade' | null {
  if (listing.kind !== need.kind) return 'kind'
  if ((listing.memoryGb ?? 0) < (need.leastMemoryGb ?? 0)) return 'memory'
  if ((listing.storageGb ?? 0) < (need.leastStorageGb ?? 0)) return 'storage'
  if (need.osFamily !== null && need.osFamily !== listing.osFamily) return 'system'
  return need.leastGrade === null || atLeast(listing.grade, need.leastGrade) ? null : 'grade'
}

/** Rounded up to whole öre: a price per month that is paid for the term covers the price. */
export const monthOreOf = (priceOre: number, termMonths: number): number =>
  Math.ceil(priceOre / termMonths)
