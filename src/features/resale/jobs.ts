// Reservations that nobody confirmed run out. The clock decides at every reading; the job only
// tidies up after it, so that lists and counts need not ask.
import { randomFillSync } from 'node:crypto'
import { idMaker } from '../../core/ids.ts'
import { done } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import type { ActionContext } from '../../database/context.ts'
import type { Listener } from '../../journal/deliver.ts'
import { sendJob } from '../../database/send-job.ts'
import { endNotFetched } from './actions/employee-purchases.ts'
import { endRunOut } from './actions/keep.ts'
import { oldDevicesBack } from './actions/warranty.ts'
import { organisationsNotFetched } from './store/employees.ts'
import { sellersWithRunOut } from './store/purchases.ts'

/** With a colon: the name of a job in a crontab takes no dot. */
const RUN_OUT = 'resale:runOut'
const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export const listeners: readonly Listener[] = [
  {
    // Heard as who received it: a case waits for the device that was replaced, and no hand closes it.
    name: 'resale.cases',
    kinds: ['returns.received'],
    hear: (ctx, entries) =>
      oldDevicesBack(ctx, [...new Set(entries.map((entry) => entry.subjectId))]),
  },
]

export const shopJobs = {
  [RUN_OUT]: (database: Database): Promise<void> => releaseRunOut(database, new Date()),
}

export const shopCrontab = `*/5 * * * * ${RUN_OUT}`

/** Each seller, and each organisation that sells to its employees, in a transaction of its own. */
export async function releaseRunOut(database: Database, now: Date): Promise<void> {
  const ids = await database.asSystem(async (tx) => [
    ...(await sellersWithRunOut(tx, now)).map((row) => row.sellerId),
    ...(await organisationsNotFetched(tx, now)).map((row) => row.organisationId),
  ])
  for (const id of new Set(ids))
    await database.forOrganisation(id, async (tx) => {
      const ctx: ActionContext = {
        ...{ tx, now, organisationId: id, actorId: id, language: 'sv' },
        permissions: new Set(),
        newId: () => newIdAt(now),
        send: (job) => sendJob(tx, job),
      }
      return done((await endRunOut(ctx, null)) + (await endNotFetched(ctx, null)))
    })
}
