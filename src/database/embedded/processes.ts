// Knows whether a process number still means the process it meant.

import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When a process began, as the system writes it. Numbers are used again, above all in containers,
 * so a number alone does not tell who it is. Null when there is no such process.
 */
export function beganAt(pid: number): string | null {
  if (!isAlive(pid)) return null
  if (process.platform !== 'linux') return ask(pid, 'lstart=')
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold spaces; the 20th field after it is the start time.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** True only for PostgreSQL at work in this very cluster: it always stands in its data folder. */
export function worksIn(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') {
    const command = ask(pid, 'command=') ?? ''
    return command.includes('postgres') && command.includes(cluster)
  }
  try {
    const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

function ask(pid: number, what: string): string | null {
  try {
    return execFileSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
