// inxi --output json: keys are `007#0#2#serial`, whose first number is the order on the screen.
import { batteryFrom } from './batteries.ts'
import { isObject, nameIn, objectsIn } from './read.ts'
import { emptyInventory, type BatteryFacts, type DriveFacts, type Inventory } from './shape.ts'

type Entry = readonly [label: string, value: string]

/** `-z` hides serials as `<filter>`, and what is not there is `N/A`. */
const valueOf = (entries: readonly Entry[], label: string): string | null =>
  nameIn(entries.find(([name]) => name === label)?.[1])

/** A section's groups, each in the order of the screen. */
function sectionsOf(json: unknown): ReadonlyMap<string, readonly (readonly Entry[])[]> | null {
  const sections = new Map<string, readonly (readonly Entry[])[]>()
  for (const section of objectsIn(json))
    for (const [key, groups] of Object.entries(section)) {
      const name = /^\d{3}#\d#\d#(.+)$/.exec(key)?.[1]
      if (name === undefined) return null
      const inOrder = objectsIn(groups).map((group) =>
        Object.entries(group)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([label, value]): Entry => [label.split('#').slice(3).join('#'), String(value)]),
      )
      sections.set(name, inOrder)
    }
  return sections.size > 0 ? sections : null
}

/** `50.4/63.0 Wh (80.0%)` */
function batteryOf(entries: readonly Entry[]): BatteryFacts | null {
  const condition = entries.find(([name]) => name === 'condition')?.[1] ?? ''
  const [, full, design] = /^([\d.]{1,10})\/([\d.]{1,10}) Wh\b/.exec(condition) ?? []
  return batteryFrom({
    name: valueOf(entries, 'ID'),
    model: valueOf(entries, 'model'),
    serial: valueOf(entries, 'serial'),
    technology: valueOf(entries, 'type'),
    unit: 'µWh',
    full: Math.round(Number(full) * 1_000_000),
    design: Math.round(Number(design) * 1_000_000),
    cycles: Number(entries.find(([name]) => name === 'cycles')?.[1]),
  })
}

function driveOf(entries: readonly Entry[]): DriveFacts | null {
  const device = valueOf(entries, 'ID')
  if (device === null || !device.startsWith('/dev/')) return null
  const tech = valueOf(entries, 'tech')
  return {
    device,
    model: valueOf(entries, 'model'),
    serial: valueOf(entries, 'serial'),
    // Sizes are rounded for people: `48 MiB`.
    bytes: null,
    bytesExact: false,
    bus: valueOf(entries, 'type'),
    rotational: tech === null ? null : tech === 'HDD',
    inUse: false,
  }
}

export function readInxi(json: unknown): Inventory | null {
  if (!Array.isArray(json) || !isObject(json[0])) return null
  const sections = sectionsOf(json)
  if (!sections) return null
  // All of the machine in one line: System …, then Mobo …, then BIOS ….
  const machine = sections.get('Machine')?.flat() ?? []
  const board = machine.slice(machine.findIndex(([name]) => name === 'Mobo'))
  const bios = machine.slice(machine.findIndex(([name]) => /^(?:BIOS|UEFI)/.test(name)))
  return {
    ...emptyInventory('inxi'),
    system:
      machine.length === 0
        ? null
        : {
            manufacturer: valueOf(machine, 'System'),
            model: valueOf(machine, 'product'),
            serial: valueOf(machine, 'serial'),
            uuid: valueOf(machine, 'uuid')?.toLowerCase() ?? null,
            sku: valueOf(board, 'part-nu'),
            // inxi does not show it.
            assetTag: null,
          },
    biosVersion: valueOf(bios, 'v'),
    drives: (sections.get('Drives') ?? []).map(driveOf).filter((drive) => drive !== null),
    batteries: (sections.get('Battery') ?? []).map(batteryOf).filter((b) => b !== null),
  }
}
