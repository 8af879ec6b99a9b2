// Evidence comes in: one file, any number of drives, each judged by itself. A handful of statements
// per file.
import { createHash } from 'node:crypto'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { resultsApi } from '../api/results.ts'
import { largestEvidence, readWhole, type SentFile } from '../reading/upload.ts'
import { readByProfile } from '../reading/report-rows.ts'
import { textOf } from '../reading/text.ts'
import { parseEvidence } from '../rules/evidence/parse.ts'
import type { Evidence, EvidenceDevice } from '../rules/evidence/shape.ts'
import { isTrainingMaterial } from '../rules/training.ts'
import * as store from '../store/evidence.ts'
import { isDemonstration } from '../store/media.ts'
import { listProfiles } from '../store/profiles.ts'
import { resultsOfEvidence } from '../store/results.ts'
import { judge } from './judge.ts'
import { remarkOn } from './remark.ts'
import { shownResult } from './results.ts'

type Out<Name extends keyof typeof resultsApi> = Promise<Result<Output<(typeof resultsApi)[Name]>>>

export interface EvidenceFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** IANA name of the station's zone; without it the times cannot be told. */
  readonly stationTimeZone: string | null
}

const mostDrives = 2000

export async function uploadEvidence(
  ctx: ActionContext,
  { file }: { file: SentFile } & Input<(typeof resultsApi)['uploadEvidence']>,
): Out<'uploadEvidence'> {
  const bytes = await readWhole(file)
  if (!bytes) return refuse('file-too-large')
  const zone = file.fields['stationTimeZone']?.trim()
  return recordEvidence(ctx, { fileName: file.fileName, bytes, stationTimeZone: zone || null })
}

/** Records one file of evidence and all that follows from it. Also what the demo calls. */
export async function recordEvidence(
  ctx: ActionContext,
  { fileName, bytes, stationTimeZone }: EvidenceFile,
): Out<'uploadEvidence'> {
  if (bytes.length === 0) return refuse('file-empty')
  if (bytes.length > largestEvidence) return refuse('file-too-large')
  if (stationTimeZone && !isTimeZone(stationTimeZone)) return refuse('time-zone-unknown')
  const text = textOf(bytes)
  const evidence = await read(ctx, text)
  const trainingMaterial = isTrainingMaterial(text) && !(await isDemonstration(ctx.tx))
  const sha256 = createHash('sha256').update(bytes).digest()
  const runs = evidence.sessions.flatMap((one, session) =>
    one.devices.map((facts, drive) => ({ session, drive, facts, hash: runHash(facts) })),
  )
  if (runs.length > mostDrives) return refuse('too-many-drives', { limit: mostDrives })
  const id = ctx.newId()
  const hashes = [sha256, ...runs.flatMap(({ hash }) => (hash ? [hash] : []))]
  const free = await store.takeHashes(ctx.tx, hashes, id)
  // A PDF proves nothing, so that it may come again when its log has come.
  const mayRepeat = evidence.format === 'nwipe-pdf'
  if (!free.delete(sha256.toString('hex')) && !mayRepeat) return refuse('evidence-duplicate')
  const tool = { tool: evidence.tool, toolVersion: evidence.toolVersion }
  await store.insertEvidence(
    ctx.tx,
    {
      id,
      organisationId: ctx.organisationId,
      sha256,
      fileName: fileName.slice(0, 300) || 'log',
      bytes,
      format: evidence.format,
      ...tool,
      stationTimeZone,
    },
    ctx.now,
    ctx.actorId,
  )
  const fresh = runs.map((run) => ({
    ...run,
    alreadyUsed: run.hash !== null && !free.delete(run.hash.toString('hex')),
  }))
  await judge(ctx, fresh, {
    evidenceId: id,
    fileName: fileName.slice(0, 300) || 'log',
    sha256Hex: sha256.toString('hex'),
    stationTimeZone,
    trainingMaterial,
    ...tool,
  })
  const results = await resultsOfEvidence(ctx.tx, id)
  const unread = await remarkOn(ctx, evidence)
  return done({
    id,
    sha256: sha256.toString('hex'),
    format: evidence.format,
    ...tool,
    understood: evidence.format !== 'unknown',
    remark: results.length === 0 ? unread[ctx.language] : null,
    results: results.map((row) => shownResult(row, ctx.language)),
  })
}

/** By the tool's own reader; what no reader knows by the organisation's profiles. */
async function read(ctx: ActionContext, text: string): Promise<Evidence> {
  const known = parseEvidence(text)
  if (known.format !== 'unknown') return known
  const profiles = (await listProfiles(ctx.tx)).map(({ profile }) => profile)
  return readByProfile(text, profiles) ?? known
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * One drive's run, wherever it stands. Without a serial and a time two runs may be alike and yet
 * be two, so that they have no hash of their own.
 */
export function runHash(facts: EvidenceDevice): Buffer | null {
  if (facts.serial === null || (facts.startAt ?? facts.startLocal) === null) return null
  return createHash('sha256')
    .update(`run\n${JSON.stringify(facts)}`)
    .digest()
}
