// The climate figure of one device. It asks for the recorded second life: sent, received or erased
// devices have avoided nothing, and no function here counts them as if they had.
import { isDay, type Day } from '../../../core/dates.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import { roundedClaim, type Claim } from './display.ts'
import { factors202611, type DeviceCategory, type PartCategory } from './factors/2026-11.ts'
import { avoided, mainDriver, type Driver, type Impact, type ImpactLine } from './impact.ts'
import { completeLine, type LineRefusal } from './lines.ts'
import {
  defaultParameters,
  impactMethod,
  ownFootprintRange,
  type Displacement,
  type ImpactParameters,
} from './parameters.ts'

/** `donated` means with a receipt. */
export interface SecondLife {
  readonly kind: 'sold' | 'redeployed' | 'donated'
  readonly on: Day
  /** The cancelled order or the need that the device met: the only ground for *documented* inside. */
  readonly need?: string
}

/** A footprint of the model itself, in place of the category's. */
export interface OwnFootprint {
  readonly totalKg: number
  /** Share of the total that is manufacturing. */
  readonly manufacturingRatio: number
  readonly errorRatio?: number
  /** `maker`: the maker's own sheet. `boavizta`: the same model in their table. */
  readonly from: 'maker' | 'boavizta'
}

export interface DeviceFacts {
  readonly kind: DeviceCategory
  readonly secondLife: SecondLife
  readonly displacement: Displacement
  readonly transportKm?: { readonly road?: number; readonly air?: number }
  /** New parts put in before the second life. */
  readonly parts?: readonly PartCategory[]
  readonly ownFootprint?: OwnFootprint
  /** Where known: of the device itself, and of the new one that it replaces. */
  readonly kwhPerYear?: { readonly old: number; readonly new: number }
  readonly massKg?: number
}

/** 1 maker's own footprint, 2 same model in Boavizta, 3 category median, 4 cited or assumed. */
export type DataQuality = 1 | 2 | 3 | 4

export interface AvoidedFigure {
  /** Unrounded kg CO2e. Negative stays negative. */
  readonly net: number
  readonly low: number
  readonly high: number
  /** What supplier and buyer may each report; together they are the net. */
  readonly supplier: number
  readonly buyer: number
  readonly perSecondLifeYear: number | null
  /** The profile *IVL-comparable*, of the same devices. */
  readonly ivlComparable: number
  readonly driver: Driver
  readonly method: typeof impactMethod
  readonly factorVersion: string
  /** Two significant digits in one unit, as it may be shown. */
  readonly claim: Claim
}
export interface DeviceFigure extends AvoidedFigure {
  readonly category: DeviceCategory
  readonly displacement: Displacement
  readonly dataQuality: DataQuality
}

export type FigureRefusal =
  LineRefusal | 'day-not-valid' | 'need-not-named' | 'number-out-of-range' | 'no-lines'

export function avoidedForDevice(
  facts: DeviceFacts,
  parameters: ImpactParameters = defaultParameters,
): Result<DeviceFigure, FigureRefusal> {
  const groundless = checkSecondLife(facts.secondLife, facts.displacement)
  if (groundless) return groundless
  const line = lineOf(facts, 1, 1)
  if (!line.ok) return line
  return done({
    ...figureOf(avoided([line.value], parameters)),
    category: facts.kind,
    displacement: facts.displacement,
    dataQuality: dataQualityOf(facts.kind, facts.ownFootprint),
  })
}

/**
 * What may be claimed without further evidence. A redeployment is documented only when it names the
 * need it met (method §3); without one it is unknown whether anything new would have been bought,
 * and of a gift nothing is known either. The cautious class is the default.
 */
export const displacementOf = (secondLife: Pick<SecondLife, 'kind' | 'need'>): Displacement => {
  if (secondLife.kind === 'sold') return 'market'
  if (secondLife.need) return 'documented'
  return 'unknown'
}

export function checkSecondLife(
  secondLife: { readonly kind: SecondLife['kind']; readonly on: Day; readonly need?: string },
  displacement: Displacement,
): Result<never, 'day-not-valid' | 'need-not-named'> | undefined {
  if (!isDay(secondLife.on)) return refuse('day-not-valid', { field: 'secondLife/on' })
  if (secondLife.kind === 'redeployed' && displacement === 'documented' && !secondLife.need)
    return refuse('need-not-named', { field: 'secondLife/need' })
  return undefined
}

export function dataQualityOf(category: DeviceCategory, own?: OwnFootprint): DataQuality {
  if (own) return own.from === 'maker' ? 1 : 2
  // Real percentiles stand only where enough models of the kind itself were found.
  return factors202611.devices[category].p5Kg === null ? 4 : 3
}

/** Takes their power from the computer, whose own use already holds it. */
const poweredByComputer: readonly DeviceCategory[] = [
  'dock',
  'headset',
  'keyboard',
  'mouse',
  'webcam',
]

/** Everything a line needs beside its counts. */
export type LineFacts = Omit<DeviceFacts, 'secondLife'>

export function lineOf(
  facts: LineFacts,
  reused: number,
  handled: number,
): Result<ImpactLine, FigureRefusal> {
  const wrong = numbersOf(facts).find(([, value]) => !(Number.isFinite(value) && value >= 0))
  if (wrong) return refuse('number-out-of-range', { field: wrong[0] })
  const own = facts.ownFootprint
  if (own && own.manufacturingRatio > 1)
    return refuse('number-out-of-range', { field: 'ownFootprint/manufacturingRatio' })
  const production = own && ownFootprintRange(own.totalKg * own.manufacturingRatio, own.errorRatio)
  const passive = poweredByComputer.includes(facts.kind) ? 0 : undefined
  return completeLine({
    category: facts.kind,
    reused,
    handled,
    displacement: facts.displacement,
    productionKg: production?.central,
    productionLowKg: production?.low,
    productionHighKg: production?.high,
    oldKwhPerYear: facts.kwhPerYear?.old ?? passive,
    newKwhPerYear: facts.kwhPerYear?.new ?? passive,
    massKg: facts.massKg,
    partsKg: partsKg(facts.parts ?? []),
    roadKm: facts.transportKm?.road,
    airKm: facts.transportKm?.air,
  })
}

const partsKg = (parts: readonly PartCategory[]): number =>
  parts.reduce((sum, part) => sum + factors202611.parts[part].productionKg, 0)

const numbersOf = ({ ownFootprint: own, kwhPerYear, massKg, transportKm }: LineFacts) =>
  (
    [
      ['ownFootprint/totalKg', own?.totalKg],
      ['ownFootprint/manufacturingRatio', own?.manufacturingRatio],
      ['ownFootprint/errorRatio', own?.errorRatio],
      ['kwhPerYear/old', kwhPerYear?.old],
      ['kwhPerYear/new', kwhPerYear?.new],
      ['massKg', massKg],
      ['transportKm/road', transportKm?.road],
      ['transportKm/air', transportKm?.air],
    ] as const
  ).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]))

export const figureOf = (impact: Impact): AvoidedFigure => ({
  net: impact.netKg,
  low: impact.lowKg,
  high: impact.highKg,
  supplier: impact.supplierKg,
  buyer: impact.buyerKg,
  perSecondLifeYear: impact.perSecondLifeYearKg,
  ivlComparable: impact.ivlComparableKg,
  driver: mainDriver(impact.sensitivity),
  method: impactMethod,
  factorVersion: factors202611.version,
  claim: roundedClaim(impact.netKg, impact.lowKg, impact.highKg),
})
