// A row of cells to the fields of a device: the mapping, compiled once per file.
import { cleanCell } from './cells.ts'
import {
  decideOrder,
  noDateEvidence,
  observeDate,
  type DateEvidence,
  type DecidedOrder,
} from './days.ts'
import {
  importFields,
  type ColumnMapping,
  type DateOrder,
  type ImportField,
  type ImportValue,
  type ImportValues,
} from './fields.ts'
import type { RowRefusalCode, RowShapeCode } from './refusals.ts'
import { cellReader, isValueRefusal, type CellReader, type KnownWords } from './values.ts'

/** Why a row is not read in; `value` and `heading` point at the cell, as the file has them. */
export interface RowRefusal {
  readonly code: RowRefusalCode
  readonly field?: ImportField
  readonly column?: number
  readonly value?: string
  /** The earlier row of the file, for a duplicate. */
  readonly firstRow?: number
  /** The device in the register that stands in the way. */
  readonly deviceId?: string
}

export type ReadRow =
  | { readonly ok: true; readonly values: ImportValues }
  | { readonly ok: false; readonly refusal: RowRefusal }

export interface FileRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly refusal?: RowShapeCode
  readonly more?: readonly (readonly string[])[]
}

export interface RowReaderOptions {
  /** Per column; from `decidedDates`. A date column without a decision is read day first. */
  readonly dates?: ReadonlyMap<number, DecidedOrder>
  readonly words?: KnownWords
  readonly constants?: ImportValues
}

interface ColumnReader {
  readonly column: number
  readonly field: ImportField
  readonly list: boolean
  readonly read: CellReader
}

export function rowReader(
  columns: readonly ColumnMapping[],
  options: RowReaderOptions = {},
): (row: FileRow) => ReadRow {
  const readers: ColumnReader[] = columns.map((mapping) => {
    const dates = options.dates?.get(mapping.column)
    return {
      column: mapping.column,
      field: mapping.field,
      list: importFields[mapping.field].type === 'list',
      read: cellReader(mapping, { ...(dates && { dates }), words: options.words ?? {} }),
    }
  })
  // Every row starts as a copy with all its fields in place: filling is cheaper than adding.
  const blank: ImportValues = {}
  for (const { field } of readers) if (field !== 'ownership') blank[field] = null
  Object.assign(blank, options.constants)
  return ({ cells, refusal, more }) => {
    if (refusal) return { ok: false, refusal: { code: refusal } }
    const values: ImportValues = { ...blank }
    for (const { column, field, list, read } of readers) {
      let value = read(cells[column] ?? '')
      if (more && value === null && !list) value = firstOf(more, column, read)
      if (isValueRefusal(value)) {
        const { code, value: text } = value
        return { ok: false, refusal: { code, field, column, value: text } }
      }
      // Ownership only refuses; a constant stands until a cell says more.
      if (list) values[field] = joined(values[field], [value, ...listed(more, column, read)])
      else if (value !== null && field !== 'ownership') values[field] = value
    }
    return { ok: true, values }
  }
}

function firstOf(
  more: readonly (readonly string[])[],
  column: number,
  read: CellReader,
): ReturnType<CellReader> {
  for (const cells of more) {
    const value = read(cells[column] ?? '')
    if (value !== null) return value
  }
  return null
}

const listed = (
  more: readonly (readonly string[])[] | undefined,
  column: number,
  read: CellReader,
): ReturnType<CellReader>[] => (more ?? []).map((cells) => read(cells[column] ?? ''))

/** Each entry once, in the order they came. */
function joined(
  before: ImportValue | null | undefined,
  found: readonly ReturnType<CellReader>[],
): readonly string[] | null {
  const entries = new Set(Array.isArray(before) ? (before as readonly string[]) : [])
  for (const value of found)
    if (Array.isArray(value)) for (const entry of value as string[]) entries.add(entry)
  return entries.size === 0 ? null : [...entries]
}

/** Counts, over all rows of the file, what its date columns show of their order. */
export interface DateObserver {
  observe(rows: readonly FileRow[]): void
  decide(fallback: DateOrder): Map<number, DecidedOrder>
}

export function dateObserver(columns: readonly ColumnMapping[]): DateObserver {
  const evidence = new Map<number, DateEvidence>()
  for (const { column, field } of columns) {
    const { type } = importFields[field]
    if (type === 'day' || type === 'instant') evidence.set(column, noDateEvidence())
  }
  const seen = [...evidence]
  return {
    observe(rows) {
      for (const { cells } of rows)
        for (const [column, found] of seen) {
          const cell = cells[column]
          if (cell) observeDate(found, cleanCell(cell))
        }
    },
    decide: (fallback) =>
      new Map(seen.map(([column, found]) => [column, decideOrder(found, fallback)])),
  }
}
