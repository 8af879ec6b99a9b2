// What a scan answers: the device it meant, or those it may mean, as far as the reader may know.
import type { Static } from 'typebox'
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import { keysOf } from '../../devices/rules/code.ts'
import { listedByIds } from '../../devices/store/list.ts'
import type { api } from '../api/receiving.ts'
import type { ScanOutcome } from '../rules/scan.ts'
import * as collections from '../store/collections.ts'
import * as lines from '../store/lines.ts'
import { scanOutcomeTexts } from '../texts.ts'
import { words } from './shared.ts'

type Answers = Static<(typeof api)['scanCollection']['output']>
type Scanned = Answers['items'][number]['candidates'][number]

export interface Decided {
  readonly scanId: Uuid
  readonly code: string
  readonly outcome: ScanOutcome
  readonly refusal?: string | null
  readonly deviceId: DeviceId | null
  readonly candidates?: readonly DeviceId[]
  readonly repeated?: boolean
}

export async function answerScans(
  ctx: ActionContext,
  collectionId: Uuid,
  decided: readonly Decided[],
): Promise<Answers> {
  const devices = await devicesOf(ctx, collectionId, decided)
  const items = decided.map((one) => ({
    scanId: one.scanId,
    code: one.code,
    outcome: one.outcome,
    refusal: one.refusal ?? null,
    title: (one.refusal ? words[one.refusal] : scanOutcomeTexts[one.outcome])?.[ctx.language] ?? '',
    device: (one.deviceId && devices.get(one.deviceId)) || null,
    candidates: (one.candidates ?? []).flatMap((id) => devices.get(id) ?? []),
    repeated: one.repeated ?? false,
  }))
  return { items, counts: await collections.countsOf(ctx.tx, collectionId) }
}

async function devicesOf(
  ctx: ActionContext,
  collectionId: Uuid,
  decided: readonly Decided[],
): Promise<Map<DeviceId, Scanned>> {
  const ids = [
    ...new Set(decided.flatMap((one) => [one.deviceId ?? [], one.candidates ?? []].flat())),
  ]
  if (ids.length === 0) return new Map()
  const listed = new Map((await listedByIds(ctx.tx, ids)).map((row) => [row.id, row]))
  const packed = await lines.linesByIds(ctx.tx, collectionId, ids)
  const devices = new Map<DeviceId, Scanned>()
  for (const {
    id,
    assetTag,
    serialNumber,
    kind,
    maker,
    model,
    status,
    dataState,
  } of listed.values())
    devices.set(id, {
      ...{ deviceId: id, assetTag, serialNumber, kind, maker, model, status, dataState },
      inCollection: false,
      packageNumber: null,
    })
  for (const { deviceId, assetTag, serialNumber, kind, maker, model, packageNumber } of packed)
    devices.set(deviceId, {
      ...{ deviceId, assetTag, serialNumber, kind, maker, model, packageNumber },
      inCollection: true,
      status: listed.get(deviceId)?.status ?? null,
      dataState: listed.get(deviceId)?.dataState ?? null,
    })
  return devices
}

/** Distinct codes with the keys they are found by. */
export const keyed = (items: readonly { readonly code: string }[]) =>
  [...new Set(items.map((item) => item.code))].map((code) => ({ code, ...keysOf(code) }))

/** One key per code, however it was dressed. */
export const codeKey = (code: string): string => {
  const { tag, serialKey } = keysOf(code)
  return serialKey || tag
}

export function byCode(
  hits: readonly { readonly code: string; readonly deviceId: DeviceId }[],
): Map<string, DeviceId[]> {
  const found = new Map<string, DeviceId[]>()
  for (const { code, deviceId } of hits) {
    const of = found.get(code)
    if (!of) found.set(code, [deviceId])
    else if (!of.includes(deviceId)) of.push(deviceId)
  }
  return found
}

/** Parts a batch into what is new and what was answered before; the order is kept by the caller. */
export function firstOf<T extends { readonly scanId: Uuid }>(
  items: readonly T[],
  taken: ReadonlySet<Uuid>,
): T[] {
  const seen = new Set(taken)
  return items.filter((item) => seen.size !== seen.add(item.scanId).size)
}

/** When it was scanned; a scanner with a broken clock loses no scan. */
export function scannedAt(at: string, now: Date): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? now.toISOString() : new Date(time).toISOString()
}
