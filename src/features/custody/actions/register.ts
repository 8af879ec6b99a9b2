// The first entry of every device: from outside into the owner's keeping.
import type { DeviceId, OrganisationId, PersonId, PlaceId, UnitId } from '../../../core/ids.ts'
import { invariant, refuse, type Refusal } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { append } from '../../../journal/append.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { bearsData } from '../../devices/rules/kinds.ts'
import { marksOf } from '../../devices/rules/marks.ts'
import type { DataState, DeviceStatus, Grade } from '../../devices/rules/status.ts'
import * as devices from '../../devices/store/register.ts'
import { OUTSIDE, partiesOf, type CustodyAccount } from '../rules.ts'
import * as store from '../store.ts'

export interface NewRegistration extends devices.DeviceFacts {
  readonly id: DeviceId
  readonly unused: boolean
  readonly grade?: Grade | null
  /** 2 or more when the device was used by somebody before this owner. */
  readonly life?: number
  /** In use already: as a list that is imported says. */
  readonly holderId?: PersonId | null
  readonly unitId?: UnitId | null
  readonly placeId?: PlaceId | null
}

export type MarkTaken = 'serial-taken' | 'asset-tag-taken' | 'imei-taken'
const takenCodes: Record<devices.Mark['kind'], MarkTaken> = {
  serial: 'serial-taken',
  assetTag: 'asset-tag-taken',
  imei: 'imei-taken',
}

/** The present a registration gives: status, data state, custody. Also what the import writes. */
export function registered(device: NewRegistration, organisationId: OrganisationId) {
  const account: CustodyAccount = device.holderId
    ? { kind: 'person', organisationId, personId: device.holderId, unitId: device.unitId ?? null }
    : device.unitId
      ? { kind: 'unit', organisationId, unitId: device.unitId }
      : { kind: 'depot', organisationId, placeId: device.placeId ?? null }
  const inUse = account.kind !== 'depot'
  const dataBearing = bearsData(device.kind)
  const dataState: DataState = !dataBearing
    ? 'notDataBearing'
    : device.unused && !inUse
      ? 'unused'
      : 'holdsData'
  const status: DeviceStatus = inUse ? 'inUse' : dataState === 'holdsData' ? 'inStock' : 'pool'
  return { account, dataBearing, dataState, status }
}

/** What the journal says of a registration: device facts and ids, no names, no free text. */
export function registrationContent(
  device: NewRegistration,
  present: ReturnType<typeof registered>,
): { [name: string]: EntryValue } {
  return {
    device: {
      kind: device.kind,
      maker: device.maker,
      model: device.model,
      assetTag: device.assetTag,
      serialNumber: device.serialNumber,
      imei: device.imei,
      purchasedOn: device.purchasedOn,
      priceOre: device.priceOre,
      endsOn: device.endsOn,
    },
    set: {
      status: present.status,
      dataState: present.dataState,
      grade: device.grade ?? null,
      life: device.life ?? 1,
    },
    move: { kind: 'registered', giver: { ...OUTSIDE }, taker: { ...present.account } },
  }
}

/**
 * Registers devices that the organisation owns. All marks are free, or nothing is registered.
 * @returns the first mark that was taken, or null when every device is registered
 */
export async function registerDevices(
  ctx: ActionContext,
  wanted: readonly NewRegistration[],
): Promise<Refusal<MarkTaken> | null> {
  if (wanted.length === 0) return null
  const ownerId = ctx.organisationId
  const marks = wanted.flatMap((device) => marksOf(device))
  const taken = await devices.takeMarks(ctx.tx, ownerId, marks)
  if (taken.length < marks.length) {
    const free = new Set(taken.map((mark) => `${mark.kind} ${mark.key}`))
    const clash = marks.find((mark) => !free.delete(`${mark.kind} ${mark.key}`))
    invariant(clash, 'a mark that was not taken has a clash')
    const device = wanted.find((one) => one.id === clash.deviceId)
    return refuse(takenCodes[clash.kind], {
      deviceId: clash.deviceId,
      serialNumber: device?.serialNumber ?? undefined,
      mark: clash.key,
    })
  }
  const rows = wanted.map((device) => {
    const present = registered(device, ownerId)
    const partyIds = partiesOf({ ownerId, partnerId: null, account: present.account })
    return { device, present, partyIds }
  })
  await devices.insertDevices(
    ctx.tx,
    rows.map(({ device, present, partyIds }) => ({
      ...device,
      grade: device.grade ?? null,
      life: device.life ?? 1,
      dataBearing: present.dataBearing,
      status: present.status,
      dataState: present.dataState,
      ownerId,
      partyIds,
    })),
    ctx.now,
  )
  const entries = await append(
    ctx,
    rows.map(({ device, present, partyIds }) => ({
      subjectId: device.id,
      kind: 'devices.registered',
      content: registrationContent(device, present),
      partyIds,
    })),
  )
  const moves = rows.map(({ device, present, partyIds }, index) => ({
    deviceId: device.id,
    seq: 1,
    kind: 'registered' as const,
    giver: OUTSIDE,
    taker: present.account,
    entrySeq: entries[index]!.seq,
    partyIds,
    presentPartyIds: partyIds,
  }))
  await store.saveMovements(ctx.tx, moves, ctx.now, ctx.actorId)
  await store.refreshListing(
    ctx.tx,
    wanted.map((device) => device.id),
  )
  return null
}
