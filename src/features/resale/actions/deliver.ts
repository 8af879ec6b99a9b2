// From the seller's depot through transit into the buyer's register: complete when the buyer has
// received it (law 1), and first then a second life (law 5).
import { addMonths, dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, invariant, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { registerDevices } from '../../custody/actions/register.ts'
import { reserveDevices } from '../../custody/actions/reserve.ts'
import { lockDevices, takeSteps, type LockedDevice } from '../../custody/actions/steps.ts'
import { recordSales } from '../../disposition/actions.ts'
import type { purchasesApi as api } from '../api/purchases.ts'
import { decideSend } from '../rules/listing.ts'
import { stateOfLines } from '../rules/purchase.ts'
import { boughtFacts, type BoughtFacts } from '../store/bought.ts'
import { endListings, keepListings } from '../store/listings.ts'
import * as store from '../store/lines.ts'
import { changePurchase, type PurchaseRow } from '../store/purchases.ts'
import { asOther } from './sides.ts'
import { enter, shownPurchase } from './shown.ts'
import { tell } from './told.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function sendPurchase(
  ctx: ActionContext,
  { params }: In<'sendPurchase'>,
): Out<'sendPurchase'> {
  const entered = await enter(ctx, params.purchaseId, 'send')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const lines = (await store.linesOf(ctx.tx, row.id)).filter((line) => line.state === 'ordered')
  const devices = await lockDevices(
    ctx,
    lines.map((line) => line.deviceId),
  )
  const leaving: { line: store.LineRow; device: LockedDevice }[] = []
  for (const line of lines) {
    const device = devices.get(line.deviceId)
    invariant(device, 'a seller sees what it has put up')
    const no = decideSend(device, line, ctx.organisationId)
    if (no) return no
    leaving.push({ line, device })
  }
  await takeSteps(
    ctx,
    leaving.map(({ device }) => ({
      device,
      entry: { kind: 'resale.sent', content: { purchaseId: row.id } },
      set: { status: 'sent' },
      move: {
        kind: 'sent',
        taker: { kind: 'transit', organisationId: ctx.organisationId, takerId: row.buyerId },
      },
    })),
  )
  await store.noteSerials(
    ctx.tx,
    row.id,
    leaving.map(({ line, device }) => ({
      position: line.position,
      serialNumber: device.serialNumber,
    })),
  )
  await store.setLines(
    ctx.tx,
    row.id,
    leaving.map(({ line }) => line.position),
    'sent',
  )
  const { now, actorId } = ctx
  await changePurchase(ctx.tx, row.id, { state: 'sent', sentAt: now, sentBy: actorId })
  await tell(ctx, row, 'resale.purchaseSent', { devices: leaving.length })
  return done(await shownPurchase(ctx, row.id))
}

export async function acceptPurchase(
  ctx: ActionContext,
  { params, body }: In<'acceptPurchase'>,
): Out<'acceptPurchase'> {
  const entered = await enter(ctx, params.purchaseId, 'accept')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const all = await store.linesOf(ctx.tx, row.id)
  const wanted = sentLines(all, body.positions ?? null)
  if (!wanted.ok) return wanted
  const lines = wanted.value
  // Who sent them signs the seller's half.
  const seller = { organisationId: row.sellerId, actorId: row.sentById ?? ctx.actorId }
  const sold = await asOther(ctx, seller, (other) => sell(other, row, lines))
  if (!sold.ok) return sold
  const today = dayOf(ctx.now)
  const bought = lines.map((line) => ({
    line,
    id: ctx.newId(),
    facts: sold.value.get(line.deviceId)!,
    warrantyUntilOn:
      line.warrantyUntilOn ??
      (line.warrantyMonths > 0 ? addMonths(today, line.warrantyMonths) : null),
  }))
  const clash = await registerDevices(
    ctx,
    bought.map(({ line, id, facts, warrantyUntilOn }) => ({
      ...facts,
      id,
      assetTag: null,
      modelId: null,
      theftMarking: null,
      name: null,
      note: null,
      condition: null,
      osVersion: null,
      driveSerials: null,
      lastSeenAt: null,
      enrolledAt: null,
      endsOn: null,
      purchasedOn: today,
      priceOre: line.priceOre,
      warrantyUntilOn,
      orderNumber: row.number,
      supplierName: row.sellerName,
      grade: line.grade,
      placeId: row.placeId,
      // Nobody of this organisation has had it: its second life was counted by who sold it.
      unused: true,
    })),
  )
  if (clash) return clash
  // What was bought for a need is kept for it from its first moment in the pool.
  await reserveDevices(
    ctx,
    bought.flatMap(({ line: { needId }, id }) =>
      needId ? [{ deviceId: id, forId: needId, until: null }] : [],
    ),
  )
  await store.receiveLines(
    ctx.tx,
    row.id,
    bought.map(({ line, id, warrantyUntilOn }) => ({
      position: line.position,
      buyerDeviceId: id,
      warrantyUntilOn,
    })),
    ctx.now,
  )
  await settle(ctx, row, 'resale.received', lines.length)
  return done(await shownPurchase(ctx, row.id))
}

/** The lines named that are on their way; none named means all of them. */
function sentLines(
  all: readonly store.LineRow[],
  positions: readonly number[] | null,
): Result<store.LineRow[]> {
  const sent = all.filter((line) => line.state === 'sent')
  // All that is sent is all that can come: what is lost waits for the seller.
  if (positions === null) return done(sent.filter((line) => !line.lost))
  const other = positions.find((position) => !sent.some((line) => line.position === position))
  if (other !== undefined) return refuse('line-not-sent', { position: other })
  return done(sent.filter((line) => positions.includes(line.position)))
}

/** As the seller: out of its register as sold. @returns what the buyer's register is to say of each */
async function sell(
  ctx: ActionContext,
  row: PurchaseRow,
  lines: readonly store.LineRow[],
): Promise<Result<ReadonlyMap<string, BoughtFacts>>> {
  const ids = lines.map((line) => line.deviceId)
  const facts = new Map((await boughtFacts(ctx.tx, ids)).map((fact) => [fact.sellerDeviceId, fact]))
  const devices = await lockDevices(ctx, ids)
  const sold: { device: LockedDevice; priceOre: number }[] = []
  for (const line of lines) {
    const device = devices.get(line.deviceId)
    // Reported lost on the way, by who answers for it until it is received.
    if (device?.status !== 'sent')
      return refuse('status-forbids', { position: line.position, status: device?.status })
    sold.push({ device, priceOre: line.priceOre })
  }
  await recordSales(ctx, sold, { purchaseId: row.id, recipient: row.buyerName })
  await endListings(
    ctx.tx,
    lines.map((line) => line.listingId),
    'sold',
    ctx.now,
  )
  return done(facts)
}

/** Where the purchase stands when some of its lines have come to an end. */
async function settle(ctx: ActionContext, row: PurchaseRow, entryKind: string, devices: number) {
  const lines = await store.linesOf(ctx.tx, row.id)
  const state = stateOfLines(lines.map((line) => line.state))
  await changePurchase(ctx.tx, row.id, {
    state,
    ...(state === 'received' ? { receivedAt: ctx.now } : {}),
    ...(state === 'cancelled' ? { endedAt: ctx.now } : {}),
  })
  await tell(ctx, row, entryKind, { devices })
}

export async function takeBackLines(
  ctx: ActionContext,
  { params, body }: In<'takeBackLines'>,
): Out<'takeBackLines'> {
  const entered = await enter(ctx, params.purchaseId, 'takeBack')
  if ('refusal' in entered) return entered.refusal
  const { row } = entered
  const wanted = sentLines(await store.linesOf(ctx.tx, row.id), body.positions)
  if (!wanted.ok) return wanted
  const lines = wanted.value
  const devices = await lockDevices(
    ctx,
    lines.map((line) => line.deviceId),
  )
  // One that was reported lost on the way, and perhaps found since, goes its own way from there.
  const returning = lines.filter((line) => devices.get(line.deviceId)?.status === 'sent')
  const gone = lines.filter((line) => !returning.includes(line))
  await takeSteps(
    ctx,
    returning.map((line) => ({
      device: devices.get(line.deviceId)!,
      entry: { kind: 'resale.takenBack', content: { purchaseId: row.id } },
      set: {
        status: 'graded',
        reservation: { forId: line.listingId, until: null, promised: false },
      },
      move: {
        kind: 'sentBack',
        taker: { kind: 'depot', organisationId: ctx.organisationId, placeId: null },
      },
    })),
  )
  const listingsOf = (some: readonly store.LineRow[]) => some.map((line) => line.listingId)
  await keepListings(ctx.tx, listingsOf(lines), null)
  await endListings(ctx.tx, listingsOf(gone), 'withdrawn', ctx.now)
  await store.setLines(
    ctx.tx,
    row.id,
    lines.map((line) => line.position),
    'cancelled',
  )
  await settle(ctx, row, 'resale.linesTakenBack', lines.length)
  return done(await shownPurchase(ctx, row.id))
}
