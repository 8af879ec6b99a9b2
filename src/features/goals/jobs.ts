// Counts every device's steps as each party saw them, after the commit, and measures each night what
// only the present knows.
import { dayOf } from '../../core/dates.ts'
import type { Database } from '../../database/connect.ts'
import type { ActionContext } from '../../database/context.ts'
import type { HeardEntry, Listener } from '../../journal/deliver.ts'
import { receiverOfData, stepsOf } from './rules.ts'
import * as store from './store.ts'

async function hear(ctx: ActionContext, entries: readonly HeardEntry[]): Promise<void> {
  const counted: store.CountedStep[] = []
  const begun: store.Moment[] = []
  const proven: store.Moment[] = []
  for (const entry of entries) {
    const { content } = JSON.parse(entry.body) as { content: Parameters<typeof stepsOf>[1] }
    const steps = stepsOf(entry.kind, content)
    for (const party of entry.partyIds)
      for (const step of steps) counted.push({ party, day: dayOf(entry.at), step })
    const moment = { deviceId: entry.subjectId, at: entry.at }
    if (steps.includes('handedIn'))
      for (const party of entry.partyIds) begun.push({ ...moment, party })
    const receiver = receiverOfData(content)
    if (receiver) begun.push({ ...moment, party: receiver })
    if (content.set?.dataState === 'erased' || content.set?.dataState === 'destroyed')
      proven.push({ ...moment, party: entry.organisationId })
  }
  await store.countSteps(ctx.tx, counted)
  await store.beginExposure(ctx.tx, begun)
  await store.endExposure(ctx.tx, proven)
}

export const listeners: readonly Listener[] = [
  // Every entry of a device may move something; which does is read from its content.
  {
    name: 'goals.flow',
    kinds: 'all',
    hear,
    forget: async (tx) => void (await store.forgetAll(tx)),
  },
]

const MEASURE_JOB = 'goals:measure'
/** Late in the evening (UTC), so that the last of a month is its end; one that was missed is made up for. */
export const goalsCrontab = `50 22 * * * ${MEASURE_JOB} ?fill=1d&max=3`

export const jobs = {
  [MEASURE_JOB]: (database: Database): Promise<void> => measure(database, new Date()),
}

export const measure = (database: Database, now: Date): Promise<void> =>
  database.asSystem(async (tx) => void (await store.measureIdle(tx, dayOf(now))))
