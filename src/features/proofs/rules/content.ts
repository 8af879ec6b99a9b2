// What is stored of a certificate: all that the paper says, with ids where it names people and
// organisations. Names are filled in when it is printed, for those who may see them.
import type { Result } from '../../../core/result.ts'
import {
  checkDestructionCertificate,
  checkErasureCertificate,
  destructionRule,
  leastNotChecked,
  type CertificateParty,
  type CertificateRefusal,
  type CertifiedDevice,
  type ChainPlace,
  type ConfidentialityCategory,
  type DestructionCertificate,
  type ErasureCertificate,
  type LogPlace,
  type MediumErasure,
  type NotChecked,
  type Signatory,
  type WitnessRole,
} from '../rules.ts'

/** Who acted, in which role of the certificate, and when. */
export interface SignedBy {
  readonly personId: string
  readonly organisationId: string
  readonly signedAt: string
  /** The role of the organisation that the person held then; a later one says nothing of the act. */
  readonly position?: string | null
}

type Named = 'sanitisedBy' | 'verifiedBy' | 'validatedBy' | 'escalatedBy'

export interface ErasureContent {
  readonly version: 1
  readonly kind: 'erasure'
  readonly issuedAt: string
  readonly timeZone: string
  readonly issuerId: string
  readonly ownerId: string
  readonly device: CertifiedDevice
  readonly erasure: Omit<
    MediumErasure,
    Named | 'startedAt' | 'endedAt' | 'log' | 'succession' | 'notChecked'
  > & {
    readonly startedAt: string
    readonly endedAt: string
    readonly sanitisedBy: SignedBy
    readonly verifiedBy: SignedBy
    /** Null when the rule decided and no person was asked. */
    readonly validatedBy: SignedBy | null
    /** Who handed the question on before that. */
    readonly escalatedBy?: SignedBy | null
    readonly supersedes: string | null
  }
  /** The place in the organisation where it was done. */
  readonly placeId?: string | null
}

export interface DestructionContent {
  readonly version: 1
  readonly kind: 'destruction'
  readonly number: string
  readonly issuedAt: string
  readonly timeZone: string
  readonly issuerId: string
  readonly ownerId: string
  readonly device: CertifiedDevice
  readonly medium: DestructionCertificate['medium']
  readonly afterFailedErasure: boolean
  readonly method: DestructionCertificate['method']
  readonly equipment: string | null
  /** What the one who destroyed has stated; each may be left out. */
  readonly largestParticleMm?: number | null
  readonly categoryBefore?: ConfidentialityCategory | null
  readonly remains?: Remains | null
  readonly destroyedAt: string
  readonly performedBy: SignedBy
  /** Named by the one who destroyed, until `confirmed`: then `signedAt` is when the witness signed. */
  readonly witness: SignedBy & { readonly role: WitnessRole; readonly confirmed?: true }
  readonly photoSha256Hex: string | null
  readonly supersedes: string | null
  readonly placeId?: string | null
}

/** Where the fragments go; the receiver is somebody's words. */
export interface Remains {
  readonly receiver: string
  readonly wasteCode: string | null
}

export type CertificateContent = ErasureContent | DestructionContent

/** What the one who prints knows, in the language of the paper. */
export interface Names {
  person(by: SignedBy): Signatory
  /** Who was named as witness by the one who acted, and has not signed. */
  witness(by: DestructionContent['witness']): Signatory
  rule(version: string, at: Date): Signatory
  organisation(id: string): CertificateParty
  readonly reason: { readonly chosen: string; readonly failed: string }
  readonly notStated: string
}

export interface Standing {
  readonly log: LogPlace | ChainPlace
  readonly supersededBy: string | null
  readonly publicUrl: string
}

export function namedErasure(
  content: ErasureContent,
  names: Names,
  { log, supersededBy, publicUrl }: Standing,
): ErasureCertificate {
  const facts = content.erasure
  const { startedAt, endedAt, sanitisedBy, verifiedBy, validatedBy, escalatedBy, supersedes } =
    facts
  const issuedAt = new Date(content.issuedAt)
  const erasure: MediumErasure = {
    ...facts,
    startedAt: new Date(startedAt),
    endedAt: new Date(endedAt),
    sanitisedBy: names.person(sanitisedBy),
    verifiedBy: names.person(verifiedBy),
    validatedBy: validatedBy ? names.person(validatedBy) : names.rule(facts.ruleVersion, issuedAt),
    escalatedBy: escalatedBy ? names.person(escalatedBy) : null,
    log,
    succession: { supersedes, supersededBy },
    notChecked: [],
  }
  const notChecked = [...leastNotChecked(erasure), 'other-media' as const]
  return {
    documentNumber: facts.certificateNumber,
    issuedAt,
    timeZone: content.timeZone,
    issuer: names.organisation(content.issuerId),
    owner: names.organisation(content.ownerId),
    publicUrl,
    devices: [{ device: content.device, media: [{ ...erasure, notChecked }] }],
  }
}

export function namedDestruction(
  content: DestructionContent,
  names: Names,
  { log, supersededBy, publicUrl }: Standing,
): DestructionCertificate {
  return {
    documentNumber: content.number,
    issuedAt: new Date(content.issuedAt),
    timeZone: content.timeZone,
    issuer: names.organisation(content.issuerId),
    owner: names.organisation(content.ownerId),
    publicUrl,
    device: content.device,
    medium: content.medium,
    categoryBefore: content.categoryBefore ?? null,
    reason: content.afterFailedErasure ? names.reason.failed : names.reason.chosen,
    failedErasureNumber: null,
    method: content.method,
    equipment: content.equipment ?? names.notStated,
    largestParticleMm: content.largestParticleMm ?? null,
    destroyedAt: new Date(content.destroyedAt),
    verification: destructionVerification(content),
    verdict: 'approved',
    ruleVersion: destructionRule,
    categoryAfter: categoryAfter(content),
    performedBy: names.person(content.performedBy),
    witness: {
      ...names.witness(content.witness),
      role: content.witness.role,
      confirmed: content.witness.confirmed === true,
    },
    photos: content.photoSha256Hex
      ? [{ fileName: null, sha256Hex: content.photoSha256Hex, takenAt: null }]
      : [],
    remainsTo: remainsLine(content),
    handOverNoteNumber: null,
    notChecked: [
      ...(['ieee-2883', 'remains-identity', 'laboratory-recovery'] as const),
      ...(content.largestParticleMm ? (['particle-size'] as const) : []),
      ...(content.witness.confirmed ? [] : (['witness-confirmation'] as const)),
    ],
    log,
    succession: { supersedes: content.supersedes, supersededBy },
  }
}

/** Who classes the medium before says with its destruction that nothing readable is left. */
export const categoryAfter = ({ categoryBefore }: DestructionContent) =>
  categoryBefore ? ('none' as const) : null

/** `Metallåtervinning AB (16 02 16)` */
export const remainsLine = ({ remains }: DestructionContent): string | null =>
  remains
    ? [remains.receiver, remains.wasteCode && `(${remains.wasteCode})`].filter(Boolean).join(' ')
    : null

export const destructionVerification = ({ photoSha256Hex }: DestructionContent) =>
  photoSha256Hex ? 'witness-and-photo' : 'witness'

const nobody = (by: SignedBy): Signatory => ({
  personId: by.personId,
  name: null,
  title: '',
  organisationName: '',
  place: '',
  contact: '',
  signedAt: new Date(by.signedAt),
  signature: '',
})

const unnamed: Names = {
  person: nobody,
  witness: nobody,
  rule: (version, at) =>
    nobody({ personId: version, organisationId: '', signedAt: at.toISOString() }),
  organisation: (name) => ({ name, organisationNumber: null, addressLines: [], contact: null }),
  reason: { chosen: '', failed: '' },
  notStated: '',
}

const nowhere: Standing = {
  log: { deviceId: '', seq: 0, sha256Hex: '' },
  supersededBy: null,
  publicUrl: '',
}

/** The look before ink, at issue: what could not be printed may not be issued either. */
export const checkContent = (content: CertificateContent): Result<unknown, CertificateRefusal> =>
  content.kind === 'erasure'
    ? checkErasureCertificate(namedErasure(content, unnamed, nowhere))
    : checkDestructionCertificate(namedDestruction(content, unnamed, nowhere))

/** What the certificate never claims, as it follows from its facts. */
export const notCheckedOf = (content: CertificateContent): readonly NotChecked[] =>
  content.kind === 'erasure'
    ? namedErasure(content, unnamed, nowhere).devices[0]!.media[0]!.notChecked
    : namedDestruction(content, unnamed, nowhere).notChecked
