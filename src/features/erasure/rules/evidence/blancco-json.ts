// Blancco's JSON export: what is an element in the XML is an object with one key in an array, and
// attributes are keys that begin with `@`. It is turned into the nodes that the XML parser gives,
// so that one reader and one truth table serve both.
import { isObject } from './json.ts'

const deepest = 40

/** Elements with a name of their own; any other key is the name of an entry or of a group. */
const elements = new Set([
  ...['root', 'report', 'blancco_data', 'user_data', 'entries', 'entry'],
  ...['description', 'description_entries', 'document_id', 'document_log', 'log_entry'],
  ...['author', 'product_name', 'product_version', 'product_revision', 'date'],
  ...['blancco_hardware_report', 'blancco_erasure_report', 'blancco_software_report'],
])
/** Those that the reader expects as lists, as in the XML. */
const listed = new Set(['report', 'entries', 'entry', 'log_entry'])
const textKeys = new Set(['#text', '#', '$', 'value'])

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

/** The parts of an element: its own keys, or those of every object of an array. */
function partsOf(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  return isObject(value) ? Object.entries(value) : []
}

/** `"Successful"` or `{"@type": "string", "value": "Successful"}` */
function textIn(value: unknown): string | null {
  if (isScalar(value)) return String(value)
  const parts = partsOf(value).filter(([name]) => !name.startsWith('@'))
  const [only] = parts
  return parts.length === 1 && textKeys.has(only![0]) && isScalar(only![1])
    ? String(only![1])
    : null
}

/** One whole element, rather than one part of one. */
function isWhole(value: unknown): boolean {
  if (Array.isArray(value)) return true
  const names = isObject(value) ? Object.keys(value) : []
  return names.includes('@name') || names.filter((name) => !name.startsWith('@')).length > 1
}

/** An array holds several elements, or the parts of one. */
function elementsIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) return [value]
  const names = value.flatMap((one) => partsOf(one).map(([name]) => name))
  const reports = names.filter((name) => name === 'blancco_data').length
  return value.every(isWhole) || reports > 1 ? value : [value]
}

export function nodeOfExport(value: unknown, depth = 0): unknown {
  if (depth > deepest) return null
  if (isScalar(value)) return String(value)
  const node: Record<string, unknown> = {}
  const add = (list: string, item: object) => {
    node[list] = [...((node[list] as unknown[] | undefined) ?? []), item]
  }
  for (const [name, part] of partsOf(value)) {
    if (name.startsWith('@')) node[name] = isScalar(part) ? String(part) : null
    else if (textKeys.has(name)) node['#text'] = isScalar(part) ? String(part) : null
    else if (listed.has(name))
      for (const one of elementsIn(part)) {
        const child = nodeOfExport(one, depth + 1)
        add(name, isObject(child) ? child : { '#text': child })
      }
    else if (elements.has(name)) node[name] = textIn(part) ?? nodeOfExport(part, depth + 1)
    else addNamed(add, name, part, depth)
  }
  return node
}

/** A key that is no element names an entry when it holds a text, otherwise a group of entries. */
function addNamed(
  add: (list: string, item: object) => void,
  name: string,
  part: unknown,
  depth: number,
): void {
  const text = textIn(part)
  if (text !== null) return add('entry', { '@name': name, '#text': text })
  for (const one of elementsIn(part)) {
    const child = nodeOfExport(one, depth + 1)
    add('entries', { ...(isObject(child) ? child : {}), '@name': name })
  }
}
