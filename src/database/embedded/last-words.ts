// Why a server did not come up.

import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The log's own process writes after the server has ended; on a busy machine a good while after. */
const patienceMs = 5000

/** What it said to us, then what its own log got meanwhile; waits until one of them tells why. */
export async function lastWords(cluster: string, said: string, since: Date): Promise<string> {
  const until = Date.now() + patienceMs
  for (;;) {
    const lines = linesSince(since, [said, ...(await logged(cluster, since))])
    const grave = lines.filter((line) => /FATAL|PANIC|No space/.test(line))
    const isWhole = grave.length > 0 || !said.includes('logging collector')
    if (isWhole || Date.now() > until) return (grave.length > 0 ? grave : lines).slice(-3).join(' ')
    await pause(20)
  }
}

async function logged(cluster: string, since: Date): Promise<string[]> {
  const folder = join(cluster, 'log')
  const texts: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtime } = await stat(join(folder, name))
    if (mtime >= since) texts.push((await readFile(join(folder, name), 'utf8')).slice(-8000))
  }
  return texts
}

/** The log names its times in UTC; a line without one belongs to what it stands beside. */
function linesSince(since: Date, texts: readonly string[]): string[] {
  const isOlder = (line: string): boolean => {
    const at = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) UTC/.exec(line)
    return at !== null && Date.parse(`${at[1]}T${at[2]}Z`) < since.getTime()
  }
  return texts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !isOlder(line))
}
