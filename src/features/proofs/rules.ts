// What a certificate says, as plain values, and what must be true of it before it may be printed.
// Field numbers follow NIST SP 800-88 r2 §4.6 and the form of r1, appendix G.
import { done, refuse, type Result } from '../../core/result.ts'

/** One organisation as it is named on paper. */
export interface CertificateParty {
  readonly name: string
  readonly organisationNumber: string | null
  readonly addressLines: readonly string[]
  readonly contact: string | null
}

/**
 * A role holder at the moment of the act. `signature` says how it was signed, or that it was not.
 * The record knows people by id; the paper names those whom its reader may see.
 */
export interface Signatory {
  readonly personId: string
  /** Null for a person of another organisation, and for one whose name has been removed. */
  readonly name: string | null
  readonly title: string
  readonly organisationName: string
  readonly place: string
  readonly contact: string
  readonly signedAt: Date
  readonly signature: string
}

export type MediaType = 'magnetic' | 'flash' | 'hybrid' | 'optane' | 'tape' | 'other'
export type SanitisationMethod = 'clear' | 'purge' | 'destroy'
export type ErasureTechnique =
  'overwrite' | 'firmware-overwrite' | 'block-erase' | 'cryptographic-erase' | 'factory-reset'
export type SerialSource = 'inventory' | 'tool' | 'label'
export type ClockSource = 'server' | 'station-corrected' | 'station-uncorrected' | 'tool'
/** How the read-back reached the medium; a cached one proves nothing by itself. */
export type IoMode = 'direct' | 'cached' | 'device-command'
export type HiddenArea = 'none' | 'removed' | 'not-applicable' | 'unknown'
export type EvidenceOrigin = 'station-signed' | 'third-party-unsigned'
export const confidentialityCategories = ['none', 'low', 'moderate', 'high'] as const
export type ConfidentialityCategory = (typeof confidentialityCategories)[number]
export type Destination =
  'internal-reuse' | 'resale' | 'donation' | 'parts' | 'recycling' | 'owner' | 'unknown'

/** What a certificate never claims. The list is compulsory, so that nobody reads more into it. */
export type NotChecked =
  | 'laboratory-recovery'
  | 'ieee-2883'
  | 'medium-firmware'
  | 'over-provisioned-area'
  | 'unsampled-area'
  | 'hidden-area'
  | 'reallocated-sectors'
  | 'tool-signature'
  | 'station-clock'
  | 'other-media'
  | 'remains-identity'
  | 'witness-confirmation'
  | 'particle-size'

export interface LogPlace {
  /** Origin line of the checkpoint (C2SP tlog-checkpoint). */
  readonly origin: string
  readonly entryIndex: number
  readonly checkpointSize: number
  readonly checkpointRootBase64: string
}

/** The entry's place in the journal of the device, where no checkpoint has taken it in yet. */
export interface ChainPlace {
  readonly deviceId: string
  readonly seq: number
  readonly sha256Hex: string
}

export interface Succession {
  readonly supersedes: string | null
  readonly supersededBy: string | null
}

export interface Review {
  /** Codes of the gate, e.g. `CACHED_VERIFY`. */
  readonly reasonCodes: readonly string[]
  /** What the deciding person wrote. */
  readonly writtenReason: string
  /** What the one wrote who handed the question on. */
  readonly escalationReason?: string | null
}

/** Fields 1–6: which medium, and where it sat. */
export interface CertifiedMedium {
  readonly manufacturer: string
  readonly model: string
  /** The tool may cut the name; both are kept. */
  readonly modelByTool: string | null
  readonly serialNumber: string
  readonly serialSources: readonly SerialSource[]
  readonly assetTag: string | null
  readonly type: MediaType
  readonly transport: string | null
  readonly nativeCapacityBytes: number
}

export interface CertifiedDevice {
  readonly manufacturer: string
  readonly model: string
  readonly serialNumber: string
  readonly assetTag: string | null
}

export interface MediumErasure {
  readonly certificateNumber: string
  readonly medium: CertifiedMedium
  /** Field 7. */
  readonly categoryBefore: ConfidentialityCategory | null
  /** Field 8: the level that was reached, computed and never typed. */
  readonly method: SanitisationMethod
  readonly requiredMethod: SanitisationMethod | null
  /** Field 9. */
  readonly technique: ErasureTechnique
  readonly techniqueDetail: string | null
  readonly interfaceCommand: string | null
  /** Field 10: as the tool names itself, and as the station's package system names it. */
  readonly toolName: string
  readonly toolVersion: string
  readonly toolPackageVersion: string | null
  readonly startedAt: Date
  readonly endedAt: Date
  readonly timeZone: string
  readonly clockSource: ClockSource
  readonly roundsRequested: number
  readonly roundsDone: number
  readonly passesRequested: number
  readonly passesDone: number
  readonly erasedBytes: number
  readonly hostProtectedArea: HiddenArea
  readonly deviceConfigurationOverlay: HiddenArea
  readonly passErrors: number
  readonly verificationErrors: number
  readonly syncErrors: number
  readonly reallocatedSectors: number | null
  readonly pendingSectors: number | null
  /** Field 11. */
  readonly verification: {
    readonly method: 'full' | 'sample' | 'none'
    readonly samplePercent: number | null
    readonly result: 'passed' | 'failed'
    readonly ioMode: IoMode
    readonly checkedByTool: string | null
  }
  /** Field 12. `review` is set when a person decided, and null when the rule did. */
  readonly verdict: 'approved' | 'rejected' | 'escalated'
  readonly ruleVersion: string
  readonly review: Review | null
  /** Field 13. */
  readonly categoryAfter: ConfidentialityCategory | null
  readonly destination: Destination | null
  /** Field 14. */
  readonly sanitisedBy: Signatory
  readonly verifiedBy: Signatory
  readonly validatedBy: Signatory
  readonly escalatedBy?: Signatory | null
  readonly evidenceFileName: string
  readonly evidenceSha256Hex: string
  readonly evidenceOrigin: EvidenceOrigin
  readonly notChecked: readonly NotChecked[]
  readonly log: LogPlace | ChainPlace
  readonly succession: Succession
}

/** The data of one raderingsintyg: one certificate per medium, grouped per device. */
export interface ErasureCertificate {
  readonly documentNumber: string
  readonly issuedAt: Date
  readonly timeZone: string
  readonly issuer: CertificateParty
  readonly owner: CertificateParty
  readonly publicUrl: string
  readonly devices: readonly {
    readonly device: CertifiedDevice
    readonly media: readonly MediumErasure[]
  }[]
}

export type DestructionMethod =
  'shredding' | 'disintegration' | 'crushing' | 'drilling' | 'incineration' | 'melting'
export type DestructionVerification = 'witness' | 'witness-and-photo'
/** The rule that lets a destruction be certified: another person has witnessed it, in keeping. */
export const destructionRule = 'destruction/1'
export type WitnessRole = 'owner' | 'partner' | 'independent'

export interface DestructionCertificate {
  readonly documentNumber: string
  readonly issuedAt: Date
  readonly timeZone: string
  readonly issuer: CertificateParty
  readonly owner: CertificateParty
  readonly publicUrl: string
  readonly device: CertifiedDevice | null
  readonly medium: CertifiedMedium
  readonly categoryBefore: ConfidentialityCategory | null
  readonly reason: string
  /** The failed erasure that led here, if there was one. */
  readonly failedErasureNumber: string | null
  readonly method: DestructionMethod
  readonly equipment: string
  readonly largestParticleMm: number | null
  readonly destroyedAt: Date
  /** Field 11: what somebody saw, or what a camera did. */
  readonly verification: DestructionVerification
  /** Field 12. */
  readonly verdict: 'approved'
  readonly ruleVersion: string
  readonly categoryAfter: ConfidentialityCategory | null
  readonly performedBy: Signatory
  readonly witness: Signatory & { readonly role: WitnessRole; readonly confirmed: boolean }
  readonly photos: readonly {
    /** Null where the issuer keeps the picture and the journal its checksum alone. */
    readonly fileName: string | null
    readonly sha256Hex: string
    readonly takenAt: Date | null
  }[]
  readonly remainsTo: string | null
  readonly handOverNoteNumber: string | null
  readonly notChecked: readonly NotChecked[]
  readonly log: LogPlace | ChainPlace
  readonly succession: Succession
}

export const certificateRefusals = [
  'certificate-without-media',
  'certificate-serial-missing',
  'certificate-serial-unconfirmed',
  'certificate-not-approved',
  'certificate-not-verified',
  'certificate-with-errors',
  'certificate-partial',
  'certificate-level-too-low',
  'certificate-times-impossible',
  'certificate-claims-too-much',
  'certificate-witness-same-person',
  'certificate-photo-missing',
] as const
export type CertificateRefusal = (typeof certificateRefusals)[number]

const levels: readonly SanitisationMethod[] = ['clear', 'purge', 'destroy']

/** What follows from the facts themselves and so must stand on the list, whatever else does. */
export function leastNotChecked(erasure: MediumErasure): NotChecked[] {
  const list: NotChecked[] = ['ieee-2883', 'laboratory-recovery', 'medium-firmware']
  const flash = erasure.medium.type !== 'magnetic' && erasure.medium.type !== 'tape'
  if (flash && erasure.technique === 'overwrite') list.push('over-provisioned-area')
  if (erasure.verification.method === 'sample') list.push('unsampled-area')
  if (erasure.hostProtectedArea === 'unknown' || erasure.deviceConfigurationOverlay === 'unknown')
    list.push('hidden-area')
  if (erasure.reallocatedSectors === null || erasure.reallocatedSectors > 0)
    list.push('reallocated-sectors')
  if (erasure.evidenceOrigin === 'third-party-unsigned') list.push('tool-signature')
  if (erasure.clockSource === 'station-uncorrected' || erasure.clockSource === 'tool')
    list.push('station-clock')
  return list
}

/**
 * The last look before ink: a failed, partial or unverified erasure gives no certificate, and
 * none may claim more than its own facts allow. The gate that decides the verdict comes before this.
 */
export function checkErasureCertificate(
  certificate: ErasureCertificate,
): Result<ErasureCertificate, CertificateRefusal> {
  const all = certificate.devices.flatMap(({ media }) => media)
  if (all.length === 0 || certificate.devices.some(({ media }) => media.length === 0))
    return refuse('certificate-without-media')
  for (const erasure of all) {
    const code = erasureFault(erasure)
    if (code) return refuse(code, { serialNumber: erasure.medium.serialNumber })
  }
  return done(certificate)
}

function erasureFault(erasure: MediumErasure): CertificateRefusal | null {
  const { medium, verification } = erasure
  if (medium.serialNumber.trim() === '') return 'certificate-serial-missing'
  // At least two of register, tool and label must agree (field 3).
  if (new Set(medium.serialSources).size < 2) return 'certificate-serial-unconfirmed'
  if (erasure.verdict !== 'approved') return 'certificate-not-approved'
  const cachedAlone = verification.ioMode === 'cached' && erasure.review === null
  if (verification.method === 'none' || verification.result !== 'passed' || cachedAlone)
    return 'certificate-not-verified'
  if (erasure.passErrors + erasure.verificationErrors + erasure.syncErrors > 0)
    return 'certificate-with-errors'
  const unfinished =
    erasure.roundsDone < erasure.roundsRequested || erasure.passesDone < erasure.passesRequested
  if (unfinished || erasure.erasedBytes !== medium.nativeCapacityBytes) return 'certificate-partial'
  const required = erasure.requiredMethod ?? 'clear'
  if (levels.indexOf(erasure.method) < levels.indexOf(required)) return 'certificate-level-too-low'
  if (erasure.startedAt >= erasure.endedAt) return 'certificate-times-impossible'
  const claimed = leastNotChecked(erasure).some((item) => !erasure.notChecked.includes(item))
  return claimed ? 'certificate-claims-too-much' : null
}

export function checkDestructionCertificate(
  certificate: DestructionCertificate,
): Result<DestructionCertificate, CertificateRefusal> {
  const { medium, witness, performedBy, photos } = certificate
  if (medium.serialNumber.trim() === '') return refuse('certificate-serial-missing')
  // A witness who is the operator has witnessed nothing.
  if (witness.personId === performedBy.personId)
    return refuse('certificate-witness-same-person', { serialNumber: medium.serialNumber })
  if (photos.length === 0)
    return refuse('certificate-photo-missing', { serialNumber: medium.serialNumber })
  // Nobody's word is taken for another's: without the witness's own the paper says so.
  const unsaid = !witness.confirmed && !certificate.notChecked.includes('witness-confirmation')
  if (unsaid || certificate.notChecked.length === 0)
    return refuse('certificate-claims-too-much', { serialNumber: medium.serialNumber })
  return done(certificate)
}
