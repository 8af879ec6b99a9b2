// Which drives may be wiped, and which never: above all not the one that the station runs from.
import { isPlaceholderSerial } from '../../features/devices/rules/serial.ts'
import {
  isObject,
  nameIn,
  objectsIn,
  textIn,
  type JsonObject,
} from '../../features/devices/rules/inventory/read.ts'

export const exclusions = [
  /** It holds `/`, `/boot` or what the running system was started from. */
  'boot',
  'mounted',
  'swap',
  /** LVM, RAID, an encrypted volume or another layer lies open on it. */
  'held',
  /** The same serial number as the boot medium: another path to it. */
  'serial-of-boot',
  'loop',
  /** Memory, a CD, a layer: nothing that is handed in. */
  'not-a-drive',
  'read-only',
  'empty',
] as const
export type Exclusion = (typeof exclusions)[number]

export interface ListedDrive {
  readonly path: string
  readonly name: string
  readonly number: string
  readonly model: string | null
  readonly serial: string | null
  readonly wwn: string | null
  readonly bytes: number
  readonly transport: string | null
  readonly rotational: boolean | null
  /** Where it sits: `2:0:0:0`, or the name of the controller. */
  readonly bay: string | null
}
export interface ExcludedDrive extends ListedDrive {
  readonly reasons: readonly Exclusion[]
  /** What was seen: a mount point, a holder. */
  readonly seen: readonly string[]
}

/** What the running system says of itself. */
export interface SystemView {
  /** `lsblk -J -O -b`. */
  readonly lsblk: unknown
  /** Lines of /proc/self/mountinfo. */
  readonly mounts: readonly string[]
  /** Lines of /proc/swaps, without its heading. */
  readonly swaps: readonly string[]
  /** Device numbers `major:minor` under `/`, `/boot` and their kin, by stat. */
  readonly bootNumbers: readonly string[]
  /** Names below /sys/block/…/holders, by the name of the device. */
  readonly holders: Readonly<Record<string, readonly string[]>>
  /** File under a loop device, by its name. */
  readonly loopFiles: Readonly<Record<string, string>>
}

export interface Sorted {
  readonly drives: readonly ListedDrive[]
  readonly excluded: readonly ExcludedDrive[]
}

const bootPoints = new Set(['/', '/boot', '/boot/efi', '/usr', '/run/live/medium', '/cdrom'])
const drivesOnly = new Set(['disk', 'loop'])

interface Mount {
  readonly number: string
  readonly point: string
  readonly source: string
}

/** `36 35 254:0 / / rw,relatime - ext4 /dev/vda rw` */
function mountOf(line: string): Mount | null {
  const [before, after] = line.split(' - ')
  const fields = (before ?? '').split(' ')
  const [number, point] = [fields[2], fields[4]]
  if (!number || !point) return null
  return { number, point: point.replace(/\\040/g, ' '), source: after?.split(' ')[1] ?? '' }
}

function* withChildren(node: JsonObject, depth = 0): Generator<JsonObject> {
  yield node
  if (depth < 20)
    for (const child of objectsIn(node['children'])) yield* withChildren(child, depth + 1)
}

export function sortDrives(view: SystemView, allow: { readonly loop: boolean }): Sorted {
  const roots = isObject(view.lsblk) ? objectsIn(view.lsblk['blockdevices']) : []
  const mounts = view.mounts.map(mountOf).filter((mount) => mount !== null)
  const judged = roots.map((node) => ({
    drive: driveOf(node),
    ...judge(node, view, mounts, allow),
  }))
  const bootSerials = new Set(
    judged
      .filter(({ reasons }) => reasons.has('boot'))
      .flatMap(({ drive }) => [drive.serial, drive.wwn])
      .filter((name) => name !== null),
  )
  for (const { drive, reasons } of judged)
    if (!reasons.has('boot') && [drive.serial, drive.wwn].some((n) => n && bootSerials.has(n)))
      reasons.add('serial-of-boot')
  return {
    drives: judged.filter(({ reasons }) => reasons.size === 0).map(({ drive }) => drive),
    excluded: judged
      .filter(({ reasons }) => reasons.size > 0)
      .map(({ drive, reasons, seen }) => ({
        ...drive,
        reasons: exclusions.filter((one) => reasons.has(one)),
        seen: [...new Set(seen)],
      })),
  }
}

function judge(
  node: JsonObject,
  view: SystemView,
  mounts: readonly Mount[],
  allow: { readonly loop: boolean },
): { reasons: Set<Exclusion>; seen: string[] } {
  const reasons = new Set<Exclusion>()
  const seen: string[] = []
  for (const part of withChildren(node)) {
    const here = {
      ...{ name: textIn(part['kname']) ?? textIn(part['name']) ?? '' },
      ...{ path: textIn(part['path']) ?? '', number: textIn(part['maj:min']) ?? '' },
    }
    const on = mounts.filter(
      ({ number, source }) => number === here.number || (source !== '' && source === here.path),
    )
    const points = [part['mountpoint'], part['mountpoints']].flat().map(textIn)
    const all = [...on.map(({ point }) => point), ...points.filter((point) => point !== null)]
    for (const point of all) {
      reasons.add(point === '[SWAP]' ? 'swap' : bootPoints.has(point) ? 'boot' : 'mounted')
      seen.push(point)
    }
    if (view.bootNumbers.includes(here.number)) reasons.add('boot')
    if (view.swaps.some((line) => line.split(/\s/)[0] === here.path)) reasons.add('swap')
    const held = view.holders[here.name] ?? []
    if (held.length > 0) {
      reasons.add('held')
      seen.push(...held)
    }
    const layer = part !== node && !['part', 'disk'].includes(textIn(part['type']) ?? '')
    if (layer) {
      reasons.add('held')
      seen.push(here.name)
    }
  }
  const name = textIn(node['name']) ?? ''
  const type = textIn(node['type']) ?? ''
  if (!drivesOnly.has(type) || /^(?:zram|ram|sr|fd|md|dm-|nbd)/.test(name))
    reasons.add('not-a-drive')
  if (type === 'loop') {
    if (!allow.loop) reasons.add('loop')
    const file = view.loopFiles[name]
    if (file) seen.push(file)
  }
  if (node['ro'] === true || node['ro'] === '1') reasons.add('read-only')
  if (sizeOf(node) === 0) reasons.add('empty')
  return { reasons, seen }
}

const sizeOf = (node: JsonObject): number => {
  const bytes = Number(node['size'])
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0
}

function driveOf(node: JsonObject): ListedDrive {
  const name = textIn(node['name']) ?? ''
  const serial = nameIn(node['serial'])
  const rota = node['rota']
  return {
    name,
    path: textIn(node['path']) ?? `/dev/${name}`,
    number: textIn(node['maj:min']) ?? '',
    model: textIn(node['model']),
    serial: serial !== null && !isPlaceholderSerial(serial) ? serial : null,
    wwn: textIn(node['wwn']),
    bytes: sizeOf(node),
    transport: textIn(node['tran']),
    rotational:
      rota === true || rota === '1' ? true : rota === false || rota === '0' ? false : null,
    bay: textIn(node['hctl']),
  }
}
