// Evidence comes in: one file, any number of drives, each matched, judged and, where all agrees,
// certified. A handful of statements per file.
import { createHash } from 'node:crypto'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { Uuid } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { allows } from '../../devices/rules/status.ts'
import type { api } from '../api.ts'
import { largestEvidence, readWhole, type SentFile } from '../reading/upload.ts'
import { readByProfile } from '../reading/report-rows.ts'
import { textOf } from '../reading/text.ts'
import { erasureContent, numbered, type ErasureCase } from '../rules/content.ts'
import type { ErasureContent } from '../../proofs/rules/content.ts'
import { parseEvidence } from '../rules/evidence/parse.ts'
import type { Evidence, EvidenceDevice } from '../rules/evidence/shape.ts'
import type { GateAnswer } from '../rules/gate.ts'
import { matchMedium, type Match } from '../rules/matching.ts'
import { categoryFrom, policyFrom } from '../rules/policy.ts'
import type { ResultState } from '../rules/states.ts'
import { isTrainingMaterial } from '../rules/training.ts'
import * as store from '../store/evidence.ts'
import {
  custodyOf,
  isDemonstration,
  mediaOf,
  mediaWithSerials,
  type MediumRow,
} from '../store/media.ts'
import { listProfiles } from '../store/profiles.ts'
import { resultsOfEvidence } from '../store/results.ts'
import { drawFor, type Draw } from './draw.ts'
import { askGate, certifiedDevice, type KnownDevice } from './gate.ts'
import { issueCertificates } from './issue.ts'
import { recordListed } from './media.ts'
import { remarkOn } from './remark.ts'
import { shownResult } from './results.ts'

type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export interface EvidenceFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** IANA name of the station's zone; without it the times cannot be told. */
  readonly stationTimeZone: string | null
}

const mostDrives = 2000

export async function uploadEvidence(
  ctx: ActionContext,
  { file }: { file: SentFile } & Input<(typeof api)['uploadEvidence']>,
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

export interface Run {
  readonly session: number
  readonly drive: number
  readonly facts: EvidenceDevice
  readonly alreadyUsed: boolean
}

export interface Source {
  readonly evidenceId: Uuid
  readonly fileName: string
  readonly sha256Hex: string
  readonly stationTimeZone: string | null
  /** It says of itself that it was made for training, where everything is not. */
  readonly trainingMaterial?: boolean
  readonly tool: string | null
  readonly toolVersion: string | null
}

interface Judged {
  readonly run: Run
  readonly id: Uuid
  readonly found: { medium: MediumRow; known: KnownDevice } | null
  readonly strict: boolean
  readonly gate: GateAnswer
  readonly case: (ErasureCase & { readonly content: ErasureContent }) | null
  readonly state: ResultState
}

/** Matches and judges each run, and certifies what holds. */
export async function judge(
  ctx: ActionContext,
  runs: readonly Run[],
  source: Source,
): Promise<void> {
  if (runs.length === 0) return
  const serials = runs.flatMap(({ facts }) => (facts.serial === null ? [] : [facts.serial]))
  const known = await mediaNamed(ctx, serials)
  const candidates = known.map((medium) => ({ ...medium, ready: isReady(ctx, medium) }))
  const matches = runs.map(({ facts }) => matchMedium(facts, candidates))
  const deviceIds = matches.flatMap((match) =>
    match.kind === 'none' ? [] : [match.medium.deviceId],
  )
  const devices = await lockDevices(ctx, deviceIds)
  const ids = [...devices.keys()]
  const media = ids.length === 0 ? [] : await mediaOf(ctx.tx, ids)
  const custody = ids.length === 0 ? [] : await custodyOf(ctx.tx, ctx.organisationId, ids)
  const custodyBy = new Map(custody.map((row) => [row.deviceId, row]))
  const mediaBy = new Map(media.map((row) => [row.id, row]))
  const draw = await drawFor(ctx, [...mediaBy.keys()])
  const judged = runs.map((run, index) => {
    const match = matches[index]!
    const medium = match.kind === 'none' ? undefined : mediaBy.get(match.medium.id)
    const device = medium && devices.get(medium.deviceId)
    const found =
      medium && device ? { medium, known: { device, custody: custodyBy.get(device.id) } } : null
    return judgeRun(ctx, run, match, found, source, draw)
  })
  await save(ctx, onePerMedium(judged), source, media)
}

/** Media with these serials; those that only a list has named are recorded first. */
async function mediaNamed(ctx: ActionContext, serials: readonly string[]) {
  if (serials.length === 0) return []
  const known = await mediaWithSerials(ctx.tx, serials)
  const unknown = serials.filter((serial) => !known.some((medium) => medium.serial === serial))
  return (await recordListed(ctx, unknown)) ? mediaWithSerials(ctx.tx, serials) : known
}

const isReady = (
  ctx: ActionContext,
  medium: Awaited<ReturnType<typeof mediaWithSerials>>[number],
): boolean =>
  medium.accountKind === 'depot' &&
  medium.custodianId === ctx.organisationId &&
  allows({ id: medium.deviceId, status: medium.status }, 'erase').ok

function judgeRun(
  ctx: ActionContext,
  run: Run,
  match: Match<{ id: Uuid; serial: string; ready: boolean }>,
  found: Judged['found'],
  source: Source,
  draw: Draw,
): Judged {
  const id = ctx.newId()
  const operatorId = run.facts.station?.operatorId ?? ctx.actorId
  const gate = askGate(ctx, run.facts, found, {
    alreadyUsed: run.alreadyUsed,
    trainingMaterial: source.trainingMaterial ?? false,
    drawnFrom: found && draw(id, found.medium.id) ? operatorId : null,
    stationTimeZone: source.stationTimeZone,
    receivedByServerAt: ctx.now,
  })
  const strict = match.kind === 'strict' && found !== null
  const judged = { run, id, found, strict, gate, case: null }
  if (gate.decision === 'refuse') return { ...judged, state: 'refused' }
  if (!strict) return { ...judged, state: 'unmatched' }
  if (gate.decision === 'review') return { ...judged, state: 'awaitingReview' }
  const { medium, known } = found
  const asked: ErasureCase = {
    ...source,
    number: '',
    supersedes: null,
    facts: run.facts,
    level: gate.level,
    requiredLevel: policyFrom(known.custody?.policy)[medium.kind],
    category: categoryFrom(known.custody?.policy),
    medium,
    device: certifiedDevice(known.device),
    ownerId: known.device.ownerId,
    issuerId: ctx.organisationId,
    issuedAt: ctx.now,
    operator: {
      personId: operatorId,
      organisationId: ctx.organisationId,
      signedAt: ctx.now.toISOString(),
    },
    review: null,
  }
  // What the gate lets through must also be printable; if it is not, a person looks at it.
  const content = erasureContent(asked)
  if (!content.ok) {
    const reason = run.facts.ioMode === 'cached' ? 'CACHED_VERIFY' : 'ERRORS_IN_LOG'
    const doubt = { ...gate, decision: 'review' as const, reasons: [reason] as const }
    return { ...judged, gate: doubt, state: 'awaitingReview' }
  }
  return { ...judged, case: { ...asked, content: content.value }, state: 'issued' }
}

/** Several runs on one medium in a file: the last that holds is the proof, the rest are needless. */
function onePerMedium(judged: readonly Judged[]): Judged[] {
  const last = new Map(judged.flatMap((one) => (one.case ? [[one.case.medium.id, one]] : [])))
  return judged.map((one) =>
    one.case && last.get(one.case.medium.id) !== one
      ? { ...one, case: null, state: 'released' as const }
      : one,
  )
}

async function save(
  ctx: ActionContext,
  judged: readonly Judged[],
  source: Source,
  media: readonly MediumRow[],
): Promise<void> {
  await store.insertResults(
    ctx.tx,
    judged.map(({ run, id, found, strict, gate, state }) => {
      const device = strict ? found!.known.device : null
      return {
        id,
        evidenceId: source.evidenceId,
        organisationId: ctx.organisationId,
        session: run.session,
        drive: run.drive,
        deviceId: device?.id ?? null,
        mediumId: strict ? found!.medium.id : null,
        suggestedMediumId: found && !strict ? found.medium.id : null,
        serial: run.facts.serial,
        facts: run.facts,
        decision: gate.decision,
        reasons: gate.reasons,
        level: gate.level,
        state,
        partyIds: [...new Set([ctx.organisationId, ...(device?.partyIds ?? [])])],
      }
    }),
    ctx.now,
    ctx.actorId,
  )
  await tell(ctx, 'erasure.refused', 'refused', judged, source)
  await tell(ctx, 'erasure.awaitingReview', 'awaitingReview', judged, source)
  const proofs = judged.flatMap(({ id, found, case: asked }) =>
    asked && found
      ? [
          {
            device: found.known.device,
            medium: found.medium,
            resultId: id,
            tells: {
              evidence: source.sha256Hex,
              level: asked.level,
              method: asked.facts.method,
            },
            content: numbered(asked.content),
          },
        ]
      : [],
  )
  await issueCertificates(ctx, 'erasure', proofs, media)
}

/** One entry for each device, however many of its media. */
async function tell(
  ctx: ActionContext,
  kind: string,
  state: ResultState,
  judged: readonly Judged[],
  source: Source,
): Promise<void> {
  const told = judged.filter((one) => one.state === state && one.strict)
  const devices = new Map(told.map(({ found }) => [found!.known.device.id, found!.known.device]))
  await takeSteps(
    ctx,
    [...devices.values()].map((device) => ({
      device,
      entry: {
        kind,
        content: {
          evidence: source.sha256Hex,
          results: told
            .filter(({ found }) => found!.known.device.id === device.id)
            .map(({ id, found, gate }) => ({
              id,
              medium: found!.medium.id,
              serial: found!.medium.serial,
              reasons: [...gate.reasons],
            })),
        },
      },
    })),
  )
}
