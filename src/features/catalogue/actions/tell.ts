import type { Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'

/** An entry in the chain of a model, a service or a comparison; the caller has locked or just made it. */
export async function tell(
  ctx: ActionContext,
  subjectId: Uuid,
  kind: string,
  content: { readonly [name: string]: EntryValue },
) {
  await append(ctx, [{ subjectId, kind, content, partyIds: [ctx.organisationId] }])
}

/** The fields that differ. Words that people write freely stay out of the journal. */
export function changes(
  before: object,
  after: object,
  unsaid: readonly string[] = ['note', 'description'],
): { readonly [name: string]: EntryValue } {
  const was = before as Readonly<Record<string, EntryValue>>
  return Object.fromEntries(
    Object.entries(after as Readonly<Record<string, EntryValue>>)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name] ?? null))
      .map(([name, value]) => [name, unsaid.includes(name) ? true : value]),
  )
}
