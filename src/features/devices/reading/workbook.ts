// Excel workbooks to rows of text.
import readWorkbook from 'read-excel-file/node'
import { archiveEntries, unpack } from './archive.ts'
import { isBlankRow } from './heading.ts'
import { fileRefused } from './refused.ts'

export const workbookLimits = {
  packedBytes: 50 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  /** Rows times columns of the widest: two stray cells can span sixteen thousand million. */
  gridCells: 20_000_000,
} as const

export interface Workbook {
  readonly sheets: readonly string[]
  /** The sheet that was read. */
  readonly sheet: string
  readonly rows: string[][]
}

/** Reads the chosen sheet, or the first that is not empty. */
export async function readRows(file: Buffer, chosen?: string): Promise<Workbook> {
  await weigh(file)
  const sheets = await readWorkbook<string>(file, { trim: false, parseNumber: numberText }).catch(
    (error: unknown) => {
      throw fileRefused('file-unreadable', { reason: String((error as Error).message ?? error) })
    },
  )
  const tables = sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map((row) => row.map((cell) => cellText(cell as CellValue))),
  }))
  const table =
    chosen === undefined
      ? tables.find(({ rows }) => rows.some((row) => !isBlankRow(row)))
      : tables.find(({ sheet }) => sheet === chosen)
  const names = tables.map(({ sheet }) => sheet)
  if (!table && chosen !== undefined) throw fileRefused('sheet-missing', { sheet: chosen })
  if (!table) throw fileRefused('file-empty')
  return { sheets: names, sheet: table.sheet, rows: table.rows }
}

async function weigh(file: Buffer): Promise<void> {
  const { packedBytes, unpackedBytes, gridCells } = workbookLimits
  if (file.length > packedBytes) throw tooLarge(packedBytes)
  const entries = archiveEntries(file)
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml'))
    throw fileRefused('file-unreadable', { reason: entries ? 'zip' : 'broken-zip' })
  let unpacked = 0
  try {
    for (const entry of entries) {
      const grid = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name) ? gridMeter() : null
      for await (const piece of unpack(file, entry)) {
        unpacked += piece.length
        if (unpacked > unpackedBytes) throw tooLarge(unpackedBytes)
        if (grid && grid(piece) > gridCells)
          throw fileRefused('file-too-large', { cells: gridCells })
      }
    }
  } catch (error) {
    if (!isBrokenStream(error)) throw error
    throw fileRefused('file-unreadable', { reason: 'broken-zip' })
  }
}

const tooLarge = (bytes: number): Error =>
  fileRefused('file-too-large', { limitMegabytes: Math.round(bytes / 1024 / 1024) })

const isBrokenStream = (error: unknown): boolean =>
  /^Z_|^ERR_(?:_?ZLIB|BUFFER)/.test((error as NodeJS.ErrnoException).code ?? '')

/** How large a grid the cell references seen so far span. */
function gridMeter(): (piece: Buffer) => number {
  let rest = ''
  let row = 0
  let column = 0
  return (piece) => {
    const text = rest + piece.toString('latin1')
    for (const found of text.matchAll(/<(?:\w+:)?(?:c|row)\s[^<>]*?\br="([A-Z]*)(\d+)"/g)) {
      row = Math.max(row, Number(found[2]))
      let at = 0
      for (const letter of found[1]!) at = at * 26 + letter.charCodeAt(0) - 64
      column = Math.max(column, at)
    }
    // A tag cut in two by the end of the piece is read again with the next.
    rest = text.slice(Math.max(0, text.lastIndexOf('<'))).slice(-200)
    return row * column
  }
}

type CellValue = string | boolean | Date | null

/** What a person sees in the cell, without E-notation. Days as `2023-01-23`. */
function cellText(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return ''
    const iso = value.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value
}

/**
 * A number without E-notation. A spreadsheet keeps fifteen digits, so a longer one has lost some
 * and stays in E-notation, by which it is refused. Hundredths are as fine as prices and sizes go,
 * and a third decimal would be taken for a thousands sign.
 */
function numberText(raw: string): string {
  const number = Number(raw)
  if (!Number.isFinite(number)) return raw
  if (!Number.isInteger(number)) return String(Math.round(number * 100) / 100)
  return Math.abs(number) < 1e15 ? String(number) : number.toExponential()
}
