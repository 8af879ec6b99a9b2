// Which row of a table is its heading, and what its columns are called.
import { usualWidth } from './delimited.ts'

const isBlank = (cell: string): boolean => cell.trim() === ''
export const isBlankRow = (cells: readonly string[]): boolean => cells.every(isBlank)

/** Titles and notes above a heading are looked past for this many rows. */
const lookedThrough = 40

/**
 * The heading among the first rows: the first that fills half of the usual width.
 * @returns its index; null when the first full row reads as values rather than titles
 */
export function findHeading(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.filter((cells) => !isBlankRow(cells))
  // A spreadsheet is as wide as its widest row, so the cells in use are what is counted.
  const inUse = filled.map((cells) => cells.slice(0, cells.findLastIndex((c) => !isBlank(c)) + 1))
  const { width } = usualWidth(inUse)
  const needed = width < 3 ? width : Math.max(2, Math.ceil(width / 2))
  for (let i = 0; i < Math.min(rows.length, lookedThrough); i++) {
    const titles = rows[i]!.filter((cell) => !isBlank(cell))
    if (titles.length === 0 || titles.length < needed) continue
    const values = titles.filter(looksLikeValue).length
    return values / titles.length >= 0.4 ? null : i
  }
  return null
}

/** A number, day, address, MAC, or a serial number: nobody calls a column that. */
function looksLikeValue(cell: string): boolean {
  const text = cell.trim()
  if (/^[\d\s.,:/$€+-]+$/.test(text)) return true
  if (/^\S+@\S+\.\S+$/.test(text)) return true
  if (/^(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}$/i.test(text)) return true
  return /^[A-Z0-9-]{6,}$/.test(text) && (text.match(/\d/g) ?? []).length >= 3
}

/** Titles as shown: a repeated one is numbered, an empty one is called by its column letter. */
export function shownHeadings(cells: readonly string[]): string[] {
  const taken = new Set<string>()
  return cells.map((cell, i) => {
    const title = cell.replace(/[\s\u00a0\ufeff]+/g, ' ').trim() || `(${columnLetter(i)})`
    let shown = title
    for (let n = 2; taken.has(shown); n++) shown = `${title} (${n})`
    taken.add(shown)
    return shown
  })
}

/** The letters a spreadsheet shows over a column: 0 is A, 26 is AA. */
function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}
