// The rows of a report in CSV or XML, as a profile names them.
import { XMLParser } from 'fast-xml-parser'
import { findDelimiter, scanner } from '../../devices/reading/delimited.ts'
import { isObject, largestDocument } from '../rules/evidence/json.ts'
import { mappedEvidence, type ReportProfile, type ReportRow } from '../rules/evidence/profile.ts'
import type { Evidence } from '../rules/evidence/shape.ts'

const mostRows = 2000

/** Reads a report by the first profile that it fits; null when it fits none. */
export function readByProfile(text: string, profiles: readonly ReportProfile[]): Evidence | null {
  if (text.length > largestDocument) return null
  for (const profile of profiles) {
    const rows = profile.format === 'csv' ? csvRows(text, profile) : xmlRows(text, profile)
    const evidence = mappedEvidence(rows, profile)
    if (evidence) return evidence
  }
  return null
}

export interface CsvTable {
  readonly columns: readonly string[]
  readonly records: readonly (readonly string[])[]
}

export function csvTable(text: string): CsvTable | null {
  const plain = text.replace(/^\ufeff/, '')
  const scan = scanner(findDelimiter(plain.slice(0, 20_000)))
  const [heading = [], ...records] = [...scan.write(plain), ...scan.end()]
  return scan.broken() ? null : { columns: heading.map((name) => name.trim()), records }
}

/** It fits when every column that the profile names is in the heading. */
function csvRows(text: string, profile: ReportProfile): ReportRow[] {
  const read = csvTable(text)
  if (!read) return []
  const { columns, records } = read
  if (Object.values(profile.fields).some((place) => !columns.includes(place))) return []
  return records
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, mostRows)
    .map((cells) => (place) => cells[columns.indexOf(place)] ?? null)
}

// Numbers stay text (a serial may be 0123), and no entity is expanded.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
})

/** @returns null when it is not well formed */
export function xmlTree(text: string): unknown {
  try {
    return parser.parse(text, true)
  } catch {
    return null
  }
}

/** It fits when there are such rows, and each has what the profile calls the serial number's place. */
function xmlRows(text: string, profile: ReportProfile): ReportRow[] {
  if (!text.includes(`<${profile.row}`)) return []
  const root = xmlTree(text)
  const rows = elementsOf(root, profile.row!).slice(0, mostRows)
  return rows.map((element) => (place) => valueAt(element, place))
}

export function elementsOf(node: unknown, name: string, depth = 0): unknown[] {
  if (Array.isArray(node)) return node.flatMap((one) => elementsOf(one, name, depth))
  if (!isObject(node) || depth > 12) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === name ? [value].flat() : elementsOf(value, name, depth + 1),
  )
}

function valueAt(element: unknown, place: string): string | null {
  const found = place
    .split('/')
    .reduce<unknown>((node, step) => (isObject(node) ? node[step] : undefined), element)
  if (typeof found === 'string') return found
  return isObject(found) && typeof found['#text'] === 'string' ? found['#text'] : null
}
