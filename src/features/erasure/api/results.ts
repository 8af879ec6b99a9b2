// What the logs of wiping tools say of media, and what people decide of that.
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
import { dataStates } from '../../devices/rules/status.ts'
import { resultStates } from '../rules/states.ts'

const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
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

export const resultsApi = {
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
}
