import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newWorld,
  type Actor,
  type World,
} from '../../test/support/world.ts'
import { hearAll } from '../../test/support/heard.ts'
import { deliver, inTurns, type HeardEntry, type Listener, type SharedReading } from './deliver.ts'

let world: World
let owner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
})
afterAll(() => world.close())

const recorder = (name: string, heard: HeardEntry[]): Listener => ({
  name,
  kinds: 'all',
  hear: async (_ctx, entries) => void heard.push(...entries),
})

describe('delivery', () => {
  it('hears every entry once and in order, also where transaction numbers grow by a digit', async () => {
    const heard: HeardEntry[] = []
    const next = async () =>
      Number(
        (await world.database.pool.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id'))
          .rows[0]!.id,
      )
    // Enough transactions that the number passes a power of ten in the middle of the entries.
    const first = await next()
    const edge = 10 ** String(first).length
    for (let id = first; id < edge - 20 && edge < 20_000; id = await next());
    for (let i = 0; i < 40; i++) await newDevices(world, owner, 15)
    await hearAll(world.database, [recorder('test.order', heard)])
    const { rows } = await world.database.pool.query<{ id: string }>(
      'SELECT id FROM journal.entry ORDER BY xact, position',
    )
    expect(heard.map((entry) => entry.id)).toEqual(rows.map((row) => row.id))
    expect(heard.length).toBeGreaterThan(500)
  })

  it('begins where it stopped, and a failing listener loses nothing', async () => {
    const heard: HeardEntry[] = []
    const listener = recorder('test.resume', heard)
    await hearAll(world.database, [listener])
    const before = heard.length
    await newDevices(world, owner, 3)
    const failing: Listener = {
      ...listener,
      hear: async () => {
        throw new Error('out of order')
      },
    }
    // Transactions of other test files on the same server may hold the entries back a moment.
    const soon = { timeout: 20_000, interval: 50 }
    await vi.waitFor(
      () => expect(deliver(world.database, failing)).rejects.toThrow('out of order'),
      soon,
    )
    await vi.waitFor(async () => {
      await deliver(world.database, listener)
      expect(heard.length).toBe(before + 3)
    }, soon)
  })
})

describe('a listener', () => {
  it('is told the last entry of each organisation and no body when it only needs to know', async () => {
    const heard: HeardEntry[] = []
    await newDevices(world, owner, 3)
    const other = await newOrganisation(world)
    await newDevices(world, other, 2)
    const knows: Listener = { ...recorder('test.knows', heard), withoutBodies: true }
    await vi.waitFor(
      async () => {
        await deliver(world.database, knows, { batch: 5000 })
        expect(new Set(heard.map((one) => one.organisationId))).toContain(other.organisationId)
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(heard.every(({ body }) => body === '')).toBe(true)
    const { rows } = await world.database.pool.query<{ entries: number }>(
      'SELECT count(*)::integer AS entries FROM journal.entry',
    )
    expect(heard.length).toBeLessThan(rows[0]!.entries)
  })

  it('hears only the kinds it wants, and takes the others as heard', async () => {
    const heard: HeardEntry[] = []
    const wants: Listener = { ...recorder('test.wants', heard), kinds: ['test.never'] }
    await newDevices(world, owner, 2)
    await vi.waitFor(
      async () => {
        await deliver(world.database, wants)
        const { rows } = await world.database.pool.query(
          `SELECT FROM journal.listener l WHERE l.name = 'test.wants' AND (l.xact, l.position) >=
             (SELECT e.xact, e.position FROM journal.entry e ORDER BY e.xact DESC, e.position DESC LIMIT 1)`,
        )
        expect(rows).toHaveLength(1)
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(heard).toEqual([])
  })

  it('hears of another’s reading the same as of its own, and the next time what has come since', async () => {
    const first: HeardEntry[] = []
    const all: HeardEntry[] = []
    const some: HeardEntry[] = []
    const last: HeardEntry[] = []
    const shared: SharedReading = new Map()
    const hear = (listener: Listener) => deliver(world.database, listener, { batch: 5000, shared })
    // Nothing of another file's holds back what was written until now.
    await hearAll(world.database, [recorder('test.before', [])])
    await hear(recorder('test.first', first))
    await newDevices(world, owner, 2)
    const behind = recorder('test.all', all)
    await hear(behind)
    await hear({ ...recorder('test.some', some), kinds: ['devices.registered'] })
    await hear({ ...recorder('test.last', last), withoutBodies: true })
    expect(first.length).toBeGreaterThan(500)
    expect(all).toEqual(first)
    expect(some).toEqual(first.filter(({ kind }) => kind === 'devices.registered'))
    const ends = new Map(first.map((one) => [one.organisationId, one.id]))
    expect(last.map(({ organisationId, id }) => [organisationId, id])).toEqual([...ends])
    expect(last.every(({ body }) => body === '')).toBe(true)
    await hearAll(world.database, [behind])
    expect(all.length).toBeGreaterThanOrEqual(first.length + 2)
  })
})

describe('what one batch holds', () => {
  const entry = (organisationId: string, subjectId: string) => ({ organisationId, subjectId })
  it('is heard by organisation, and for each device in the order it happened', () => {
    const [a, b, c, d, e] = [
      entry('owner', '1'),
      entry('partner', '2'),
      entry('owner', '3'),
      entry('owner', '2'),
      entry('partner', '1'),
    ]
    expect(inTurns([a, b, c, d, e])).toEqual([[a, c], [b, e], [d]])
  })
})
