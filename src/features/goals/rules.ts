// The circle in numbers: which journal entry moves what, and the figures of a year.
import type { Day } from '../../core/dates.ts'
import type { OrganisationId } from '../../core/ids.ts'
import type { DeviceStatus } from '../devices/rules/status.ts'

/** What is counted per day. `secondLife` are hand-outs that began a new life inside. */
export const flowSteps = [
  'boughtNew',
  'boughtReused',
  'handedOut',
  'secondLife',
  'handedIn',
  'sent',
  'received',
  'erased',
  'graded',
  'pooled',
  'sold',
  'donated',
  'parts',
  'recycled',
  'lost',
] as const
export type FlowStep = (typeof flowSteps)[number]

interface EntryContent {
  readonly secondLife?: boolean
  readonly step?: string
  readonly set?: { readonly status?: string; readonly life?: number; readonly dataState?: string }
  readonly move?: {
    readonly kind: string
    readonly giver?: Account
    readonly taker?: Account
  }
}

interface Account {
  readonly kind: string
  readonly organisationId?: OrganisationId
}

const ends: Readonly<Record<string, FlowStep>> = {
  sold: 'sold',
  donated: 'donated',
  parts: 'parts',
  recycled: 'recycled',
  destroyed: 'recycled',
  missing: 'lost',
  stolen: 'lost',
}
const moves: Readonly<Record<string, FlowStep>> = {
  handedOut: 'handedOut',
  handedIn: 'handedIn',
  sent: 'sent',
  received: 'received',
}
const stations: Readonly<Record<string, FlowStep>> = {
  erased: 'erased',
  graded: 'graded',
  pool: 'pooled',
}

/** Which steps an entry of a device counts as; read from what the entry did, not from its name. */
export function stepsOf(kind: string, content: EntryContent): FlowStep[] {
  const status = content.set?.status
  if (kind === 'devices.registered')
    return [(content.set?.life ?? 1) > 1 ? 'boughtReused' : 'boughtNew']
  const steps: FlowStep[] = []
  const move = content.move ? moves[content.move.kind] : undefined
  if (move) steps.push(move)
  if (move === 'handedOut' && content.secondLife) steps.push('secondLife')
  if (status && stations[status]) steps.push(stations[status])
  if (status && ends[status]) steps.push(ends[status])
  return steps
}

/**
 * Who has received a device with data on it from another organisation: its own days to proven erasure
 * begin then. @returns null when nobody has
 */
export function receiverOfData({ set, move }: EntryContent): OrganisationId | null {
  if (set?.status !== 'received' || move?.giver?.kind !== 'transit') return null
  const { giver, taker } = move
  const to = taker?.organisationId
  return to && to !== giver.organisationId ? to : null
}

export const figures = [
  'returnRate',
  'reuseRate',
  'daysToErasure',
  'idleShare',
  'avoidedTonnes',
] as const
export type FigureName = (typeof figures)[number]

/** What a goal may be set for: each figure, and the share of needs met out of the own circle. */
export const goalNames = [...figures, 'ownCircle'] as const
export type GoalName = (typeof goalNames)[number]

/** With a new owner, or material: counted in the circle no more. */
export const goneStatuses: readonly DeviceStatus[] = [
  'sold',
  'donated',
  'parts',
  'recycled',
  'destroyed',
]

/** Devices in these statuses wait with their owner; after so many days they are idle. */
export const idleStatuses = ['inStock', 'handedIn', 'pool'] as const
export const IDLE_DAYS = 90

/** Too few to say anything: a rate is shown when so many have happened. */
const LEAST_FOR_RATE = 30

/** A percentage with one decimal, or null when too little has happened. */
export const percent = (part: number, whole: number): number | null =>
  whole < LEAST_FOR_RATE ? null : Math.round((part / whole) * 1000) / 10

/** First days of the thirteen months that end with the month of `today`: a year ago, and each since. */
export function courseMonths(today: Day): Day[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: 13 }, (_, index) => firstOf(year, month - 13 + index))
}

const firstOf = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** The first of the twelve months that end with `month`: what a figure of that month is counted of. */
export function yearTo(month: Day): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return firstOf(year, number - 12)
}

/** Sums of the rows of the twelve months that end with `month`. */
export const sumOfYear = <Row extends { readonly month: Day }>(
  rows: readonly Row[],
  month: Day,
  pick: (row: Row) => number,
): number =>
  rows
    .filter((row) => row.month >= yearTo(month) && row.month <= month)
    .reduce((total, row) => total + pick(row), 0)

/** Days a device may wait at a station before it counts as stuck. */
export const promisedDays = { handedIn: 14, sent: 7, received: 10, erased: 10, graded: 21 } as const
