import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  UuidType,
} from '../../../core/endpoint.ts'
import { Certificate } from './certificates.ts'
import { destructionMethods } from '../rules/states.ts'

const certificateId = Closed({ certificateId: UuidType() })
const refusals = [
  'certificate-not-found',
  'not-witness',
  'witness-has-answered',
  'certificate-ended',
] as const

/** Whoever is named answers as themselves, so no role is asked for. */
export const witnessApi = {
  listWitnessing: endpoint({
    method: 'GET',
    path: '/witnessing',
    permission: 'signedIn',
    summary: 'Destructions that name you as witness and wait for your word, the oldest first.',
    output: Closed({
      items: Type.Array(
        Closed({
          certificateId: UuidType(),
          number: Type.String(),
          serial: Type.String(),
          device: Type.String(),
          assetTag: Nullable(Type.String()),
          method: Choice(destructionMethods),
          equipment: Nullable(Type.String()),
          largestParticleMm: Nullable(Type.Number()),
          remainsTo: Nullable(Type.String()),
          destroyedAt: InstantType(),
          destroyedBy: Nullable(Type.String()),
          hasPhoto: Type.Boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  confirmDestruction: endpoint({
    method: 'POST',
    path: '/certificates/{certificateId}/witness-confirmation',
    permission: 'signedIn',
    summary: 'The witness confirms: a new certificate that says so is issued in its place.',
    params: certificateId,
    status: 201,
    output: Certificate,
    refusals,
  }),
  denyDestruction: endpoint({
    method: 'POST',
    path: '/certificates/{certificateId}/witness-denial',
    permission: 'signedIn',
    summary: 'The witness did not see it: the certificate is revoked, with the witness’s words.',
    params: certificateId,
    body: Closed({
      explanation: Type.String({ minLength: 10, maxLength: 2000, pattern: '\\S' }),
    }),
    output: Certificate,
    refusals,
  }),
}
