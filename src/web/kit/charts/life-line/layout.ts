// Bars to scale for the whole life of a device, and a lens for the short stays between two lives.

import { daysBetween } from '../../../../core/dates.ts'
import type { Day } from '../../../../core/dates.ts'
import type { Language } from '../../../../core/text.ts'
import { clamp, round, textWidth } from '../geometry.ts'
import { lifeTexts, pick } from '../texts.ts'
import { monthsOf, spansOf } from './spans.ts'
import type { KnownStay, LifeInput, Span } from './spans.ts'
import { shortDay, ticksOf } from './ticks.ts'

export const lineWidth = 1152
const thinnest = 2

export interface Bar {
  readonly x: number
  readonly width: number
  readonly span: Span
  /** Who had it, where there is room. */
  readonly texts: readonly { readonly x: number; readonly text: string }[]
  /** Where one holder ends and the next begins within a life. */
  readonly seams: readonly number[]
}
export interface PlacedText {
  readonly x: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}
export interface LensBar {
  readonly x: number
  readonly width: number
  readonly stay: KnownStay
  readonly text: string
}
export interface LensMark extends PlacedText {
  readonly tick: number
  /** 0 close under the bars, 1 one line further down. */
  readonly row: 0 | 1
}
export interface Lens {
  readonly d: string
  readonly bars: readonly LensBar[]
  readonly marks: readonly LensMark[]
  readonly span: Span
  /** Where the sentence about it stands. */
  readonly noteX: number
}
export interface LifeLayout {
  readonly spans: readonly Span[]
  readonly bars: readonly Bar[]
  readonly plan: { readonly x: number; readonly width: number; readonly text: string } | null
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly headings: readonly PlacedText[]
  readonly todayX: number
  readonly todayAnchor: 'start' | 'end'
  readonly lens: Lens | null
  readonly height: number
}

export function layLife(input: LifeInput, language: Language): LifeLayout {
  const spans = spansOf(input)
  const first = spans[0]?.from ?? input.today
  const planned = spans.at(-1)?.open ? (input.plannedEnd ?? null) : null
  const last = latest([first, spans.at(-1)?.to ?? first, input.today, planned ?? first])
  const whole = Math.max(1, daysBetween(first, last))
  const x = (day: Day): number => (daysBetween(first, day) / whole) * lineWidth
  const bars = layBars(spans, x)
  const todayX = x(input.today)
  const planX = Math.max(todayX, (bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0))
  const plan =
    planned && planned > input.today
      ? {
          x: round(planX),
          width: round(lineWidth - planX),
          text: planText(spans, planned, lineWidth - planX, language),
        }
      : null
  const todayAnchor = todayX > lineWidth - 60 ? 'end' : 'start'
  const lens = layLens(bars, input, language)
  return {
    spans,
    bars,
    plan,
    ticks: ticksOf(first, last, 12, language)
      .map(({ on, text }) => ({ x: round(x(on)), text }))
      .filter((tick) => tick.x > 14 && tick.x < lineWidth - 14),
    headings: layHeadings(bars, { x: todayX, anchor: todayAnchor }, language),
    todayX: round(todayX),
    todayAnchor,
    lens,
    height: lens ? 200 : 90,
  }
}

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b))

function layBars(spans: readonly Span[], x: (day: Day) => number): Bar[] {
  // A stay of a day in a life of twelve years still shows: thin bars take from what comes after.
  let edge = 0
  return spans.map((span, index) => {
    const left = Math.max(x(span.from), edge)
    const room = (spans.length - 1 - index) * thinnest
    const start = Math.min(left, lineWidth - room - thinnest)
    const width = Math.max(thinnest, Math.min(x(span.to), lineWidth - room) - start)
    edge = start + width
    const edges = span.stays.map(({ from }) => round(clamp(x(from), start, edge)))
    if (span.kind === 'between') {
      return { x: round(start), width: round(width), span, texts: [], seams: [] }
    }
    return {
      x: round(start),
      width: round(width),
      span,
      texts: span.stays.flatMap(({ name, place }, stay) => {
        const room = (edges[stay + 1] ?? edge) - edges[stay]! - 20
        const text = fitting([place ? `${name}, ${place}` : name, name], room)
        return text ? [{ x: edges[stay]! + 10, text }] : []
      }),
      seams: edges.slice(1),
    }
  })
}

/** The first text that has room, or none. */
const fitting = (texts: readonly string[], room: number): string =>
  texts.find((text) => textWidth(text, 13, 500) <= room) ?? ''

function planText(spans: readonly Span[], planned: Day, width: number, language: Language): string {
  const stay = spans.at(-1)!.stays.at(-1)!
  const until = `${pick(lifeTexts.until, language)} ${planned}`
  const place = stay.place ? `${stay.name}, ${stay.place}` : stay.name
  return fitting([`${place}, ${until}`, `${stay.name}, ${until}`, until, planned], width - 20)
}

/** Names of the lives above their bars; one that has no room gives way. */
function layHeadings(
  bars: readonly Bar[],
  today: { x: number; anchor: 'start' | 'end' },
  language: Language,
): PlacedText[] {
  const todayWidth = textWidth(pick(lifeTexts.today, language), 13, 600) + 12
  let taken =
    today.anchor === 'start' ? [today.x, today.x + todayWidth] : [today.x - todayWidth, today.x]
  const boxes: (readonly [number, number])[] = [[taken[0]!, taken[1]! + 6]]
  const headings: PlacedText[] = []
  for (const { x, span } of bars) {
    if (span.kind !== 'life') continue
    const name = pick(lifeTexts.life, language)(span.number)
    const long =
      span.days >= 60
        ? pick(lifeTexts.months, language)(monthsOf(span.days))
        : pick(lifeTexts.days, language)(span.days)
    for (const text of [`${name}, ${long}`, name]) {
      const left = Math.min(x, lineWidth - textWidth(text, 13))
      const right = left + textWidth(text, 13) * 0.94
      if (boxes.some(([from, to]) => left < to && right > from)) continue
      boxes.push([left - 12, right + 12])
      headings.push({ x: round(left), text, anchor: 'start' })
      break
    }
  }
  return headings
}

/** The latest time between that is too short to read in the line itself. */
function layLens(bars: readonly Bar[], input: LifeInput, language: Language): Lens | null {
  // One stay before the first holder needs no lens: there is nothing in it to tell apart.
  const bar = bars.findLast(
    ({ span, width }) =>
      span.kind === 'between' && (span.stays.length > 1 || (span.number > 0 && width < 90)),
  )
  if (!bar || bar.span.days === 0) return null
  const middle = bar.x + bar.width / 2
  const left = middle < 420 ? 0 : 420
  const right = left + 732
  const placed = layLensBars(bar.span.stays, left, right)
  const neck = (edge: number, wide: number, down: boolean): string =>
    down
      ? `C${round(edge)} 100 ${wide} 92 ${wide} 124`
      : `C${wide} 92 ${round(edge)} 100 ${round(edge)} 66`
  return {
    d: `M${bar.x} 62V66${neck(bar.x, left, true)}V128H${right}V124${neck(bar.x + bar.width, right, false)}V62Z`,
    bars: placed,
    marks: layMarks(placed, bar.span, input, language, left, right),
    span: bar.span,
    noteX: left === 0 ? 764 : 0,
  }
}

function layLensBars(stays: readonly KnownStay[], left: number, right: number): LensBar[] {
  const gap = 2
  const room = right - left - gap * (stays.length - 1)
  const least = Math.min(14, (room / stays.length) * 0.6)
  const days = stays.reduce((sum, stay) => sum + stay.days, 0)
  // Every stay can be seen; what the shortest are lent is shared out among the others.
  const spare = room - least * stays.length
  let x = left
  return stays.map((stay) => {
    const width = least + (days > 0 ? (stay.days / days) * spare : spare / stays.length)
    const bar = {
      x: round(x),
      width: round(width),
      stay,
      text: fitting(
        [stay.place ? `${stay.name}, ${stay.place}` : stay.name, stay.name],
        width - 16,
      ),
    }
    x += width + gap
    return bar
  })
}

/** Dates under the lens: first and last always, then as many as have room on two lines. */
function layMarks(
  bars: readonly LensBar[],
  span: Span,
  input: LifeInput,
  language: Language,
  left: number,
  right: number,
): LensMark[] {
  const lens = (day: Day): number => {
    const bar = bars.findLast(({ stay }) => stay.from <= day) ?? bars[0]!
    const share = bar.stay.days > 0 ? daysBetween(bar.stay.from, day) / bar.stay.days : 0
    return clamp(bar.x + clamp(share, 0, 1) * bar.width, left, right)
  }
  const after = input.stays.find(({ from, role }) => role === 'holder' && from === span.to)
  const wishes = [
    ...bars.map(({ x, stay }) => ({ tick: x, on: stay.from, word: stay.word ?? '' })),
    ...(input.marks ?? [])
      .filter(({ on }) => on > span.from && on < span.to)
      .map(({ on, word }) => ({ tick: lens(on), on, word })),
    ...(after ? [{ tick: right, on: span.to, word: after.word ?? '' }] : []),
  ].filter(({ word }) => word !== '')
  const ends = wishes.filter(({ tick }) => tick === left || tick === right)
  // From the right: a text runs to the right of its tick, so the one after it must stand already.
  const inner = wishes
    .filter(({ tick }) => tick !== left && tick !== right)
    .sort((a, b) => b.tick - a.tick)
  const taken: { left: number; right: number; tick: number; row: 0 | 1 }[] = []
  const marks: LensMark[] = []
  for (const { tick, on, word } of [...ends, ...inner]) {
    const text = `${shortDay(on, language)} ${word}`
    const width = textWidth(text, 13)
    const anchor = tick + width > right ? 'end' : 'start'
    const from = anchor === 'start' ? tick : tick - width
    const box = { left: from, right: from + width, tick }
    const row = ([0, 1] as const).find((line) => taken.every((other) => free(box, other, line)))
    if (row === undefined) continue
    taken.push({ ...box, row })
    marks.push({ x: round(tick), tick: round(tick), text, anchor, row })
  }
  return marks
}

interface TakenMark {
  readonly left: number
  readonly right: number
  readonly tick: number
}
/** Texts on one line stay apart, and the tick of the lower line never runs through an upper text. */
function free(box: TakenMark, other: TakenMark & { row: 0 | 1 }, line: 0 | 1): boolean {
  if (other.row === line) return box.left >= other.right + 10 || box.right <= other.left - 10
  const [upper, lower] = line === 0 ? [box, other] : [other, box]
  return lower.tick <= upper.left - 4 || lower.tick >= upper.right + 4
}
