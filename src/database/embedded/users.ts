// Who uses the running server: one small file per process. The last one out stops the server,
// whoever started it, so `omlopp import` can end before or after `omlopp serve`.

import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beganAt } from './processes.ts'

const prefix = 'user-'

/** Starts within this process, per folder: the process leaves with its last one. */
const held = new Map<string, number>()

export function enter(runFolder: string): void {
  const count = held.get(runFolder) ?? 0
  held.set(runFolder, count + 1)
  if (count === 0) writeFileSync(fileOf(runFolder), beganAt(process.pid) ?? '', { mode: 0o600 })
}

/** Answers whether the caller was the last, here and elsewhere. */
export function leave(runFolder: string): boolean {
  const count = (held.get(runFolder) ?? 1) - 1
  held.set(runFolder, count)
  if (count > 0) return false
  held.delete(runFolder)
  rmSync(fileOf(runFolder), { force: true })
  return usersOf(runFolder).length === 0
}

/** The processes that live and use the server; the files of dead ones are cleared away. */
export function usersOf(runFolder: string): number[] {
  return readNames(runFolder).flatMap((name) => {
    const pid = Number(name.slice(prefix.length))
    const began = beganAt(pid)
    if (began !== null && began === readMark(join(runFolder, name))) return [pid]
    rmSync(join(runFolder, name), { force: true })
    return []
  })
}

const fileOf = (runFolder: string): string => join(runFolder, `${prefix}${process.pid}`)

function readNames(runFolder: string): string[] {
  try {
    return readdirSync(runFolder).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function readMark(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
