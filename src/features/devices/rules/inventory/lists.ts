// The tools that list: lsblk, nvme list and lscpu.
import { nameIn, numberIn, objectsIn, textIn, type JsonObject } from './read.ts'
import { emptyInventory, type DriveFacts, type Inventory } from './shape.ts'

const powers: Record<string, number> = { B: 0, K: 1, M: 2, G: 3, T: 4, P: 5 }

/** Bytes with `-b`, otherwise a text such as `465.8G`, rounded to one decimal of a power of 1024. */
function sizeOf(value: unknown): { bytes: number | null; bytesExact: boolean } {
  const exact = numberIn(value) ?? (/^\d{1,16}$/.test(String(value)) ? Number(value) : null)
  if (exact !== null) return { bytes: exact, bytesExact: true }
  const [, number, unit] = /^(\d{1,6}(?:[.,]\d{1,2})?)([BKMGTP])$/.exec(textIn(value) ?? '') ?? []
  if (number === undefined) return { bytes: null, bytesExact: false }
  const bytes = Number(number.replace(',', '.')) * 1024 ** (powers[unit ?? 'B'] ?? 0)
  return { bytes: Math.round(bytes), bytesExact: false }
}

/** Mounted anywhere in its tree, also as swap. */
function isMounted(node: JsonObject, depth = 0): boolean {
  const points = [node['mountpoint'], node['mountpoints']].flat()
  if (points.some((point) => typeof point === 'string' && point !== '')) return true
  return depth < 20 && objectsIn(node['children']).some((child) => isMounted(child, depth + 1))
}

export function readLsblk(json: JsonObject): Inventory | null {
  if (!Array.isArray(json['blockdevices'])) return null
  const disks = objectsIn(json['blockdevices']).filter((node) => node['type'] === 'disk')
  const drives = disks.map((node): DriveFacts => {
    const name = textIn(node['name'])
    const rota = node['rota']
    return {
      device: textIn(node['path']) ?? (name === null ? null : `/dev/${name}`),
      model: textIn(node['model']),
      serial: nameIn(node['serial']),
      ...sizeOf(node['size']),
      bus: textIn(node['tran']),
      rotational:
        rota === true || rota === '1' ? true : rota === false || rota === '0' ? false : null,
      inUse: isMounted(node),
    }
  })
  return { ...emptyInventory('lsblk'), drives }
}

export function readNvmeList(json: JsonObject): Inventory | null {
  const devices = objectsIn(json['Devices'])
  if (devices.length === 0 || !('SerialNumber' in (devices[0] ?? {}))) return null
  const drives = devices.map((device): DriveFacts => ({
    device: textIn(device['DevicePath']),
    model: textIn(device['ModelNumber']),
    serial: nameIn(device['SerialNumber']),
    bytes: numberIn(device['PhysicalSize']),
    bytesExact: true,
    bus: 'nvme',
    rotational: false,
    inUse: false,
  }))
  return { ...emptyInventory('nvme-list'), drives }
}

export function readLscpu(json: JsonObject): Inventory | null {
  const fields = objectsIn(json['lscpu'])
  if (fields.length === 0) return null
  const all = fields.flatMap(function flat(field): JsonObject[] {
    return [field, ...objectsIn(field['children']).flatMap(flat)]
  })
  const valueOf = (name: string): string | null =>
    textIn(all.find((field) => field['field'] === `${name}:`)?.['data'])
  const count = Number(valueOf('CPU(s)') ?? Number.NaN)
  return {
    ...emptyInventory('lscpu'),
    processor: { model: valueOf('Model name'), count: Number.isInteger(count) ? count : null },
  }
}
