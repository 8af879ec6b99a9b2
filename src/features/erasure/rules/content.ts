// From what the evidence says and the register knows to what the certificate says.
import { refuse, done, type Result } from '../../../core/result.ts'
import {
  checkContent,
  type DestructionContent,
  type CertificateContent,
  type ErasureContent,
  type Remains,
  type SignedBy,
} from '../../proofs/rules/content.ts'
import type { Role } from '../../organisations/rules.ts'
import type {
  CertifiedDevice,
  CertifiedMedium,
  MediumErasure,
  SerialSource,
} from '../../proofs/rules.ts'
import { runTime } from './clock.ts'
import type { EvidenceFacts } from './evidence/shape.ts'
import type { AchievedLevel, RequiredLevel } from './gate.ts'
import type { Medium } from './media.ts'

/** The rule that decides, as certificates name it; a new version when the gate decides otherwise. */
const ruleVersion = 'gate/1'

export interface Circumstances {
  readonly number: string
  readonly medium: Medium
  readonly device: CertifiedDevice
  readonly ownerId: string
  readonly issuerId: string
  readonly issuedAt: Date
  /** Number of the certificate that this one replaces. */
  readonly supersedes: string | null
}

export interface ErasureCase extends Circumstances {
  readonly facts: EvidenceFacts
  readonly level: AchievedLevel
  readonly requiredLevel: RequiredLevel
  /** The owner's own, before the erasure. What is left afterwards nobody has classed. */
  readonly category: MediumErasure['categoryBefore']
  readonly tool: string | null
  readonly toolVersion: string | null
  readonly stationTimeZone: string | null
  readonly fileName: string
  readonly sha256Hex: string
  readonly operator: SignedBy
  readonly review: {
    readonly reasonCodes: readonly string[]
    readonly writtenReason: string
    readonly by: SignedBy
    readonly escalation?: { readonly writtenReason: string; readonly by: SignedBy }
  } | null
}

const techniques: Readonly<
  Record<NonNullable<EvidenceFacts['technique']>, MediumErasure['technique']>
> = {
  overwrite: 'overwrite',
  firmware: 'firmware-overwrite',
  'block-erase': 'block-erase',
  'crypto-erase': 'cryptographic-erase',
  format: 'factory-reset',
}

const hiddenAreas: Readonly<
  Record<EvidenceFacts['hiddenArea'], MediumErasure['hostProtectedArea']>
> = {
  none: 'none',
  not_applicable: 'not-applicable',
  present: 'unknown',
  unknown: 'unknown',
}

const mediumTypes = {
  magnetic: 'magnetic',
  flash: 'flash',
  hybrid: 'hybrid',
  unknown: 'other',
} as const

/** A person saw the drive empty, or the set-up screen: what the tool itself could not say. */
const seenByPerson = (codes: readonly string[]): boolean =>
  codes.includes('COMMAND_ONLY') || codes.includes('READBACK_MISSING')

/** The content, or why these facts can never carry a certificate whatever anybody writes. */
export function erasureContent(of: ErasureCase): Result<ErasureContent, 'certificate-impossible'> {
  const { facts, medium, review } = of
  const time = runTime(facts, of.stationTimeZone)
  if (typeof time === 'string') return refuse('certificate-impossible', { fault: time })
  if (facts.technique === null || of.level === 'none')
    return refuse('certificate-impossible', { fault: 'UNKNOWN_METHOD' })
  const overwritten = facts.bytesErased ?? facts.bytesTotal
  const inventoried = medium.nativeBytes ?? medium.capacityBytes
  // Inventories round sizes; a drive that took more bytes than the register knows is that large.
  const native = Math.max(inventoried ?? 0, facts.bytesExpected ?? 0, overwritten ?? 0)
  // A command of the drive itself concerns the whole of it and counts no bytes.
  const erased = overwritten ?? (facts.technique === 'overwrite' ? 0 : native)
  if (native === 0) return refuse('certificate-impossible', { fault: 'CAPACITY_UNKNOWN' })
  const byPerson = review !== null && seenByPerson(review.reasonCodes)
  const rounds = facts.roundsCompleted ?? facts.roundsRequested ?? 1
  const passes = facts.passesCompleted ?? rounds
  const content: ErasureContent = {
    version: 1,
    kind: 'erasure',
    issuedAt: of.issuedAt.toISOString(),
    timeZone: of.stationTimeZone ?? 'UTC',
    issuerId: of.issuerId,
    ownerId: of.ownerId,
    device: of.device,
    erasure: {
      certificateNumber: of.number,
      medium: {
        ...certifiedMedium(medium, native),
        modelByTool: facts.model,
        serialSources: sourcesOf(facts, medium),
        transport: facts.bus,
      },
      categoryBefore: of.category,
      method: of.level,
      requiredMethod: of.requiredLevel,
      technique: techniques[facts.technique],
      techniqueDetail: facts.method,
      interfaceCommand: facts.technique === 'overwrite' ? null : facts.method,
      toolName: of.tool ?? '–',
      toolVersion: of.toolVersion ?? '',
      toolPackageVersion: facts.station?.toolPackageVersion ?? null,
      startedAt: time.startAt.toISOString(),
      endedAt: time.endAt.toISOString(),
      timeZone: of.stationTimeZone ?? 'UTC',
      clockSource: facts.station
        ? 'station-corrected'
        : facts.startAt === null
          ? 'station-uncorrected'
          : 'tool',
      roundsRequested: facts.roundsRequested ?? rounds,
      roundsDone: rounds,
      passesRequested: passes,
      passesDone: passes,
      erasedBytes: erased,
      hostProtectedArea: hiddenAreas[facts.hiddenArea],
      deviceConfigurationOverlay: hiddenAreas[facts.hiddenArea],
      passErrors: facts.passErrors ?? 0,
      verificationErrors: facts.verifyErrors ?? 0,
      syncErrors: facts.fsyncErrors ?? 0,
      reallocatedSectors: facts.station?.reallocated ?? null,
      pendingSectors: facts.station?.pending ?? null,
      verification: verificationOf(of, byPerson),
      verdict: 'approved',
      ruleVersion,
      review: review && {
        reasonCodes: review.reasonCodes,
        writtenReason: review.writtenReason,
        ...(review.escalation ? { escalationReason: review.escalation.writtenReason } : {}),
      },
      categoryAfter: null,
      destination: null,
      sanitisedBy: of.operator,
      verifiedBy: of.operator,
      validatedBy: review?.by ?? null,
      ...(review?.escalation ? { escalatedBy: review.escalation.by } : {}),
      evidenceFileName: of.fileName,
      evidenceSha256Hex: of.sha256Hex,
      evidenceOrigin: facts.station ? 'station-signed' : 'third-party-unsigned',
      supersedes: of.supersedes,
    },
  }
  const printable = checkContent(content)
  return printable.ok ? done(content) : refuse('certificate-impossible', { fault: printable.code })
}

/** A tried content, once its number and its predecessor are known: they decide nothing. */
export const numbered =
  (content: ErasureContent) =>
  (number: string, supersedes: string | null): ErasureContent => ({
    ...content,
    erasure: { ...content.erasure, certificateNumber: number, supersedes },
  })

/**
 * The station's own read-back is what the paper claims, not the tool's word. Where the tool itself
 * read the whole medium past the cache, that is the stronger of the two.
 */
function verificationOf(
  { facts, tool }: ErasureCase,
  byPerson: boolean,
): ErasureContent['erasure']['verification'] {
  const { readBack } = facts
  const whole = facts.verifiedByTool && facts.ioMode === 'direct'
  if (readBack?.clean && readBack.mode === 'direct' && !whole)
    return {
      method: 'sample',
      samplePercent: readBack.percent,
      result: 'passed',
      ioMode: 'direct',
      checkedByTool: 'omlopp station',
    }
  return {
    method: byPerson ? 'sample' : facts.verifiedByTool ? 'full' : 'none',
    samplePercent: null,
    result: 'passed',
    ioMode: facts.ioMode ?? 'device-command',
    checkedByTool: tool,
  }
}

/** A station also has the tag of the device scanned before it wipes. */
function sourcesOf(facts: EvidenceFacts, medium: Medium): SerialSource[] {
  const byTool = facts.serial === medium.serial
  return facts.station?.tagScanned && byTool
    ? ['inventory', 'tool', 'label']
    : ['inventory', byTool ? 'tool' : 'label']
}

const certifiedMedium = (medium: Medium, native: number): CertifiedMedium => ({
  ...makerAndModel(medium.model),
  modelByTool: null,
  serialNumber: medium.serial,
  serialSources: ['inventory', 'label'],
  assetTag: null,
  type: mediumTypes[medium.kind],
  transport: null,
  nativeCapacityBytes: native,
})

/** Drives give the maker within the model's name, first: `SAMSUNG MZVLB512HBJQ`. */
function makerAndModel(name: string | null): { manufacturer: string; model: string } {
  const [, maker, model] = /^(?!SSD|HDD|NVMe|USB)(\p{L}{2,})\s+(\S.*)$/iu.exec(name ?? '') ?? []
  return { manufacturer: maker ?? '–', model: model ?? name ?? '–' }
}

export interface DestructionCase extends Circumstances {
  readonly method: DestructionContent['method']
  readonly equipment: string | null
  readonly largestParticleMm: number | null
  readonly categoryBefore: DestructionContent['categoryBefore']
  readonly remains: Remains | null
  readonly performedBy: SignedBy
  readonly witness: DestructionContent['witness']
  readonly photoSha256Hex: string | null
  readonly afterFailedErasure: boolean
  readonly timeZone: string
}

export const destructionContent = (of: DestructionCase): DestructionContent => ({
  version: 1,
  kind: 'destruction',
  number: of.number,
  issuedAt: of.issuedAt.toISOString(),
  timeZone: of.timeZone,
  issuerId: of.issuerId,
  ownerId: of.ownerId,
  device: of.device,
  medium: {
    ...certifiedMedium(of.medium, of.medium.nativeBytes ?? of.medium.capacityBytes ?? 0),
    // Who destroys picks the medium from the register; nothing has read its label.
    serialSources: ['inventory'],
  },
  afterFailedErasure: of.afterFailedErasure,
  method: of.method,
  equipment: of.equipment,
  largestParticleMm: of.largestParticleMm,
  categoryBefore: of.categoryBefore ?? null,
  remains: of.remains,
  destroyedAt: of.issuedAt.toISOString(),
  performedBy: of.performedBy,
  witness: of.witness,
  photoSha256Hex: of.photoSha256Hex,
  supersedes: of.supersedes,
})

/** Who signs it, each once. */
export function signersOf(content: CertificateContent): string[] {
  const signed =
    content.kind === 'erasure'
      ? [
          content.erasure.sanitisedBy,
          content.erasure.verifiedBy,
          content.erasure.validatedBy,
          content.erasure.escalatedBy,
        ]
      : [content.performedBy, content.witness]
  return [...new Set(signed.flatMap((by) => (by ? [by.personId] : [])))]
}

/** The content with the role that each signer holds at issue, and the place of the act. */
export function signedAtPlace(
  content: CertificateContent,
  positions: ReadonlyMap<string, Role>,
  placeId: string | null,
): CertificateContent {
  const held = <By extends SignedBy>(by: By): By => ({
    ...by,
    position: positions.get(by.personId) ?? null,
  })
  if (content.kind === 'destruction')
    return {
      ...content,
      placeId,
      performedBy: held(content.performedBy),
      witness: held(content.witness),
    }
  const { erasure } = content
  return {
    ...content,
    placeId,
    erasure: {
      ...erasure,
      sanitisedBy: held(erasure.sanitisedBy),
      verifiedBy: held(erasure.verifiedBy),
      validatedBy: erasure.validatedBy && held(erasure.validatedBy),
      ...(erasure.escalatedBy ? { escalatedBy: held(erasure.escalatedBy) } : {}),
    },
  }
}
