import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  dataState,
  disk,
  drive,
  inventoried,
  large,
  log,
  newBench,
  newSerial,
  outcome,
  person,
  zone,
} from '../../../test/support/bench.ts'
import { fixture } from '../../../test/support/samples.ts'
import { newOrganisation, newWorld, type World } from '../../../test/support/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-03-16T12:00:00Z')
})

const approval = { verdict: 'approve', reason: 'Disken läst tillbaka med dd: bara nollor.' }
const toolFlaw = { reason: 'toolFlaw', explanation: 'Verktyget läste ur cachen.' }

describe('media', () => {
  it('never disappear: one that is left out must be said to be removed', async () => {
    const bench = await newBench(world)
    const [one, two] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(one, large), disk(two, large))
    const omitted = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one)],
    })
    expect(omitted.json['code']).toBe('medium-omitted')
    await bench.operator.upload('/erasure-evidence', 'a.log', log(drive(one)), zone)
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    const removed = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one), disk(two, { state: 'removed' })],
    })
    expect(removed.json).toMatchObject({ dataState: 'erased', unproven: null })
  })

  it('taken out without proof leave the device unproven', async () => {
    const bench = await newBench(world)
    const one = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(one, large))
    const removed = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one, { state: 'removed' })],
    })
    expect(removed.json).toMatchObject({ dataState: 'holdsData', unproven: 'MEDIA_MISSING' })
  })

  it('proven before the device was last in use are in place again', async () => {
    const bench = await newBench(world)
    const [one, two] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(one, large), disk(two, large))
    const text = log(drive(one), drive(two, 'erased', 1))
    await bench.operator.upload('/erasure-evidence', 'a.log', text, zone)
    expect(await dataState(bench, deviceId)).toBe('erased erased')
    await world.database.asSystem((tx) =>
      tx.run("UPDATE devices.device SET status = 'pool' WHERE id = $1", [deviceId]),
    )
    const out = await bench.operator.send('POST', '/hand-outs', {
      items: [{ deviceId, holderId: bench.owner.personId }],
    })
    expect(out.json['done'], JSON.stringify(out.json)).toBe(1)
    await bench.operator.send('POST', '/hand-ins', {
      items: [{ deviceId, condition: 'good' }],
    })
    world.now = new Date('2026-03-20T12:00:00Z')
    const later = log(drive(one)).replaceAll('2026/03/15', '2026/03/17')
    const sent = await bench.operator.upload('/erasure-evidence', 'b.log', later, zone)
    expect(sent.json['results'].map(outcome)).toEqual(['issued'])
    expect(await dataState(bench, deviceId)).toBe('handedIn holdsData')
  })

  it.each([
    ['filler', [{ serial: 'To be filled by O.E.M.', kind: 'flash' }], 'serial-placeholder'],
    ['twice the same', [disk('TWICE-1'), disk('TWICE-1')], 'repeated-medium'],
    [
      'an unknown id',
      [disk('X-1', { id: '00000000-0000-7000-8000-000000000000' })],
      'medium-not-found',
    ],
  ])('%s is refused', async (_, media, code) => {
    const bench = await newBench(world)
    const deviceId = await inventoried(bench)
    const put = await bench.operator.send('PUT', `/devices/${deviceId}/media`, { media })
    expect(put.json['code']).toBe(code)
  })

  it('come from a capture of the hardware', async () => {
    const bench = await newBench(world)
    const deviceId = await inventoried(bench)
    const sent = await bench.operator.upload(
      `/devices/${deviceId}/inventory`,
      'lsblk.json',
      fixture('inventory/vm-laptop.lsblk.json'),
    )
    expect(sent.status, JSON.stringify(sent.json)).toBe(200)
    expect(sent.json['items'].length).toBeGreaterThan(0)
    const other = await bench.operator.upload(
      `/devices/${deviceId}/inventory`,
      'x.txt',
      'no capture',
    )
    expect(other.json['code']).toBe('inventory-unreadable')
  })
})

describe('another organisation', () => {
  it('sees nothing and can do nothing', async () => {
    const bench = await newBench(world)
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    const sent = await bench.operator.upload('/erasure-evidence', 'a', log(drive(serial)), zone)
    const one = sent.json['results'][0]
    const certificate = one['certificate']['id']
    const stranger = await person(world, await newOrganisation(world), 'administrator')
    for (const path of [
      `/devices/${deviceId}/media`,
      `/erasure-results/${one['id']}`,
      `/certificates/${certificate}`,
      `/certificates/${certificate}/pdf`,
    ])
      expect((await stranger.get(path)).status, path).toBe(404)
    for (const path of [
      '/erasure-results',
      `/erasure-results?deviceId=${deviceId}`,
      '/certificates',
      `/certificates?deviceId=${deviceId}`,
    ])
      expect((await stranger.get(path)).json['items'], path).toEqual([])
    const mediumId = one['medium']['id']
    const attempts: [string, string, unknown][] = [
      ['PUT', `/devices/${deviceId}/media`, { media: [] }],
      ['POST', `/erasure-results/${one['id']}/review`, approval],
      ['POST', `/erasure-results/${one['id']}/match`, { mediumId }],
      ['POST', '/destructions', { mediumId, method: 'melting', witnessId: bench.owner.personId }],
      ['POST', `/certificates/${certificate}/revocation`, toolFlaw],
    ]
    for (const [method, path, body] of attempts)
      expect((await stranger.send(method, path, body)).status, path).toBe(404)
    const foreign = await stranger.upload('/erasure-evidence', 'b', log(drive(serial)), zone)
    expect(outcome(foreign.json['results'][0])).toBe('unmatched MEDIUM_UNKNOWN NOT_RECEIVED')
  })
})
