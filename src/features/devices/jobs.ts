// Imports run as jobs; one that a crash has cut off is taken up again at the next start.
import { isUuid } from '../../core/ids.ts'
import { invariant } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import { sendJob } from '../../database/send-job.ts'
import type { Listener } from '../../journal/deliver.ts'
import { IMPORT_JOB } from './actions/import.ts'
import { runImport } from './jobs/run.ts'
import { openRuns } from './store/import.ts'
import { foldTally, recountTally } from './store/tally.ts'

export const jobs = {
  [IMPORT_JOB]: async (database: Database, payload: unknown): Promise<void> => {
    const { runId } = payload as { runId?: unknown }
    invariant(isUuid(runId), 'an import job names its run')
    await runImport(database, runId)
  },
}

/** Every step leaves some changes of counts; after each batch of entries they become sums. */
export const listeners: readonly Listener[] = [
  {
    name: 'devices.tally',
    kinds: 'all',
    withoutBodies: true,
    hear: async (ctx) => {
      await foldTally(ctx.tx)
    },
    // The counts are kept by the steps and not by what is heard; so they are only made sure of.
    forget: async (tx) => {
      await recountTally(tx)
    },
  },
]

/**
 * The job of a process that was killed stays locked for hours, so a new one is sent. Should the
 * first be alive after all, the place of the run lets only one of them write each batch.
 */
export const resumeImports = (database: Database): Promise<void> =>
  database.asSystem(async (tx) => {
    for (const { id } of await openRuns(tx))
      await sendJob(tx, { name: IMPORT_JOB, payload: { runId: id }, key: `import:${id}` })
  })
