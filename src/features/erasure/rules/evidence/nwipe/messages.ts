// The stamped messages of an nwipe log, 0.32 to 0.42: what each adds to the notes.
import { wholeNumber } from '../lines.ts'
import { driveOf, most, type DriveNotes, type SessionNotes } from './notes.ts'

function isFull(session: SessionNotes, device: string): boolean {
  if (session.drives.size < most.drives || session.drives.has(device)) return false
  session.overfull = true
  return true
}

/** `Found /dev/sdb,  ATA    , OMLOPP VIRT-HDD,   50 MB, S/N=OMLHDD0001`; the model may hold `/`, `(`. */
function readFound(session: SessionNotes, message: string): void {
  const at = message.lastIndexOf(', S/N=')
  if (at === -1) return
  const parts = message.slice('Found '.length, at).split(',')
  const device = parts[0]?.trim() ?? ''
  if (!device.startsWith('/dev/') || parts.length < 4) return
  if (isFull(session, device)) return
  const drive = driveOf(session, device)
  drive.timesFound++
  drive.bus = parts[1]?.trim() ?? null
  drive.model = parts.slice(2, -1).join(',').trim() || null
  drive.serialFound = message.slice(at + ', S/N='.length).trim()
}

function readPass(drive: DriveNotes, pass: string[], into: Set<string>): void {
  const [number, of, round, rounds] = pass as [string, string, string, string]
  const key = `${Number(round)}:${Number(number)}`
  if (drive.passesPerRound !== null && drive.passesPerRound !== Number(of))
    drive.contradictory = true
  if (drive.roundsSeen !== null && drive.roundsSeen !== Number(rounds)) drive.contradictory = true
  if (into.has(key) || into.size >= most.passes) drive.contradictory = true
  drive.passesPerRound = Number(of)
  drive.roundsSeen = Number(rounds)
  if (into.size < most.passes) into.add(key)
}

const finishedPass = /^Finished pass (\d+)\/(\d+), round (\d+)\/(\d+), on /
const verifiedPass = /^Verified pass (\d+) of (\d+), round (\d+) of (\d+), on /
const finishedRound = /^Finished (?:final )?round (\d+) of (\d+) on /

function readProgress(drive: DriveNotes, stamp: string, message: string): void {
  let match: RegExpExecArray | null
  if (message.startsWith("Invoking method '")) {
    drive.method = /^Invoking method '([^']*)'/.exec(message)?.[1] ?? null
    drive.startLocal = stamp
    drive.timesInvoked++
  } else if ((match = finishedPass.exec(message))) {
    drive.finishedLines++
    readPass(drive, match.slice(1), drive.passesFinished)
  } else if ((match = verifiedPass.exec(message))) {
    readPass(drive, match.slice(1), drive.passesVerified)
  } else if ((match = finishedRound.exec(message))) {
    if (drive.roundsFinished.size < most.passes) drive.roundsFinished.add(Number(match[1]))
    drive.roundsSeen ??= Number(match[2])
  } else if (message.startsWith('[SUCCESS] Verified that ')) {
    if (message.endsWith(' is empty.')) drive.emptyVerified = true
    else drive.patternVerified = true
  } else if (message.startsWith('[SUCCESS] Verified FRP on ')) drive.randomVerified = true
}

function readDrive(session: SessionNotes, drive: DriveNotes, message: string): void {
  const serial = / has serial number (.*)$/.exec(message)
  if (serial && message.startsWith('/dev/')) drive.serialStated = (serial[1] ?? '').trim()
  const size = /, sect\/blk\/dev \d+\/\d+\/(\d+)$/.exec(message)
  if (size) drive.bytesTotal = wholeNumber(size[1])
  if (message.endsWith(': Device geometry is as follows...')) {
    if (session.geometryOf.length < most.drives) session.geometryOf.push(drive.device)
  }
  if (message.startsWith('Using direct I/O (O_DIRECT) on device')) drive.direct = true
  else if (/cached I\/O|O_DIRECT (?:is )?not supported|without O_DIRECT/i.test(message))
    drive.cached = true
  if (message.startsWith('No hidden sectors on ')) drive.noHidden = true
  if (/HIDDEN (?:SECTORS|AREA) DETECTED/.test(message)) drive.hiddenDetected = true
  if (message.startsWith('[UNKNOWN]') || message.includes('INDETERMINATE'))
    drive.hiddenUnknown = true
  const sectors = /^HPA values (\d+) \/ (\d+) on /.exec(message)
  // `Real max sectors: 1` is nonsense that some drives answer.
  if (sectors && Number(sectors[2]) > 1 && Number(sectors[1]) < Number(sectors[2]))
    drive.hiddenDetected = true
}

const failure =
  /verification errors? on|Verification mismatch|exited with errors|(?:read|write|seek|flush) (?:error|failure)/i

/** A negative line always counts, however many positive ones there are. */
function readTrouble(drive: DriveNotes, level: string, message: string): void {
  if (failure.test(message)) drive.failed = true
  else if (drive.timesInvoked > 0 && (level === 'error' || level === 'fatal'))
    drive.complained = true
}

function readOption(session: SessionNotes, message: string): void {
  const option = /^ {2}(\w[\w ]{0,24}?) +=\s(.*)$/.exec(message)
  const [, name, value = ''] = option ?? []
  if (name === 'banner') {
    session.version ??= /^nwipe (\S+)/.exec(value.trim())?.[1] ?? null
    session.optionsSeen = true
  } else if (name === 'rounds') session.rounds = wholeNumber(value.trim())
  else if (name === 'verify')
    session.verifyMode = ({ 0: 'off', 1: 'last', 2: 'all' } as const)[value.trim()[0] ?? ''] ?? null
  else if (name === 'Total device bytes') readGeometry(session, value)
}

/** The lines name no drive, and drives start in parallel: with two waiting the size is anybody's. */
function readGeometry(session: SessionNotes, value: string): void {
  const alone = session.geometryOf.length === 1
  const device = session.geometryOf.shift()
  if (device !== undefined && alone) driveOf(session, device).bytesTotal = wholeNumber(value.trim())
}

const finalLines = [
  'Nwipe successfully completed',
  'Nwipe exited with errors, check',
  'Nwipe was aborted by the user',
]
const usable = (text: string | undefined): string | null => text?.trim() || null

export function readMessage(
  session: SessionNotes,
  stamp: string,
  level: string,
  message: string,
): void {
  if (message.startsWith('  ')) return readOption(session, message)
  if (message.startsWith('Found /dev/')) return readFound(session, message)
  if (finalLines.some((line) => message.startsWith(line))) {
    session.finalLine = message.trim()
    return
  }
  const version = /^nwipe (\d\S*)$/.exec(message)
  if (version) session.version = version[1] ?? null
  if (message.startsWith('system-serial-number = '))
    session.hostSerial = usable(message.split(' = ')[1])
  if (message.startsWith('chassis-asset-tag = ')) session.assetTag = usable(message.split(' = ')[1])

  const device = /\/dev\/[^\s',]+/.exec(message)?.[0].replace(/[.:]+$/, '')
  if (device === undefined) return
  if (!session.drives.has(device) && !/^Invoking|has serial number/.test(message)) return
  if (isFull(session, device)) return
  const drive = driveOf(session, device)
  readDrive(session, drive, message)
  readProgress(drive, stamp, message)
  readTrouble(drive, level, message)
  // The closing `fatal:` comes when all drives are done, long after this one.
  if (drive.startLocal !== null && level !== 'fatal') drive.endLocal = stamp
}
