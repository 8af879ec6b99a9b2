// What the ring is drawn from: real counts, of any size, and nothing else.

import type { StationId } from '../status.ts'

export interface RingStation {
  readonly id: StationId
  /** How many stand here now. */
  readonly count: number
  /** The line under the number, usually what moved: "41 i veckan". */
  readonly sub: string
  /** What has stood longer than promised: drawn as sediment on the outer edge. */
  readonly stuck?: { readonly count: number; readonly text: string } | undefined
  readonly href: string
}

/** The stations of the lower arc that something can move on from. */
export const arcStations = [
  'handedOut',
  'inUse',
  'due',
  'handedIn',
  'sent',
  'received',
  'erased',
] as const satisfies readonly StationId[]
export type ArcStation = (typeof arcStations)[number]

/** Devices in the period. Everything is optional: what is not said did not happen. */
export interface RingFlows {
  /** Outcomes that became the organisation's own supply: what truly goes round. */
  readonly fullCircle?: number
  readonly inNew?: number
  readonly inReused?: number
  /** From other organisations: a partner's flow begins here, at the bottom of the circle. */
  readonly inReceived?: number
  readonly outSold?: number
  readonly outParts?: number
  readonly outRecycled?: number
  /** How many moved on from a station, those who go full circle included. */
  readonly moved?: Partial<Record<ArcStation, number>>
}

/** Flows with every number said, none below zero. */
export interface KnownFlows {
  readonly fullCircle: number
  readonly inNew: number
  readonly inReused: number
  readonly inReceived: number
  readonly outSold: number
  readonly outParts: number
  readonly outRecycled: number
  /** What moves beside the full circle, per arc. */
  readonly beside: readonly number[]
  /** Whether anything was counted between what came in and what came out. */
  readonly counted: boolean
}

const amount = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) ? Math.max(0, value) : 0

export function knownFlows(flows: RingFlows): KnownFlows {
  const known = {
    fullCircle: amount(flows.fullCircle),
    inNew: amount(flows.inNew),
    inReused: amount(flows.inReused),
    inReceived: amount(flows.inReceived),
    outSold: amount(flows.outSold),
    outParts: amount(flows.outParts),
    outRecycled: amount(flows.outRecycled),
  }
  const counted = arcStations.some((id) => Number.isFinite(flows.moved?.[id]))
  return { ...known, beside: besidePerArc(flows, known), counted }
}

type Ends = Omit<KnownFlows, 'beside' | 'counted'>

/** An arc nobody counted is drawn in a straight line between its known neighbours. */
function besidePerArc(flows: RingFlows, ends: Ends): readonly number[] {
  const first = ends.inNew + ends.inReused
  const last = ends.outSold + ends.outParts + ends.outRecycled
  const counted = arcStations.map((id) => {
    const moved = flows.moved?.[id]
    if (moved === undefined || !Number.isFinite(moved)) return undefined
    const beside = Math.max(0, moved - ends.fullCircle)
    // What others sent comes in here whether or not anything of one's own was sent.
    return id === 'sent' ? Math.max(beside, ends.inReceived) : beside
  })
  const joins = arcStations.indexOf('sent')
  const known = [
    { place: -1, value: first },
    ...counted.flatMap((value, place) => (value === undefined ? [] : [{ place, value }])),
    { place: arcStations.length, value: last },
  ].map(({ place, value }) => ({
    place,
    value: place >= joins ? Math.max(0, value - ends.inReceived) : value,
  }))
  return arcStations.map((_, place) => {
    const value = counted[place]
    if (value !== undefined) return value
    const before = known.findLast((one) => one.place < place)!
    const after = known.find((one) => one.place > place)!
    const share = (place - before.place) / (after.place - before.place)
    const own = before.value + (after.value - before.value) * share
    return own + (place >= joins ? ends.inReceived : 0)
  })
}

/** The widest place of the whole picture: it sets the one scale all bands share. */
export function widest(flows: KnownFlows): number {
  const inflow = flows.inNew + flows.inReused
  const outflow = flows.outSold + flows.outParts + flows.outRecycled
  return flows.fullCircle + Math.max(inflow, outflow, flows.inReceived, ...flows.beside)
}
