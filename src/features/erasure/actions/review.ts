// A person decides: which medium a result is of, and whether what the gate doubted is good enough.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps, type LockedDevice } from '../../custody/actions/steps.ts'
import type { resultsApi } from '../api/results.ts'
import { erasureContent, numbered, type ErasureCase } from '../rules/content.ts'
import { categoryFrom, policyFrom } from '../rules/policy.ts'
import type { ReasonCode } from '../rules/reasons.ts'
import * as store from '../store/evidence.ts'
import { custodyOf, mediaOf, mediumById, type MediumRow } from '../store/media.ts'
import { askGate, certifiedDevice, isInKeeping, type KnownDevice } from './gate.ts'
import { issueCertificates } from './issue.ts'
import { resultAnswer } from './results.ts'

type In<Name extends keyof typeof resultsApi> = Input<(typeof resultsApi)[Name]>
type Out<Name extends keyof typeof resultsApi> = Promise<Result<Output<(typeof resultsApi)[Name]>>>

interface Locked {
  readonly result: store.StoredResult
  readonly known: KnownDevice
  readonly medium: MediumRow
  readonly media: readonly MediumRow[]
}

async function knownDevice(ctx: ActionContext, device: LockedDevice): Promise<KnownDevice> {
  const [custody] = await custodyOf(ctx.tx, ctx.organisationId, [device.id])
  return { device, custody }
}

export async function reviewResult(
  ctx: ActionContext,
  { params, body }: In<'reviewResult'>,
): Out<'reviewResult'> {
  const seen = await store.resultById(ctx.tx, params.resultId)
  if (!seen || seen.organisationId !== ctx.organisationId) return refuse('result-not-found')
  const locked = await lock(ctx, seen)
  if (!locked.ok) return locked
  const { result } = locked.value
  if (result.state === 'refused' && result.decision === 'refuse') return refuse('result-refused')
  if (result.state !== 'awaitingReview') return refuse('already-reviewed')
  // Operator and validator are two people (NIST SP 800-88 r2, 4.5.2).
  const operatorId = result.facts.station?.operatorId
  if ([result.recordedBy, result.matchedBy, operatorId].includes(ctx.actorId))
    return refuse('four-eyes')
  // Who handed the question on has said that somebody else decides.
  if (result.escalatedBy === ctx.actorId) return refuse('escalated-by-you')
  if (body.verdict === 'escalate') return escalate(ctx, locked.value, body.reason.trim())
  const refused =
    body.verdict === 'approve'
      ? await approve(ctx, locked.value, body.reason.trim(), body.stationTimeZone ?? null)
      : await reject(ctx, locked.value)
  if (refused) return refused
  await store.markReviewed(ctx.tx, result.id, ctx.now, ctx.actorId, body.reason.trim())
  return resultAnswer(ctx, result.id)
}

/** The device first, then the result: two reviewers at once queue here, and the second sees the verdict. */
async function lock(ctx: ActionContext, seen: store.StoredResult): Promise<Result<Locked>> {
  if (!seen.deviceId || !seen.mediumId)
    return refuse(seen.decision === 'refuse' ? 'result-refused' : 'result-unmatched')
  const device = (await lockDevices(ctx, [seen.deviceId])).get(seen.deviceId)
  if (!device) return refuse('device-not-in-keeping')
  const result = await store.lockResult(ctx.tx, seen.id)
  const media = await mediaOf(ctx.tx, [device.id])
  const medium = media.find((one) => one.id === result.mediumId)
  if (!medium) return refuse('medium-not-found')
  return done({ result, known: await knownDevice(ctx, device), medium, media })
}

async function approve(
  ctx: ActionContext,
  { result, known, medium, media }: Locked,
  reason: string,
  zone: string | null,
) {
  const { device, custody } = known
  if (!isInKeeping(ctx, device)) return refuse('device-not-in-keeping', { deviceId: device.id })
  if (medium.state === 'destroyed') return refuse('medium-destroyed')
  const evidence = await store.evidenceById(ctx.tx, result.evidenceId)
  if (!evidence) return refuse('result-not-found')
  const stationTimeZone = evidence.stationTimeZone ?? zone
  const now = askGate(
    ctx,
    result.facts,
    { medium, known },
    { alreadyUsed: false, stationTimeZone, receivedByServerAt: evidence.uploadedAt },
  )
  // Register and policy may have changed since: what the gate refuses now, nobody may approve.
  if (now.decision === 'refuse') return refuse('result-refused', { reason: now.reasons[0] })
  const asked: ErasureCase = {
    number: '',
    supersedes: null,
    facts: result.facts,
    level: now.level,
    requiredLevel: policyFrom(custody?.policy)[medium.kind],
    category: categoryFrom(custody?.policy),
    medium,
    device: certifiedDevice(device),
    ownerId: device.ownerId,
    issuerId: ctx.organisationId,
    issuedAt: ctx.now,
    tool: evidence.tool,
    toolVersion: evidence.toolVersion,
    stationTimeZone,
    fileName: evidence.fileName,
    sha256Hex: evidence.sha256.toString('hex'),
    operator: {
      personId: result.facts.station?.operatorId ?? evidence.uploadedBy,
      organisationId: evidence.organisationId,
      signedAt: evidence.uploadedAt.toISOString(),
    },
    review: {
      reasonCodes: result.reasons,
      writtenReason: reason,
      ...(result.escalatedBy && result.escalatedAt
        ? {
            escalation: {
              writtenReason: result.escalationReason ?? '',
              by: {
                personId: result.escalatedBy,
                organisationId: ctx.organisationId,
                signedAt: result.escalatedAt.toISOString(),
              },
            },
          }
        : {}),
      by: {
        personId: ctx.actorId,
        organisationId: ctx.organisationId,
        signedAt: ctx.now.toISOString(),
      },
    },
  }
  const tried = erasureContent(asked)
  if (!tried.ok) return tried
  await store.settleResult(ctx.tx, { ...result, level: now.level, state: 'issued' })
  const tells = {
    evidence: asked.sha256Hex,
    level: asked.level,
    method: result.facts.method,
    reviewed: [...result.reasons],
    reviewer: ctx.actorId,
    ...(result.escalatedBy ? { escalatedBy: result.escalatedBy } : {}),
  }
  const proof = { device, medium, resultId: result.id, tells, content: numbered(tried.value) }
  await issueCertificates(ctx, 'erasure', [proof], media)
  return null
}

async function escalate(ctx: ActionContext, { result, known }: Locked, reason: string) {
  if (result.escalatedBy) return refuse('already-escalated')
  await store.markEscalated(ctx.tx, result.id, ctx.now, ctx.actorId, reason)
  await tell(ctx, 'erasure.escalated', known.device, result, result.reasons)
  return resultAnswer(ctx, result.id)
}

async function reject(ctx: ActionContext, { result, known }: Locked) {
  await store.settleResult(ctx.tx, { ...result, state: 'refused' })
  await tell(ctx, 'erasure.refused', known.device, result, result.reasons)
  return null
}

const tell = (
  ctx: ActionContext,
  kind: string,
  device: LockedDevice,
  result: store.StoredResult,
  reasons: readonly ReasonCode[],
) =>
  takeSteps(ctx, [
    {
      device,
      entry: {
        kind,
        content: {
          results: [{ id: result.id, serial: result.serial, reasons: [...reasons] }],
          by: 'person',
        },
      },
    },
  ])

export async function matchResult(
  ctx: ActionContext,
  { params, body }: In<'matchResult'>,
): Out<'matchResult'> {
  const seen = await store.resultById(ctx.tx, params.resultId)
  if (!seen || seen.organisationId !== ctx.organisationId) return refuse('result-not-found')
  const chosen = await mediumById(ctx.tx, body.mediumId)
  if (!chosen) return refuse('medium-not-found')
  const device = (await lockDevices(ctx, [chosen.deviceId])).get(chosen.deviceId)
  if (!device) return refuse('medium-not-found')
  const result = await store.lockResult(ctx.tx, seen.id)
  if (result.decision === 'refuse') return refuse('result-refused')
  if (result.state !== 'unmatched') return refuse('result-matched')
  const medium = (await mediaOf(ctx.tx, [device.id])).find((one) => one.id === chosen.id)
  if (!medium) return refuse('medium-not-found')
  if (medium.state === 'destroyed') return refuse('medium-destroyed')
  const evidence = await store.evidenceById(ctx.tx, result.evidenceId)
  const gate = askGate(
    ctx,
    result.facts,
    { medium, known: await knownDevice(ctx, device) },
    {
      alreadyUsed: false,
      stationTimeZone: evidence?.stationTimeZone ?? null,
      receivedByServerAt: result.recordedAt,
    },
  )
  // A person chose the medium, so another person looks, even where nothing else is in doubt.
  const reasons = gate.reasons.length > 0 ? gate.reasons : (['MEDIUM_UNKNOWN'] as const)
  const refused = gate.decision === 'refuse'
  const state = refused ? 'refused' : 'awaitingReview'
  await store.settleResult(ctx.tx, {
    id: result.id,
    deviceId: device.id,
    mediumId: medium.id,
    decision: refused ? 'refuse' : 'review',
    reasons,
    level: gate.level,
    state,
  })
  const parties = [...new Set([ctx.organisationId, ...device.partyIds])]
  await store.markMatched(ctx.tx, result.id, ctx.actorId, parties)
  await tell(ctx, `erasure.${state}`, device, result, reasons)
  return resultAnswer(ctx, result.id)
}
