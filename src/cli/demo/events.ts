// The demo happens in the order of its days, whatever wave it belongs to.
import type { Day } from '../../core/dates.ts'

export interface DemoEvent {
  readonly at: Date
  run(): Promise<unknown>
}

export interface Calendar {
  /** Plans something on a day, at a working hour; what would lie in the future does not happen. */
  on(day: Day, hour: number, run: (at: Date) => Promise<unknown>): void
  /** Runs everything up to now, also what is planned meanwhile; `rest` is called now and then. */
  runAll(rest: () => Promise<unknown>): Promise<number>
}

export function newCalendar(now: Date): Calendar {
  const waiting: (DemoEvent & { order: number })[] = []
  let order = 0
  return {
    on: (day, hour, run) => {
      const at = new Date(
        `${day}T${String(hour).padStart(2, '0')}:${String(order % 60).padStart(2, '0')}:00Z`,
      )
      if (at >= now) return
      waiting.push({ at, order: order++, run: () => run(at) })
      // Kept sorted from the last to the first, so that the next is popped from the end.
      let place = waiting.length - 1
      while (place > 0 && isBefore(waiting[place - 1]!, waiting[place]!)) {
        ;[waiting[place - 1], waiting[place]] = [waiting[place]!, waiting[place - 1]!]
        place--
      }
    },
    runAll: async (rest) => {
      let count = 0
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await next.run()
        if (RESTS.has(++count)) await rest()
      }
      return count
    },
  }
}

/** After so many events: early and then ever more rarely, as the tables grow ever more slowly. */
const RESTS: ReadonlySet<number> = new Set([20, 80, 320])

const isBefore = (a: { at: Date; order: number }, b: { at: Date; order: number }) =>
  a.at < b.at || (a.at.getTime() === b.at.getTime() && a.order < b.order)
