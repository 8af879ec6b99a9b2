// Which columns a table shows: what the reader chose, and what there is room for.
import { useCallback, useState } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly text: string
  readonly cell: (row: Row) => React.ReactNode
  /** Least width in px; 120 unless said. */
  readonly width?: number
  /** Share of the room that is left; 1 unless said, 0 keeps its width. */
  readonly grow?: number
  /** Figures: to the right, and so is their heading. */
  readonly number?: boolean
  /** The heading sorts. */
  readonly sort?: boolean
  /** 1 always stands, 3 goes first when the screen is narrow; 2 unless said. */
  readonly need?: 1 | 2 | 3
  /** Place on a phone, where a row is three lines; elsewhere not shown. The first column is the title. */
  readonly phone?: 'end' | 'second' | 'second-end' | 'third'
}

export const PHONE = 640
const widthOf = (column: Column<never>) => column.width ?? 120
const gap = 20

export function fitting<Row>(
  columns: readonly Column<Row>[],
  room: number,
  phone: boolean,
): { shown: readonly Column<Row>[]; left: readonly Column<Row>[] } {
  if (phone) {
    return { shown: columns.filter((column, at) => at === 0 || column.phone), left: [] }
  }
  const leaving = columns
    .map((column, at) => ({ column, at, need: at === 0 ? 1 : (column.need ?? 2) }))
    .filter(({ need }) => need > 1)
    .toSorted((a, b) => b.need - a.need || b.at - a.at)
    .map(({ column }) => column)
  const left = new Set<Column<Row>>()
  let needed = columns.reduce((sum, column) => sum + widthOf(column) + gap, 0)
  for (const column of leaving) {
    if (needed <= room) break
    left.add(column)
    needed -= widthOf(column) + gap
  }
  return {
    shown: columns.filter((column) => !left.has(column)),
    left: columns.filter((column) => left.has(column)),
  }
}

export const templateOf = (columns: readonly Column<never>[], select: boolean) =>
  [
    ...(select ? ['26px'] : []),
    ...columns.map((column) => {
      const grow = column.grow ?? 1
      return grow === 0 ? `${widthOf(column)}px` : `minmax(${widthOf(column)}px, ${grow}fr)`
    }),
  ].join(' ')

export interface TableChoices {
  readonly compact: boolean
  readonly hidden: readonly string[]
}
/** The reader's own choices for one table, kept on this computer; `hidden` until they have chosen. */
export function useTableChoices(table: string, hidden: readonly string[] = []) {
  const key = `omlopp-table-${table}`
  const [choices, setChoices] = useState<TableChoices>(() => {
    const plain = { compact: false, hidden }
    const kept = localStorage.getItem(key)
    return kept ? { ...plain, ...(JSON.parse(kept) as Partial<TableChoices>) } : plain
  })
  const choose = useCallback(
    (change: Partial<TableChoices>) =>
      setChoices((before) => {
        const next = { ...before, ...change }
        localStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  return [choices, choose] as const
}
