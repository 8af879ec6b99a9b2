// What employees may buy of their own organisation.
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
import { BulkAnswer } from '../../custody/api.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { employeeStates, payments } from '../rules/employees.ts'
import { vatSchemes } from '../rules/listing.ts'
import { AgainstNew, Named, Ore, Picture, sale, thing, Words } from './shapes.ts'
import { photos, photoUpload, StockDevice } from './stock.ts'

const terms = {
  open: Type.Boolean(),
  /** Months that somebody has been employed at least. */
  leastMonths: Type.Integer({ minimum: 0, maximum: 120 }),
  /** How many one person may buy in a calendar year. */
  perYear: Type.Integer({ minimum: 1, maximum: 20 }),
  payments: Type.Array(Choice(payments), { minItems: 1, maxItems: 2, uniqueItems: true }),
  /** Of the market value, where a device is put up without a price of its own. */
  pricePercent: Type.Integer({ minimum: 1, maximum: 100 }),
}

export const EmployeeOffer = Closed({
  listingId: UuidType(),
  ...thing,
  ...sale,
  /** Of the price, which is all that the person pays. */
  vatOre: Ore,
  /** What it was worth when it was put up, with VAT; null where no price list said. */
  marketOre: Nullable(Ore),
  /** Taxed as pay. */
  benefitOre: Nullable(Ore),
  photos: Type.Array(Picture),
  batteryPercent: Nullable(Type.Integer()),
  words: Nullable(Type.String()),
  againstNew: Nullable(AgainstNew),
  /** Kept for somebody now. */
  kept: Type.Boolean(),
})

export const EmployeePurchase = Closed({
  id: UuidType(),
  number: Type.String(),
  state: Choice(employeeStates),
  person: Named,
  /** In the organisation's register; told to who hands it over. */
  deviceId: Nullable(UuidType()),
  kind: Choice(deviceKinds),
  maker: Type.String(),
  model: Type.String(),
  serialNumber: Nullable(Type.String()),
  grade: Type.String(),
  priceOre: Ore,
  vatOre: Ore,
  vat: Choice(vatSchemes),
  /** Below the market value, and so taxed as pay; null where no price list said. */
  benefitOre: Nullable(Ore),
  warrantyMonths: Type.Integer(),
  payment: Choice(payments),
  orderedAt: InstantType(),
  fetchBy: InstantType(),
  handedOverAt: Nullable(InstantType()),
  endedAt: Nullable(InstantType()),
  version: Type.Integer(),
})

const employeePurchaseId = Closed({ employeePurchaseId: UuidType() })
const acts = [
  'purchase-not-found',
  'purchase-state-forbids',
  'reservation-expired',
  'version-changed',
] as const

export const employeesApi = {
  getEmployeeSale: endpoint({
    method: 'GET',
    path: '/employee-sale',
    permission: 'custody.own',
    summary:
      'On what terms the organisation sells to its employees, and whether the caller may buy now.',
    output: Closed({
      ...terms,
      /** How many the caller may buy still this year. */
      left: Type.Integer(),
      /** Why the caller may not buy now; null: may. */
      cannot: Nullable(
        Choice(['employee-sale-closed', 'employee-sale-not-yet', 'employee-sale-limit']),
      ),
    }),
    refusals: [],
  }),
  changeEmployeeSale: endpoint({
    method: 'PUT',
    path: '/employee-sale',
    permission: 'disposition.decide',
    summary:
      'Opens or closes the sale to employees, and sets its terms; the share of the market value stays when it is left out.',
    body: Closed({ ...terms, pricePercent: Type.Optional(terms.pricePercent) }),
    output: Closed(terms),
    refusals: [],
  }),
  listEmployeeStock: endpoint({
    method: 'GET',
    path: '/employee-stock',
    permission: 'disposition.decide',
    summary: 'Graded devices in one’s own keeping that are not up for sale, the latest first.',
    query: Closed(PageQuery),
    output: PageOf(StockDevice),
    refusals: ['cursor-unknown'],
  }),
  offerToEmployees: endpoint({
    method: 'POST',
    path: '/employee-listings',
    permission: 'disposition.decide',
    summary:
      'Puts own, erased and graded devices up for the employees; each item is answered. The price is all that a person pays; without one it is the share that the terms say of the market value: the price list that is valid today, with VAT.',
    body: Closed({
      items: Type.Array(Closed({ deviceId: UuidType(), priceOre: Type.Optional(Nullable(Ore)) }), {
        minItems: 1,
        maxItems: 200,
      }),
      vat: Choice(vatSchemes),
      warrantyMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
      words: Type.Optional(Nullable(Words(2000))),
      photos: Type.Optional(photos),
    }),
    output: BulkAnswer,
    refusals: ['repeated-device', 'photo-not-found'],
  }),
  sendEmployeePhoto: endpoint({
    method: 'POST',
    path: '/employee-photos',
    permission: 'disposition.decide',
    summary:
      'Keeps a picture for the sale to employees (JPEG, PNG or WebP, at most 2 MB). Where, when and by what it was taken is taken out of it.',
    ...photoUpload,
  }),
  getEmployeePhoto: endpoint({
    method: 'GET',
    path: '/employee-photos/{photoId}',
    permission: 'custody.own',
    summary: 'A picture of something that employees can buy.',
    params: Closed({ photoId: UuidType() }),
    output: Type.Any(),
    file: ['image/jpeg', 'image/png', 'image/webp'],
    refusals: ['photo-not-found'],
  }),
  withdrawFromEmployees: endpoint({
    method: 'POST',
    path: '/employee-listings/{listingId}/withdrawal',
    permission: 'disposition.decide',
    summary: 'Takes a device out of the sale to employees, unless somebody has it kept.',
    params: Closed({ listingId: UuidType() }),
    output: Closed({ listingId: UuidType() }),
    refusals: ['listing-not-found', 'listing-ended', 'listing-kept'],
  }),
  listEmployeeOffers: endpoint({
    method: 'GET',
    path: '/employee-offers',
    permission: 'custody.own',
    summary:
      'What employees can buy now, the cheapest first; who decides on outcomes sees it also while the sale is closed, with what is kept.',
    query: Closed(PageQuery),
    output: PageOf(EmployeeOffer),
    refusals: ['cursor-unknown'],
  }),
  buyAsEmployee: endpoint({
    method: 'POST',
    path: '/employee-purchases',
    permission: 'custody.own',
    summary: 'Orders a device for oneself: it is kept for two weeks, to be fetched.',
    body: Closed({ listingId: UuidType(), payment: Choice(payments) }),
    output: EmployeePurchase,
    status: 201,
    refusals: [
      'employee-sale-closed',
      'employee-sale-not-yet',
      'payment-not-offered',
      'employee-sale-limit',
      'listing-not-found',
      'listing-taken',
    ],
  }),
  listEmployeePurchases: endpoint({
    method: 'GET',
    path: '/employee-purchases',
    permission: 'custody.own',
    summary: 'Purchases by employees, the latest first; one’s own only, for who may not hand out.',
    query: Closed({
      ...PageQuery,
      state: Type.Optional(Choice(employeeStates)),
      mine: Type.Optional(Type.Boolean()),
    }),
    output: PageOf(EmployeePurchase),
    refusals: ['cursor-unknown'],
  }),
  getPayrollDeductions: endpoint({
    method: 'GET',
    path: '/payroll-deductions',
    permission: 'resale.payroll',
    summary:
      'For the payroll office, as CSV: what was handed over in a month (2026-03) and is deducted from the salary, with the benefit that is taxed. Each purchase is in one month only.',
    query: Closed({ month: Type.String({ minLength: 7, maxLength: 7 }) }),
    output: Type.Any(),
    file: ['text/csv'],
    refusals: ['month-not-valid'],
  }),
  cancelEmployeePurchase: endpoint({
    method: 'POST',
    path: '/employee-purchases/{employeePurchaseId}/cancellation',
    permission: 'custody.own',
    summary: 'Calls off what has not been handed over; by who bought it, or who may hand out.',
    params: employeePurchaseId,
    output: EmployeePurchase,
    refusals: [...acts],
  }),
  handOverEmployeePurchase: endpoint({
    method: 'POST',
    path: '/employee-purchases/{employeePurchaseId}/hand-over',
    permission: 'custody.handOut',
    summary:
      'Hands the device over to who bought it: it is theirs from now, sold out of the register, and its second life is recorded. Its erasure is asked for again.',
    params: employeePurchaseId,
    output: EmployeePurchase,
    refusals: [...acts, 'not-custodian', 'status-forbids', 'data-unproven', 'grade-worse'],
  }),
}
