// Fills a line of the calculation from the factors. What the factors lack must be given: an empty
// value means that no source was found, and nought in its place would be a claim.
import { done, refuse, type Result } from '../../../core/result.ts'
import { factors202611, isDeviceCategory } from './factors/2026-11.ts'
import type { ImpactLine } from './impact.ts'
import { checkRange, ownFootprintRange, type Displacement, type Range } from './parameters.ts'

/** What is known of a line; the category's factors stand in for the rest. */
export interface KnownLine {
  readonly category: string
  readonly reused: number
  readonly handled?: number | undefined
  readonly displacement: Displacement
  readonly productionKg?: number | undefined
  readonly productionLowKg?: number | undefined
  readonly productionHighKg?: number | undefined
  readonly distributionKg?: number | undefined
  readonly endOfLifeKg?: number | undefined
  readonly oldKwhPerYear?: number | undefined
  readonly newKwhPerYear?: number | undefined
  readonly massKg?: number | undefined
  readonly firstUseYears?: number | undefined
  readonly secondUseYears?: number | undefined
  readonly partsKg?: number | undefined
  readonly roadKm?: number | undefined
  readonly airKm?: number | undefined
}

export type LineRefusal =
  'unknown-category' | 'value-missing' | 'interval-out-of-order' | 'reused-exceeds-handled'

/** The refusal's field is a name of `KnownLine`. */
export function completeLine(known: KnownLine): Result<ImpactLine, LineRefusal> {
  if (!isDeviceCategory(known.category))
    return refuse('unknown-category', { field: 'category', category: known.category })
  const factor = factors202611.devices[known.category]
  const handled = known.handled ?? known.reused
  if (known.reused > handled)
    return refuse('reused-exceeds-handled', { field: 'reused', reused: known.reused, handled })
  const productionKg = productionRange(known, factor)
  const outOfOrder = checkRange(productionKg, 'productionKg')
  if (outOfOrder) return outOfOrder
  const newKwhPerYear = known.newKwhPerYear ?? factor.kwhPerYear
  const oldKwhPerYear = known.oldKwhPerYear ?? factor.kwhPerYear
  const massKg = known.massKg ?? factor.massKg
  if (oldKwhPerYear === null) return refuse('value-missing', { field: 'oldKwhPerYear' })
  if (newKwhPerYear === null) return refuse('value-missing', { field: 'newKwhPerYear' })
  if (massKg === null) return refuse('value-missing', { field: 'massKg' })
  return done({
    category: known.category,
    reused: known.reused,
    handled,
    displacement: known.displacement,
    productionKg,
    distributionKg: known.distributionKg ?? factor.distributionKg,
    endOfLifeKg: known.endOfLifeKg ?? factor.endOfLifeKg,
    oldKwhPerYear,
    newKwhPerYear,
    massKg,
    firstUseYears: known.firstUseYears ?? factor.firstUseYears,
    secondUseYears: known.secondUseYears ?? factor.secondUseYears,
    partsKg: known.partsKg ?? 0,
    ...(known.roadKm !== undefined && { roadKm: known.roadKm }),
    ...(known.airKm !== undefined && { airKm: known.airKm }),
  })
}

/**
 * The category's interval belongs to the category's median. Any other production figure is one
 * model's own, with the interval of its own error.
 */
function productionRange(
  known: KnownLine,
  factor: { productionKg: number; lowKg: number; highKg: number },
): Range {
  const central = known.productionKg ?? factor.productionKg
  const range =
    central === factor.productionKg
      ? { central, low: factor.lowKg, high: factor.highKg }
      : ownFootprintRange(central)
  return {
    central,
    low: known.productionLowKg ?? range.low,
    high: known.productionHighKg ?? range.high,
  }
}
