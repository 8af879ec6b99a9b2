// lshw -json: a tree of classes; the root is one object, or a list of one in newer versions.
import { isObject, nameIn, numberIn, objectsIn, textIn, type JsonObject } from './read.ts'
import { emptyInventory, type DriveFacts, type Inventory } from './shape.ts'

interface Node {
  readonly node: JsonObject
  readonly parent: JsonObject | null
}

function* walk(node: JsonObject, parent: JsonObject | null = null, depth = 0): Generator<Node> {
  yield { node, parent }
  if (depth < 40)
    for (const child of objectsIn(node['children'])) yield* walk(child, node, depth + 1)
}

/** `Latitud 7420 (emulerad) (0A36)` with SKU 0A36: the last parenthesis is lshw's own. */
function modelOf(product: string | null, sku: string | null): string | null {
  const tail = ` (${sku})`
  return product !== null && sku !== null && product.endsWith(tail)
    ? product.slice(0, -tail.length)
    : product
}

const devicesOf = (node: JsonObject): readonly string[] =>
  [node['logicalname']].flat().filter((name): name is string => typeof name === 'string')

/** An NVMe namespace has a size and its controller the name and serial. */
function driveOf({ node, parent }: Node): DriveFacts | null {
  const bytes = numberIn(node['size'])
  const holder = textIn(node['id'])?.startsWith('namespace') && parent ? parent : node
  const serial = nameIn(holder['serial'])
  if (node['class'] !== 'disk' || bytes === null || (serial === null && node['id'] === 'medium'))
    return null
  return {
    device: devicesOf(node)[0] ?? null,
    model: textIn(holder['product']),
    serial,
    bytes: node['units'] === undefined || node['units'] === 'bytes' ? bytes : null,
    bytesExact: true,
    bus: textIn(node['businfo'])?.split('@')[0] ?? null,
    rotational: null,
    inUse: false,
  }
}

export function readLshw(json: unknown): Inventory | null {
  const root = Array.isArray(json) ? json[0] : json
  if (!isObject(root) || root['class'] !== 'system' || !('id' in root)) return null
  const configuration = isObject(root['configuration']) ? root['configuration'] : {}
  const sku = textIn(configuration['sku'])
  const nodes = [...walk(root)]
  const only = (test: (node: JsonObject) => boolean | undefined) =>
    nodes.filter(({ node }) => test(node)).map(({ node }) => node)
  const firmware = only((node) => node['id'] === 'firmware')[0]
  const banks = only(
    (node) => textIn(node['id'])?.startsWith('bank') && numberIn(node['size']) !== null,
  )
  return {
    ...emptyInventory('lshw'),
    system: {
      manufacturer: nameIn(root['vendor']),
      model: modelOf(nameIn(root['product']), sku),
      serial: nameIn(root['serial']),
      uuid: nameIn(configuration['uuid'])?.toLowerCase() ?? null,
      sku,
      // lshw does not read the chassis' asset tag.
      assetTag: null,
    },
    biosVersion: textIn(firmware?.['version']),
    memory: banks.map((bank) => ({
      bytes: numberIn(bank['size']) ?? 0,
      part: nameIn(bank['product']),
      serial: nameIn(bank['serial']),
    })),
    drives: nodes.map(driveOf).filter((drive) => drive !== null),
  }
}
