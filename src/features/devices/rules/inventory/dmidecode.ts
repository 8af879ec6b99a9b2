// dmidecode: blocks by handle, values behind one tab.
import { nameIn } from './read.ts'
import { emptyInventory, type Inventory, type MemoryFacts } from './shape.ts'

interface Block {
  readonly type: number
  readonly values: ReadonlyMap<string, string>
}

function* blocksOf(text: string): Generator<Block> {
  let block: { type: number; values: Map<string, string> } | null = null
  for (const line of text.split(/\r?\n/)) {
    const handle = /^Handle 0x[\dA-F]{1,8}, DMI type (\d{1,3}),/i.exec(line)
    if (handle) {
      if (block) yield block
      block = { type: Number(handle[1]), values: new Map() }
    } else {
      const value = /^\t([^\t:][^:]{0,60}): (.{0,300})$/.exec(line)
      if (value && block && !block.values.has(value[1] ?? ''))
        block.values.set(value[1] ?? '', (value[2] ?? '').trim())
    }
  }
  if (block) yield block
}

const units: Record<string, number> = { MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 }

function memoryIn({ values }: Block): MemoryFacts | null {
  const size = /^(\d{1,9}) (MB|GB|TB)$/.exec(values.get('Size') ?? '')
  if (!size) return null
  return {
    bytes: Number(size[1]) * (units[size[2] ?? ''] ?? 0),
    part: nameIn(values.get('Part Number')),
    serial: nameIn(values.get('Serial Number')),
  }
}

export function readDmidecode(text: string): Inventory | null {
  if (!/^# dmidecode \d/m.test(text.slice(0, 2000)) && !/^Handle 0x[\dA-F]+, DMI type/im.test(text))
    return null
  const blocks = [...blocksOf(text)]
  const first = (type: number) => blocks.find((block) => block.type === type)?.values
  const system = first(1)
  const maker = nameIn(system?.get('Manufacturer'))
  const version = nameIn(system?.get('Version'))
  const product = nameIn(system?.get('Product Name'))
  return {
    ...emptyInventory('dmidecode'),
    system: system
      ? {
          manufacturer: maker,
          // Lenovo keeps the name that people know in Version and a code in Product Name.
          model: /^lenovo$/i.test(maker ?? '') && version !== null ? version : product,
          serial: nameIn(system.get('Serial Number')),
          uuid: nameIn(system.get('UUID'))?.toLowerCase() ?? null,
          sku: nameIn(system.get('SKU Number')),
          assetTag: nameIn(first(3)?.get('Asset Tag')) ?? nameIn(first(2)?.get('Asset Tag')),
        }
      : null,
    biosVersion: first(0)?.get('Version') ?? null,
    memory: blocks
      .filter((block) => block.type === 17)
      .map(memoryIn)
      .filter((memory) => memory !== null),
  }
}
