// What may be put up for sale, and by whom.
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { OrganisationId } from '../../../core/ids.ts'
import {
  custodianOf,
  decideAgainstReservation,
  type CustodyDevice,
  type Reservation,
} from '../../custody/rules.ts'
import { dataIsProvenGone, type Grade } from '../../devices/rules/status.ts'

export const listingStates = ['listed', 'withdrawn', 'sold'] as const
export type ListingState = (typeof listingStates)[number]

/** Whom it is for: the customers of a shop, or the organisation's own employees. */
export const audiences = ['customers', 'employees'] as const
export type Audience = (typeof audiences)[number]

/**
 * How the price carries VAT: 25 % beside it, or the margin scheme for used goods, where the tax is
 * on the seller's margin, inside the price, and may not be shown (mervärdesskattelagen 20 kap.).
 */
export const vatSchemes = ['standard', 'margin'] as const
export type VatScheme = (typeof vatSchemes)[number]

/** Below C there is nothing to give a year's warranty on. */
export const soldGrades = ['A', 'B', 'C'] as const
export type SoldGrade = (typeof soldGrades)[number]
export const isSoldGrade = (grade: Grade | null): grade is SoldGrade =>
  (soldGrades as readonly (Grade | null)[]).includes(grade)

export const WARRANTY_MONTHS = 12

export interface StockDevice extends CustodyDevice {
  readonly grade: Grade | null
  readonly partnerId: OrganisationId | null
  readonly reservation: Reservation | null
}

export type PublishRefusal =
  | 'not-custodian'
  | 'not-appointed'
  | 'owner-decides'
  | 'status-forbids'
  | 'device-reserved'
  | 'data-unproven'
  | 'grade-not-sold'
  | 'calculation-missing'
  | 'price-missing'

/** Guards from cheap to deep: where it stands, who may sell it, its data, its grade, its price. */
export function decidePublish(
  device: StockDevice,
  known: {
    readonly keptByOwner: boolean
    readonly calculated: boolean
    readonly priceOre: number | null
    readonly audience: Audience
  },
  by: OrganisationId,
  now: Date,
): Result<{ readonly grade: SoldGrade; readonly priceOre: number }, PublishRefusal> {
  const of = { deviceId: device.id }
  if (device.account.kind !== 'depot' || custodianOf(device.account) !== by)
    return refuse('not-custodian', of)
  if (by !== device.ownerId && by !== device.partnerId) return refuse('not-appointed', of)
  // What is another's is sold in the shop, where its owner is paid for it.
  if (known.audience === 'employees' && by !== device.ownerId) return refuse('owner-decides', of)
  if (by !== device.ownerId && known.keptByOwner) return refuse('owner-decides', of)
  if (device.status !== 'graded' && device.status !== 'pool')
    return refuse('status-forbids', { ...of, status: device.status })
  const free = decideAgainstReservation(device, now)
  if (!free.ok) return free
  // Law 2, asked again when it is sent: a certificate may have been withdrawn meanwhile.
  if (!dataIsProvenGone(device)) return refuse('data-unproven', of)
  if (!isSoldGrade(device.grade))
    return refuse('grade-not-sold', { ...of, grade: device.grade ?? undefined })
  if (!known.calculated) return refuse('calculation-missing', of)
  if (known.priceOre === null) return refuse('price-missing', of)
  return done({ grade: device.grade, priceOre: known.priceOre })
}

/** Whether a grade is at least as good as another. */
export const atLeast = (grade: Grade, least: Grade): boolean => grade <= least

/** What was true when it was put up must be true when it goes: much can happen in the depot. */
export function decideSend(
  device: StockDevice,
  line: { readonly grade: SoldGrade; readonly position?: number },
  by: OrganisationId,
): Refusal<'not-custodian' | 'status-forbids' | 'data-unproven' | 'grade-worse'> | null {
  const of = { deviceId: device.id, ...(line.position ? { position: line.position } : {}) }
  if (device.account.kind !== 'depot' || custodianOf(device.account) !== by)
    return refuse('not-custodian', of)
  if (device.status !== 'graded' && device.status !== 'pool')
    return refuse('status-forbids', { ...of, status: device.status })
  // Law 2, asked at the last moment: a certificate may have been withdrawn meanwhile.
  if (!dataIsProvenGone(device)) return refuse('data-unproven', of)
  return device.grade !== null && atLeast(device.grade, line.grade)
    ? null
    : refuse('grade-worse', { ...of, grade: device.grade ?? undefined })
}

/** Whether a purchase that stands has it: one that has run out keeps nothing. */
export const isKept = (
  listing: { readonly purchaseId: string | null; readonly reservedUntil: Date | null },
  now: Date,
): boolean =>
  listing.purchaseId !== null && (listing.reservedUntil === null || listing.reservedUntil > now)

export const isFree = (
  listing: Parameters<typeof isKept>[0] & { readonly state: ListingState },
  now: Date,
): boolean => listing.state === 'listed' && !isKept(listing, now)
