// A certificate withdrawn: the device that stood on it must be erased again.
import type { Input, Output } from '../../../core/endpoint.ts'
import { refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps, type LockedDevice } from '../../custody/actions/steps.ts'
import type { certificatesApi } from '../api/certificates.ts'
import { dataAfter } from '../rules/media.ts'
import type { RevocationReason } from '../rules/states.ts'
import * as store from '../store/certificates.ts'
import { mediaOf, unproveMedium } from '../store/media.ts'
import { certificateAnswer } from './certificates.ts'
import { sealOf } from './record.ts'

type In<Name extends keyof typeof certificatesApi> = Input<(typeof certificatesApi)[Name]>
type Out<Name extends keyof typeof certificatesApi> = Promise<
  Result<Output<(typeof certificatesApi)[Name]>>
>

/** By who issued it, or by the owner. */
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
  await withdraw(ctx, device, row, body)
  return certificateAnswer(ctx, row.id)
}

/** The device is locked, and the certificate was read under that lock. */
export async function withdraw(
  ctx: ActionContext,
  device: LockedDevice,
  row: store.CertificateRow,
  why: { readonly reason: RevocationReason; readonly explanation: string },
): Promise<void> {
  const explanation = why.explanation.trim()
  await store.revoke(ctx.tx, device.id, row.id, ctx.now, ctx.actorId, {
    reason: why.reason,
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
          reason: why.reason,
          // The words stay where they can be removed; with the salt anyone can check them.
          ...(row.salt
            ? { explanationSeal: sealOf(row.salt, 'revocationExplanation', explanation) }
            : {}),
        },
      },
      ...(set ? { set } : {}),
    },
  ])
}
