// The demo happens in the order of its days, several things at once as in any house. What a device
// meets, it meets one after the other, so each wave has a lane; and what takes the next number of a
// series waits for all that may take one before it, so that the same day gives the same numbers
// however fast the machine is.
import type { Day } from '../../core/dates.ts'

/** Plans something on a day, at a working hour; what would lie in the future does not happen. */
type Plan = (day: Day, hour: number, run: (at: Date) => Promise<unknown>) => void

/** What is numbered in the order of its days. */
export type Series = 'collection' | 'certificate'

export interface Lane {
  readonly on: Plan
  /** As `on`, but not before any lane that may still take an earlier number of the series. */
  readonly numbered: (series: Series) => Plan
  /** Promises that the lane takes no number of the series before a day, or, with null, none any more. */
  readonly takesFrom: (series: Series, day: Day | null) => void
  /** What looks at everything: after all before it, and nothing after it begins meanwhile. */
  readonly alone: Plan
}

export interface Calendar {
  lane(): Lane
  /**
   * Runs everything up to now, also what is planned meanwhile; `after` is told after each, with the
   * latest moment that anything has come to.
   */
  runAll(after: (latest: Date, count: number) => void): Promise<number>
}

interface DemoEvent {
  readonly at: Date
  readonly lane: number
  readonly order: number
  readonly pace: 'free' | 'alone' | Series
  readonly run: () => Promise<unknown>
}

/** By series: the moment before which each lane takes no number. */
type Promised = Readonly<Record<Series, Map<number, number>>>

/** Enough for one to think while another waits for the database; more would only wait longer. */
const AT_ONCE = 3

export function newCalendar(now: Date): Calendar {
  // Sorted from the last to the first, so that the next stands at the end.
  const waiting: DemoEvent[] = []
  const running = new Map<DemoEvent, Promise<DemoEvent>>()
  const promised: Promised = { collection: new Map(), certificate: new Map() }
  let lanes = 0
  const lane = (): Lane => {
    const number = lanes++
    let order = 0
    const plan =
      (pace: DemoEvent['pace']): Plan =>
      (day, hour, run) => {
        const minute = String((number * 7 + order) % 60).padStart(2, '0')
        const at = new Date(`${day}T${String(hour).padStart(2, '0')}:${minute}:00Z`)
        if (pace !== 'free' && pace !== 'alone' && at.getTime() < (promised[pace].get(number) ?? 0))
          throw new Error(`the demo promised no ${pace} of lane ${number} before ${day}`)
        if (at < now)
          insert(waiting, { at, lane: number, order: order++, pace, run: () => run(at) })
      }
    return {
      on: plan('free'),
      numbered: (series) => plan(series),
      takesFrom: (series, day) =>
        void promised[series].set(number, day === null ? Infinity : Date.parse(day)),
      alone: plan('alone'),
    }
  }
  return {
    lane,
    runAll: async (after) => {
      let latest = new Date(0)
      for (let count = 0; ;) {
        while (running.size < AT_ONCE) {
          const next = takeNext(waiting, [...running.keys()], promised)
          if (!next) break
          running.set(
            next,
            next.run().then(() => next),
          )
        }
        if (running.size === 0) return count
        const ended = await Promise.race(running.values())
        running.delete(ended)
        if (ended.at > latest) latest = ended.at
        after(latest, ++count)
      }
    },
  }
}

/** The earliest that may begin now; its lane is free, and its turn has come. */
function takeNext(
  waiting: DemoEvent[],
  running: readonly DemoEvent[],
  promised: Promised,
): DemoEvent | undefined {
  if (running.some(({ pace }) => pace === 'alone')) return undefined
  const held = new Set(running.map((event) => event.lane))
  for (let place = waiting.length - 1; place >= 0; place--) {
    const event = waiting[place]!
    const comes =
      event.pace === 'free' ||
      (event.pace === 'alone'
        ? running.length === 0
        : isNext(event, event.pace, [...waiting, ...running], promised))
    if (!held.has(event.lane) && comes) return waiting.splice(place, 1)[0]
    if (event.pace === 'alone') return undefined
    held.add(event.lane)
  }
  return undefined
}

/** Whether nothing that waits or runs can come to take a number of the series before it. */
const isNext = (
  event: DemoEvent,
  series: Series,
  others: readonly DemoEvent[],
  promised: Promised,
): boolean =>
  !others.some(
    (other) =>
      other.lane !== event.lane &&
      isBefore(other, event) &&
      (promised[series].get(other.lane) ?? 0) <= event.at.getTime(),
  )

function insert(waiting: DemoEvent[], event: DemoEvent) {
  let place = waiting.length
  while (place > 0 && isBefore(waiting[place - 1]!, event)) place--
  waiting.splice(place, 0, event)
}

const isBefore = (a: DemoEvent, b: DemoEvent): boolean =>
  (a.at.getTime() - b.at.getTime() || a.lane - b.lane || a.order - b.order) < 0
