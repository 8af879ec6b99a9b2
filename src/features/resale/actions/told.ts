// Entries in a purchase's or a warranty case's own chain; its locked row makes it one writer. Words of people stay out.
import type { OrganisationId, Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'

export async function tell(
  ctx: ActionContext,
  subject: {
    readonly id: Uuid
    readonly sellerId: OrganisationId
    readonly buyerId: OrganisationId
  },
  kind: string,
  content: { readonly [name: string]: EntryValue } = {},
) {
  const partyIds = [subject.sellerId, subject.buyerId].sort()
  await append(ctx, [{ subjectId: subject.id, kind, content, partyIds }])
}
