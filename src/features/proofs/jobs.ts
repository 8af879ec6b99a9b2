// Hears of every entry and writes it into its log, so that a commit is in a signed head moments later;
// tells the daily heads, and prints batches of certificates.
import type { Database } from '../../database/connect.ts'
import type { Listener } from '../../journal/deliver.ts'
import { integrate } from './actions/log-integrate.ts'
import { PAPERS_JOB } from './actions/papers.ts'
import { tellDailyHeads } from './jobs/daily-heads.ts'
import { printPapers, resumeBatches } from './jobs/papers.ts'

export const logListener: Listener = {
  name: 'proofs.log',
  kinds: 'all',
  hear: async (ctx, entries) => {
    await integrate(ctx, entries)
  },
}

export const listeners: readonly Listener[] = [logListener]

/** With a colon: the name of a job in a crontab takes no dot. */
const DAILY_HEADS = 'proofs:dailyHeads'

export const logJobs = {
  [DAILY_HEADS]: (database: Database): Promise<void> => tellDailyHeads(database, new Date()),
}

/** Ten past midnight, and once for a night that the server slept through. */
export const logCrontab = `10 0 * * * ${DAILY_HEADS} ?fill=1d&max=3`

export const paperJobs = { [PAPERS_JOB]: printPapers }

/** What a killed process left is sent again; what was made stays made. */
export const resumePapers = (database: Database): Promise<void> => resumeBatches(database)
