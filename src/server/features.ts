// Every feature that answers over HTTP: its declared endpoints and the functions behind them.
import { api as custodyApi } from '../features/custody/api.ts'
import * as handIn from '../features/custody/actions/hand-in.ts'
import * as handOut from '../features/custody/actions/hand-out.ts'
import * as life from '../features/custody/actions/life.ts'
import { api as devicesApi } from '../features/devices/api.ts'
import * as deviceList from '../features/devices/actions/list.ts'
import * as deviceRegister from '../features/devices/actions/register.ts'
import { api as organisationsApi } from '../features/organisations/api.ts'
import * as organisations from '../features/organisations/actions.ts'
import { api as erasureApi } from '../features/erasure/api.ts'
import * as erasureCertificates from '../features/erasure/actions/certificates.ts'
import * as erasureEvidence from '../features/erasure/actions/evidence.ts'
import * as erasureMedia from '../features/erasure/actions/media.ts'
import * as erasureResults from '../features/erasure/actions/results.ts'
import * as erasureReview from '../features/erasure/actions/review.ts'
import { api as proofsApi } from '../features/proofs/api.ts'
import * as proofsCertificate from '../features/proofs/actions/certificate.ts'
import * as proofsHandover from '../features/proofs/actions/handover.ts'
import { implement, type Bound } from './implement.ts'

// These four stand before sign-in or tell who is signed in: session.ts answers them.
const {
  signIn: _in,
  signOut: _out,
  me: _me,
  signInHints: _hints,
  ...organisationsRest
} = organisationsApi

export const features: readonly (readonly Bound[])[] = [
  implement('organisations', organisationsRest, organisations),
  implement('devices', devicesApi, { ...deviceList, ...deviceRegister }),
  implement('custody', custodyApi, { ...handOut, ...handIn, ...life }),
  implement('erasure', erasureApi, {
    ...erasureMedia,
    ...erasureEvidence,
    ...erasureResults,
    ...erasureReview,
    ...erasureCertificates,
  }),
  implement('proofs', proofsApi, { ...proofsCertificate, ...proofsHandover }),
]
