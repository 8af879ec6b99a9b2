// JSON from the interfaces of device management and asset systems, to the same rows as a file.
import { decodeWhole, type Encoding } from './decode.ts'
import { fileRefused } from './refused.ts'

export const documentLimitBytes = 100 * 1024 * 1024

/** Items of a list that become columns: two IMEI numbers, a handful of drives. */
const listedItems = 8
const deepest = 6

/** Keys that open a device. They are of no use in a register and must not reach it. */
const secrets = /bypasscode|recoverykey|unlocktoken|passcode|password|(?:^|\.)pin$/i

export interface Document {
  readonly headings: string[]
  readonly rows: string[][]
  readonly encoding: Encoding
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type JsonObject = { [name: string]: Json }

export function readDocument(bytes: Uint8Array, chosen?: Encoding): Document {
  const { text, encoding } = decodeWhole(bytes, chosen)
  const items = listOf(parse(text))
  // Snipe-IT escapes its text for a web page, also in JSON (AssetsTransformer, `e()`).
  const escaped = items.some((item) => 'asset_tag' in item && 'status_label' in item)
  const columns = new Map<string, number>()
  const rows = items.map((item) => {
    const cells: string[] = []
    flatten(item, '', 0, (path, value) => {
      let column = columns.get(path)
      if (column === undefined) columns.set(path, (column = columns.size))
      cells[column] = escaped ? withoutEntities(value) : value
    })
    return cells
  })
  const headings = [...columns.keys()]
  const filled = rows.map((cells) => headings.map((_, i) => cells[i] ?? ''))
  return { headings, rows: filled, encoding }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw fileRefused('file-unreadable', { reason: 'json' })
  }
}

/** The longest list of objects, wherever the interface put it. */
function listOf(root: Json): JsonObject[] {
  let best: JsonObject[] | null = null
  let level: Json[] = [root]
  for (let depth = 0; depth < deepest && !best; depth++) {
    const next: Json[] = []
    for (const node of level) {
      if (Array.isArray(node)) {
        const objects = node.filter(isObject)
        if (objects.length > (best?.length ?? 0)) best = objects
      } else if (isObject(node)) next.push(...Object.values(node))
    }
    level = next
  }
  if (!best) throw fileRefused(emptyList(root) ? 'file-empty' : 'heading-missing')
  return best
}

const emptyList = (node: Json): boolean =>
  Array.isArray(node) ? node.length === 0 : isObject(node) && Object.values(node).some(emptyList)

const isObject = (node: Json): node is JsonObject =>
  node !== null && typeof node === 'object' && !Array.isArray(node)

function flatten(
  node: Json,
  path: string,
  depth: number,
  put: (path: string, value: string) => void,
): void {
  if (secrets.test(path) || depth > deepest) return
  if (Array.isArray(node)) {
    // The first of a list stands under the plain name, so that one is found like none.
    for (const [i, item] of node.slice(0, listedItems).entries())
      flatten(item, i === 0 ? path : `${path}.${i + 1}`, depth + 1, put)
  } else if (isObject(node)) {
    for (const [name, value] of Object.entries(node))
      flatten(value, path === '' ? name : `${path}.${name}`, depth + 1, put)
  } else put(path, scalarText(node))
}

function scalarText(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'string') return /^(?:0001|9999)-\d\d-\d\d/.test(value) ? '' : value
  if (typeof value === 'boolean' || Number.isInteger(value)) return String(value)
  return String(Math.round(value * 100) / 100)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `&amp;`, `&#039;`, `&#x27;` to the signs they stand for, once. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(amp|lt|gt|quot|apos));/gi,
    (_, decimal?: string, hex?: string, name?: string) =>
      name !== undefined
        ? entities[name.toLowerCase()]!
        : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)),
  )
}
