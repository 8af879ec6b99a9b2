// What `omlopp evidence` prints of a file: what was read, and what it allows, in the words of the
// tool that wrote it. Logs of many drives keep their sessions; tools that make one run are flat.
import { runTime } from '../clock.ts'
import { differences, driveOfPdf, originalNameOf } from './nwipe/beside.ts'
import type { NwipePdf } from './nwipe/pdf.ts'
import { hoursOf, withCertificate } from '../certificate.ts'
import type { Evidence, EvidenceDevice, EvidenceSession } from './shape.ts'

export interface PdfBeside {
  readonly name: string
  readonly pdf: NwipePdf
}

type Printed = Readonly<Record<string, unknown>>

/** @param zone the station's zone when it is known; otherwise UTC, unless the log shows another */
export function evidenceReport(
  evidence: Evidence,
  zone: string | null,
  pdfs: readonly PdfBeside[] = [],
): Printed {
  if (evidence.format === 'nwipe') return logReport(evidence.sessions, zone, pdfs)
  if (evidence.format === 'nwipe-pdf') return loneFile(evidence.pdf)
  if (evidence.format === 'unknown') return { ...refused('UNKNOWN_FORMAT'), format: 'unknown' }
  return flatReport(evidence)
}

const refused = (reason: string): Printed => ({ decision: 'refuse', reason, reasons: [reason] })

function loneFile(pdf: NwipePdf): Printed {
  const alone = 'a PDF alone is never proof; the log of the same run is'
  return { ...printedPdf(pdf, null), ...refused('PDF_ALONE'), reason: alone }
}

const printedPdf = (pdf: NwipePdf, device: EvidenceDevice | null): Printed => {
  const { end, ...rest } = pdf
  const originalName = originalNameOf(pdf, device)
  return pdf.kind === 'disk' ? { originalName, ...rest, end } : { originalName, ...rest }
}

// Logs of nwipe

function logReport(
  sessions: readonly EvidenceSession[],
  zone: string | null,
  pdfs: readonly PdfBeside[],
): Printed {
  const checked = pdfs.map(({ name, pdf }) => {
    const device = driveOfPdf(pdf, sessions)
    const differ = device ? differences(pdf, device) : ['drive']
    return { name, pdf, device, differ }
  })
  const untrue = new Set(
    checked.filter(({ differ }) => differ.length > 0).map(({ device }) => device),
  )
  const codes = sessions.map(exitCodeOf)
  const stationTimeZone = zoneOf(sessions, zone)
  return {
    exitCode: codes.length === 1 ? codes[0] : codes,
    stationTimeZone,
    ...(stationTimeZone === 'UTC' ? {} : instantsOf(sessions, stationTimeZone)),
    sessions: sessions.map((session) => printedSession(session, untrue)),
    pdf: Object.fromEntries(
      checked.map(({ name, pdf, device, differ }) => [
        name,
        { ...printedPdf(pdf, device), ...(differ.length > 0 ? { contradicts: differ } : {}) },
      ]),
    ),
    ...excerptOf(sessions),
  }
}

/**
 * The exit code that goes with the last line of a run. nwipe answers 0 when it is done, when it was
 * aborted and when it did nothing, and 1 when some drive failed; no verdict is built on it.
 */
function exitCodeOf({ finalLine, devices }: EvidenceSession): number | null {
  if (finalLine === null) return null
  if (finalLine.startsWith('Nwipe exited with errors')) return 1
  return devices.some(({ result }) => result === 'failed') ? null : 0
}

/** A zone is believed when it explains the time that the tool itself measured. */
const explains = (device: EvidenceDevice, zone: string): boolean => {
  const hours = hoursOf(device.duration)
  const run = runTime(device, zone)
  if (hours === null || device.startLocal === null) return true
  if (typeof run === 'string') return false
  const miss = run.endAt.getTime() - run.startAt.getTime() - hours * 3_600_000
  return Math.abs(miss) < 15 * 60_000
}

/** The log names no zone. An hour lost or won on the night of the change says that it is ours. */
function zoneOf(sessions: readonly EvidenceSession[], known: string | null): string | null {
  if (known !== null) return known
  const devices = sessions.flatMap((session) => session.devices)
  const zones = ['UTC', 'Europe/Stockholm']
  return zones.find((zone) => devices.every((device) => explains(device, zone))) ?? null
}

function instantsOf(sessions: readonly EvidenceSession[], zone: string | null): Printed {
  const runs = sessions
    .flatMap((session) => session.devices)
    .map((device) => runTime(device, zone))
    .filter((run) => typeof run !== 'string')
  if (runs.length === 0) return { startUtc: null, endUtc: null }
  const said = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
  return {
    startUtc: said(Math.min(...runs.map(({ startAt }) => startAt.getTime()))),
    endUtc: said(Math.max(...runs.map(({ endAt }) => endAt.getTime()))),
  }
}

function printedSession(session: EvidenceSession, untrue: ReadonlySet<unknown>): Printed {
  const { hostSerial: _host, assetTag: _tag, devices, ...rest } = session
  return {
    ...rest,
    devices: devices.map((device) =>
      printedDevice(
        untrue.has(device)
          ? withCertificate({ ...device, doubts: [...device.doubts, 'CONTRADICTORY'] })
          : device,
      ),
    ),
  }
}

function printedDevice(device: EvidenceDevice): Printed {
  const {
    technique: _technique,
    firmwareRounds: _firmware,
    overwriteRounds: _overwrite,
    startAt: _start,
    endAt: _end,
    doubts: _doubts,
    maxLevel,
    certificate,
    ...facts
  } = device
  return { ...facts, certificate, ...(maxLevel === null ? {} : { maxLevel }) }
}

/** Part of a log, without its beginning or its tables: what it names, and that it is not whole. */
function excerptOf(sessions: readonly EvidenceSession[]): Printed {
  const devices = sessions.flatMap((session) => session.devices)
  const whole = sessions.some(
    (session) => session.toolVersionInLog !== null || session.summaryPresent,
  )
  if (whole || devices.length === 0) return {}
  return {
    serial: devices.map((device) => device.serial),
    hiddenArea: devices.map((device) => device.hiddenArea),
    result: 'incomplete',
  }
}

// Tools of one run

type Flat = Exclude<Evidence, { format: 'nwipe' | 'nwipe-pdf' | 'unknown' }>

function flatReport(evidence: Flat): Printed {
  if (evidence.format === 'nvme-id-ctrl') return { tool: evidence.tool, ...evidence.controller }
  if (evidence.format === 'blancco-xml' || evidence.format === 'blancco-json')
    return blanccoReport(evidence.sessions)
  const devices = evidence.sessions.flatMap((session) => session.devices)
  const [device] = devices
  const serial = device?.serial ?? evidence.sessions[0]?.hostSerial ?? null
  if (!device) return { tool: evidence.tool }
  const { decision, reasons } = device.certificate
  return {
    tool: evidence.tool,
    ...(serial === null ? {} : { serial }),
    ...ownWords(evidence, device),
    result: device.result,
    maxLevel: device.maxLevel,
    decision,
    reason: proseOf(evidence) ?? reasons[0] ?? null,
    reasons,
    ...(devices.length > 1 ? { devices: devices.map(shortOf) } : {}),
  }
}

/** What only this tool says. */
function ownWords(evidence: Flat, device: EvidenceDevice): Printed {
  if (evidence.format === 'nvme-sanitize-log') {
    const { action, actionCode, form, layout, ...page } = evidence.sanitize
    return {
      tool: [evidence.tool, layout].filter(Boolean).join(' '),
      parse: form === 'json' ? 'sanitize-log' : 'sanitize-log text',
      action: action === null ? null : `${action} (SCDW10&7=${actionCode})`,
      ...page,
      serialInFile: null,
    }
  }
  if (evidence.format === 'apple-erase') return { status: evidence.status, udid: evidence.udid }
  if ('actionState' in evidence) return { actionState: evidence.actionState }
  const needs = [
    ...(device.doubts.includes('READBACK_MISSING') ? ['readback'] : []),
    ...(device.serial === null && evidence.format === 'nvme-format' ? ['id-ctrl'] : []),
  ]
  return {
    device: device.device,
    method: device.method,
    passes: device.passesCompleted,
    verified: device.verifiedByTool,
    errors: device.statusRow,
    ...(needs.length > 0 ? { needs: needs.join(' + ') } : {}),
  }
}

function proseOf(evidence: Flat): string | null {
  if (evidence.format === 'hdparm') return evidence.because
  if (evidence.format !== 'apple-erase' || evidence.status !== 'Acknowledged') return null
  return `acknowledges the command, not its completion; response has ${evidence.udid ? 'UDID, ' : ''}no serial`
}

const shortOf = (device: EvidenceDevice): Printed => ({
  serial: device.serial,
  device: device.device,
  result: device.result,
  ...device.certificate,
})

/** What Blancco says of a level is its own word, and so it is printed. */
const blanccoReport = (sessions: readonly EvidenceSession[]): Printed => ({
  hostSerial: sessions[0]?.hostSerial ?? null,
  assetTag: sessions[0]?.assetTag ?? null,
  devices: sessions.flatMap((session) =>
    session.devices.map((device) => ({
      serial: device.serial,
      method: device.method,
      rounds: { firmware: device.firmwareRounds, overwrite: device.overwriteRounds },
      start: device.startAt,
      end: device.endAt,
      result: device.result,
      decision: device.certificate.decision,
      maxLevel: device.maxLevel === null ? null : `${device.maxLevel} (tool-claimed)`,
      ...(device.certificate.reasons.length > 0 ? { reasons: device.certificate.reasons } : {}),
    })),
  ),
})
