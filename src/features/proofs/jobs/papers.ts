// Prints a batch of certificates from where it stands to its end, a few in each transaction.
import { randomFillSync } from 'node:crypto'
import { idMaker, isUuid, type OrganisationId, type Uuid } from '../../../core/ids.ts'
import { invariant } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import type { ActionContext } from '../../../database/context.ts'
import { sendJob } from '../../../database/send-job.ts'
import type { Tx } from '../../../database/tx.ts'
import { makePapers, PAPERS_JOB } from '../actions/papers.ts'
import * as store from '../store/papers.ts'

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export async function printPapers(database: Database, payload: unknown): Promise<void> {
  const { batchId, organisationId } = payload as Record<string, unknown>
  invariant(isUuid(batchId) && isUuid(organisationId), 'a print job names its batch')
  for (;;) {
    const made = await database.forOrganisation(organisationId, async (tx) => {
      const batch = await store.batchById(tx, batchId)
      if (batch?.state !== 'running') return { ok: true as const, value: 0 }
      return makePapers(contextOf(database, tx, batch), batch)
    })
    if (!made.ok || made.value === 0) return
  }
}

function contextOf(database: Database, tx: Tx, batch: store.BatchRow): ActionContext {
  const now = new Date()
  return {
    tx,
    organisationId: batch.organisationId,
    actorId: batch.actorId,
    permissions: new Set(['proofs.see']),
    now,
    newId: () => newIdAt(now),
    language: batch.language,
    baseUrl: batch.baseUrl,
    keys: database.keys,
    send: (job) => sendJob(tx, job),
  }
}

/** What a killed process left is sent again; what was made stays made. */
export const resumeBatches = (database: Database): Promise<void> =>
  database.asSystem(async (tx) => {
    for (const { id, organisationId } of await store.openBatches(tx))
      await sendJob(tx, {
        name: PAPERS_JOB,
        payload: payloadOf(id, organisationId),
        key: `papers:${id}`,
      })
  })

const payloadOf = (batchId: Uuid, organisationId: OrganisationId) => ({ batchId, organisationId })
