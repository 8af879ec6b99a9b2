// Round numbers for an axis that always holds zero.

export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  readonly decimals: number
}

/** Steps of 1, 2 or 5 times a power of ten, about as many as asked for. */
export function axisOf(values: readonly number[], wanted = 4): Axis {
  const known = values.filter(Number.isFinite)
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  // Less than a millionth of a millionth is nothing in any unit people write.
  const span = high - low < 1e-12 ? 1 : high - low
  const rough = span / wanted
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * size >= rough * 0.999) ?? 10) * size
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const ticks: number[] = []
  for (let place = Math.ceil(low / step); place <= Math.floor(high / step + 1e-9); place += 1) {
    ticks.push(Number((place * step).toFixed(decimals)))
  }
  return { low, high: high - low < 1e-12 ? low + 1 : high, ticks, decimals }
}

/** From value to pixels. */
export const scaleOf =
  ({ low, high }: Axis, from: number, to: number) =>
  (value: number): number =>
    from + ((value - low) / (high - low)) * (to - from)
