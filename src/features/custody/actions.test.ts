import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { step } from '../../../test/support/circle.ts'
import { listDevices } from '../devices/actions/list.ts'
import { handIn } from './actions/hand-in.ts'
import { confirmReceipt, handOut } from './actions/hand-out.ts'
import { deviceLife } from './actions/life.ts'
import { releaseDevices, reserveDevices } from './actions/reserve.ts'
import { done } from '../../core/result.ts'

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
})
afterAll(() => world.close())

describe('a device goes out and comes back', () => {
  it('with a receipt, a stated condition, and a chain that holds', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const holderId = await newPerson(world, owner.organisationId)
    const out = await world.act(owner, (ctx) =>
      handOut(ctx, { body: { items: [{ deviceId: deviceId!, holderId }] } }),
    )
    expect(value(out)).toMatchObject({ done: 1, refused: 0 })
    value(
      await world.act({ ...owner, personId: holderId }, (ctx) =>
        confirmReceipt(ctx, { params: { deviceId: deviceId! } }),
      ),
    )
    value(
      await world.act(owner, (ctx) =>
        handIn(ctx, { body: { items: [{ deviceId: deviceId!, condition: 'good' }] } }),
      ),
    )
    const life = value(
      await world.act(owner, (ctx) => deviceLife(ctx, { params: { deviceId: deviceId! } })),
    )
    expect(life.entries.map((entry) => entry.kind)).toEqual([
      'devices.registered',
      'custody.handedOut',
      'custody.receiptConfirmed',
      'custody.handedIn',
    ])
    expect(life.chainIsWhole).toBe(true)
    expect(life.stays.map((stay) => stay.kind)).toEqual(['registered', 'handedOut', 'handedIn'])
  })

  it('but never to a new holder while data may be on it (law 2)', async () => {
    const [deviceId] = await newDevices(world, owner, 1, { unused: false })
    const holderId = await newPerson(world, owner.organisationId)
    const out = await world.act(owner, (ctx) =>
      handOut(ctx, { body: { items: [{ deviceId: deviceId!, holderId }] } }),
    )
    expect(value(out).items[0]).toMatchObject({ done: false, code: 'data-unproven' })
  })
})

describe('over HTTP', () => {
  it('lists, finds and hands out', async () => {
    const app = await world.app()
    const token = await newToken(world, owner.organisationId, ['technician'])
    const headers = { authorization: `Bearer ${token}` }
    const made = await app.inject({
      method: 'POST',
      url: '/api/v1/devices',
      headers: { ...headers, 'idempotency-key': 'once' },
      payload: {
        kind: 'laptop',
        maker: 'Dell Inc.',
        model: 'Latitude 5420',
        serialNumber: '8H1-IL0O',
        assetTag: 'EX-103 390',
        unused: true,
      },
    })
    expect(made.statusCode, made.body).toBe(201)
    const again = await app.inject({
      method: 'POST',
      url: '/api/v1/devices',
      headers: { ...headers, 'idempotency-key': 'once' },
      payload: {
        kind: 'laptop',
        maker: 'Dell Inc.',
        model: 'Latitude 5420',
        serialNumber: '8H1-IL0O',
        assetTag: 'EX-103 390',
        unused: true,
      },
    })
    expect(again.json()).toEqual(made.json())
    const list = await app.inject({ url: '/api/v1/devices?q=8h1il0o&limit=5', headers })
    expect(list.json().items, list.body).toHaveLength(1)
    const device = await app.inject({ url: `/api/v1/devices/${made.json().id}`, headers })
    expect(device.statusCode, device.body).toBe(200)
    expect(device.headers['etag']).toBe('"1"')
    const found = await app.inject({
      method: 'POST',
      url: '/api/v1/device-lookups',
      headers,
      payload: { codes: ['8H1_IL0O', 'nothing'] },
    })
    expect(found.json().items.map((item: { devices: unknown[] }) => item.devices.length)).toEqual([
      1, 0,
    ])
    const counts = await app.inject({ url: '/api/v1/device-counts', headers })
    expect(counts.json().total).toBeGreaterThan(0)
    const csv = await app.inject({ url: '/api/v1/devices?format=csv', headers })
    expect(csv.headers['content-type']).toContain('text/csv')
    const wrong = await app.inject({
      method: 'POST',
      url: '/api/v1/devices',
      headers,
      payload: { kind: 'boat' },
    })
    expect(wrong.statusCode).toBe(400)
    const life = await app.inject({ url: `/api/v1/devices/${made.json().id}/life`, headers })
    expect(life.statusCode, life.body).toBe(200)
    const page = await app.inject({ url: '/api' })
    expect(page.statusCode).toBe(200)
  })
})

describe('a device in the pool is kept for somebody', () => {
  const forId = '01900000-0000-7000-8000-000000000001'
  const otherId = '01900000-0000-7000-8000-000000000002'
  const keep = (deviceId: string, whose: string, until: Date | null = null) =>
    world.act(owner, async (ctx) => {
      const [result] = await reserveDevices(ctx, [{ deviceId, forId: whose, until }])
      return result!
    })
  const give = async (deviceId: string, whose?: string) => {
    const holderId = await newPerson(world, owner.organisationId)
    const items = [{ deviceId, holderId, ...(whose ? { forId: whose } : {}) }]
    return value(await world.act(owner, (ctx) => handOut(ctx, { body: { items } }))).items[0]!
  }

  const isReserved = async (deviceId: string) => {
    const pool = await world.act(owner, (ctx) =>
      listDevices(ctx, { query: { status: 'pool', limit: 200 } }),
    )
    return value(pool).items.find(({ id }) => id === deviceId)?.reserved
  }

  it('and handed out to that need alone, which ends it', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    expect(await isReserved(deviceId!)).toBe(false)
    value(await keep(deviceId!, forId))
    // The desk that scans it says so at once, and not when it is handed out.
    expect(await isReserved(deviceId!)).toBe(true)
    expect(await keep(deviceId!, otherId)).toMatchObject({ ok: false, code: 'device-reserved' })
    expect(await give(deviceId!)).toMatchObject({ done: false, code: 'device-reserved' })
    expect(await give(deviceId!, otherId)).toMatchObject({ code: 'device-reserved' })
    expect(await give(deviceId!, forId)).toMatchObject({ done: true })
    const life = value(
      await world.act(owner, (ctx) => deviceLife(ctx, { params: { deviceId: deviceId! } })),
    )
    // The climate's documented class rests on it.
    expect(life.entries.at(-1)).toMatchObject({
      ...{ kind: 'custody.handedOut', content: { needId: forId } },
    })
    expect(await keep(deviceId!, otherId)).toMatchObject({ ok: false, code: 'not-in-pool' })
  })

  it('until its time is over, or it is let go by whom it was kept for', async () => {
    const [first, second] = await newDevices(world, owner, 2)
    value(await keep(first!, forId, world.now))
    expect(await give(first!, otherId)).toMatchObject({ done: true })
    const claimed = value(
      await world.act(owner, (ctx) => deviceLife(ctx, { params: { deviceId: first! } })),
    )
    expect(claimed.entries.at(-1)!.content).not.toHaveProperty('needId')
    value(await keep(second!, forId))
    const letGo = (whose: string) =>
      world.act(owner, async (ctx) => {
        await releaseDevices(ctx, [{ deviceId: second!, forId: whose }])
        return done(true)
      })
    value(await letGo(otherId))
    expect(await give(second!)).toMatchObject({ code: 'device-reserved' })
    value(await letGo(forId))
    expect(await give(second!)).toMatchObject({ done: true })
  })

  it('with an end, without being promised to a next holder: it follows nowhere', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const soon = new Date(world.now.getTime() + 86_400_000)
    value(await keep(deviceId!, forId, soon))
    const change = {
      entry: { kind: 'test.regraded', content: {} },
      set: { status: 'graded' },
    } as const
    await step(world, owner, [deviceId!], change)
    const { rows } = await world.database.pool.query(
      `SELECT d.reserved_for AS "for", d.promised, e.body::jsonb #> '{content,set,reservation}' AS told
       FROM devices.device d JOIN journal.entry e ON e.subject_id = d.id AND e.kind = 'custody.reserved'
       WHERE d.id = $1`,
      [deviceId],
    )
    expect(rows).toEqual([
      { for: null, promised: false, told: { forId, until: soon.toISOString(), promised: false } },
    ])
  })

  it('and of two who want it at the same instant, one gets it', async () => {
    const ids = await newDevices(world, owner, 8)
    const answers = await Promise.all(
      ids.flatMap((deviceId) => [keep(deviceId, forId), keep(deviceId, otherId)]),
    )
    const codes = answers.map((answer) => (answer.ok ? 'kept' : answer.code))
    expect(codes.filter((code) => code === 'kept')).toHaveLength(8)
    expect(codes.filter((code) => code === 'device-reserved')).toHaveLength(8)
  })
})
