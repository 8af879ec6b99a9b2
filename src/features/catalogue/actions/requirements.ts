// What is known of a model: circular requirements and labels, each with source, day and checker.
import { dayOf, isDay } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { modelsApi as api } from '../api/models.ts'
import { isValueOf, labelLevels, requirementShapes } from '../rules/requirements.ts'
import * as store from '../store/models.ts'
import { lockModel, modelAfter } from './models.ts'
import { tell } from './tell.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function setRequirement(
  ctx: ActionContext,
  { params, body }: In<'setRequirement'>,
): Out<'setRequirement'> {
  const model = await lockModel(ctx, params.modelId)
  if (!model.ok) return model
  const checkedOn = checkedDay(ctx, body.checkedOn)
  if (!checkedOn.ok) return checkedOn
  const { value, source } = body
  if (value !== null && !isValueOf(requirementShapes[params.key], value))
    return refuse('value-not-valid', { field: 'body/value', requirement: params.key })
  if (value !== null && source === null) return refuse('source-missing', { field: 'body/source' })
  const row = { ...params, value, source, checkedOn: checkedOn.value }
  const by = { organisationId: ctx.organisationId, checkedBy: ctx.actorId }
  await store.saveRequirement(ctx.tx, { ...row, ...by })
  await store.touchModel(ctx.tx, params.modelId)
  const { modelId, ...told } = row
  await tell(ctx, modelId, 'catalogue.requirementChecked', told)
  return modelAfter(ctx, modelId)
}

/** Nobody has checked anything tomorrow. */
function checkedDay(ctx: ActionContext, day: string | undefined): Result<string> {
  const today = dayOf(ctx.now)
  if (day === undefined) return done(today)
  return isDay(day) && day <= today
    ? done(day)
    : refuse('day-not-valid', { field: 'body/checkedOn' })
}

export async function addLabel(
  ctx: ActionContext,
  { params, body }: In<'addLabel'>,
): Out<'addLabel'> {
  const model = await lockModel(ctx, params.modelId)
  if (!model.ok) return model
  const checkedOn = checkedDay(ctx, body.checkedOn)
  if (!checkedOn.ok) return checkedOn
  const wrong = checkLabel(body)
  if (wrong) return wrong
  const label = { ...body, id: ctx.newId(), modelId: params.modelId, checkedOn: checkedOn.value }
  const by = { organisationId: ctx.organisationId, checkedBy: ctx.actorId }
  if ((await store.insertLabel(ctx.tx, { ...label, ...by })) === 0)
    return refuse('label-exists', { field: 'body/number' })
  await store.touchModel(ctx.tx, params.modelId)
  const { modelId, ...told } = label
  await tell(ctx, modelId, 'catalogue.labelRecorded', told)
  return modelAfter(ctx, modelId)
}

function checkLabel({ scheme, level, validUntilOn }: In<'addLabel'>['body']): Refusal | null {
  if (validUntilOn !== null && !isDay(validUntilOn))
    return refuse('day-not-valid', { field: 'body/validUntilOn' })
  const levels: readonly string[] = labelLevels[scheme]
  return levels.includes(level) ? null : refuse('level-not-valid', { field: 'body/level' })
}

export async function withdrawLabel(
  ctx: ActionContext,
  { params }: In<'withdrawLabel'>,
): Out<'withdrawLabel'> {
  const model = await lockModel(ctx, params.modelId)
  if (!model.ok) return model
  const { modelId, labelId } = params
  if ((await store.withdrawLabel(ctx.tx, modelId, labelId, ctx.now)) === 0)
    return refuse('label-not-found', { labelId })
  await store.touchModel(ctx.tx, modelId)
  await tell(ctx, modelId, 'catalogue.labelWithdrawn', { labelId })
  return modelAfter(ctx, modelId)
}
