// What people say to each other about an order. Their words stand in the comment alone, so that they can
// be taken away; the journal tells that something was said.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { commentsApi as api } from '../api/comments.ts'
import { decideRemove } from '../rules/comments.ts'
import * as store from '../store/comments.ts'
import { enter, shownOrder, tell } from './shown.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export const COMMENT_JOB = 'ordering.tellComment'

/** In every state: also what was declined or delivered is asked about. */
export async function commentOrder(
  ctx: ActionContext,
  { params, body }: In<'commentOrder'>,
): Out<'commentOrder'> {
  const { orderId } = params
  const entered = await enter(ctx, orderId, null)
  if ('refusal' in entered) return entered.refusal
  const { organisationId, now: at, actorId: by } = ctx
  const commentId = ctx.newId()
  const words = body.words.trim()
  await store.insertComment(ctx.tx, { id: commentId, orderId, organisationId, words, at, by })
  await tell(ctx, orderId, 'ordering.commented', { commentId })
  const { baseUrl } = ctx
  await ctx.send({
    name: COMMENT_JOB,
    payload: { organisationId, commentId, ...(baseUrl && { baseUrl }) },
    key: `comment:${commentId}`,
  })
  return done(await shownOrder(ctx, orderId))
}

export async function removeComment(
  ctx: ActionContext,
  { params }: In<'removeComment'>,
): Out<'removeComment'> {
  const { orderId, commentId } = params
  const entered = await enter(ctx, orderId, null)
  if ('refusal' in entered) return entered.refusal
  const comment = await store.commentBy(ctx.tx, commentId)
  if (comment?.orderId !== orderId || comment.removedAt)
    return refuse('comment-not-found', { commentId })
  const approves = ctx.permissions.has('ordering.approve')
  const no = decideRemove(comment.byId, { personId: ctx.actorId, approves })
  if (no) return no
  await store.removeWords(ctx.tx, commentId, ctx.actorId, ctx.now)
  await tell(ctx, orderId, 'ordering.commentRemoved', { commentId })
  return done(await shownOrder(ctx, orderId))
}
