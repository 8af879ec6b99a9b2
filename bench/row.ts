// One line of the table: what was measured, beside what the engine needs for the same.
export interface Row {
  readonly what: string
  readonly measured: string
  readonly bare: string
  readonly ratio: string
  readonly target: string
  readonly met: boolean | null
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}

/** Milliseconds of each run, in order of size; the first runs only warm up. */
export async function timed(runs: number, once: (run: number) => Promise<unknown>) {
  const took: number[] = []
  for (let run = -5; run < runs; run++) {
    const began = performance.now()
    await once(run + 5)
    if (run >= 0) took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)
}

export const ms = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const times = (value: number): string => value.toFixed(2)
