// From the notes of one drive to what nwipe's log says of it. The log's own good words never
// outvote its tables: 0.34 prints "[SUCCESS] Verified" and then -FAILED- for the same drive.
import type { ReasonCode } from '../../reasons.ts'
import { wholeNumber } from '../lines.ts'
import { serialFrom } from '../serial-state.ts'
import { nothingSaid, type ErasureResult, type EvidenceFacts } from '../shape.ts'
import type { DriveNotes, SessionNotes, TableRow } from './notes.ts'

/** Labels of the methods that write. Anything else is looked at by a person. */
const erasing = new Set([
  'Fill With Zeros',
  'Fill With Ones',
  'RCMP TSSIT OPS-II',
  'DoD Short',
  'DoD 5220.22M',
  'DoD 5220.22-M',
  'Gutmann Wipe',
  'PRNG Stream',
  'HMG IS5 Enhanced',
  'Bruce Schneier 7-Pass',
  'BMB21-2019',
])
/** `Verify Zeros (0x00)` writes nothing, and its row still says Erased. */
const onlyReads = (method: string): boolean => /^verify\b/i.test(method)

interface Rows {
  readonly errors: TableRow | null
  readonly erased: TableRow | null
  readonly status: TableRow | null
}

/** 0.32 to 0.42, the versions whose tables and lines have been read and tried. */
const knownVersion = (version: string | null): boolean => {
  const minor = Number(/^0\.(\d{2})(?:\D|$)/.exec(version ?? '')?.[1] ?? 0)
  return minor >= 32 && minor <= 42
}

function everyPass(drive: DriveNotes, rounds: number, passes: ReadonlySet<string>): boolean {
  const perRound = drive.passesPerRound
  if (perRound === null || perRound < 1 || passes.size !== perRound * rounds) return false
  return passes.has(`${rounds}:${perRound}`)
}

/** Was the last thing written also read back, and every pass when every pass was to be? */
function isVerified(
  session: SessionNotes,
  drive: DriveNotes,
  mode: EvidenceFacts['verifyMode'],
  rounds: number,
): boolean {
  if (onlyReads(drive.method ?? '')) return drive.patternVerified
  if (mode === 'all' && !everyPass(drive, rounds, drive.passesVerified) && !drive.randomVerified)
    return false
  const blanked = !/\+NB(?:\+|$)/.test(session.optionsSummary ?? '')
  if (drive.randomVerified || drive.emptyVerified) return true
  return !blanked && drive.passesVerified.has(`${rounds}:${drive.passesPerRound}`)
}

const statusOf = (rows: Rows): string | null => rows.status?.cells[0]?.replace(/-/g, '') || null

function contradicts(session: SessionNotes, drive: DriveNotes, shortName: string): boolean {
  const serials = [drive.serialFound, drive.serialStated].filter((s) => s !== null)
  return (
    session.overfull ||
    drive.contradictory ||
    drive.timesInvoked > 1 ||
    drive.timesFound > 1 ||
    session.rowsTwice.has(shortName) ||
    (serials.length === 2 && serials[0] !== serials[1])
  )
}

/** Everything that a run of this version always writes when it ends well. */
function isWhole(session: SessionNotes, drive: DriveNotes, rows: Rows, rounds: number): boolean {
  const counters = rows.errors?.cells.slice(0, 3).map(wholeNumber) ?? []
  const minor = Number(/^0\.(\d+)/.exec(session.version ?? '')?.[1] ?? 0)
  // The Erasure Summary came with 0.41; verify methods have none.
  const needsBytes = (minor >= 41 || drive.direct) && !onlyReads(drive.method ?? '')
  return (
    session.optionsSummary !== null &&
    counters.length === 3 &&
    !counters.includes(null) &&
    drive.roundsFinished.size === rounds &&
    (onlyReads(drive.method ?? '') || everyPass(drive, rounds, drive.passesFinished)) &&
    (!needsBytes || (rows.erased !== null && bytesOf(rows)[0] !== null))
  )
}

function resultOf(
  session: SessionNotes,
  drive: DriveNotes,
  rows: Rows,
  rounds: number,
  shortName: string,
): ErasureResult {
  const status = statusOf(rows)
  const ended = session.finalLine !== null && session.tablesSeen.has('status')
  if (contradicts(session, drive, shortName)) return 'contradictory'
  if (drive.timesInvoked === 0) return ended && status === null ? 'not_started' : 'incomplete'
  if (status === 'UABORTED') return 'aborted'
  if (drive.failed || rows.errors?.flagged || (status !== null && status !== 'Erased'))
    return 'failed'
  if (status === null || !ended || !isWhole(session, drive, rows, rounds)) return 'incomplete'
  if (rows.status?.flagged) return 'failed'
  return onlyReads(drive.method ?? '') ? 'verify_only' : 'erased'
}

const bytesOf = (rows: Rows): [number | null, number | null, string | null] => [
  wholeNumber(rows.erased?.cells[0]),
  wholeNumber(rows.erased?.cells[1]),
  rows.erased?.cells[2] ?? null,
]

function hiddenAreaOf(drive: DriveNotes): EvidenceFacts['hiddenArea'] {
  if (drive.hiddenDetected) return 'present'
  if (drive.hiddenUnknown) return 'unknown'
  if (drive.noHidden) return 'none'
  return drive.bus === 'NVME' ? 'not_applicable' : 'unknown'
}

function* doubtsOf(session: SessionNotes, drive: DriveNotes): Generator<ReasonCode> {
  if (!knownVersion(session.version)) yield 'UNKNOWN_VERSION'
  if (drive.method !== null && !erasing.has(drive.method)) yield 'UNKNOWN_METHOD'
  if (drive.complained) yield 'ERRORS_IN_LOG'
}

export function judgeDrive(
  session: SessionNotes,
  drive: DriveNotes,
  shortName: string,
): EvidenceFacts {
  const rows: Rows = {
    errors: session.rows.errors.get(shortName) ?? null,
    erased: session.rows.erased.get(shortName) ?? null,
    status: session.rows.status.get(shortName) ?? null,
  }
  const rounds = session.rounds ?? drive.roundsSeen ?? 1
  const result = resultOf(session, drive, rows, rounds, shortName)
  const [bytesErased, bytesExpected, percent] = bytesOf(rows)
  const [passErrors, verifyErrors, fsyncErrors] = (rows.errors?.cells ?? []).map(wholeNumber)
  const verified = isVerified(session, drive, session.verifyMode, rounds)
  return {
    ...nothingSaid,
    device: drive.device,
    bus: drive.bus,
    model: drive.model,
    ...serialFrom(drive.serialFound ?? drive.serialStated),
    method: drive.method,
    technique: drive.method === null || onlyReads(drive.method) ? null : 'overwrite',
    verifyMode: session.verifyMode,
    roundsRequested: session.rounds ?? drive.roundsSeen,
    roundsCompleted: drive.roundsFinished.size,
    passesCompleted: drive.finishedLines,
    bytesTotal: drive.bytesTotal,
    bytesErased,
    bytesExpected,
    percent,
    passErrors: passErrors ?? null,
    verifyErrors: verifyErrors ?? null,
    fsyncErrors: fsyncErrors ?? null,
    statusRow: statusOf(rows),
    duration: rows.status?.cells[2] ?? null,
    ioMode: drive.timesInvoked === 0 ? null : drive.direct && !drive.cached ? 'direct' : 'cached',
    hiddenArea: hiddenAreaOf(drive),
    startLocal: drive.startLocal,
    endLocal: drive.endLocal,
    verifiedByTool: verified && (result === 'erased' || result === 'verify_only'),
    result,
    maxLevel: result === 'erased' ? 'clear' : null,
    doubts: [...doubtsOf(session, drive)],
  }
}
