import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  comeBackGraded,
  gradedDevices,
  handOutTo,
  moveToPartner,
} from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import {
  newDevices,
  newIdAt,
  newOrganisation,
  newPartnership,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import type { DeviceKind } from '../devices/rules/kinds.ts'
import { decideOutcomes } from '../disposition/actions.ts'
import type { OutcomeStep } from '../disposition/rules/hierarchy.ts'
import { listeners } from './jobs.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const [listener] = listeners
const hear = () => hearAll(world.database, [listener!])

/** As if the listener had never heard anything. */
const forget = () =>
  world.database.asSystem((tx) =>
    tx.run(`UPDATE journal.listener SET xact = '0', position = 0 WHERE name = $1`, [
      listener!.name,
    ]),
  )

const tokens = new Map<string, string>()
async function get(url: string, who: Actor) {
  const token =
    tokens.get(who.organisationId) ?? (await newToken(world, who.organisationId, ['coordinator']))
  tokens.set(who.organisationId, token)
  return (await world.app()).inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${token}` },
  })
}
const summary = async (who: Actor, query = '') => {
  const answer = await get(`/climate/summary${query}`, who)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function decide(who: Actor, ids: readonly string[], step: OutcomeStep) {
  const answer = value(
    await world.act(who, (ctx) =>
      decideOutcomes(ctx, {
        body: {
          items: ids.map((deviceId) => ({
            deviceId,
            step,
            ...(step === 'internalReuse' ? {} : { reason: 'ownerPolicy' as const }),
            receiptNumber: 'K-1',
          })),
        },
      }),
    ),
  )
  return answer
}

describe('the climate of second lives', () => {
  it('of a small municipality adds up to the diploma, and the same when heard twice', async () => {
    const owner = await newOrganisation(world)
    const kinds: [DeviceKind, number][] = [
      ['desktop', 4],
      ['laptop', 9],
      ['monitor', 5],
      ['smartphone', 2],
      ['accessory', 3],
    ]
    for (const [kind, count] of kinds) {
      const ids = await gradedDevices(world, owner, count, { kind })
      await hear()
      expect(
        (await summary(owner)).categories.map((each: { category: string }) => each.category),
      ).not.toContain(kind)
      expect((await decide(owner, ids, 'resale')).done).toBe(count)
    }
    await hear()
    const once = await summary(owner)
    expect(once).toMatchObject({
      count: 23,
      withoutFactor: 3,
      method: 'omlopp-impact/1',
      profiles: { legacy: { kg: 4 * 109 + 9 * 69 + 5 * 41 + 2 * 27, notCounted: 3 } },
    })
    // What steers the figure is told apart, and together it is the interval.
    const { net, low, high, sensitivity } = once.profiles.own
    const reach = (end: 'plusKg' | 'minusKg') =>
      Math.hypot(...sensitivity.map((each: Record<typeof end, number>) => each[end]))
    expect(sensitivity.length).toBeGreaterThan(5)
    expect([net - low, high - net]).toEqual([
      expect.closeTo(reach('minusKg'), 6),
      expect.closeTo(reach('plusKg'), 6),
    ])
    expect(once.byDisplacement).toEqual([{ displacement: 'market', count: 23 }])
    const { own } = once.profiles
    expect(own.low).toBeLessThan(own.net)
    expect(own.supplier + own.buyer).toBeCloseTo(own.net, 9)
    expect(once.profiles.ivlComparable.kg).toBeGreaterThan(own.net)
    expect(once.notices).toHaveLength(1)
    await forget()
    await hear()
    expect(await summary(owner)).toEqual(once)
    expect((await summary(owner, '?to=2026-03-11')).count).toBe(0)
    for (const period of ['from=2026-03-12&to=2026-03-12', 'from=2026-03-01&to=2026-03-31'])
      expect((await summary(owner, `?${period}`)).count).toBe(23)
    expect((await get('/climate/summary?to=2026-02-31', owner)).json().code).toBe('day-not-valid')
    expect((await summary(owner, '?from=2026-03-13&to=2026-04-30')).count).toBe(0)
    expect((await summary(owner, '?from=2026-02-10&to=2026-04-10')).count).toBe(23)
    expect((await summary(await newOrganisation(world))).count).toBe(0)
  })

  it('counts a hand-out out of the pool once for each life, and never a return or a grading', async () => {
    const owner = await newOrganisation(world)
    const unitId = newIdAt(world.now)
    await world.database.asSystem((tx) =>
      tx.run(
        `INSERT INTO organisations.unit (id, organisation_id, kind, name)
         VALUES ($1, $2, 'unit', 'Skolan')`,
        [unitId, owner.organisationId],
      ),
    )
    const ids = await gradedDevices(world, owner, 2, { kind: 'monitor' })
    await decide(owner, ids, 'internalReuse')
    await hear()
    expect((await summary(owner)).count).toBe(0)
    value(
      await world.act(owner, (ctx) =>
        handOut(ctx, { body: { items: ids.map((deviceId) => ({ deviceId, unitId })) } }),
      ),
    )
    await hear()
    const second = await summary(owner)
    expect(second.categories).toMatchObject([{ category: 'monitor', count: 2, redeployed: 2 }])
    expect((await summary(owner, `?unitId=${unitId}`)).count).toBe(2)
    await comeBackGraded(world, owner, ids)
    await decide(owner, ids, 'internalReuse')
    await handOutTo(world, owner, [ids[0]!])
    await hear()
    expect((await summary(owner)).count).toBe(3)
    expect((await summary(owner, `?unitId=${unitId}`)).count).toBe(2)
    const device = await get(`/devices/${ids[0]}/climate`, owner)
    expect(device.statusCode, device.body).toBe(200)
    expect(device.json()).toMatchObject({
      why: null,
      lives: [
        { life: 2, kind: 'redeployed', displacement: 'unknown' },
        { life: 3, kind: 'redeployed' },
      ],
    })
    const [life] = device.json().lives
    const reach = life.sensitivity.map((each: { plusKg: number; minusKg: number }) =>
      Math.max(each.plusKg, each.minusKg),
    )
    expect(life.sensitivity[0].driver).toBe(life.driver)
    expect(reach).toEqual(reach.toSorted((a: number, b: number) => b - a))
    expect((await get(`/climate/summary?unitId=${newIdAt(world.now)}`, owner)).json().code).toBe(
      'unit-not-found',
    )
  })

  it('counts nothing for a new device that was only graded in the pool', async () => {
    const owner = await newOrganisation(world)
    const ids = await newDevices(world, owner, 1, { kind: 'monitor' })
    const laptops = await newDevices(world, owner, 1, { grade: 'A', life: 2 })
    await world.database.asSystem((tx) =>
      tx.run(`UPDATE devices.device SET grade = 'A' WHERE id = ANY ($1)`, [ids]),
    )
    await handOutTo(world, owner, [...ids, ...laptops])
    await hear()
    expect((await summary(owner)).count).toBe(0)
    const device = await get(`/devices/${ids[0]}/climate`, owner)
    expect(device.json()).toMatchObject({ lives: [], why: { code: 'notYet' } })
    expect(device.json().why.title).toMatch(/^Räknas när/)
  })

  it('credits the owner for what its partner sold, and shows the partner the device', async () => {
    const owner = await newOrganisation(world)
    const partner = await newOrganisation(world, 'reusePartner')
    await newPartnership(world, owner, partner)
    const unitId = newIdAt(world.now)
    await world.database.asSystem((tx) =>
      tx.run(
        `INSERT INTO organisations.unit (id, organisation_id, kind, name)
         VALUES ($1, $2, 'unit', 'Biblioteket')`,
        [unitId, owner.organisationId],
      ),
    )
    const ids = await newDevices(world, owner, 2)
    const holderId = await newPerson(world, owner.organisationId)
    value(
      await world.act(owner, (ctx) =>
        handOut(ctx, { body: { items: ids.map((deviceId) => ({ deviceId, holderId, unitId })) } }),
      ),
    )
    await comeBackGraded(world, owner, ids)
    await moveToPartner(world, owner, partner, ids)
    await hear()
    expect((await summary(owner)).count).toBe(0)
    const [sold, broken] = ids as [string, string]
    expect((await decide(partner, [sold], 'resale')).done).toBe(1)
    expect((await decide(partner, [sold], 'resale')).items[0]!.code).toBe('status-forbids')
    const before = (await decide(partner, [broken], 'recycling')).done
    expect(before).toBe(1)
    await hear()
    expect(await summary(owner)).toMatchObject({ count: 1, failed: 1 })
    expect((await summary(owner, `?unitId=${unitId}`)).count).toBe(1)
    expect((await summary(partner)).count).toBe(0)
    expect((await get(`/devices/${sold}/climate`, partner)).json().lives).toHaveLength(1)
    expect((await get(`/devices/${broken}/climate`, owner)).json().why.code).toBe('gotNoUser')
    const stranger = await newOrganisation(world)
    expect((await get(`/devices/${sold}/climate`, stranger)).statusCode).toBe(404)
  })
})
