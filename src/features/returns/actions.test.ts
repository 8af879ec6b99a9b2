import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { returnsOf, scansOf } from '../../../test/support/returns.ts'
import {
  laptop,
  newDevices,
  newOrganisation,
  newPartnership,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { Result } from '../../core/result.ts'
import type { ActionContext } from '../../database/context.ts'
import type { Tx } from '../../database/tx.ts'
import { packByCodes } from './actions/pack.ts'
import { closeReceiving, scanCollection } from './actions/receive.ts'
import { sendCollection } from './actions/send.ts'
import { registerDevices } from '../custody/actions/register.ts'
import { reportFound, reportLost } from '../custody/actions/hand-in.ts'

let world: World
let owner: Actor
let partner: Actor
let go: ReturnType<typeof returnsOf>
beforeAll(async () => {
  world = await newWorld()
  go = returnsOf(world)
  owner = await newOrganisation(world)
  partner = await newOrganisation(world, 'reusePartner')
  await newPartnership(world, owner, partner)
})
afterAll(() => world.close())

interface Present {
  status: string
  partnerId: string | null
  kind: string
  organisationId: string | null
  serialNumber: string
  partyIds: string[]
}
const present = (ids: readonly string[]) =>
  world.database.asSystem(async (tx) => {
    const rows = await tx.rows<Present & { id: string }>(
      `SELECT d.id, d.status, d.partner_id AS "partnerId", c.account_kind AS kind,
         c.organisation_id AS "organisationId", d.serial_number AS "serialNumber",
         c.party_ids AS "partyIds"
       FROM devices.device d JOIN custody.present c ON c.device_id = d.id WHERE d.id = ANY ($1)`,
      [ids],
    )
    return ids.map((id) => rows.find((row) => row.id === id)!)
  })

/** A collection that has been sent, with the serial numbers of its devices. */
async function sent(count: number, from = owner, to = partner) {
  const devices = await newDevices(world, from, count, { unused: false })
  const id = await go.begin(from, to)
  value(await go.pack(from, id, devices))
  value(await go.send(from, id))
  const serials = (await present(devices)).map((device) => device.serialNumber)
  return { id, devices, serials }
}

const outcomes = async (who: Actor, id: string, codes: string[]) =>
  value(await go.scan(who, id, scansOf(codes))).items.map((item) => item.outcome)

describe('a collection', () => {
  it('is packed, sent, counted, and closed when everything has come', async () => {
    const { id, devices, serials } = await sent(3)
    expect(await present(devices)).toEqual(
      Array(3).fill(
        expect.objectContaining({
          ...{ status: 'sent', kind: 'transit', organisationId: owner.organisationId },
          partnerId: partner.organisationId,
        }),
      ),
    )
    const lower = serials[0]!.toLowerCase()
    const dashed = `${serials[1]!.slice(0, 2)}_${serials[1]!.slice(2)}`
    expect(await outcomes(partner, id, [lower, dashed, serials[2]!, serials[2]!])).toEqual([
      ...['match', 'match', 'match', 'already'],
    ])
    expect((await present(devices))[0]).toMatchObject({
      ...{ status: 'received', kind: 'depot', organisationId: partner.organisationId },
    })
    const closed = value(await go.close(partner, id))
    expect(closed).toMatchObject({ state: 'closed', done: true })
    expect(closed.counts).toMatchObject({ total: 3, received: 3, missing: 0, openDiscrepancies: 0 })
    expect(await go.close(partner, id)).toMatchObject({ code: 'receiving-closed' })
  })

  it('is hidden from the receiver until it is sent, and again when it is taken back', async () => {
    const devices = await newDevices(world, owner, 2)
    const id = await go.begin(owner, partner)
    value(await go.pack(owner, id, devices))
    const sees = async () => [
      (await go.get(partner, id)).ok,
      value(await go.get(owner, id)).state,
      (await go.scan(partner, id, scansOf(['X']))).ok,
    ]
    const before = await present(devices)
    expect((await go.get(partner, id)).ok).toBe(false)
    value(await go.send(owner, id))
    expect((await go.get(partner, id)).ok).toBe(true)
    value(await go.takeBack(owner, id))
    expect(await present(devices)).toEqual(before)
    expect(await sees()).toEqual([false, 'packing', false])
    value(await go.send(owner, id))
    expect(await sees()).toEqual([true, 'sent', true])
    expect(await go.takeBack(owner, id)).toMatchObject({ code: 'receiving-begun' })
  })

  it('answers for each device that is packed, and keeps a device in one place', async () => {
    const [mine] = await newDevices(world, owner, 1)
    const [theirs] = await newDevices(world, partner, 1)
    const [first, second] = [await go.begin(owner, partner), await go.begin(owner, partner)]
    value(await go.pack(owner, first, [mine!]))
    expect(await go.send(owner, second)).toMatchObject({ code: 'collection-empty' })
    const codes = async (id: string) =>
      value(await go.pack(owner, id, [mine!, theirs!])).items.map((item) => item.code)
    expect(await codes(first)).toEqual(['already-packed', 'device-not-found'])
    expect(await codes(second)).toEqual(['packed-elsewhere', 'device-not-found'])
    value(await go.unpack(owner, first, [mine!]))
    expect(await codes(second)).toEqual([null, 'device-not-found'])
  })

  it('is packed by scans that count once however often they are sent', async () => {
    const devices = await newDevices(world, owner, 2)
    const serials = (await present(devices)).map((device) => device.serialNumber)
    const id = await go.begin(owner, partner)
    const scans = scansOf([...serials, serials[0]!, 'NO-SUCH-9', 'https://x.se/d/%'])
    const first = value(await go.packScans(owner, id, scans))
    expect(first.items.map((item) => item.outcome)).toEqual([
      ...['packed', 'packed', 'already', 'unknown', 'unknown'],
    ])
    expect(first.items[3]).toMatchObject({ code: 'NO-SUCH-9', refusal: 'code-unknown' })
    const again = value(await go.packScans(owner, id, scans))
    expect(again.items.map((item) => item.outcome)).toEqual(first.items.map((item) => item.outcome))
    expect(again.items.every((item) => item.repeated)).toBe(true)
    expect(again.counts.total).toBe(2)
  })

  it('loses no scan of a scanner whose clock is broken', async () => {
    const { id, serials } = await sent(1)
    const scans = scansOf(serials).map((scan) => ({ ...scan, at: '2026-13-45Tnoon' }))
    expect(value(await go.scan(partner, id, scans)).items[0]).toMatchObject({ outcome: 'match' })
  })

  it('is not sent with a device that has left the depot since', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const id = await go.begin(owner, partner)
    value(await go.pack(owner, id, [deviceId!]))
    value(
      await world.act(owner, (ctx) =>
        reportLost(ctx, { params: { deviceId: deviceId! }, body: { as: 'missing' } }),
      ),
    )
    expect(await go.send(owner, id)).toMatchObject({ code: 'device-unready' })
  })

  it('keeps its version apart from what somebody else has changed', async () => {
    const { id } = await sent(1)
    expect(await go.send(owner, id)).toMatchObject({ code: 'not-packing' })
    expect(await go.close(partner, id)).toMatchObject({ code: 'nothing-received-yet' })
    expect(value(await go.close(partner, id, true)).counts).toMatchObject({ missing: 1 })
  })

  it('takes home to the pool what is clean and graded, and nothing else', async () => {
    const { id, devices, serials } = await sent(2)
    await outcomes(partner, id, serials)
    await world.database.asSystem((tx) =>
      tx.run(
        `UPDATE devices.device SET status = 'graded', data_state = 'erased', grade = 'B'
         WHERE id = $1`,
        [devices[0]],
      ),
    )
    const back = await go.begin(partner, owner)
    value(await go.pack(partner, back, devices))
    value(await go.send(partner, back))
    expect(await outcomes(owner, back, serials)).toEqual(['match', 'match'])
    expect(await present(devices)).toEqual([
      expect.objectContaining({ status: 'pool', partnerId: null, kind: 'depot' }),
      expect.objectContaining({ status: 'received', partnerId: null, kind: 'depot' }),
    ])
  })

  it('never carries one customer’s device to another customer', async () => {
    const { id, devices, serials } = await sent(1)
    await outcomes(partner, id, serials)
    const stranger = await newOrganisation(world)
    await newPartnership(world, stranger, partner)
    const wrong = await go.begin(partner, stranger)
    const packed = value(await go.pack(partner, wrong, devices))
    expect(packed.items[0]).toMatchObject({ done: false, code: 'not-for-receiver' })
  })
})

describe('what differs', () => {
  const openOf = async (id: string, kind: string) =>
    value(await go.get(owner, id)).discrepancies.find((one) => one.kind === kind && !one.closedAt)!

  it('is a missing device until a late scan finds it', async () => {
    const { id, devices, serials } = await sent(2)
    await outcomes(partner, id, [serials[0]!])
    const closed = value(await go.close(partner, id))
    expect(closed.counts).toMatchObject({ received: 1, missing: 1, openDiscrepancies: 1 })
    expect((await present(devices))[1]).toMatchObject({ kind: 'transit', status: 'sent' })
    expect(await outcomes(partner, id, [serials[1]!])).toEqual(['match'])
    const after = value(await go.get(owner, id))
    expect(after).toMatchObject({ done: true, counts: { received: 2, missing: 0 } })
    expect(after.discrepancies[0]).toMatchObject({ resolution: 'found' })
  })

  it.each([
    ['neverSent', 'owner', { status: 'handedIn', partnerId: null }, { takenBack: 1, missing: 0 }],
    ['lostInTransit', 'owner', { status: 'missing', partnerId: null }, { missing: 1 }],
    ['lostAtReceiver', 'partner', { status: 'missing' }, { missing: 1 }],
    ['found', 'partner', { status: 'received' }, { received: 1, missing: 0 }],
  ] as const)(
    'a missing device is closed as %s by the %s',
    async (resolution, side, is, counts) => {
      const { id, devices } = await sent(1)
      value(await go.close(partner, id, true))
      const one = await openOf(id, 'missing')
      const [right, wrong] = side === 'owner' ? [owner, partner] : [partner, owner]
      expect(await go.settle(wrong, id, one.id, resolution)).toMatchObject({
        code: 'resolution-other-side',
      })
      expect(await go.settle(right, id, one.id, resolution, { version: 7 })).toMatchObject({
        code: 'version-changed',
      })
      value(await go.settle(right, id, one.id, resolution, { version: 1 }))
      expect((await present(devices))[0]).toMatchObject({
        ...{ kind: 'depot', organisationId: right.organisationId },
        ...is,
      })
      expect(value(await go.get(right, id))).toMatchObject({ done: true, counts })
    },
  )

  it('a device lost at the receiver turns up there after all', async () => {
    const { id, devices, serials } = await sent(1)
    value(await go.close(partner, id, true))
    value(await go.settle(partner, id, (await openOf(id, 'missing')).id, 'lostAtReceiver'))
    expect(await outcomes(partner, id, serials)).toEqual(['match'])
    expect((await present(devices))[0]).toMatchObject({ status: 'received' })
  })

  it('a device reported lost on the way and found at home again is never sent', async () => {
    const { id, devices } = await sent(1)
    const params = { deviceId: devices[0]! }
    value(await world.act(owner, (ctx) => reportLost(ctx, { params, body: { as: 'missing' } })))
    value(await world.act(owner, (ctx) => reportFound(ctx, { params, body: {} })))
    value(await go.close(partner, id, true))
    const one = await openOf(id, 'missing')
    expect(await go.settle(partner, id, one.id, 'found')).toMatchObject({ code: 'not-in-transit' })
    value(await go.settle(owner, id, one.id, 'neverSent'))
    expect(value(await go.get(owner, id)).counts).toMatchObject({ takenBack: 1 })
  })

  it('an extra device is told of once, and nothing of devices one is not party to', async () => {
    const { id } = await sent(1)
    const [hidden] = await newDevices(world, owner, 1)
    const [device] = await present([hidden!])
    const code = device!.serialNumber
    const answer = value(
      await go.scan(partner, id, scansOf([code, code.toLowerCase(), 'what-is-this'])),
    )
    expect(answer.items.map((item) => [item.outcome, item.device, item.candidates])).toEqual(
      Array(3).fill(['extra', null, []]),
    )
    expect(answer.counts.openDiscrepancies).toBe(2)
    const one = value(await go.get(owner, id)).discrepancies.find((d) => d.code === code)!
    expect(one).toMatchObject({ kind: 'extra', resolutions: ['acceptedBySender', 'notOurs'] })
    expect(await go.settle(owner, id, one.id, 'acceptedBySender')).toMatchObject({
      code: 'device-missing-in-answer',
    })
    value(await go.settle(owner, id, one.id, 'acceptedBySender', { deviceId: hidden! }))
    expect((await present([hidden!]))[0]).toMatchObject({
      ...{ status: 'received', kind: 'depot', organisationId: partner.organisationId },
      partnerId: partner.organisationId,
    })
    expect(value(await go.get(partner, id)).counts).toMatchObject({ total: 2, received: 1 })
    expect(await outcomes(partner, id, [code])).toEqual(['already'])
  })

  it('a partner acknowledges an extra device that its owner found on the pallet', async () => {
    const { id, devices, serials } = await sent(2)
    await outcomes(partner, id, serials)
    const back = await go.begin(partner, owner)
    value(await go.pack(partner, back, [devices[0]!]))
    value(await go.send(partner, back))
    const counted = value(await go.scan(owner, back, scansOf(serials))).items
    expect(counted).toMatchObject([
      { outcome: 'match' },
      // The owner is party to it, so it is told which device of its own it holds.
      { outcome: 'extra', device: { deviceId: devices[1], inCollection: false } },
    ])
    const one = await openOf(back, 'extra')
    value(await go.settle(partner, back, one.id, 'acceptedBySender', { deviceId: devices[1]! }))
    expect((await present([devices[1]!]))[0]).toMatchObject({
      ...{ kind: 'depot', organisationId: owner.organisationId, status: 'received' },
    })
  })

  it('two devices with one number are a choice, those of the collection first', async () => {
    const [lenovo, dell] = [
      laptop(world, { serialNumber: 'TWIN-1', maker: 'Lenovo' }),
      laptop(world, { serialNumber: 'TWIN-1', maker: 'Dell' }),
    ]
    value(
      await world.act(
        owner,
        async (ctx) =>
          (await registerDevices(ctx, [lenovo, dell])) ?? { ok: true as const, value: null },
      ),
    )
    const id = await go.begin(owner, partner)
    const packing = value(await go.packScans(owner, id, scansOf(['twin_1'])))
    expect(packing.items[0]).toMatchObject({ outcome: 'ambiguous' })
    expect(packing.items[0]!.candidates).toHaveLength(2)
    value(await go.pack(owner, id, [lenovo.id, dell.id]))
    value(await go.send(owner, id))
    const [both] = value(await go.scan(partner, id, scansOf(['TWIN1']))).items
    expect(both).toMatchObject({ outcome: 'ambiguous' })
    expect(both!.candidates.map((one) => one.inCollection)).toEqual([true, true])
    const chosen = scansOf(['TWIN1']).map((scan) => ({ ...scan, deviceId: dell.id }))
    const [one] = value(await go.scan(partner, id, chosen)).items
    expect(one).toMatchObject({ outcome: 'match', device: { maker: 'Dell' } })
  })
})

describe('at the same instant', () => {
  it('two scanners scan one device: one match, one already', async () => {
    const { id, serials } = await sent(1)
    const answers = await Promise.all([1, 2].map(() => outcomes(partner, id, serials)))
    expect(answers.flat().sort()).toEqual(['already', 'match'])
  })

  it('one scan is sent twice: both are told the same', async () => {
    const { id, serials } = await sent(1)
    const scans = scansOf(serials)
    const answers = await Promise.all([1, 2].map(() => go.scan(partner, id, scans)))
    expect(answers.map((one) => value(one).items[0]!.outcome)).toEqual(['match', 'match'])
    expect(answers.filter((one) => value(one).items[0]!.repeated)).toHaveLength(1)
  })

  it('two people close one discrepancy: one wins, the other is told who and when', async () => {
    const { id } = await sent(1)
    const closed = value(await go.close(partner, id, true))
    expect(closed.counts.openDiscrepancies).toBe(1)
    const [one] = value(await go.get(owner, id)).discrepancies
    const answers = await Promise.all([
      go.settle(owner, id, one!.id, 'neverSent', { version: 1 }),
      go.settle(partner, id, one!.id, 'found', { version: 1 }),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const told = answers.find((answer) => !answer.ok)
    expect(told).toMatchObject({
      code: 'discrepancy-closed',
      details: { closedAt: world.now.toISOString(), organisation: expect.any(String) },
    })
  })

  it('two people pack one device into two collections: it lies in one', async () => {
    const [deviceId] = await newDevices(world, owner, 1)
    const ids = [await go.begin(owner, partner), await go.begin(owner, partner)]
    const answers = await Promise.all(ids.map((id) => go.pack(owner, id, [deviceId!])))
    expect(new Set(answers.map((one) => value(one).items[0]!.code))).toEqual(
      new Set([null, 'packed-elsewhere']),
    )
  })
})

describe('many devices', () => {
  const counted = (tx: Tx) => {
    let count = 0
    const one =
      <Args extends readonly unknown[], Answer>(ask: (...args: Args) => Answer) =>
      (...args: Args) => (count++, ask(...args))
    const counting = { ...tx, run: one(tx.run), built: one(tx.built) }
    counting.rows = one(tx.rows) as Tx['rows']
    counting.maybe = one(tx.maybe) as Tx['maybe']
    counting.one = one(tx.one) as Tx['one']
    return { tx: counting, count: () => count }
  }
  /** How many statements packing, sending, receiving and closing take for this many devices. */
  async function statements(amount: number) {
    const devices = await newDevices(world, owner, amount)
    const serials = (await present(devices)).map((device) => device.serialNumber)
    const id = await go.begin(owner, partner)
    const params = { collectionId: id }
    const asked: number[] = []
    const times: number[] = []
    const act = async (who: Actor, work: (ctx: ActionContext) => Promise<Result<unknown>>) => {
      const began = performance.now()
      value(
        await world.act(who, async (ctx) => {
          const counting = counted(ctx.tx)
          const result = await work({ ...ctx, tx: counting.tx })
          asked.push(counting.count())
          return result
        }),
      )
      times.push(Math.round(performance.now() - began))
    }
    await act(owner, (ctx) => packByCodes(ctx, { params, body: { items: scansOf(serials) } }))
    await act(owner, (ctx) => sendCollection(ctx, { params }))
    await act(partner, (ctx) => scanCollection(ctx, { params, body: { items: scansOf(serials) } }))
    await act(partner, (ctx) => closeReceiving(ctx, { params, body: {} }))
    expect(value(await go.get(owner, id)).counts).toMatchObject({ total: amount, received: amount })
    console.log(`${amount} devices: statements ${asked.join(', ')}; ms ${times.join(', ')}`)
    return asked
  }

  it('take as many statements as one, about a score a step', async () => {
    const one = await statements(1)
    expect(await statements(500)).toEqual(one)
    expect(Math.max(...one)).toBeLessThanOrEqual(22)
  })
})
