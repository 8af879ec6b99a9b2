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
import { hearAll } from '../../../test/support/heard.ts'
import { listeners as climate } from '../climate/jobs.ts'
import { handIn } from '../custody/actions/hand-in.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { lockDevices, takeSteps } from '../custody/actions/steps.ts'
import { decideOutcomes } from '../disposition/actions.ts'
import { changePerson, createPerson } from '../organisations/actions.ts'
import { listJoiners, listLeavers, saveNeedProfile } from './actions/comings.ts'
import { deliverNeeds } from './actions/deliver.ts'
import { keepInUse, keptUseOptions } from './actions/kept-use.ts'
import { approveOrder, withdrawOrder } from './actions/orders.ts'
import { listeners, settleAll } from './jobs.ts'

let world: World
let owner: Actor
let approver: Actor
let leaver: string
const unitId = () => ids.unit
const ids = { unit: '' }
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  owner = await newOrganisation(world)
  approver = { ...owner, personId: await newPerson(world, owner.organisationId, ['approver']) }
  leaver = await newPerson(world, owner.organisationId, ['holder'], { name: 'Lena Slutar' })
  ids.unit = await newUnit(world, owner.organisationId, 'Institutet')
})

const act: World['act'] = (who, work) => world.act(who, work)
const line = {
  ...{ kind: 'laptop' as const, leastMemoryGb: 8, leastStorageGb: null, leastScreenInches: null },
  ...{ osFamily: null, leastGrade: null },
}
const join = async (name: string, more: object = {}) =>
  value(
    await act(owner, (ctx) =>
      createPerson(ctx, { body: { name, unitId: unitId(), startsOn: '2026-04-01', ...more } }),
    ),
  ).id
const held = async (endsOn: string | null = '2028-01-31') => {
  const [deviceId] = await newDevices(world, owner, 1)
  value(
    await act(owner, (ctx) =>
      handOut(ctx, { body: { items: [{ deviceId: deviceId!, holderId: leaver, endsOn }] } }),
    ),
  )
  return deviceId!
}
const deviceRow = async (id: string) =>
  (
    await world.database.pool.query(
      `SELECT status, ends_on, reserved_for, life, data_state FROM devices.device WHERE id = $1`,
      [id],
    )
  ).rows[0] as Record<string, unknown>
const hear = () => hearAll(world.database, [...listeners, ...climate])
const leaves = async (leavesOn: string | null) => {
  value(
    await act(owner, (ctx) =>
      changePerson(ctx, { params: { personId: leaver }, body: { leavesOn } }),
    ),
  )
  await hear()
}

describe('a first day', () => {
  it('proposes what the profile says, less what is held or ordered', async () => {
    const profile = { name: 'Doktorand', lines: [line, { ...line, kind: 'monitor' as const }] }
    expect(await act(owner, (ctx) => saveNeedProfile(ctx, { body: profile }))).toMatchObject({
      code: 'need-contradicts',
      details: { field: 'body/lines/1/leastMemoryGb' },
    })
    const lines = [line, { ...line, kind: 'monitor' as const, leastMemoryGb: null }]
    value(await act(owner, (ctx) => saveNeedProfile(ctx, { body: { ...profile, lines } })))
    const personId = await join('Elsa Student', { profile: 'doktorand' })
    await join('Utan Profil')
    await join('Om Ett År', { profile: 'Doktorand', startsOn: '2027-04-01' })
    const lacks = async () =>
      value(await act(owner, (ctx) => listJoiners(ctx))).items.map((one) => [
        one.person.name,
        one.startsOn,
        one.needs.map(({ kind }) => kind).join(),
      ])
    expect(await lacks()).toEqual([['Elsa Student', '2026-04-01', 'laptop,monitor']])
    const [monitor] = await newDevices(world, owner, 1, { kind: 'monitor' })
    value(
      await act(owner, (ctx) =>
        handOut(ctx, { body: { items: [{ deviceId: monitor!, holderId: personId }] } }),
      ),
    )
    expect(await lacks()).toEqual([['Elsa Student', '2026-04-01', 'laptop']])
    value(
      await act(owner, (ctx) => saveNeedProfile(ctx, { body: { name: 'Doktorand', lines: [] } })),
    )
    expect(await lacks()).toEqual([])
  })

  it('comes before the last', async () => {
    expect(
      await act(owner, (ctx) =>
        changePerson(ctx, {
          params: { personId: leaver },
          body: { startsOn: '2026-05-01', leavesOn: '2026-04-30' },
        }),
      ),
    ).toMatchObject({ code: 'leaves-before-start' })
  })
})

describe('a last day', () => {
  it('opens the hand-in of what is held at once, and gives the planned day back to who stays', async () => {
    const deviceId = await held()
    await leaves('2026-04-30')
    expect(await deviceRow(deviceId)).toMatchObject({ status: 'handedOut', ends_on: '2026-04-30' })
    const { items } = value(await act(owner, (ctx) => listLeavers(ctx)))
    expect(items).toMatchObject([{ person: { name: 'Lena Slutar' }, device: { id: deviceId } }])
    await leaves('2026-06-30')
    expect(await deviceRow(deviceId)).toMatchObject({ ends_on: '2026-06-30' })
    await leaves(null)
    expect(await deviceRow(deviceId)).toMatchObject({ ends_on: '2028-01-31' })
    expect(value(await act(owner, (ctx) => listLeavers(ctx))).items).toEqual([])
  })

  it('counts each night for what has been handed out since', async () => {
    await leaves('2026-04-30')
    const late = await held(null)
    const short = await held('2026-03-31')
    await settleAll(world.database, owner.organisationId, world.now)
    await settleAll(world.database, owner.organisationId, world.now)
    expect(await deviceRow(late)).toMatchObject({ ends_on: '2026-04-30' })
    expect(await deviceRow(short)).toMatchObject({ ends_on: '2026-03-31' })
  })
})

describe('kept use', () => {
  const keep = (deviceId: string, holderId: string, coding = { konto: '6460' }) =>
    act(owner, (ctx) =>
      keepInUse(ctx, {
        params: { deviceId },
        body: { holderId, condition: 'good', placeId: null, neededFromOn: '2026-04-01', coding },
      }),
    )
  const options = async (deviceId: string) =>
    value(await act(owner, (ctx) => keptUseOptions(ctx, { params: { deviceId } })))

  it('is promised to the next, erased first, handed out by the need, and a second life', async () => {
    value(
      await act(owner, (ctx) =>
        saveNeedProfile(ctx, { body: { name: 'Doktorand', lines: [line] } }),
      ),
    )
    const student = await join('Elsa Student', { profile: 'Doktorand' })
    const deviceId = await held()
    expect(await options(deviceId)).toMatchObject({
      erasedFirst: true,
      promised: null,
      holder: { name: 'Lena Slutar' },
      candidates: [{ person: { name: 'Elsa Student' }, because: 'joiner' }],
    })
    const made = value(await keep(deviceId, student))
    expect(await deviceRow(deviceId)).toMatchObject({
      ...{ status: 'handedIn', data_state: 'holdsData', reserved_for: made.needId, ends_on: null },
    })
    expect((await options(deviceId)).promised).toMatchObject({
      number: made.number,
      holder: { name: 'Elsa Student' },
    })
    const approved = await act(approver, (ctx) =>
      approveOrder(ctx, { params: { orderId: made.orderId } }),
    )
    expect(approved.ok).toBe(true)
    const give = () =>
      act(owner, (ctx) =>
        deliverNeeds(ctx, { params: { orderId: made.orderId }, body: { needIds: [made.needId] } }),
      )
    // Law 2: a promise is no way past the erasure.
    expect(await give()).toMatchObject({ ok: false, code: 'status-forbids' })
    value(
      await act(owner, async (ctx) => {
        const devices = await lockDevices(ctx, [deviceId])
        const set = { status: 'graded', grade: 'B', dataState: 'erased' } as const
        const entry = { kind: 'erasure.erased', content: {} }
        await takeSteps(
          ctx,
          [...devices.values()].map((device) => ({ device, entry, set })),
        )
        return { ok: true, value: null }
      }),
    )
    const decide = (step: 'resale' | 'internalReuse') =>
      act(owner, (ctx) => decideOutcomes(ctx, { body: { items: [{ deviceId, step }] } }))
    expect(value(await decide('resale'))).toMatchObject({
      items: [{ done: false, code: 'device-reserved' }],
    })
    expect(value(await decide('internalReuse'))).toMatchObject({ done: 1 })
    expect(await deviceRow(deviceId)).toMatchObject({ status: 'pool', reserved_for: made.needId })
    expect(value(await give()).state).toBe('delivered')
    expect(await deviceRow(deviceId)).toMatchObject({ status: 'handedOut', life: 2 })
    await hear()
    const { rows } = await world.database.pool.query(
      'SELECT count(*)::int AS lives FROM climate.reuse WHERE device_id = $1',
      [deviceId],
    )
    expect(rows).toEqual([{ lives: 1 }])
  })

  it('meets the need that waits already, and lets go when the order is withdrawn', async () => {
    const student = await join('Elsa Student')
    const first = value(await keep(await held(), student))
    value(
      await act(owner, (ctx) =>
        withdrawOrder(ctx, { params: { orderId: first.orderId }, body: { words: null } }),
      ),
    )
    const again = await held()
    const second = value(await keep(again, student))
    expect(second.orderId).not.toBe(first.orderId)
    expect(await deviceRow(again)).toMatchObject({ reserved_for: second.needId })
  })

  it('is refused for who has it, for what is not out, and without a coding string', async () => {
    const student = await join('Elsa Student')
    const deviceId = await held()
    expect(await keep(deviceId, leaver)).toMatchObject({ code: 'same-holder' })
    expect(await keep(deviceId, crypto.randomUUID())).toMatchObject({ code: 'person-not-found' })
    const coding = {} as { konto: string }
    expect(await keep(deviceId, student, coding)).toMatchObject({
      code: 'coding-missing',
      details: { part: 'konto' },
    })
    expect(await deviceRow(deviceId)).toMatchObject({ status: 'handedOut', reserved_for: null })
    value(
      await act(owner, (ctx) =>
        handIn(ctx, { body: { items: [{ deviceId, condition: 'good' }] } }),
      ),
    )
    expect(await keep(deviceId, student)).toMatchObject({ code: 'status-forbids' })
    const [fresh] = await newDevices(world, owner, 1)
    expect(await keep(fresh!, student)).toMatchObject({ code: 'status-forbids' })
  })
})
