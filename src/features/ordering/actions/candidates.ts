// Which devices could be chosen for one need of a match, each with what it would cost.
import { dayOf, type Day } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { ownPricesOn } from '../../resale/actions/price-lists.ts'
import type { matchingApi as api } from '../api/matching.ts'
import { costOf, failing, totalOf } from '../rules/matching.ts'
import type { Making } from '../rules/proposals.ts'
import * as store from '../store/matches.ts'
import { needsBy } from '../store/needs.ts'
import { freeDevices, newPrices } from '../store/pool.ts'
import { makingOf } from './options.ts'

/** Where no service says what a new one of the kind costs: a plain price of the market. */
const NEW_ORE = 1_000_000
const SHOWN = 40

type Prices = ReadonlyMap<string, number>

export const newPricesBy = async (tx: Tx, on: Day): Promise<Prices> =>
  new Map((await newPrices(tx, on)).map((row) => [row.kind, row.newOre]))

export const makingWith = (prices: Prices, kind: DeviceKind): Making => ({
  newOre: prices.get(kind) ?? NEW_ORE,
  newKg: makingOf(kind).kg,
})

export async function matchCandidates(
  ctx: ActionContext,
  { params }: Input<typeof api.matchCandidates>,
): Promise<Result<Output<typeof api.matchCandidates>>> {
  const run = await store.runBy(ctx.tx, params.matchId)
  if (!run) return refuse('match-not-found', { matchId: params.matchId })
  const [need] = run.needIds.includes(params.needId) ? await needsBy(ctx.tx, [params.needId]) : []
  if (!need) return refuse('need-not-found', { needId: params.needId })
  const today = dayOf(ctx.now)
  const { priceOf } = await ownPricesOn(ctx.tx, today)
  const { newOre } = makingWith(await newPricesBy(ctx.tx, today), need.kind)
  const wishes = (await store.wishesOf(ctx.tx, run.id)).filter((one) => one.needId === need.id)
  const proposed = await store.proposalsOf(ctx.tx, run.id)
  const needOf = new Map(
    proposed.flatMap((one) => (one.deviceId ? [[one.deviceId, one.needId]] : [])),
  )
  const fits = (await freeDevices(ctx.tx, [need.kind], ctx.now))
    .flatMap((device) => {
      const judged = { ...device, valueOre: priceOf(device) }
      return failing(need, judged, today) === null
        ? [{ device, ore: totalOf(costOf(need, judged, newOre, run.carbonPriceOre)) }]
        : []
    })
    .sort((a, b) => a.ore - b.ore || a.device.id.localeCompare(b.device.id))
  const wishOf = (id: string) => wishes.find((one) => one.deviceId === id)?.wish ?? null
  // What somebody has wished stands there, however dear it is.
  const shown = fits.filter(({ device }, at) => at < SHOWN || wishOf(device.id) !== null)
  return done({
    total: fits.length,
    items: shown.map(({ device, ore }) => {
      const { id, assetTag, serialNumber, maker, model, grade, status } = device
      const other = needOf.get(id)
      return {
        device: { id, assetTag, serialNumber, maker, model, grade, status },
        place: device.placeId ? { id: device.placeId, name: device.placeName } : null,
        costOre: ore,
        wish: wishOf(id),
        proposedToOther: other !== undefined && other !== need.id,
      }
    }),
  })
}
