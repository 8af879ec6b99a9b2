// Pictures of things for sale, drawn for the demo: plain shapes on a quiet ground, as small PNG files.
import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 400
const HEIGHT = 300
/** Each point is the mean of four. */
const FINE = 2

type Colour = readonly [number, number, number]
interface Shape {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Of the corners; half the side makes a circle. */
  readonly r: number
  readonly colour: Colour
}

const ground: Colour = [233, 232, 225]
const shade: Colour = [218, 217, 209]
const dark: Colour = [38, 44, 42]
const glass: Colour = [205, 219, 213]
const spruce: Colour = [11, 90, 74]
export const finishes = {
  silver: [188, 192, 189],
  graphite: [92, 98, 97],
  black: [52, 57, 56],
  white: [246, 246, 242],
  blue: [120, 146, 168],
} as const satisfies Record<string, Colour>
export type Finish = keyof typeof finishes

const box = (x: number, y: number, w: number, h: number, r: number, colour: Colour): Shape => ({
  ...{ x, y, w, h, r, colour },
})
const disc = (x: number, y: number, r: number, colour: Colour) =>
  box(x - r, y - r, 2 * r, 2 * r, r, colour)
/** The ring of the house, on every screen. */
const wallpaper = (x: number, y: number, r: number) => [
  disc(x, y, r, spruce),
  disc(x, y, r * 0.66, glass),
]

const views = {
  laptopOpen: (c: Colour) => [
    box(52, 246, 296, 12, 6, shade),
    box(82, 52, 236, 158, 8, dark),
    box(90, 60, 220, 138, 3, glass),
    ...wallpaper(200, 129, 34),
    box(52, 208, 296, 26, 8, c),
    box(168, 208, 64, 7, 3, shade),
  ],
  laptopLid: (c: Colour) => [
    box(64, 246, 272, 12, 6, shade),
    box(76, 56, 248, 168, 10, c),
    disc(200, 140, 15, shade),
    box(64, 222, 272, 12, 5, dark),
  ],
  phoneFront: (c: Colour) => [
    box(142, 266, 116, 8, 4, shade),
    box(144, 28, 112, 236, 20, c),
    box(150, 34, 100, 224, 15, dark),
    box(153, 37, 94, 218, 12, glass),
    ...wallpaper(200, 146, 24),
    box(180, 43, 40, 9, 4, dark),
  ],
  phoneBack: (c: Colour) => [
    box(142, 266, 116, 8, 4, shade),
    box(144, 28, 112, 236, 20, c),
    box(154, 38, 50, 50, 13, shade),
    disc(169, 53, 9, dark),
    disc(189, 73, 9, dark),
    disc(190, 52, 4, glass),
  ],
  monitorFront: (c: Colour) => [
    box(120, 266, 160, 8, 4, shade),
    box(56, 36, 288, 176, 6, dark),
    box(63, 43, 274, 156, 2, glass),
    ...wallpaper(200, 121, 38),
    box(186, 212, 28, 42, 0, c),
    box(140, 250, 120, 12, 5, c),
  ],
  desktopFront: (c: Colour) => [
    box(96, 252, 208, 10, 5, shade),
    box(100, 94, 200, 156, 6, c),
    ...[0, 1, 2, 3, 4, 5].map((n) => box(116, 112 + n * 13, 108, 5, 2, dark)),
    disc(268, 122, 10, dark),
    disc(268, 122, 5, spruce),
    box(246, 206, 40, 7, 2, dark),
    box(246, 220, 40, 7, 2, dark),
  ],
} as const
export type View = keyof typeof views

export const drawn = (view: View, finish: Finish): Buffer =>
  pngOf(points([box(0, 0, WIDTH, HEIGHT, 0, ground), ...views[view](finishes[finish])]))

/** Which colour each fine point has; later shapes lie over earlier ones. */
function points(shapes: readonly Shape[]) {
  const across = WIDTH * FINE
  const fine = new Uint8Array(across * HEIGHT * FINE)
  for (const [index, { x, y, w, h, r }] of shapes.entries())
    for (let row = Math.round(y * FINE); row < Math.round((y + h) * FINE); row++) {
      const inset = insetOf((row + 0.5) / FINE - y, h, r)
      const from = Math.round((x + inset) * FINE)
      fine.fill(index, row * across + from, row * across + Math.round((x + w - inset) * FINE))
    }
  return { fine, across, colours: shapes.map(({ colour }) => colour) }
}

/** How far in from the side a line begins, at this height of a shape with round corners. */
function insetOf(at: number, height: number, r: number): number {
  const into = Math.min(at, height - at)
  return into >= r ? 0 : r - Math.sqrt(r * r - (r - into) ** 2)
}

function pngOf({ fine, across, colours }: ReturnType<typeof points>): Buffer {
  const raw = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0, to = 0; y < HEIGHT; y++) {
    raw[to++] = 0
    for (let x = 0; x < WIDTH; x++) {
      const at = y * FINE * across + x * FINE
      const a = colours[fine[at]!]!
      const b = colours[fine[at + 1]!]!
      const c = colours[fine[at + across]!]!
      const d = colours[fine[at + across + 1]!]!
      raw[to++] = (a[0] + b[0] + c[0] + d[0] + 2) >> 2
      raw[to++] = (a[1] + b[1] + c[1] + d[1] + 2) >> 2
      raw[to++] = (a[2] + b[2] + c[2] + d[2] + 2) >> 2
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const frame = Buffer.alloc(8 + named.length)
  frame.writeUInt32BE(content.length, 0)
  named.copy(frame, 4)
  frame.writeUInt32BE(crc32(named), 4 + named.length)
  return frame
}
