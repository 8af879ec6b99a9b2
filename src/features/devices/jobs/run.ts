// One import from its place to its end: the next batch is planned while PostgreSQL writes this one.
import { randomFillSync } from 'node:crypto'
import { idMaker, type FillRandom, type Uuid } from '../../../core/ids.ts'
import { refuse, type Refusal } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import { append } from '../../../journal/append.ts'
import { fileRefused, refusalOf } from '../reading/refused.ts'
import { isAtWork } from '../rules/import/run.ts'
import * as store from '../store/import.ts'
import { planner, type Batch, type BatchPlan, type Planner } from './plan.ts'
import { batchesOf, openStored, survey, type Survey } from './source.ts'
import { contextOf, writeBatch } from './write.ts'

/** Rows of one transaction: large enough for COPY, small enough to stop and to plan again. */
const BATCH_ROWS = 2_000
/** Others may take marks again and again; at some point something else is wrong. */
const MOST_ATTEMPTS = 20

export interface RunOptions {
  readonly batchRows?: number
  readonly onProgress?: (done: { rows: number; total: number }) => void | Promise<void>
}

/** Works until the run is done, stopped, refused as a whole, or taken over by another process. */
export async function runImport(
  database: Database,
  runId: Uuid,
  options: RunOptions = {},
): Promise<store.ImportRun | null> {
  let run = await database.asSystem((tx) => store.getRun(tx, runId))
  if (!run || !isAtWork(run.state)) return run
  // A dry run that was broken off has nothing to take up: what it found is found again.
  if (run.work === 'check' && run.place > 0 && run.state === 'checking') {
    await database.asSystem((tx) => store.beginWork(tx, runId, 'check', new Date()))
    run = { ...run, place: 0 }
  }
  const started = run
  try {
    const surveyed = await surveyOf(database, run)
    const { rows, encoding } = surveyed
    await database.asSystem((tx) => store.setTotal(tx, runId, rows, encoding ?? started.encoding))
    await workThrough(database, run, surveyed, options)
  } catch (error) {
    const refusal = refusalOf(error) ?? faultOf(error)
    if (!refusal) throw error
    const { code, details } = refusal
    await database.asSystem((tx) =>
      store.setState(tx, runId, 'failed', new Date(), { code, details }),
    )
    if (!refusalOf(error)) throw error
  }
  return database.asSystem((tx) => store.getRun(tx, runId))
}

/** What trying again will not mend; an outage of the database is tried again by the job. */
function faultOf(error: unknown): Refusal | null {
  const { code = '' } = error as { code?: string }
  const outage = /^(?:08|53|57)|^E[A-Z]+$/.test(code) || /terminated|timeout/i.test(String(error))
  return outage ? null : refuse('import-interrupted')
}

async function surveyOf(database: Database, run: store.ImportRun): Promise<Survey> {
  const table = await openStored(database, run)
  if (!table.ok) throw fileRefused(table.code, table.details)
  return survey(table.value, run)
}

async function workThrough(
  database: Database,
  run: store.ImportRun,
  surveyed: Survey,
  { batchRows = BATCH_ROWS, onProgress }: RunOptions,
) {
  const table = await openStored(database, run)
  if (!table.ok) throw fileRefused(table.code, table.details)
  const newIdAt = idMaker(chance())
  const newId = () => newIdAt(new Date())
  const planned = planner({ run, database, newId, now: () => new Date() })
  const batches = batchesOf(table.value, run, surveyed, batchRows)
  let rows = run.rows
  try {
    let next = await planNext(batches, planned)
    while (next) {
      const current = next
      // Both are awaited whatever happens, so that no failure is left unheard.
      let ahead: Promise<PromiseSettledResult<Planned | null>[]> | undefined
      const goAhead = () => {
        ahead ??= Promise.allSettled([planNext(batches, planned)])
      }
      const [written] = await Promise.allSettled([
        writeBatch(database, run, current.plan, newId, goAhead),
      ])
      goAhead()
      const [following] = (await ahead)!
      if (written.status === 'rejected') throw written.reason
      if (following!.status === 'rejected') throw following!.reason
      next = following!.value
      let outcome = written.value
      for (let attempt = 1; outcome === 'conflict'; attempt++) {
        if (attempt > MOST_ATTEMPTS) throw new Error('The batch was in conflict every time.')
        planned.forget()
        const again = await planned.plan(current.batch)
        outcome = await writeBatch(database, run, again, newId)
        if (next && outcome !== 'conflict') {
          planned.forget()
          next = { batch: next.batch, plan: await planned.plan(next.batch) }
        }
      }
      if (outcome === 'overtaken') return
      if (outcome === 'stopped') return await stopped(database, run)
      rows += current.plan.counts.rows
      await onProgress?.({ rows, total: surveyed.rows })
    }
  } finally {
    await batches.return(undefined)
    await table.value.close()
  }
  await finish(database, run, newId)
}

/** Chance by the page: one call to the system for a thousand ids. */
function chance(): FillRandom {
  const page = new Uint8Array(16 * 1024)
  let at = page.length
  return (bytes) => {
    if (at + bytes.length > page.length) {
      randomFillSync(page)
      at = 0
    }
    bytes.set(page.subarray(at, (at += bytes.length)))
  }
}

interface Planned {
  readonly batch: Batch
  readonly plan: BatchPlan
}

async function planNext(batches: AsyncGenerator<Batch>, planned: Planner): Promise<Planned | null> {
  const next = await batches.next()
  if (next.done) return null
  return { batch: next.value, plan: await planned.plan(next.value) }
}

/** A dry run that is stopped leaves nothing; an import keeps its place. */
const stopped = (database: Database, run: store.ImportRun) =>
  database.asSystem((tx) =>
    store.setState(tx, run.id, run.work === 'check' ? 'uploaded' : 'stopped', new Date()),
  )

/** The run ends with an entry in the organisation's own chain, and the file is let go. */
async function finish(database: Database, run: store.ImportRun, newId: () => Uuid) {
  await database.asSystem(async (tx) => {
    const last = await store.lockRun(tx, run.id)
    if (!last || !isAtWork(last.state) || last.work !== run.work) return
    const now = new Date()
    if (last.state === 'stopping' && run.work === 'check')
      return void (await store.setState(tx, run.id, 'uploaded', now))
    if (run.work === 'check') return void (await store.setState(tx, run.id, 'checked', now))
    await store.setState(tx, run.id, 'done', now)
    await store.dropFile(tx, run.id)
    await tx.enter(run.organisationId)
    await tx.run('SELECT 1 FROM organisations.organisation WHERE id = $1 FOR UPDATE', [
      run.organisationId,
    ])
    const { rows, created, updated, unchanged, refused } = last
    await append(contextOf(tx, run, now, newId), [
      {
        subjectId: run.organisationId,
        kind: 'devices.imported',
        content: {
          importId: run.id,
          sha256: run.fileSha256.toString('hex'),
          counts: { rows, created, updated, unchanged, refused },
        },
        partyIds: [run.organisationId],
      },
    ])
    await tx.leave()
  })
}
