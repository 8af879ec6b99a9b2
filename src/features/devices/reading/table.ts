// Opens what people bring, whatever it is, as one table: headings, and rows of text cells.
import { done, type Result } from '../../../core/result.ts'
import type { FileRefusalCode, RowShapeCode } from '../rules/import/refusals.ts'
import { decode, type Encoding } from './decode.ts'
import { findDelimiter, scanner, separatorLine, type Delimiter, type Scanner } from './delimited.ts'
import { documentLimitBytes, readDocument } from './document.ts'
import { findHeading, isBlankRow, shownHeadings } from './heading.ts'
import { fileRefused, refusalOf } from './refused.ts'
import { readRows, workbookLimits } from './workbook.ts'

const textLimitBytes = 500 * 1024 * 1024

/** What the user has chosen instead of what is found; all of it may be left out. */
export interface TableOptions {
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheet?: string
  /** The heading's row, as counted in the file. */
  readonly headingRow?: number
}

export interface TableRow {
  /**
   * The row as a spreadsheet numbers it: blank rows and titles count, Excel's `sep=` line does
   * not, and a cell with several lines is still one row.
   */
  readonly row: number
  /** As many as there are headings, unless the shape is refused. */
  readonly cells: string[]
  readonly refusal?: RowShapeCode
}

export interface Table {
  readonly format: 'csv' | 'xlsx' | 'json'
  /** As shown: unique, `Address (2)` for a repeated one, `(C)` for one without a name. */
  readonly headings: readonly string[]
  readonly headingRow: number
  /** Null for workbooks. Read again after the rows: `ascii` may have become another. */
  readonly encoding: () => Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheets: readonly string[]
  readonly sheet: string | null
  /** Rows in pieces of a few hundred or thousand; once. Throws what `refusalOf` understands. */
  readonly batches: AsyncIterable<readonly TableRow[]>
  /** Lets go of the source when the rest of the rows is not wanted. */
  readonly close: () => Promise<void>
}

/** So much text is held to find delimiter and heading. */
const sampleLength = 65_536

export async function openTable(
  source: AsyncIterable<Uint8Array>,
  options: TableOptions = {},
): Promise<Result<Table, FileRefusalCode>> {
  try {
    return done(await open(source, options))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return refusal
    throw error
  }
}

async function open(source: AsyncIterable<Uint8Array>, options: TableOptions): Promise<Table> {
  const bytes = source[Symbol.asyncIterator]()
  const close = async (): Promise<void> => {
    await bytes.return?.()
  }
  try {
    const start = await take(bytes, 512)
    const whole = chained(start, bytes)
    const kind = kindOf(start)
    if (kind === 'text')
      return { ...(await openText(limited(whole, textLimitBytes), options)), close }
    const limit = kind === 'workbook' ? workbookLimits.packedBytes : documentLimitBytes
    const file = await collect(whole, limit)
    const table = await (kind === 'workbook' ? openWorkbook : openDocument)(file, options)
    return { ...table, close }
  } catch (error) {
    await close()
    throw error
  }
}

type Opened = Omit<Table, 'close'>

/** The rows one by one, for those who do not count microseconds. */
export async function* rowsOf(table: Table): AsyncGenerator<TableRow> {
  for await (const batch of table.batches) yield* batch
}

async function openWorkbook(file: Buffer, options: TableOptions): Promise<Opened> {
  const { sheets, sheet, rows } = await readRows(file, options.sheet)
  const { headings, index } = headingOf(rows, options)
  const listed = shapedRows(rows.slice(index + 1), index + 2, headings.length)
  if (listed.length === 0) throw fileRefused('file-empty')
  return {
    format: 'xlsx',
    headings,
    headingRow: index + 1,
    encoding: () => null,
    delimiter: null,
    sheets,
    sheet,
    batches: inPieces(listed),
  }
}

async function openDocument(file: Buffer, options: TableOptions): Promise<Opened> {
  const { headings, rows, encoding } = readDocument(file, options.encoding)
  return {
    format: 'json',
    headings,
    headingRow: 1,
    encoding: () => encoding,
    delimiter: null,
    sheets: [],
    sheet: null,
    batches: inPieces(rows.map((cells, i) => ({ row: i + 2, cells }))),
  }
}

async function openText(source: AsyncIterable<Uint8Array>, options: TableOptions): Promise<Opened> {
  const decoded = decode(source, options.encoding)
  const pieces = decoded.text[Symbol.asyncIterator]()
  let sample = ''
  let ended = false
  while (sample.length < sampleLength && !ended) {
    const next = await pieces.next()
    if (next.done) ended = true
    else sample += next.value
  }
  if (sample.includes('\0')) throw fileRefused('file-unreadable', { reason: 'binary' })
  if (sample.trim() === '') throw fileRefused('file-empty')
  const said = separatorLine(sample)
  const text = said ? sample.slice(said.length) : sample
  const delimiter = options.delimiter ?? said?.delimiter ?? findDelimiter(text)
  const scan = scanner(delimiter)
  const records = scan.write(text)
  if (ended) records.push(...closed(scan, records.length))
  const { headings, index } = headingOf(records, options)
  const width = headings.length

  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    let row = index + 2
    let rest = records.slice(index + 1)
    for (;;) {
      const rows = shapedRows(rest, row, width)
      if (rows.length > 0) yield rows
      row += rest.length
      if (scan.broken()) throw fileRefused('quote-not-closed', { row })
      if (ended) return
      const next = await pieces.next()
      if (next.done) ended = true
      rest = next.done ? closed(scan, row - 1) : scan.write(next.value)
    }
  }

  const rows = batches()
  const first = await rows.next()
  if (first.done) throw fileRefused('file-empty')
  return {
    format: 'csv',
    headings,
    headingRow: index + 1,
    encoding: decoded.encoding,
    delimiter,
    sheets: [],
    sheet: null,
    batches: chained(first.value, rows),
  }
}

/** The last records; a quote left open has swallowed all that follows it. */
function closed(scan: Scanner, recordsBefore: number): string[][] {
  const records = scan.end()
  if (scan.broken()) throw fileRefused('quote-not-closed', { row: recordsBefore + 1 })
  return records
}

function headingOf(
  rows: readonly string[][],
  { headingRow }: TableOptions,
): { headings: string[]; index: number } {
  if (rows.every(isBlankRow)) throw fileRefused('file-empty')
  const index = headingRow === undefined ? findHeading(rows.slice(0, 400)) : headingRow - 1
  const cells = index === null ? undefined : rows[index]
  if (index === null || !cells || isBlankRow(cells)) throw fileRefused('heading-missing')
  // Columns after the last title are the tail that spreadsheets leave, unless they hold something.
  const used = rows
    .slice(index, index + 400)
    .reduce((most, row) => Math.max(most, usedWidth(row)), 0)
  const titled = usedWidth(cells)
  const usual = rows.slice(index + 1, index + 400).filter((row) => usedWidth(row) === used).length
  const untitled = used > titled && used <= cells.length && usual > 0
  return { headings: shownHeadings(cells.slice(0, untitled ? used : titled)), index }
}

const usedWidth = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** Numbers the rows, leaves out blank ones, and marks those that do not fit under the heading. */
function shapedRows(records: readonly string[][], firstRow: number, width: number): TableRow[] {
  const rows: TableRow[] = []
  for (let i = 0; i < records.length; i++) {
    const cells = records[i]!
    const row = firstRow + i
    if (cells.length === width) {
      if (!isEmptyRecord(cells)) rows.push({ row, cells })
    } else if (isEmptyRecord(cells)) continue
    else if (cells.length < width) rows.push({ row, cells, refusal: 'row-too-short' })
    else if (usedWidth(cells) > width) rows.push({ row, cells, refusal: 'row-too-long' })
    else rows.push({ row, cells: cells.slice(0, width) })
  }
  return rows
}

/** Cheap for the usual row, whose first cell says something. */
function isEmptyRecord(cells: readonly string[]): boolean {
  const first = cells[0]
  if (first !== undefined && first !== '' && first.charCodeAt(0) > 32) return false
  return isBlankRow(cells)
}

function kindOf(start: Buffer): 'workbook' | 'document' | 'text' {
  if (start.length === 0) throw fileRefused('file-empty')
  if (start[0] === 0x50 && start[1] === 0x4b && start.length > 3 && start[2]! < 9) return 'workbook'
  // The old Excel format, PDF, gzip, and pictures: nothing a table is read from.
  for (const [reason, signature] of signatures)
    if (start.subarray(0, signature.length).equals(signature))
      throw fileRefused('file-unreadable', { reason })
  const wide = start[0] === 0xff || start[0] === 0xfe || start[1] === 0
  const text = start.toString(wide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '')
  return /^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(text) ? 'document' : 'text'
}

const signatures = [
  ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['pdf', Buffer.from('%PDF')],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['picture', Buffer.from([0xff, 0xd8, 0xff])],
  ['rar', Buffer.from('Rar!')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
] as const

/** The first bytes, at least so many as asked when the source has them. */
async function take(bytes: AsyncIterator<Uint8Array>, count: number): Promise<Buffer> {
  let start: Buffer = Buffer.alloc(0)
  while (start.length < count) {
    const next = await bytes.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  return start
}

async function* chained<T>(first: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* limited(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of source) {
    read += chunk.length
    if (read > bytes)
      throw fileRefused('file-too-large', { limitMegabytes: Math.round(bytes / 1024 / 1024) })
    yield chunk
  }
}

async function collect(source: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of limited(source, limit)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inPieces(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (let at = 0; at < rows.length; at += 1_000) yield rows.slice(at, at + 1_000)
}
