// Registering one device, and changing its facts.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Refusal, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { modelFor } from '../../catalogue/actions/models.ts'
import { registerDevices } from '../../custody/actions/register.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import { placeExists } from '../../organisations/store.ts'
import type { api } from '../api.ts'
import { marksOf, type MarkedDevice } from '../rules/marks.ts'
import { isPlaceholderSerial, normaliseMaker, normaliseSerial } from '../rules/serial.ts'
import * as store from '../store/register.ts'
import { getDevice } from './list.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function registerDevice(
  ctx: ActionContext,
  { body }: In<'registerDevice'>,
): Out<'registerDevice'> {
  const serialNumber = body.serialNumber?.trim() || null
  if (serialNumber && isPlaceholderSerial(serialNumber))
    return refuse('placeholder-serial', { field: 'body/serialNumber', serialNumber })
  if (body.placeId && !(await placeExists(ctx.tx, body.placeId))) return refuse('place-not-found')
  const device = {
    id: ctx.newId(),
    kind: body.kind,
    maker: body.maker.trim(),
    makerKey: normaliseMaker(body.maker),
    model: body.model.trim(),
    modelId: null,
    assetTag: body.assetTag?.trim() || null,
    serialNumber,
    serialKey: serialNumber ? normaliseSerial(serialNumber) : null,
    imei: body.imei ?? null,
    imei2: body.imei2 ?? null,
    macAddress: body.macAddress ?? null,
    theftMarking: body.theftMarking?.trim() || null,
    name: body.name ?? null,
    purchasedOn: body.purchasedOn ?? null,
    priceOre: body.priceOre ?? null,
    warrantyUntilOn: body.warrantyUntilOn ?? null,
    endsOn: body.endsOn ?? null,
    orderNumber: body.orderNumber ?? null,
    supplierName: body.supplierName ?? null,
    osName: body.osName ?? null,
    osVersion: body.osVersion ?? null,
    ramMb: body.ramMb ?? null,
    storageGb: body.storageGb ?? null,
    lastSeenAt: null,
    enrolledAt: null,
    driveSerials: null,
    condition: body.condition ?? null,
    note: body.note ?? null,
    unused: body.unused ?? false,
    placeId: body.placeId ?? null,
  }
  if (marksOf(device).length === 0) return refuse('mark-missing')
  const modelId = await modelFor(ctx, device)
  const taken = await registerDevices(ctx, [{ ...device, modelId }])
  return taken ?? done({ id: device.id })
}

export async function changeDevice(
  ctx: ActionContext,
  { params, body }: In<'changeDevice'>,
): Out<'changeDevice'> {
  const device = (await lockDevices(ctx, [params.deviceId])).get(params.deviceId)
  const row = await store.getDevice(ctx.tx, params.deviceId)
  if (!device || !row) return refuse('device-not-found', { deviceId: params.deviceId })
  if (device.ownerId !== ctx.organisationId) return refuse('not-owner', { deviceId: device.id })
  if (ctx.ifMatch !== undefined && ctx.ifMatch !== device.version) return refuse('version-changed')
  const before: MarkedDevice = { ...device, makerKey: row.makerKey, imei: row.imei }
  const assetTag = body.assetTag === undefined ? before.assetTag : body.assetTag?.trim() || null
  const imei = body.imei === undefined ? before.imei : body.imei
  const clash = await remark(ctx, before, { ...before, assetTag, imei })
  if (clash) return clash
  // The end of the period of use belongs to the step, which writes it with what a step changes.
  const { endsOn, ...rest } = body
  const changed = rest.assetTag === undefined ? rest : { ...rest, assetTag }
  await store.changeFacts(ctx.tx, device.id, changed)
  // Words of people (name, note, condition) stay out of the journal; that they changed does not.
  const { name, note, condition, ...told } = changed
  const words = Object.entries({ name, note, condition })
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field)
  const facts = told as { [field: string]: EntryValue }
  const entry = { kind: 'devices.changed', content: { facts, words } }
  await takeSteps(ctx, [{ device, entry, ...(endsOn === undefined ? {} : { set: { endsOn } }) }])
  return getDevice(ctx, { params })
}

async function remark(
  ctx: ActionContext,
  before: MarkedDevice,
  after: MarkedDevice,
): Promise<Refusal | null> {
  const old = marksOf(before)
  const next = marksOf(after)
  if (next.length === 0) return refuse('mark-missing')
  const same = (a: { kind: string; key: string }) => (b: { kind: string; key: string }) =>
    a.kind === b.kind && a.key === b.key
  const added = next.filter((mark) => !old.some(same(mark)))
  for (const mark of old.filter((one) => !next.some(same(one))))
    await store.dropMark(ctx.tx, ctx.organisationId, mark)
  const taken = await store.takeMarks(ctx.tx, ctx.organisationId, added)
  const clash = added.find((mark) => !taken.some(same(mark)))
  if (!clash) return null
  return refuse(clash.kind === 'imei' ? 'imei-taken' : 'asset-tag-taken', { mark: clash.key })
}
