// The whole ring as paths and places, from numbers alone. No browser, no colours, no language.

import { at, grow, polar, round, textWidth } from '../geometry.ts'
import type { Box, Point } from '../geometry.ts'
import { hours } from '../status.ts'
import { centre, innerRadius, layBands, widestPixels } from './bands.ts'
import type { Band, BandEnd, Chevron } from './bands.ts'
import { knownFlows } from './flows.ts'
import type { RingFlows, RingStation } from './flows.ts'
import { placeLabels } from './labels.ts'
import type { Label } from './labels.ts'

export interface RingInput {
  readonly stations: readonly RingStation[]
  readonly flows: RingFlows
  readonly needsMet?: { readonly met: number; readonly of: number } | undefined
  /** Share of needs to be met from the own circle, in per cent. */
  readonly goal?: number | undefined
}
/** The words in the picture: they take room, so the layout has to know them. */
export interface RingWords {
  readonly count: (value: number) => string
  readonly station: (id: RingStation['id']) => string
  readonly end: (id: BandEnd['id'], count: number) => string
}

export interface PlacedStation {
  readonly station: RingStation
  readonly degrees: number
  readonly mark: Point
  readonly sector: string
  readonly silt?: { readonly d: string; readonly width: number } | undefined
  readonly label: Label
}
export interface PlacedEnd extends BandEnd {
  readonly value: string
  /** One line beside the value, or more lines under it. */
  readonly lines: readonly string[]
  readonly stacked: boolean
  readonly box: Box
}
export interface RingLayout {
  readonly empty: boolean
  readonly view: Box
  readonly circle: { readonly radius: number; readonly width: number } | null
  /** Where no device goes round yet, the place of the circle is drawn as a quiet line. */
  readonly outline: number | null
  readonly bands: readonly Band[]
  readonly chevrons: readonly Chevron[]
  readonly goal: { readonly d: string; readonly inside: boolean } | null
  readonly stations: readonly PlacedStation[]
  readonly ends: readonly PlacedEnd[]
  /** Pixels per device. */
  readonly scale: number
}

/** The width the mockup draws on; labels that need more make the view larger. */
const page = { left: 60, right: 830 } as const
/** Where labels may go: upwards there is room when legs and a wide circle crowd the top. */
const frame: Box = { left: 40, top: -70, right: 850, bottom: 660 }

const around = (radius: number): Box =>
  grow({ left: centre.x, top: centre.y, right: centre.x, bottom: centre.y }, radius + 8)
const spot = ({ x, y }: Point): Box => ({ left: x, top: y, right: x, bottom: y })

export function layRing(input: RingInput, words: RingWords): RingLayout {
  const flows = knownFlows(input.flows)
  const laid = layBands(flows)
  const goal = layGoal(input, laid.scale, laid.circleRadius)
  const stations = inOrder(input.stations)
  const ends = laid.ends.map((end) => placeEnd(end, flows[end.id], words))
  const mostStuck = Math.max(1, ...stations.map(({ stuck }) => stuck?.count ?? 0))
  const edges = stations.map(({ id }) => laid.outer(hours[id]))
  const silts = stations.map(({ id, stuck }, index) =>
    stuck && stuck.count > 0
      ? layOnEdge(hours[id], edges[index]!, 3 + (9 * stuck.count) / mostStuck)
      : undefined,
  )
  const labels = placeLabels(
    stations.map((station, index) => {
      const edge = edges[index]! + (silts[index]?.width ?? 0)
      const onTop = Math.abs(hours[station.id] - 180) > 90
      return {
        id: station.id,
        name: words.station(station.id),
        value: words.count(station.count),
        sub: station.stuck?.text ?? station.sub,
        flagged: station.stuck !== undefined,
        degrees: hours[station.id],
        start: edge + 6,
        edge: onTop && goal ? Math.max(edge, goal.radius - 9) : edge,
      }
    }),
    [...laid.occupied, ...swells(laid.outer), ...ends.map(({ box }) => box)],
    frame,
  )
  return {
    empty: isEmpty(input),
    view: viewOf([
      ...(isEmpty(input) ? [] : labels.map(({ box }) => box)),
      ...ends.map(({ box }) => box),
      ...laid.occupied,
      around(laid.circleRadius),
      // The arc below, with sediment on it.
      ...[135, 180, 225].map((degrees) => spot(polar(centre, laid.outer(degrees) + 14, degrees))),
    ]),
    circle:
      laid.circleWidth > 0
        ? { radius: round(innerRadius + laid.circleWidth / 2), width: round(laid.circleWidth) }
        : null,
    outline: laid.circleWidth > 0 ? null : innerRadius,
    bands: laid.bands,
    chevrons: laid.chevrons,
    goal: goal && { d: goal.d, inside: goal.inside },
    stations: stations.map((station, index) => ({
      station,
      degrees: hours[station.id],
      mark: polar(centre, edges[index]!, hours[station.id]),
      sector: sector(stations, index, edges[index]! + 24),
      silt: silts[index],
      label: labels[index]!,
    })),
    ends,
    scale: laid.scale,
  }
}

/** The outer edge of the U: it may swell between two stations that are thin themselves. */
const swells = (outer: (degrees: number) => number): Box[] =>
  [...Array(34).keys()].map((step) => {
    const degrees = 97.5 + step * 5
    return grow(spot(polar(centre, outer(degrees) - 5, degrees)), 5)
  })

/** Nothing stands anywhere and nothing has moved. */
const isEmpty = (input: RingInput): boolean =>
  input.stations.every(({ count }) => count === 0) && layBands(knownFlows(input.flows)).scale === 0

const inOrder = (stations: readonly RingStation[]): readonly RingStation[] =>
  [...stations].sort((a, b) => hours[a.id] - hours[b.id])

/** Where the outer edge of the circle would lie if the goal were met. */
function layGoal(input: RingInput, scale: number, circleRadius: number) {
  const of = input.needsMet?.of ?? 0
  if (input.goal === undefined || of <= 0 || scale === 0) return null
  const width = Math.min((input.goal / 100) * of * scale, widestPixels + 24)
  const aim = innerRadius + width
  const inside = aim < circleRadius
  // A goal all but met is a line of its own still, outside the edge that it would else lie on.
  const radius = inside ? aim : Math.max(aim, circleRadius + 4)
  const reach = inside ? 90 : (Math.asin(circleRadius / radius) * 180) / Math.PI
  const from = at(polar(centre, radius, -reach))
  const to = at(polar(centre, radius, reach))
  const r = round(radius)
  return { d: `M${from}A${r} ${r} 0 0 1 ${to}`, inside, radius }
}

function layOnEdge(degrees: number, edge: number, width: number) {
  const r = round(edge + width / 2)
  const from = at(polar(centre, r, degrees - 7))
  const to = at(polar(centre, r, degrees + 7))
  return { d: `M${from}A${r} ${r} 0 0 1 ${to}`, width: round(width) }
}

/** From half way to the neighbour before to half way to the one after, at most 16 degrees each way. */
function sector(stations: readonly RingStation[], index: number, outer: number): string {
  const here = hours[stations[index]!.id]
  const before = hours[stations.at(index - 1)!.id]
  const after = hours[stations[(index + 1) % stations.length]!.id]
  const half = (other: number): number => {
    const apart = Math.abs(((other - here + 540) % 360) - 180)
    return apart === 0 ? 16 : Math.min(16, apart / 2 - 0.5)
  }
  const from = here - half(before)
  const to = here + half(after)
  const r = round(outer)
  return [
    `M${at(polar(centre, innerRadius, from))}`,
    `A${innerRadius} ${innerRadius} 0 0 1 ${at(polar(centre, innerRadius, to))}`,
    `L${at(polar(centre, outer, to))}`,
    `A${r} ${r} 0 0 0 ${at(polar(centre, outer, from))}Z`,
  ].join('')
}

function placeEnd(end: BandEnd, count: number, words: RingWords): PlacedEnd {
  const value = words.count(count)
  const text = words.end(end.id, count)
  const valueWidth = textWidth(value, 15, 600)
  const oneLine = valueWidth + 4 + textWidth(text, 13)
  const stacked = oneLine > (end.anchor === 'middle' ? 190 : 116)
  const lines = stacked ? wrap(text, 100) : [text]
  const width = stacked
    ? Math.max(valueWidth, ...lines.map((line) => textWidth(line, 13)))
    : oneLine
  const left =
    end.anchor === 'start' ? end.x : end.anchor === 'end' ? end.x - width : end.x - width / 2
  const under = stacked ? lines.length * 16 + 1 : 0
  // In the middle a label stands on its band and grows upwards; at a mouth it grows downwards.
  const y = end.anchor === 'middle' ? end.y - under : end.y
  const box = { left, right: left + width, top: y - 13, bottom: y + 4 + under }
  return { ...end, y, value, lines, stacked, box }
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word
    if (lines.length > 0 && textWidth(longer, 13) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** As wide as the page at least, so that rings keep one size; as high as what is drawn. */
function viewOf(boxes: readonly Box[]): Box {
  const room = boxes.map((box) => grow(box, 6))
  return {
    left: Math.floor(Math.min(page.left, ...room.map((box) => box.left))),
    top: Math.floor(Math.min(...room.map((box) => box.top))),
    right: Math.ceil(Math.max(page.right, ...room.map((box) => box.right))),
    bottom: Math.ceil(Math.max(...room.map((box) => box.bottom))),
  }
}
