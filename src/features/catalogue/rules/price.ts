// The monthly price of a service, explained: (purchase − residual value × probability of return) /
// months + finance + support + erasure and handling. Whole öre in every line; each rounding is
// named, half an öre upwards; the lines add up to the price.
import { refuse, type Refusal } from '../../../core/result.ts'

export const priceRule = 'omlopp-service-price/1'

export interface PriceParts {
  readonly purchaseOre: number
  /** What the device is worth after the term, when it comes back. */
  readonly residualOre: number
  /** Of ten thousand devices, so many come back. */
  readonly returnBasisPoints: number
  readonly months: number
  /** Yearly interest, in hundredths of a per cent, on what is tied up on average. */
  readonly interestBasisPoints: number
  /** A month. */
  readonly supportOre: number
  /** Erasure and handling, once for each device. */
  readonly handlingOre: number
  readonly roundTo: 'ore' | 'krona'
}

export const priceLines = ['depreciation', 'finance', 'support', 'handling', 'rounding'] as const
export type PriceLine = (typeof priceLines)[number]
export const roundings = [
  'expectedResidual',
  'depreciation',
  'finance',
  'handling',
  'price',
] as const
export type Rounding = (typeof roundings)[number]

export interface PriceCalculation {
  readonly rule: typeof priceRule
  /** Residual value × probability of return. */
  readonly expectedResidualOre: number
  readonly lines: readonly { readonly line: PriceLine; readonly ore: number }[]
  /** What each rounding added, in thousandths of an öre; those that changed nothing are not here. */
  readonly roundings: readonly { readonly name: Rounding; readonly addedMilliOre: number }[]
  readonly priceOre: number
}

export function checkParts(parts: PriceParts): Refusal<'residual-above-purchase'> | null {
  return parts.residualOre > parts.purchaseOre
    ? refuse('residual-above-purchase', { field: 'body/parts/residualOre' })
    : null
}

export function priceOf(parts: PriceParts): PriceCalculation {
  const named: { name: Rounding; addedMilliOre: number }[] = []
  const rounded = (name: Rounding, numerator: number, denominator: number, step = 1): number => {
    const value = halfUp(numerator, denominator * step) * step
    const addedMilliOre = halfUp((value * denominator - numerator) * 1000, denominator)
    if (value * denominator !== numerator) named.push({ name, addedMilliOre })
    return value
  }
  const { purchaseOre, residualOre, months } = parts
  const residual = rounded('expectedResidual', residualOre * parts.returnBasisPoints, 10_000)
  const depreciation = rounded('depreciation', purchaseOre - residual, months)
  // Half way through the term, half of the depreciation is paid back.
  const tiedUpTwice = purchaseOre + residual
  const finance = rounded('finance', tiedUpTwice * parts.interestBasisPoints, 2 * 10_000 * 12)
  const handling = rounded('handling', parts.handlingOre, months)
  const sum = depreciation + finance + parts.supportOre + handling
  const priceOre = parts.roundTo === 'krona' ? rounded('price', sum, 1, 100) : sum
  const lines = [
    { line: 'depreciation', ore: depreciation },
    { line: 'finance', ore: finance },
    { line: 'support', ore: parts.supportOre },
    { line: 'handling', ore: handling },
    { line: 'rounding', ore: priceOre - sum },
  ] as const
  return {
    rule: priceRule,
    expectedResidualOre: residual,
    lines: lines.filter(({ line, ore }) => line !== 'rounding' || ore !== 0),
    roundings: named,
    priceOre,
  }
}

/** Whole number nearest to the quotient, a half upwards; exact, since no quotient is taken first. */
function halfUp(numerator: number, denominator: number): number {
  const twice = 2 * numerator + denominator
  const by = 2 * denominator
  const rest = ((twice % by) + by) % by
  return (twice - rest) / by
}
