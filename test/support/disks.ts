// Disks with a known serial in devices that hold data, and the logs of wiping them.
import type { DeviceId, Uuid } from '../../src/core/ids.ts'
import { recordEvidence } from '../../src/features/erasure/actions/evidence.ts'
import { getMedia, saveInventories } from '../../src/features/erasure/actions/media.ts'
import { writeNwipeLog } from '../../src/features/erasure/rules/sample-log.ts'
import { newDevices, value, type Actor, type World } from './world.ts'

export interface Disk {
  readonly deviceId: DeviceId
  readonly mediumId: Uuid
  readonly serial: string
  /** Day on which the device came; the disk is wiped at noon of it. */
  readonly day: Date
}

const bytes = 500_107_862_016
const dayMs = 86_400_000
let count = 0

/** Devices of the actor that hold data, one disk in each; the world's moment becomes their day. */
export async function newDisks(world: World, owner: Actor, howMany: number): Promise<Disk[]> {
  const day = new Date(Date.UTC(2026, 2, 12 + ++count, 9))
  world.now = day
  const ids = await newDevices(world, owner, howMany, { unused: false })
  const disks = ids.map((deviceId, n) => ({
    deviceId,
    serial: `WD-WCC${String(count).padStart(3, '0')}-${String(n).padStart(4, '0')}`,
  }))
  await world.act(owner, async (ctx) => {
    const items = disks.map(({ deviceId, serial }) => ({
      deviceId,
      media: [{ serial, kind: 'magnetic' as const, capacityBytes: bytes, model: 'WDC WD5000AAKX' }],
    }))
    const saved = await saveInventories(ctx, items, 'whole')
    return saved.find(({ result }) => !result.ok)?.result ?? saved[0]!.result
  })
  const found: Disk[] = []
  for (const { deviceId, serial } of disks) {
    const media = value(await world.act(owner, (ctx) => getMedia(ctx, { params: { deviceId } })))
    found.push({ deviceId, serial, day, mediumId: media.items[0]!.id })
  }
  return found
}

/** Reads in a log that says that the disks were wiped; the world's moment becomes the day after. */
export async function wipe(
  world: World,
  by: Actor,
  disks: readonly Disk[],
  {
    zone = 'Europe/Stockholm',
    fileName = 'nwipe_log.txt',
    hour = 12,
  }: { zone?: string | null; fileName?: string; hour?: number } = {},
) {
  const day = disks[0]!.day
  const startedAt = `${day.toISOString().slice(0, 10).replaceAll('-', '/')} ${hour}:00:00`
  world.now = new Date(Math.max(world.now.getTime(), day.getTime() + dayMs))
  const log = writeNwipeLog({
    version: '0.42',
    startedAt,
    method: 'PRNG Stream',
    devices: disks.map(({ serial }, n) => ({
      device: `/dev/sd${String.fromCharCode(97 + (n % 26))}`,
      bus: 'ATA',
      model: 'WDC WD5000AAKX',
      serial,
      bytes,
      status: 'erased' as const,
    })),
  })
  return value(
    await world.act(by, (ctx) =>
      recordEvidence(ctx, { fileName, bytes: Buffer.from(log), stationTimeZone: zone }),
    ),
  )
}
