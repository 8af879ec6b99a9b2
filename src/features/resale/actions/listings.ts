// The seller's own listings: their prices, their pictures, and the way out of the shop again.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import type { stockApi as api } from '../api/stock.ts'
import { isKept } from '../rules/listing.ts'
import { LARGEST_BYTES, readPhoto } from '../reading/photo.ts'
import * as store from '../store/listings.ts'
import * as photos from '../store/photos.ts'
import { saleFacts } from './facts.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function listListings(
  ctx: ActionContext,
  { query }: In<'listListings'>,
): Out<'listListings'> {
  const { cursor, limit = 50 } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.ownListings(ctx.tx, {
    state: query.state ?? null,
    kept: query.kept ?? null,
    kind: query.kind ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
    now: ctx.now,
  })
  const page = pageOf(rows, limit, (row) => [row.place, row.id])
  const shown = await photos.photosOf(
    ctx.tx,
    page.items.map((row) => row.id),
  )
  return done({
    items: page.items.map((row) => ({
      listingId: row.id,
      deviceId: row.deviceId,
      assetTag: row.assetTag,
      serialNumber: row.serialNumber,
      state: row.state,
      kept: row.state === 'listed' && isKept(row, ctx.now),
      purchaseId: row.purchaseId,
      ...saleFacts(row),
      batteryPercent: row.batteryPercent,
      publishedAt: row.publishedAt.toISOString(),
      photos: shown.filter((photo) => photo.listingId === row.id).length,
      version: row.version,
    })),
    next: page.next,
  })
}

/** One's own listing, locked, that is still up and that nobody has kept. */
async function lockFree(
  ctx: ActionContext,
  id: Uuid,
): Promise<{ readonly row: store.ListingRow } | { readonly refusal: Refusal }> {
  const [row] = await store.lockListings(ctx.tx, [id])
  if (!row) return { refusal: refuse('listing-not-found', { listingId: id }) }
  if (row.state !== 'listed') return { refusal: refuse('listing-ended', { state: row.state }) }
  return isKept(row, ctx.now) ? { refusal: refuse('listing-kept') } : { row }
}

export async function setListingPrice(
  ctx: ActionContext,
  { params, body }: In<'setListingPrice'>,
): Out<'setListingPrice'> {
  const found = await lockFree(ctx, params.listingId)
  if ('refusal' in found) return found.refusal
  const { id, deviceId } = found.row
  const { priceOre } = body
  await step(ctx, deviceId, 'resale.priced', { listingId: id, priceOre })
  await store.setPrice(ctx.tx, id, priceOre)
  await store.addPrices(ctx.tx, [{ deviceId, id, priceOre }], ctx)
  return done({ listingId: id, priceOre })
}

export async function withdrawListing(
  ctx: ActionContext,
  { params }: In<'withdrawListing'>,
): Out<'withdrawListing'> {
  const found = await lockFree(ctx, params.listingId)
  if ('refusal' in found) return found.refusal
  const { id, deviceId } = found.row
  const devices = await lockDevices(ctx, [deviceId])
  await takeSteps(
    ctx,
    [...devices.values()].map((device) => ({
      device,
      entry: { kind: 'resale.withdrawn', content: { listingId: id } },
      ...(device.reservation?.forId === id ? { set: { reservation: null } } : {}),
    })),
  )
  await store.endListings(ctx.tx, [id], 'withdrawn', ctx.now)
  return done({ listingId: id })
}

async function step(
  ctx: ActionContext,
  deviceId: Uuid,
  kind: string,
  content: { readonly [name: string]: string | number },
) {
  const devices = await lockDevices(ctx, [deviceId])
  await takeSteps(
    ctx,
    [...devices.values()].map((device) => ({ device, entry: { kind, content } })),
  )
}

export async function setListingPhotos(
  ctx: ActionContext,
  { params, body }: In<'setListingPhotos'>,
): Out<'setListingPhotos'> {
  const [row] = await store.lockListings(ctx.tx, [params.listingId])
  if (!row) return refuse('listing-not-found', { listingId: params.listingId })
  const [none] = await photos.missingPhotos(
    ctx.tx,
    body.photos.map((photo) => photo.photoId),
  )
  if (none) return refuse('photo-not-found', { photoId: none.id })
  await photos.setPhotos(ctx.tx, row, body.photos)
  const shown = await photos.photosOf(ctx.tx, [row.id])
  return done({ listingId: row.id, photos: shown.map(({ listingId: _of, ...photo }) => photo) })
}

export async function sendPhoto(
  ctx: ActionContext,
  { file }: { file: { readonly stream: Readable } },
): Out<'sendPhoto'> {
  const bytes = await wholeOf(file.stream)
  if (!bytes) return refuse('photo-too-large', { limitBytes: LARGEST_BYTES })
  const photo = readPhoto(bytes)
  if (!photo.ok) return photo
  const photoId = await photos.keepPhoto(ctx.tx, {
    ...photo.value,
    id: ctx.newId(),
    sellerId: ctx.organisationId,
    sha256: createHash('sha256').update(photo.value.bytes).digest(),
    at: ctx.now,
    by: ctx.actorId,
  })
  const { type, width, height } = photo.value
  return done({ photoId, type, width, height, bytes: photo.value.bytes.length })
}

/** Read to its limit and no further; null past it. */
async function wholeOf(stream: Readable): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length
    // What is left unread would keep the connection waiting.
    if (size <= LARGEST_BYTES) pieces.push(piece)
  }
  return size > LARGEST_BYTES ? null : Buffer.concat(pieces)
}
