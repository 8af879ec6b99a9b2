// Certificates read and revoked, and media destroyed.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { custodianOf } from '../../custody/rules.ts'
import { isEnded } from '../../devices/rules/status.ts'
import { missingPeople } from '../../organisations/store.ts'
import type { api } from '../api.ts'
import { destructionContent, signersOf } from '../rules/content.ts'
import { dataAfter } from '../rules/media.ts'
import type { RevocationReason } from '../rules/states.ts'
import * as store from '../store/certificates.ts'
import { hasFailed } from '../store/evidence.ts'
import { mediaOf, mediumById, unproveMedium } from '../store/media.ts'
import { certifiedDevice } from './gate.ts'
import { issueCertificates } from './issue.ts'
import { sealOf } from './record.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

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

export async function recordDestruction(
  ctx: ActionContext,
  { body }: In<'recordDestruction'>,
): Out<'recordDestruction'> {
  const chosen = await mediumById(ctx.tx, body.mediumId)
  if (!chosen) return refuse('medium-not-found')
  if (body.witnessId === ctx.actorId) return refuse('witness-same-person')
  const [nobody] = await missingPeople(ctx.tx, [body.witnessId])
  if (nobody) return refuse('person-not-found', { personId: nobody })
  const device = (await lockDevices(ctx, [chosen.deviceId])).get(chosen.deviceId)
  if (!device) return refuse('medium-not-found')
  const inDepot = device.account.kind === 'depot' && !isEnded(device.status)
  if (!inDepot || custodianOf(device.account) !== ctx.organisationId)
    return refuse('device-not-in-keeping', { deviceId: device.id })
  const media = await mediaOf(ctx.tx, [device.id])
  const medium = media.find((one) => one.id === chosen.id)
  if (!medium) return refuse('medium-not-found')
  if (medium.state === 'destroyed') return refuse('medium-destroyed')
  const signed = (personId: string) => ({
    personId,
    organisationId: ctx.organisationId,
    signedAt: ctx.now.toISOString(),
  })
  const afterFailedErasure = await hasFailed(ctx.tx, medium.id)
  const photoSha256Hex = body.photoSha256 ?? null
  const proof = {
    device,
    medium,
    resultId: null,
    tells: { method: body.method, witness: body.witnessId, photo: photoSha256Hex },
    content: (number: string, supersedes: string | null) =>
      destructionContent({
        number,
        supersedes,
        medium,
        device: certifiedDevice(device),
        ownerId: device.ownerId,
        issuerId: ctx.organisationId,
        issuedAt: ctx.now,
        method: body.method,
        equipment: body.equipment ?? null,
        performedBy: signed(ctx.actorId),
        witness: {
          ...signed(body.witnessId),
          role: device.ownerId === ctx.organisationId ? 'owner' : 'partner',
        },
        photoSha256Hex,
        afterFailedErasure,
        timeZone: 'Europe/Stockholm',
      }),
  }
  const [issued] = await issueCertificates(ctx, 'destruction', [proof], media)
  return certificateAnswer(ctx, issued!.id)
}

/** A certificate is never edited: with its photo the same destruction gets a new one. */
export async function addPhoto(
  ctx: ActionContext,
  { params, body }: In<'addPhoto'>,
): Out<'addPhoto'> {
  const seen = await store.certificateById(ctx.tx, params.certificateId)
  if (!seen) return refuse('certificate-not-found')
  if (seen.organisationId !== ctx.organisationId) return refuse('not-issuer')
  const device = (await lockDevices(ctx, [seen.deviceId])).get(seen.deviceId)
  const row = await store.certificateById(ctx.tx, seen.id)
  if (!device || !row) return refuse('certificate-not-found')
  const { content } = row
  if (content.kind !== 'destruction' || content.photoSha256Hex) return refuse('photo-needless')
  if (row.revokedAt || row.supersededBy) return refuse('certificate-ended')
  const media = await mediaOf(ctx.tx, [device.id])
  const medium = media.find((one) => one.id === row.mediumId)
  if (!medium) return refuse('certificate-not-found')
  const photoSha256Hex = body.photoSha256
  const proof = {
    device,
    medium,
    resultId: null,
    again: true,
    tells: { method: content.method, witness: content.witness.personId, photo: photoSha256Hex },
    content: (number: string, supersedes: string | null) => ({
      ...content,
      number,
      supersedes,
      photoSha256Hex,
      issuedAt: ctx.now.toISOString(),
    }),
  }
  const [issued] = await issueCertificates(ctx, 'destruction', [proof], media)
  return certificateAnswer(ctx, issued!.id)
}

/** Revoked by who issued it, or by the owner; the device that stood on it must be erased again. */
export async function revokeCertificate(
  ctx: ActionContext,
  { params, body }: In<'revokeCertificate'>,
): Out<'revokeCertificate'> {
  const seen = await store.certificateById(ctx.tx, params.certificateId)
  if (!seen) return refuse('certificate-not-found')
  const device = (await lockDevices(ctx, [seen.deviceId])).get(seen.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: seen.deviceId })
  if (![seen.organisationId, device.ownerId].includes(ctx.organisationId))
    return refuse('not-issuer')
  const row = await store.certificateById(ctx.tx, params.certificateId)
  if (!row || row.revokedAt) return refuse('already-revoked')
  const explanation = body.explanation.trim()
  await store.revoke(ctx.tx, device.id, row.id, ctx.now, ctx.actorId, {
    reason: body.reason,
    explanation,
  })
  const media = await mediaOf(ctx.tx, [device.id])
  const medium = media.find((one) => one.id === row.mediumId)
  // A superseded certificate is the ground of nothing any more.
  const isGround =
    row.supersededBy === null && (medium?.state === 'erased' || medium?.state === 'destroyed')
  if (isGround) await unproveMedium(ctx.tx, device.id, row.mediumId)
  const after = media.map((one) =>
    isGround && one.id === row.mediumId ? { ...one, state: 'inPlace' as const, spent: false } : one,
  )
  const set = isGround ? dataAfter(device, after) : null
  await takeSteps(ctx, [
    {
      device,
      entry: {
        kind: 'erasure.certificateRevoked',
        content: {
          certificate: row.id,
          number: row.number,
          certificateSha256: row.recordSha256.toString('hex'),
          medium: row.mediumId,
          reason: body.reason,
          // The words stay where they can be removed; with the salt anyone can check them.
          ...(row.salt
            ? { explanationSeal: sealOf(row.salt, 'revocationExplanation', explanation) }
            : {}),
        },
      },
      ...(set ? { set } : {}),
    },
  ])
  return certificateAnswer(ctx, row.id)
}

async function certificateAnswer(ctx: ActionContext, id: string) {
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
  publicId: row.publicId,
})
