// Avoided emissions of reuse by omlopp-impact/1. The functional unit is one device-year of service;
// the reference is the new device that somebody would else have bought. Negative stays negative.
import type { Displacement, ImpactParameters, Range } from './parameters.ts'

/** Devices of one category that share their inputs. */
export interface ImpactLine {
  readonly category: string
  /** Devices with a recorded second life. */
  readonly reused: number
  /** Devices that were taken through the process, reused or not. */
  readonly handled: number
  readonly displacement: Displacement
  /** Of the new device that is avoided, not of the old one. */
  readonly productionKg: Range
  readonly distributionKg: number
  readonly endOfLifeKg: number
  readonly oldKwhPerYear: number
  readonly newKwhPerYear: number
  readonly massKg: number
  readonly firstUseYears: number
  readonly secondUseYears: number
  /** New parts per reused device. */
  readonly partsKg: number
  /** Own transport data; the parameters hold what is taken otherwise. */
  readonly roadKm?: number
  readonly airKm?: number
}

export interface Deviation {
  readonly plusKg: number
  readonly minusKg: number
}

/** `P:laptop` is production of laptops; the others are varied jointly over the whole report. */
export type Driver = `P:${string}` | 'd' | 'lambda' | 'b_proc' | 'ef'

export interface Impact {
  readonly avoidedEmbodiedKg: number
  readonly avoidedUseKg: number
  readonly inducedUseKg: number
  /** Refurbishing, transport and new parts. */
  readonly burdenKg: number
  readonly netKg: number
  readonly lowKg: number
  readonly highKg: number
  readonly sensitivity: ReadonlyMap<Driver, Deviation>
  /** Null when no device got a second life. */
  readonly perSecondLifeYearKg: number | null
  /** Never both in one report: together they are the whole. */
  readonly supplierKg: number
  readonly buyerKg: number
  /** The profile *IVL-comparable*: every reused device replaces a whole new one. */
  readonly ivlComparableKg: number
}

export function avoided(lines: readonly ImpactLine[], parameters: ImpactParameters): Impact {
  const central = totals(lines, parameters, nothingVaried)
  const netKg = netOf(central)
  const sensitivity = new Map<Driver, Deviation>()
  for (const driver of driversOf(lines)) {
    const ends = (['low', 'high'] as const).map(
      (end) => netOf(totals(lines, parameters, { driver, end })) - netKg,
    )
    sensitivity.set(driver, {
      plusKg: Math.max(0, ...ends),
      minusKg: Math.max(0, ...ends.map((kg) => -kg)),
    })
  }
  const deviations = [...sensitivity.values()]
  const years = lines.reduce((sum, line) => sum + line.reused * line.secondUseYears, 0)
  return {
    ...central,
    netKg,
    lowKg: netKg - Math.hypot(...deviations.map((each) => each.minusKg)),
    highKg: netKg + Math.hypot(...deviations.map((each) => each.plusKg)),
    sensitivity,
    perSecondLifeYearKg: years > 0 ? netKg / years : null,
    supplierKg: parameters.supplierShare * netKg,
    buyerKg: (1 - parameters.supplierShare) * netKg,
    ivlComparableKg:
      lines.reduce(
        (sum, line) => sum + line.reused * embodiedKg(line, line.productionKg.central),
        0,
      ) - central.burdenKg,
  }
}

/** The input that moves the figure most: what is worth knowing better. */
export function mainDriver(sensitivity: Impact['sensitivity']): Driver {
  let main: Driver = 'd'
  let most = -1
  for (const [driver, { plusKg, minusKg }] of sensitivity) {
    const reach = Math.max(plusKg, minusKg)
    if (reach > most) {
      most = reach
      main = driver
    }
  }
  return main
}

/** Freight of one device with its packaging, kg CO2e. */
export const transportKg = (
  line: Pick<ImpactLine, 'massKg' | 'roadKm' | 'airKm'>,
  parameters: ImpactParameters,
): number =>
  ((line.massKg * parameters.packagingFactor) / 1000) *
  ((line.roadKm ?? parameters.roadKm) * parameters.roadKgPerTonneKm +
    (line.airKm ?? parameters.airKm) * parameters.airKgPerTonneKm)

interface Totals {
  readonly avoidedEmbodiedKg: number
  readonly avoidedUseKg: number
  readonly inducedUseKg: number
  readonly burdenKg: number
}
interface Varied {
  readonly driver: Driver | null
  readonly end: 'low' | 'high'
}
const nothingVaried: Varied = { driver: null, end: 'low' }

/** Correlation within a category is taken as full, so more devices do not narrow the interval. */
const driversOf = (lines: readonly ImpactLine[]): Driver[] => [
  ...new Set(lines.map((line): Driver => `P:${line.category}`)),
  'd',
  'lambda',
  'b_proc',
  'ef',
]

function totals(
  lines: readonly ImpactLine[],
  parameters: ImpactParameters,
  varied: Varied,
): Totals {
  const at = (driver: Driver, range: Range) =>
    driver === varied.driver ? range[varied.end] : range.central
  const grid = at('ef', parameters.gridFactor)
  const lambda = at('lambda', parameters.secondUseFactor)
  const refurbish = at('b_proc', parameters.refurbishKg)
  const sums = { avoidedEmbodiedKg: 0, avoidedUseKg: 0, inducedUseKg: 0, burdenKg: 0 }
  for (const line of lines) {
    const share = at('d', parameters.displacement[line.displacement])
    const years = lambda * line.secondUseYears
    // A second life can never give more service than the new device would have given.
    const fraction = Math.min(1, years / line.firstUseYears)
    const production = at(`P:${line.category}`, line.productionKg)
    sums.avoidedEmbodiedKg += line.reused * share * fraction * embodiedKg(line, production)
    sums.avoidedUseKg += line.reused * share * years * line.newKwhPerYear * grid
    sums.inducedUseKg += line.reused * years * line.oldKwhPerYear * grid
    sums.burdenKg +=
      line.handled * (refurbish + transportKg(line, parameters)) + line.reused * line.partsKg
  }
  return sums
}

const embodiedKg = (line: ImpactLine, productionKg: number): number =>
  productionKg + line.distributionKg + line.endOfLifeKg

const netOf = (sums: Totals): number =>
  sums.avoidedEmbodiedKg + sums.avoidedUseKg - sums.inducedUseKg - sums.burdenKg
