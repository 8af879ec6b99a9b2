import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newWorld,
  laptop,
  value,
  type Actor,
  type World,
} from '../../../../test/support/world.ts'
import { registerDevices } from '../../custody/actions/register.ts'
import { countDevices, listDevices } from '../actions/list.ts'

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  // More than a walk looks at, so that what lies last is found by other means.
  for (let first = 0; first < 1700; first += 850)
    await register(
      Array.from({ length: 850 }, (_, n) => ({
        assetTag: `EX-${String(first + n).padStart(4, '0')}`,
      })),
    )
  await register([
    { assetTag: 'ZZ-1', model: 'Latitude 5430', maker: 'Dell', serialNumber: 'AB-3K9L-77' },
    { assetTag: 'ZZ-2', model: '100% EX-1 _', maker: 'Dell' },
  ])
})
afterAll(() => world.close())

async function register(facts: Parameters<typeof laptop>[1][]) {
  const refused = await world.act(owner, async (ctx) => {
    const clash = await registerDevices(
      ctx,
      facts.map((one) => laptop(world, one)),
    )
    return clash ?? { ok: true, value: null }
  })
  value(refused)
}

const search = async (q: string, more: { cursor?: string; limit?: number } = {}, who = owner) =>
  value(await world.act(who, (ctx) => listDevices(ctx, { query: { q, limit: 20, ...more } })))
const tags = async (q: string, who = owner) =>
  (await search(q, {}, who)).items.map((item) => item.assetTag)

describe('a search', () => {
  it.each([
    ['part of a serial number', '3k9l', ['ZZ-1']],
    ['a serial number as its key', 'ab3k9l', ['ZZ-1']],
    ['several words, each anywhere', 'dell 3k9', ['ZZ-1']],
    ['two letters that begin a maker', 'de', ['ZZ-1', 'ZZ-2']],
    ['two letters that stand inside a word alone', 'ti', []],
    ['a sign that is a pattern elsewhere', '100%', ['ZZ-2']],
    ['a word that nothing holds', 'nosuchword', []],
    ['a short word and a long', 'zz latitude', ['ZZ-1']],
  ])('finds %s', async (_, q, found) => {
    expect(await tags(q)).toEqual(found)
  })

  it('finds a common word page by page, each device once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await search('thinkpad', { limit: 200, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((item) => item.id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(1700)
    expect(seen.length).toBe(1700)
  })

  it('finds a series of numbers by its beginning', async () => {
    const first = await search('ex-1')
    expect(first.items[0]!.assetTag).toBe('EX-1000')
    // Fewer than make a series, so that the model with these signs in it is found too.
    const counted = value(
      await world.act(owner, (ctx) => countDevices(ctx, { query: { q: 'ex-1' } })),
    )
    expect(counted.total).toBe(701)
    // All tags begin so: now it is a series, and the model is no part of it.
    const all = value(await world.act(owner, (ctx) => countDevices(ctx, { query: { q: 'ex-' } })))
    expect(all.total).toBe(1700)
  })

  it('counts what it lists', async () => {
    const count = await world.act(owner, (ctx) => countDevices(ctx, { query: { q: '3k9l' } }))
    expect(value(count)).toMatchObject({ total: 1 })
  })

  it('finds nothing of another organisation', async () => {
    const stranger = await newOrganisation(world)
    await newDevices(world, stranger, 1)
    expect(await tags('3k9l', stranger)).toEqual([])
    expect(await tags('thinkpad', stranger)).toHaveLength(1)
  })
})
