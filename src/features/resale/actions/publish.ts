// Putting graded devices up for sale, and taking them down again.
import { bulkAnswer, repeated } from '../../../core/bulk.ts'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import { dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { refusals as custodyTexts } from '../../custody/texts.ts'
import { refusals as deviceTexts } from '../../devices/texts.ts'
import { knownOf } from '../../disposition/store.ts'
import { refusals as dispositionTexts } from '../../disposition/texts.ts'
import type { stockApi as api } from '../api/stock.ts'
import { decidePublish, isSoldGrade, WARRANTY_MONTHS, type Audience } from '../rules/listing.ts'
import { isValidOn, modelKeyOf } from '../rules/price-list.ts'
import { osFamilyOf } from '../../devices/rules/os-family.ts'
import * as store from '../store/listings.ts'
import { missingPhotos } from '../store/photos.ts'
import * as lists from '../store/price-lists.ts'
import { refusals } from '../texts/refusals.ts'
import { ownPricesOn, pricerOf, type OwnPrices } from './price-lists.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

const texts = { ...deviceTexts, ...custodyTexts, ...dispositionTexts, ...refusals }

export async function listStock(ctx: ActionContext, { query }: In<'listStock'>): Out<'listStock'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.unlisted(ctx.tx, {
    kind: query.kind ?? null,
    grade: query.grade ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  const { priceOf } = await ownPricesOn(ctx.tx, dayOf(ctx.now))
  return done({
    items: page.items.flatMap((row) =>
      isSoldGrade(row.grade)
        ? [
            {
              deviceId: row.id,
              assetTag: row.assetTag,
              serialNumber: row.serialNumber,
              kind: row.kind,
              maker: row.maker,
              model: row.model,
              grade: row.grade,
              memoryGb: row.memoryGb,
              storageGb: row.storageGb,
              osFamily: osFamilyOf(row.osName),
              batteryPercent: row.batteryPercent,
              owner: row.ownerName,
              calculated: row.calculation !== null,
              listPriceOre: priceOf(row),
            },
          ]
        : [],
    ),
    next: page.next,
  })
}

export const publishListings = (ctx: ActionContext, { body }: In<'publishListings'>) =>
  publish(ctx, body, 'customers')

/** Also for employees, who see what is the organisation's own. */
export async function publish(
  ctx: ActionContext,
  body: In<'publishListings'>['body'],
  audience: Audience,
  priced: (listOre: number) => Priced = plainly,
): Out<'publishListings'> {
  const ids = body.items.map((item) => item.deviceId)
  const twice = repeated(ids)
  if (twice) return refuse('repeated-device', { deviceId: twice })
  const missing = await missingPicture(ctx, body)
  if (missing) return missing
  const prices = await listFor(ctx, body.priceListId ?? null)
  if (!prices.ok) return prices
  const devices = await lockDevices(ctx, ids)
  const stock = new Map((await store.stockOf(ctx.tx, ids)).map((row) => [row.id, row]))
  const known = new Map((await knownOf(ctx.tx, ids)).map((row) => [row.id, row]))
  const decided = body.items.map((item) => {
    const device = devices.get(item.deviceId)
    const row = stock.get(item.deviceId)
    if (!device || !row)
      return { ...{ item, row, device, marketOre: null }, ...nowhere(item.deviceId) }
    const listed = prices.value(row)
    const said = listed === null ? null : priced(listed)
    const facts = {
      keptByOwner: known.get(row.id)?.keptByOwner ?? false,
      calculated: row.calculation !== null,
      priceOre: item.priceOre ?? said?.priceOre ?? null,
    }
    const result = decidePublish(device, { ...facts, audience }, ctx.organisationId, ctx.now)
    const marketOre = said?.marketOre ?? null
    return { item, row, device, deviceId: item.deviceId, marketOre, result }
  })
  const warrantyMonths = body.warrantyMonths ?? WARRANTY_MONTHS
  const accepted = decided.flatMap(({ item, row, device, marketOre, result }) =>
    result.ok && row?.calculation && device
      ? [
          {
            ...{ id: ctx.newId(), item, row, device, marketOre },
            ...{ calculation: row.calculation, sold: result.value },
          },
        ]
      : [],
  )
  await takeSteps(
    ctx,
    accepted.map(({ id, device, sold }) => ({
      device,
      entry: {
        kind: 'resale.published',
        content: { listingId: id, ...sold, vat: body.vat, warrantyMonths, audience },
      },
      set: { reservation: { forId: id, until: null, promised: false } },
    })),
  )
  await store.insertListings(
    ctx.tx,
    accepted.map(({ id, item, row, marketOre, calculation, sold }) => ({
      ...sold,
      id,
      deviceId: row.id,
      kind: row.kind,
      maker: row.maker,
      makerKey: row.makerKey,
      model: row.model,
      modelKey: modelKeyOf(row.model),
      calculation,
      batteryPercent: row.batteryPercent,
      memoryGb: row.memoryGb,
      storageGb: row.storageGb,
      osFamily: osFamilyOf(row.osName),
      vat: body.vat,
      warrantyMonths,
      words: body.words ?? null,
      audience,
      marketOre,
      photos: item.photos ?? body.photos ?? [],
    })),
    ctx,
  )
  return done(bulkAnswer(decided, texts, ctx.language))
}

interface Priced {
  readonly priceOre: number
  readonly marketOre: number | null
}
/** In the shop the price list is the price. */
const plainly = (priceOre: number): Priced => ({ priceOre, marketOre: null })

const nowhere = (deviceId: Uuid) => ({ deviceId, result: refuse('device-not-found') })

async function missingPicture(
  ctx: ActionContext,
  body: In<'publishListings'>['body'],
): Promise<Refusal | null> {
  const shown = [...(body.photos ?? []), ...body.items.flatMap((item) => item.photos ?? [])]
  const [none] = await missingPhotos(ctx.tx, [...new Set(shown.map((photo) => photo.photoId))])
  return none ? refuse('photo-not-found', { photoId: none.id }) : null
}

/** The list that was named, which must be valid today; else the one that is, if any. */
async function listFor(
  ctx: ActionContext,
  listId: Uuid | null,
): Promise<Result<OwnPrices['priceOf']>> {
  const today = dayOf(ctx.now)
  if (!listId) return done((await ownPricesOn(ctx.tx, today)).priceOf)
  const list = await lists.priceListBy(ctx.tx, listId)
  if (!list) return refuse('price-list-not-found', { priceListId: listId })
  if (!isValidOn(list, today))
    return refuse('price-list-not-valid', { from: list.validFromOn, until: list.validUntilOn })
  return done(await pricerOf(ctx.tx, listId))
}
