// Places the labels of the ring. Each label tries a fan of places around its station, from the most
// natural outwards, and takes the cheapest that is free; a few rounds let them give way to each other.

import { clamp, crosses, distance, grow, outside, overlap, polar, textWidth } from '../geometry.ts'
import type { Box, Point } from '../geometry.ts'
import { centre } from './bands.ts'

export interface LabelWish {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly sub: string
  readonly flagged: boolean
  readonly degrees: number
  /** Radius the leader starts at, and the one the label keeps outside of. */
  readonly start: number
  readonly edge: number
}
export interface Label {
  readonly id: string
  readonly box: Box
  readonly anchor: 'start' | 'middle' | 'end'
  /** Where text is anchored; first baseline is `top + 13`. */
  readonly x: number
  readonly lead: readonly [Point, Point]
}

export const lineSteps = [13, 35, 52] as const
const labelHeight = 57
const flagWidth = 16

export function labelWidth(wish: Pick<LabelWish, 'name' | 'value' | 'sub' | 'flagged'>): number {
  return Math.max(
    textWidth(wish.name, 13.5, 500),
    textWidth(wish.value, 20, 600),
    textWidth(wish.sub, 12.5) + (wish.flagged ? flagWidth : 0),
  )
}

const bends = [0, 4, -4, 8, -8, 13, -13, 19, -19, 26, -26, 34, -34]
const reaches = [24, 32, 42, 54, 68, 84, 104, 128]

export function placeLabels(
  wishes: readonly LabelWish[],
  occupied: readonly Box[],
  frame: Box,
): Label[] {
  const options = wishes.map((wish) =>
    reaches.flatMap((reach) => bends.map((bend) => option(wish, reach, bend))),
  )
  const chosen = options.map((fan) => fan[0]!)
  // The top has the least room, so those stand first; then three rounds in which each may move.
  const order = wishes
    .map((wish, index) => ({ index, tight: Math.cos((wish.degrees * Math.PI) / 180) }))
    .sort((a, b) => b.tight - a.tight)
    .map(({ index }) => index)
  const placed = new Set<number>()
  for (let round = 0; round < 4; round += 1) {
    for (const index of order) {
      placed.add(index)
      const others = [...placed].filter((one) => one !== index).map((one) => chosen[one]!)
      chosen[index] = cheapest(options[index]!, others, occupied, frame)
    }
  }
  return chosen.map(({ label }) => label)
}

interface Option {
  readonly label: Label
  readonly cost: number
}

function option(wish: LabelWish, reach: number, bend: number): Option {
  const degrees = wish.degrees + bend
  const way = polar({ x: 0, y: 0 }, 1, degrees)
  const end = polar(centre, wish.edge + reach, degrees)
  // The leader leaves the mark itself, however the label bends away.
  const start = polar(centre, wish.start, wish.degrees)
  const width = labelWidth(wish)
  const side = Math.abs(way.x) > 0.55
  const middle: Point = side
    ? {
        x: end.x + Math.sign(way.x) * (width / 2 + 8),
        y: end.y + way.y * labelHeight * 0.42,
      }
    : {
        x: end.x + way.x * (width * 0.8),
        y: end.y + Math.sign(way.y) * (labelHeight / 2 + 3),
      }
  const box: Box = {
    left: middle.x - width / 2,
    right: middle.x + width / 2,
    top: middle.y - labelHeight / 2,
    bottom: middle.y + labelHeight / 2,
  }
  const anchor = !side ? 'middle' : way.x > 0 ? 'start' : 'end'
  const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : middle.x
  return {
    label: { id: wish.id, box, anchor, x, lead: [start, end] },
    cost: Math.abs(bend) * 0.9 + (reach - 24) * 0.55,
  }
}

function cheapest(
  fan: readonly Option[],
  others: readonly Option[],
  occupied: readonly Box[],
  frame: Box,
): Option {
  let best = fan[0]!
  let least = Infinity
  for (const one of fan) {
    let cost = one.cost
    if (cost >= least) continue
    cost += trouble(one.label, others, occupied, frame)
    if (cost < least) {
      least = cost
      best = one
    }
  }
  return best
}

function trouble(
  label: Label,
  others: readonly Option[],
  occupied: readonly Box[],
  frame: Box,
): number {
  const box = grow(label.box, 4)
  let cost = outside(label.box, frame) * 4
  // The disc of the ring itself: a label may come near its edge, never onto it.
  const near = distance(centre, label.box)
  const inwards = Math.hypot(label.lead[0].x - centre.x, label.lead[0].y - centre.y)
  cost += clamp(inwards - 2 - near, 0, 400) * 30
  for (const taken of occupied) {
    cost += overlap(box, taken) * 4 + (overlap(box, taken) > 0 ? 60 : 0)
    if (crosses(label.lead[0], label.lead[1], taken)) cost += 26
  }
  for (const { label: other } of others) {
    const shared = overlap(box, grow(other.box, 4))
    if (shared > 0) cost += 200 + shared * 4
    if (crosses(label.lead[0], label.lead[1], grow(other.box, 2))) cost += 120
    if (crosses(other.lead[0], other.lead[1], grow(label.box, 2))) cost += 120
  }
  return cost
}
