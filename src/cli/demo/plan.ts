// What happens in the demo, and when: nine years of reuse, and a present with everything in motion.
import { addDays, addMonths, type Day } from '../../core/dates.ts'
import type { Chance } from './chance.ts'
import type { DemoKind } from './names.ts'

/** Devices reused in nine years: journey 1, 361 083 kg under the Inrego legacy profile. */
const reusedInNineYears: Readonly<Record<DemoKind, number>> = {
  desktop: 1150,
  laptop: 2507,
  monitor: 1300,
  smartphone: 350,
}

/** How far round the circle a wave has come today. */
export type Reach =
  | 'inUse'
  | 'handedOut'
  | 'inStock'
  | 'handedIn'
  | 'sent'
  | 'received'
  | 'erased'
  | 'graded'
  | 'pool'
  | 'sold'
  | 'secondLife'

export interface Wave {
  readonly kind: DemoKind
  /** Devices that go on to the end of the reach. */
  readonly count: number
  /** Beside them: too worn for anything but parts or recycling. */
  readonly worn: number
  readonly boughtOn: Day
  /** Bought before Omlopp was taken into use: it comes with its holders, as an old register is read in. */
  readonly inherited: boolean
  /** Last day of use; null when still in use or never handed out. */
  readonly handedInOn: Day | null
  readonly reach: Reach
  readonly donated: boolean
  /** Bought reused from the partner, with warranty, instead of new. */
  readonly boughtReused: boolean
  /** So many of them are lost while in use. */
  readonly lost: number
  /** One of them is Hugo's, so that a holder who signs in has something of his own. */
  readonly hugos: boolean
}

/** Months of first use before a device is handed in. */
const useMonths: Readonly<Record<DemoKind, number>> = {
  desktop: 54,
  laptop: 44,
  monitor: 66,
  smartphone: 30,
}
const LARGEST_WAVE = 150

/** The day when Omlopp was taken into use, a month before the first reuse that is counted. */
export const takenIntoUse = (today: Day): Day => addMonths(today, -110)

/** @param scale 1 is the demo; a part of one, for trying, keeps every wave with a few devices. */
export function planWaves(today: Day, chance: Chance, scale: number): Wave[] {
  // One of a shipment is lost on its way, and one of a bench cannot be wiped.
  const least = scale < 1 ? 4 : 1
  const first = takenIntoUse(today)
  return [...history(today, chance, scale), ...present(today, chance, scale)]
    .map((one) => ({
      ...one,
      inherited: one.boughtOn < first,
      count: Math.max(least, Math.round(one.count)),
      lost: Math.round(one.lost),
    }))
    .sort((a, b) => (a.boughtOn < b.boughtOn ? -1 : 1))
}

/** Finished laps, spread over the nine years that ended yesterday; internal reuse in the last three. */
function history(today: Day, chance: Chance, scale: number): Wave[] {
  const waves: Wave[] = []
  for (const [kind, total] of Object.entries(reusedInNineYears) as [DemoKind, number][]) {
    let left = total * scale
    const count = Math.max(9, Math.ceil(left / LARGEST_WAVE))
    for (let index = 0; index < count; index++) {
      const part = Math.round(left / (count - index))
      left -= part
      // The last lap was closed some weeks ago; what is younger stands in the present.
      const months = Math.round(((index + 0.5) / count) * 106)
      const handedInOn = addDays(addMonths(today, months - 109), chance.between(0, 20))
      const recent = handedInOn > addMonths(today, -36)
      waves.push({
        kind,
        count: part,
        worn: Math.round(part * 0.03),
        boughtOn: addMonths(handedInOn, -useMonths[kind]),
        inherited: false,
        handedInOn,
        reach: recent && index % 3 === 0 ? 'secondLife' : 'sold',
        donated: !recent && index % 5 === 3,
        boughtReused: false,
        lost: 0,
        hugos: false,
      })
    }
  }
  return waves
}

/** What is in use, and what stands at each station right now. */
function present(today: Day, chance: Chance, scale: number): Wave[] {
  const inUse: [DemoKind, number, number][] = [
    ['laptop', 26, 49],
    ['laptop', 44, 46],
    ['laptop', 36, 41],
    ['laptop', 60, 30],
    ['laptop', 40, 12],
    ['monitor', 40, 40],
    ['monitor', 30, 10],
    ['smartphone', 36, 25],
    ['smartphone', 24, 8],
    ['desktop', 20, 50],
    ['laptop', 70, 3],
    ['laptop', 60, 7],
    ['monitor', 44, 5],
    ['smartphone', 40, 2],
  ]
  const using = inUse.map(([kind, count, monthsAgo]) =>
    wave(
      kind,
      count * scale,
      addDays(addMonths(today, -monthsAgo), -chance.between(0, 25)),
      null,
      'inUse',
    ),
  )
  const away = (kind: DemoKind, count: number, daysAgo: number, reach: Reach) => {
    const handedInOn = addDays(today, -daysAgo)
    return wave(kind, count * scale, addMonths(handedInOn, -useMonths[kind]), handedInOn, reach)
  }
  const reused = (kind: DemoKind, count: number, monthsAgo: number) => ({
    ...wave(kind, count * scale, addMonths(today, -monthsAgo), null, 'inUse'),
    boughtReused: true,
  })
  return [
    ...using.map((one, index) => ({
      ...one,
      lost: index % 3 === 0 ? 2 * scale : 0,
      hugos: one.kind === 'smartphone' && index === 8,
    })),
    reused('smartphone', 40, 4),
    reused('laptop', 36, 7),
    reused('monitor', 30, 10),
    // The drawer: handed in long ago and forgotten, and what was bought and never used.
    away('smartphone', 14, 130, 'handedIn'),
    wave('monitor', 18 * scale, addDays(today, -160), null, 'inStock'),
    away('laptop', 31, 19, 'handedIn'),
    away('smartphone', 17, 5, 'handedIn'),
    away('laptop', 41, 8, 'sent'),
    away('desktop', 26, 12, 'received'),
    away('laptop', 34, 14, 'received'),
    away('laptop', 28, 16, 'erased'),
    away('laptop', 36, 24, 'graded'),
    away('monitor', 22, 20, 'graded'),
    away('laptop', 48, 45, 'pool'),
    // Nobody in it has signed yet, and neither has Hugo.
    { ...wave('laptop', 15 * scale, addDays(today, -9), null, 'handedOut'), hugos: true },
    wave('monitor', 12 * scale, addDays(today, -20), null, 'inStock'),
    wave('laptop', 24 * scale, addDays(today, -12), null, 'inStock'),
  ]
}

const wave = (
  kind: DemoKind,
  count: number,
  boughtOn: Day,
  handedInOn: Day | null,
  reach: Reach,
): Wave => ({
  ...{ kind, count, boughtOn, handedInOn, reach },
  worn: 0,
  inherited: false,
  donated: false,
  boughtReused: false,
  lost: 0,
  hugos: false,
})
