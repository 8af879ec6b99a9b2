// A post with an Idempotency-Key happens once: its answer is kept in the action's own transaction.
import { createHash } from 'node:crypto'
import { refuse, type Refusal } from '../core/result.ts'
import type { Database } from '../database/connect.ts'
import type { ActionContext } from '../database/context.ts'

/**
 * As long as a client may try the same post again. No longer, since an answer names people and says what
 * they wrote, also after it has been taken away elsewhere.
 */
const KEPT_DAYS = 2
const ANSWERS_JOB = 'server:answers'
export const answersCrontab = `40 2 * * * ${ANSWERS_JOB} ?fill=1d&max=3`

export interface KeptAnswer {
  readonly status: number
  readonly body: string
}

/**
 * Takes the key for this transaction. A call at the same instant waits here for the first.
 * @returns null when the key is new; the first call's answer when it is not
 */
export async function takeKey(
  ctx: ActionContext,
  key: string,
  request: string,
): Promise<KeptAnswer | Refusal | null> {
  const requestHash = createHash('sha256').update(request).digest()
  const taken = await ctx.tx.run(
    `INSERT INTO server.answer (organisation_id, actor_id, key, request_hash, created_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [ctx.organisationId, ctx.actorId, key, requestHash, ctx.now],
  )
  if (taken === 1) return null
  const kept = await ctx.tx.one<{ requestHash: Buffer; status: number; body: string }>(
    `SELECT request_hash AS "requestHash", status, body FROM server.answer
     WHERE organisation_id = $1 AND actor_id = $2 AND key = $3`,
    [ctx.organisationId, ctx.actorId, key],
  )
  return kept.requestHash.equals(requestHash) ? kept : refuse('idempotency-key-reused')
}

export const keepAnswer = (ctx: ActionContext, key: string, status: number, body: string) =>
  ctx.tx.run(
    `UPDATE server.answer SET status = $4, body = $5
     WHERE organisation_id = $1 AND actor_id = $2 AND key = $3`,
    [ctx.organisationId, ctx.actorId, key, status, body],
  )

export const answerJobs = {
  [ANSWERS_JOB]: async (database: Database): Promise<void> => {
    await forgetAnswers(database)
  },
}

/** @returns how many */
export const forgetAnswers = (database: Database, now: Date = new Date()): Promise<number> =>
  database.asSystem((tx) =>
    tx.run('DELETE FROM server.answer WHERE created_at < $1', [
      new Date(now.getTime() - KEPT_DAYS * 86_400_000),
    ]),
  )
