// What the kernel says of block devices, and of what the system itself stands on.
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { jsonIn } from '../features/devices/rules/inventory/read.ts'
import { sortDrives, type ListedDrive, type Sorted, type SystemView } from './rules/exclude.ts'
import { runTool } from './tools.ts'

export async function findDrives(allow: { readonly loop: boolean }): Promise<Sorted> {
  const lsblk = await runTool('lsblk', ['-J', '-O', '-b'], { timeoutMs: 30_000 })
  return sortDrives(viewOf(jsonIn(lsblk.stdout)), allow)
}

/** The drive as it is now: another serial or size at the same path is another drive. */
export async function findAgain(path: string): Promise<ListedDrive | null> {
  const { drives, excluded } = await findDrives({ loop: true })
  return [...drives, ...excluded].find((drive) => drive.path === path) ?? null
}

function viewOf(lsblk: unknown): SystemView {
  const names = list('/sys/class/block')
  return {
    lsblk,
    mounts: linesOf('/proc/self/mountinfo'),
    swaps: linesOf('/proc/swaps').slice(1),
    bootNumbers: ['/', '/boot', '/boot/efi', '/usr'].flatMap(numberUnder),
    holders: Object.fromEntries(
      names.map((name) => [name, list(`/sys/class/block/${name}/holders`)]),
    ),
    loopFiles: Object.fromEntries(
      names.flatMap((name) => {
        const file = read(`/sys/class/block/${name}/loop/backing_file`).trim()
        return file ? [[name, file]] : []
      }),
    ),
  }
}

/** The device number under a path, and those of what that device is laid on (LVM, RAID, crypt). */
function numberUnder(path: string): string[] {
  try {
    const { dev } = statSync(path)
    const number = `${major(dev)}:${minor(dev)}`
    const link = readlinkSync(`/sys/dev/block/${number}`)
    const name = link.slice(link.lastIndexOf('/') + 1)
    const below = list(`/sys/class/block/${name}/slaves`).map((slave) =>
      read(`/sys/class/block/${slave}/dev`).trim(),
    )
    return [number, ...below]
  } catch {
    return []
  }
}

// As the kernel packs them (include/linux/kdev_t.h, new_encode_dev).
const major = (dev: number): number => Math.floor(dev / 256) % 4096
const minor = (dev: number): number => (dev % 256) + Math.floor(dev / 1_048_576) * 256

/** Bytes read and written since the device came, as the kernel counts them past every cache. */
export function bytesMoved(name: string): { readonly read: number; readonly written: number } {
  const fields = read(`/sys/class/block/${name}/stat`).trim().split(/\s+/).map(Number)
  return { read: (fields[2] ?? 0) * 512, written: (fields[6] ?? 0) * 512 }
}

export const ramBytes = (): number | null => {
  const kib = /^MemTotal:\s+(\d+) kB/m.exec(read('/proc/meminfo'))?.[1]
  return kib === undefined ? null : Number(kib) * 1024
}

const linesOf = (path: string): string[] => read(path).split('\n').filter(Boolean)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
