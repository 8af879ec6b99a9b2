// The seller's side of the shop: what may be put up, what is up, its pictures and its prices.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { BulkAnswer } from '../../custody/api.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { listingStates, soldGrades, vatSchemes } from '../rules/listing.ts'
import { Ore, Picture, sale, thing, Words } from './shapes.ts'

export const StockDevice = Closed({
  deviceId: UuidType(),
  assetTag: Nullable(Type.String()),
  serialNumber: Nullable(Type.String()),
  ...thing,
  batteryPercent: Nullable(Type.Integer()),
  owner: Nullable(Type.String()),
  /** Whether the inspection that gave the grade is here: without it nothing is put up. */
  calculated: Type.Boolean(),
  /** By the price list that is valid today; null where it has no row for it. */
  listPriceOre: Nullable(Ore),
})

export const OwnListing = Closed({
  listingId: UuidType(),
  deviceId: UuidType(),
  assetTag: Nullable(Type.String()),
  serialNumber: Nullable(Type.String()),
  state: Choice(listingStates),
  /** Kept for a purchase that stands. */
  kept: Type.Boolean(),
  purchaseId: Nullable(UuidType()),
  ...thing,
  ...sale,
  batteryPercent: Nullable(Type.Integer()),
  publishedAt: InstantType(),
  photos: Type.Integer(),
  version: Type.Integer(),
})

const Shown = Closed({ photoId: UuidType(), alt: Words(300) })
export const photos = Type.Array(Shown, { maxItems: 8 })

const PriceList = Closed({
  id: UuidType(),
  name: Type.String(),
  validFromOn: DayType(),
  validUntilOn: DayType(),
  rows: Type.Integer(),
  validToday: Type.Boolean(),
})
const PriceRow = Closed({
  maker: Words(200),
  model: Words(200),
  grade: Choice(soldGrades),
  priceOre: Ore,
})

const listingId = Closed({ listingId: UuidType() })

export const photoUpload = {
  upload: true,
  output: Closed({
    photoId: UuidType(),
    type: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
    bytes: Type.Integer(),
  }),
  status: 201,
  refusals: ['photo-unknown', 'photo-broken', 'photo-too-large', 'photo-turned'],
} as const

export const stockApi = {
  listStock: endpoint({
    method: 'GET',
    path: '/shop-stock',
    permission: 'resale.sell',
    summary: 'Graded devices in one’s own keeping that are not up for sale, the latest first.',
    query: Closed({
      ...PageQuery,
      kind: Type.Optional(Choice(deviceKinds)),
      grade: Type.Optional(Choice(soldGrades)),
    }),
    output: PageOf(StockDevice),
    refusals: ['cursor-unknown'],
  }),
  publishListings: endpoint({
    method: 'POST',
    path: '/listings',
    permission: 'resale.sell',
    summary:
      'Puts graded devices up for sale; each item is answered. Without a price of its own, a device is priced by the price list named, else by the one that is valid today.',
    body: Closed({
      items: Type.Array(
        Closed({
          deviceId: UuidType(),
          priceOre: Type.Optional(Nullable(Ore)),
          photos: Type.Optional(photos),
        }),
        { minItems: 1, maxItems: 200 },
      ),
      priceListId: Type.Optional(Nullable(UuidType())),
      vat: Choice(vatSchemes),
      warrantyMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
      /** For every device that has no pictures of its own. */
      photos: Type.Optional(photos),
      words: Type.Optional(Nullable(Words(2000))),
    }),
    output: BulkAnswer,
    refusals: [
      'repeated-device',
      'price-list-not-found',
      'price-list-not-valid',
      'photo-not-found',
    ],
  }),
  listListings: endpoint({
    method: 'GET',
    path: '/listings',
    permission: 'resale.sell',
    summary: 'One’s own listings, the latest first.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(listingStates)),
      kept: Type.Optional(Type.Boolean()),
      kind: Type.Optional(Choice(deviceKinds)),
    }),
    output: PageOf(OwnListing),
    refusals: ['cursor-unknown'],
  }),
  setListingPrice: endpoint({
    method: 'POST',
    path: '/listings/{listingId}/prices',
    permission: 'resale.sell',
    summary:
      'Sets a new price; those before it are kept. What somebody has reserved keeps its own.',
    params: listingId,
    body: Closed({ priceOre: Ore }),
    output: Closed({ listingId: UuidType(), priceOre: Ore }),
    refusals: ['listing-not-found', 'listing-ended', 'listing-kept'],
  }),
  setListingPhotos: endpoint({
    method: 'PUT',
    path: '/listings/{listingId}/photos',
    permission: 'resale.sell',
    summary: 'Says which pictures a listing shows, in their order, each with its words.',
    params: listingId,
    body: Closed({ photos }),
    output: Closed({ listingId: UuidType(), photos: Type.Array(Picture) }),
    refusals: ['listing-not-found', 'photo-not-found'],
  }),
  withdrawListing: endpoint({
    method: 'POST',
    path: '/listings/{listingId}/withdrawal',
    permission: 'resale.sell',
    summary: 'Takes a device out of the shop again, unless somebody has it kept.',
    params: listingId,
    output: Closed({ listingId: UuidType() }),
    refusals: ['listing-not-found', 'listing-ended', 'listing-kept'],
  }),
  sendPhoto: endpoint({
    method: 'POST',
    path: '/photos',
    permission: 'resale.sell',
    summary:
      'Keeps a picture (JPEG, PNG or WebP, at most 2 MB). Where, when and by what it was taken is taken out of it.',
    ...photoUpload,
  }),
  listPriceLists: endpoint({
    method: 'GET',
    path: '/price-lists',
    permission: 'disposition.decide',
    summary: 'Price lists by model and grade, the latest first.',
    output: Closed({ items: Type.Array(PriceList), next: Type.Null() }),
    refusals: [],
  }),
  getPriceList: endpoint({
    method: 'GET',
    path: '/price-lists/{priceListId}',
    permission: 'disposition.decide',
    summary: 'One price list with its rows.',
    params: Closed({ priceListId: UuidType() }),
    output: Closed({ ...PriceList.properties, prices: Type.Array(PriceRow) }),
    refusals: ['price-list-not-found'],
  }),
  addPriceList: endpoint({
    method: 'POST',
    path: '/price-lists',
    permission: 'disposition.decide',
    summary: 'Adds a price list; one without its first and last valid day is refused.',
    body: Closed({
      name: Words(200),
      validFromOn: Nullable(DayType()),
      validUntilOn: Nullable(DayType()),
      prices: Type.Array(PriceRow, { minItems: 1, maxItems: 2000 }),
    }),
    output: Closed({ ...PriceList.properties, prices: Type.Array(PriceRow) }),
    status: 201,
    refusals: [
      'price-list-without-days',
      'day-not-valid',
      'price-ends-first',
      'price-list-row-twice',
    ],
  }),
}
