// Who may take a comment away, and whom a new one is told to.
import { refuse, type Refusal } from '../../../core/result.ts'
import { permissionsOf, roles, type Permission, type Role } from '../../organisations/rules.ts'
import type { OrderState } from './orders.ts'

/** As whoever writes may, and who answers for the orders. */
export const decideRemove = (
  authorId: string,
  who: { readonly personId: string | undefined; readonly approves: boolean },
): Refusal<'comment-of-another'> | null =>
  authorId === who.personId || who.approves ? null : refuse('comment-of-another')

const carry = (held: readonly Role[], permission: Permission) => permissionsOf(held).has(permission)

/** Roles that decide on orders. */
export const approvers: readonly Role[] = roles.filter((role) => carry([role], 'ordering.approve'))

/** Whoever ordered sees the order; others while their roles show them every order. */
export const stillSees = (personId: string, held: readonly Role[], ordererId: string): boolean =>
  personId === ordererId || carry(held, 'ordering.approve') || carry(held, 'custody.handOut')

export interface Talk {
  readonly state: OrderState
  readonly ordererId: string
  readonly decidedById: string | null
  /** Who has written before. */
  readonly earlier: readonly string[]
  readonly authorId: string
}

/**
 * Whoever takes part is told, and not who writes. Where nobody else does yet and the order awaits its
 * approval, those who can approve it are: `approvers`.
 */
export function toldOf(talk: Talk): readonly string[] | 'approvers' {
  const part = new Set([talk.ordererId, ...talk.earlier])
  if (talk.decidedById) part.add(talk.decidedById)
  part.delete(talk.authorId)
  return part.size === 0 && talk.state === 'submitted' ? 'approvers' : [...part]
}
