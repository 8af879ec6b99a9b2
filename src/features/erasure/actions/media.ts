// The inventory of a device's media, by hand, in bulk, or from a capture of its hardware.
import { bulkAnswer, repeated } from '../../../core/bulk.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { DeviceId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps, type LockedDevice } from '../../custody/actions/steps.ts'
import { custodianOf } from '../../custody/rules.ts'
import { parseInventory } from '../../devices/rules/inventory/parse.ts'
import type { Inventory } from '../../devices/rules/inventory/shape.ts'
import { normaliseSerial } from '../../devices/rules/serial.ts'
import { dataIsProvenGone } from '../../devices/rules/status.ts'
import { refusals as deviceRefusals } from '../../devices/texts.ts'
import type { mediaApi } from '../api/media.ts'
import { readWhole, type SentFile } from '../reading/upload.ts'
import { textOf } from '../reading/text.ts'
import type { MediumKind } from '../rules/gate.ts'
import { dataAfter, decideMedia, type FoundMedium, type Medium } from '../rules/media.ts'
import {
  deviceFacts,
  listedAs,
  listedDrives,
  mediaOf,
  saveMedia,
  type ListedDrive,
  type MediumRow,
} from '../store/media.ts'
import { liveCertificates } from '../store/certificates.ts'
import { refusals } from '../texts/refusals.ts'

type In<Name extends keyof typeof mediaApi> = Input<(typeof mediaApi)[Name]>
type Out<Name extends keyof typeof mediaApi> = Promise<Result<Output<(typeof mediaApi)[Name]>>>

interface Inventoried {
  readonly deviceId: DeviceId
  readonly media: readonly FoundMedium[]
}

/** Records what was found in each device; each is answered. Also what the demo calls. */
export async function saveInventories(
  ctx: ActionContext,
  items: readonly Inventoried[],
  extent: 'whole' | 'more',
): Promise<{ deviceId: DeviceId; result: Result<true> }[]> {
  const devices = await lockDevices(
    ctx,
    items.map((item) => item.deviceId),
  )
  const before = await mediaOf(ctx.tx, [...devices.keys()])
  const listed = await listedDrives(ctx.tx, [...devices.keys()])
  const decided = items.map(({ deviceId, media }) => {
    const device = devices.get(deviceId)
    const present = before.filter((medium) => medium.deviceId === deviceId)
    return {
      deviceId,
      device,
      present,
      result: decide(ctx, device, deviceId, present, media, extent),
    }
  })
  const accepted = decided.flatMap(({ device, present, result }) => {
    if (!device || !result.ok) return []
    const found = [...result.value, ...alsoListed(ctx, device.id, listed, result.value)]
    const rows = found.map((one): MediumRow => ({ spent: false, ...one, deviceId: device.id }))
    const known = new Map(present.map((medium) => [medium.id, JSON.stringify(medium)]))
    const changed = rows.filter(
      (row) =>
        row.state !== 'erased' &&
        row.state !== 'destroyed' &&
        known.get(row.id) !== JSON.stringify({ ...row }),
    )
    return changed.length > 0 ? [{ device, rows, changed }] : []
  })
  await saveMedia(
    ctx.tx,
    accepted.flatMap(({ changed }) => changed),
    ctx.now,
    ctx.actorId,
  )
  const steps = accepted.map(({ device, rows, changed }) => {
    const set = dataAfter(device, rows)
    return { device, rows, changed, set, proven: !!set && set.dataState !== 'holdsData' }
  })
  // What was taken out may leave only what is proven: the certificates that say so are named.
  const proven = steps.filter((step) => step.proven).flatMap(({ rows }) => rows)
  const live =
    proven.length > 0
      ? await liveCertificates(
          ctx.tx,
          proven.map((medium) => medium.id),
        )
      : []
  await takeSteps(
    ctx,
    steps.map(({ device, changed, set, proven: isProven }) => ({
      device,
      entry: {
        kind: isProven ? 'erasure.proven' : 'erasure.mediaRecorded',
        content: {
          media: changed.map(({ id, serial, kind, state }) => ({ id, serial, kind, state })),
          ...(isProven
            ? {
                certificates: live
                  .filter((one) => one.deviceId === device.id)
                  .map(({ id, number, mediumId, recordSha256 }) => ({
                    id,
                    number,
                    medium: mediumId,
                    certificateSha256: recordSha256.toString('hex'),
                  })),
              }
            : {}),
        },
      },
      ...(set ? { set } : {}),
    })),
  )
  return decided.map(({ deviceId, result }) => ({
    deviceId,
    result: result.ok ? done(true as const) : result,
  }))
}

/** What a list named and nobody has mentioned may hold data too, until somebody says it is gone. */
const alsoListed = (
  ctx: ActionContext,
  deviceId: DeviceId,
  listed: readonly ListedDrive[],
  found: readonly Medium[],
): Medium[] =>
  listed
    .filter((one) => one.deviceId === deviceId)
    .filter(({ serial }) => !found.some((medium) => medium.serial === serial))
    .map(({ serial }) => ({
      ...{ id: ctx.newId(), serial, model: null, capacityBytes: null, nativeBytes: null },
      ...{ kind: 'unknown' as const, state: 'inPlace' as const },
    }))

function decide(
  ctx: ActionContext,
  device: LockedDevice | undefined,
  deviceId: DeviceId,
  present: readonly MediumRow[],
  found: readonly FoundMedium[],
  extent: 'whole' | 'more',
) {
  if (!device) return refuse('device-not-found', { deviceId })
  const concerned = [device.ownerId, custodianOf(device.account)]
  if (!concerned.includes(ctx.organisationId)) return refuse('device-not-in-keeping', { deviceId })
  if (!device.dataBearing) return refuse('not-data-bearing', { deviceId })
  return decideMedia(present, found, extent, ctx.newId)
}

/**
 * Drives that lists alone know become media of their devices when evidence names one of them: all of
 * the device's, since a proof needs every one.
 */
export async function recordListed(ctx: ActionContext, serials: readonly string[]) {
  if (serials.length === 0) return false
  const devices = new Set((await listedAs(ctx.tx, serials)).map(({ deviceId }) => deviceId))
  const items = [...devices].map((deviceId) => ({ deviceId, media: [] }))
  if (items.length > 0) await saveInventories(ctx, items, 'more')
  return items.length > 0
}

export async function putMedia(
  ctx: ActionContext,
  { params, body }: In<'putMedia'>,
): Out<'putMedia'> {
  const item = { deviceId: params.deviceId, media: body.media }
  const [saved] = await saveInventories(ctx, [item], 'whole')
  return saved!.result.ok ? getMedia(ctx, { params }) : saved!.result
}

const titles = { ...deviceRefusals, ...refusals }

export async function recordMedia(
  ctx: ActionContext,
  { body }: In<'recordMedia'>,
): Out<'recordMedia'> {
  const twice = repeated(body.items.map((item) => item.deviceId))
  if (twice) return refuse('repeated-device', { deviceId: twice })
  return done(bulkAnswer(await saveInventories(ctx, body.items, 'whole'), titles, ctx.language))
}

export async function getMedia(ctx: ActionContext, { params }: In<'getMedia'>): Out<'getMedia'> {
  const device = await deviceFacts(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const media = await mediaOf(ctx.tx, [params.deviceId])
  const { dataState } = device
  const missing = media.every(({ state, spent }) => state === 'removed' || spent)
  return done({
    deviceId: params.deviceId,
    dataState,
    unproven: dataIsProvenGone({ dataState })
      ? null
      : missing
        ? 'MEDIA_MISSING'
        : 'MEDIA_HOLD_DATA',
    items: media.map(({ deviceId: _device, spent: _spent, ...medium }) => medium),
  })
}

const largestInventory = 20 * 1024 * 1024

export async function uploadInventory(
  ctx: ActionContext,
  { params, file }: { file: SentFile } & In<'uploadInventory'>,
): Out<'uploadInventory'> {
  const bytes = await readWhole(file, largestInventory)
  if (!bytes) return refuse('file-too-large')
  const device = await deviceFacts(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const inventory = parseInventory(textOf(bytes))
  if (!inventory) return refuse('inventory-unreadable')
  const said = inventory.system?.serial
  if (said && device.serialNumber && normaliseSerial(said) !== normaliseSerial(device.serialNumber))
    return refuse('inventory-of-another-device', { serialNumber: said })
  const media = mediaIn(inventory)
  if (media.length === 0) return refuse('inventory-without-drives')
  const [saved] = await saveInventories(ctx, [{ deviceId: params.deviceId, media }], 'more')
  return saved!.result.ok ? getMedia(ctx, { params }) : saved!.result
}

/** Drives with a serial; what the station itself runs from is not the device's. */
function mediaIn({ drives, health }: Inventory): FoundMedium[] {
  const found = drives
    .filter((drive) => !drive.inUse)
    .map((drive) => ({
      serial: drive.serial,
      model: drive.model,
      capacityBytes: drive.bytesExact ? drive.bytes : null,
      kind: kindOf(drive.rotational),
    }))
  const measured = health.map((drive) => ({
    serial: drive.serial,
    model: drive.model,
    capacityBytes: drive.bytes,
    kind: kindOf(drive.rotationRate === null ? null : drive.rotationRate > 0),
  }))
  const all = [...found, ...measured]
  return all.flatMap((one, index) =>
    one.serial !== null && all.findIndex(({ serial }) => serial === one.serial) === index
      ? [{ ...one, serial: one.serial }]
      : [],
  )
}

const kindOf = (rotational: boolean | null): MediumKind =>
  rotational === null ? 'unknown' : rotational ? 'magnetic' : 'flash'
