// The life of an order: what each state allows, as one table, and who may decide.
import { refuse, type Refusal } from '../../../core/result.ts'

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

export const needStates = ['open', 'reserved', 'onOrder', 'delivered', 'withdrawn'] as const
export type NeedState = (typeof needStates)[number]

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

export type OrderRefusal =
  'order-state-forbids' | 'order-of-another' | 'own-order' | 'decline-words-missing'

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

/** Where the order stands, from where its needs stand. */
export function stateAfterDelivery(needs: readonly NeedState[]): OrderState {
  const wanted = needs.filter((state) => state !== 'withdrawn')
  if (wanted.every((state) => state === 'delivered')) return 'delivered'
  return wanted.includes('delivered') ? 'partlyDelivered' : 'approved'
}
