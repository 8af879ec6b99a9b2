// A value with several entries gives rows of its own in some exports: 97 devices in 607 rows.

export interface PlainRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly refusal?: string
}

export type Folded<R extends PlainRow> = R & {
  /** The cells of the rows that carry on this one. */
  readonly more?: readonly (readonly string[])[]
}

export interface Folder<R extends PlainRow> {
  /** Takes rows in the file's order and gives those that are complete. */
  push(rows: readonly R[]): Folded<R>[]
  /** The last row. */
  end(): Folded<R>[]
  /** Rows that became part of the one before; with the given ones they make up all rows read. */
  readonly folded: () => number
}

/**
 * Folds a row into the one before when all its key cells are empty (Jamf leaves them so on the
 * further rows of one computer). The first row cannot carry on anything and stays.
 * @param key positions that identify a device; empty to fold nothing
 */
export function folder<R extends PlainRow>(key: readonly number[]): Folder<R> {
  let open: { first: R; more: (readonly string[])[] } | null = null
  let folded = 0
  const close = (): Folded<R>[] => {
    if (!open) return []
    const { first, more } = open
    open = null
    return [more.length === 0 ? first : { ...first, more }]
  }
  return {
    push(rows) {
      if (key.length === 0) return [...rows]
      const complete: Folded<R>[] = []
      for (const row of rows) {
        const carriesOn =
          open !== null && !row.refusal && key.every((at) => (row.cells[at] ?? '').trim() === '')
        if (open && carriesOn) {
          open.more.push(row.cells)
          folded++
        } else {
          complete.push(...close())
          open = { first: row, more: [] }
        }
      }
      return complete
    },
    end: close,
    folded: () => folded,
  }
}
