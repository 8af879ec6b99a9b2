// Processes by what the kernel says of them.
import { readFileSync } from 'node:fs'

/** When a process began, as the kernel counts: with its number it names one process for all time. */
export function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
