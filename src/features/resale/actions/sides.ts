// A sale is written on both sides in one transaction: the buyer's receipt ends the device in the
// seller's register and begins it in the buyer's. Either half alone would be a device that nobody has,
// or that two have (law 1). Row-level security lets no organisation write another's rows, so the
// transaction enters the other side for that half, and only where a purchase or a listing that
// both of them see has tied them together.
import type { OrganisationId, PersonId } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'

export async function asOther<T>(
  ctx: ActionContext,
  other: { readonly organisationId: OrganisationId; readonly actorId: PersonId },
  work: (ctx: ActionContext) => Promise<T>,
): Promise<T> {
  await ctx.tx.enter(other.organisationId)
  // What throws or is refused rolls all of it back; nothing goes on as the other side.
  const result = await work({ ...ctx, ...other, permissions: new Set() })
  await ctx.tx.enter(ctx.organisationId)
  return result
}
