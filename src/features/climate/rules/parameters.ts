// What the method omlopp-impact/1 takes when a report says nothing else, and over which range each
// input is varied. A figure names the method, so these values change only with its version.
import { refuse, type Refusal } from '../../../core/result.ts'

export const impactMethod = 'omlopp-impact/1'

export interface Range {
  readonly central: number
  readonly low: number
  readonly high: number
}

/** What is known of the new purchase that a reused device replaces. */
export type Displacement = 'documented' | 'market' | 'unknown'

export interface ImpactParameters {
  /** kg CO2e per kWh. */
  readonly gridFactor: Range
  /** Refurbishing of each device handled, also those that failed. */
  readonly refurbishKg: Range
  /** Factor on the years of second use. */
  readonly secondUseFactor: Range
  /** Share of reuse that replaces a new purchase. */
  readonly displacement: Readonly<Record<Displacement, Range>>
  /** Weight with packaging per weight of the device. */
  readonly packagingFactor: number
  readonly roadKm: number
  readonly airKm: number
  readonly roadKgPerTonneKm: number
  readonly airKgPerTonneKm: number
  /** Credited to the supplier of the device; the buyer has the rest, so that both are one whole. */
  readonly supplierShare: number
}

export const defaultParameters: ImpactParameters = {
  // Nordic mix 2021-2023 (IVL); from Sweden 2023 to the Nordic residual mix 2023.
  gridFactor: { central: 0.059, low: 0.041, high: 0.524 },
  // Between IVL 2020 (implied 1.0-4.5) and Carbon Trust (15); Fraunhofer Austria has 2.8.
  refurbishKg: { central: 2, low: 0.5, high: 15 },
  secondUseFactor: { central: 1, low: 2 / 3, high: 4 / 3 },
  displacement: {
    // An order was cancelled, or the reused device was bought against a need for a new one.
    documented: { central: 1, low: 0.9, high: 1 },
    // Makov and Font Vivanco; Mak and Heijungs.
    market: { central: 0.7, low: 0.28, high: 1 },
    unknown: { central: 0.28, low: 0, high: 0.7 },
  },
  packagingFactor: 1.25,
  roadKm: 1000,
  airKm: 0,
  // UK Government freight factors 2023: rigid truck, long-haul air.
  roadKgPerTonneKm: 0.211,
  airKgPerTonneKm: 1.014,
  // The rule of IVL and Inrego: half each.
  supplierShare: 0.5,
}

export const displacements = Object.keys(defaultParameters.displacement) as readonly Displacement[]

/** 90 % of a normal distribution, the width of p5-p95. */
const NINETY_PERCENT = 1.645
/** Relative error of a maker's own footprint that states none. */
const DEFAULT_ERROR = 0.2

/** The interval of a maker's own footprint of one model. A stated error of nought is not certainty. */
export function ownFootprintRange(productionKg: number, errorRatio?: number): Range {
  const width = Math.min(1, NINETY_PERCENT * (errorRatio || DEFAULT_ERROR))
  return {
    central: productionKg,
    low: productionKg * (1 - width),
    high: productionKg * (1 + width),
  }
}

/** Reads a range in order; the refusal points at the field that lies outside. */
export const checkRange = (
  range: Range,
  field: string,
): Refusal<'interval-out-of-order'> | undefined =>
  range.low <= range.central && range.central <= range.high
    ? undefined
    : refuse('interval-out-of-order', { field, ...range })
