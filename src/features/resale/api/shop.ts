// The shop as customers see it.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { osFamilies } from '../../catalogue/rules/requirements.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { listingStates, soldGrades } from '../rules/listing.ts'
import {
  AgainstNew,
  Calculation,
  Named,
  Offer,
  Ore,
  Picture,
  Priced,
  sale,
  thing,
  ReusedStock,
} from './shapes.ts'

const Listing = Closed({
  listingId: UuidType(),
  state: Choice(listingStates),
  seller: Named,
  /** Whether this organisation is the seller. */
  own: Type.Boolean(),
  /** Whether it can be ordered now, and how many there are that are as this one. */
  free: Type.Boolean(),
  alike: Type.Integer(),
  ...thing,
  ...sale,
  batteryPercent: Nullable(Type.Integer()),
  words: Nullable(Type.String()),
  calculation: Calculation,
  againstNew: Nullable(AgainstNew),
  photos: Type.Array(Picture),
  publishedAt: InstantType(),
  version: Type.Integer(),
  /** For the seller: the prices it has had, the latest first. */
  prices: Type.Array(Priced),
})

export const shopApi = {
  listOffers: endpoint({
    method: 'GET',
    path: '/shop-offers',
    permission: 'resale.see',
    summary: 'What partners have for sale now; devices that are alike stand as one offer.',
    query: Closed({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 100 })),
      kind: Type.Optional(Choice(deviceKinds)),
      /** At least this grade. */
      grade: Type.Optional(Choice(soldGrades)),
      leastMemoryGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_536 })),
      leastStorageGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      osFamily: Type.Optional(Choice(osFamilies)),
      mostOre: Type.Optional(Ore),
      sellerId: Type.Optional(UuidType()),
      sort: Type.Optional(Choice(['price', 'grade', 'latest'])),
    }),
    output: PageOf(Offer),
    refusals: ['cursor-unknown'],
  }),
  countOffers: endpoint({
    method: 'GET',
    path: '/shop-offer-counts',
    permission: 'resale.see',
    summary: 'How many devices of each kind and grade can be bought now.',
    output: Closed({
      total: Type.Integer(),
      byKind: Type.Array(
        Closed({ kind: Choice(deviceKinds), grade: Choice(soldGrades), count: Type.Integer() }),
      ),
    }),
    refusals: [],
  }),
  getListing: endpoint({
    method: 'GET',
    path: '/listings/{listingId}',
    permission: 'resale.see',
    summary: 'One device for sale: its pictures, its grade with the calculation, its terms.',
    params: Closed({ listingId: UuidType() }),
    output: Listing,
    refusals: ['listing-not-found'],
  }),
  getPhoto: endpoint({
    method: 'GET',
    path: '/photos/{photoId}',
    permission: 'resale.see',
    summary: 'A picture of something for sale.',
    params: Closed({ photoId: UuidType() }),
    output: Type.Any(),
    file: ['image/jpeg', 'image/png', 'image/webp'],
    refusals: ['photo-not-found'],
  }),
  reusedStock: endpoint({
    method: 'GET',
    path: '/reused-stock',
    permission: 'ordering.order',
    summary:
      'What partners have for a need: how many, from what price, per month over a term, and against new.',
    query: Closed({
      kind: Choice(deviceKinds),
      leastMemoryGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_536 })),
      leastStorageGb: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      osFamily: Type.Optional(Choice(osFamilies)),
      leastGrade: Type.Optional(Choice(['A', 'B', 'C', 'D'])),
      termMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120, default: 36 })),
    }),
    output: Closed({
      items: Type.Array(ReusedStock),
      next: Type.Null(),
    }),
    refusals: [],
  }),
}
