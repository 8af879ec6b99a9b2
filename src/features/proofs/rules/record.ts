// The authoritative record of one certificate, `omlopp-certificate/1`: what the journal entry that
// issues it commits to by hash. The paper only renders it. It names people by opaque ids alone and
// holds no text that somebody wrote: such text stands on the paper, and the record holds its seal,
// so that it can be removed (GDPR article 17) without breaking anything that is signed.
import {
  destructionRule,
  type CertifiedDevice,
  type CertifiedMedium,
  type ConfidentialityCategory,
  type DestructionVerification,
  type NotChecked,
} from '../rules.ts'
import {
  categoryAfter,
  destructionVerification,
  notCheckedOf,
  type CertificateContent,
  type DestructionContent,
  type ErasureContent,
  type SignedBy,
} from './content.ts'

const recordFormat = 'omlopp-certificate/1'

/** The certificate that this one replaces; its record's hash chains them. */
export interface Replaced {
  readonly id: string
  readonly number: string
  readonly certificateSha256: string
}

export interface RecordCircumstances {
  readonly id: string
  readonly publicId: string
  readonly deviceId: string
  readonly mediumId: string
  readonly resultId: string | null
  readonly replaces: Replaced | null
  /** Where the act took place, when the device stood in a named place. */
  readonly placeId: string | null
  /** Seals a text under the certificate's salt: hex of SHA-256(salt ‖ name ‖ LF ‖ text). */
  readonly seal: (name: string, text: string) => string
}

export type SealedName =
  'evidenceFileName' | 'writtenReason' | 'escalationReason' | 'equipment' | 'remainsTo'

export interface RecordRole {
  readonly role: 'sanitised' | 'verified' | 'escalated' | 'validated' | 'destroyed' | 'witnessed'
  /** Opaque; null when the rule decided and no person was asked. */
  readonly person: string | null
  readonly rule: string | null
  readonly organisation: string
  /** The role that the person held then, such as `technician`. */
  readonly position: string | null
  readonly witnessFor?: string
  readonly place: string | null
  readonly at: string
}

interface RecordHead {
  readonly format: typeof recordFormat
  /** `afterwards`: built from what was stored, for a certificate that was issued before records were. */
  readonly made: 'atIssue' | 'afterwards'
  readonly id: string
  readonly publicId: string
  readonly number: string
  readonly issuedAt: string
  readonly timeZone: string
  readonly issuer: string
  readonly owner: string
  readonly replaces: Replaced | null
  readonly device: CertifiedDevice & { readonly id: string }
  readonly medium: CertifiedMedium & { readonly id: string }
  readonly roles: readonly RecordRole[]
  readonly notChecked: readonly NotChecked[]
  readonly sealed: Readonly<Partial<Record<SealedName, string>>>
}

type Erasure = ErasureContent['erasure']
type ErasureFacts = Pick<
  Erasure,
  | 'method'
  | 'requiredMethod'
  | 'technique'
  | 'techniqueDetail'
  | 'interfaceCommand'
  | 'toolName'
  | 'toolVersion'
  | 'toolPackageVersion'
  | 'startedAt'
  | 'endedAt'
  | 'timeZone'
  | 'clockSource'
  | 'roundsRequested'
  | 'roundsDone'
  | 'passesRequested'
  | 'passesDone'
  | 'erasedBytes'
  | 'hostProtectedArea'
  | 'deviceConfigurationOverlay'
  | 'passErrors'
  | 'verificationErrors'
  | 'syncErrors'
  | 'reallocatedSectors'
  | 'pendingSectors'
  | 'categoryBefore'
  | 'categoryAfter'
  | 'destination'
>

export interface ErasureRecord extends RecordHead {
  readonly kind: 'erasure'
  readonly sanitisation: ErasureFacts
  readonly verification: Erasure['verification']
  readonly validation: {
    readonly verdict: Erasure['verdict']
    readonly rule: string
    readonly by: 'rule' | 'person'
    readonly reasonCodes: readonly string[]
  }
  readonly evidence: {
    readonly sha256: string
    readonly origin: Erasure['evidenceOrigin']
    readonly result: string | null
  }
}

export interface DestructionRecord extends RecordHead {
  readonly kind: 'destruction'
  readonly destruction: {
    readonly method: 'destroy'
    readonly technique: DestructionContent['method']
    readonly destroyedAt: string
    readonly afterFailedErasure: boolean
    readonly largestParticleMm?: number
    readonly wasteCode?: string
    readonly categoryBefore?: ConfidentialityCategory
    readonly categoryAfter?: ConfidentialityCategory
  }
  /** Not in records that were made before this was said. */
  readonly verification?: {
    readonly method: DestructionVerification
    readonly result: 'passed'
    /** When the witness confirmed, signed in as themselves. */
    readonly witnessConfirmedAt?: string
  }
  readonly validation?: { readonly verdict: 'approved'; readonly rule: string }
  readonly evidence: { readonly photoSha256: string | null }
}

export type CertificateRecord = ErasureRecord | DestructionRecord

export const certificateRecord = (
  content: CertificateContent,
  around: RecordCircumstances,
): CertificateRecord =>
  content.kind === 'erasure' ? erasureRecord(content, around) : destructionRecord(content, around)

function head(
  content: CertificateContent,
  number: string,
  medium: CertifiedMedium,
  around: RecordCircumstances,
) {
  return {
    format: recordFormat,
    made: 'atIssue',
    id: around.id,
    publicId: around.publicId,
    number,
    issuedAt: content.issuedAt,
    timeZone: content.timeZone,
    issuer: content.issuerId,
    owner: content.ownerId,
    replaces: around.replaces,
    device: { ...content.device, id: around.deviceId },
    medium: { ...medium, id: around.mediumId },
    notChecked: notCheckedOf(content),
  } as const
}

function roleOf(role: RecordRole['role'], by: SignedBy, placeId: string | null): RecordRole {
  return {
    role,
    person: by.personId,
    rule: null,
    organisation: by.organisationId,
    position: by.position ?? null,
    place: placeId,
    at: by.signedAt,
  }
}

function erasureRecord(content: ErasureContent, around: RecordCircumstances): ErasureRecord {
  const { erasure } = content
  const { certificateNumber, medium, verification, verdict, ruleVersion, review } = erasure
  const { sanitisedBy, verifiedBy, validatedBy, evidenceFileName, evidenceSha256Hex } = erasure
  const { evidenceOrigin, supersedes: _, ...facts } = erasure
  const seals = {
    evidenceFileName: around.seal('evidenceFileName', evidenceFileName),
    ...(review ? { writtenReason: around.seal('writtenReason', review.writtenReason) } : {}),
    ...(review?.escalationReason
      ? { escalationReason: around.seal('escalationReason', review.escalationReason) }
      : {}),
  }
  const byRule: RecordRole = {
    role: 'validated',
    person: null,
    rule: ruleVersion,
    organisation: content.issuerId,
    position: null,
    place: null,
    at: content.issuedAt,
  }
  return {
    ...head(content, certificateNumber, medium, around),
    kind: 'erasure',
    sanitisation: sanitisationOf(facts),
    verification,
    validation: {
      verdict,
      rule: ruleVersion,
      by: review ? 'person' : 'rule',
      reasonCodes: review?.reasonCodes ?? [],
    },
    roles: [
      roleOf('sanitised', sanitisedBy, around.placeId),
      roleOf('verified', verifiedBy, around.placeId),
      ...(erasure.escalatedBy ? [roleOf('escalated', erasure.escalatedBy, null)] : []),
      validatedBy ? roleOf('validated', validatedBy, null) : byRule,
    ],
    evidence: {
      sha256: evidenceSha256Hex,
      origin: evidenceOrigin,
      result: around.resultId,
    },
    sealed: seals,
  }
}

const sanitisationOf = (facts: ErasureFacts): ErasureFacts => ({
  method: facts.method,
  requiredMethod: facts.requiredMethod,
  technique: facts.technique,
  techniqueDetail: facts.techniqueDetail,
  interfaceCommand: facts.interfaceCommand,
  toolName: facts.toolName,
  toolVersion: facts.toolVersion,
  toolPackageVersion: facts.toolPackageVersion,
  startedAt: facts.startedAt,
  endedAt: facts.endedAt,
  timeZone: facts.timeZone,
  clockSource: facts.clockSource,
  roundsRequested: facts.roundsRequested,
  roundsDone: facts.roundsDone,
  passesRequested: facts.passesRequested,
  passesDone: facts.passesDone,
  erasedBytes: facts.erasedBytes,
  hostProtectedArea: facts.hostProtectedArea,
  deviceConfigurationOverlay: facts.deviceConfigurationOverlay,
  passErrors: facts.passErrors,
  verificationErrors: facts.verificationErrors,
  syncErrors: facts.syncErrors,
  reallocatedSectors: facts.reallocatedSectors,
  pendingSectors: facts.pendingSectors,
  categoryBefore: facts.categoryBefore,
  categoryAfter: facts.categoryAfter,
  destination: facts.destination,
})

function destructionRecord(
  content: DestructionContent,
  around: RecordCircumstances,
): DestructionRecord {
  const { performedBy, witness, equipment, remains } = content
  return {
    ...head(content, content.number, content.medium, around),
    kind: 'destruction',
    destruction: {
      method: 'destroy',
      technique: content.method,
      destroyedAt: content.destroyedAt,
      afterFailedErasure: content.afterFailedErasure,
      ...statedOf(content),
    },
    verification: {
      method: destructionVerification(content),
      result: 'passed',
      ...(witness.confirmed ? { witnessConfirmedAt: witness.signedAt } : {}),
    },
    validation: { verdict: 'approved', rule: destructionRule },
    roles: [
      roleOf('destroyed', performedBy, around.placeId),
      { ...roleOf('witnessed', witness, around.placeId), witnessFor: witness.role },
    ],
    evidence: { photoSha256: content.photoSha256Hex },
    sealed: {
      ...(equipment === null ? {} : { equipment: around.seal('equipment', equipment) }),
      ...(remains ? { remainsTo: around.seal('remainsTo', remains.receiver) } : {}),
    },
  }
}

/** Only what was stated stands there. */
function statedOf(content: DestructionContent) {
  const { largestParticleMm, remains, categoryBefore } = content
  const after = categoryAfter(content)
  return {
    ...(largestParticleMm ? { largestParticleMm } : {}),
    ...(remains?.wasteCode ? { wasteCode: remains.wasteCode } : {}),
    ...(categoryBefore ? { categoryBefore } : {}),
    ...(after ? { categoryAfter: after } : {}),
  }
}
