// EPCIS over the API, and of every journal that random play leaves.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { epcisFaults, officialFaults } from '../../../test/support/epcis.ts'
import { attempt, newPlay } from '../../../test/support/play.ts'
import type { Play } from '../../../test/support/play/state.ts'
import { oneTry, opening } from '../../../test/support/tries.ts'
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
import { handOut } from '../custody/actions/hand-out.ts'
import { collectionEpcis, deviceEpcis, periodEpcis } from './actions/epcis.ts'
import type { EpcisDocument } from './rules/epcis/document.ts'
import type { EpcisEvent } from './rules/epcis/vocabulary.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

interface Asked {
  readonly status: number
  readonly type: string
  readonly body: string
}
async function get(who: Actor, path: string): Promise<Asked> {
  const app = await world.app()
  const token = await newToken(world, who.organisationId, ['technician'])
  const answer = await app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
  })
  const type = String(answer.headers['content-type'])
  return { status: answer.statusCode, type, body: answer.body }
}
const code = ({ body }: Asked) => (JSON.parse(body) as { code: string }).code

describe('EPCIS over the API', () => {
  it('tells of a device what has happened, to those who share it', async () => {
    const owner = await newOrganisation(world)
    const holderId = await newPerson(world, owner.organisationId, ['holder'], { name: 'Siri Öst' })
    const [deviceId] = await newDevices(world, owner, 1)
    value(
      await world.act(owner, (ctx) =>
        handOut(ctx, { body: { items: [{ deviceId: deviceId!, holderId }] } }),
      ),
    )
    const said = await get(owner, `/devices/${deviceId}/epcis`)
    expect([said.status, said.type]).toEqual([200, 'application/ld+json'])
    const document = JSON.parse(said.body) as EpcisDocument
    expect(document.epcisBody.eventList.map((event) => event.bizStep.split('/').at(-1))).toEqual([
      'commissioning',
      'assigning',
    ])
    expect(said.body).not.toContain('Siri')
    expect(said.body).not.toContain(holderId)
    const stranger = await newOrganisation(world)
    expect(code(await get(stranger, `/devices/${deviceId}/epcis`))).toBe('device-not-found')
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(code(await get(owner, `/collections/${nobody}/epcis`))).toBe('collection-not-found')
  })

  it('tells a period page by page, each event once', async () => {
    const owner = await newOrganisation(world)
    await newDevices(world, owner, 7)
    const events: EpcisEvent[] = []
    let next: string | null = ''
    for (let pages = 0; next !== null; pages++) {
      expect(pages).toBeLessThan(5)
      const query: string = `from=2026-03-12&to=2026-03-12&limit=3${next && `&cursor=${encodeURIComponent(next)}`}`
      const page = JSON.parse((await get(owner, `/epcis?${query}`)).body) as {
        document: EpcisDocument
        next: string | null
      }
      expect(epcisFaults(page.document)).toEqual([])
      events.push(...page.document.epcisBody.eventList)
      next = page.next
    }
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(7)
    expect(events).toHaveLength(7)
    const before = await get(owner, '/epcis?from=2026-03-11&to=2026-03-11')
    expect(
      (JSON.parse(before.body) as { document: EpcisDocument }).document.epcisBody.eventList,
    ).toEqual([])
  })

  it.each([
    ['from=2026-02-30&to=2026-03-01', 'day-not-valid'],
    ['from=2026-03-02&to=2026-03-01', 'period-backwards'],
    ['from=2026-03-01&to=2026-03-02&cursor=nonsense', 'cursor-unknown'],
    ['from=2026-03-01&to=2026-03-02&cursor=%5B%22a%22%2C%22b%22%5D', 'cursor-unknown'],
  ])('refuses the period %s: %s', async (query, want) => {
    expect(code(await get(await newOrganisation(world), `/epcis?${query}`))).toBe(want)
  })
})

describe('whatever people do', () => {
  const RUNS = Number(process.env['OMLOPP_RUNS'] ?? 4)
  const steps = new Map<string, number>()

  it('its journal is valid EPCIS, with no word of a person in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oneTry, { minLength: 60, maxLength: 60 }), async (tries) => {
        world.now = new Date()
        const play = await newPlay(world)
        for (const one of [...opening, ...tries]) await attempt(play, one)
        for (const player of play.players) await holds(play, player)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    console.log([...steps].map(([name, count]) => `${name} ${count}`).join(', '))
    // What play always comes to; the rest by chance.
    for (const step of ['commissioning', 'shipping']) expect(steps.has(step)).toBe(true)
  }, 300_000)

  async function holds(play: Play, player: Play['players'][number]) {
    const people = await peopleOf()
    const check = (document: EpcisDocument) => {
      expect(epcisFaults(document)).toEqual([])
      expect(officialFaults?.(document) ?? []).toEqual([])
      const text = JSON.stringify(document)
      for (const word of [...play.private, ...people]) expect(text).not.toContain(word)
      for (const { bizStep } of document.epcisBody.eventList) {
        const name = bizStep.split('/').at(-1)!
        steps.set(name, (steps.get(name) ?? 0) + 1)
      }
    }
    for (const deviceId of play.devices) {
      const file = await world.act(player, (ctx) => deviceEpcis(ctx, { params: { deviceId } }))
      if (file.ok)
        check(JSON.parse(new TextDecoder().decode(file.value.bytes as Uint8Array)) as EpcisDocument)
    }
    for (const collectionId of play.collections) {
      const params = { collectionId }
      const file = await world.act(player, (ctx) => collectionEpcis(ctx, { params }))
      if (file.ok)
        check(JSON.parse(new TextDecoder().decode(file.value.bytes as Uint8Array)) as EpcisDocument)
    }
    const day = (offset: number) =>
      new Date(world.now.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
    const query = { from: day(-30), to: day(1), limit: 2000 }
    check(value(await world.act(player, (ctx) => periodEpcis(ctx, { query }))).document)
  }

  const peopleOf = async (): Promise<string[]> => {
    const { rows } = await world.database.pool.query<{ id: string }>(
      'SELECT id FROM organisations.person',
    )
    return rows.map(({ id }) => id)
  }
})
