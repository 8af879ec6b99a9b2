// What `omlopp inventory` prints of a capture, in one shape whichever tool took it.
import type { BatteryFacts, DriveFacts, DriveHealth, Inventory, SystemFacts } from './shape.ts'

type Printed = Readonly<Record<string, unknown>>

/**
 * @param beside captures of the same machine: what its own tool does not read of the machine they
 *   may know, such as the asset tag that only dmidecode finds
 */
export function inventoryReport(inventory: Inventory, beside: readonly Inventory[] = []): Printed {
  const { source, health, drives, batteries, claims, processor } = inventory
  if (source === 'smartctl') return printedHealth(health[0])
  if (source === 'smartctl-scan') return { devices: devicesCounted(inventory, beside), drives }
  if (source === 'lscpu') return { model: processor?.model, cpus: processor?.count }
  const sorted = asTheySit(drives)
  return {
    ...(source === 'nvme-list' && drives.length === 1 ? printedDrive(drives[0]!, []) : {}),
    ...(inventory.system ? { system: completed(inventory.system, beside) } : {}),
    ...(inventory.biosVersion === null ? {} : { biosVersion: inventory.biosVersion }),
    ...(inventory.memory.length > 0 ? { memory: inventory.memory.map(printedMemory) } : {}),
    ...(batteries.length > 0 ? { battery: printedBattery(batteries[0]!) } : {}),
    ...(batteries.length > 1 ? { batteries: batteries.map(printedBattery) } : {}),
    ...(drives.length > 0 ? { drives: sorted.map((drive) => printedDrive(drive, health)) } : {}),
    ...(drives.length === 1 ? { drive: printedDrive(drives[0]!, health) } : {}),
    // A claim of a snapshot; it proves nothing.
    ...(claims.length > 0 ? { erasure: claims[0] } : {}),
    ...(inventory.firmware.length > 0 ? { firmware: inventory.firmware } : {}),
    ...(source === 'fwupd' ? { hostSecurity: inventory.hostSecurity } : {}),
  }
}

const sameMachine = (one: SystemFacts, other: SystemFacts): boolean =>
  (one.uuid !== null && one.uuid === other.uuid) ||
  (one.serial !== null && one.serial === other.serial && one.manufacturer === other.manufacturer)

/** What is empty is filled from another capture of the same machine, by uuid or by serial number. */
function completed(system: SystemFacts, beside: readonly Inventory[]): SystemFacts {
  const others = beside.flatMap((other) =>
    other.system && sameMachine(system, other.system) ? [other.system] : [],
  )
  const fill = <K extends keyof SystemFacts>(field: K): SystemFacts[K] =>
    system[field] ?? others.find((other) => other[field] !== null)?.[field] ?? null!
  return {
    manufacturer: fill('manufacturer'),
    model: fill('model'),
    serial: fill('serial'),
    uuid: fill('uuid'),
    sku: fill('sku'),
    assetTag: fill('assetTag'),
  }
}

/** `/dev/nvme0n1` is a namespace of `/dev/nvme0`. */
const controllerOf = (device: string): string => device.replace(/^(\/dev\/nvme\d+)n\d+$/, '$1')

/** smartctl does not find what sits behind USB or virtio; the system's own list beside it does. */
function devicesCounted(scan: Inventory, beside: readonly Inventory[]): number {
  const lists = beside.filter(({ source }) => source === 'lsblk')
  const all = [scan, ...lists].flatMap(({ drives }) => drives.map(({ device }) => device))
  const named = all.filter((device): device is string => device !== null).map(controllerOf)
  return new Set(named).size
}

const rank = ({ bus, inUse }: DriveFacts): number => {
  if (inUse) return 9
  const order = ['sata', 'ata', 'sas', 'nvme', 'usb']
  const at = order.indexOf((bus ?? 'sas').toLowerCase())
  return at === -1 ? 8 : at
}

/** Inside the machine first, then what hangs on it, last what the station itself runs from. */
const asTheySit = (drives: readonly DriveFacts[]): readonly DriveFacts[] =>
  drives.some(({ inUse }) => inUse) ? drives.toSorted((a, b) => rank(a) - rank(b)) : drives

const bootNote = "the station's own boot medium: must be excluded"

function printedDrive(drive: DriveFacts, health: readonly DriveHealth[]): Printed {
  const { inUse, ...facts } = drive
  const known = health.find(({ serial }) => serial !== null && serial === drive.serial)
  const hours = known?.powerOnHours
  return {
    ...facts,
    ...(hours === null || hours === undefined ? {} : { powerOnHours: hours }),
    ...(inUse ? { excluded: true, note: bootNote } : {}),
  }
}

const printedMemory = ({ bytes, part, serial }: Inventory['memory'][number]): Printed => ({
  sizeGB: bytes / 2 ** 30,
  part,
  serial,
})

/** Energy is said in Wh as people say it; charge in µAh as the kernel does. */
function printedBattery(battery: BatteryFacts): Printed {
  const { unit, full, design, ...rest } = battery
  return unit === 'µWh'
    ? { designWh: design / 1e6, fullWh: full / 1e6, ...rest }
    : { unit: 'charge µAh', full, design, ...rest }
}

function printedHealth(health: DriveHealth | undefined): Printed {
  const entries = Object.entries(health ?? {}).filter(([, value]) => value !== null)
  return Object.fromEntries(entries)
}
