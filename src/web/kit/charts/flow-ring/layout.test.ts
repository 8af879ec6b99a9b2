import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grow, overlap } from '../geometry.ts'
import { circleStatuses } from '../status.ts'
import { innerRadius, widestPixels } from './bands.ts'
import { arcStations, knownFlows, widest } from './flows.ts'
import type { RingFlows, RingStation } from './flows.ts'
import { layRing } from './layout.ts'
import type { RingInput, RingLayout, RingWords } from './layout.ts'

const words: RingWords = {
  count: (value) => value.toLocaleString('sv-SE'),
  station: (id) => ({ due: 'Dags att byta', handedIn: 'Inlämnad' })[id as string] ?? 'Utlämnad',
  end: () => 'till nya ägare',
}
const station = (id: RingStation['id'], count: number, stuck = 0): RingStation => ({
  id,
  count,
  sub: '41 i veckan',
  stuck: stuck > 0 ? { count: stuck, text: `${stuck} fastnat` } : undefined,
  href: `/${id}`,
})
const municipality: RingInput = {
  stations: circleStatuses.map((id, index) => station(id, 60 + index, id === 'due' ? 57 : 0)),
  flows: {
    fullCircle: 512,
    inNew: 1864,
    inReused: 236,
    outSold: 1324,
    outParts: 118,
    outRecycled: 250,
  },
  needsMet: { met: 512, of: 2612 },
  goal: 30,
}

function crowding(layout: RingLayout): number {
  const boxes = layout.stations.map(({ label }) => label.box)
  let shared = 0
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) shared += overlap(box, other)
  })
  return shared
}
const numbersIn = (layout: RingLayout): string =>
  JSON.stringify([layout.bands, layout.stations, layout.goal, layout.view, layout.circle])

describe('the flow ring', () => {
  it('draws every band on one scale, with the widest place 84 pixels wide', () => {
    const layout = layRing(municipality, words)
    expect(layout.scale).toBeCloseTo(widestPixels / 2612, 6)
    expect(layout.circle).toEqual({ radius: 158.2, width: 16.5 })
    // The leg of new devices: from the circle's edge, 1 864 devices wide.
    expect(layout.bands.map(({ d }) => d)).toContain('M606.5 318V66H666.4V318Z')
  })

  it('puts the goal where the edge of the circle would lie', () => {
    expect(layRing(municipality, words).goal).toEqual({
      d: expect.stringContaining('A175.2 175.2'),
      inside: false,
    })
    const passed = layRing({ ...municipality, goal: 10 }, words)
    expect(passed.goal?.inside).toBe(true)
    expect(layRing({ ...municipality, goal: undefined }, words).goal).toBeNull()
  })

  it('narrows at the station where devices are lost, and nowhere else', () => {
    const moved = { handedOut: 2612, inUse: 2612, due: 2612, handedIn: 1800, sent: 1800 }
    const layout = layRing({ ...municipality, flows: { ...municipality.flows, moved } }, words)
    const reach = (id: string) => {
      const mark = layout.stations.find(({ station: { id: one } }) => one === id)!.mark
      return Math.hypot(mark.x - 440, mark.y - 318)
    }
    expect(reach('inUse')).toBeCloseTo(reach('due'), 6)
    expect(reach('due') - reach('sent')).toBeCloseTo((812 * widestPixels) / 2612, 1)
  })

  it('keeps all eleven labels apart and off the bands in the mockup', () => {
    const layout = layRing(municipality, words)
    expect(layout.stations).toHaveLength(11)
    expect(crowding(layout)).toBe(0)
    const bands = { left: 606.5, top: 66, right: 666, bottom: 318 }
    for (const { label } of layout.stations) expect(overlap(label.box, bands)).toBe(0)
  })

  it('is empty only when nothing stands and nothing moves', () => {
    const none = { stations: circleStatuses.map((id) => station(id, 0)), flows: {} }
    const layout = layRing(none, words)
    expect(layout.empty).toBe(true)
    expect(layout.outline).toBe(innerRadius)
    expect(layout.bands).toEqual([])
    expect(layRing({ ...none, flows: { outSold: 1 } }, words).empty).toBe(false)
    expect(layRing({ stations: [station('inUse', 1)], flows: {} }, words).empty).toBe(false)
  })

  it('lets a partner begin at the bottom of the circle', () => {
    const partner: RingInput = {
      stations: (['received', 'erased', 'graded', 'pool'] as const).map((id) => station(id, 40)),
      flows: { inReceived: 400, outSold: 300, outParts: 20, outRecycled: 50 },
    }
    const layout = layRing(partner, words)
    expect(layout.circle).toBeNull()
    // The level leg lies between the outline and the widest place of the picture.
    expect(layout.bands.map(({ d }) => d)).toContain('M440 468H672V552H440Z')
    expect(layout.ends.map(({ id }) => id)).toEqual([
      'inReceived',
      'outSold',
      'outParts',
      'outRecycled',
    ])
  })

  const count = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(3000), fc.nat(9_000_000))
  const anyFlows: fc.Arbitrary<RingFlows> = fc.record(
    {
      fullCircle: count,
      inNew: count,
      inReused: count,
      inReceived: count,
      outSold: count,
      outParts: count,
      outRecycled: count,
      moved: fc.dictionary(fc.constantFrom(...arcStations), count),
    },
    { requiredKeys: [] },
  )
  const anyStations = fc
    .subarray([...circleStatuses])
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.tuple(count, fc.nat(90)).map(([n, s]) => station(id, n, s)))),
    )

  it('never lets two labels touch, and keeps all of them inside the view, for any numbers', () => {
    fc.assert(
      fc.property(anyStations, anyFlows, fc.nat(100), (stations, flows, goal) => {
        const layout = layRing({ stations, flows, goal, needsMet: { met: 1, of: 900 } }, words)
        expect(numbersIn(layout)).not.toMatch(/NaN|Infinity|undefined/)
        expect(crowding(layout)).toBe(0)
        for (const { label } of layout.stations) {
          expect(overlap(grow(label.box, -1), layout.view)).toBeCloseTo(
            (label.box.right - label.box.left - 2) * (label.box.bottom - label.box.top - 2),
            6,
          )
        }
      }),
      { numRuns: 120 },
    )
  })

  it('never draws wider than the widest place, for any flows', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const layout = layRing({ stations: [], flows }, words)
        const most = widest(knownFlows(flows))
        // Thin flows are lifted to 1.6 pixels, so a few of them may add a little.
        expect(layout.scale * most).toBeLessThanOrEqual(widestPixels + 0.001)
        if (most > 0) expect(layout.scale * most).toBeCloseTo(widestPixels, 6)
      }),
    )
  })
})
