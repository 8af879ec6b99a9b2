// What somebody needs: a device of a kind, with least specifications, from a day.
import { isDay, type Day } from '../../../core/dates.ts'
import { refuse, type Refusal } from '../../../core/result.ts'
import { osFamilies, type OsFamily } from '../../catalogue/rules/requirements.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { grades, type Grade } from '../../devices/rules/status.ts'

/** Reused before new: one's own pool, then what a partner has reused, and only then new (law 8). */
export const needWays = ['pool', 'shop', 'new'] as const
export type NeedWay = (typeof needWays)[number]

/** Why nothing that exists will do. A closed list, since the reports count it. */
export const newReasons = [
  'noneInPool',
  'tooOldForSystem',
  'specialNeed',
  'accessibility',
  'security',
  'contractDemands',
] as const
export type NewReason = (typeof newReasons)[number]

export interface Specification {
  readonly kind: DeviceKind
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly leastScreenInches: number | null
  /** Left out: not asked, as everything that is null. */
  readonly leastCores?: number | null
  /** The year in which the generation of the processor came; see catalogue/rules/processor. */
  readonly leastProcessorYear?: number | null
  readonly osFamily: OsFamily | null
  /** The poorest grade that will do; null: any that is graded for use, or new. */
  readonly leastGrade: Exclude<Grade, 'E'> | null
}

export interface WantedNeed extends Specification {
  readonly holderId: string | null
  readonly unitId: string | null
  readonly neededFromOn: Day
  readonly untilOn: Day | null
  readonly specialNeed: string | null
  readonly way: NeedWay
  readonly newReason: NewReason | null
  readonly newWords: string | null
  /** What is bought of a partner; only and always with `shop`. */
  readonly listingId?: string | null | undefined
  readonly deviceId?: string | null | undefined
}

export type NeedRefusal =
  | 'need-for-nobody'
  | 'day-not-valid'
  | 'need-ends-first'
  | 'need-contradicts'
  | 'new-reason-missing'
  | 'new-reason-unasked'
  | 'listing-missing'
  | 'listing-unasked'
  | 'special-need-words-missing'

const phones: readonly OsFamily[] = ['ios', 'android']
const tablets: readonly OsFamily[] = ['ipados', 'android', 'windows', 'chromeos']
const computers: readonly OsFamily[] = ['windows', 'macos', 'chromeos', 'linux']
const systemsOf: Partial<Record<DeviceKind, readonly OsFamily[]>> = {
  ...{ laptop: computers, mobile_workstation: computers, desktop: computers },
  ...{ workstation: computers, all_in_one: computers, thin_client: computers, server: computers },
  ...{ smartphone: phones, tablet: tablets },
}

/** The systems that a kind can have; none for what has no system of its own. */
export const systemsFor = (kind: DeviceKind): readonly OsFamily[] => systemsOf[kind] ?? []

/** Kinds that memory and storage can be asked of: those that have a system. */
export const hasSpecifications = (kind: DeviceKind): boolean => systemsFor(kind).length > 0

/** Kinds with a screen whose size can be asked for. */
const withScreen: readonly DeviceKind[] = [
  ...(['laptop', 'mobile_workstation', 'all_in_one', 'smartphone', 'tablet', 'monitor'] as const),
  'large_display',
]
export const hasScreen = (kind: DeviceKind): boolean => withScreen.includes(kind)

/** Beyond that no device of the kind is made, in inches: whoever asks has mistaken the unit. */
const largestScreen = (kind: DeviceKind): number =>
  kind === 'smartphone' ? 8 : kind === 'tablet' ? 16 : kind === 'large_display' ? 200 : 60

/** @param at where the need stands in the input: `body/needs/3` */
export function checkNeed(need: WantedNeed, at: string): Refusal<NeedRefusal> | null {
  const field = (name: string) => ({ field: `${at}/${name}` })
  if (!need.holderId && !need.unitId) return refuse('need-for-nobody', field('holderId'))
  if (!isDay(need.neededFromOn)) return refuse('day-not-valid', field('neededFromOn'))
  if (need.untilOn !== null && !isDay(need.untilOn))
    return refuse('day-not-valid', field('untilOn'))
  if (need.untilOn !== null && need.untilOn < need.neededFromOn)
    return refuse('need-ends-first', field('untilOn'))
  const contradiction = contradictionOf(need)
  if (contradiction) return refuse('need-contradicts', field(contradiction))
  return checkWay(need, at)
}

/** The first specification that no device of the kind can meet. */
export function contradictionOf(need: Specification): keyof Specification | null {
  if (need.osFamily && !systemsFor(need.kind).includes(need.osFamily)) return 'osFamily'
  if (need.leastMemoryGb !== null && !hasSpecifications(need.kind)) return 'leastMemoryGb'
  if (need.leastStorageGb !== null && !hasSpecifications(need.kind)) return 'leastStorageGb'
  if (need.leastCores && !hasSpecifications(need.kind)) return 'leastCores'
  if (need.leastProcessorYear && !hasSpecifications(need.kind)) return 'leastProcessorYear'
  const { leastScreenInches: screen } = need
  if (screen !== null && (!hasScreen(need.kind) || screen > largestScreen(need.kind)))
    return 'leastScreenInches'
  return null
}

/** Law 8: new needs a reason; a special need, words for it. What is bought reused needs its listing. */
function checkWay(need: WantedNeed, at: string): Refusal<NeedRefusal> | null {
  if (need.way === 'shop' && !need.listingId)
    return refuse('listing-missing', { field: `${at}/listingId` })
  if (need.listingId && (need.way !== 'shop' || need.deviceId))
    return refuse('listing-unasked', { field: `${at}/listingId` })
  if (need.way !== 'new')
    return need.newReason === null
      ? null
      : refuse('new-reason-unasked', { field: `${at}/newReason` })
  if (need.newReason === null) return refuse('new-reason-missing', { field: `${at}/newReason` })
  if (need.newReason === 'specialNeed' && !need.newWords?.trim())
    return refuse('special-need-words-missing', { field: `${at}/newWords` })
  return null
}

export const isOsFamily = (text: string | null): text is OsFamily =>
  (osFamilies as readonly (string | null)[]).includes(text)

/** A new device stands above every grade. */
export const gradeSuffices = (grade: Grade | null, least: Grade | null): boolean =>
  least === null ? grade !== 'E' : grade === null || grades.indexOf(grade) <= grades.indexOf(least)
