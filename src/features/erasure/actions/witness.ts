// The word of the one who was named as witness of a destruction. Without it the certificate says that
// the operator alone has stated it; a denial takes the certificate away, since a destruction that was
// not seen is no proof (law 2).
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices } from '../../custody/actions/steps.ts'
import { remainsLine, type DestructionContent } from '../../proofs/rules/content.ts'
import type { witnessApi } from '../api/witness.ts'
import { witnessFault } from '../rules/witness.ts'
import { witnessDenied } from '../rules/states.ts'
import { certificateById, signersNamed } from '../store/certificates.ts'
import { witnessing } from '../store/witnessing.ts'
import { certificateAnswer } from './certificates.ts'
import { certifyAgain } from './destroy.ts'
import { withdraw } from './revoke.ts'

type In<Name extends keyof typeof witnessApi> = Input<(typeof witnessApi)[Name]>
type Out<Name extends keyof typeof witnessApi> = Promise<Result<Output<(typeof witnessApi)[Name]>>>

export async function listWitnessing(ctx: ActionContext): Out<'listWitnessing'> {
  const rows = await witnessing(ctx.tx, ctx.organisationId, ctx.actorId)
  const by = rows.map(({ content }) => content.performedBy.personId)
  const names = new Map(
    (await signersNamed(ctx.tx, by)).map(({ id, name }) => [id as string, name]),
  )
  return done({ items: rows.map((row) => asked(row.id, row.content, names)) })
}

const asked = (
  certificateId: string,
  content: DestructionContent,
  names: ReadonlyMap<string, string>,
) => ({
  certificateId,
  number: content.number,
  serial: content.medium.serialNumber,
  device: `${content.device.manufacturer} ${content.device.model}`,
  assetTag: content.device.assetTag,
  method: content.method,
  equipment: content.equipment,
  largestParticleMm: content.largestParticleMm ?? null,
  remainsTo: remainsLine(content),
  destroyedAt: content.destroyedAt,
  destroyedBy: names.get(content.performedBy.personId) ?? null,
  hasPhoto: content.photoSha256Hex !== null,
})

export async function confirmDestruction(
  ctx: ActionContext,
  { params }: In<'confirmDestruction'>,
): Out<'confirmDestruction'> {
  const seen = await certificateById(ctx.tx, params.certificateId)
  if (!seen) return refuse('certificate-not-found')
  const fault = witnessFault(seen.content, ctx.actorId)
  if (fault) return refuse(fault)
  return certifyAgain(ctx, seen, (content) => {
    const answered = witnessFault(content, ctx.actorId)
    if (answered) return refuse(answered)
    const witness = {
      ...content.witness,
      signedAt: ctx.now.toISOString(),
      confirmed: true as const,
    }
    return done({ witness })
  })
}

export async function denyDestruction(
  ctx: ActionContext,
  { params, body }: In<'denyDestruction'>,
): Out<'denyDestruction'> {
  const seen = await certificateById(ctx.tx, params.certificateId)
  if (!seen) return refuse('certificate-not-found')
  const device = (await lockDevices(ctx, [seen.deviceId])).get(seen.deviceId)
  const row = await certificateById(ctx.tx, seen.id)
  if (!device || !row) return refuse('certificate-not-found')
  const fault = witnessFault(row.content, ctx.actorId)
  if (fault) return refuse(fault)
  if (row.revokedAt || row.supersededBy) return refuse('certificate-ended')
  await withdraw(ctx, device, row, { reason: witnessDenied, explanation: body.explanation })
  return certificateAnswer(ctx, row.id)
}
