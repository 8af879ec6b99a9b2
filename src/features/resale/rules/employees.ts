// What an organisation lets its employees buy, and the life of such a purchase.
import { addDays, addMonths, dayOf, isDay, type Day } from '../../../core/dates.ts'
import { refuse, type Refusal } from '../../../core/result.ts'
import type { VatScheme } from './listing.ts'

/** Off the salary, which the person asks for with the purchase, or by invoice. */
export const payments = ['payroll', 'invoice'] as const
export type Payment = (typeof payments)[number]

export interface EmployeeSale {
  readonly open: boolean
  /** Months that somebody has been employed at least. */
  readonly leastMonths: number
  /** How many one person may buy in a calendar year. */
  readonly perYear: number
  readonly payments: readonly Payment[]
  /** Of the market value, which the price list says; 100: nobody has a benefit of it. */
  readonly pricePercent: number
}

/** Closed until somebody opens it. */
const closedSale: EmployeeSale = {
  open: false,
  leastMonths: 0,
  perYear: 1,
  payments: ['payroll'],
  pricePercent: 100,
}

export const employeeSaleFrom = (settings: unknown): EmployeeSale => ({
  ...closedSale,
  ...(settings as Partial<EmployeeSale> | null),
})

interface Employed {
  readonly startsOn: Day | null
  readonly leavesOn: Day | null
}

/** Whose first day is not known has been there longer than the register. */
const isEmployed = ({ startsOn, leavesOn }: Employed, leastMonths: number, today: Day): boolean =>
  (leavesOn === null || leavesOn >= today) &&
  (startsOn === null || addMonths(startsOn, leastMonths) <= today)

export type BuyRefusal =
  'employee-sale-closed' | 'employee-sale-not-yet' | 'employee-sale-limit' | 'payment-not-offered'

/** Guards from cheap to deep: whether it is open, to whom, how it is paid, and how many. */
export function decideEmployeeBuy(
  sale: EmployeeSale,
  person: Employed,
  bought: number,
  payment: Payment | null,
  now: Date,
): Refusal<BuyRefusal> | null {
  if (!sale.open) return refuse('employee-sale-closed')
  if (!isEmployed(person, sale.leastMonths, dayOf(now)))
    return refuse('employee-sale-not-yet', { leastMonths: sale.leastMonths })
  if (payment !== null && !sale.payments.includes(payment))
    return refuse('payment-not-offered', { payment })
  return bought >= sale.perYear ? refuse('employee-sale-limit', { perYear: sale.perYear }) : null
}

export const employeeStates = ['ordered', 'handedOver', 'cancelled', 'expired'] as const
export type EmployeeState = (typeof employeeStates)[number]

const FETCH_DAYS = 14
export const fetchBy = (now: Date): Date => new Date(now.getTime() + FETCH_DAYS * 86_400_000)

/** The clock decides, whether or not the job has been round. */
export const employeeStateAt = (
  purchase: { readonly state: EmployeeState; readonly fetchBy: Date },
  now: Date,
): EmployeeState =>
  purchase.state === 'ordered' && purchase.fetchBy <= now ? 'expired' : purchase.state

export const decideEmployeeAct = (
  state: EmployeeState,
): Refusal<'purchase-state-forbids' | 'reservation-expired'> | null =>
  state === 'ordered'
    ? null
    : state === 'expired'
      ? refuse('reservation-expired')
      : refuse('purchase-state-forbids', { state })

/**
 * The tax inside a price that a person pays: a fifth of it, since 25 % came upon the rest, rounded
 * half up. Under the margin scheme it is not shown.
 */
export const vatInside = (priceOre: number, vat: VatScheme): number =>
  vat === 'standard' ? Math.floor((priceOre * 20 + 50) / 100) : 0

/** What anybody pays for the same: the list price, with the tax that comes upon it, rounded half up. */
export const marketOreOf = (listPriceOre: number, vat: VatScheme): number =>
  listPriceOre + (vat === 'standard' ? Math.floor((listPriceOre * 25 + 50) / 100) : 0)

/** A share of the market value in whole kronor, rounded half up. */
export const employeePriceOre = (marketOre: number, percent: number): number =>
  Math.floor((marketOre * percent + 5000) / 10_000) * 100

/** What is taxed as pay; null where nobody has said what it is worth. */
export const benefitOreOf = (priceOre: number, marketOre: number | null): number | null =>
  marketOre === null ? null : Math.max(0, marketOre - priceOre)

/** The first and the last day of a month that is written 2026-03; null where it is none. */
export function daysOfMonth(month: string): { readonly from: Day; readonly until: Day } | null {
  const from = `${month}-01`
  return isDay(from) ? { from, until: addDays(addMonths(from, 1), -1) } : null
}
