// Delimited text to records. Written by hand since it reads a mix of line ends, a quote inside an
// unquoted cell (`13" skärm`) and 100 000 rows in a tenth of the time of csv-parse, which the
// tests use as an oracle.

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** A cell as long as this comes from a quote that is never closed, not from a person. */
const longestCell = 1_000_000

export interface Scanner {
  /** Takes a piece of text and gives the records that ended in it. */
  write(text: string): string[][]
  /** The last record, when the file does not end with a line end. */
  end(): string[][]
  /** True once a cell has grown past every limit, or the file ended within quotes. */
  readonly broken: () => boolean
}

/** Cells are cut at CR, LF or CRLF, whichever comes; quotes as in RFC 4180, else taken as text. */
export function scanner(delimiter: Delimiter): Scanner {
  const comma = delimiter.charCodeAt(0)
  let rest = ''
  let afterCarriageReturn = false
  let broken = false

  function scan(text: string, last: boolean): string[][] {
    const records: string[][] = []
    const length = text.length
    let at = 0
    let recordStart = 0
    let cells: string[] = []
    if (afterCarriageReturn && length > 0) {
      if (text.charCodeAt(0) === 10) at = recordStart = 1
      afterCarriageReturn = false
    }
    while (at < length || (last && cells.length > 0)) {
      let cell = ''
      if (text.charCodeAt(at) === 34) {
        // A quoted cell: up to the quote that is not doubled.
        let from = at + 1
        let close: number
        for (;;) {
          close = text.indexOf('"', from)
          // A quote at the very end may be the first of two.
          if (close < 0 || (close === length - 1 && !last)) return hold(text, recordStart, records)
          if (text.charCodeAt(close + 1) !== 34) break
          cell += text.slice(from, close + 1)
          from = close + 2
        }
        cell += text.slice(from, close)
        at = close + 1
      }
      // The cell, or what a careless writer put after the closing quote.
      let end = at
      let code = 0
      for (; end < length; end++) {
        code = text.charCodeAt(end)
        if (code === comma || code === 10 || code === 13) break
      }
      if (end === length && !last) return hold(text, recordStart, records)
      cells.push(end === at ? cell : cell === '' ? text.slice(at, end) : cell + text.slice(at, end))
      at = end + 1
      if (end < length && code === comma) continue
      if (end < length && code === 13) {
        if (at < length) at += text.charCodeAt(at) === 10 ? 1 : 0
        else afterCarriageReturn = !last
      }
      records.push(cells)
      cells = []
      recordStart = at
    }
    // A piece that ends at a delimiter leaves a record open.
    rest = text.slice(recordStart)
    return records
  }

  /** Keeps the record that has not ended for the next piece. */
  function hold(text: string, from: number, records: string[][]): string[][] {
    rest = text.slice(from)
    if (rest.length > longestCell) broken = true
    return records
  }

  return {
    write: (text) => (broken || text === '' ? [] : scan(rest + text, false)),
    end() {
      if (broken || rest === '') return []
      const records = scan(rest, true)
      if (rest !== '') broken = true
      return records
    },
    broken: () => broken,
  }
}

/** `sep=;`: Excel's own first line, which it reads and does not show. */
export function separatorLine(text: string): { delimiter: Delimiter; length: number } | null {
  const found = /^"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i.exec(text)
  return found ? { delimiter: found[1] as Delimiter, length: found[0].length } : null
}

/** The delimiter that cuts most records into the same number of cells. */
export function findDelimiter(sample: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const scan = scanner(delimiter)
    const complete = scan.write(sample)
    const records = (complete.length > 1 ? complete : [...complete, ...scan.end()])
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .slice(0, 200)
    const { width, share } = usualWidth(records)
    // The same number everywhere weighs more than many: `Namn;Pris` over `1,5`.
    const score = width < 2 ? 0 : share * share * Math.sqrt(width)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The most usual number of cells, and the share of the records that have it. */
export function usualWidth(records: readonly (readonly string[])[]): {
  width: number
  share: number
} {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  let width = 0
  let most = 0
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) {
      width = length
      most = count
    }
  return { width, share: records.length === 0 ? 0 : most / records.length }
}
