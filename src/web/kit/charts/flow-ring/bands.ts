// The bands of the ring. O: what goes full circle, a ring with a fixed inner radius. U: what comes
// in new and leaves, lying outside it, as wide at every place as the devices that passed there.

import { at, ease, mix, polar, round } from '../geometry.ts'
import type { Box, Point } from '../geometry.ts'
import { hours } from '../status.ts'
import { arcStations, widest } from './flows.ts'
import type { KnownFlows } from './flows.ts'

export const centre: Point = { x: 440, y: 318 }
export const innerRadius = 150
/** The widest place is this wide, whatever the numbers are. */
export const widestPixels = 84
/** A flow that is not zero is never drawn thinner: one device can still be seen. */
const thinnest = 1.6
const legTop = 66

export interface Band {
  readonly kind: 'open' | 'reuse' | 'waste'
  readonly d: string
}
export interface BandEnd {
  readonly id: 'inNew' | 'inReused' | 'inReceived' | 'outSold' | 'outParts' | 'outRecycled'
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}
/** A small arrow head along the flow. */
export interface Chevron {
  readonly on: 'circle' | 'open' | 'reuse'
  readonly x: number
  readonly y: number
  readonly degrees: number
}
export interface Bands {
  readonly scale: number
  /** Outer radius of the O, or its outline when nothing goes round. */
  readonly circleRadius: number
  readonly circleWidth: number
  readonly bands: readonly Band[]
  readonly ends: readonly BandEnd[]
  readonly chevrons: readonly Chevron[]
  /** What labels must stay clear of. */
  readonly occupied: readonly Box[]
  /** Outer radius of everything at an hour. */
  readonly outer: (degrees: number) => number
}

export function layBands(flows: KnownFlows): Bands {
  const most = widest(flows)
  const scale = most > 0 ? widestPixels / most : 0
  const px = (count: number): number => (count > 0 ? Math.max(thinnest, count * scale) : 0)
  const circleWidth = px(flows.fullCircle)
  const circleRadius = innerRadius + circleWidth
  const open = openProfile(flows, px)
  // The stations just above the level (88 and 272) stand on the legs, in line with the arc's ends.
  const outer = (degrees: number): number =>
    degrees < 80 || degrees > 280
      ? circleRadius
      : circleRadius + open(Math.min(270, Math.max(90, degrees)))
  const parts: Parts = { bands: [], ends: [], chevrons: [], occupied: [] }
  layArc(parts, circleRadius, open)
  layIn(parts, flows, circleRadius, px)
  layReceived(parts, flows, circleRadius + open(179.99), px)
  layOut(parts, flows, circleRadius, px)
  if (circleWidth >= 10) {
    for (const degrees of [300, 62]) {
      const point = polar(centre, innerRadius + circleWidth / 2, degrees)
      parts.chevrons.push({ on: 'circle', x: round(point.x), y: round(point.y), degrees })
    }
  }
  return { scale, circleRadius, circleWidth, outer, ...parts }
}

interface Parts {
  readonly bands: Band[]
  readonly ends: BandEnd[]
  readonly chevrons: Chevron[]
  readonly occupied: Box[]
}

/** Width of the U at an hour. Each change of width keeps to its own station: losses show as steps. */
function openProfile(flows: KnownFlows, px: Px): (degrees: number) => number {
  const beside = flows.beside.map(px)
  const joins = arcStations.indexOf('sent')
  const right = {
    widths: [px(flows.inNew) + px(flows.inReused), ...beside.slice(0, joins)],
    turns: [97, ...arcStations.slice(1, joins).map((id) => hours[id])],
  }
  // What comes from others lies outside and begins at the lowest point, as a step in the edge.
  const left = {
    widths: [
      beside[joins - 1]! + px(flows.inReceived),
      ...beside.slice(joins),
      px(flows.outSold) + px(flows.outParts) + px(flows.outRecycled),
    ],
    turns: [...arcStations.slice(joins).map((id) => hours[id]), 262],
  }
  return (degrees) => {
    if (!flows.counted) {
      // Nobody counted along the way: an even slope claims no more than its two ends.
      const start = right.widths[0]!
      const end = left.widths.at(-1)!
      const received = px(flows.inReceived)
      if (degrees < 180) return mix(start, Math.max(0, end - received), (degrees - 90) / 180)
      const half = mix(start, Math.max(0, end - received), 0.5) + received
      return mix(half, end, (degrees - 180) / 90)
    }
    const { widths, turns } = degrees < 180 ? right : left
    return turns.reduce(
      (width, turn, index) => mix(width, widths[index + 1]!, ease((degrees - turn + 6) / 12)),
      widths[0]!,
    )
  }
}

function layArc(parts: Parts, radius: number, open: (degrees: number) => number): void {
  // 179.99 beside 180: where a band from others comes in, the edge steps and does not slope.
  const steps = [...Array(121).keys()].map((step) => 90 + step * 1.5)
  steps.splice(60, 0, 179.99)
  if (steps.every((degrees) => open(degrees) === 0)) return
  const first = steps.find((degrees) => open(degrees) > 0)!
  const last = steps.findLast((degrees) => open(degrees) > 0)!
  const start = Math.max(90, first - 1.5)
  const end = Math.min(270, last + 1.5)
  const edge = steps
    .filter((degrees) => degrees >= start && degrees <= end)
    .map((degrees) => at(polar(centre, radius + open(degrees), degrees)))
  const back = at(polar(centre, radius, start))
  const turn = at(polar(centre, radius, end))
  const r = round(radius)
  const wide = end - start > 180 ? 1 : 0
  parts.bands.push({
    kind: 'open',
    d: `M${edge.join('L')}L${turn}A${r} ${r} 0 ${wide} 0 ${back}Z`,
  })
  for (const degrees of [127, 206]) {
    const width = open(degrees)
    if (width < 18) continue
    const point = polar(centre, radius + width / 2, degrees)
    parts.chevrons.push({ on: 'open', x: round(point.x), y: round(point.y), degrees })
  }
}

function layIn(parts: Parts, flows: KnownFlows, radius: number, px: Px): void {
  const left = centre.x + radius
  const between = left + px(flows.inNew)
  const right = between + px(flows.inReused)
  if (flows.inNew > 0) {
    parts.bands.push({
      kind: 'open',
      d: `M${at({ x: left, y: centre.y })}V${legTop}H${round(between)}V${centre.y}Z`,
    })
    parts.ends.push({ id: 'inNew', x: (left + between) / 2, y: legTop - 14, anchor: 'middle' })
    parts.occupied.push({ left, top: legTop, right: between, bottom: centre.y })
    if (between - left >= 18) {
      parts.chevrons.push({ on: 'open', x: round((left + between) / 2), y: 112, degrees: 90 })
    }
  }
  if (flows.inReused > 0) {
    const width = right - between
    const y = 150
    const mouth = Math.max(732, right + 34)
    parts.bands.push({ kind: 'reuse', d: spout({ inner: between, outer: right, y, mouth }) })
    parts.ends.push({ id: 'inReused', x: mouth + 8, y: y + 1, anchor: 'start' })
    parts.occupied.push({ left: between, top: y + width, right, bottom: centre.y })
    parts.occupied.push({ left: between, top: y, right: mouth, bottom: y + width })
  }
}

type Px = (count: number) => number

/** From others: a level band that meets the circle at its lowest point, where level is tangent. */
function layReceived(parts: Parts, flows: KnownFlows, radius: number, px: Px): void {
  if (flows.inReceived === 0) return
  const top = centre.y + radius
  const bottom = top + px(flows.inReceived)
  const mouth = 672
  parts.bands.push({
    kind: 'open',
    d: `M${at({ x: centre.x, y: top })}H${mouth}V${round(bottom)}H${centre.x}Z`,
  })
  parts.ends.push({ id: 'inReceived', x: mouth + 10, y: (top + bottom) / 2 + 5, anchor: 'start' })
  parts.occupied.push({ left: centre.x, top, right: mouth, bottom })
  if (bottom - top >= 18) {
    parts.chevrons.push({ on: 'open', x: 610, y: round((top + bottom) / 2), degrees: 180 })
  }
}

function layOut(parts: Parts, flows: KnownFlows, radius: number, px: Px): void {
  let edge = centre.x - radius
  if (flows.outSold > 0) {
    const width = px(flows.outSold)
    const left = edge - width
    const peak = Math.min(16, 4 + width / 3)
    parts.bands.push({
      kind: 'reuse',
      d: `M${at({ x: edge, y: centre.y })}V${legTop}L${at({ x: edge - width / 2, y: legTop - peak })}L${at({ x: left, y: legTop })}V${centre.y}Z`,
    })
    parts.ends.push({
      id: 'outSold',
      x: edge - width / 2,
      y: legTop - peak - 10,
      anchor: 'middle',
    })
    parts.occupied.push({ left, top: legTop - peak, right: edge, bottom: centre.y })
    if (width >= 18) {
      parts.chevrons.push({ on: 'reuse', x: round(edge - width / 2), y: 112, degrees: 270 })
    }
    edge = left
  }
  const recycledTop = Math.min(212, 258 - px(flows.outRecycled))
  const partsTop = Math.min(136, recycledTop - 42 - px(flows.outParts))
  edge = layWaste(parts, 'outParts', edge, px(flows.outParts), partsTop)
  layWaste(parts, 'outRecycled', edge, px(flows.outRecycled), recycledTop)
}

function layWaste(
  parts: Parts,
  id: 'outParts' | 'outRecycled',
  inner: number,
  width: number,
  y: number,
): number {
  if (width === 0) return inner
  const outer = inner - width
  const mouth = Math.min(outer - 34, id === 'outParts' ? 165 : 169)
  parts.bands.push({ kind: 'waste', d: spout({ inner, outer, y, mouth }) })
  parts.ends.push({ id, x: mouth - 8, y: y + width / 2 + 5, anchor: 'end' })
  parts.occupied.push({ left: outer, top: y + width, right: inner, bottom: centre.y })
  parts.occupied.push({ left: mouth, top: y, right: inner, bottom: y + width })
  return outer
}

/** A band that stands on the circle, turns outwards at a height and ends at a mouth. */
function spout(place: { inner: number; outer: number; y: number; mouth: number }): string {
  const { inner, outer, y, mouth } = place
  const width = Math.abs(outer - inner)
  const way = outer > inner ? 1 : -1
  const wide = Math.max(26, width + 14)
  const tight = wide - width
  const sweep = way === 1 ? 1 : 0
  return [
    `M${at({ x: inner, y: centre.y })}V${round(y + wide)}`,
    `A${round(wide)} ${round(wide)} 0 0 ${sweep} ${at({ x: inner + way * wide, y })}`,
    `H${round(mouth)}V${round(y + width)}H${round(inner + way * wide)}`,
    `A${round(tight)} ${round(tight)} 0 0 ${1 - sweep} ${at({ x: outer, y: y + wide })}`,
    `V${centre.y}Z`,
  ].join('')
}
