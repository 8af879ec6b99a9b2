// Every listener of the journal and every job, by name.
import type { Database } from '../database/connect.ts'
import { listeners as climate } from '../features/climate/jobs.ts'
import { jobs as devices, listeners as tallies, resumeImports } from '../features/devices/jobs.ts'
import { goalsCrontab, jobs as measures, listeners as goals } from '../features/goals/jobs.ts'
import {
  jobs as ordering,
  listeners as leavers,
  orderingCrontab,
  resumeMatches,
} from '../features/ordering/jobs.ts'
import {
  listeners as proofs,
  logCrontab,
  logJobs,
  paperJobs,
  resumePapers,
} from '../features/proofs/jobs.ts'
import { jobs as returnsJobs, listeners as returns } from '../features/returns/jobs.ts'
import { listeners as shop, shopCrontab, shopJobs } from '../features/resale/jobs.ts'
import type { Listener } from '../journal/deliver.ts'
import { answerJobs, answersCrontab } from './idempotency.ts'

export const listeners: readonly Listener[] = [
  ...tallies,
  ...proofs,
  ...goals,
  ...climate,
  ...leavers,
  ...shop,
  ...returns,
]

export type Job = (database: Database, payload: unknown) => Promise<void>

export const jobs: Readonly<Record<string, Job>> = {
  ...devices,
  ...ordering,
  ...logJobs,
  ...paperJobs,
  ...shopJobs,
  ...returnsJobs,
  ...measures,
  ...answerJobs,
}

/** What a process that was killed may have left half done, to be sent again at the start. */
export const atStart: readonly ((database: Database) => Promise<void>)[] = [
  resumeImports,
  resumePapers,
  resumeMatches,
]

/** What is done at a time of day (UTC), as lines of a crontab. */
export const crontab: string = [
  answersCrontab,
  logCrontab,
  orderingCrontab,
  shopCrontab,
  goalsCrontab,
].join('\n')
