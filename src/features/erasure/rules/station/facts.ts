// From a station's document to the facts that the gate is asked about. The words of the tools are
// read again here; what the station concluded counts only when it speaks against the erasure.
import { readNativeSize, readAtaIdentity, readSanitizeStatus } from './ata.ts'
import type { Outcome, StationDocument, StationLog } from './document.ts'
import { methods } from './methods.ts'
import { faultOf, readBackFacts, type ReadBackFacts } from './read-back.ts'
import { bindController } from '../evidence/nvme.ts'
import { jsonObject } from '../evidence/json.ts'
import { parseEvidence } from '../evidence/parse.ts'
import { serialFrom } from '../evidence/serial-state.ts'
import {
  nothingSaid,
  type ErasureResult,
  type EvidenceFacts,
  type NvmeController,
  type StationSaid,
} from '../evidence/shape.ts'
import type { ReasonCode } from '../reasons.ts'

export interface StationFacts {
  readonly tool: string
  readonly toolVersion: string | null
  readonly facts: EvidenceFacts
}

/** What an outcome other than `proven` makes of the result, whatever the tool wrote. */
const results: Readonly<Record<Exclude<Outcome, 'proven'>, ErasureResult>> = {
  leftovers: 'failed',
  toolFailed: 'failed',
  vanished: 'failed',
  unreadable: 'failed',
  aborted: 'aborted',
  cutOff: 'aborted',
}

export function stationFacts(document: StationDocument): StationFacts {
  const { drive, tool, choice } = document
  const method = methods[choice.method]
  const told = toldBy(document)
  const readBack = readBackOf(document)
  const bound: EvidenceFacts = {
    ...told,
    device: drive.path,
    bus: told.bus ?? drive.transport,
    model: drive.model ?? told.model,
    ...serialOf(document, told),
    technique: told.technique === null ? null : method.technique,
    hiddenArea: hiddenAreaOf(document, told),
    ...timesOf(document),
    result: resultOf(document, told, readBack),
    doubts: [...new Set([...told.doubts, ...doubtsOf(document, told)])],
    readBack,
    station: saidBy(document),
  }
  return {
    tool: method.tool === 'nvme' ? 'nvme-cli' : method.tool,
    toolVersion: tool.version ?? tool.packageVersion,
    facts: asProven(document, bound),
  }
}

const saidBy = ({ station, run, drive, tool }: StationDocument): StationSaid => ({
  id: station.id,
  runId: run.id,
  tag: run.tag,
  tagScanned: run.tag !== null,
  operatorId: run.operatorId,
  ramBytes: station.ramBytes,
  toolPackageVersion: tool.packageVersion,
  reallocated: drive.reallocated,
  pending: drive.pending,
})

const logsOf = (document: StationDocument, role: StationLog['role']): string =>
  document.logs
    .filter((log) => log.role === role)
    .map(({ text }) => text)
    .join('\n')

/** The drive's run in the words of the tool. A log of its own for each run holds one, or is doubted. */
function toldBy(document: StationDocument): EvidenceFacts {
  const wipe = document.logs.filter((log) => log.role === 'wipe')
  const runs = wipe.flatMap(({ text }) => {
    const evidence = bindController(parseEvidence(text), controllerOf(document))
    return evidence.sessions.flatMap((session) => session.devices)
  })
  const { path } = document.drive
  // A status page of NVMe names the controller, `nvme0`, of the namespace `nvme0n1`.
  const mine = runs.filter(
    ({ device, bus }) =>
      device === null || device === path || (bus === 'NVME' && path.startsWith(`${device}n`)),
  )
  const [facts, second] = mine
  if (!facts) return { ...nothingSaid, result: 'incomplete' }
  const { certificate: _certificate, ...said } = facts
  return second || runs.length !== mine.length ? { ...said, result: 'contradictory' } : said
}

/** Status pages of NVMe name no drive: the controller that was asked just before does. */
function controllerOf(document: StationDocument): NvmeController {
  const json = jsonObject(logsOf(document, 'identityBefore'))
  const evidence = json ? parseEvidence(JSON.stringify(json)) : null
  if (evidence?.format === 'nvme-id-ctrl') return evidence.controller
  const { serial, model } = document.drive
  return {
    ...{ serial: serial ?? '', model: model ?? '', firmware: '' },
    ...{ fna: 0, sanicap: 0, cryptoEraseSupported: false },
  }
}

function readBackOf(document: StationDocument): ReadBackFacts | null {
  const { readBack, drive, choice } = document
  if (!readBack) return null
  return readBackFacts(readBack, faultOf(readBack, drive.bytes, methods[choice.method].expect))
}

/** The station read the serial before and after; a tool that could not read it does not take it away. */
function serialOf(
  { drive }: StationDocument,
  told: EvidenceFacts,
): Pick<EvidenceFacts, 'serial' | 'serialState'> {
  const read = serialFrom(drive.serial)
  return told.serial !== null && read.serial === null
    ? { serial: told.serial, serialState: told.serialState }
    : read
}

function hiddenAreaOf(document: StationDocument, told: EvidenceFacts): EvidenceFacts['hiddenArea'] {
  if (told.hiddenArea !== 'unknown') return told.hiddenArea
  if (document.drive.transport === 'nvme') return 'not_applicable'
  const size = readNativeSize(logsOf(document, 'nativeSize'))
  if (!size) return 'unknown'
  return size.nativeSectors === size.visibleSectors ? 'none' : 'present'
}

/** The station's clock, put right by what the server's said when they last met. */
function timesOf({ run, clock }: StationDocument) {
  const put = (at: string) => new Date(Date.parse(at) + (clock.offsetMs ?? 0)).toISOString()
  const two = (n: number) => String(n).padStart(2, '0')
  const { seconds } = run
  return {
    startAt: put(run.startedAt),
    endAt: put(run.endedAt),
    duration: `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`,
  }
}

function resultOf(
  document: StationDocument,
  told: EvidenceFacts,
  readBack: ReadBackFacts | null,
): ErasureResult {
  if (document.outcome !== 'proven') return results[document.outcome]
  if (readBack?.fault === 'leftovers' || readBack?.fault === 'unchanged') return 'failed'
  return told.result
}

function* doubtsOf(document: StationDocument, told: EvidenceFacts): Generator<ReasonCode> {
  const { drive, clock } = document
  if (drive.serialAfter !== drive.serial) yield 'SERIAL_MISMATCH'
  if (told.serial !== null && drive.serial !== null && told.serial !== drive.serial)
    yield 'SERIAL_MISMATCH'
  if (clock.offsetMs === null) yield 'CLOCK_UNKNOWN'
  if (clock.stepped) yield 'CLOCK_IMPLAUSIBLE'
  if (clock.backwards) yield 'CLOCK_BACKWARDS'
}

/**
 * A command that the drive took becomes an erasure only by three things together: the drive's own
 * state afterwards, the read-back, and no complaint. hdparm says exit 0 to a drive that did nothing.
 */
function asProven(document: StationDocument, facts: EvidenceFacts): EvidenceFacts {
  const clean = facts.readBack?.clean === true && facts.readBack.mode === 'direct'
  if (facts.result !== 'command_accepted' || !clean) return facts
  const method = methods[document.choice.method]
  if (method.tool === 'hdparm' && !ataIsDone(document)) return facts
  // Format concerns one namespace, and its crypto erase only a controller that has it (FNA bit 2).
  if (
    document.choice.method === 'nvme-format-crypto' &&
    !controllerOf(document).cryptoEraseSupported
  )
    return facts
  return { ...facts, result: 'sanitized', verifiedByTool: true, maxLevel: method.level }
}

function ataIsDone(document: StationDocument): boolean {
  if (document.choice.method.startsWith('ata-sanitize'))
    return readSanitizeStatus(logsOf(document, 'wipe')) === 'done'
  const after = readAtaIdentity(logsOf(document, 'identityAfter'))?.security
  return after?.supported === true && !after.enabled && !after.locked
}

/** What the inventory of the medium is told, read before anything was written. */
export function nativeBytesOf(document: StationDocument): number | null {
  const size = readNativeSize(logsOf(document, 'nativeSize'))
  if (size) return size.nativeSectors * 512
  return document.drive.transport === 'nvme' ? document.drive.bytes : null
}
