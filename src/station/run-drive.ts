// One drive from its tag to its signed document. Every step is on the disk before the next.
import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, constants, mkdirSync, openSync } from 'node:fs'
import { refuse, type Refusal } from '../core/result.ts'
import {
  documentVersion,
  type Outcome,
  type StationLog,
} from '../features/erasure/rules/station/document.ts'
import { methods } from '../features/erasure/rules/station/methods.ts'
import type { ReadBack } from '../features/erasure/rules/station/read-back.ts'
import type { Choice } from './rules/choose.ts'
import {
  nothingYet,
  progressOf,
  withCount,
  type Count,
  type Phase,
  type Progress,
} from './rules/progress.ts'
import { bytesMoved, findAgain, ramBytes } from './find.ts'
import { runFolder, type Folder, type Identity } from './folder.ts'
import type { ReadDrive } from './hardware.ts'
import { write, type Beginning } from './journal.ts'
import { readBack, readBefore, type Asked, type Before } from './read-back.ts'
import { startTicks } from './process.ts'
import { documentOf, hashed, judged, sign, type RunDone, type Watched } from './run-document.ts'
import { packageVersion } from './tools.ts'
import { wipeWithHdparm } from './wipe/hdparm.ts'
import { bytesToMove, nwipeVersion, wipeWithNwipe } from './wipe/nwipe.ts'
import { wipeWithNvme } from './wipe/nvme.ts'
import type { Wiped } from './wipe/wipe.ts'

export interface RunAsked {
  readonly folder: Folder
  readonly identity: Identity
  readonly drive: ReadDrive
  readonly choice: Choice
  readonly asked: 'clear' | 'purge'
  readonly tag: string | null
  readonly operatorId: string | null
  readonly software: string
  readonly missingTools: readonly string[]
  readonly samplePercent: number
  /** The latest moment in the journal: a run that begins before it has a clock that was set back. */
  readonly lastWritten: string | null
  readonly watch: (state: Watched) => void
  readonly stopped: () => boolean
  /** Called with the tool's process while it runs, and with null when it has ended. */
  readonly onTool: (kill: (() => void) | null) => void
}

/** How often progress is told. */
const LOOK_MS = 1000

/** The kernel refuses this while anything is mounted from the drive or lies open on it. */
function takeAlone(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_EXCL)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return null
    throw error
  }
}

export async function runDrive(asked: RunAsked): Promise<RunDone | Refusal<'drive-busy'>> {
  const { drive, folder } = asked
  const alone = takeAlone(drive.path)
  if (alone === null) return refuse('drive-busy', { path: drive.path })
  try {
    const runId = randomUUID()
    mkdirSync(runFolder(folder, runId), { recursive: true, mode: 0o700 })
    const beginning = await beginningOf(asked, runId)
    write(folder, { kind: 'begun', run: runId, beginning })
    return await carryOut(asked, runId, beginning)
  } finally {
    closeSync(alone)
  }
}

async function beginningOf(asked: RunAsked, runId: string): Promise<Beginning> {
  const { identity, drive, choice } = asked
  const { tool } = methods[choice.method]
  const startedAt = new Date().toISOString()
  return {
    v: documentVersion,
    station: {
      ...{ id: identity.id, name: identity.name, software: asked.software },
      ramBytes: ramBytes(),
    },
    run: {
      ...{ id: runId, tag: asked.tag, operatorId: asked.operatorId, asked: asked.asked },
      startedAt,
    },
    clock: {
      ...{ timeZone: identity.timeZone, offsetMs: identity.offsetMs, offsetAt: identity.offsetAt },
      backwards: asked.lastWritten !== null && startedAt < asked.lastWritten,
    },
    drive: {
      ...{ path: drive.path, serial: drive.serial, serialAfter: null, model: drive.model },
      ...{ transport: drive.transport, bytes: drive.bytes, kind: drive.kind },
      ...{ reallocated: drive.reallocated, pending: drive.pending },
    },
    choice: { tool, ...choice },
    tool: {
      version: tool === 'nwipe' ? await nwipeVersion() : null,
      packageVersion: await packageVersion(tool),
    },
    missingTools: [...asked.missingTools],
    captures: drive.captures.map(hashed),
  }
}

async function carryOut(asked: RunAsked, runId: string, beginning: Beginning): Promise<RunDone> {
  const { drive, watch, choice } = asked
  const clock = startClock(beginning.run.startedAt)
  const plan: Asked = {
    ...{ seed: randomBytes(16).toString('hex'), bytes: drive.bytes },
    percent: asked.samplePercent,
  }
  const say = (phase: Phase, progress: Progress = nothingYet) =>
    watch({ phase, progress, outcome: null })
  let logs: StationLog[] = []
  let proof: ReadBack | null = null
  let outcome: Outcome
  try {
    say('before')
    const before: Before = await readBefore(drive.path, plan)
    const wiped = await wipe(asked, runId, say)
    logs = wiped.logs.map(hashed)
    if (asked.stopped()) outcome = 'aborted'
    else if (!(await isStillThere(drive))) outcome = 'vanished'
    else if (wiped.failed) outcome = 'toolFailed'
    else {
      say('checking')
      let counts: Count[] = []
      const { expect } = methods[choice.method]
      const expected = plan.bytes === 0 ? 1 : plan.bytes * Math.max(0.1, plan.percent / 100)
      proof = await readBack(drive.path, before, plan, expect, (bytes) => {
        const at = performance.now()
        if (at - (counts.at(-1)?.at ?? 0) < LOOK_MS) return
        counts = withCount(counts, { at, bytes })
        say('checking', progressOf(counts, expected))
      })
      const left = proof.leftovers > 0 || proof.unchanged > 0
      outcome = left ? 'leftovers' : 'proven'
    }
  } catch {
    // A read that fails: the drive is gone, or cannot be read where it must.
    outcome = (await isStillThere(drive)) ? 'unreadable' : 'vanished'
  }
  const again = await findAgain(drive.path)
  const document = documentOf(beginning, {
    ...{ logs, proof, outcome },
    // Read by lsblk before and after: the tools that ask the drive itself may name it otherwise.
    serialAfter:
      again && again.serial === drive.lsblkSerial ? drive.serial : (again?.serial ?? null),
    ...clock.read(),
  })
  return sign(asked.folder, runId, judged(document), watch)
}

function wipe(
  asked: RunAsked,
  runId: string,
  say: (phase: Phase, progress: Progress) => void,
): Promise<Wiped> {
  const { drive, choice, folder } = asked
  const { tool } = methods[choice.method]
  const work = { nwipe: wipeWithNwipe, hdparm: wipeWithHdparm, nvme: wipeWithNvme }[tool]
  const expected = bytesToMove(drive.bytes, choice.method === 'overwrite-random')
  const first = bytesMoved(drive.name)
  let counts: Count[] = []
  const look = (moved: number, of: number) => {
    counts = withCount(counts, { at: performance.now(), bytes: moved })
    say('wiping', progressOf(counts, of))
  }
  const timer =
    tool === 'nwipe'
      ? setInterval(() => {
          const now = bytesMoved(drive.name)
          look(now.read - first.read + now.written - first.written, expected)
        }, LOOK_MS)
      : undefined
  say('wiping', nothingYet)
  return work({
    ...{ drive, method: choice.method, folder: runFolder(folder, runId) },
    stopped: asked.stopped,
    progress: (part) => look(part * drive.bytes, drive.bytes),
    started: (child) => {
      const { pid } = child
      if (pid === undefined) return
      write(folder, { kind: 'tool', run: runId, pid, ticks: startTicks(pid) ?? '' })
      // Only what overwrites can be stopped; a drive that erases itself goes on.
      asked.onTool(tool === 'nwipe' ? () => child.kill('SIGTERM') : null)
    },
  }).finally(() => {
    clearInterval(timer)
    asked.onTool(null)
  })
}

async function isStillThere(drive: ReadDrive): Promise<boolean> {
  const again = await findAgain(drive.path)
  return again !== null && again.bytes === drive.bytes && again.number === drive.number
}

/** A clock that is set during a run disagrees with the one that cannot be. */
function startClock(startedAt: string) {
  const wall = Date.parse(startedAt)
  const steady = performance.now()
  return {
    read: () => {
      const seconds = (performance.now() - steady) / 1000
      const endedAt = new Date()
      const apart = Math.abs((endedAt.getTime() - wall) / 1000 - seconds)
      return {
        endedAt: endedAt.toISOString(),
        seconds: Math.round(seconds),
        // Clocks that follow a time server drift by parts of a thousand at most.
        stepped: apart > Math.max(2, seconds * 0.001),
      }
    },
  }
}
