import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { comeBackGraded, gradedDevices, handOutTo, step } from '../../test/support/circle.ts'
import {
  newOrganisation,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../test/support/world.ts'
import { listeners as tallies } from '../features/devices/jobs.ts'
import { getCircle, getFigures } from '../features/goals/actions.ts'
import { listeners as goals } from '../features/goals/jobs.ts'
import { listeners as climate } from '../features/climate/jobs.ts'
import { deliver } from './deliver.ts'
import { rebuild } from './rebuild.ts'

const listeners = [...tallies, ...goals, ...climate]

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
})
afterAll(() => world.close())

/** Transactions of other test files on the same server may hold entries back a moment. */
const allHeard = (work: () => Promise<unknown>) =>
  vi.waitFor(
    async () => {
      await work()
      const { rows } = await world.database.pool.query(
        `SELECT l.name FROM journal.listener l
         WHERE EXISTS (SELECT FROM journal.entry e WHERE (e.xact, e.position) > (l.xact, l.position))`,
      )
      expect(rows).toEqual([])
    },
    { timeout: 30_000, interval: 50 },
  )

const rollups = [
  'goals.flow',
  'goals.exposure',
  'goals.exposure_count',
  'climate.reuse_count',
  'climate.reuse',
]
const content = async () =>
  Promise.all(
    rollups.map(async (table) => {
      const { rows } = await world.database.pool.query<{ row: string }>(
        `SELECT t::text AS row FROM ${table} t ORDER BY 1`,
      )
      return [table, rows.map(({ row }) => row)]
    }),
  )
const figures = async () => ({
  circle: value(await world.act(owner, (ctx) => getCircle(ctx, { query: {} }))),
  figures: value(await world.act(owner, (ctx) => getFigures(ctx))),
})

describe('a rebuild from the whole journal', () => {
  it('gives the circle, the figures and the climate that were there', async () => {
    for (const kind of ['laptop', 'monitor', 'smartphone'] as const) {
      world.now = new Date(world.now.getTime() + 86_400_000 * 3)
      const ids = await gradedDevices(world, owner, 12, { kind })
      await step(world, owner, ids, {
        entry: { kind: 'disposition.outcomeDecided', content: { step: 'internalReuse' } },
        set: { status: 'pool' },
      })
      world.now = new Date(world.now.getTime() + 86_400_000 * 40)
      await handOutTo(world, owner, ids)
      world.now = new Date(world.now.getTime() + 5_400_000 * 40)
      await comeBackGraded(world, owner, ids.slice(0, 7))
    }
    await allHeard(async () => {
      for (const listener of listeners) await deliver(world.database, listener)
    })
    const [before, shown] = [await content(), await figures()]
    for (const [table, rows] of before) expect(rows!.length, String(table)).toBeGreaterThan(0)
    expect(shown.circle.needsMet.met).toBe(36)

    await allHeard(async () => {
      for (const listener of listeners)
        expect(await rebuild(world.database, listener)).not.toBeNull()
    })
    expect(await content()).toEqual(before)
    expect(await figures()).toEqual(shown)
  })

  it('leaves alone what cannot be taken back', async () => {
    const heard: string[] = []
    const told = {
      name: 'test.told',
      kinds: 'all' as const,
      hear: (_: unknown, entries: readonly { id: string }[]) =>
        Promise.resolve(void heard.push(...entries.map(({ id }) => id))),
    }
    await allHeard(() => deliver(world.database, told))
    const once = heard.length
    expect(once).toBeGreaterThan(0)
    expect(await rebuild(world.database, told)).toBeNull()
    await deliver(world.database, told)
    expect(heard).toHaveLength(once)
  })
})
