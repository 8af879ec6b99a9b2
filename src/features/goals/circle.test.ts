// What the front page asks: where needs stand, whose decision waits, and how the figures have gone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newUnit,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { Input } from '../../core/endpoint.ts'
import type { ordersApi } from '../ordering/api/orders.ts'
import * as orders from '../ordering/actions/orders.ts'
import { handIn } from '../custody/actions/hand-in.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { changeDevice } from '../devices/actions/register.ts'
import { expectCounted } from '../../../test/support/tally.ts'
import { getCircle, getFigures, setGoal } from './actions.ts'
import { measure } from './jobs.ts'

let world: World
let owner: Actor
let approver: Actor
let holderId: string

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.now = new Date('2026-03-12T09:00:00Z')
  owner = await newOrganisation(world)
  await newUnit(world, owner.organisationId)
  approver = { ...owner, personId: await newPerson(world, owner.organisationId, ['approver']) }
  holderId = await newPerson(world, owner.organisationId)
})

type Body = Input<typeof ordersApi.createOrder>['body']
const need = (): Body['needs'][number] => ({
  ...{ kind: 'laptop', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null, holderId, unitId: null, placeId: null },
  ...{ neededFromOn: '2026-04-01', untilOn: null, specialNeed: null, way: 'new' },
  ...{ serviceId: null, newReason: 'noneInPool', newWords: null, deviceId: null },
  ...{ replacesId: null, listingId: null },
})
const order = async (count: number) => {
  const needs = Array.from({ length: count }, need)
  const coding = { ansvar: '4711', konto: '6460' }
  const body = { unitId: null, coding, needs, submit: true }
  return value(await world.act(owner, (ctx) => orders.createOrder(ctx, { body })))
}
const circle = async (who = owner) =>
  value(await world.act(who, (ctx) => getCircle(ctx, { query: {} })))
const idle = async () =>
  value(await world.act(owner, (ctx) => getFigures(ctx))).items.find(
    ({ figure }) => figure === 'idleShare',
  )!

describe('needs on the circle', () => {
  it('stand as needs until decided, then as ordered, and are late when their day has passed', async () => {
    const { id: orderId } = await order(2)
    await order(1)
    expect((await circle()).stations.slice(0, 2)).toEqual([
      { id: 'need', count: 3, week: 3, stuck: 0 },
      { id: 'ordered', count: 0, week: 0, stuck: 0 },
    ])
    value(await world.act(approver, (ctx) => orders.approveOrder(ctx, { params: { orderId } })))
    expect((await circle()).stations.slice(0, 2)).toMatchObject([
      { count: 1, stuck: 0 },
      { count: 2, week: 2, stuck: 0 },
    ])
    world.now = new Date('2026-04-09T09:00:00Z')
    expect((await circle()).stations.slice(0, 2)).toMatchObject([
      { count: 1, week: 0, stuck: 1 },
      { count: 2, week: 0, stuck: 2 },
    ])
  })

  it('wait for the decision of another than who ordered', async () => {
    await order(1)
    expect((await circle(owner)).awaitingApproval).toMatchObject({ orders: 0 })
    expect((await circle(approver)).awaitingApproval).toMatchObject({ orders: 1 })
  })

  it('have a goal for how many are met out of the own circle', async () => {
    expect((await circle()).goal).toBeNull()
    const goal = { params: { figure: 'ownCircle' as const }, body: { value: 30 } }
    value(await world.act(owner, (ctx) => setGoal(ctx, goal)))
    expect((await circle()).goal).toBe(30)
  })
})

describe('the course of what stands idle', () => {
  it('keeps the last night of each month, and ends with the present', async () => {
    world.now = new Date('2025-11-20T09:00:00Z')
    await newDevices(world, owner, 40)
    // What is idle has stood for more than ninety days: not yet, then all of it.
    await measure(world.database, new Date('2026-01-31T22:50:00Z'))
    await measure(world.database, new Date('2026-02-01T22:50:00Z'))
    await measure(world.database, new Date('2026-02-28T22:50:00Z'))
    world.now = new Date('2026-03-12T09:00:00Z')
    expect((await idle()).course).toEqual([...Array(10).fill(null), 0, 100, 100])
  })
})

describe('the return rate', () => {
  const returnRate = async () =>
    value(await world.act(owner, (ctx) => getFigures(ctx))).items.find(
      ({ figure }) => figure === 'returnRate',
    )!
  const lend = async (count: number, endsOn: string | null) => {
    const ids = await newDevices(world, owner, count)
    const items = ids.map((deviceId) => ({ deviceId, holderId, endsOn }))
    value(await world.act(owner, (ctx) => handOut(ctx, { body: { items } })))
    return ids
  }
  const back = async (ids: readonly string[]) => {
    const items = ids.map((deviceId) => ({ deviceId, condition: 'good' as const }))
    value(await world.act(owner, (ctx) => handIn(ctx, { body: { items } })))
  }
  const move = async (ids: readonly string[], endsOn: string | null) => {
    for (const deviceId of ids)
      value(
        await world.act(owner, (ctx) =>
          changeDevice(ctx, { params: { deviceId }, body: { endsOn } }),
        ),
      )
  }

  it('asks for the day that was decided last, and forgives nobody afterwards', async () => {
    world.now = new Date('2025-06-01T09:00:00Z')
    const inTime = await lend(20, '2025-09-01')
    const extended = await lend(10, '2025-09-01')
    const withoutEnd = await lend(4, null)
    const forgiven = await lend(5, '2025-07-01')
    const kept = await lend(6, '2025-09-01')
    world.now = new Date('2025-08-20T09:00:00Z')
    await move(extended, '2025-12-01')
    await move(withoutEnd, '2025-12-01')
    await move(kept, null)
    // Due on the first of July: the thirty days are over.
    await move(forgiven, '2025-12-01')
    world.now = new Date('2025-09-15T09:00:00Z')
    await back(inTime)
    world.now = new Date('2025-12-20T09:00:00Z')
    await back([...extended, ...withoutEnd, ...forgiven])
    await expectCounted(world.database)
    world.now = new Date('2026-03-12T09:00:00Z')
    // 34 of 39: what was extended after it had been missed is missed, what has no end is not asked for.
    expect(await returnRate()).toMatchObject({ value: 87.2, basis: 39 })
  })

  it('of what is called in early begins on that day', async () => {
    world.now = new Date('2025-06-01T09:00:00Z')
    const ids = await lend(30, '2027-06-01')
    await move(ids, '2025-10-01')
    world.now = new Date('2025-10-05T09:00:00Z')
    await back(ids.slice(0, 24))
    world.now = new Date('2026-03-12T09:00:00Z')
    expect(await returnRate()).toMatchObject({ value: 80, basis: 30 })
  })
})
