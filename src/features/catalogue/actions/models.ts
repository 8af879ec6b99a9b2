// Models: what the organisation's devices are, and duplicates joined into one.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type Uuid } from '../../../core/ids.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { modelsApi as api } from '../api/models.ts'
import { isGtin, modelKeys } from '../rules/keys.ts'
import { labelCounts, requirementKeys } from '../rules/requirements.ts'
import * as store from '../store/models.ts'
import { takeTurns } from '../store/turns.ts'
import { changes, tell } from './tell.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function listModels(
  ctx: ActionContext,
  { query }: In<'listModels'>,
): Out<'listModels'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 3)
  if (cursor !== undefined && !(after && isUuid(after[2]))) return refuse('cursor-unknown')
  const rows = await store.models(ctx.tx, {
    like: query.q?.trim() ? `%${query.q.trim().replace(/[%_\\]/g, '\\$&')}%` : null,
    kind: query.kind ?? null,
    after: after ? [String(after[0]), String(after[1]), String(after[2])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.makerKey, row.name, row.id])
  const shown = await withKnowledge(ctx, page.items)
  return done({ items: shown.map(({ row }) => row), next: page.next })
}

/** Rows as they are listed, with what is known of their circular requirements. */
async function withKnowledge(ctx: ActionContext, rows: readonly store.ModelRow[]) {
  const ids = rows.map((row) => row.id)
  const requirements = await store.requirementsOf(ctx.tx, ids)
  const labels = await store.labelsOf(ctx.tx, ids)
  const today = dayOf(ctx.now)
  return rows.map((model) => {
    const own = requirements.filter((row) => row.modelId === model.id)
    const held = labels.filter((row) => row.modelId === model.id)
    return { row: listed(model, own, held, today), requirements: own, labels: held }
  })
}

function listed(
  model: store.ModelRow,
  requirements: readonly store.RequirementRow[],
  labels: readonly store.LabelRow[],
  today: Day,
) {
  // Rows of the list carry a key to sort by, which is not part of a model.
  const { makerKey: _key, ...facts } = model as store.ModelRow & { makerKey?: string }
  const dayAt = (key: (typeof requirementKeys)[number]) =>
    (requirements.find((row) => row.key === key)?.value ?? null) as Day | null
  return {
    ...facts,
    osSupportUntilOn: dayAt('osSupportUntilOn'),
    sparePartsUntilOn: dayAt('sparePartsUntilOn'),
    known: requirements.filter((row) => row.value !== null).length,
    asked: requirementKeys.length,
    labels: labels.filter((label) => labelCounts(label, today)).length,
  }
}

export async function getModel(ctx: ActionContext, { params }: In<'getModel'>): Out<'getModel'> {
  const model = await store.modelBy(ctx.tx, params.modelId)
  return model ? done(await whole(ctx, model)) : notFound(params.modelId)
}

const notFound = (modelId: Uuid) => refuse('model-not-found', { modelId })

async function whole(ctx: ActionContext, model: store.ModelRow) {
  const [shown] = await withKnowledge(ctx, [model])
  const { row, requirements, labels } = shown!
  const unknown = { value: null, checkedOn: null, checkedBy: null, source: null }
  const today = dayOf(ctx.now)
  return {
    ...row,
    requirements: requirementKeys.map((key) => {
      const found = requirements.find((one) => one.key === key)
      if (!found) return { key, ...unknown }
      const { modelId: _model, ...known } = found
      return known
    }),
    labelList: labels.map(({ modelId: _model, ...label }) => ({
      ...label,
      counts: labelCounts(label, today),
    })),
    alsoKnownAs: await store.joinedWith(ctx.tx, model.id),
  }
}

/** The whole of a model that exists, as an act on it answers. */
export async function modelAfter(ctx: ActionContext, modelId: Uuid) {
  const model = await store.modelBy(ctx.tx, modelId)
  return model ? done(await whole(ctx, model)) : notFound(modelId)
}

const nothing = {
  ...{
    modelNumber: null,
    cpu: null,
    cpuCores: null,
    memoryGb: null,
    storageGb: null,
    screenInches: null,
  },
  ...{ osFamily: null, gtin: null, passportUrl: null, footprintKg: null, footprintSource: null },
  ...{ useMonths: null, note: null },
}

function trimmed(facts: store.ModelFacts): store.ModelFacts {
  return { ...facts, maker: facts.maker.trim(), name: facts.name.trim() }
}

function checkFacts(facts: store.ModelFacts): Refusal | null {
  if (facts.gtin !== null && !isGtin(facts.gtin))
    return refuse('gtin-not-valid', { field: 'body/gtin' })
  if ((facts.footprintKg === null) !== (facts.footprintSource === null))
    return refuse('footprint-without-source', { field: 'body/footprintSource' })
  return null
}

export async function createModel(
  ctx: ActionContext,
  { body }: In<'createModel'>,
): Out<'createModel'> {
  const facts = trimmed({ ...nothing, ...body })
  const wrong = checkFacts(facts)
  if (wrong) return wrong
  await takeTurns(ctx.tx, ctx.organisationId)
  const id = ctx.newId()
  const made = await addModel(ctx, id, facts)
  return made ? modelAfter(ctx, id) : refuse('model-exists', { field: 'body/name' })
}

async function addModel(ctx: ActionContext, id: Uuid, facts: store.ModelFacts): Promise<boolean> {
  const row = { ...facts, ...modelKeys(facts.maker, facts.name), id }
  if ((await store.insertModel(ctx.tx, ctx.organisationId, row)) === 0) return false
  await tell(ctx, id, 'catalogue.modelAdded', changes({}, facts))
  return true
}

/**
 * The model of a device that is being registered: found by its maker and name, or added, so that
 * the catalogue is filled by what the organisation has.
 */
export async function modelFor(
  ctx: ActionContext,
  device: { readonly kind: DeviceKind; readonly maker: string; readonly model: string },
): Promise<Uuid | null> {
  const keys = modelKeys(device.maker, device.model)
  if (keys.nameKey === '') return null
  const found = await store.modelNamed(ctx.tx, keys)
  if (found) return found.id
  await takeTurns(ctx.tx, ctx.organisationId)
  const id = ctx.newId()
  const { kind, maker, model: name } = device
  const facts = trimmed({ ...nothing, kind, maker, name })
  if (await addModel(ctx, id, facts)) return id
  return (await store.modelNamed(ctx.tx, keys))?.id ?? null
}

export async function changeModel(
  ctx: ActionContext,
  { params, body }: In<'changeModel'>,
): Out<'changeModel'> {
  const model = await lockModel(ctx, params.modelId)
  if (!model.ok) return model
  const { id, version: _version, mergedIntoId: _heir, ...before } = model.value
  const after = trimmed({ ...before, ...body })
  const wrong = checkFacts(after)
  if (wrong) return wrong
  const keys = modelKeys(after.maker, after.name)
  await takeTurns(ctx.tx, ctx.organisationId)
  const named = await store.modelNamed(ctx.tx, keys)
  if (named && named.id !== id) return refuse('model-exists', { field: 'body/name' })
  await store.updateModel(ctx.tx, { ...after, ...keys, id })
  await tell(ctx, id, 'catalogue.modelChanged', changes(before, after))
  return modelAfter(ctx, id)
}

/** One that stands by itself; a duplicate is changed under the name it was joined with. */
export async function lockModel(ctx: ActionContext, modelId: Uuid) {
  const [model] = await store.lockModels(ctx.tx, [modelId])
  if (!model || model.mergedIntoId !== null) return notFound(modelId)
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== model.version) return refuse('version-changed')
  return done(model)
}

export async function mergeModels(
  ctx: ActionContext,
  { params, body }: In<'mergeModels'>,
): Out<'mergeModels'> {
  const duplicateIds = [...new Set(body.modelIds)]
  const rows = await store.lockModels(ctx.tx, [params.modelId, ...duplicateIds])
  const standing = new Map(
    rows.filter((row) => row.mergedIntoId === null).map((row) => [row.id, row]),
  )
  const missing = [params.modelId, ...duplicateIds].find((id) => !standing.has(id))
  if (missing) return notFound(missing)
  if (duplicateIds.includes(params.modelId)) return refuse('duplicate-is-itself')
  const { kind } = standing.get(params.modelId)!
  const other = duplicateIds.find((id) => standing.get(id)!.kind !== kind)
  if (other) return refuse('duplicate-of-other-kind', { modelId: other })
  await store.mergeInto(ctx.tx, params.modelId, duplicateIds)
  await store.touchModel(ctx.tx, params.modelId)
  await tell(ctx, params.modelId, 'catalogue.modelsMerged', { duplicateIds })
  for (const id of duplicateIds)
    await tell(ctx, id, 'catalogue.modelMerged', { intoId: params.modelId })
  return modelAfter(ctx, params.modelId)
}
