// The life of a purchase: what each state allows and to whom, as one table, and its sums.
import { refuse, type Refusal } from '../../../core/result.ts'
import type { VatScheme } from './listing.ts'

export const purchaseStates = [
  'reserved',
  'confirmed',
  'sent',
  'received',
  'cancelled',
  'expired',
] as const
export type PurchaseState = (typeof purchaseStates)[number]

export const lineStates = ['ordered', 'sent', 'received', 'cancelled'] as const
export type LineState = (typeof lineStates)[number]

export type PurchaseAct = 'confirm' | 'cancel' | 'send' | 'accept' | 'takeBack'
export type Side = 'seller' | 'buyer'

const allowed: Record<PurchaseState, readonly PurchaseAct[]> = {
  reserved: ['confirm', 'cancel'],
  confirmed: ['cancel', 'send'],
  sent: ['accept', 'takeBack'],
  received: [],
  cancelled: [],
  expired: [],
}
/** Before it is sent, either side may call it off; afterwards what comes back is taken back. */
const mayAct: Record<PurchaseAct, readonly Side[]> = {
  confirm: ['buyer'],
  cancel: ['buyer', 'seller'],
  send: ['seller'],
  accept: ['buyer'],
  takeBack: ['seller'],
}

/** How long devices are kept for a purchase that nobody has confirmed. */
const RESERVED_HOURS = 24
export const reservedUntil = (now: Date): Date =>
  new Date(now.getTime() + RESERVED_HOURS * 3_600_000)

/** What waits for an approver is kept over a weekend: from Friday afternoon to Monday. */
const ORDER_RESERVED_HOURS = 72
export const reservedForOrderUntil = (now: Date): Date =>
  new Date(now.getTime() + ORDER_RESERVED_HOURS * 3_600_000)

/** The clock decides, whether or not the job has been round. */
export const stateAt = (
  purchase: { readonly state: PurchaseState; readonly reservedUntil: Date | null },
  now: Date,
): PurchaseState =>
  purchase.state === 'reserved' && purchase.reservedUntil !== null && purchase.reservedUntil <= now
    ? 'expired'
    : purchase.state

export function decideAct(state: PurchaseState, side: Side, act: PurchaseAct): Refusal | null {
  if (!mayAct[act].includes(side)) return refuse('purchase-not-yours', { act })
  if (state === 'expired') return refuse('reservation-expired')
  return allowed[state].includes(act) ? null : refuse('purchase-state-forbids', { state, act })
}

export const allowsAct = (state: PurchaseState, side: Side, act: PurchaseAct): boolean =>
  decideAct(state, side, act) === null

/** Where the purchase stands, from where its lines stand. */
export function stateOfLines(lines: readonly LineState[]): PurchaseState {
  const kept = lines.filter((state) => state !== 'cancelled')
  if (kept.length === 0) return 'cancelled'
  return kept.every((state) => state === 'received') ? 'received' : 'sent'
}

export interface Sum {
  readonly netOre: number
  /** VAT beside the price; what is inside a price under the margin scheme is not shown. */
  readonly vatOre: number
  readonly totalOre: number
}

/** VAT is rounded once, half up, on the sum of the purchase. */
export function sumOf(
  lines: readonly {
    readonly priceOre: number
    readonly vat: VatScheme
    readonly state?: LineState
  }[],
): Sum {
  const kept = lines.filter((line) => line.state !== 'cancelled')
  const of = (vat: VatScheme) =>
    kept.reduce((sum, line) => sum + (line.vat === vat ? line.priceOre : 0), 0)
  const standard = of('standard')
  const netOre = standard + of('margin')
  const vatOre = Math.floor((standard * 25 + 50) / 100)
  return { netOre, vatOre, totalOre: netOre + vatOre }
}
