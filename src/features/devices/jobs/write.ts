// Writes one batch: the devices, their journal, the counts and the place, all or nothing.
import type { Uuid } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import type { ActionContext } from '../../../database/context.ts'
import { sendJob } from '../../../database/send-job.ts'
import type { Tx } from '../../../database/tx.ts'
import { appendNew } from '../../../journal/append-new.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import * as store from '../store/import.ts'
import * as writing from '../store/import-write.ts'
import { takeMarks } from '../store/register.ts'
import type { PlannedUpdate } from './facts.ts'
import type { BatchPlan } from './plan.ts'

export type Written =
  | 'written'
  /** Somebody else has taken a mark or changed a device meanwhile: plan again. */
  | 'conflict'
  /** Another process has the run, or it is over. */
  | 'overtaken'
  | 'stopped'

class Conflict extends Error {}

export async function writeBatch(
  database: Database,
  run: store.ImportRun,
  plan: BatchPlan,
  newId: () => Uuid,
  /** Called when the longest part has been sent: PostgreSQL is busy, and this process free. */
  onSent: () => void = () => {},
): Promise<Written> {
  try {
    return await database.asSystem(async (tx) => {
      const locked = await store.lockRun(tx, run.id)
      if (!locked || locked.work !== run.work || locked.place !== plan.from) return 'overtaken'
      if (locked.state === 'stopping') return 'stopped'
      if (locked.state !== 'running' && locked.state !== 'checking') return 'overtaken'
      // COPY needs the owner of the tables, whom row-level security does not bind; so here, once,
      // it is made sure that all lines were made for the organisation that the run belongs to.
      invariant(
        locked.organisationId === run.organisationId && locked.actorId === run.actorId,
        'a run writes for its own organisation',
      )
      if (run.work === 'import') {
        const ctx = contextOf(tx, run, plan.at, newId)
        if (plan.updates.length > 0) {
          await tx.enter(run.organisationId)
          await applyUpdates(ctx, plan.updates)
          await tx.leave()
        }
        await writing.copyNames(tx, run.organisationId, plan.names)
        await writing.copyNew(tx, plan.lines)
        await appendNew(tx, plan.entries)
        const copied = writing.copyDevices(tx, plan.lines)
        onSent()
        await copied
      }
      await store.addRows(tx, run, plan.outcomes)
      await store.moveOn(tx, run.id, plan.place, plan.counts)
      return 'written'
    })
  } catch (error) {
    if (isConflict(error)) return 'conflict'
    throw error
  }
}

/** A unique key taken meanwhile, or two writers in each other's way. */
const isConflict = (error: unknown): boolean =>
  error instanceof Conflict ||
  ['23505', '40P01', '40001'].includes((error as { code?: string }).code ?? '')

export const contextOf = (
  tx: Tx,
  run: Pick<store.ImportRun, 'organisationId' | 'actorId'>,
  now: Date,
  newId: () => Uuid,
): ActionContext => ({
  tx,
  organisationId: run.organisationId,
  actorId: run.actorId,
  permissions: new Set(['devices.import']),
  now,
  newId,
  language: 'sv',
  send: (job) => sendJob(tx, job),
})

async function applyUpdates(ctx: ActionContext, updates: readonly PlannedUpdate[]) {
  const locked = await lockDevices(
    ctx,
    updates.map((update) => update.id),
  )
  for (const { id, version } of updates)
    if (locked.get(id)?.version !== version) throw new Conflict()
  const drop = updates.flatMap((update) => update.drop)
  if (drop.length > 0) await writing.dropMarks(ctx.tx, ctx.organisationId, drop)
  const take = updates.flatMap((update) => update.take)
  if (take.length > 0) {
    const taken = await takeMarks(ctx.tx, ctx.organisationId, take)
    if (taken.length < take.length) throw new Conflict()
  }
  await writing.changeAllFacts(
    ctx.tx,
    updates.map((update) => update.after),
  )
  await takeSteps(
    ctx,
    updates.map(({ id, facts, words, endsOn, after }) => {
      const device = locked.get(id)!
      // A kind that may hold data on a thing that was said to hold none: then it may hold data.
      const bears = after.dataBearing && device.dataState === 'notDataBearing'
      return {
        device,
        entry: { kind: 'devices.changed', content: { facts, words } },
        ...(bears || endsOn !== device.endsOn
          ? { set: { ...(bears ? { dataState: 'holdsData' as const } : {}), endsOn } }
          : {}),
      }
    }),
  )
}
