// The gate: may a certificate of erasure be issued on this evidence, for this medium of this device?
import { normaliseSerial } from '../../devices/rules/serial.ts'
import { decideCertificate } from './certificate.ts'
import { clockReasons } from './clock.ts'
import type { EvidenceFacts } from './evidence/shape.ts'
import { weigh, type Certificate, type ReasonCode } from './reasons.ts'

export type MediumKind = 'magnetic' | 'flash' | 'hybrid' | 'unknown'
/** NIST SP 800-88 r2; `none` is what a refused erasure has achieved. */
export type AchievedLevel = 'none' | 'clear' | 'purge' | 'destroy'
export type RequiredLevel = Exclude<AchievedLevel, 'none'>

/** A medium as the inventory read it before anything was wiped. */
export interface InventoriedMedium {
  readonly serial: string | null
  readonly model: string | null
  readonly capacityBytes: number | null
  /** Native size, hidden areas included, where a tool could read it. */
  readonly nativeBytes?: number | null
  readonly kind: MediumKind
}

export interface GateQuestion {
  readonly evidenceDevice: EvidenceFacts
  readonly evidenceSha256AlreadyUsed: boolean
  /** The file says that it is for training, and the organisation is not a demonstration. */
  readonly trainingMaterial?: boolean
  readonly medium: InventoriedMedium | null
  readonly device: {
    readonly receivedAt: Date | null
    readonly outcomeAt: Date | null
    /** Locks that remain: `activation-lock`, `bios-password`, … */
    readonly locks: readonly string[]
  }
  readonly policy: { readonly requiredLevel: Readonly<Record<MediumKind, RequiredLevel>> }
  readonly stationTimeZone: string | null
  readonly receivedByServerAt: Date
  /** Memory of the station: a drive of four times the size cannot have been verified from cache. */
  readonly stationRamBytes?: number | null
  /** The drive has been read back by another tool, and held nothing of before. */
  readonly readBackClean?: boolean
  /** Set when the device was drawn for the sample that another person must validate. */
  readonly sample?: { readonly operatorId: string; readonly validatorId: string | null } | null
}

export interface GateAnswer extends Certificate {
  readonly level: AchievedLevel
}

const rank: Record<AchievedLevel, number> = { none: 0, clear: 1, purge: 2, destroy: 3 }

function* serialReasons(facts: EvidenceFacts, medium: InventoriedMedium): Generator<ReasonCode> {
  if (facts.serial === null) return
  if (medium.serial === null || medium.serial === '') return yield 'SERIAL_UNKNOWN'
  if (facts.serial === medium.serial) return
  // A search may forgive a dash, a proof may not: two drives can differ by nothing more.
  yield 'SERIAL_MISMATCH'
  yield normaliseSerial(facts.serial) === normaliseSerial(medium.serial)
    ? 'SERIAL_WRITTEN_DIFFERENTLY'
    : 'SERIAL_OF_ANOTHER_MEDIUM'
}

const bareModel = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Tools cut long names and leave out the maker (`WDC `), so that one may hold the other. */
function sameModel(one: string, other: string): boolean {
  const [short = '', long = ''] = [bareModel(one), bareModel(other)].sort(
    (a, b) => a.length - b.length,
  )
  return short === long || (short.length >= 6 && long.includes(short))
}

const erasedBytes = (facts: EvidenceFacts): number | null => facts.bytesErased ?? facts.bytesTotal

function* sizeReasons(facts: EvidenceFacts, medium: InventoriedMedium): Generator<ReasonCode> {
  const bytes = erasedBytes(facts)
  if (facts.technique !== 'overwrite' && bytes === null) return
  const native = medium.nativeBytes ?? null
  if (bytes === null || (native === null && medium.capacityBytes === null))
    return yield 'CAPACITY_UNKNOWN'
  if (native !== null && bytes < native) return yield 'PARTIAL_ERASURE'
  if (bytes !== (native ?? medium.capacityBytes)) yield 'CAPACITY_MISMATCH'
}

/** What the register knows can settle a doubt that the evidence alone must leave open. */
function isSettled(reason: ReasonCode, question: GateQuestion): boolean {
  const { evidenceDevice: facts, medium } = question
  const bytes = erasedBytes(facts)
  // Asked again below, with the zone; what the reader itself doubts of the clock remains.
  if (reason.startsWith('CLOCK_')) return !facts.doubts.includes(reason)
  if (reason === 'READBACK_MISSING') return question.readBackClean === true
  if (reason === 'CACHED_VERIFY')
    return (
      question.readBackClean === true ||
      (!!question.stationRamBytes && bytes !== null && bytes >= 4 * question.stationRamBytes)
    )
  if (reason === 'HIDDEN_AREA_UNKNOWN')
    return bytes !== null && !!medium?.nativeBytes && bytes === medium.nativeBytes
  return false
}

function* mediumReasons(question: GateQuestion, medium: InventoriedMedium): Generator<ReasonCode> {
  const { evidenceDevice: facts, policy } = question
  yield* serialReasons(facts, medium)
  if (facts.model !== null && medium.model !== null && !sameModel(facts.model, medium.model))
    yield 'MODEL_MISMATCH'
  yield* sizeReasons(facts, medium)
  if (rank[levelOf(facts)] < rank[policy.requiredLevel[medium.kind]]) yield 'LEVEL_TOO_LOW'
}

/** Overwriting reaches neither spare nor reallocated blocks, so it is clear at most. */
function levelOf(facts: EvidenceFacts): AchievedLevel {
  if (facts.technique === 'overwrite') return facts.maxLevel === null ? 'none' : 'clear'
  return facts.maxLevel ?? 'none'
}

/** An erasure that its tool did not verify counts as verified when another tool read it back. */
const withReadBack = ({ evidenceDevice: facts, readBackClean }: GateQuestion): EvidenceFacts =>
  readBackClean && facts.result === 'erased' ? { ...facts, verifiedByTool: true } : facts

function* reasonsOf(question: GateQuestion, ofEvidence: Certificate): Generator<ReasonCode> {
  const { evidenceDevice: facts, medium, device, sample } = question
  // Said alone: whatever else stands in it was made up.
  if (question.trainingMaterial) return yield 'TRAINING_MATERIAL'
  if (question.evidenceSha256AlreadyUsed) yield 'DUPLICATE'
  for (const reason of ofEvidence.reasons) if (!isSettled(reason, question)) yield reason
  // What is wrong with the run itself is said first and alone; the rest would only be noise.
  if (ofEvidence.decision === 'refuse') return
  if (medium) yield* mediumReasons(question, medium)
  else yield 'MEDIUM_UNKNOWN'
  if (device.receivedAt === null) yield 'NOT_RECEIVED'
  yield* clockReasons(facts, question.stationTimeZone, { ...device, ...question })
  if (sample && (sample.validatorId === null || sample.validatorId === sample.operatorId))
    yield 'FOUR_EYES'
  if (device.locks.length > 0) yield 'LOCKED'
}

/** Evidence, register, policy and time together. Refuse outranks review outranks issue. */
export function gateEvidence(asked: GateQuestion): GateAnswer {
  const question = { ...asked, evidenceDevice: withReadBack(asked) }
  const ofEvidence = decideCertificate(question.evidenceDevice)
  const answer = weigh(reasonsOf(question, ofEvidence))
  const achieved =
    answer.decision !== 'refuse' || answer.reasons.every((reason) => reason === 'LEVEL_TOO_LOW')
  return { ...answer, level: achieved ? levelOf(question.evidenceDevice) : 'none' }
}
