// Chance that is the same every time: the demo is deterministic for a given day.

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, n. */
  below(n: number): number
  pick<T>(items: readonly T[]): T
  /** Whole number between two, both included. */
  between(low: number, high: number): number
  fill(bytes: Uint8Array<ArrayBuffer>): void
}

/** mulberry32: small, fast, and good enough to make names and days look unplanned. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (items) => items[below(items.length)]!,
    between: (low, high) => low + below(high - low + 1),
    fill: (bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = below(256)
    },
  }
}
