// Block devices for tests of the station: loop devices over files, and over a file system that lies.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './command.ts'

const said = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, PATH: tools } })
const tools = `${process.env['PATH']}:/usr/sbin:/sbin`

/** Why this machine cannot wipe a loop device, or null when it can. */
export function lacking(more: 'fuse' | null = null): string | null {
  if (process.platform !== 'linux') return 'not Linux'
  if (process.getuid?.() !== 0) return 'not root'
  for (const tool of ['losetup', 'lsblk', 'nwipe'])
    if (said('sh', ['-c', `command -v ${tool}`]).status !== 0) return `no ${tool}`
  if (said('losetup', ['-f']).status !== 0) return 'no free loop device'
  if (more === 'fuse')
    try {
      accessSync('/dev/fuse')
    } catch {
      return 'no /dev/fuse'
    }
  return null
}

export interface Loop {
  readonly path: string
  readonly file: string
  detach(): void
}

/** Nowhere zero, so that a single byte left is seen. */
function fullOfData(bytes: number): Buffer {
  const content = Buffer.alloc(bytes)
  for (let at = 0; at < bytes; at += 32)
    createHash('sha256').update(`block ${at}`).digest().copy(content, at)
  for (let at = 0; at < bytes; at++) if (content[at] === 0) content[at] = 1
  return content
}

function loopOver(file: string): Loop {
  const made = said('losetup', ['-f', '--show', file])
  const path = made.stdout.trim()
  if (!/^\/dev\/loop\d+$/.test(path)) throw new Error(`losetup: ${made.stderr}`)
  return { path, file, detach: () => void said('losetup', ['-d', path]) }
}

export function loopWithData(folder: string, name: string, bytes: number): Loop {
  const file = join(folder, name)
  writeFileSync(file, fullOfData(bytes))
  return loopOver(file)
}

export interface FalseDrive extends Loop {
  readonly server: ChildProcess
}

/** `drop` keeps no write, `die=N` fails after N bytes, `slow=MS` takes its time. */
export async function falseDrive(folder: string, bytes: number, mode: string): Promise<FalseDrive> {
  const mount = join(folder, `fuse-${mode.replace('=', '-')}`)
  mkdirSync(mount)
  const script = join(root, 'test/support/false-drive.mjs')
  const server = spawn(process.execPath, [script, mount, String(bytes), mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let ready = false
  server.stdout.on('data', (text: Buffer) => (ready ||= text.includes('ready')))
  for (let tries = 0; !ready; tries++) {
    if (server.exitCode !== null || tries > 300) throw new Error('the false drive did not come up')
    await pause(50)
  }
  const loop = loopOver(join(mount, 'drive'))
  return {
    ...{ path: loop.path, file: loop.file, server },
    detach: () => {
      // With its server gone every request fails at once, and nothing waits for it any longer.
      server.kill('SIGKILL')
      loop.detach()
      said('umount', ['-l', mount])
    },
  }
}

/** As the kernel mounts it; false where the machine has no file system to make. */
export function mountFresh({ path }: Loop, on: string): boolean {
  if (said('mkfs.ext4', ['-q', '-F', path]).status !== 0) return false
  mkdirSync(on, { recursive: true })
  return said('mount', [path, on]).status === 0
}
export const unmount = (on: string) => void said('umount', [on])

export const bytesOf = (file: string): Buffer =>
  existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
