// Appends entries in the transaction of the action they tell of.
import type { Uuid } from '../core/ids.ts'
import type { ActionContext } from '../database/context.ts'
import { chainEntry, NO_ENTRY, type ChainedEntry, type ChainHead, type NewEntry } from './entry.ts'

/**
 * Appends in the given order; several entries on one subject chain onto each other.
 * The caller holds the lock on each subject (its device row), so that a chain has one writer.
 * @param along what is written right after them without waiting for it, by their numbers
 * @returns the entries with their numbers in the chain
 */
export async function append(
  ctx: ActionContext,
  entries: readonly NewEntry[],
  along: (chained: readonly ChainedEntry[]) => Promise<unknown> = async () => undefined,
): Promise<ChainedEntry[]> {
  if (entries.length === 0) return []
  const heads = await headsOf(ctx, [...new Set(entries.map((entry) => entry.subjectId))])
  const chained = entries.map((entry) => {
    const author = {
      id: ctx.newId(),
      organisationId: ctx.organisationId,
      actorId: ctx.actorId,
      at: ctx.now,
    }
    const next = chainEntry(entry, author, heads.get(entry.subjectId) ?? NO_ENTRY)
    heads.set(entry.subjectId, next)
    return next
  })
  const inserted = ctx.tx.run(INSERT, [
    chained.map((e) => e.subjectId),
    chained.map((e) => e.seq),
    chained.map((e) => e.id),
    ctx.organisationId,
    chained.map((e) => e.kind),
    ctx.now,
    chained.map((e) => e.body).join('\n'),
    Buffer.concat(chained.map((e) => e.hash)),
    chained.map((e) => `{${e.partyIds.join(',')}}`),
  ])
  ctx.tx.wake('omlopp_journal')
  await Promise.all([inserted, along(chained)])
  return chained
}

// Arrays of arrays must be even in PostgreSQL, so each party list travels as its own text. Bodies
// travel as lines, which no canonical JSON breaks, and hashes end to end: an array is escaped and
// read a character at a time, which took longer than to hash and to store them.
const INSERT = `
  INSERT INTO journal.entry
    (subject_id, seq, id, organisation_id, kind, at, body, hash, party_ids)
  SELECT e.subject_id, e.seq, e.id, $4, e.kind, $6, e.body,
    substr($8::bytea, (e.place::integer - 1) * 32 + 1, 32), e.party_ids::uuid[]
  FROM ROWS FROM (unnest($1::uuid[], $2::int[], $3::uuid[], $5::text[], $9::text[]),
    string_to_table($7, E'\\n')) WITH ORDINALITY
    AS e (subject_id, seq, id, kind, party_ids, body, place)`

async function headsOf(ctx: ActionContext, subjectIds: Uuid[]): Promise<Map<Uuid, ChainHead>> {
  const rows = await ctx.tx.rows<{ subjectId: Uuid; seq: number; hash: Buffer }>(
    `SELECT subject_id AS "subjectId", seq, hash FROM journal.heads($1)`,
    [subjectIds],
  )
  return new Map(rows.map((row) => [row.subjectId, row]))
}
