// What a kill or a power cut left: the tool may still be writing, and the run has no document. It is
// ended and reported as cut off; nothing is ever continued, since nobody watched in between.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Folder } from './folder.ts'
import { runFolder } from './folder.ts'
import { readJournal, standings, type Standing } from './journal.ts'
import { startTicks } from './process.ts'
import { documentOf, sign, type RunDone } from './run-document.ts'
import { nwipeLogIn, readLog } from './wipe/nwipe.ts'
import { pause } from './wipe/wipe.ts'

export async function reportCutOff(folder: Folder): Promise<RunDone[]> {
  const left = standings(readJournal(folder)).filter(({ signed }) => !signed)
  const done: RunDone[] = []
  for (const standing of left) {
    await endTool(standing)
    done.push(sign(folder, standing.run, cutOff(folder, standing)))
  }
  return done
}

function cutOff(folder: Folder, { run, beginning }: Standing) {
  const text = readLog(nwipeLogIn(runFolder(folder, run)))
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  return documentOf(beginning, {
    ...{ proof: null, outcome: 'cutOff', serialAfter: null },
    logs: text === '' ? [] : [{ role: 'wipe', name: 'nwipe.log', sha256, text }],
    // When it stopped nobody knows; no more is claimed than that it began.
    ...{ endedAt: beginning.run.startedAt, seconds: 0, stepped: false },
  })
}

/** Only the very process that this station started: its number and the tick of its start agree. */
async function endTool({ tool }: Standing): Promise<void> {
  if (!tool || tool.ticks === '' || startTicks(tool.pid) !== tool.ticks) return
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(tool.pid, signal)
    } catch {
      return
    }
    for (let tries = 0; tries < 50; tries++) {
      if (startTicks(tool.pid) !== tool.ticks || isDead(tool.pid)) return
      await pause(100)
    }
  }
}

/** Ended, and only waiting for its parent to notice. */
function isDead(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}
