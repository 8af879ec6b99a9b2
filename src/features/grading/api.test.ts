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
import { handIn } from '../custody/actions/hand-in.ts'
import { handOut } from '../custody/actions/hand-out.ts'

let world: World
let owner: Actor
let token: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  token = await newToken(world, owner.organisationId, ['technician'])
})
afterAll(() => world.close())

const post = async (url: string, payload: object, bearer = token) =>
  (await world.app()).inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${bearer}` },
    payload,
  })
const get = async (url: string, bearer = token) =>
  (await world.app()).inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${bearer}` },
  })

const whole = (tests: string[]) => ({
  tests: tests.map((test) => ({ test, result: 'pass' })),
  defects: [],
  inspected: true,
})
const monitorTests = ['powerOn', 'screen', 'ports', 'buttons', 'stand']

/** Registered, handed out and handed in again: a device that has been in use. */
async function usedDevice(kind: 'laptop' | 'monitor'): Promise<string> {
  const [deviceId] = await newDevices(world, owner, 1, { kind })
  const holderId = await newPerson(world, owner.organisationId)
  value(
    await world.act(owner, (ctx) =>
      handOut(ctx, { body: { items: [{ deviceId: deviceId!, holderId }] } }),
    ),
  )
  value(
    await world.act(owner, (ctx) =>
      handIn(ctx, { body: { items: [{ deviceId: deviceId!, condition: 'good' }] } }),
    ),
  )
  return deviceId!
}

describe('grading over HTTP', () => {
  it('grades a monitor and keeps the calculation', async () => {
    const deviceId = await usedDevice('monitor')
    const answer = await post('/inspections', { items: [{ deviceId, ...whole(monitorTests) }] })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toEqual({
      done: 1,
      refused: 0,
      items: [{ deviceId, done: true, code: null, title: null, grade: 'A' }],
    })
    const device = await get(`/devices/${deviceId}`)
    expect(device.json()).toMatchObject({ status: 'graded', grade: 'A' })
    const again = await post('/inspections', {
      items: [
        {
          deviceId,
          ...whole(monitorTests),
          defects: [{ code: 'dent', part: 'stand', severity: 'major' }],
        },
      ],
    })
    expect(again.json().items[0].grade).toBe('C')
    const kept = await get(`/devices/${deviceId}/inspections`)
    expect(kept.statusCode, kept.body).toBe(200)
    expect(
      kept
        .json()
        .items.map((item: { grade: string }) => item.grade)
        .sort(),
    ).toEqual(['A', 'C'])
    expect(kept.json().items[0]).toMatchObject({ rule: 'omlopp-grade/1', life: 1 })
  })

  it('refuses a device that may hold data, and answers each item by itself (law 2)', async () => {
    const monitor = await usedDevice('monitor')
    const laptop = await usedDevice('laptop')
    const answer = await post('/inspections', {
      items: [
        { deviceId: laptop, ...whole(['powerOn']) },
        { deviceId: monitor, ...whole(monitorTests) },
      ],
    })
    expect(answer.json()).toMatchObject({ done: 1, refused: 1 })
    expect(answer.json().items[0]).toMatchObject({ code: 'data-unproven', grade: null })
    expect((await get(`/devices/${laptop}`)).json()).toMatchObject({
      status: 'handedIn',
      grade: null,
    })
  })

  it('refuses what somebody holds, tests of another kind, and the same device twice', async () => {
    const [held] = await newDevices(world, owner, 1, { kind: 'monitor' })
    const holderId = await newPerson(world, owner.organisationId)
    await world.act(owner, (ctx) =>
      handOut(ctx, { body: { items: [{ deviceId: held!, holderId }] } }),
    )
    const monitor = await usedDevice('monitor')
    const answer = await post('/inspections', {
      items: [
        { deviceId: held, ...whole(monitorTests) },
        { deviceId: monitor, ...whole(['keyboard']) },
      ],
    })
    expect(answer.json().items.map((item: { code: string }) => item.code)).toEqual([
      'not-custodian',
      'test-of-other-kind',
    ])
    const item = { deviceId: monitor, ...whole(monitorTests) }
    const twice = await post('/inspections', { items: [item, item] })
    expect(twice.statusCode).toBe(409)
    expect(twice.json().code).toBe('repeated-device')
  })

  it('keeps a device of the pool in the pool', async () => {
    const [deviceId] = await newDevices(world, owner, 1, { kind: 'monitor' })
    await post('/inspections', { items: [{ deviceId, ...whole(monitorTests), box: 'unused' }] })
    expect((await get(`/devices/${deviceId}`)).json()).toMatchObject({ status: 'pool', grade: 'A' })
  })

  it('previews without keeping anything', async () => {
    const preview = await post('/grade-previews', { kind: 'monitor', ...whole(['powerOn']) })
    expect(preview.json()).toMatchObject({ grade: 'E', cosmetic: 'C7', functional: null })
    const wrong = await post('/grade-previews', { kind: 'monitor', ...whole(['keyboard']) })
    expect(wrong.json().code).toBe('test-of-other-kind')
    const twice = await post('/grade-previews', { kind: 'monitor', ...whole(['screen', 'screen']) })
    expect(twice.json().code).toBe('repeated-test')
  })

  it('shows a stranger nothing and lets no holder grade', async () => {
    const deviceId = await usedDevice('monitor')
    const other = await newOrganisation(world)
    const stranger = await newToken(world, other.organisationId)
    const item = { deviceId, ...whole(monitorTests) }
    const tried = await post('/inspections', { items: [item] }, stranger)
    expect(tried.json().items[0].code).toBe('device-not-found')
    expect((await get(`/devices/${deviceId}/inspections`, stranger)).statusCode).toBe(404)
    const holder = await newToken(world, owner.organisationId, ['holder'])
    expect((await post('/inspections', { items: [item] }, holder)).statusCode).toBe(403)
  })
})
