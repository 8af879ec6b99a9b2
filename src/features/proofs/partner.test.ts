// A device goes to the partner, is erased there, and the owner reads the proof.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { recordEvidence } from '../erasure/actions/evidence.ts'
import { writeNwipeLog } from '../erasure/rules/sample-log.ts'
import { readPdf } from './printing/read-pdf.ts'

let world: World
let owner: Actor
let partner: Actor
let asOwner: string
let asPartner: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  partner = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, owner, partner)
  asOwner = await newToken(world, owner.organisationId, ['itManager'])
  asPartner = await newToken(world, partner.organisationId, ['partnerManager'])
})
afterAll(() => world.close())

async function call(token: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
  const app = await world.app()
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}`, host: 'omlopp.example' },
    ...(body ? { payload: body } : {}),
  })
  expect(answer.statusCode, `${path} ${answer.body.slice(0, 300)}`).toBeLessThan(300)
  return answer
}

it('the partner sees the owner’s inventory, and each side sees its own people on the paper', async () => {
  const [deviceId] = await newDevices(world, owner, 1, { unused: false, assetTag: 'EX-1' })
  const serial = 'S4EMNX0R628817'
  const bytes = 512_110_190_592
  const media = [{ serial, kind: 'flash', model: 'SAMSUNG MZVLB512', capacityBytes: bytes }]
  await call(asOwner, 'PUT', `/devices/${deviceId}/media`, { media })
  const { id } = (
    await call(asOwner, 'POST', '/collections', { receiverId: partner.organisationId })
  ).json()
  await call(asOwner, 'POST', `/collections/${id}/lines`, { deviceIds: [deviceId] })
  await call(asOwner, 'POST', `/collections/${id}/sending`)
  const note = await call(asPartner, 'GET', `/collections/${id}/delivery-note/pdf?language=sv`)
  const noted = readPdf(note.rawPayload).pages.join('\n')
  for (const words of ['Exempelby kommun', 'Omtag AB', 'EX-1', 'kan finnas'])
    expect(noted).toContain(words)

  world.now = new Date('2026-03-20T08:00:00Z')
  const scan = { scanId: randomUUID(), code: 'EX-1', at: '2026-03-20T08:00:00Z' }
  await call(asPartner, 'POST', `/collections/${id}/scans`, { items: [scan] })
  world.now = new Date('2026-03-22T12:00:00Z')
  const roles = ['erasing'] as const
  const personId = await newPerson(world, partner.organisationId, roles, { name: 'Åsa Öberg' })
  const log = writeNwipeLog({
    version: '0.42',
    startedAt: '2026/03/21 09:00:00',
    method: 'PRNG Stream',
    devices: [
      {
        device: '/dev/sda',
        bus: 'ATA-SSD',
        model: 'SAMSUNG MZVLB512',
        serial,
        bytes,
        status: 'erased',
      },
    ],
  })
  const sent = value(
    await world.act({ ...partner, personId }, (ctx) =>
      recordEvidence(ctx, {
        fileName: 'pall-1.log',
        bytes: Buffer.from(log),
        stationTimeZone: 'Europe/Stockholm',
      }),
    ),
  )
  expect(sent.results.map((one) => one.state)).toEqual(['issued'])
  const device = (await call(asOwner, 'GET', `/devices/${deviceId}`)).json()
  expect(device).toMatchObject({ status: 'erased', dataState: 'erased' })

  const [certificate] = (await call(asOwner, 'GET', `/certificates?deviceId=${deviceId}`)).json()
    .items
  const path = `/certificates/${certificate.id}/pdf?language=sv`
  const theirs = readPdf((await call(asPartner, 'GET', path)).rawPayload).pages.join('\n')
  const ours = readPdf((await call(asOwner, 'GET', path)).rawPayload).pages.join('\n')
  for (const paper of [theirs, ours])
    for (const words of [certificate.number, serial, 'Omtag AB', 'Exempelby kommun', 'pall-1.log'])
      expect(paper).toContain(words)
  expect(theirs).toContain('Åsa Öberg')
  expect(ours).not.toContain('Åsa Öberg')
  // Of a person of another organisation the paper says the role, and whom to ask; never an id whole.
  for (const words of [
    'Radering Lämnade in underlaget Omtag AB',
    'Namnet finns hos Omtag AB',
    personId.slice(-12),
  ])
    expect(ours.replace(/\s+/g, ' ')).toContain(words)
  expect(ours).not.toContain(personId)
  expect(ours.replace(/\s/g, '')).toContain(`omlopp.example/c/${certificate.publicId}`)
})
