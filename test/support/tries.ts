// What is tried in a play, by chance: sensible things mostly, and now and then anything.
import fc from 'fast-check'
import { moves } from './play.ts'
import type { Try } from './play/state.ts'

export const oneTry: fc.Arbitrary<Try> = fc.record({
  what: fc.oneof(
    ...(Object.keys(moves) as (keyof typeof moves)[]).map((name) => ({
      weight: moves[name].weight,
      arbitrary: fc.constant(name),
    })),
  ),
  who: fc.nat({ max: 11 }),
  which: fc.nat({ max: 59 }),
  how: fc.nat({ max: 419 }),
  sensible: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
})

/** Things to begin with, so that no run is empty. */
export const opening: readonly Try[] = Array.from({ length: 10 }, (_, n) => ({
  what: n < 8 ? 'register' : 'begin',
  who: n % 2,
  which: n,
  how: 2 * n + 2,
  sensible: true,
}))
