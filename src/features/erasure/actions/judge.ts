// Each run of a wiping tool matched to a medium, judged by the gate, and certified where all agrees.
import type { Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { allows } from '../../devices/rules/status.ts'
import type { ErasureContent } from '../../proofs/rules/content.ts'
import { erasureContent, numbered, type ErasureCase } from '../rules/content.ts'
import type { EvidenceDevice } from '../rules/evidence/shape.ts'
import type { GateAnswer } from '../rules/gate.ts'
import { matchMedium, type Match } from '../rules/matching.ts'
import { categoryFrom, policyFrom } from '../rules/policy.ts'
import type { ResultState } from '../rules/states.ts'
import { insertResults } from '../store/evidence.ts'
import { custodyOf, mediaOf, mediaWithSerials, type MediumRow } from '../store/media.ts'
import { drawFor, type Draw } from './draw.ts'
import { askGate, certifiedDevice, type KnownDevice } from './gate.ts'
import { issueCertificates } from './issue.ts'
import { recordListed } from './media.ts'

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
  await insertResults(
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
