// The shop as a customer sees it: offers, one of them with all about it, and what it has for a need.
import type { Static } from 'typebox'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { namesOf } from '../../custody/store-life.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type { Offer, ReusedStock } from '../api/shapes.ts'
import type { shopApi as api } from '../api/shop.ts'
import { isFree } from '../rules/listing.ts'
import { monthOreOf, type StockNeed } from '../rules/stock.ts'
import { listingBy, pricesOf } from '../store/listings.ts'
import * as store from '../store/offers.ts'
import { photoBy, photosOf } from '../store/photos.ts'
import { againstNew, type AgainstNew } from './against-new.ts'
import { saleFacts } from './facts.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function listOffers(
  ctx: ActionContext,
  { query }: In<'listOffers'>,
): Out<'listOffers'> {
  const { cursor, limit = 50, sort = 'price' } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.offers(
    ctx.tx,
    {
      kind: query.kind ?? null,
      grade: query.grade ?? null,
      leastMemoryGb: query.leastMemoryGb ?? null,
      leastStorageGb: query.leastStorageGb ?? null,
      osFamily: query.osFamily ?? null,
      mostOre: query.mostOre ?? null,
      sellerId: query.sellerId ?? null,
      text: query.q?.trim() || null,
    },
    {
      sort,
      after: after ? [Number(after[0]), String(after[1])] : null,
      limit: limit + 1,
      now: ctx.now,
    },
  )
  const page = pageOf(rows, limit, (row) => [row.sortKey, row.id])
  return done({ items: await shownOffers(ctx, page.items), next: page.next })
}

async function shownOffers(
  ctx: ActionContext,
  rows: readonly store.OfferRow[],
): Promise<Static<typeof Offer>[]> {
  const photos = await photosOf(
    ctx.tx,
    rows.map((row) => row.id),
  )
  const figures = figuresByKind(ctx)
  return rows.map((row) => ({
    listingId: row.id,
    count: row.count,
    seller: { id: row.sellerId, name: row.sellerName },
    ...saleFacts(row),
    batteryLow: row.batteryLow,
    batteryHigh: row.batteryHigh,
    againstNew: figures(row.kind),
    photo: pictureOf(photos.find((photo) => photo.listingId === row.id)),
  }))
}

/** Reckoned once for each kind, since devices of a kind are alike to the method. */
function figuresByKind(ctx: ActionContext): (kind: DeviceKind) => AgainstNew | null {
  const known = new Map<DeviceKind, AgainstNew | null>()
  return (kind) => {
    if (!known.has(kind)) known.set(kind, againstNew([kind], ctx.now))
    return known.get(kind) ?? null
  }
}

interface ShownPhoto {
  readonly photoId: string
  readonly alt: string
  readonly width: number
  readonly height: number
}
export const pictureOf = (photo: ShownPhoto | undefined) =>
  photo
    ? { photoId: photo.photoId, alt: photo.alt, width: photo.width, height: photo.height }
    : null

export async function countOffers(ctx: ActionContext): Out<'countOffers'> {
  const byKind = await store.offerCounts(ctx.tx, ctx.now)
  return done({ total: byKind.reduce((sum, row) => sum + row.count, 0), byKind })
}

export async function getListing(
  ctx: ActionContext,
  { params }: In<'getListing'>,
): Out<'getListing'> {
  const row = await listingBy(ctx.tx, params.listingId)
  if (!row) return refuse('listing-not-found', { listingId: params.listingId })
  const own = row.sellerId === ctx.organisationId
  const [seller] = await namesOf(ctx.tx, [row.sellerId])
  const photos = await photosOf(ctx.tx, [row.id])
  const prices = own ? await pricesOf(ctx.tx, row.id) : []
  return done({
    listingId: row.id,
    state: row.state,
    seller: { id: row.sellerId, name: seller?.name ?? null },
    own,
    free: isFree(row, ctx.now),
    alike: row.state === 'listed' ? await store.alikeCount(ctx.tx, row.id, ctx.now) : 0,
    ...saleFacts(row),
    batteryPercent: row.batteryPercent,
    words: row.words,
    calculation: { ...row.calculation, steps: [...row.calculation.steps] },
    againstNew: againstNew([row.kind], ctx.now),
    photos: photos.map((photo) => pictureOf(photo)!),
    publishedAt: row.publishedAt.toISOString(),
    version: row.version,
    prices: prices.map((price) => ({ ...price, setAt: price.setAt.toISOString() })),
  })
}

export async function getPhoto(
  ctx: ActionContext,
  { params }: In<'getPhoto'>,
): Promise<Result<{ fileName: string; contentType: string; bytes: Uint8Array }>> {
  const photo = await photoBy(ctx.tx, params.photoId)
  if (!photo) return refuse('photo-not-found', { photoId: params.photoId })
  const [, ending] = photo.type.split('/')
  return done({
    fileName: `${params.photoId}.${ending}`,
    contentType: photo.type,
    bytes: photo.bytes,
  })
}

/** What partners have for a need, to stand beside the pool and before anything new (law 8). */
export async function reusedStockFor(
  ctx: ActionContext,
  need: StockNeed,
  termMonths: number,
): Promise<Static<typeof ReusedStock>[]> {
  const rows = await store.stockFor(ctx.tx, need, ctx.now)
  const figure = againstNew([need.kind], ctx.now)
  return rows.map(({ sellerId, sellerName, ...row }) => ({
    ...row,
    seller: { id: sellerId, name: sellerName },
    fromMonthOre: monthOreOf(row.fromOre, termMonths),
    termMonths,
    againstNew: figure,
  }))
}

/** Of it, what can be chosen for the need: the cheapest first. */
export async function offersFor(
  ctx: ActionContext,
  need: StockNeed,
  limit: number,
): Promise<Static<typeof Offer>[]> {
  const { kind, leastGrade, leastMemoryGb, leastStorageGb, osFamily } = need
  const rows = await store.offers(
    ctx.tx,
    { kind, leastMemoryGb, leastStorageGb, osFamily, ...anything, grade: leastGrade },
    // Of one's own shop nothing is bought; there are few, so a few more are read.
    { sort: 'price', after: null, limit: limit + 10, now: ctx.now },
  )
  const others = rows.filter((row) => row.sellerId !== ctx.organisationId)
  return shownOffers(ctx, others.slice(0, limit))
}
const anything = { mostOre: null, sellerId: null, text: null }

export async function reusedStock(
  ctx: ActionContext,
  { query }: In<'reusedStock'>,
): Out<'reusedStock'> {
  const { kind, termMonths = 36, ...least } = query
  const need = {
    kind,
    leastMemoryGb: least.leastMemoryGb ?? null,
    leastStorageGb: least.leastStorageGb ?? null,
    osFamily: least.osFamily ?? null,
    leastGrade: least.leastGrade ?? null,
  }
  return done({ items: await reusedStockFor(ctx, need, termMonths), next: null })
}
