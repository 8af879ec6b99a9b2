// Offers on one need: compared requirement by requirement, and one chosen with a reason.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { isUuid, type Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { comparisonsApi as api } from '../api/comparisons.ts'
import type { CriterionKey, KnownModel } from '../rules/criteria.ts'
import {
  checkStated,
  compareOffers,
  decideChoice,
  orderCriteria,
  type Criterion,
  type JudgedOffer,
  type Stated,
} from '../rules/offers.ts'
import * as store from '../store/comparisons.ts'
import * as models from '../store/models.ts'
import { serviceBy } from '../store/services.ts'
import { tell } from './tell.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

/** More than anybody compares side by side. */
const MOST_OFFERS = 20

export async function listComparisons(
  ctx: ActionContext,
  { query: { cursor, limit = 50 } }: In<'listComparisons'>,
): Out<'listComparisons'> {
  const after = fromCursor(cursor, 2)
  const known = after && isUuid(after[1]) && !Number.isNaN(Date.parse(String(after[0])))
  if (cursor !== undefined && !known) return refuse('cursor-unknown')
  const from = after ? ([String(after[0]), String(after[1])] as const) : null
  const rows = await store.comparisons(ctx.tx, from, limit + 1)
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({
    items: page.items.map(({ place: _place, ...row }) => ({
      ...row,
      madeAt: row.madeAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    })),
    next: page.next,
  })
}

export async function getComparison(
  ctx: ActionContext,
  { params }: In<'getComparison'>,
): Out<'getComparison'> {
  return comparisonAfter(ctx, params.comparisonId)
}

async function comparisonAfter(ctx: ActionContext, comparisonId: Uuid): Out<'getComparison'> {
  const row = await store.comparisonBy(ctx.tx, comparisonId)
  if (!row) return notFound(comparisonId)
  const offers = await store.offersOf(ctx.tx, comparisonId)
  const today = dayOf(ctx.now)
  // What was decided stands on what was known then, whatever the catalogue has learnt since.
  const judged = row.basis ?? (await judge(ctx, row.requirements, offers, today))
  const { basis: _basis, chosenOfferId, reason, decidedAt, decidedBy, ...facts } = row
  return done({
    ...facts,
    requirements: [...row.requirements],
    judgedOn: decidedAt ? row.judgedOn : today,
    madeAt: row.madeAt.toISOString(),
    offers: offers.map(({ position: _position, stated, ...offer }) => {
      const found = judged.find((one) => one.id === offer.id)!
      const { judged: answers, stoppedBy, ...points } = found
      return {
        ...offer,
        stated: listOf(stated),
        judged: [...answers],
        stoppedBy: [...stoppedBy],
        ...points,
      }
    }),
    decision:
      chosenOfferId && reason !== null && decidedAt
        ? { offerId: chosenOfferId, reason, decidedAt: decidedAt.toISOString(), decidedBy }
        : null,
  })
}

const notFound = (comparisonId: Uuid) => refuse('comparison-not-found', { comparisonId })

const listOf = (stated: Stated) =>
  (Object.entries(stated) as [CriterionKey, string | number | null][]).map(([key, value]) => ({
    key,
    value,
  }))

async function judge(
  ctx: ActionContext,
  criteria: readonly Criterion[],
  offers: readonly store.OfferRow[],
  on: Day,
): Promise<JudgedOffer[]> {
  const known = new Map<Uuid, KnownModel>()
  for (const { modelId } of offers)
    if (modelId && !known.has(modelId)) {
      const model = await knownModel(ctx, modelId)
      if (model) known.set(modelId, model)
    }
  return compareOffers(
    criteria,
    offers.map((offer) => ({
      ...offer,
      model: (offer.modelId && known.get(offer.modelId)) || null,
    })),
    on,
  )
}

async function knownModel(ctx: ActionContext, modelId: Uuid): Promise<KnownModel | null> {
  const model = await models.modelBy(ctx.tx, modelId)
  if (!model) return null
  const { memoryGb, storageGb, screenInches, osFamily } = model
  const requirements = await models.requirementsOf(ctx.tx, [model.id])
  return {
    specs: { memoryGb, storageGb, screenInches, osFamily },
    requirements: Object.fromEntries(requirements.map(({ key, value }) => [key, value])),
    labels: await models.labelsOf(ctx.tx, [model.id]),
  }
}

export async function createComparison(
  ctx: ActionContext,
  { body }: In<'createComparison'>,
): Out<'createComparison'> {
  if (body.serviceId && !(await serviceBy(ctx.tx, body.serviceId)))
    return refuse('service-not-found', { serviceId: body.serviceId })
  const ordered = orderCriteria(body.requirements)
  if (!ordered.ok) return ordered
  const id = ctx.newId()
  const row = { ...body, id, requirements: ordered.value }
  const made = { organisationId: ctx.organisationId, judgedOn: dayOf(ctx.now), madeAt: ctx.now }
  await store.insertComparison(ctx.tx, { ...row, ...made })
  const { kind, serviceId, deviceCount } = body
  const requirements = ordered.value.map((one) => ({ ...one }))
  await tell(ctx, id, 'catalogue.comparisonBegun', { kind, serviceId, deviceCount, requirements })
  return comparisonAfter(ctx, id)
}

/** Nothing changes once an offer has been chosen. */
async function lockOpen(ctx: ActionContext, comparisonId: Uuid) {
  const row = await store.lockComparison(ctx.tx, comparisonId)
  if (!row) return notFound(comparisonId)
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== row.version) return refuse('version-changed')
  return row.chosenOfferId ? refuse('comparison-decided', { comparisonId }) : done(row)
}

export async function changeComparison(
  ctx: ActionContext,
  { params, body }: In<'changeComparison'>,
): Out<'changeComparison'> {
  const open = await lockOpen(ctx, params.comparisonId)
  if (!open.ok) return open
  const after = { ...open.value, ...body }
  const ordered = orderCriteria(after.requirements)
  if (!ordered.ok) return ordered
  await store.updateComparison(ctx.tx, { ...after, requirements: ordered.value })
  await tell(ctx, after.id, 'catalogue.comparisonChanged', {
    deviceCount: after.deviceCount,
    requirements: ordered.value.map((one) => ({ ...one })),
  })
  return comparisonAfter(ctx, after.id)
}

export async function addOffer(
  ctx: ActionContext,
  { params, body }: In<'addOffer'>,
): Out<'addOffer'> {
  const open = await lockOpen(ctx, params.comparisonId)
  if (!open.ok) return open
  const offers = await store.offersOf(ctx.tx, params.comparisonId)
  if (offers.length >= MOST_OFFERS) return refuse('too-many-offers', { most: MOST_OFFERS })
  if (body.modelId && !(await models.modelBy(ctx.tx, body.modelId)))
    return refuse('model-not-found', { modelId: body.modelId })
  const stated = Object.fromEntries(body.stated.map(({ key, value }) => [key, value]))
  const wrong = checkStated(stated)
  if (wrong) return wrong
  const id = ctx.newId()
  const position = (offers.at(-1)?.position ?? 0) + 1
  await store.insertOffer(ctx.tx, {
    ...{ ...body, id, stated, position },
    ...{ comparisonId: params.comparisonId, organisationId: ctx.organisationId },
  })
  await store.touchComparison(ctx.tx, params.comparisonId)
  const { modelId, monthPriceOre } = body
  await tell(ctx, params.comparisonId, 'catalogue.offerAdded', {
    ...{ offerId: id, modelId, monthPriceOre, stated },
  })
  return comparisonAfter(ctx, params.comparisonId)
}

export async function withdrawOffer(
  ctx: ActionContext,
  { params }: In<'withdrawOffer'>,
): Out<'withdrawOffer'> {
  const open = await lockOpen(ctx, params.comparisonId)
  if (!open.ok) return open
  const { comparisonId, offerId } = params
  if ((await store.deleteOffer(ctx.tx, comparisonId, offerId)) === 0)
    return refuse('offer-not-found', { offerId })
  await store.touchComparison(ctx.tx, comparisonId)
  await tell(ctx, comparisonId, 'catalogue.offerWithdrawn', { offerId })
  return comparisonAfter(ctx, comparisonId)
}

export async function chooseOffer(
  ctx: ActionContext,
  { params, body }: In<'chooseOffer'>,
): Out<'chooseOffer'> {
  const open = await lockOpen(ctx, params.comparisonId)
  if (!open.ok) return open
  const { id, requirements } = open.value
  const on = dayOf(ctx.now)
  const basis = await judge(ctx, requirements, await store.offersOf(ctx.tx, id), on)
  const refused = decideChoice(basis, body.offerId)
  if (refused) return refused
  const choice = { offerId: body.offerId, reason: body.reason.trim() }
  await store.saveChoice(ctx.tx, id, { ...choice, at: ctx.now, on, by: ctx.actorId, basis })
  // The reason is written by a person and may name others; that there is one is told.
  const { points, ofPoints, place } = basis.find((one) => one.id === body.offerId)!
  await tell(ctx, id, 'catalogue.offerChosen', { offerId: body.offerId, points, ofPoints, place })
  return comparisonAfter(ctx, id)
}
