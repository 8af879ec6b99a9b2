// Plain geometry for pictures: angles are degrees clockwise from the top, y grows downwards.

export interface Point {
  readonly x: number
  readonly y: number
}
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One decimal is a tenth of a pixel: finer only makes files bigger. */
export const round = (value: number): number => {
  const rounded = Math.round(value * 10) / 10
  return rounded === 0 ? 0 : rounded
}

export function polar(centre: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) }
}

export const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share

/** Eases from 0 to 1, flat at both ends. */
export const ease = (share: number): number => {
  const t = clamp(share, 0, 1)
  return t * t * (3 - 2 * t)
}

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

export const grow = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
})

/** How much of a box lies outside a frame, as area. */
export const outside = (box: Box, frame: Box): number =>
  (box.right - box.left) * (box.bottom - box.top) - overlap(box, frame)

/** Whether the line between two points touches a box (Liang–Barsky clipping). */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  return enter <= leave
}

/** The nearest distance from a point to a box; 0 inside it. */
export const distance = (point: Point, box: Box): number =>
  Math.hypot(
    Math.max(box.left - point.x, 0, point.x - box.right),
    Math.max(box.top - point.y, 0, point.y - box.bottom),
  )

/**
 * About how wide a text in Instrument Sans is, in pixels. Pictures are laid out without a browser,
 * so widths come from the letters' classes, a few per cent on the generous side.
 */
export function textWidth(text: string, size: number, weight: 400 | 500 | 600 = 400): number {
  let em = 0
  for (const letter of text) em += letterWidth(letter)
  return em * size * (weight === 600 ? 1.05 : weight === 500 ? 1.02 : 1)
}

function letterWidth(letter: string): number {
  if (/[ \u00a0.,:;'|!iljI]/.test(letter)) return 0.27
  if (/[ftr()-]/.test(letter)) return 0.38
  if (/[mwMWÅÄ%@–]/.test(letter)) return 0.86
  if (/[0-9]/.test(letter)) return 0.62
  if (/[A-ZÖ]/.test(letter)) return 0.68
  return 0.57
}
