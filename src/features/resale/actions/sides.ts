// A sale is written on both sides in one transaction: the buyer's receipt ends the device in the
// seller's register and begins it in the buyer's. Either half alone would be a device that nobody has,
// or that two have (law 1). Row-level security lets no organisation write another's rows, so the
// transaction enters the other side for that half, and only where a partnership or a purchase that
// both of them see has tied them together.
import type { OrganisationId, PersonId } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { isTiedTo } from '../store/purchases.ts'

/** As the other side, which then sees and writes its own rows and not ours. What comes back is ours to tell. */
export async function asOther<T>(
  ctx: ActionContext,
  other: { readonly organisationId: OrganisationId; readonly actorId: PersonId },
  work: (ctx: ActionContext) => Promise<T>,
): Promise<T> {
  const own = other.organisationId === ctx.organisationId
  invariant(
    own || (await isTiedTo(ctx.tx, other.organisationId)),
    'only who trade enter each other',
  )
  await ctx.tx.enter(other.organisationId)
  try {
    // What one may here says nothing of what one may there.
    return await work({ ...ctx, ...other, permissions: new Set() })
  } finally {
    // Also after a fault, so that who catches it goes on as itself. A transaction that the fault has
    // aborted takes no statement at all, this one as little as any of the other side's.
    await ctx.tx.enter(ctx.organisationId).catch(() => undefined)
  }
}
