// Reservations that nobody confirmed run out. The clock decides at every reading; the job only
// tidies up after it, so that lists and counts need not ask.
import { randomFillSync } from 'node:crypto'
import { idMaker } from '../../core/ids.ts'
import { done } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import { sendJob } from '../../database/send-job.ts'
import { endRunOut } from './actions/keep.ts'
import { sellersWithRunOut } from './store/purchases.ts'

/** With a colon: the name of a job in a crontab takes no dot. */
const RUN_OUT = 'resale:runOut'
const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export const shopJobs = {
  [RUN_OUT]: (database: Database): Promise<void> => releaseRunOut(database, new Date()),
}

export const shopCrontab = `*/5 * * * * ${RUN_OUT}`

/** Each seller in a transaction of its own. */
export async function releaseRunOut(database: Database, now: Date): Promise<void> {
  const sellers = await database.asSystem((tx) => sellersWithRunOut(tx, now))
  for (const { sellerId } of sellers)
    await database.forOrganisation(sellerId, async (tx) =>
      done(
        await endRunOut(
          {
            ...{ tx, now, organisationId: sellerId, actorId: sellerId, language: 'sv' },
            permissions: new Set(),
            newId: () => newIdAt(now),
            send: (job) => sendJob(tx, job),
          },
          null,
        ),
      ),
    )
}
