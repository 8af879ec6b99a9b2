// Certificates of erasure and of destruction: issued, read, added to and revoked, never edited.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { confidentialityCategories } from '../../proofs/rules.ts'
import {
  allRevocationReasons,
  destructionMethods,
  revocationReasons,
  wasteCodePattern,
} from '../rules/states.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Reference = Nullable(Closed({ id: UuidType(), name: Nullable(Type.String()) }))

export const Certificate = Closed({
  id: UuidType(),
  number: Type.String(),
  kind: Choice(['erasure', 'destruction']),
  deviceId: UuidType(),
  mediumId: UuidType(),
  resultId: Nullable(UuidType()),
  serial: Nullable(Type.String()),
  assetTag: Nullable(Type.String()),
  model: Nullable(Type.String()),
  issuer: Reference,
  ownerId: UuidType(),
  issuedAt: InstantType(),
  revokedAt: Nullable(InstantType()),
  revocationReason: Nullable(Choice(allRevocationReasons)),
  revocationExplanation: Nullable(Type.String()),
  supersededBy: Nullable(Closed({ id: UuidType(), number: Nullable(Type.String()) })),
  /** Of a destruction that stands: whether the witness whom it names has yet to answer. */
  awaitsWitness: Type.Boolean(),
  publicId: Type.String(),
})

export const certificatesApi = {
  recordDestruction: endpoint({
    method: 'POST',
    path: '/destructions',
    permission: 'erasure.record',
    summary: 'A medium was destroyed, before a witness, who is asked to confirm it.',
    body: Closed({
      mediumId: UuidType(),
      method: Choice(destructionMethods),
      witnessId: UuidType(),
      photoSha256: Type.Optional(Nullable(Type.String({ pattern: '^[0-9a-f]{64}$' }))),
      equipment: Type.Optional(Nullable(Text(200))),
      /** In millimetres, as the sieve or the maker of the equipment says. */
      largestParticleMm: Type.Optional(Nullable(Type.Number({ minimum: 0.1, maximum: 500 }))),
      /** How confidential the content was, in the owner’s own classes (NIST SP 800-88 §4.6). */
      categoryBefore: Type.Optional(Nullable(Choice(confidentialityCategories))),
      /** Where the remains go, and as which waste (EWC). */
      remains: Type.Optional(
        Nullable(
          Closed({
            receiver: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
            wasteCode: Type.Optional(Nullable(Type.String({ pattern: wasteCodePattern }))),
          }),
        ),
      ),
    }),
    status: 201,
    output: Certificate,
    refusals: [
      'medium-not-found',
      'medium-destroyed',
      'device-not-in-keeping',
      'person-not-found',
      'witness-same-person',
    ],
  }),
  listCertificates: endpoint({
    method: 'GET',
    path: '/certificates',
    permission: 'erasure.see',
    summary: 'Certificates of erasure and of destruction, latest first.',
    query: Closed({
      ...PageQuery,
      deviceId: Type.Optional(UuidType()),
      /** Any part of number, serial of the medium or the device, or tag. */
      q: Type.Optional(Type.String({ maxLength: 100 })),
      kind: Type.Optional(Choice(['erasure', 'destruction'])),
      standing: Type.Optional(Choice(['valid', 'superseded', 'revoked'])),
    }),
    output: PageOf(Certificate),
    refusals: ['cursor-unknown'],
  }),
  getCertificate: endpoint({
    method: 'GET',
    path: '/certificates/{certificateId}',
    permission: 'erasure.see',
    summary: 'One certificate with all that it says; people are ids.',
    params: Closed({ certificateId: UuidType() }),
    output: Closed({
      ...Certificate.properties,
      content: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
      /** The authoritative record, `omlopp-certificate/1`, byte for byte. */
      record: Type.String(),
      recordSha256: Type.String(),
      /** Names of those signers whom the caller’s organisation may name. */
      signers: Type.Array(Closed({ id: UuidType(), name: Type.String() })),
    }),
    refusals: ['certificate-not-found'],
  }),
  addPhoto: endpoint({
    method: 'POST',
    path: '/certificates/{certificateId}/photo',
    permission: 'erasure.record',
    summary:
      'Adds the photo that a certificate of destruction lacks: a new certificate is issued in its place.',
    params: Closed({ certificateId: UuidType() }),
    body: Closed({ photoSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    status: 201,
    output: Certificate,
    refusals: ['certificate-not-found', 'photo-needless', 'certificate-ended', 'not-issuer'],
  }),
  revokeCertificate: endpoint({
    method: 'POST',
    path: '/certificates/{certificateId}/revocation',
    permission: 'erasure.review',
    summary: 'Revokes a certificate; a device that stood on it holds data again.',
    params: Closed({ certificateId: UuidType() }),
    body: Closed({
      reason: Choice(revocationReasons),
      /** In words, for the parties. */
      explanation: Type.String({ minLength: 10, maxLength: 2000, pattern: '\\S' }),
    }),
    output: Certificate,
    refusals: ['certificate-not-found', 'already-revoked', 'not-issuer', 'device-not-found'],
  }),
}
