// Which device would do for which need, and what each choice costs: in kronor, and in climate at
// the organisation's own carbon price. The cheapest whole is found by `assignment/`.
import { daysBetween, type Day } from '../../../core/dates.ts'
import { processorYearOf } from '../../catalogue/rules/processor.ts'
import { bearsData } from '../../devices/rules/kinds.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { DataState, Grade } from '../../devices/rules/status.ts'
import { gradeSuffices, type Specification } from './needs.ts'

export interface MatchNeed extends Specification {
  readonly id: string
  readonly placeId: string | null
  readonly neededFromOn: Day
}

/** A device of the pool, with the specifications of the device itself, else of its model. */
export interface MatchDevice {
  readonly id: string
  readonly kind: DeviceKind
  readonly dataState: DataState
  readonly grade: Grade | null
  readonly placeId: string | null
  readonly memoryGb: number | null
  readonly storageGb: number | null
  readonly screenInches: number | null
  readonly cpu: string | null
  readonly cpuCores: number | null
  readonly osFamily: string | null
  /** What it would bring by the organisation's own price list of the day; null where that is silent. */
  readonly valueOre: number | null
}

/** Hard conditions, from cheap to deep; the first that fails is told. */
export const conditions = [
  'kind',
  'dataProven',
  'grade',
  'memory',
  'storage',
  'screen',
  'cores',
  'processor',
  'system',
  'inTime',
] as const
export type Condition = (typeof conditions)[number]

/** Days that a device takes from one place of the organisation to another. */
const TRANSPORT_DAYS = 3
/** What a transport inside the organisation costs and weighs on the climate: one parcel by road. */
const TRANSPORT_ORE = 9_500
const TRANSPORT_GRAMS_CO2E = 800

/**
 * Unknown specifications do not meet what is asked: a need that asks for 16 GB is not met by a
 * device of which nobody knows.
 */
export function failing(need: MatchNeed, device: MatchDevice, today: Day): Condition | null {
  if (device.kind !== need.kind) return 'kind'
  // Law 2: it would be refused at the hand-out.
  if (bearsData(device.kind) && device.dataState === 'holdsData') return 'dataProven'
  if (!gradeSuffices(device.grade, need.leastGrade)) return 'grade'
  if (!reaches(device.memoryGb, need.leastMemoryGb)) return 'memory'
  if (!reaches(device.storageGb, need.leastStorageGb)) return 'storage'
  if (!reaches(device.screenInches, need.leastScreenInches)) return 'screen'
  if (!reaches(device.cpuCores, need.leastCores ?? null)) return 'cores'
  if (!reaches(processorYearOf(device.cpu), need.leastProcessorYear ?? null)) return 'processor'
  if (need.osFamily !== null && device.osFamily !== need.osFamily) return 'system'
  if (travels(need, device) && daysBetween(today, need.neededFromOn) < TRANSPORT_DAYS)
    return 'inTime'
  return null
}

const reaches = (has: number | null, least: number | null): boolean =>
  least === null || (has !== null && has >= least)

const travels = (need: MatchNeed, device: MatchDevice): boolean =>
  need.placeId !== null && device.placeId !== need.placeId

/**
 * Needs of one sort are judged and priced alike by `failing` and `costOf`, and so are devices of one
 * sort: what those two read stands here, and nothing else.
 */
export const sortOfNeed = (need: MatchNeed, today: Day): string =>
  JSON.stringify([
    ...[need.kind, need.leastGrade, need.leastMemoryGb, need.leastStorageGb],
    ...[need.leastScreenInches, need.leastCores ?? null, need.leastProcessorYear ?? null],
    ...[need.osFamily, need.placeId, daysBetween(today, need.neededFromOn) < TRANSPORT_DAYS],
  ])

export const sortOfDevice = (device: MatchDevice): string =>
  JSON.stringify([
    ...[device.kind, device.dataState === 'holdsData', device.grade, device.placeId],
    ...[device.memoryGb, device.storageGb, device.screenInches, device.cpuCores],
    ...[processorYearOf(device.cpu), device.osFamily, device.valueOre],
  ])

/** The organisation's own price list, or a share of what a new one costs. */
export const valuedBy = ['priceList', 'newPrice'] as const
type ValueBy = (typeof valuedBy)[number]

export interface MatchCost {
  /** What is given up by not selling it: a device better than asked for is spared for who asks. */
  readonly valueOre: number
  readonly valueBy: ValueBy
  readonly transportOre: number
  /** Kilograms CO₂e × the carbon price, rounded to whole öre, half upwards. */
  readonly climateOre: number
}

export const totalOf = (cost: MatchCost): number =>
  cost.valueOre + cost.transportOre + cost.climateOre

/**
 * Where no price list that is valid names it, a device is worth what its grade says, of what a new one
 * costs; one that was never used, the whole.
 */
const worthByGrade: Record<Grade, number> = { A: 45, B: 35, C: 25, D: 12, E: 4 }

/** @param newOre what a new one of the kind costs @param carbonPriceOre öre per kilogram CO₂e */
export function costOf(
  need: MatchNeed,
  device: MatchDevice,
  newOre: number,
  carbonPriceOre: number,
): MatchCost {
  const moved = travels(need, device)
  return {
    ...valueOf(device, newOre),
    transportOre: moved ? TRANSPORT_ORE : 0,
    climateOre: moved ? climateOre(TRANSPORT_GRAMS_CO2E / 1000, carbonPriceOre) : 0,
  }
}

function valueOf({ valueOre, grade }: MatchDevice, newOre: number) {
  if (valueOre !== null) return { valueOre, valueBy: 'priceList' as const }
  const worth = grade === null ? 100 : worthByGrade[grade]
  return { valueOre: Math.round((newOre * worth) / 100), valueBy: 'newPrice' as const }
}

const climateOre = (kg: number, carbonPriceOre: number): number => Math.round(kg * carbonPriceOre)

/** Not met out of the pool: a new one is bought, with all that making it emits. */
export const notMetCost = (newOre: number, newKg: number, carbonPriceOre: number): number =>
  newOre + climateOre(newKg, carbonPriceOre)
