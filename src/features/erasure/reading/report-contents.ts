// What a report of an unknown tool holds, so that whoever writes a profile chooses instead of types.
import { isObject } from '../rules/evidence/json.ts'
import { csvTable, elementsOf, xmlTree } from './report-rows.ts'

export interface ReportContents {
  /** XML: names of elements that can stand for one drive; those that repeat come first. */
  readonly rows: string[]
  readonly places: { readonly name: string; readonly example: string }[]
}

const mostNames = 100
const longestExample = 80

/** @returns null when the text cannot be read in that format */
export function contentsOf(
  text: string,
  format: 'csv' | 'xml',
  row: string | null,
): ReportContents | null {
  if (format === 'csv') return csvContents(text)
  const root = xmlTree(text)
  if (!isObject(root) || !text.trimStart().startsWith('<')) return null
  const first = row ? elementsOf(root, row)[0] : undefined
  return { rows: rowNames(root), places: first === undefined ? [] : placesIn(first) }
}

function csvContents(text: string): ReportContents | null {
  const table = csvTable(text)
  if (!table || table.columns.length < 2) return null
  const first = table.records.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? []
  const places = table.columns.flatMap((name, i) =>
    name === '' ? [] : [{ name, example: shortened(first[i] ?? '') }],
  )
  return { rows: [], places: places.slice(0, mostNames) }
}

const shortened = (text: string): string => text.trim().slice(0, longestExample)

function rowNames(root: unknown): string[] {
  const counts = new Map<string, number>()
  const walk = (node: unknown, depth: number): void => {
    if (Array.isArray(node)) return node.forEach((one) => walk(one, depth))
    if (!isObject(node) || depth > 12) return
    for (const [name, value] of Object.entries(node)) {
      const holders = [value].flat().filter(isObject)
      if (holders.length > 0) counts.set(name, (counts.get(name) ?? 0) + holders.length)
      walk(value, depth + 1)
    }
  }
  walk(root, 0)
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostNames)
    .map(([name]) => name)
}

/** Every place in the row that holds text, as a profile writes it: `disk/serial`, `@name`. */
function placesIn(row: unknown): ReportContents['places'] {
  const places: { name: string; example: string }[] = []
  const walk = (node: unknown, path: readonly string[]): void => {
    if (places.length >= mostNames || path.length > 6) return
    if (typeof node === 'string' && path.length > 0)
      places.push({ name: path.join('/').replace(/\/#text$/, ''), example: shortened(node) })
    else if (isObject(node))
      for (const [name, value] of Object.entries(node)) walk(value, [...path, name])
  }
  walk(row, [])
  return places
}
