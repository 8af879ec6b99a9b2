// A match is searched for as a job: many needs and devices take their time, and people go on.
import { randomFillSync } from 'node:crypto'
import { dayOf } from '../../core/dates.ts'
import { idMaker, isUuid, type OrganisationId, type Uuid } from '../../core/ids.ts'
import { done, invariant } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import { sendJob } from '../../database/send-job.ts'
import type { Listener } from '../../journal/deliver.ts'
import { COMMENT_JOB } from './actions/comments.ts'
import { settleLeavers } from './actions/comings.ts'
import { MATCH_JOB } from './actions/matching.ts'
import { makingWith, newPricesBy } from './actions/candidates.ts'
import { ownPricesOn } from '../resale/actions/price-lists.ts'
import { asOther } from '../resale/actions/sides.ts'
import { purchaseBy } from '../resale/store/purchases.ts'
import { followPurchases } from './actions/stock.ts'
import { search } from './jobs/search.ts'
import { tellComment } from './jobs/tell-comments.ts'
import { withLeavers } from './store/comings.ts'
import * as store from './store/matches.ts'
import { needsBy } from './store/needs.ts'
import { freeDevices } from './store/pool.ts'

/** With a colon: the name of a job in a crontab takes no dot. */
const LEAVERS_JOB = 'ordering:leavers'
/** Before anybody is at work: who was handed something since, and whose last day came by import. */
export const orderingCrontab = `10 3 * * * ${LEAVERS_JOB} ?fill=1d&max=3`

export const listeners: readonly Listener[] = [
  {
    // What is bought for a need is received, lost or called off on pages of the shop.
    name: 'ordering.purchases',
    kinds: ['resale.received', 'resale.cancelled', 'resale.expired', 'resale.linesTakenBack'],
    hear: async (ctx, entries) => {
      for (const id of new Set(entries.map((entry) => entry.subjectId))) {
        const purchase = await purchaseBy(ctx.tx, id)
        if (!purchase?.orderId) continue
        const { buyerId, orderId } = purchase
        await asOther(ctx, { organisationId: buyerId, actorId: buyerId }, (buyer) =>
          followPurchases(buyer, orderId),
        )
      }
    },
  },
  {
    // A last day that is set, moved or taken back moves at once when what is held is due.
    name: 'ordering.leavers',
    kinds: ['organisations.personAdded', 'organisations.personChanged'],
    hear: (ctx, entries) =>
      settleLeavers(ctx, [
        ...new Set(
          entries.map(({ body }) => (JSON.parse(body) as { content: { id: Uuid } }).content.id),
        ),
      ]),
  },
]

export const jobs = {
  [LEAVERS_JOB]: async (database: Database): Promise<void> => {
    for (const organisationId of await database.asSystem(withLeavers))
      await settleAll(database, organisationId)
  },
  [COMMENT_JOB]: (database: Database, payload: unknown): Promise<void> =>
    tellComment(database, payload),
  [MATCH_JOB]: async (database: Database, payload: unknown): Promise<void> => {
    const { runId, organisationId } = payload as Record<string, unknown>
    invariant(isUuid(runId) && isUuid(organisationId), 'a match job names its run')
    await runMatch(database, organisationId, runId)
  },
}

const newId = idMaker((bytes) => randomFillSync(bytes))

export const settleAll = (
  database: Database,
  organisationId: OrganisationId,
  now: Date = new Date(),
) =>
  database.forOrganisation(organisationId, async (tx) => {
    await settleLeavers(
      {
        ...{ tx, organisationId, actorId: organisationId, permissions: new Set(), now },
        ...{ newId: () => newId(now), language: 'sv', keys: database.keys },
        send: (job) => sendJob(tx, job),
      },
      null,
    )
    return done(null)
  })

/** Searched in one transaction of the organisation; an accepted or taken run is left alone. */
export const runMatch = (
  database: Database,
  organisationId: OrganisationId,
  runId: Uuid,
  now: Date = new Date(),
) =>
  database.forOrganisation(organisationId, async (tx) => {
    const run = await store.lockRun(tx, runId)
    if (run?.state !== 'waiting') return done(null)
    const needs = (await needsBy(tx, run.needIds)).filter((need) => need.state === 'open')
    const kinds = [...new Set(needs.map((need) => need.kind))]
    const devices = await freeDevices(tx, kinds, now)
    const today = dayOf(now)
    const prices = await newPricesBy(tx, today)
    const own = await ownPricesOn(tx, today)
    const began = performance.now()
    const found = await search({
      needs,
      devices: devices.map((device) => ({ ...device, valueOre: own.priceOf(device) })),
      wishes: await store.wishesOf(tx, runId),
      making: Object.fromEntries(kinds.map((kind) => [kind, makingWith(prices, kind)])),
      carbonPriceOre: run.carbonPriceOre,
      today,
    })
    const seconds = Math.round(performance.now() - began) / 1000
    await store.saveProposals(tx, organisationId, runId, found.proposals)
    const { totalOre, met, candidates } = found
    await store.endRun(tx, runId, {
      ...{ doneAt: now, totalOre, met, candidates, seconds, priceListId: own.list?.id ?? null },
    })
    return done(null)
  })

/** A run that a crash cut off is sent anew at the start; who is first under its lock does it. */
export const resumeMatches = (database: Database): Promise<void> =>
  database.asSystem(async (tx) => {
    for (const { id, organisationId } of await store.openRuns(tx))
      await sendJob(tx, {
        name: MATCH_JOB,
        payload: { runId: id, organisationId },
        key: `match:${id}`,
      })
  })
