// The proposal by omlopp-disposition/1: the highest step that kind, grade, age and value allow.
import type { Day } from '../../../core/dates.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { Grade } from '../../devices/rules/status.ts'
import type { OutcomeStep } from './hierarchy.ts'

export const proposalRule = 'omlopp-disposition/1'

export const proposalReasons = [
  'gradeAllowsReuse',
  'youngEnoughInside',
  'tooOldInside',
  'gradeTooLowInside',
  'sellable',
  'valueBelowHandling',
  'tooOldForMarket',
  'stillUseful',
  'partsWorthTaking',
  'noPartsWorthTaking',
  'gradeE',
  'ageUnknown',
  'valueUnknown',
] as const
export type ProposalReason = (typeof proposalReasons)[number]

export interface Proposal {
  readonly rule: typeof proposalRule
  readonly step: OutcomeStep
  readonly reasons: readonly {
    readonly code: ProposalReason
    readonly years?: number
    readonly limitYears?: number
    readonly ore?: number
    readonly limitOre?: number
  }[]
}

interface AgeLimits {
  /** Whole years from purchase in which another holder inside is served as well as by a new one. */
  readonly inside: number
  /** After these nobody buys it: no support for the software, or no spare parts. */
  readonly market: number
}
// House policy; software support is what ends a computer or a phone before its hardware does.
const computer: AgeLimits = { inside: 5, market: 9 }
const handheld: AgeLimits = { inside: 4, market: 7 }
const other: AgeLimits = { inside: 8, market: 12 }
const limits: Partial<Record<DeviceKind, AgeLimits>> = {
  laptop: computer,
  mobile_workstation: computer,
  desktop: computer,
  workstation: computer,
  all_in_one: computer,
  thin_client: computer,
  server: computer,
  smartphone: handheld,
  feature_phone: handheld,
  tablet: handheld,
  smartwatch: handheld,
}
const ageLimitsOf = (kind: DeviceKind): AgeLimits => limits[kind] ?? other

/** Drives, memory, screens and batteries that somebody needs. */
const harvested: ReadonlySet<DeviceKind> = new Set<DeviceKind>([
  'laptop',
  'mobile_workstation',
  'desktop',
  'workstation',
  'all_in_one',
  'server',
  'smartphone',
  'tablet',
])

/** Photographing, listing, packing and freight of one device cost about this; below it, give it. */
const handlingOre = 20_000

export interface ProposalFacts {
  readonly kind: DeviceKind
  readonly grade: Grade
  /** Whole years since purchase; null when not known. */
  readonly ageYears: number | null
  readonly valueOre?: number | null
}

export function proposeOutcome({ kind, grade, ageYears, valueOre }: ProposalFacts): Proposal {
  const { inside, market } = ageLimitsOf(kind)
  const age = ageYears === null ? {} : { years: ageYears }
  const reasons: Proposal['reasons'][number][] = []
  const propose = (step: OutcomeStep): Proposal => ({ rule: proposalRule, step, reasons })
  const takeApart = () => {
    const worth = harvested.has(kind)
    reasons.push({ code: worth ? 'partsWorthTaking' : 'noPartsWorthTaking' })
    return propose(worth ? 'parts' : 'recycling')
  }
  if (grade === 'E') {
    reasons.push({ code: 'gradeE' })
    return takeApart()
  }
  // An unknown age counts as young: reuse is tried before it is ruled out.
  if (ageYears === null) reasons.push({ code: 'ageUnknown' })
  if (grade === 'D') reasons.push({ code: 'gradeTooLowInside' })
  else if ((ageYears ?? 0) > inside)
    reasons.push({ code: 'tooOldInside', ...age, limitYears: inside })
  else {
    reasons.push({ code: 'gradeAllowsReuse' })
    if (ageYears !== null) reasons.push({ code: 'youngEnoughInside', ...age, limitYears: inside })
    return propose('internalReuse')
  }
  if ((ageYears ?? 0) > market) {
    reasons.push({ code: 'tooOldForMarket', ...age, limitYears: market })
    if (grade === 'D') return takeApart()
    reasons.push({ code: 'stillUseful' })
    return propose('donation')
  }
  if (typeof valueOre === 'number' && valueOre < handlingOre) {
    reasons.push({ code: 'valueBelowHandling', ore: valueOre, limitOre: handlingOre })
    return propose('donation')
  }
  reasons.push({ code: typeof valueOre === 'number' ? 'sellable' : 'valueUnknown' })
  return propose('resale')
}

/** Whole years from the day of purchase; null when that day is not known. */
export function ageYearsOf(purchasedOn: Day | null, on: Day): number | null {
  if (purchasedOn === null) return null
  const years = Number(on.slice(0, 4)) - Number(purchasedOn.slice(0, 4))
  return Math.max(0, on.slice(5) < purchasedOn.slice(5) ? years - 1 : years)
}
