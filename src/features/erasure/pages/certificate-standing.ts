// How a certificate stands today, in one word.
import type { Output } from '../../../core/endpoint.ts'
import type { certificatesApi } from '../api/certificates.ts'

type Row = Output<typeof certificatesApi.listCertificates>['items'][number]

/** One of a destruction is valid also while its witness has not answered. */
export function standingOf({
  revokedAt,
  supersededBy,
  awaitsWitness,
}: Pick<Row, 'revokedAt' | 'supersededBy' | 'awaitsWitness'>) {
  if (revokedAt) return 'revoked'
  if (supersededBy) return 'superseded'
  return awaitsWitness ? 'awaitsWitness' : 'valid'
}
