// Reading results, and how one is shown.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import type { ActionContext } from '../../../database/context.ts'
import { allows, deviceStatuses, type DataState } from '../../devices/rules/status.ts'
import type { resultsApi } from '../api/results.ts'
import { resultStates } from '../rules/states.ts'
import * as store from '../store/results.ts'
import { reasonTexts } from '../texts.ts'

type In<Name extends keyof typeof resultsApi> = Input<(typeof resultsApi)[Name]>
type Out<Name extends keyof typeof resultsApi> = Promise<Result<Output<(typeof resultsApi)[Name]>>>

export async function listResults(
  ctx: ActionContext,
  { query }: In<'listResults'>,
): Out<'listResults'> {
  const { cursor, limit = 50, state, deviceId, drawn } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.listResults(ctx.tx, {
    state: state ?? null,
    deviceId: deviceId ?? null,
    drawn: drawn ?? null,
    after: after ? [String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.id])
  return done({ items: page.items.map((row) => shownResult(row, ctx.language)), next: page.next })
}

export async function getResult(ctx: ActionContext, { params }: In<'getResult'>): Out<'getResult'> {
  const row = await store.shownById(ctx.tx, params.resultId)
  if (!row) return refuse('result-not-found')
  return done({ ...shownResult(row, ctx.language), facts: { ...row.facts } })
}

/** The result as it stands after an action. */
export async function resultAnswer(ctx: ActionContext, id: string) {
  const row = await store.shownById(ctx.tx, id)
  return row ? done(shownResult(row, ctx.language)) : refuse('result-not-found')
}

const erasable = deviceStatuses.filter((status) => allows({ id: '', status }, 'erase').ok)

export async function countErasures(ctx: ActionContext): Out<'countErasures'> {
  const devices = await store.countDevices(ctx.tx, erasable)
  const rows = await store.countResults(ctx.tx)
  const counted = Object.fromEntries(
    resultStates.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as Record<(typeof resultStates)[number], number>
  return done({ ...devices, sample: await store.countDrawn(ctx.tx), results: counted })
}

const person = (id: string | null, name: string | null) => (id ? { id, name } : null)

export function shownResult(row: store.ShownRow, language: Language) {
  return {
    id: row.id,
    evidenceId: row.evidenceId,
    fileName: row.fileName,
    sha256: row.sha256?.toString('hex') ?? null,
    tool: row.tool,
    toolVersion: row.toolVersion,
    session: row.session,
    drive: row.drive,
    serial: row.serial,
    model: row.facts.model,
    bytes: row.facts.bytesErased ?? row.facts.bytesTotal,
    method: row.facts.method,
    state: row.state,
    decision: row.decision,
    reasons: row.reasons.map((code) => ({ code, text: reasonTexts[code][language] })),
    level: row.level,
    device: row.deviceDataState
      ? {
          id: row.deviceId!,
          assetTag: row.deviceAssetTag,
          serialNumber: row.deviceSerial,
          maker: row.deviceMaker ?? '',
          model: row.deviceModel ?? '',
          dataState: row.deviceDataState as DataState,
        }
      : null,
    medium: row.mediumSerial ? { id: row.mediumId!, serial: row.mediumSerial } : null,
    suggestion: row.suggestedId
      ? {
          mediumId: row.suggestedId,
          serial: row.suggestedSerial!,
          deviceId: row.suggestedDeviceId!,
          assetTag: row.suggestedAssetTag,
        }
      : null,
    certificate: row.certificateId
      ? { id: row.certificateId, number: row.certificateNumber! }
      : null,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: person(row.recordedById, row.recordedByName),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    reviewedBy: person(row.reviewedById, row.reviewedByName),
    reviewReason: row.reviewReason,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    escalatedBy: person(row.escalatedById, row.escalatedByName),
    escalationReason: row.escalationReason,
    drawn: row.reasons.includes('FOUR_EYES'),
  }
}
