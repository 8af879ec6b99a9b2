// Hears of every entry and writes it into its log, so that a commit is in a signed head moments later;
// and prints batches of certificates.
import type { Listener } from '../../journal/deliver.ts'
import type { Database } from '../../database/connect.ts'
import { integrate } from './actions/log-integrate.ts'
import { PAPERS_JOB } from './actions/papers.ts'
import { printPapers, resumeBatches } from './jobs/papers.ts'

export const logListener: Listener = {
  name: 'proofs.log',
  kinds: 'all',
  hear: async (ctx, entries) => {
    await integrate(ctx, entries)
  },
}

export const listeners: readonly Listener[] = [logListener]

export const jobs = { [PAPERS_JOB]: printPapers }

/** What a killed process left is sent again; what was made stays made. */
export const resumePapers = (database: Database): Promise<void> => resumeBatches(database)
