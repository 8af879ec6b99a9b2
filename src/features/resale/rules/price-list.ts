// Prices by model and grade. A list without valid days is refused: used equipment falls in price by
// the month, and an old list would sell at last year's prices without anybody having decided so.
import { isDay, type Day } from '../../../core/dates.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import { normaliseMaker } from '../../devices/rules/serial.ts'
import type { SoldGrade } from './listing.ts'

export interface PriceListDays {
  readonly validFromOn: Day | null
  readonly validUntilOn: Day | null
}

export type PriceListRefusal =
  'price-list-without-days' | 'day-not-valid' | 'price-ends-first' | 'price-list-row-twice'

export function checkDays({
  validFromOn,
  validUntilOn,
}: PriceListDays): Result<{ readonly from: Day; readonly until: Day }, PriceListRefusal> {
  if (validFromOn === null) return refuse('price-list-without-days', { field: 'body/validFromOn' })
  if (validUntilOn === null)
    return refuse('price-list-without-days', { field: 'body/validUntilOn' })
  if (!isDay(validFromOn)) return refuse('day-not-valid', { field: 'body/validFromOn' })
  if (!isDay(validUntilOn)) return refuse('day-not-valid', { field: 'body/validUntilOn' })
  if (validUntilOn < validFromOn) return refuse('price-ends-first', { field: 'body/validUntilOn' })
  return done({ from: validFromOn, until: validUntilOn })
}

export interface PricedModel {
  readonly maker: string
  readonly model: string
  readonly grade: SoldGrade
}

export const modelKeyOf = (model: string): string => model.trim().replace(/\s+/g, ' ').toUpperCase()
/** One key for what a list prices by. */
export const priceKeyOf = ({ maker, model, grade }: PricedModel): string =>
  [normaliseMaker(maker), modelKeyOf(model), grade].join('\n')

/** The place of the first row that says again what another row has said. */
export function repeatedRow(rows: readonly PricedModel[]): number | null {
  const seen = new Set<string>()
  const at = rows.findIndex((row) => seen.size === seen.add(priceKeyOf(row)).size)
  return at < 0 ? null : at
}

export const isValidOn = (
  list: { readonly validFromOn: Day; readonly validUntilOn: Day },
  on: Day,
): boolean => list.validFromOn <= on && on <= list.validUntilOn
