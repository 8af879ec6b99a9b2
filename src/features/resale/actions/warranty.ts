// The warranty of a device, and the case under it from its fault to its end.
import type { Static } from 'typebox'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, invariant, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { getDevice } from '../../devices/store/register.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { nextNumber } from '../../organisations/store.ts'
import type { WarrantyCase, warrantyApi as api } from '../api/warranty.ts'
import {
  decideCaseAct,
  decideClaim,
  decideReplacement,
  returnByOn,
  type CaseAct,
} from '../rules/warranty.ts'
import { lockListings } from '../store/listings.ts'
import { insertLines, lineOfDevice } from '../store/lines.ts'
import * as purchases from '../store/purchases.ts'
import * as store from '../store/warranty.ts'
import { keep } from './keep.ts'
import { linesOf, numberOf } from './reserve.ts'
import { asOther } from './sides.ts'
import { tell } from './told.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function deviceWarranty(
  ctx: ActionContext,
  { params }: In<'deviceWarranty'>,
): Out<'deviceWarranty'> {
  const device = await getDevice(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const line = await lineOfDevice(ctx.tx, params.deviceId)
  const purchase = line && (await purchases.purchaseBy(ctx.tx, line.purchaseId))
  const cases = await store.cases(ctx.tx, {
    ...{ state: null, purchaseId: null, deviceId: params.deviceId, after: null, limit: 50 },
  })
  const until = line ? line.warrantyUntilOn : device.warrantyUntilOn
  return done({
    purchase: purchase && {
      id: purchase.id,
      number: purchase.number,
      seller: { id: purchase.sellerId, name: purchase.sellerName },
    },
    warrantyUntilOn: until,
    runs: until !== null && dayOf(ctx.now) <= until,
    cases: cases.map(({ id, number, state }) => ({ id, number, state })),
  })
}

export async function openCase(
  ctx: ActionContext,
  { params, body }: In<'openCase'>,
): Out<'openCase'> {
  if (!body.fault.trim()) return refuse('fault-missing', { field: 'body/fault' })
  // The device's lock makes two who report the same fault take turns.
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const line = await lineOfDevice(ctx.tx, device.id)
  if (!line) return refuse('warranty-none', { deviceId: device.id })
  const no = decideClaim(line, dayOf(ctx.now))
  if (no) return no
  const open = await store.openCaseOf(ctx.tx, device.id)
  if (open) return refuse('warranty-case-open', { number: open.number })
  const purchase = await purchases.purchaseBy(ctx.tx, line.purchaseId)
  invariant(purchase, 'a line is of a purchase')
  const { sellerId, buyerId } = purchase
  const { actorId } = ctx
  const year = ctx.now.getUTCFullYear()
  const running = await asOther(ctx, { organisationId: sellerId, actorId }, (other) =>
    nextNumber(other.tx, sellerId, `resale.case.${year}`),
  )
  const id = ctx.newId()
  await store.insertCase(ctx.tx, {
    ...{ id, number: `G-${year}-${String(running).padStart(4, '0')}`, sellerId, buyerId },
    ...{ purchaseId: purchase.id, position: line.position, deviceId: device.id },
    ...{ fault: body.fault.trim(), at: ctx.now, by: actorId },
  })
  const subject = { id, sellerId, buyerId }
  await tell(ctx, subject, 'resale.caseOpened', { purchaseId: purchase.id, line: line.position })
  return done(await shownCase(ctx, id))
}

export async function listCases(ctx: ActionContext, { query }: In<'listCases'>): Out<'listCases'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.cases(ctx.tx, {
    state: query.state ?? null,
    purchaseId: query.purchaseId ?? null,
    deviceId: null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  return done({ items: page.items.map((row) => shown(ctx, row)), next: page.next })
}

export async function getCase(ctx: ActionContext, { params }: In<'getCase'>): Out<'getCase'> {
  const row = await store.caseBy(ctx.tx, params.caseId)
  if (!row) return refuse('case-not-found', { caseId: params.caseId })
  return done(shown(ctx, row))
}

async function shownCase(ctx: ActionContext, id: Uuid): Promise<Static<typeof WarrantyCase>> {
  const row = await store.caseBy(ctx.tx, id)
  invariant(row, 'who acts on a case sees it')
  return shown(ctx, row)
}

function shown(ctx: ActionContext, row: store.CaseRow): Static<typeof WarrantyCase> {
  const side = row.sellerId === ctx.organisationId ? 'seller' : 'buyer'
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    side,
    seller: { id: row.sellerId, name: row.sellerName },
    buyer: { id: row.buyerId, name: row.buyerName },
    purchase: { id: row.purchaseId, number: row.purchaseNumber },
    deviceId: side === 'buyer' ? row.deviceId : null,
    kind: row.kind as DeviceKind,
    maker: row.maker,
    model: row.model,
    serialNumber: row.serialNumber,
    grade: row.grade,
    warrantyUntilOn: row.warrantyUntilOn,
    fault: row.fault,
    openedAt: row.openedAt.toISOString(),
    answer: row.answer,
    answerWords: row.answerWords,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    replacement: row.replacementId
      ? { id: row.replacementId, number: row.replacementNumber }
      : null,
    returnByOn: row.returnByOn,
    returnedAt: row.returnedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    version: row.version,
  }
}

type Entered = { readonly row: store.CaseRow } | { readonly refusal: Refusal }

async function enter(ctx: ActionContext, id: Uuid, act: CaseAct): Promise<Entered> {
  const row = await store.lockCase(ctx.tx, id)
  if (!row) return { refusal: refuse('case-not-found', { caseId: id }) }
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== row.version)
    return { refusal: refuse('version-changed') }
  if (row.sellerId !== ctx.organisationId) return { refusal: refuse('case-not-yours') }
  const no = decideCaseAct(row.state, act)
  return no ? { refusal: no } : { row }
}

export async function answerCase(
  ctx: ActionContext,
  { params, body }: In<'answerCase'>,
): Out<'answerCase'> {
  const { answer } = body
  const words = body.words?.trim() || null
  if (answer === 'refusal' && !words) return refuse('answer-words-missing', { field: 'body/words' })
  if (answer === 'replacement' && !body.listingId)
    return refuse('replacement-missing', { field: 'body/listingId' })
  const entered = await enter(ctx, params.caseId, 'answer')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const replacement =
    answer === 'replacement' ? await replace(ctx, row, body.listingId!) : done(null)
  if (!replacement.ok) return replacement
  await store.answerCase(ctx.tx, row.id, {
    ...{ answer, words, at: ctx.now, by: ctx.actorId, replacementId: replacement.value },
    state: ({ repair: 'repairing', replacement: 'replacing', refusal: 'refused' } as const)[answer],
    returnByOn: replacement.value ? returnByOn(dayOf(ctx.now)) : null,
    closedAt: answer === 'refusal' ? ctx.now : null,
  })
  await tell(ctx, row, 'resale.caseAnswered', { answer, replacementId: replacement.value })
  return done(await shownCase(ctx, row.id))
}

/**
 * Another device, without cost and with the rest of the warranty; the old one is due from the same
 * moment (law 3). @returns the purchase by which it comes
 */
async function replace(
  ctx: ActionContext,
  row: store.CaseRow,
  listingId: Uuid,
): Promise<Result<Uuid>> {
  const [listing] = await lockListings(ctx.tx, [listingId])
  if (!listing) return refuse('listing-not-found', { listingId })
  const no = decideReplacement({ kind: row.kind, grade: row.grade }, listing)
  if (no) return no
  const id = ctx.newId()
  const { sellerId, buyerId } = row
  const kept = await keep(ctx, [{ listingId, count: 1 }], { purchaseId: id, buyerId, until: null })
  if (!kept.ok) return kept
  const old = await purchases.purchaseBy(ctx.tx, row.purchaseId)
  await purchases.insertPurchase(ctx.tx, {
    ...{ id, number: await numberOf(ctx), sellerId, buyerId, state: 'confirmed' as const },
    ...{ madeAt: ctx.now, madeBy: ctx.actorId, reservedUntil: null, confirmedAt: ctx.now },
    toName: old?.toName ?? null,
    toAddress: old?.toAddress ?? null,
    placeId: old?.placeId ?? null,
    reference: row.number,
    caseId: row.id,
    orderId: null,
  })
  const purchase = { id, sellerId, buyerId }
  const over = { priceOre: 0, warrantyUntilOn: row.warrantyUntilOn }
  await insertLines(ctx.tx, purchase, linesOf(kept.value, over))
  await tell(ctx, purchase, 'resale.replacementOrdered', { caseId: row.id })
  await openReturn(ctx, row)
  return done(id)
}

/** On the buyer's side, in the name of who asked for help. */
const openReturn = (ctx: ActionContext, row: store.CaseRow) =>
  asOther(ctx, { organisationId: row.buyerId, actorId: row.openedById }, async (other) => {
    const devices = await lockDevices(other, [row.deviceId])
    const endsOn = dayOf(ctx.now)
    await takeSteps(
      other,
      [...devices.values()].map((device) => ({
        device,
        entry: { kind: 'resale.returnOpened', content: { caseId: row.id } },
        set: { endsOn },
      })),
    )
  })

/** As the seller, who has received the devices: what was replaced has come back. */
export async function oldDevicesBack(ctx: ActionContext, deviceIds: readonly Uuid[]) {
  for (const id of await store.casesAwaiting(ctx.tx, deviceIds)) {
    const row = await store.lockCase(ctx.tx, id)
    if (row?.state !== 'replacing') continue
    await store.closeCase(ctx.tx, id, ctx.now, true)
    await tell(ctx, row, 'resale.oldDeviceBack')
  }
}

export async function closeCase(ctx: ActionContext, { params }: In<'closeCase'>): Out<'closeCase'> {
  const found = await store.caseBy(ctx.tx, params.caseId)
  const act = found?.state === 'repairing' ? 'repaired' : 'oldDeviceBack'
  const entered = await enter(ctx, params.caseId, act)
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  await store.closeCase(ctx.tx, row.id, ctx.now, act === 'oldDeviceBack')
  await tell(ctx, row, act === 'repaired' ? 'resale.repaired' : 'resale.oldDeviceBack')
  return done(await shownCase(ctx, row.id))
}
