// How far, how fast and how long yet, from what the kernel counts of a device.

/** What a drive goes through, in order. */
export type Phase = 'tag' | 'before' | 'wiping' | 'checking' | 'done'

export interface Count {
  /** Milliseconds of a clock that cannot be set. */
  readonly at: number
  readonly bytes: number
}

/** Speed is that of the last half minute: a drive is slower on its inner tracks. */
const WINDOW_MS = 30_000

export interface Progress {
  /** 0 to 1; null while nothing is known. */
  readonly part: number | null
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
}

export const nothingYet: Progress = { part: null, bytesPerSecond: null, secondsLeft: null }

export function progressOf(counts: readonly Count[], expected: number): Progress {
  const last = counts.at(-1)
  if (!last || expected <= 0) return nothingYet
  const part = Math.min(1, last.bytes / expected)
  const first = counts.find(({ at }) => last.at - at <= WINDOW_MS) ?? last
  const seconds = (last.at - first.at) / 1000
  const rate = seconds >= 1 ? (last.bytes - first.bytes) / seconds : null
  if (rate === null || rate <= 0) return { part, bytesPerSecond: null, secondsLeft: null }
  const left = Math.max(0, expected - last.bytes) / rate
  return { part, bytesPerSecond: rate, secondsLeft: Math.round(left) }
}

/** Keeps what the window needs. */
export const withCount = (counts: readonly Count[], next: Count): Count[] => [
  ...counts.filter(({ at }) => next.at - at <= WINDOW_MS),
  next,
]
