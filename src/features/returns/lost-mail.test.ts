// Who is told of what was lost between two organisations.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { handOutTo } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import { openMailbox } from '../../../test/support/letters.ts'
import { returnsOf } from '../../../test/support/returns.ts'
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
import { reportLost } from '../custody/actions/hand-in.ts'
import { jobs, listeners } from './jobs.ts'
import { lostMail } from './texts/lost-mail.ts'

let world: World
let owner: Actor
let partner: Actor
let go: ReturnType<typeof returnsOf>
let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  world = await newWorld()
  // What is old is no news, and what is news goes by the clock.
  world.now = new Date()
  go = returnsOf(world)
  mailbox = await openMailbox()
})
beforeEach(async () => {
  mailbox.letters.length = 0
  process.env['OMLOPP_SMTP'] = mailbox.address
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  partner = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, owner, partner)
})
afterEach(() => void delete process.env['OMLOPP_SMTP'])
afterAll(async () => {
  await world.close()
  await mailbox.close()
})

const join = (who: Actor, role: 'itManager' | 'administrator' | 'partnerManager', email: string) =>
  newPerson(world, who.organisationId, [role], { email })

async function sent(count: number, unused = true) {
  const devices = await newDevices(world, owner, count, { unused })
  const id = await go.begin(owner, partner)
  value(await go.pack(owner, id, devices))
  value(await go.send(owner, id))
  return { id, devices }
}

/** What the listener has asked for is done, and nothing twice. */
async function postAll() {
  await hearAll(world.database, listeners)
  const { rows } = await world.database.pool.query<{ payload: { devices: unknown[] } }>(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier = 'returns.tellLost' RETURNING j.payload`,
  )
  for (const { payload } of rows) await jobs['returns.tellLost'](world.database, payload)
  return mailbox.letters.map(({ to }) => to).sort()
}

it('both sides of a collection, whoever answers for devices and data, once', async () => {
  await join(owner, 'itManager', 'it@exempelby.test')
  await join(owner, 'administrator', 'admin@exempelby.test')
  await join(partner, 'administrator', 'admin@omtag.test')
  const { id } = await sent(2, false)
  value(await go.close(partner, id, true))
  for (const { id: discrepancy } of value(await go.get(owner, id)).discrepancies)
    value(await go.settle(owner, id, discrepancy, 'lostInTransit'))
  // Nobody there answers for devices, so all who administer are told.
  const told = [expect.stringContaining('admin@omtag.test'), 'it@exempelby.test']
  expect(await postAll()).toEqual(told)
  expect(await postAll()).toEqual(told)
  const { text } = mailbox.letters.find(({ to }) => to === 'it@exempelby.test')!
  expect(text).toContain('2 devices that Exempelby kommun is party to have been reported lost')
  expect(text).toContain('within 72 hours')
})

it('of a parcel that is reported lost on its way, but not of what a holder has lost', async () => {
  await join(owner, 'itManager', 'it2@exempelby.test')
  await join(partner, 'partnerManager', 'chef@omtag.test')
  const { devices } = await sent(1)
  const [held] = await newDevices(world, owner, 1)
  await handOutTo(world, owner, [held!])
  for (const deviceId of [...devices, held!])
    value(
      await world.act(owner, (ctx) =>
        reportLost(ctx, { params: { deviceId }, body: { as: 'missing' } }),
      ),
    )
  expect(await postAll()).toEqual(['chef@omtag.test', 'it2@exempelby.test'])
  expect(mailbox.letters[0]!.text).toContain('No data was left on what was lost.')
})

it('not of what is old, nor where there is nobody or no server', async () => {
  await join(owner, 'itManager', 'it3@exempelby.test')
  const present = world.now
  world.now = new Date(present.getTime() - 8 * 86_400_000)
  const { devices } = await sent(1)
  const lose = (deviceId: string) =>
    world.act(owner, (ctx) => reportLost(ctx, { params: { deviceId }, body: { as: 'stolen' } }))
  value(await lose(devices[0]!))
  world.now = present
  expect(await postAll()).toEqual([])
  const later = await sent(1)
  value(await lose(later.devices[0]!))
  delete process.env['OMLOPP_SMTP']
  expect(await postAll()).toEqual([])
})

it('is tried again when the server does not answer', async () => {
  await join(owner, 'itManager', 'it4@exempelby.test')
  process.env['OMLOPP_SMTP'] = 'smtp://127.0.0.1:1'
  const { devices } = await sent(1)
  const params = { deviceId: devices[0]! }
  value(await world.act(owner, (ctx) => reportLost(ctx, { params, body: { as: 'missing' } })))
  await expect(postAll()).rejects.toThrow('was not mailed')
})

it('names as many as anybody reads, and says which may hold data', () => {
  const devices = Array.from({ length: 32 }, (_, n) => ({
    name: `Dell EX-${n}`,
    dataState: n === 0 ? ('holdsData' as const) : ('erased' as const),
  }))
  const { subject, text } = lostMail(devices, 'Institutet')
  expect(subject).toBe('32 enheter försvann på vägen · Institutet')
  expect(text).toContain('1 av dem kan bära data.')
  expect(text).toContain('  Dell EX-0 · may hold data\n  Dell EX-1 · no data')
  expect(text.match(/\n {2}\+ 2\n?/g)).toHaveLength(2)
  expect(lostMail(devices.slice(1, 2), 'Institutet').subject).toBe(
    '1 enhet försvann på vägen · Institutet',
  )
})
