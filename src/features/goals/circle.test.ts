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
