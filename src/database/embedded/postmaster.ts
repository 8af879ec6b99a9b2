// The running server of a cluster: where it is, starting it, stopping it.
//
// PostgreSQL itself guards that only one server works in a cluster (postmaster.pid, the socket's
// lock, a shared memory block), so we need no lock of our own: of two starts at one instant one
// wins, and the other finds the winner.

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, rmSync, statfsSync } from 'node:fs'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, quietEnvironment } from './account.ts'
import { isAlive, worksIn } from './processes.ts'

export const port = 5432

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly ready: boolean
}

/** What postmaster.pid says; null when there is none, or it is being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    return {
      pid,
      port: Number(lines[3]) || port,
      socketFolder: lines[4] ?? '',
      ready: lines[7]?.trim() === 'ready',
    }
  } catch {
    return null
  }
}

/** Durable for the cluster, loose for memory; for a machine of two cores and plenty of memory. */
export function settings(socketFolder: string, memory: boolean): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: quoted(socketFolder),
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '100',
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_compression: 'on',
    // Nothing replicates from here; loading into new tables need not be logged twice.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '2GB',
    min_wal_size: memory ? '80MB' : '256MB',
    dynamic_shared_memory_type: sharedMemory(),
    lc_messages: 'C',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A week of logs that replace themselves.
    logging_collector: 'on',
    log_filename: 'postgresql-%u.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_checkpoints: 'off',
    ...(memory
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'on' }
      : { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const quoted = (path: string): string => `"${path.replaceAll('"', '""')}"`

/** Containers often give 64 MB of /dev/shm, which a parallel query exceeds; then use files. */
function sharedMemory(): string {
  if (process.platform !== 'linux') return 'posix'
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize >= 1024 ** 3 ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}

export interface Launched {
  readonly child: ChildProcess
  /** What it has said so far; at first to us, later to its own log. */
  readonly said: () => string
  readonly close: () => void
}

/** Starts the server in a group of its own, so that Ctrl-C reaches us and we stop it in order. */
export function launch(
  postgres: string,
  account: Account,
  places: { readonly cluster: string; readonly run: string },
  args: readonly string[],
): Launched {
  // A file and not a pipe, since the server outlives a killed parent; nameless, so nothing is left.
  const file = join(places.run, `start-${randomUUID()}.log`)
  const log = openSync(file, 'w+', 0o600)
  rmSync(file)
  const [command = postgres, ...rest] = [...account.prefix, postgres, '-D', places.cluster, ...args]
  const child = spawn(command, rest, {
    ...account.ids,
    cwd: '/',
    env: quietEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  const said = (): string => {
    const bytes = Buffer.alloc(16_384)
    return bytes.toString('utf8', 0, readSync(log, bytes, 0, bytes.length, 0))
  }
  return { child, said, close: () => closeSync(log) }
}

/**
 * A crash leaves postmaster.pid behind, and its number may by now be another program's; PostgreSQL
 * then believes a server is running. A lock that names our own number it takes as ours to replace,
 * and still checks the shared memory block, so nothing that guards the data is lost.
 */
export async function freeStaleLock(
  file: string,
  stalePid: number,
  account: Account,
): Promise<void> {
  await withClaimed(file, async (claimed) => {
    const [first, ...rest] = (await readFile(claimed, 'utf8')).split('\n')
    if (Number(first) !== stalePid) return
    account.give(claimed)
    await writeFile(claimed, [String(process.pid), ...rest].join('\n'))
  })
}

/** A lock is empty for an instant while it is made; one that stays so is left from a power cut. */
export async function clearEmptyLock(file: string): Promise<void> {
  const isForgotten = ({ size, mtimeMs }: { size: number; mtimeMs: number }): boolean =>
    size === 0 && mtimeMs < Date.now() - 3000
  const found = await stat(file).catch(() => null)
  if (!found || !isForgotten(found)) return
  await withClaimed(file, async (claimed) => {
    if (isForgotten(await stat(claimed))) await rm(claimed)
  })
}

/**
 * Another start may replace the file at any time. A rename claims it, so that what is judged is
 * what is changed; it is put back afterwards unless it is gone, or a new one has come.
 */
async function withClaimed(file: string, work: (claimed: string) => Promise<void>): Promise<void> {
  const claimed = `${file}.${randomUUID()}`
  try {
    await rename(file, claimed)
  } catch {
    return
  }
  await work(claimed)
  await link(claimed, file).catch(() => {})
  await rm(claimed, { force: true })
}

/** Says that another server has the cluster, or that the last one's processes are still ending. */
export const isTaken = (words: string): boolean =>
  /lock file .* (already exists|is empty)|pre-existing shared memory block/.test(words)

/** Stops the server in order: open transactions roll back, everything is written. */
export async function halt(cluster: string, limitMs = 60_000): Promise<void> {
  const running = readPostmaster(cluster)
  if (!running || !worksIn(running.pid, cluster)) return
  tellToStop(cluster)
  const until = Date.now() + limitMs
  while (worksIn(running.pid, cluster) && Date.now() < until) await pause(5)
  // What an immediate stop leaves is recovered at the next start.
  if (worksIn(running.pid, cluster)) process.kill(running.pid, 'SIGQUIT')
  while (isAlive(running.pid) && worksIn(running.pid, cluster) && Date.now() < until + 10_000)
    await pause(5)
}

export function tellToStop(cluster: string, how: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): void {
  const running = readPostmaster(cluster)
  if (running && worksIn(running.pid, cluster)) process.kill(running.pid, how)
}
