// The first layer of the gate: what the evidence alone allows.
import type { EvidenceDevice, EvidenceFacts } from './evidence/shape.ts'
import { weigh, type Certificate, type ReasonCode } from './reasons.ts'

/** Longest run that is believed; a clock set back during a run gave 19 088 743 hours. */
const longestRunHours = 60 * 24

const notErased: Partial<Record<EvidenceFacts['result'], ReasonCode>> = {
  verify_only: 'NO_ERASURE_PERFORMED',
  failed: 'STATUS_FAILED',
  aborted: 'STATUS_ABORTED',
  not_started: 'NOT_STARTED',
  in_progress: 'IN_PROGRESS',
  incomplete: 'TRUNCATED',
  contradictory: 'CONTRADICTORY',
}

const virtualDevice = /^\/dev\/(?:mapper\/|dm-|loop|md|zram|nbd|ram|vd[a-z])/
const partition = /^\/dev\/(?:[shv]d[a-z]+\d+|(?:nvme\d+n\d+|mmcblk\d+)p\d+)$/

function isPartial(facts: EvidenceFacts): boolean {
  const { bytesErased, bytesExpected, bytesTotal, percent } = facts
  if (facts.device !== null && partition.test(facts.device)) return true
  if (percent !== null && percent !== '100.00%') return true
  if (bytesErased === null) return false
  return (
    (bytesExpected !== null && bytesErased !== bytesExpected) ||
    (bytesTotal !== null && bytesErased < bytesTotal)
  )
}

const hasErrors = (facts: EvidenceFacts): boolean =>
  [facts.passErrors, facts.verifyErrors, facts.fsyncErrors].some((n) => n !== null && n !== 0)

/** Hours of an `HH…:MM:SS`. */
export function hoursOf(duration: string | null): number | null {
  const match = /^(\d{1,12}):(\d\d):(\d\d)$/.exec(duration ?? '')
  return match ? Number(match[1]) + Number(match[2]) / 60 + Number(match[3]) / 3600 : null
}

function* clockDoubts(facts: EvidenceFacts): Generator<ReasonCode> {
  const start = facts.startAt ?? facts.startLocal
  const end = facts.endAt ?? facts.endLocal
  // Both have a fixed width, so that text order is time order.
  if (start !== null && end !== null && end < start) yield 'CLOCK_BACKWARDS'
  if ((hoursOf(facts.duration) ?? 0) > longestRunHours) yield 'CLOCK_IMPLAUSIBLE'
}

function* serialDoubts(facts: EvidenceFacts): Generator<ReasonCode> {
  if (facts.serialState === 'missing') yield 'SERIAL_MISSING'
  if (facts.serialState === 'unknown') yield 'SERIAL_UNKNOWN'
  if (facts.serialState === 'masked') yield 'SERIAL_MASKED'
}

function* reasonsOf(facts: EvidenceFacts): Generator<ReasonCode> {
  const refusal = notErased[facts.result]
  if (refusal) return yield refusal
  if (hasErrors(facts)) yield 'STATUS_FAILED'
  if (facts.hiddenArea === 'present') yield 'HIDDEN_AREA_NOT_ERASED'
  else if (isPartial(facts)) yield 'PARTIAL_ERASURE'
  if (facts.result === 'command_accepted') yield 'COMMAND_ONLY'
  else if (!facts.verifiedByTool) yield 'NOT_VERIFIED'
  yield* serialDoubts(facts)
  if (facts.hiddenArea === 'unknown') yield 'HIDDEN_AREA_UNKNOWN'
  // A verification that read the page cache proves nothing about the drive: nwipe 0.34 and 0.38
  // "verified" a drive that had dropped every write.
  if (facts.technique === 'overwrite' && facts.ioMode === 'cached') yield 'CACHED_VERIFY'
  if (facts.device !== null && virtualDevice.test(facts.device)) yield 'VIRTUAL_DEVICE'
  yield* clockDoubts(facts)
  yield* facts.doubts
}

/** What the evidence alone allows; `gateEvidence` asks the register as well. */
export const decideCertificate = (facts: EvidenceFacts): Certificate => weigh(reasonsOf(facts))

export const withCertificate = (facts: EvidenceFacts): EvidenceDevice => ({
  ...facts,
  certificate: decideCertificate(facts),
})
