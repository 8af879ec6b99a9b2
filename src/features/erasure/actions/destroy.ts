// Media destroyed before a witness, and what is said of the same destruction afterwards: a photo, or
// the witness's own word. A certificate is never edited, so each gets a new one in its place.
import type { Input } from '../../../core/endpoint.ts'
import { refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices } from '../../custody/actions/steps.ts'
import { custodianOf } from '../../custody/rules.ts'
import { isEnded } from '../../devices/rules/status.ts'
import { missingPeople } from '../../organisations/store.ts'
import type { DestructionContent } from '../../proofs/rules/content.ts'
import type { certificatesApi } from '../api/certificates.ts'
import { destructionContent } from '../rules/content.ts'
import { plainWasteCode } from '../rules/states.ts'
import { certificateById, type CertificateRow } from '../store/certificates.ts'
import { hasFailed } from '../store/evidence.ts'
import { mediaOf, mediumById } from '../store/media.ts'
import { certificateAnswer } from './certificates.ts'
import { certifiedDevice } from './gate.ts'
import { issueCertificates } from './issue.ts'

type In<Name extends keyof typeof certificatesApi> = Input<(typeof certificatesApi)[Name]>

export async function recordDestruction(ctx: ActionContext, { body }: In<'recordDestruction'>) {
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
        largestParticleMm: body.largestParticleMm ?? null,
        categoryBefore: body.categoryBefore ?? null,
        remains: remainsOf(body),
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

const remainsOf = ({ remains }: In<'recordDestruction'>['body']) =>
  remains
    ? {
        receiver: remains.receiver.trim(),
        wasteCode: remains.wasteCode ? plainWasteCode(remains.wasteCode) : null,
      }
    : null

export async function addPhoto(ctx: ActionContext, { params, body }: In<'addPhoto'>) {
  const seen = await certificateById(ctx.tx, params.certificateId)
  if (!seen) return refuse('certificate-not-found')
  if (seen.organisationId !== ctx.organisationId) return refuse('not-issuer')
  return certifyAgain(ctx, seen, (content) =>
    content.photoSha256Hex
      ? refuse('photo-needless')
      : { ok: true, value: { photoSha256Hex: body.photoSha256 } },
  )
}

/**
 * The same destruction certified anew, with what has been added. The certificate is read again under
 * the lock of its device, and `add` decides by that one.
 */
export async function certifyAgain<Code extends string>(
  ctx: ActionContext,
  seen: CertificateRow,
  add: (
    content: DestructionContent,
  ) => Result<Partial<Pick<DestructionContent, 'photoSha256Hex' | 'witness'>>, Code>,
) {
  const device = (await lockDevices(ctx, [seen.deviceId])).get(seen.deviceId)
  const row = await certificateById(ctx.tx, seen.id)
  if (!device || !row) return refuse('certificate-not-found')
  if (row.content.kind !== 'destruction') return refuse('photo-needless')
  const added = add(row.content)
  if (!added.ok) return added
  if (row.revokedAt || row.supersededBy) return refuse('certificate-ended')
  const media = await mediaOf(ctx.tx, [device.id])
  const medium = media.find((one) => one.id === row.mediumId)
  if (!medium) return refuse('certificate-not-found')
  const whole = { ...row.content, ...added.value }
  const { method, witness, photoSha256Hex } = whole
  const proof = {
    device,
    medium,
    resultId: null,
    again: true,
    tells: {
      method,
      witness: witness.personId,
      photo: photoSha256Hex,
      sameAct: true,
      ...(witness.confirmed ? { witnessConfirmedAt: witness.signedAt } : {}),
    },
    content: (number: string, supersedes: string | null) => ({
      ...whole,
      number,
      supersedes,
      issuedAt: ctx.now.toISOString(),
    }),
  }
  const [issued] = await issueCertificates(ctx, 'destruction', [proof], media)
  return certificateAnswer(ctx, issued!.id)
}
