// What becomes of devices: the proposal, the decision with its effects, and the list.
import { bulkAnswer, repeated } from '../../core/bulk.ts'
import { fromCursor, pageOf } from '../../core/cursor.ts'
import { dayOf, isDay } from '../../core/dates.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { done, invariant, refuse, type Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import { lockDevices, takeSteps, type Step } from '../custody/actions/steps.ts'
import { refusals as custodyTexts } from '../custody/texts.ts'
import { refusals as deviceTexts } from '../devices/texts.ts'
import type { api } from './api.ts'
import { decideOutcome, saleOf } from './rules/decide.ts'
import { isLower, outcomeSteps } from './rules/hierarchy.ts'
import { ageYearsOf, proposalRule, proposeOutcome } from './rules/propose.ts'
import * as store from './store.ts'
import { refusals } from './texts.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

const texts = { ...deviceTexts, ...custodyTexts, ...refusals }

export async function getProposal(
  ctx: ActionContext,
  { query }: In<'getProposal'>,
): Out<'getProposal'> {
  const [device] = await store.knownOf(ctx.tx, [query.deviceId])
  const result = proposed(ctx, device, query.deviceId, query.valueOre ?? null)
  return result.ok ? done(answered(ctx, query.deviceId, result)) : result
}

export async function proposeOutcomes(
  ctx: ActionContext,
  { body }: In<'proposeOutcomes'>,
): Out<'proposeOutcomes'> {
  const rows = await store.knownOf(
    ctx.tx,
    body.items.map((item) => item.deviceId),
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return done({
    items: body.items.map(({ deviceId, valueOre }) =>
      answered(ctx, deviceId, proposed(ctx, known.get(deviceId), deviceId, valueOre ?? null)),
    ),
  })
}

type Proposed = Result<ReturnType<typeof proposeOutcome>>

function proposed(
  ctx: ActionContext,
  device: store.KnownRow | undefined,
  deviceId: string,
  valueOre: number | null,
): Proposed {
  if (!device) return refuse('device-not-found', { deviceId })
  const { kind, grade, purchasedOn } = device
  if (grade === null) return refuse('not-graded', { deviceId })
  const ageYears = ageYearsOf(purchasedOn, dayOf(ctx.now))
  return done(proposeOutcome({ kind, grade, ageYears, valueOre }))
}

const answered = (ctx: ActionContext, deviceId: string, result: Proposed) => ({
  deviceId,
  step: result.ok ? result.value.step : null,
  rule: proposalRule,
  reasons: result.ok ? [...result.value.reasons] : [],
  code: result.ok ? null : result.code,
  title: result.ok ? null : texts[result.code as keyof typeof texts][ctx.language],
})

export async function decideOutcomes(
  ctx: ActionContext,
  { body }: In<'decideOutcomes'>,
): Out<'decideOutcomes'> {
  const ids = body.items.map((item) => item.deviceId)
  const twice = repeated(ids)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const devices = await lockDevices(ctx, ids)
  const known = new Map((await store.knownOf(ctx.tx, ids)).map((row) => [row.id, row]))
  const decided = body.items.map((item) => {
    const device = devices.get(item.deviceId)
    const row = known.get(item.deviceId)
    if (!device || !row)
      return { item, deviceId: item.deviceId, result: refuse('device-not-found') }
    const ageYears = ageYearsOf(row.purchasedOn, dayOf(ctx.now))
    const facts = { ageYears, keptByOwner: row.keptByOwner }
    const result = decideOutcome(device, facts, ctx.organisationId, item, ctx.now)
    return { item, device, deviceId: item.deviceId, result }
  })
  const accepted = decided.flatMap(({ item, device, result }) =>
    result.ok && device ? [{ id: ctx.newId(), item, device, decision: result.value }] : [],
  )
  await takeSteps(
    ctx,
    accepted.map((one) => outcomeStep(one)),
  )
  await store.insertOutcomes(ctx.tx, accepted.map(outcomeRow), ctx)
  return done(bulkAnswer(decided, texts, ctx.language))
}

/**
 * A sale that another act has brought about, such as a purchase whose buyer has received it: the same
 * entry and the same outcome as a decision for resale, so that whoever counts, counts both alike.
 */
export async function recordSales(
  ctx: ActionContext,
  sales: readonly { readonly device: Locked; readonly priceOre: number }[],
  of: { readonly purchaseId: string; readonly recipient: string | null },
): Promise<void> {
  const known = await store.knownOf(
    ctx.tx,
    sales.map(({ device }) => device.id),
  )
  const days = new Map(known.map((row) => [row.id, row.purchasedOn]))
  const sold = sales.map(({ device, priceOre }) => {
    invariant(device.grade, 'what is sold is graded')
    const ageYears = ageYearsOf(days.get(device.id) ?? null, dayOf(ctx.now))
    const facts = { kind: device.kind, grade: device.grade, ageYears, valueOre: priceOre }
    const proposal = proposeOutcome(facts)
    // Its owner sent it to be sold, or keeps it for that: nobody chose the lower step here.
    const reason = isLower('resale', proposal.step) ? ('ownerPolicy' as const) : null
    const decision = { proposal, ...saleOf(device) }
    return {
      id: ctx.newId(),
      item: { step: 'resale' as const, priceOre, reason },
      device,
      decision,
    }
  })
  await takeSteps(
    ctx,
    sold.map((one) => outcomeStep(one, { purchaseId: of.purchaseId })),
  )
  await store.insertOutcomes(
    ctx.tx,
    sold.map((one) => ({ ...outcomeRow(one), recipient: of.recipient })),
    ctx,
  )
}

type Body = Omit<In<'decideOutcomes'>['body']['items'][number], 'deviceId'>
type Locked = NonNullable<ReturnType<Awaited<ReturnType<typeof lockDevices>>['get']>>
type Decision = Extract<ReturnType<typeof decideOutcome>, { ok: true }>['value']

interface Accepted {
  readonly id: string
  readonly item: Body
  readonly device: Locked
  readonly decision: Decision
}

function outcomeStep(
  { id, item, device, decision }: Accepted,
  more: { purchaseId?: string } = {},
): Step {
  return {
    device,
    entry: {
      kind: 'disposition.outcomeDecided',
      content: {
        outcomeId: id,
        step: item.step,
        proposed: decision.proposal.step,
        rule: decision.proposal.rule,
        reason: item.reason ?? null,
        priceOre: item.priceOre ?? null,
        wasteDueOn: decision.wasteDueOn,
        hazardous: decision.hazardous,
        // What listeners need, so that they never ask for a device they may no longer see.
        secondLife: decision.secondLife,
        life: device.life,
        deviceKind: device.kind,
        ownerId: device.ownerId,
        ...more,
      },
    },
    ...(decision.set ? { set: decision.set } : {}),
    ...(decision.taker ? { move: { kind: 'left', taker: decision.taker } } : {}),
  }
}

function outcomeRow(accepted: Accepted): store.NewOutcome {
  const { id, item, device, decision } = accepted
  invariant(device.grade, 'an outcome is decided of a graded device')
  return {
    id,
    deviceId: device.id,
    step: item.step,
    proposedStep: decision.proposal.step,
    rule: decision.proposal.rule,
    reason: item.reason ?? null,
    words: item.words ?? null,
    ownerId: device.ownerId,
    partnerId: device.partnerId,
    life: device.life,
    grade: device.grade,
    priceOre: item.priceOre ?? null,
    recipient: item.recipient ?? null,
    receiptNumber: item.receiptNumber ?? null,
    wasteDueOn: decision.wasteDueOn,
    hazardous: decision.hazardous,
    partyIds: device.partyIds,
  }
}

export async function listOutcomes(
  ctx: ActionContext,
  { query }: In<'listOutcomes'>,
): Out<'listOutcomes'> {
  const { cursor, limit = 50 } = query
  const wrong = wrongDay(query)
  if (wrong) return refuse('day-not-valid', { field: wrong })
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.listOutcomes(ctx.tx, ctx.organisationId, {
    from: query.from ?? null,
    to: query.to ?? null,
    step: query.step ?? null,
    deviceId: query.deviceId ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({
    items: page.items.map(({ place: _place, ...row }) => ({
      ...row,
      decidedAt: row.decidedAt.toISOString(),
    })),
    next: page.next,
  })
}

/** The declared shape also lets through days such as 31 February. */
const wrongDay = (period: { from?: string; to?: string }) =>
  (['from', 'to'] as const).find((end) => period[end] !== undefined && !isDay(period[end]))

export async function countOutcomes(
  ctx: ActionContext,
  { query }: In<'countOutcomes'>,
): Out<'countOutcomes'> {
  const wrong = wrongDay(query)
  if (wrong) return refuse('day-not-valid', { field: wrong })
  const rows = await store.countOutcomes(
    ctx.tx,
    ctx.organisationId,
    query.from ?? null,
    query.to ?? null,
  )
  const counts = new Map(rows.map((row) => [row.step, row.count]))
  return done({
    total: rows.reduce((sum, row) => sum + row.count, 0),
    byStep: outcomeSteps.map((step) => ({ step, count: counts.get(step) ?? 0 })),
  })
}
