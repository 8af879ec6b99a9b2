// Drives that an imported list names: found by the evidence that names them, and every one of them
// needed before the device is proven erased (law 2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { getDevice } from '../devices/actions/list.ts'
import { recordEvidence } from './actions/evidence.ts'
import { getMedia, recordMedia, saveInventories } from './actions/media.ts'
import { writeNwipeLog } from './rules/sample-log.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  world.now = new Date('2026-03-12T09:00:00Z')
})
afterAll(() => world.close())

const bytes = 50331648 * 100
let minute = 0
const wiped = (who: Actor, ...serials: string[]) => {
  world.now = new Date('2026-03-16T12:00:00Z')
  const log = writeNwipeLog({
    version: '0.42',
    startedAt: `2026/03/15 08:${String(++minute).padStart(2, '0')}:00`,
    method: 'Fill With Zeros',
    devices: serials.map((serial, n) => ({
      ...{ device: `/dev/sd${String.fromCharCode(97 + n)}`, bus: 'ATA', model: 'OMLOPP VIRT-HDD' },
      ...{ serial, bytes, status: 'erased' as const },
    })),
  })
  const file = { fileName: 'nwipe.log', bytes: Buffer.from(log), stationTimeZone: 'UTC' }
  return world.act(who, (ctx) => recordEvidence(ctx, file))
}
const device = async (who: Actor, driveSerials: string[]) => {
  world.now = new Date('2026-03-12T09:00:00Z')
  const facts = { unused: false, driveSerials: driveSerials.join('\n') }
  return (await newDevices(world, who, 1, facts))[0]!
}
const media = async (who: Actor, deviceId: string) =>
  value(await world.act(who, (ctx) => getMedia(ctx, { params: { deviceId } }))).items.map(
    ({ serial, state }) => `${serial} ${state}`,
  )
const dataState = async (who: Actor, deviceId: string) =>
  value(await world.act(who, (ctx) => getDevice(ctx, { params: { deviceId } }))).dataState

describe('drives that a list names', () => {
  it('are recorded when evidence names one, and wait for a person: nobody has seen their size', async () => {
    const who = await newOrganisation(world)
    const id = await device(who, ['OMLHDD7001', 'OMLHDD7002'])
    const { results } = value(await wiped(who, 'OMLHDD7001'))
    expect(results).toMatchObject([{ state: 'awaitingReview', device: { id } }])
    expect(results[0]!.reasons.map(({ code }) => code)).toContain('CAPACITY_UNKNOWN')
    expect(await media(who, id)).toEqual(['OMLHDD7001 inPlace', 'OMLHDD7002 inPlace'])
    expect(await dataState(who, id)).toBe('holdsData')
  })

  it('that an inventory has measured are certified, but the device only when all of them are', async () => {
    const who = await newOrganisation(world)
    const id = await device(who, ['OMLHDD7011', 'OMLHDD7012'])
    const found = { serial: 'OMLHDD7011', kind: 'magnetic' as const, capacityBytes: bytes }
    const items = [{ deviceId: id, media: [found] }]
    const saved = value(await world.act(who, (ctx) => recordMedia(ctx, { body: { items } })))
    expect(saved).toMatchObject({ done: 1, refused: 0 })
    expect(value(await wiped(who, 'OMLHDD7011')).results).toMatchObject([{ state: 'issued' }])
    expect(await media(who, id)).toEqual(['OMLHDD7011 erased', 'OMLHDD7012 inPlace'])
    expect(await dataState(who, id)).toBe('holdsData')
    // Somebody has looked: the second is not there.
    const gone = { serial: 'OMLHDD7012', kind: 'unknown' as const, state: 'removed' as const }
    const [after] = await world
      .act(who, async (ctx) => ({
        ok: true as const,
        value: await saveInventories(ctx, [{ deviceId: id, media: [gone] }], 'more'),
      }))
      .then(value)
    expect(after!.result.ok).toBe(true)
    expect(await dataState(who, id)).toBe('erased')
  })

  it('say nothing of a device of somebody else, nor of one whose media are known', async () => {
    const [who, other] = [await newOrganisation(world), await newOrganisation(world)]
    await device(other, ['OMLHDD7021'])
    const id = await device(who, ['OMLHDD7022'])
    expect(value(await wiped(who, 'OMLHDD7021')).results).toMatchObject([{ state: 'unmatched' }])
    const known = { serial: 'OMLHDD7023', kind: 'magnetic' as const }
    await world.act(who, async (ctx) => ({
      ok: true as const,
      value: await saveInventories(ctx, [{ deviceId: id, media: [known] }], 'whole'),
    }))
    expect(await media(who, id)).toEqual(['OMLHDD7023 inPlace', 'OMLHDD7022 inPlace'])
  })
})
