// One station process at a time in a folder: two would wipe the same drives and send the same runs.
import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, type Refusal } from '../core/result.ts'
import type { Folder } from './folder.ts'
import { startTicks } from './process.ts'

type Work = 'run' | 'send'

/** Does the work alone, or says who is at it. A lock whose process has died is no lock. */
export async function alone<T>(
  folder: Folder,
  work: Work,
  act: () => Promise<T>,
): Promise<T | Refusal<'station-busy'>> {
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  const path = join(folder.path, `${work}.lock`)
  const taken = take(path) ?? (clearDead(path) ? take(path) : null)
  if (taken === null) return refuse('station-busy', { pid: ownerOf(path)?.pid })
  try {
    return await act()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): true | null {
  try {
    const fd = openSync(path, 'wx', 0o600)
    writeSync(fd, `${process.pid} ${startTicks(process.pid) ?? ''}\n`)
    closeSync(fd)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

function ownerOf(path: string): { readonly pid: number; readonly ticks: string } | null {
  try {
    const [pid, ticks = ''] = readFileSync(path, 'utf8').trim().split(' ')
    return { pid: Number(pid), ticks }
  } catch {
    return null
  }
}

function clearDead(path: string): boolean {
  const owner = ownerOf(path)
  if (owner && startTicks(owner.pid) === owner.ticks) return false
  rmSync(path, { force: true })
  return true
}
