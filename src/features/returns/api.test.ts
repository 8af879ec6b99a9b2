import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { problemOf } from '../../server/problems.ts'
import { refusalTexts } from '../../server/refusal-texts.ts'
import { api as receivingApi } from './api/receiving.ts'
import { api as sendingApi } from './api/sending.ts'

let world: World
let owner: Actor
let asOwner: string
let asPartner: string
let asStranger: string
let partner: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  partner = await newOrganisation(world, 'reusePartner', 'Återbrukarna AB')
  const stranger = await newOrganisation(world)
  await newPartnership(world, owner, partner)
  await newPartnership(world, stranger, partner)
  asOwner = await newToken(world, owner.organisationId, ['itManager'])
  asPartner = await newToken(world, partner.organisationId, ['partnerManager'])
  asStranger = await newToken(world, stranger.organisationId)
})
afterAll(() => world.close())

type Body = Record<string, unknown>
async function call(
  token: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: unknown,
  headers: Record<string, string> = {},
) {
  const app = await world.app()
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(payload === undefined ? {} : { payload: payload as object }),
  })
  return { status: answer.statusCode, body: answer.json(), etag: answer.headers.etag }
}

async function begun(): Promise<string> {
  const body = { receiverId: partner.organisationId, wantedPickupOn: '2026-03-20' }
  const made = await call(asOwner, 'POST', '/collections', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body['id']
}

async function packed(count: number): Promise<{ id: string; devices: string[] }> {
  const devices = await newDevices(world, owner, count)
  const id = await begun()
  const answer = await call(asOwner, 'POST', `/collections/${id}/lines`, { deviceIds: devices })
  expect(answer.body, JSON.stringify(answer.body)).toMatchObject({ done: count, refused: 0 })
  return { id, devices }
}

const scan = (code: string) => ({ scanId: randomUUID(), code, at: '2026-03-12T08:00:00Z' })
const serialsOf = async (id: string): Promise<string[]> =>
  (await call(asOwner, 'GET', `/collections/${id}/lines?limit=500`)).body['items'].map(
    (line: Body) => line['serialNumber'],
  )

describe('a collection over HTTP', () => {
  it('goes from the first box to the last discrepancy', async () => {
    const id = await begun()
    const at = `/collections/${id}`
    const box = await call(asOwner, 'POST', `${at}/packages`, { kind: 'pallet' })
    expect(box).toMatchObject({ status: 201, body: { number: 1, kind: 'pallet', seal: null } })
    const packageId = box.body['id']
    const sealed = await call(asOwner, 'PATCH', `${at}/packages/${packageId}`, { seal: '88 131' })
    expect(sealed.body).toMatchObject({ seal: '88 131', kind: 'pallet' })
    const devices = await newDevices(world, owner, 3)
    await call(asOwner, 'POST', `${at}/lines`, { deviceIds: devices, packageId })
    const gone = await call(asOwner, 'POST', `${at}/removals`, {
      deviceIds: [devices[2], randomUUID()],
    })
    expect(gone.body).toMatchObject({ done: 1, refused: 1 })
    expect(gone.body['items'][1].code).toBe('line-not-found')
    const serials = await serialsOf(id)
    const again = await call(asOwner, 'POST', `${at}/packing-scans`, {
      items: [{ ...scan(serials[0]!), packageId }],
    })
    expect(again.body['items'][0]).toMatchObject({
      outcome: 'already',
      device: { inCollection: true, packageNumber: 1 },
    })
    expect((await call(asPartner, 'GET', at)).status).toBe(404)
    const sent = await call(asOwner, 'POST', `${at}/sending`)
    expect(sent.body, JSON.stringify(sent.body)).toMatchObject({
      ...{ state: 'sent', direction: 'out', wantedPickupOn: '2026-03-20' },
      receiver: { name: 'Återbrukarna AB' },
      counts: { total: 2, packed: 2 },
    })
    expect(sent.body['number']).toMatch(/^S-2026-\d{4}$/)
    const first = await call(asPartner, 'GET', `${at}/lines?limit=1`)
    const rest = await call(
      asPartner,
      'GET',
      `${at}/lines?limit=1&cursor=${encodeURIComponent(first.body['next'])}`,
    )
    expect([...first.body['items'], ...rest.body['items']].map((l) => l.serialNumber)).toEqual(
      serials,
    )
    expect(rest.body['next']).toBeNull()
    const note = await call(asPartner, 'GET', `${at}/delivery-note`)
    expect(note.body).toMatchObject({
      sender: { name: 'Exempelby kommun' },
      packages: [{ number: 1, seal: '88 131', devices: 2 }],
    })
    expect(note.body['lines']).toHaveLength(2)
    const received = await call(asPartner, 'POST', `${at}/scans`, {
      items: [scan(serials[0]!), scan('strange-1')],
    })
    expect(received.body['items'].map((item: Body) => item['title'])).toEqual([
      'Stämmer',
      'Utöver listan',
    ])
    const wrong = await call(asPartner, 'POST', `${at}/discrepancies`, {
      deviceId: devices[0],
      remark: 'Trasig skärm',
    })
    expect(wrong).toMatchObject({ status: 201, body: { kind: 'mismatch' } })
    const closed = await call(asPartner, 'POST', `${at}/closing`, {})
    expect(closed.body).toMatchObject({
      ...{ state: 'closed', done: false, direction: 'in' },
      counts: { received: 1, missing: 1, openDiscrepancies: 3 },
    })
    const open = await call(asOwner, 'GET', `/discrepancies?state=open&collectionId=${id}`)
    for (const one of open.body['items']) {
      const asWhom = { missing: asOwner, extra: asPartner, mismatch: asPartner }[
        one.kind as 'missing'
      ]
      const resolution = { missing: 'neverSent', extra: 'sentBack', mismatch: 'acceptedAsIs' }[
        one.kind as 'missing'
      ]
      const url = `${at}/discrepancies/${one.id}/closing`
      const settled = await call(asWhom, 'POST', url, { resolution }, { 'if-match': '"1"' })
      expect(settled.body, JSON.stringify(settled.body)).toMatchObject({ resolution, version: 2 })
    }
    const done = await call(asOwner, 'GET', at)
    expect(done.body).toMatchObject({ done: true, counts: { received: 1, takenBack: 1 } })
    expect(done.etag).toBe(`"${done.body['version']}"`)
    expect(done.body['discrepancies']).toHaveLength(3)
  })

  it('is listed by state and direction, page by page, and counted for the front page', async () => {
    const { id } = await packed(1)
    const later = await begun()
    const list = await call(asOwner, 'GET', '/collections?direction=out&state=packing&limit=1')
    expect(list.body['items'].map((one: Body) => one['id'])).toEqual([later])
    const next = await call(
      asOwner,
      'GET',
      `/collections?state=packing&limit=1&cursor=${encodeURIComponent(list.body['next'])}`,
    )
    expect(next.body['items'][0].id).toBe(id)
    const coming = await call(asOwner, 'GET', '/collections?direction=in')
    expect(coming.body['items']).toEqual([])
    const counts = await call(asOwner, 'GET', '/collection-counts')
    expect(counts.body['byState']).toContainEqual(
      expect.objectContaining({ direction: 'out', state: 'packing' }),
    )
    const theirs = await call(asPartner, 'GET', '/collection-counts')
    expect(theirs.body['byState'].every((one: Body) => one['state'] !== 'packing')).toBe(true)
  })

  it('is taken back over HTTP, unless somebody changed it since', async () => {
    const { id } = await packed(1)
    await call(asOwner, 'POST', `/collections/${id}/sending`)
    const url = `/collections/${id}/sending`
    const old = await call(asOwner, 'DELETE', url, undefined, { 'if-match': '"1"' })
    expect(old).toMatchObject({ status: 412, body: { code: 'version-changed' } })
    const back = await call(asOwner, 'DELETE', url)
    expect(back.body).toMatchObject({ state: 'packing', sentAt: null })
    const again = await call(asOwner, 'DELETE', url)
    expect(again.body).toMatchObject({ code: 'not-sent' })
  })
})

describe('is refused', () => {
  it.each([
    ['a receiver who is no partner', { receiverId: randomUUID() }, 'receiver-not-partner'],
    ['a day that does not exist', { wantedPickupOn: '2026-02-30' }, 'day-not-valid'],
    ['a code that cannot be kept', null, 'invalid-input'],
    ['a place of somebody else', { fromPlaceId: randomUUID() }, 'place-not-found'],
  ])('%s', async (_, more, code) => {
    const body = { receiverId: partner.organisationId, ...more }
    const answer = more
      ? await call(asOwner, 'POST', '/collections', body)
      : await call(asOwner, 'POST', `/collections/${await begun()}/packing-scans`, {
          items: [scan('PF\u00001')],
        })
    expect(answer.body).toMatchObject({ code })
  })

  it('what belongs to the other side, or to another moment', async () => {
    const { id, devices } = await packed(1)
    const at = `/collections/${id}`
    const deviceIds = devices
    const items = [scan('X')]
    const nowhere = randomUUID()
    const expected: [string, string, 'GET' | 'POST' | 'PATCH', string, unknown, string][] = [
      [
        'twice',
        asOwner,
        'POST',
        `${at}/lines`,
        { deviceIds: [nowhere, nowhere] },
        'repeated-device',
      ],
      [
        ...(['no package', asOwner, 'POST', `${at}/lines`] as const),
        { deviceIds, packageId: nowhere },
        'package-not-found',
      ],
      [
        ...(['no package', asOwner, 'PATCH', `${at}/packages/${nowhere}`] as const),
        { seal: 'x' },
        'package-not-found',
      ],
      ['sender scans in', asOwner, 'POST', `${at}/scans`, { items }, 'not-receiver'],
      ['sender closes', asOwner, 'POST', `${at}/closing`, {}, 'not-receiver'],
      ['cursor', asOwner, 'GET', '/collections?cursor=x', undefined, 'cursor-unknown'],
      ['cursor', asOwner, 'GET', '/discrepancies?cursor=x', undefined, 'cursor-unknown'],
      ['cursor', asOwner, 'GET', `${at}/lines?cursor=x`, undefined, 'cursor-unknown'],
    ]
    for (const [name, token, method, url, body, code] of expected)
      expect((await call(token, method, url, body)).body, name).toMatchObject({ code })
    await call(asOwner, 'POST', `${at}/sending`)
    const later: typeof expected = [
      ['packing after', asOwner, 'POST', `${at}/lines`, { deviceIds }, 'not-packing'],
      ['scanning after', asOwner, 'POST', `${at}/packing-scans`, { items }, 'not-packing'],
      ['a box after', asOwner, 'POST', `${at}/packages`, { kind: 'box' }, 'not-packing'],
      ['receiver packs', asPartner, 'POST', `${at}/lines`, { deviceIds }, 'not-sender'],
      ['receiver sends', asPartner, 'POST', `${at}/sending`, undefined, 'not-sender'],
      [
        ...(['no such place', asPartner, 'POST', `${at}/scans`] as const),
        { items, placeId: nowhere },
        'place-not-found',
      ],
      ['too early', asPartner, 'POST', `${at}/closing`, {}, 'nothing-received-yet'],
      [
        ...(['not on the list', asPartner, 'POST', `${at}/discrepancies`] as const),
        { deviceId: nowhere, remark: 'x' },
        'line-not-found',
      ],
      [
        ...(['no such', asOwner, 'POST', `${at}/discrepancies/${nowhere}/closing`] as const),
        { resolution: 'found' },
        'discrepancy-not-found',
      ],
    ]
    for (const [name, token, method, url, body, code] of later)
      expect((await call(token, method, url, body)).body, name).toMatchObject({ code })
  })

  it('whose role does not carry it', async () => {
    const technician = await newToken(world, owner.organisationId, ['technician'])
    const url = `/collections/${randomUUID()}/discrepancies/${randomUUID()}/closing`
    const answer = await call(technician, 'POST', url, { resolution: 'found' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
  })

  it('with words in both languages for every code', () => {
    for (const declaration of Object.values({ ...sendingApi, ...receivingApi }))
      for (const code of declaration.refusals) {
        expect(refusalTexts[code], code).toBeDefined()
        expect(problemOf({ ok: false, code, details: {} }, 'sv').title).not.toBe(code)
      }
  })
})

it('a stranger sees nothing of a collection and changes nothing', async () => {
  const { id, devices } = await packed(1)
  await call(asOwner, 'POST', `/collections/${id}/sending`)
  const [serial] = await serialsOf(id)
  await call(asPartner, 'POST', `/collections/${id}/scans`, { items: [scan('strange-2')] })
  const at = `/collections/${id}`
  const tries: ['GET' | 'POST' | 'PATCH' | 'DELETE', string, unknown?][] = [
    ['GET', at],
    ['GET', `${at}/lines`],
    ['GET', `${at}/delivery-note`],
    ['POST', `${at}/lines`, { deviceIds: devices }],
    ['POST', `${at}/packing-scans`, { items: [scan(serial!)] }],
    ['POST', `${at}/removals`, { deviceIds: devices }],
    ['POST', `${at}/packages`, { kind: 'box' }],
    ['PATCH', `${at}/packages/${randomUUID()}`, { kind: 'box' }],
    ['POST', `${at}/sending`],
    ['DELETE', `${at}/sending`],
    ['POST', `${at}/scans`, { items: [scan(serial!)] }],
    ['POST', `${at}/closing`, { allMissing: true }],
    ['POST', `${at}/discrepancies`, { deviceId: devices[0], remark: 'x' }],
    ['POST', `${at}/discrepancies/${randomUUID()}/closing`, { resolution: 'found' }],
  ]
  for (const [method, url, body] of tries)
    expect(await call(asStranger, method, url, body), `${method} ${url}`).toMatchObject({
      status: 404,
      body: { code: 'collection-not-found' },
    })
  const lists = ['/collections', '/discrepancies', `/discrepancies?collectionId=${id}`]
  for (const url of lists) expect((await call(asStranger, 'GET', url)).body['items']).toEqual([])
  expect((await call(asStranger, 'GET', '/collection-counts')).body).toEqual({
    byState: [],
    openDiscrepancies: 0,
    oldestDiscrepancyAt: null,
  })
})
