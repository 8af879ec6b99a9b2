// What happens to a device while a match is searched for and after, over HTTP: the answer that comes
// may name what is gone, and then the acceptance says so and reserves nothing by half.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newOrderDesk } from '../../../test/support/order-desk.ts'
import { newDevices, newWorld, type Actor, type World } from '../../../test/support/world.ts'
import { runMatch } from './jobs.ts'

type Desk = Awaited<ReturnType<typeof newOrderDesk>>
let world: World
let owner: Actor
let call: Desk['call']
let good: Desk['good']
let need: Desk['need']
let order: Desk['order']
let holderId: Desk['holderId']
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ owner, call, good, need, order, holderId } = await newOrderDesk(world))
})

const ordered = async (needs: object[]): Promise<{ id: string }> => {
  const answer = await order(needs)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
/** An approved order and its match, which has not been searched for yet. */
async function begun(count: number): Promise<{ orderId: string; matchId: string }> {
  const { id: orderId } = await ordered(Array.from({ length: count }, () => need()))
  await good('POST', `/orders/${orderId}/approval`, undefined, 'approver')
  const { id: matchId } = await good('POST', '/matches', { orderId })
  return { orderId, matchId }
}

/**
 * Lets the search read needs and devices, holds it before it writes what it found, and lets it go on
 * when `meanwhile` is over: whoever holds the table that proposals are written to holds the search.
 */
async function searchWith(matchId: string, meanwhile: () => Promise<void>): Promise<void> {
  const holder = await world.database.pool.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE ordering.match_proposal IN SHARE MODE')
    const search = runMatch(world.database, owner.organisationId, matchId, world.now)
    await vi.waitFor(
      async () => {
        const { rows } = await holder.query(
          `SELECT 1 FROM pg_locks WHERE relation = 'ordering.match_proposal'::regclass
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
             AND NOT granted`,
        )
        expect(rows, 'the search waits before it writes').not.toHaveLength(0)
      },
      { timeout: 60_000, interval: 10 },
    )
    await meanwhile()
    await holder.query('COMMIT')
    expect(await search).toMatchObject({ ok: true })
  } finally {
    holder.release()
  }
}

const handOut = (deviceId: string) =>
  call('POST', '/hand-outs', { items: [{ deviceId, holderId }] })
const reservedFor = async (ids: readonly string[]): Promise<(string | null)[]> =>
  (
    await world.database.pool.query(
      'SELECT reserved_for FROM devices.device WHERE id = ANY ($1) ORDER BY id',
      [ids],
    )
  ).rows.map((row) => row.reserved_for)

describe('while a match is searched for', () => {
  it('a device is handed out: accepting names it and reserves nothing, until told to', async () => {
    const devices = await newDevices(world, owner, 3)
    const { orderId, matchId } = await begun(3)
    const gone = devices[1]!
    await searchWith(matchId, async () => {
      const answer = await handOut(gone)
      expect([answer.statusCode, answer.json().done], answer.body).toEqual([200, 1])
    })

    // All three were free when it read them, so all three are proposed.
    const match = await good('GET', `/matches/${matchId}`)
    expect(match).toMatchObject({ state: 'done', needs: 3, met: 3 })
    const proposed = (match.proposals as { device: { id: string } }[]).map(
      ({ device }) => device.id,
    )
    expect(proposed.toSorted()).toEqual(devices.toSorted())

    const refused = await good('POST', `/matches/${matchId}/acceptance`, { partly: false })
    expect(refused).toMatchObject({
      ...{ reserved: 0, match: { state: 'done' } },
      gone: [{ device: { id: gone }, code: 'not-in-pool' }],
    })
    expect(await reservedFor(devices)).toEqual([null, null, null])
    const { needsList } = await good('GET', `/orders/${orderId}`)
    expect((needsList as { state: string }[]).map((one) => one.state)).toEqual([
      ...['open', 'open', 'open'],
    ])

    const partly = await good('POST', `/matches/${matchId}/acceptance`, { partly: true })
    expect(partly).toMatchObject({
      ...{ reserved: 2, match: { state: 'accepted' } },
      gone: [{ device: { id: gone }, code: 'not-in-pool' }],
    })
    const kept = await reservedFor(devices)
    expect(kept.filter((id) => id !== null)).toHaveLength(2)
    expect(kept[devices.toSorted().indexOf(gone)]).toBeNull()
  })

  it('a device is reserved by another order, and a need is withdrawn: both are named', async () => {
    const devices = await newDevices(world, owner, 2)
    const first = await begun(1)
    const second = await ordered([need()])
    await good('POST', `/orders/${second.id}/approval`, undefined, 'approver')
    const { id: matchId } = await good('POST', '/matches', {})
    await searchWith(matchId, async () => {
      await ordered([need({ deviceId: devices[0] })])
      await good('POST', `/orders/${first.orderId}/withdrawal`, { words: 'Behövs inte.' })
    })
    const refused = await good('POST', `/matches/${matchId}/acceptance`, { partly: false })
    expect(refused).toMatchObject({ reserved: 0, match: { state: 'done' } })
    const codes = (refused.gone as { code: string }[]).map((one) => one.code)
    expect(codes).toContain('need-state-forbids')
    expect(await reservedFor([devices[1]!])).toEqual([null])
  })

  it('what is searched for cannot be accepted yet', async () => {
    await newDevices(world, owner, 1)
    const { matchId } = await begun(1)
    const answer = await call('POST', `/matches/${matchId}/acceptance`, { partly: false })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'match-not-done'])
  })
})

describe('at the same instant', () => {
  it('a match is accepted and its device handed out: one of them gets it', async () => {
    for (let round = 0; round < 4; round++) {
      const [deviceId, other] = await newDevices(world, owner, 2)
      const { matchId } = await begun(2)
      await runMatch(world.database, owner.organisationId, matchId, world.now)
      const [accepted, given] = await Promise.all([
        good('POST', `/matches/${matchId}/acceptance`, { partly: false }),
        handOut(deviceId!),
      ])
      const handedOut = given.json().done === 1
      expect(accepted.reserved).toBe(handedOut ? 0 : 2)
      expect(accepted.gone.length).toBe(handedOut ? 1 : 0)
      if (!handedOut)
        expect(given.json().items[0], given.body).toMatchObject({ code: 'device-reserved' })
      expect((await reservedFor([deviceId!])).filter((id) => id !== null)).toHaveLength(
        handedOut ? 0 : 1,
      )
      if (handedOut) await good('POST', '/hand-outs', { items: [{ deviceId: other, holderId }] })
    }
  })

  it('a match is accepted twice: it reserves once', async () => {
    await newDevices(world, owner, 2)
    const { matchId } = await begun(2)
    await runMatch(world.database, owner.organisationId, matchId, world.now)
    const answers = await Promise.all(
      [1, 2, 3].map(() => call('POST', `/matches/${matchId}/acceptance`, { partly: false })),
    )
    const codes = answers.map((answer) => answer.statusCode)
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })
})
