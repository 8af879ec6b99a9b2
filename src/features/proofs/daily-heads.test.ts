import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openMailbox } from '../../../test/support/letters.ts'
import { logAll } from '../../../test/support/log.ts'
import {
  newDevices,
  newOrganisation,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { tellDailyHeads } from './jobs/daily-heads.ts'

let world: World
let owner: Actor
let token: string
let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox()
  world = await newWorld()
  owner = await newOrganisation(world)
  token = await newToken(world, owner.organisationId)
  await newDevices(world, owner, 5)
  await logAll(world.database)
})
afterEach(() => void delete process.env['OMLOPP_SMTP'])
afterAll(async () => {
  await world.close()
  await mailbox.close()
})

const next = () => new Date(world.now.getTime() + 86_400_000)
const days = async () => {
  const response = await (
    await world.app()
  ).inject({
    url: '/api/v1/log',
    headers: { authorization: `Bearer ${token}` },
  })
  return response.json<{
    days: { day: string; mailedAt: string | null; unsent: string | null }[]
  }>().days
}
const setRegistrar = async (email: string) =>
  (await world.app()).inject({
    method: 'PUT',
    url: '/api/v1/log-registrar',
    headers: { authorization: `Bearer ${token}` },
    payload: { email },
  })

it('keeps the head of a day that has ended, and says why nobody was told', async () => {
  await tellDailyHeads(world.database, world.now)
  expect(await days()).toEqual([])
  await tellDailyHeads(world.database, next())
  expect(await days()).toMatchObject([{ day: '2026-03-12', mailedAt: null, unsent: 'no-address' }])
  await setRegistrar('registrator@exempelby.test')
  await logAll(world.database)
  await tellDailyHeads(world.database, next())
  expect((await days())[0]).toMatchObject({ mailedAt: null, unsent: 'no-server' })
})

it('tells the registrar once, with the signed head in the letter', async () => {
  const { letters, address } = mailbox
  process.env['OMLOPP_SMTP'] = 'smtp://127.0.0.1:1'
  await tellDailyHeads(world.database, next())
  expect((await days())[0]).toMatchObject({ mailedAt: null, unsent: 'failed' })
  process.env['OMLOPP_SMTP'] = address
  await tellDailyHeads(world.database, next())
  await tellDailyHeads(world.database, next())
  expect(letters.map(({ to }) => to)).toEqual(['registrator@exempelby.test'])
  const { items } = (
    await (await world.app()).inject({ url: `/api/v1/logs/${owner.organisationId}/checkpoints` })
  ).json<{ items: { checkpoint: string }[] }>()
  // The attachment travels as base 64; there the whole note stands, byte by byte.
  const attached = Buffer.from(items[0]!.checkpoint).toString('base64')
  expect(letters[0]!.text.replaceAll('\r\n', '')).toContain(attached.slice(0, 70))
  expect((await days())[0]).toMatchObject({ unsent: null, mailedAt: next().toISOString() })
})
