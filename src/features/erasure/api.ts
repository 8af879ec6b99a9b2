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
} from '../../core/endpoint.ts'
import { dataStates } from '../devices/rules/status.ts'
import { mediumKinds, mediumStates } from './rules/media.ts'
import { confidentialityCategories } from '../proofs/rules.ts'
import {
  allRevocationReasons,
  destructionMethods,
  resultStates,
  revocationReasons,
  wasteCodePattern,
} from './rules/states.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const Bytes = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

const Medium = Closed({
  id: UuidType(),
  serial: Type.String(),
  model: Nullable(Type.String()),
  capacityBytes: Nullable(Type.Integer()),
  nativeBytes: Nullable(Type.Integer()),
  kind: Choice(mediumKinds),
  /** As of the device’s present use: what was proven before it was last handed out is in place again. */
  state: Choice(mediumStates),
})
const DeviceMedia = Closed({
  deviceId: UuidType(),
  dataState: Choice(dataStates),
  /** `MEDIA_MISSING`: no medium is known, so that the data state cannot be proven. */
  unproven: Nullable(Choice(['MEDIA_MISSING', 'MEDIA_HOLD_DATA'])),
  items: Type.Array(Medium),
})
const FoundMedium = Closed({
  id: Type.Optional(UuidType()),
  serial: Text(200),
  model: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  capacityBytes: Type.Optional(Nullable(Bytes)),
  nativeBytes: Type.Optional(Nullable(Bytes)),
  kind: Choice(mediumKinds),
  state: Type.Optional(Choice(['inPlace', 'removed'])),
})
const media = Type.Array(FoundMedium, { maxItems: 200 })

const Reference = Nullable(Closed({ id: UuidType(), name: Nullable(Type.String()) }))
const Reasons = Type.Array(Closed({ code: Type.String(), text: Type.String() }))

export const ErasureResult = Closed({
  id: UuidType(),
  evidenceId: UuidType(),
  fileName: Nullable(Type.String()),
  sha256: Nullable(Type.String()),
  tool: Nullable(Type.String()),
  toolVersion: Nullable(Type.String()),
  session: Type.Integer(),
  drive: Type.Integer(),
  serial: Nullable(Type.String()),
  model: Nullable(Type.String()),
  bytes: Nullable(Type.Integer()),
  method: Nullable(Type.String()),
  state: Choice(resultStates),
  decision: Choice(['issue', 'review', 'refuse']),
  reasons: Reasons,
  level: Choice(['none', 'clear', 'purge', 'destroy']),
  device: Nullable(
    Closed({
      id: UuidType(),
      assetTag: Nullable(Type.String()),
      serialNumber: Nullable(Type.String()),
      maker: Type.String(),
      model: Type.String(),
      dataState: Choice(dataStates),
    }),
  ),
  medium: Nullable(Closed({ id: UuidType(), serial: Type.String() })),
  /** The medium whose serial is written differently: for a person to match, never taken for it. */
  suggestion: Nullable(
    Closed({
      mediumId: UuidType(),
      serial: Type.String(),
      deviceId: UuidType(),
      assetTag: Nullable(Type.String()),
    }),
  ),
  certificate: Nullable(Closed({ id: UuidType(), number: Type.String() })),
  recordedAt: InstantType(),
  recordedBy: Reference,
  reviewedAt: Nullable(InstantType()),
  reviewedBy: Reference,
  reviewReason: Nullable(Type.String()),
  /** A reviewer could not decide and handed the question on: another person decides. */
  escalatedAt: Nullable(InstantType()),
  escalatedBy: Reference,
  escalationReason: Nullable(Type.String()),
  /** Drawn for the sample that a second person validates (R2v3, appendix B). */
  drawn: Type.Boolean(),
})

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
  publicId: Type.String(),
})

const mediaRefusals = [
  'device-not-found',
  'device-not-in-keeping',
  'not-data-bearing',
  'serial-placeholder',
  'repeated-medium',
  'medium-not-found',
  'medium-omitted',
] as const

export const api = {
  putMedia: endpoint({
    method: 'PUT',
    path: '/devices/{deviceId}/media',
    permission: 'erasure.record',
    summary: 'The storage media of a device, whole: a medium taken out is said to be removed.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({ media }),
    output: DeviceMedia,
    refusals: mediaRefusals,
  }),
  recordMedia: endpoint({
    method: 'POST',
    path: '/media',
    permission: 'erasure.record',
    summary: 'The storage media of many devices at once; each device is answered.',
    body: Closed({
      items: Type.Array(Closed({ deviceId: UuidType(), media }), { minItems: 1, maxItems: 500 }),
    }),
    output: Closed({
      done: Type.Integer(),
      refused: Type.Integer(),
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          done: Type.Boolean(),
          code: Nullable(Type.String()),
          title: Nullable(Type.String()),
        }),
      ),
    }),
    refusals: ['repeated-device'],
  }),
  getMedia: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/media',
    permission: 'erasure.see',
    summary: 'The storage media of a device, and whether its data state can be proven.',
    params: Closed({ deviceId: UuidType() }),
    output: DeviceMedia,
    refusals: ['device-not-found'],
  }),
  uploadInventory: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/inventory',
    permission: 'erasure.record',
    summary: 'A capture of hardware (lshw, lsblk, smartctl …): its drives become media.',
    params: Closed({ deviceId: UuidType() }),
    upload: true,
    output: DeviceMedia,
    refusals: [
      ...mediaRefusals,
      'file-too-large',
      'inventory-unreadable',
      'inventory-without-drives',
      'inventory-of-another-device',
    ],
  }),
  uploadEvidence: endpoint({
    method: 'POST',
    path: '/erasure-evidence',
    permission: 'erasure.record',
    summary:
      'The log of a wiping tool, one file for any number of drives; `stationTimeZone` comes as a field before the file.',
    upload: true,
    status: 201,
    output: Closed({
      id: UuidType(),
      sha256: Type.String(),
      format: Type.String(),
      tool: Nullable(Type.String()),
      toolVersion: Nullable(Type.String()),
      understood: Type.Boolean(),
      /** Said when the file gives no result. */
      remark: Nullable(Type.String()),
      results: Type.Array(ErasureResult),
    }),
    refusals: [
      'file-empty',
      'file-too-large',
      'time-zone-unknown',
      'too-many-drives',
      'evidence-duplicate',
    ],
  }),
  listResults: endpoint({
    method: 'GET',
    path: '/erasure-results',
    permission: 'erasure.see',
    summary: 'Results by state, latest first; with `deviceId` all that is known of that device.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(resultStates)),
      /** Only what was drawn for the sample, or only what was not. */
      drawn: Type.Optional(Type.Boolean()),
      deviceId: Type.Optional(UuidType()),
    }),
    output: PageOf(ErasureResult),
    refusals: ['cursor-unknown'],
  }),
  getResult: endpoint({
    method: 'GET',
    path: '/erasure-results/{resultId}',
    permission: 'erasure.see',
    summary: 'One result, with the facts that were read of the drive.',
    params: Closed({ resultId: UuidType() }),
    output: Closed({
      ...ErasureResult.properties,
      facts: Type.Unsafe<Record<string, unknown>>({ type: 'object' }),
    }),
    refusals: ['result-not-found'],
  }),
  countErasures: endpoint({
    method: 'GET',
    path: '/erasure-counts',
    permission: 'erasure.see',
    summary: 'How much waits: devices to erase, devices without known media, results by state.',
    output: Closed({
      toErase: Type.Integer(),
      mediaMissing: Type.Integer(),
      /** Drawn for the sample, and waiting for a second person. */
      sample: Type.Integer(),
      results: Closed({
        issued: Type.Integer(),
        awaitingReview: Type.Integer(),
        refused: Type.Integer(),
        unmatched: Type.Integer(),
        released: Type.Integer(),
      }),
    }),
    refusals: [],
  }),
  reviewResult: endpoint({
    method: 'POST',
    path: '/erasure-results/{resultId}/review',
    permission: 'erasure.review',
    summary:
      'A second person approves or rejects, with a written reason that the certificate shows.',
    params: Closed({ resultId: UuidType() }),
    body: Closed({
      verdict: Choice(['approve', 'reject', 'escalate']),
      reason: Type.String({ minLength: 10, maxLength: 2000, pattern: '\\S' }),
      /** The station’s zone, where the upload did not say it. */
      stationTimeZone: Type.Optional(Text(100)),
    }),
    output: ErasureResult,
    refusals: [
      'result-not-found',
      'result-refused',
      'result-unmatched',
      'already-reviewed',
      'four-eyes',
      'escalated-by-you',
      'already-escalated',
      'device-not-in-keeping',
      'medium-destroyed',
      'time-zone-unknown',
      'certificate-impossible',
    ],
  }),
  matchResult: endpoint({
    method: 'POST',
    path: '/erasure-results/{resultId}/match',
    permission: 'erasure.record',
    summary:
      'Says which medium an unmatched result is of; it goes through the gate again, at best to review.',
    params: Closed({ resultId: UuidType() }),
    body: Closed({ mediumId: UuidType() }),
    output: ErasureResult,
    refusals: [
      'result-not-found',
      'result-refused',
      'result-matched',
      'medium-not-found',
      'medium-destroyed',
    ],
  }),
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
