// The demo happens in the order of its days, several things at once as in any house. What a device
// meets, it meets one after the other, so each wave has a lane; and what takes the next number of a
// series waits for all before it, so that the same day gives the same numbers however fast the
// machine is.
import type { Day } from '../../core/dates.ts'

/** Plans something on a day, at a working hour; what would lie in the future does not happen. */
type Plan = (day: Day, hour: number, run: (at: Date) => Promise<unknown>) => void

export interface Lane {
  readonly on: Plan
  /** As `on`, but not before all that lies before it, in whatever lane, is done. */
  readonly inTurn: Plan
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
  readonly pace: 'free' | 'inTurn' | 'alone'
  readonly run: () => Promise<unknown>
}

/** Enough for one to think while another waits for the database; more would only wait longer. */
const AT_ONCE = 3

export function newCalendar(now: Date): Calendar {
  // Sorted from the last to the first, so that the next stands at the end.
  const waiting: DemoEvent[] = []
  const running = new Map<DemoEvent, Promise<DemoEvent>>()
  let lanes = 0
  const lane = (): Lane => {
    const number = lanes++
    let order = 0
    const plan =
      (pace: DemoEvent['pace']): Plan =>
      (day, hour, run) => {
        const minute = String((number * 7 + order) % 60).padStart(2, '0')
        const at = new Date(`${day}T${String(hour).padStart(2, '0')}:${minute}:00Z`)
        if (at < now)
          insert(waiting, { at, lane: number, order: order++, pace, run: () => run(at) })
      }
    return { on: plan('free'), inTurn: plan('inTurn'), alone: plan('alone') }
  }
  return {
    lane,
    runAll: async (after) => {
      let latest = new Date(0)
      for (let count = 0; ;) {
        while (running.size < AT_ONCE) {
          const next = takeNext(waiting, [...running.keys()])
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
function takeNext(waiting: DemoEvent[], running: readonly DemoEvent[]): DemoEvent | undefined {
  if (running.some(({ pace }) => pace === 'alone')) return undefined
  const held = new Set(running.map((event) => event.lane))
  for (let place = waiting.length - 1; place >= 0; place--) {
    const event = waiting[place]!
    const first = place === waiting.length - 1 && !running.some((one) => isBefore(one, event))
    const comes = event.pace === 'alone' ? running.length === 0 : first || event.pace === 'free'
    if (!held.has(event.lane) && comes) return waiting.splice(place, 1)[0]
    if (event.pace === 'alone') return undefined
    held.add(event.lane)
  }
  return undefined
}

function insert(waiting: DemoEvent[], event: DemoEvent) {
  let place = waiting.length
  while (place > 0 && isBefore(waiting[place - 1]!, event)) place--
  waiting.splice(place, 0, event)
}

const isBefore = (a: DemoEvent, b: DemoEvent): boolean =>
  (a.at.getTime() - b.at.getTime() || a.lane - b.lane || a.order - b.order) < 0
