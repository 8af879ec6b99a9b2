// Makes documents in the manner of a station, for training, demonstration and tests. The log within
// says in its first line that no drive was erased.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { writeNwipeLog } from '../sample-log.ts'
import type { MediumKind } from '../gate.ts'
import { documentVersion, type Outcome, type StationDocument } from './document.ts'
import { coveredBytes, planSamples, samplingRule } from './sampling.ts'

export interface SampleRun {
  readonly station: { readonly id: string; readonly name: string }
  readonly runId: string
  readonly tag: string | null
  readonly operatorId: string | null
  readonly drive: {
    readonly path: string
    readonly serial: string
    readonly model: string
    readonly bytes: number
    readonly transport: 'sata' | 'nvme'
    readonly kind: MediumKind
  }
  readonly startedAt: Date
  readonly seconds: number
  readonly timeZone: string
  readonly outcome: Outcome
}

export const hexOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

export function sampleDocument(run: SampleRun): StationDocument {
  const { drive, startedAt, seconds, outcome } = run
  const sectors = drive.bytes / 512
  const endedAt = new Date(startedAt.getTime() + seconds * 1000)
  const text = nwipeLogOf(run)
  const native = `\n${drive.path}:\n max sectors   = ${sectors}/${sectors}, HPA is disabled\n`
  const log = (role: StationDocument['logs'][number]['role'], name: string, of: string) => ({
    ...{ role, name, text: of },
    sha256: hexOf(of),
  })
  return {
    v: documentVersion,
    station: { ...run.station, software: 'omlopp 0.1.0', ramBytes: 8_589_934_592 },
    run: {
      ...{ id: run.runId, tag: run.tag, operatorId: run.operatorId, asked: 'clear' },
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      seconds,
    },
    clock: {
      timeZone: run.timeZone,
      offsetMs: 0,
      offsetAt: startedAt.toISOString(),
      stepped: false,
      backwards: false,
    },
    drive: {
      ...drive,
      serialAfter: drive.serial,
      reallocated: drive.transport === 'sata' ? 0 : null,
      pending: drive.transport === 'sata' ? 0 : null,
    },
    choice: { tool: 'nwipe', method: 'overwrite-zeros', reason: 'overwrite' },
    tool: { version: '0.42', packageVersion: '0.42-1' },
    logs: [
      log('wipe', 'nwipe.log', text),
      ...(drive.transport === 'sata' ? [log('nativeSize', 'hdparm -N', native)] : []),
    ],
    missingTools: [],
    readBack: outcome === 'proven' || outcome === 'leftovers' ? readBackOf(run) : null,
    outcome,
  }
}

/** The local wall of the run: nwipe writes no zone. */
function nwipeLogOf({ drive, startedAt, timeZone, outcome }: SampleRun): string {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(startedAt)
  const { path: device, model, serial, bytes } = drive
  return writeNwipeLog({
    version: '0.42',
    startedAt: wall.replaceAll('-', '/'),
    method: 'Fill With Zeros',
    devices: [
      {
        ...{ device, model, serial, bytes },
        bus: drive.transport === 'nvme' ? 'NVME' : 'ATA',
        status:
          outcome === 'toolFailed'
            ? 'failed'
            : outcome === 'aborted' || outcome === 'cutOff'
              ? 'aborted'
              : 'erased',
      },
    ],
  })
}

function readBackOf({ runId, drive, outcome }: SampleRun): StationDocument['readBack'] {
  const seed = hexOf(runId).slice(0, 32)
  const percent = 10
  const places = planSamples({ seed, bytes: drive.bytes, percent })
  const covered = coveredBytes(places)
  const found = outcome === 'leftovers' ? 1 : 0
  return {
    ...{ rule: samplingRule, seed, percent, bytes: drive.bytes, places: places.length },
    ...{ coveredBytes: covered, expect: 'zeros', mode: 'direct' },
    before: { places: 256, withData: 240, sha256: hexOf(`${runId} before`) },
    readBytes: covered,
    leftovers: found,
    firstLeftoverAt: found ? places[7]!.offset + 512 : null,
    unchanged: found,
    sha256: hexOf(`${runId} after`),
  }
}
