// Many certificates as one piece of work: started, watched, stopped, and fetched as one zip.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import {
  certificateById,
  certificatesById,
  certificatesOfDevices,
} from '../../erasure/store/certificates.ts'
import type { api } from '../api.ts'
import { zipOf } from '../printing/zip.ts'
import * as collections from '../store.ts'
import * as store from '../store/papers.ts'
import { batchTexts } from '../texts/papers.ts'
import { printCertificate } from './certificate.ts'
import type { Paper } from './paper.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export const PAPERS_JOB = 'proofs.papers'
/** A pallet holds a few hundred devices; the zip of so many is made in memory. */
const mostPapers = 2000
const keptDays = 7

export async function startPapers(
  ctx: ActionContext,
  { body }: In<'startPapers'>,
): Out<'startPapers'> {
  const chosen = await chosenCertificates(ctx, body)
  if (!chosen.ok) return chosen
  const { rows, name } = chosen.value
  const standing = rows.filter((row) => row.revokedAt === null && row.supersededBy === null)
  if (standing.length === 0) return refuse('certificates-none')
  if (standing.length > mostPapers)
    return refuse('batch-too-large', { limit: mostPapers, count: standing.length })
  await store.dropBatchesBefore(ctx.tx, new Date(ctx.now.getTime() - keptDays * 86_400_000))
  const id = ctx.newId()
  const batch = {
    id,
    organisationId: ctx.organisationId,
    actorId: ctx.actorId,
    name,
    language: body.language ?? ctx.language,
    baseUrl: ctx.baseUrl ?? '',
  }
  await store.insertBatch(ctx.tx, batch, standing, ctx.now)
  const payload = { batchId: id, organisationId: ctx.organisationId }
  await ctx.send({ name: PAPERS_JOB, payload, key: `papers:${id}` })
  return answer(ctx, id)
}

async function chosenCertificates(ctx: ActionContext, body: In<'startPapers'>['body']) {
  if (body.collectionId !== undefined) {
    const collection = await collections.collectionById(ctx.tx, body.collectionId)
    if (!collection) return refuse('collection-not-found')
    const devices = await collections.devicesOfCollection(ctx.tx, collection.id)
    return done({
      rows: await certificatesOfDevices(ctx.tx, devices),
      name: batchTexts.ofCollection[ctx.language](collection.number),
    })
  }
  const ids = body.certificateIds ?? []
  const rows = await certificatesById(ctx.tx, ids)
  const unseen = ids.find((id) => !rows.some((row) => row.id === id))
  if (unseen) return refuse('certificate-not-found')
  return done({ rows, name: batchTexts.ofCertificates[ctx.language](rows.length) })
}

export async function listPapers(ctx: ActionContext): Out<'listPapers'> {
  return done({ items: (await store.latestBatches(ctx.tx, 20)).map(shown) })
}

export const getPapers = (ctx: ActionContext, { params }: In<'getPapers'>): Out<'getPapers'> =>
  answer(ctx, params.batchId)

export async function stopPapers(
  ctx: ActionContext,
  { params }: In<'stopPapers'>,
): Out<'stopPapers'> {
  await store.stopBatch(ctx.tx, params.batchId, ctx.now)
  return answer(ctx, params.batchId)
}

export async function papersZip(
  ctx: ActionContext,
  { params }: In<'papersZip'>,
): Promise<Result<Paper>> {
  const batch = await store.batchById(ctx.tx, params.batchId)
  if (!batch) return refuse('batch-not-found')
  if (batch.state === 'running') return refuse('batch-running')
  const papers = await store.papersOf(ctx.tx, batch.id)
  return done({
    fileName: `${batch.name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.zip`,
    contentType: 'application/zip',
    bytes: zipOf(papers, batch.language, batch.createdAt),
  })
}

async function answer(ctx: ActionContext, id: string) {
  const batch = await store.batchById(ctx.tx, id)
  return batch ? done(shown(batch)) : refuse('batch-not-found')
}

const shown = (batch: store.BatchRow) => ({
  id: batch.id,
  name: batch.name,
  language: batch.language,
  state: batch.state,
  total: batch.total,
  made: batch.made,
  refused: batch.refused,
  createdAt: batch.createdAt.toISOString(),
  finishedAt: batch.finishedAt?.toISOString() ?? null,
})

/** Papers of one transaction: what a kill may cost. */
const AT_ONCE = 10

/** Makes the next papers of a batch; each is kept as soon as its transaction is. @returns how many */
export async function makePapers(
  ctx: ActionContext,
  batch: Pick<store.BatchRow, 'id' | 'language'>,
): Promise<Result<number>> {
  const next = await store.nextToMake(ctx.tx, batch.id, AT_ONCE)
  for (const { place, certificateId } of next) {
    const row = await certificateById(ctx.tx, certificateId)
    const printed = row
      ? await printCertificate(ctx, row, batch.language)
      : refuse('certificate-not-found')
    await store.savePaper(ctx.tx, batch.id, place, {
      bytes: printed.ok ? printed.value.bytes : null,
      refusal: printed.ok ? null : printed.code,
    })
  }
  if (next.length === 0) await store.finishIfMade(ctx.tx, batch.id, ctx.now)
  return done(next.length)
}
