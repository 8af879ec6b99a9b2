// What cannot be ordered or matched is told over HTTP with a stable code and its place.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { coding, newOrderDesk } from '../../../test/support/order-desk.ts'
import { newDevices, newWorld, type Actor, type World } from '../../../test/support/world.ts'
import { runMatch } from './jobs.ts'

type Desk = Awaited<ReturnType<typeof newOrderDesk>>
let world: World
let owner: Actor
let call: Desk['call']
let good: Desk['good']
let need: Desk['need']
let order: Desk['order']
const start = new Date('2026-03-12T09:00:00Z')
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.now = start
  ;({ owner, call, good, need, order } = await newOrderDesk(world))
})

describe('an order over HTTP', () => {
  it('names the need that contradicts itself, and keeps none of the others', async () => {
    const cases: readonly [object, string][] = [
      [{ kind: 'dock', leastMemoryGb: 16 }, 'need-contradicts'],
      [{ kind: 'smartphone', osFamily: 'windows' }, 'need-contradicts'],
      [{ untilOn: '2026-03-31' }, 'need-ends-first'],
      [{ neededFromOn: '2026-02-30' }, 'day-not-valid'],
      [{ holderId: null }, 'need-for-nobody'],
      [{ way: 'new' }, 'new-reason-missing'],
      [{ way: 'new', newReason: 'specialNeed' }, 'special-need-words-missing'],
      [{ way: 'new', newReason: 'specialNeed', newWords: '  ' }, 'special-need-words-missing'],
      [{ newReason: 'security' }, 'new-reason-unasked'],
      [{ way: 'shop' }, 'listing-missing'],
    ]
    for (const [more, code] of cases) {
      const answer = await order([need(), need(more)])
      const problem = answer.json()
      expect([answer.statusCode, problem.code], answer.body).toEqual([409, code])
      expect(problem.details.field, code).toMatch(/^body\/needs\/1\//)
    }
    expect((await good('GET', '/orders')).items).toEqual([])
  })

  it('names the part of the coding string that has expired, when it is sent and when approved', async () => {
    const lengths = { leastLength: 5, mostLength: 5, sieDimension: 6, defaultCode: null }
    const part = { source: 'list', compulsory: true, digitsOnly: true, ...lengths }
    const now = await good('GET', '/coding-string', undefined, 'administrator')
    await good(
      'PUT',
      '/coding-string',
      { separator: '-', parts: [...now.parts, { key: 'projekt', name: 'Projekt', ...part }] },
      'administrator',
    )
    const until = (validUntilOn: string) =>
      good(
        'PUT',
        '/coding-values',
        {
          part: 'projekt',
          values: [{ code: '90100', name: 'Bygget', validFromOn: null, validUntilOn }],
        },
        'administrator',
      )
    const whole = { coding: { ...coding, projekt: '90100' } }
    await until('2026-03-11')
    const expired = (on: string) => ({
      ...{ code: 'coding-expired', details: { part: 'projekt', value: '90100', until: on } },
    })
    expect((await order([need()], whole)).json()).toMatchObject(expired('2026-03-11'))
    await until('2026-03-12')
    const { id } = (await order([need()], whole)).json()
    world.now = new Date('2026-03-13T09:00:00Z')
    const late = await call('POST', `/orders/${id}/approval`, undefined, 'approver')
    expect(late.json()).toMatchObject(expired('2026-03-12'))
    expect((await good('GET', `/orders/${id}`)).state).toBe('submitted')
  })

  it('gives the last device of the pool to one of four at the same instant', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const answers = await Promise.all([1, 2, 3, 4].map(() => order([need({ deviceId })])))
    const codes = answers.map((answer) =>
      answer.statusCode === 201 ? 'ordered' : `${answer.statusCode} ${answer.json().code}`,
    )
    expect(codes.toSorted()).toEqual([
      ...['409 device-reserved', '409 device-reserved', '409 device-reserved', 'ordered'],
    ])
    expect((await good('GET', '/orders')).items).toHaveLength(1)
  })
})

it('a need that nobody can meet is left unmet, with what kept each device away', async () => {
  await newDevices(world, owner, 2)
  const { id: orderId } = (await order([need({ leastMemoryGb: 64 }), need()])).json()
  await good('POST', `/orders/${orderId}/approval`, undefined, 'approver')
  const { id } = await good('POST', '/matches', { orderId })
  await runMatch(world.database, owner.organisationId, id, world.now)
  const match = await good('GET', `/matches/${id}`)
  expect(match).toMatchObject({ state: 'done', needs: 2, met: 1 })
  expect(match.proposals[0]).toMatchObject({
    ...{ device: null, cost: null, keptAway: [{ condition: 'memory', count: 2 }] },
  })
  // The other is reserved all the same, and the need that waits goes on waiting.
  expect(await good('POST', `/matches/${id}/acceptance`, { partly: false })).toMatchObject({
    ...{ reserved: 1, gone: [] },
  })
  const { needsList } = await good('GET', `/orders/${orderId}`)
  expect((needsList as { state: string }[]).map(({ state }) => state)).toEqual(['open', 'reserved'])
})
