// How far a count has come, one cell per device; very many devices become groups.

export type CellState = 'right' | 'missing' | 'left' | 'extra'
export interface TallyCell {
  readonly id: string
  readonly state: CellState
  /** Read out with its state: the serial number. */
  readonly label: string
}
export interface TallySums {
  readonly listed: number
  readonly right: number
  readonly missing: number
  readonly left: number
  readonly extra: number
}
export interface TallyGroup {
  /** Places on the list, from 1. */
  readonly from: number
  readonly to: number
  readonly sums: TallySums
  readonly newest: boolean
}

/** More cells than this are a texture and no longer a count. */
export const mostCells = 400

export function sumsOf(cells: readonly TallyCell[]): TallySums {
  const count = (state: CellState): number => cells.filter((cell) => cell.state === state).length
  const extra = count('extra')
  return {
    listed: cells.length - extra,
    right: count('right'),
    missing: count('missing'),
    left: count('left'),
    extra,
  }
}

/** Groups of 50 or 100 … devices in the order of the list, at most 40 of them. */
export function groupsOf(cells: readonly TallyCell[], newest: string | undefined): TallyGroup[] {
  const listed = cells.filter(({ state }) => state !== 'extra')
  const size =
    [50, 100, 250, 500, 1000].find((many) => listed.length / many <= 40) ??
    Math.ceil(listed.length / 40)
  const groups: TallyGroup[] = []
  for (let from = 0; from < listed.length; from += size) {
    const part = listed.slice(from, from + size)
    groups.push({
      from: from + 1,
      to: from + part.length,
      sums: sumsOf(part),
      newest: part.some(({ id }) => id === newest),
    })
  }
  return groups
}
