// The life of an order: what each state allows, as one table, and who may decide.
import { refuse, type Refusal } from '../../../core/result.ts'
import type { LineState, PurchaseState } from '../../resale/rules/purchase.ts'

export const orderStates = [
  'draft',
  'submitted',
  'approved',
  'declined',
  'withdrawn',
  'partlyDelivered',
  'delivered',
] as const
export type OrderState = (typeof orderStates)[number]

/** `held` is kept in a partner's shop until the order is approved; `onOrder` is bought and to come. */
export const needStates = ['open', 'held', 'reserved', 'onOrder', 'delivered', 'withdrawn'] as const
export type NeedState = (typeof needStates)[number]

/** Why a purchase for a need came to nothing: codes that stay as they are. */
export const purchaseEnds = [
  'reservation-expired',
  'purchase-called-off',
  'purchase-not-delivered',
] as const
export type PurchaseEnd = (typeof purchaseEnds)[number]

/** How the purchase for a need has ended without a device; null while it stands. */
export function endOfLine(line: {
  readonly state: LineState
  readonly purchaseState: PurchaseState
  readonly serialNumber: string | null
}): PurchaseEnd | null {
  if (line.purchaseState === 'expired') return 'reservation-expired'
  if (line.state !== 'cancelled') return null
  // The note names the serial number from the sending on.
  return line.serialNumber === null ? 'purchase-called-off' : 'purchase-not-delivered'
}

export type OrderAct = 'change' | 'submit' | 'approve' | 'decline' | 'withdraw' | 'deliver'

const allowed: Record<OrderState, readonly OrderAct[]> = {
  draft: ['change', 'submit', 'withdraw'],
  submitted: ['approve', 'decline', 'withdraw'],
  approved: ['deliver', 'withdraw'],
  partlyDelivered: ['deliver', 'withdraw'],
  declined: [],
  withdrawn: [],
  delivered: [],
}

export const allowsAct = (state: OrderState, act: OrderAct): boolean => allowed[state].includes(act)

export type OrderRefusal = 'order-state-forbids' | 'order-of-another' | 'own-order'

interface Acting {
  readonly state: OrderState
  readonly ordererId: string
  readonly actorId: string
  readonly permissions: ReadonlySet<string>
}

/** Guards from cheap to deep: the state, then whose order it is. */
export function decideAct(order: Acting, act: OrderAct): Refusal<OrderRefusal> | null {
  if (!allowsAct(order.state, act))
    return refuse('order-state-forbids', { state: order.state, act })
  const own = order.ordererId === order.actorId
  // Who asks for the money does not grant it (attest, the municipality's own rules of control).
  if ((act === 'approve' || act === 'decline') && own) return refuse('own-order')
  const mine = act === 'change' || act === 'submit' || act === 'withdraw'
  if (mine && !own && !order.permissions.has('ordering.approve')) return refuse('order-of-another')
  return null
}

/** Whether reused stock may still be chosen for a need: before the approval, and after it for one whose purchase came to nothing. */
export function decideChoose(
  order: OrderState,
  need: NeedState,
): Refusal<'order-state-forbids' | 'need-state-forbids'> | null {
  if (!allowsAct(order, 'withdraw'))
    return refuse('order-state-forbids', { state: order, act: 'choose' })
  return need === 'open' || need === 'held' ? null : refuse('need-state-forbids', { state: need })
}

/** Where the order stands, from where its needs stand. */
export function stateAfterDelivery(needs: readonly NeedState[]): OrderState {
  const wanted = needs.filter((state) => state !== 'withdrawn')
  if (wanted.every((state) => state === 'delivered')) return 'delivered'
  return wanted.includes('delivered') ? 'partlyDelivered' : 'approved'
}
