import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { comeBackGraded, handOutTo, moveToPartner } from '../../../test/support/circle.ts'
import { createFromTemplate } from '../../../test/support/database.ts'
import { expectCounted } from '../../../test/support/tally.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { backup, restore } from '../../database/backup.ts'
import { connect } from '../../database/connect.ts'
import { handIn } from '../custody/actions/hand-in.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { countDevices } from './actions/list.ts'
import { foldTally, recountTally } from './store/tally.ts'

let world: World
let owner: Actor
beforeEach(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
})
afterEach(() => world.close())

const folder = await mkdtemp(join(tmpdir(), 'omlopp-tally-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const options = {
  productVersion: '0',
  migrations: { schema: 'database', name: 'migration', column: 'name' },
}
const fold = () => world.database.asSystem(foldTally)
const recount = () => world.database.asSystem(recountTally)
const count = async (who: Actor, query: Parameters<typeof countDevices>[1]['query']) =>
  value(await world.act(who, (ctx) => countDevices(ctx, { query })))

/** Owned by one, some of them at its partner, some out and some back. */
async function someDevices() {
  const partner = await newOrganisation(world, 'reusePartner')
  await newPartnership(world, owner, partner)
  const ids = await newDevices(world, owner, 9)
  await newDevices(world, owner, 3, { kind: 'monitor' })
  await handOutTo(world, owner, ids.slice(0, 7))
  await comeBackGraded(world, owner, ids.slice(0, 4))
  await moveToPartner(world, owner, partner, ids.slice(0, 2))
  return { partner, ids }
}

describe('the counts of devices', () => {
  it('are those of the list for every party, folded or not', async () => {
    const { partner } = await someDevices()
    const [before, ofPartner] = [await count(owner, {}), await count(partner, {})]
    expect(before.total).toBe(12)
    expect(ofPartner.total).toBe(2)
    expect(await expectCounted(world.database)).toBeGreaterThan(8)
    await fold()
    expect(await expectCounted(world.database)).toBeGreaterThan(8)
    expect(await count(owner, {})).toEqual(before)
    expect((await count(owner, { custodianId: owner.organisationId })).total).toBe(10)
    expect((await count(owner, { custodianId: partner.organisationId })).total).toBe(2)
    expect((await count(owner, { kind: 'monitor', dataState: ['notDataBearing'] })).total).toBe(3)
    const midnight = '2026-03-13T00:00:00.000Z'
    const since = { status: 'graded' as const, since: midnight }
    expect(await count(owner, since)).toEqual(await count(owner, { ...since, q: 'T14' }))
    expect((await count(owner, since)).total).toBe(4)
    expect(await recount()).toBe(0)
  })

  it('stand when many hand out and in at once and the sums are folded meanwhile', async () => {
    const ids = await newDevices(world, owner, 24)
    const holderId = await newPerson(world, owner.organisationId)
    const round = async (deviceId: string, n: number) => {
      for (let turn = 0; turn < 3; turn++) {
        const endsOn = `2026-0${1 + ((n + turn) % 6)}-15`
        value(
          await world.act(owner, (ctx) =>
            handOut(ctx, { body: { items: [{ deviceId, holderId, endsOn }] } }),
          ),
        )
        if (n % 3 === 0) await fold()
        value(
          await world.act(owner, (ctx) =>
            handIn(ctx, { body: { items: [{ deviceId, condition: 'good' }] } }),
          ),
        )
      }
    }
    await Promise.all(ids.map(round))
    await expectCounted(world.database)
    await fold()
    await expectCounted(world.database)
    expect(await recount()).toBe(0)
  })

  it('let a hand-out through while another of the same organisation is not yet committed', async () => {
    const [first, second] = await newDevices(world, owner, 2)
    const holderId = await newPerson(world, owner.organisationId)
    const out = (deviceId: string) => ({ body: { items: [{ deviceId, holderId }] } })
    await world.act(owner, async (ctx) => {
      const answer = await handOut(ctx, out(first!))
      // On a connection of its own, while this transaction holds all its locks.
      value(await world.act(owner, (other) => handOut(other, out(second!))))
      await fold()
      return answer
    })
    expect((await count(owner, { status: 'handedOut' })).total).toBe(2)
    await expectCounted(world.database)
  })

  it('of a step that is rolled back are not counted', async () => {
    const ids = await newDevices(world, owner, 2)
    await fold()
    await world
      .act(owner, async (ctx) => {
        const holderId = owner.personId
        value(await handOut(ctx, { body: { items: [{ deviceId: ids[0]!, holderId }] } }))
        throw new Error('cut off')
      })
      .catch(() => {})
    expect((await count(owner, {})).byStatus).toEqual([{ status: 'pool', count: 2 }])
    await expectCounted(world.database)
  })

  it('that have gone wrong are put right by counting anew', async () => {
    await someDevices()
    await fold()
    await world.database.pool.query(
      `UPDATE devices.tally SET count = count + 5 WHERE facet = 'standing'`,
    )
    await world.database.pool.query(`DELETE FROM devices.tally WHERE facet = 'since'`)
    expect(await recount()).toBeGreaterThan(2)
    await expectCounted(world.database)
    await fold()
    await expectCounted(world.database)
  })

  it('come back with a backup', async () => {
    await someDevices()
    const file = join(folder, 'counts.backup')
    expect(await backup(world.database.pool.options, file, options)).toMatchObject({ ok: true })
    const copy = await createFromTemplate(inject('server'), inject('template'))
    const restored = connect(copy.config)
    try {
      expect(await restore(copy.config, file, options)).toMatchObject({ ok: true })
      expect(await expectCounted(restored)).toBeGreaterThan(8)
      expect(await restored.asSystem(recountTally)).toBe(0)
    } finally {
      await restored.close()
      await copy.drop()
    }
  })
})
