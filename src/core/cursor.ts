// A cursor is where the page ended: the sort values of its last row, opaque to the client.

export const toCursor = (values: readonly (string | number | null)[]): string =>
  encodeURIComponent(JSON.stringify(values))

/** The values of a cursor, or null when it is not one of ours. */
export function fromCursor(
  cursor: string | undefined,
  length: number,
): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(decodeURIComponent(cursor))
    const whole =
      Array.isArray(values) &&
      values.length === length &&
      values.every(
        (value) => value === null || typeof value === 'string' || typeof value === 'number',
      )
    return whole ? (values as (string | number | null)[]) : null
  } catch {
    return null
  }
}

/** Cuts a page out of one row more than asked for. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => readonly (string | number | null)[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? toCursor(cursorOf(items.at(-1)!)) : null }
}
