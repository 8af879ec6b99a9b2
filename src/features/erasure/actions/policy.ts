// What the organisation asks of an erasure: levels of its own media, and the sample of its own work.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { tell } from '../../organisations/actions.ts'
import { saveSetting } from '../../organisations/store.ts'
import type { policyApi } from '../api/policy.ts'
import { samplePercentFrom } from '../rules/four-eyes.ts'
import { categoryFrom, policyFrom } from '../rules/policy.ts'
import { drawnSince, sampleSettings } from '../store/evidence.ts'

type In<Name extends keyof typeof policyApi> = Input<(typeof policyApi)[Name]>
type Out<Name extends keyof typeof policyApi> = Promise<Result<Output<(typeof policyApi)[Name]>>>

const yearMs = 365 * 86_400_000

export async function getErasurePolicy(ctx: ActionContext): Out<'getErasurePolicy'> {
  const settings = await sampleSettings(ctx.tx, ctx.organisationId)
  const since = new Date(ctx.now.getTime() - yearMs)
  const lastYear = await drawnSince(ctx.tx, ctx.organisationId, since)
  return done({
    samplePercent: samplePercentFrom(settings),
    levels: policyFrom(settings),
    category: categoryFrom(settings),
    lastYear,
  })
}

export async function changeErasurePolicy(
  ctx: ActionContext,
  { body }: In<'changeErasurePolicy'>,
): Out<'changeErasurePolicy'> {
  const { samplePercent, levels, category } = body
  await saveSetting(ctx.tx, ctx.organisationId, 'erasurePolicy', {
    ...{ samplePercent, category },
    ...levels,
  })
  await tell(ctx, 'erasure.policyChanged', { samplePercent, levels: { ...levels }, category })
  return done(body)
}
