import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gradedDevices, moveToPartner, step } from '../../../test/support/circle.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'

let world: World
let owner: Actor
let partner: Actor
let token: string
let partnerToken: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  partner = await newOrganisation(world, 'reusePartner')
  await newPartnership(world, owner, partner)
  token = await newToken(world, owner.organisationId, ['itManager'])
  partnerToken = await newToken(world, partner.organisationId, ['sales'])
})
afterAll(() => world.close())

const post = async (url: string, payload: object, bearer = token) =>
  (await world.app()).inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${bearer}` },
    payload,
  })
const get = async (url: string, bearer = token) =>
  (await world.app()).inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${bearer}` },
  })
const decide = async (item: object, bearer = token) => {
  const answer = await post('/outcomes', { items: [item] }, bearer)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().items[0] as { done: boolean; code: string | null }
}

describe('outcomes over HTTP', () => {
  it('propose one or many with reasons', async () => {
    const [deviceId] = await gradedDevices(world, owner, 1, {
      facts: { purchasedOn: '2019-01-01' },
    })
    const one = await get(`/outcome-proposals?deviceId=${deviceId}&valueOre=90000`)
    expect(one.statusCode, one.body).toBe(200)
    expect(one.json()).toMatchObject({
      step: 'resale',
      rule: 'omlopp-disposition/1',
      reasons: [{ code: 'tooOldInside', years: 7, limitYears: 5 }, { code: 'sellable' }],
    })
    const [ungraded] = await newDevices(world, owner, 1)
    const many = await post('/outcome-proposals', {
      items: [{ deviceId }, { deviceId: ungraded }],
    })
    expect(many.json().items.map((item: { code: string }) => item.code)).toEqual([
      null,
      'not-graded',
    ])
    expect((await get(`/outcome-proposals?deviceId=${ungraded}`)).json().code).toBe('not-graded')
    const stranger = await newToken(world, (await newOrganisation(world)).organisationId)
    const hidden = await get(`/outcome-proposals?deviceId=${deviceId}`, stranger)
    expect(hidden.statusCode).toBe(404)
  })

  it('put a device back into the pool', async () => {
    const [deviceId] = await gradedDevices(world, owner, 1)
    expect(await decide({ deviceId, step: 'internalReuse' })).toMatchObject({ done: true })
    expect((await get(`/devices/${deviceId}`)).json()).toMatchObject({ status: 'pool', life: 1 })
  })

  it('sell a device once, out of custody, with price and recipient kept from the journal', async () => {
    const [deviceId] = await gradedDevices(world, owner, 1)
    const sale = {
      deviceId,
      step: 'resale',
      reason: 'other',
      words: 'Anna ville det',
      priceOre: 120_000,
      recipient: 'Kalles Datorer',
    }
    expect(await decide(sale)).toMatchObject({ done: true })
    expect(await decide(sale)).toMatchObject({ done: false, code: 'status-forbids' })
    expect((await get(`/devices/${deviceId}`)).json()).toMatchObject({
      status: 'sold',
      life: 2,
      custodian: null,
    })
    const life = await get(`/devices/${deviceId}/life`)
    expect(life.json()).toMatchObject({ chainIsWhole: true })
    expect(life.json().stays.at(-1)).toMatchObject({ kind: 'left', account: { kind: 'outside' } })
    expect(life.body).not.toMatch(/Anna|Kalle/)
    const list = await get(`/outcomes?deviceId=${deviceId}`)
    expect(list.json().items).toMatchObject([
      { step: 'resale', priceOre: 120_000, recipient: 'Kalles Datorer', words: 'Anna ville det' },
    ])
  })

  it('answer each item by itself, and refuse the same device twice', async () => {
    const [a, b] = await gradedDevices(world, owner, 2)
    const answer = await post('/outcomes', {
      items: [
        { deviceId: a, step: 'donation', reason: 'noBuyer' },
        { deviceId: b, step: 'donation', reason: 'noBuyer', receiptNumber: 'K-17' },
      ],
    })
    expect(answer.json().items.map((item: { code: string }) => item.code)).toEqual([
      'receipt-missing',
      null,
    ])
    expect((await get(`/devices/${b}`)).json().status).toBe('donated')
    const item = { deviceId: a, step: 'internalReuse' }
    const twice = await post('/outcomes', { items: [item, item] })
    expect(twice.json().code).toBe('repeated-device')
    expect(await decide({ deviceId: a, step: 'parts' })).toMatchObject({
      code: 'lower-step-needs-reason',
    })
    expect(await decide({ deviceId: a, step: 'parts', reason: 'other' })).toMatchObject({
      code: 'words-missing',
    })
    expect(await decide({ deviceId: a, step: 'parts', reason: 'unsafe' })).toMatchObject({
      done: true,
    })
    expect((await get(`/devices/${a}`)).json()).toMatchObject({ status: 'parts' })
  })

  it('let nothing go while data may be on it (law 2)', async () => {
    const ids = await gradedDevices(world, owner, 4)
    await step(world, owner, ids, {
      entry: { kind: 'erasure.refuted', content: {} },
      set: { dataState: 'holdsData' },
    })
    for (const [index, name] of ['internalReuse', 'resale', 'parts', 'recycling'].entries())
      expect(await decide({ deviceId: ids[index], step: name, reason: 'unsafe' })).toMatchObject({
        code: 'data-unproven',
      })
  })

  it('make waste with its last day, two working days on', async () => {
    const [deviceId] = await gradedDevices(world, owner, 1, { kind: 'monitor', grade: 'E' })
    expect(await decide({ deviceId, step: 'recycling' })).toMatchObject({ done: true })
    const list = await get('/outcomes?step=recycling')
    expect(list.json().items).toMatchObject([
      { deviceId, wasteDueOn: '2026-03-16', hazardous: true, reason: null },
    ])
    expect((await get(`/devices/${deviceId}`)).json()).toMatchObject({ status: 'recycled' })
  })

  it('let the appointed partner decide all but internal reuse, and the owner reserve a device', async () => {
    const ids = await gradedDevices(world, owner, 2)
    const [kept, sold] = ids as [string, string]
    const sale = { step: 'resale', reason: 'ownerPolicy', priceOre: 90_000 }
    expect(await decide({ deviceId: sold, ...sale }, partnerToken)).toMatchObject({
      code: 'device-not-found',
    })
    await moveToPartner(world, owner, partner, ids)
    expect(await decide({ deviceId: kept, step: 'internalReuse' }, partnerToken)).toMatchObject({
      code: 'owner-decides',
    })
    expect(await decide({ deviceId: kept, ...sale })).toMatchObject({ code: 'not-custodian' })
    expect(await decide({ deviceId: kept, step: 'internalReuse' })).toMatchObject({ done: true })
    expect((await get(`/devices/${kept}`)).json()).toMatchObject({ status: 'graded' })
    expect(await decide({ deviceId: kept, step: 'internalReuse' })).toMatchObject({
      code: 'already-decided',
    })
    expect(await decide({ deviceId: kept, ...sale }, partnerToken)).toMatchObject({
      code: 'owner-decides',
    })
    expect(await decide({ deviceId: sold, ...sale }, partnerToken)).toMatchObject({ done: true })
    for (const bearer of [token, partnerToken]) {
      const mine = await get('/outcomes?limit=500', bearer)
      const of = mine.json().items.map((item: { deviceId: string }) => item.deviceId)
      expect(of).toEqual(expect.arrayContaining(ids))
    }
  })

  it('list page by page, count by step, and show a stranger nothing', async () => {
    const all = (await get('/outcomes?limit=500')).json().items as { id: string }[]
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await get(
        `/outcomes?limit=2${next ? `&cursor=${encodeURIComponent(next)}` : ''}`,
      )
      expect(page.statusCode, page.body).toBe(200)
      paged.push(...page.json().items.map((item: { id: string }) => item.id))
      next = page.json().next
    }
    expect(paged).toEqual(all.map((item) => item.id))
    const counts = (await get('/outcome-counts?from=2026-03-12&to=2026-03-12')).json()
    expect(counts.total).toBe(all.length)
    expect((await get('/outcome-counts?to=2026-03-11')).json().total).toBe(0)
    expect((await get('/outcomes?cursor=nonsense')).json().code).toBe('cursor-unknown')
    for (const url of ['/outcomes?from=2026-02-31', '/outcome-counts?to=2026-13-01'])
      expect((await get(url)).json().code).toBe('day-not-valid')
    const stranger = await newToken(world, (await newOrganisation(world)).organisationId)
    expect((await get('/outcomes', stranger)).json().items).toEqual([])
    expect((await get('/outcome-counts', stranger)).json().total).toBe(0)
    const technician = await newToken(world, owner.organisationId, ['technician'])
    const item = { deviceId: owner.organisationId, step: 'resale' }
    expect((await post('/outcomes', { items: [item] }, technician)).statusCode).toBe(403)
  })
})
