// Reading the register.
import { fromCursor, pageOf } from '../../../core/cursor.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { api } from '../api.ts'
import { keysOf } from '../rules/code.ts'
import { drivesOf } from '../rules/drives.ts'
import { tallyQuestion } from '../rules/tally.ts'
import * as store from '../store/list.ts'
import { getDevice as getRow } from '../store/register.ts'
import { countTallied } from '../store/tally.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

export async function listDevices(
  ctx: ActionContext,
  { query }: In<'listDevices'>,
): Out<'listDevices'> {
  const { cursor, limit = 50, sort = 'assetTag', order = 'asc', ...filters } = query
  const after = fromCursor(cursor, 2)
  if (cursor !== undefined && !after) return refuse('cursor-unknown')
  const rows = await store.listDevices(ctx.tx, ctx.organisationId, {
    filters,
    sort,
    descending: order === 'desc',
    after: after ? [after[0] === null ? null : String(after[0]), String(after[1])] : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.sortValue, row.id])
  return done({ items: page.items.map(listed), next: page.next })
}

export async function countDevices(
  ctx: ActionContext,
  { query }: In<'countDevices'>,
): Out<'countDevices'> {
  const question = tallyQuestion(query, ctx.organisationId)
  const byStatus = question
    ? await countTallied(ctx.tx, question)
    : await store.countDevices(ctx.tx, ctx.organisationId, query)
  return done({ total: byStatus.reduce((sum, row) => sum + row.count, 0), byStatus })
}

export async function getDevice(ctx: ActionContext, { params }: In<'getDevice'>): Out<'getDevice'> {
  const [row, [line]] = [
    await getRow(ctx.tx, params.deviceId),
    await store.listedByIds(ctx.tx, [params.deviceId]),
  ]
  if (!row || !line) return refuse('device-not-found', { deviceId: params.deviceId })
  // The partner knows the thing, not what the owner paid nor what the owner wrote of it.
  const own = row.ownerId === ctx.organisationId
  return done({
    ...listed(line),
    imei: row.imei,
    imei2: row.imei2,
    macAddress: row.macAddress,
    name: own ? row.name : null,
    dataBearing: row.dataBearing,
    life: row.life,
    purchasedOn: own ? row.purchasedOn : null,
    warrantyUntilOn: row.warrantyUntilOn,
    orderNumber: own ? row.orderNumber : null,
    supplierName: own ? row.supplierName : null,
    osName: row.osName,
    osVersion: row.osVersion,
    ramMb: row.ramMb,
    storageGb: row.storageGb,
    enrolledAt: row.enrolledAt?.toISOString() ?? null,
    driveSerials: drivesOf(row.driveSerials),
    condition: own ? row.condition : null,
    note: own ? row.note : null,
    registeredAt: row.registeredAt.toISOString(),
    inTransitTo: named(row.inTransitToId, row.inTransitToName),
    version: row.version,
  })
}

export async function findDevices(
  ctx: ActionContext,
  { body }: In<'findDevices'>,
): Out<'findDevices'> {
  const codes = [...new Set(body.codes)].map((code) => ({ code, ...keysOf(code) }))
  const found = await store.findByCodes(ctx.tx, codes)
  const lines = await store.listedByIds(ctx.tx, [...new Set(found.map((hit) => hit.deviceId))])
  const byId = new Map(lines.map((line) => [line.id, listed(line)]))
  return done({
    items: codes.map(({ code }) => ({
      code,
      devices: found
        .filter((hit) => hit.code === code)
        .flatMap((hit) => byId.get(hit.deviceId) ?? []),
    })),
  })
}

const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)

export const listed = (row: store.ListedRow) => ({
  id: row.id,
  assetTag: row.assetTag,
  serialNumber: row.serialNumber,
  kind: row.kind,
  maker: row.maker,
  model: row.model,
  status: row.status,
  statusSince: row.statusSince.toISOString(),
  dataState: row.dataState,
  grade: row.grade,
  owner: named(row.ownerId, row.ownerName),
  custodian: named(row.custodianId, row.custodianName),
  holder: named(row.holderId, row.holderName),
  unit: named(row.unitId, row.unitName),
  place: named(row.placeId, row.placeName),
  endsOn: row.endsOn,
  priceOre: row.priceOre,
  theftMarking: row.theftMarking,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  reserved: row.reserved,
})
