// A parcel of the shop that is lost on its way: every side that is party to what was in it is told.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { hearAll } from '../../../test/support/heard.ts'
import { openMailbox } from '../../../test/support/letters.ts'
import { openShop, order } from '../../../test/support/shop.ts'
import { newPerson } from '../../../test/support/world.ts'
import { jobs, listeners } from '../returns/jobs.ts'

const { world, owner, partner, buyer, other, get, post, published } = await openShop()
// What is old is no news, and what is news goes by the clock.
world.now = new Date()
let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox()
  const it = (who: typeof owner, role: 'itManager' | 'partnerManager', email: string) =>
    newPerson(world, who.organisationId, [role], { email })
  await it(owner, 'itManager', 'it@kommunen.test')
  await it(partner, 'partnerManager', 'chef@omtag.test')
  await it(buyer, 'itManager', 'it@institutet.test')
  await it(other, 'itManager', 'it@andra.test')
})
beforeEach(() => {
  mailbox.letters.length = 0
  process.env['OMLOPP_SMTP'] = mailbox.address
})
afterEach(() => void delete process.env['OMLOPP_SMTP'])
afterAll(async () => {
  await world.close()
  await mailbox.close()
})

/** Bought by the institute and on its way there. */
async function onItsWay(count: number) {
  const { ids, listings } = await published(count)
  const { id } = await post('/purchases', 'buyer', order(listings[0]!, count))
  await post(`/purchases/${id}/confirmation`, 'buyer')
  await post(`/purchases/${id}/sending`, 'partner')
  return { id: id as string, ids }
}

async function postAll() {
  await hearAll(world.database, listeners)
  const { rows } = await world.database.pool.query<{ payload: object }>(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier = 'returns.tellLost' RETURNING j.payload`,
  )
  for (const { payload } of rows) await jobs['returns.tellLost'](world.database, payload)
  return mailbox.letters.map(({ to }) => to).sort()
}

it('tells owner, seller and buyer of what is lost, once, and nobody of what came', async () => {
  const { id, ids } = await onItsWay(3)
  await post(`/devices/${ids[0]}/loss`, 'partner', { as: 'missing' })
  const { lines } = await post(`/purchases/${id}/receipt`, 'buyer', {})
  expect((lines as { state: string }[]).map(({ state }) => state).sort()).toEqual([
    ...['received', 'received', 'sent'],
  ])
  const told = ['chef@omtag.test', 'it@institutet.test', 'it@kommunen.test']
  expect(await postAll()).toEqual(told)
  expect(await postAll()).toEqual(told)
  for (const { text } of mailbox.letters) {
    expect(text).toContain('A device that')
    expect(text).toContain('No data was left on what was lost.')
  }
  const { serialNumber } = await get(`/devices/${ids[0]}`, 'partner')
  expect(mailbox.letters[0]!.text).toContain(serialNumber)
})

it('tells of what is lost after the rest has been received', async () => {
  const { id, ids } = await onItsWay(2)
  const { lines } = await get(`/purchases/${id}`, 'buyer')
  const come = (lines as { position: number; serialNumber: string }[]).map(
    ({ position }) => position,
  )
  await post(`/purchases/${id}/receipt`, 'buyer', { positions: [come[0]] })
  const { lines: after } = await get(`/purchases/${id}`, 'partner')
  const way = (after as { state: string; deviceId: string }[]).find(({ state }) => state === 'sent')
  expect(ids).toContain(way?.deviceId)
  await post(`/devices/${way!.deviceId}/loss`, 'partner', { as: 'stolen' })
  expect(await postAll()).toEqual(['chef@omtag.test', 'it@institutet.test', 'it@kommunen.test'])
})

it('tells of nothing that the seller takes back unharmed', async () => {
  const { id } = await onItsWay(1)
  const { lines } = await get(`/purchases/${id}`, 'partner')
  await post(`/purchases/${id}/take-back`, 'partner', { positions: [lines[0].position] })
  expect(await postAll()).toEqual([])
})
