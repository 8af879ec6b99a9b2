import { Closed, endpoint, UuidType } from '../../../core/endpoint.ts'
import { Order, Said } from './shapes.ts'

export const commentsApi = {
  commentOrder: endpoint({
    method: 'POST',
    path: '/orders/{orderId}/comments',
    permission: 'ordering.order',
    summary:
      'Writes a comment that everybody who sees the order reads, in whatever state it is; those who take part get a letter that it is there.',
    params: Closed({ orderId: UuidType() }),
    body: Closed({ words: Said(2000) }),
    output: Order,
    refusals: ['order-not-found'],
  }),
  removeComment: endpoint({
    method: 'DELETE',
    path: '/orders/{orderId}/comments/{commentId}',
    permission: 'ordering.order',
    summary:
      'Takes the words of a comment away for good: one’s own, or anybody’s for who approves orders. That it was written stands.',
    params: Closed({ orderId: UuidType(), commentId: UuidType() }),
    output: Order,
    refusals: ['order-not-found', 'comment-not-found', 'comment-of-another'],
  }),
}
