// Certificates, listed and read.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { certificatesApi } from '../api/certificates.ts'
import { signersOf } from '../rules/content.ts'
import type { RevocationReason } from '../rules/states.ts'
import * as store from '../store/certificates.ts'

type In<Name extends keyof typeof certificatesApi> = Input<(typeof certificatesApi)[Name]>
type Out<Name extends keyof typeof certificatesApi> = Promise<
  Result<Output<(typeof certificatesApi)[Name]>>
>

export async function listCertificates(
  ctx: ActionContext,
  { query }: In<'listCertificates'>,
): Out<'listCertificates'> {
  const { cursor, limit = 50, deviceId, q, kind, standing } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.listCertificates(ctx.tx, {
    deviceId: deviceId ?? null,
    search: q?.trim() || null,
    kind: kind ?? null,
    standing: standing ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.issuedAt.toISOString(), row.id])
  return done({ items: page.items.map(shownCertificate), next: page.next })
}

export async function getCertificate(
  ctx: ActionContext,
  { params }: In<'getCertificate'>,
): Out<'getCertificate'> {
  const row = await store.certificateById(ctx.tx, params.certificateId)
  if (!row) return refuse('certificate-not-found')
  return done({
    ...shownCertificate(row),
    content: { ...row.content },
    record: row.record,
    recordSha256: row.recordSha256.toString('hex'),
    signers: await store.signersNamed(ctx.tx, signersOf(row.content)),
  })
}

export async function certificateAnswer(ctx: ActionContext, id: string) {
  const row = await store.certificateById(ctx.tx, id)
  return row ? done(shownCertificate(row)) : refuse('certificate-not-found')
}

const shownCertificate = (row: store.CertificateRow) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  deviceId: row.deviceId,
  mediumId: row.mediumId,
  resultId: row.resultId,
  serial: row.serial,
  assetTag: row.assetTag,
  model: row.model,
  issuer: { id: row.organisationId, name: row.organisationName },
  ownerId: row.ownerId,
  issuedAt: row.issuedAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  revocationReason: row.revocationReason as RevocationReason | null,
  revocationExplanation: row.revocationWords,
  supersededBy: row.supersededBy ? { id: row.supersededBy, number: row.supersededByNumber } : null,
  awaitsWitness:
    row.content.kind === 'destruction' &&
    !row.content.witness.confirmed &&
    !row.revokedAt &&
    !row.supersededBy,
  publicId: row.publicId,
})
