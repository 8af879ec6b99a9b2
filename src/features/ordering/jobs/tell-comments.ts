// A comment reaches the other side: a letter says that it is there and where. What it says is read in
// the product, where it can be taken away.
import { dayOf } from '../../../core/dates.ts'
import { isUuid, type OrganisationId, type Uuid } from '../../../core/ids.ts'
import { done, invariant } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import type { Tx } from '../../../database/tx.ts'
import { post } from '../../organisations/actions/mail.ts'
import { isRole } from '../../organisations/rules.ts'
import { approvers, stillSees, toldOf } from '../rules/comments.ts'
import * as store from '../store/comments.ts'
import { orderBy } from '../store/orders.ts'
import { commentMail } from '../texts/comment-mail.ts'

/** A letter goes to no more. */
const MOST = 50

export async function tellComment(
  database: Database,
  payload: unknown,
  now: Date = new Date(),
): Promise<void> {
  const { organisationId, commentId, baseUrl } = payload as Record<string, unknown>
  invariant(isUuid(organisationId) && isUuid(commentId), 'the job names whose comment it tells of')
  const found = await database.forOrganisation(organisationId as OrganisationId, async (tx) =>
    done(await letterOf(tx, commentId, dayOf(now))),
  )
  if (!found.ok) throw new Error(found.code)
  if (!found.value) return
  const { to, order, author } = found.value
  const address = typeof baseUrl === 'string' ? `${baseUrl}/orders/${order.id}` : null
  for (const { id, email } of to) {
    const letter = {
      id: `comment-${commentId}-${id}`,
      to: [email],
      ...commentMail(order.number, author, address),
    }
    // Thrown, so that the worker tries again later; where there is no server there is nothing to try.
    if ((await post(letter, database.keys?.installation)) === 'failed')
      throw new Error(`The letter ${letter.id} was not mailed`)
  }
}

/** Each gets a letter of their own, so that nobody reads the others' addresses. */
async function letterOf(tx: Tx, commentId: Uuid, today: string) {
  const comment = await store.commentBy(tx, commentId)
  const order = comment && (await orderBy(tx, comment.orderId))
  if (!order || comment.removedAt) return null
  const before = (await store.commentsOf(tx, order.id)).filter(({ id }) => id < comment.id)
  const talk = { ...order, authorId: comment.byId, earlier: before.map(({ byId }) => byId) }
  const told = toldOf(talk)
  const people =
    told === 'approvers'
      ? await store.reachableWith(tx, approvers, today, MOST)
      : await store.reachable(tx, told, today)
  const to = people.filter(
    ({ id, roles }) => id !== comment.byId && stillSees(id, roles.filter(isRole), order.ordererId),
  )
  return { to, order, author: comment.byName }
}
