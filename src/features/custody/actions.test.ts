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
import { handIn } from './actions/hand-in.ts'
import { confirmReceipt, handOut } from './actions/hand-out.ts'
import { deviceLife } from './actions/life.ts'

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
