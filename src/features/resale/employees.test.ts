// What employees buy of their own organisation, over HTTP.
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gradedDevices, step } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import {
  newOrganisation,
  newPartnership,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { listeners as climate } from '../climate/jobs.ts'
import { inspectDevices } from '../grading/actions.ts'
import { testsOf } from '../grading/rules/tests.ts'
import type { Permission, Role } from '../organisations/rules.ts'
import { changePerson } from '../organisations/store.ts'
import { buyAsEmployee } from './actions/employee-purchases.ts'
import { releaseRunOut } from './jobs.ts'

let world: World
let owner: Actor
let customer: Actor
let tokens: Record<'manager' | 'technician' | 'holder' | 'other' | 'customer', string>
const start = new Date('2026-03-12T09:00:00Z')
const open = {
  ...{ open: true, leastMonths: 6, perYear: 2, payments: ['payroll', 'invoice'] },
  pricePercent: 80,
}

beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'reusePartner', 'Partnern som säljer till sina egna')
  customer = await newOrganisation(world)
  await newPartnership(world, customer, owner)
  tokens = {
    manager: await newToken(world, owner.organisationId, ['partnerManager', 'technician']),
    technician: await newToken(world, owner.organisationId, ['technician']),
    holder: await newToken(world, owner.organisationId, ['holder']),
    other: await newToken(world, owner.organisationId, ['holder']),
    customer: await newToken(world, customer.organisationId),
  }
})
afterAll(() => world.close())

type Who = keyof typeof tokens
const call = async (method: 'GET' | 'POST' | 'PUT', url: string, who: Who, payload?: object) =>
  (await world.app()).inject({
    ...{ method, url: `/api/v1${url}` },
    headers: { authorization: `Bearer ${tokens[who]}` },
    ...(payload ? { payload } : {}),
  })
const good = async (method: 'GET' | 'POST' | 'PUT', url: string, who: Who, payload?: object) => {
  const answer = await call(method, url, who, payload)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(300)
  return answer.json()
}
const code = async (url: string, who: Who, payload?: object) =>
  (await call('POST', url, who, payload)).json().code as string

/** Erased, and graded A at the bench. */
async function atTheBench(count: number, model = 'T14') {
  const ids = await gradedDevices(world, owner, count, { facts: { model, ramMb: 16_384 } })
  const { key, secondary } = testsOf('laptop')
  const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' as const }))
  const found = { tests, defects: [], inspected: true, softwareLoaded: true, batteryPercent: 91 }
  const items = ids.map((deviceId) => ({ deviceId, ...found }))
  value(await world.act(owner, (ctx) => inspectDevices(ctx, { body: { items } })))
  return ids
}

/** Put up for the employees. @returns device and listing ids */
async function offered(count: number, priceOre = 125_000) {
  const ids = await atTheBench(count)
  const put = { items: ids.map((deviceId) => ({ deviceId, priceOre })), vat: 'standard' }
  expect(await good('POST', '/employee-listings', 'manager', put)).toMatchObject({ done: count })
  return { ids, listings: await listingsOf(ids) }
}

async function listingsOf(ids: readonly string[]) {
  const { rows } = await world.database.pool.query(
    'SELECT id FROM resale.listing WHERE device_id = ANY ($1) ORDER BY id',
    [ids],
  )
  return rows.map((row) => row.id as string)
}
const buy = (listingId: string | undefined) => ({ listingId, payment: 'payroll' })

const chunk = (name: string, content: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)])
}
/** A picture of one point; of another shade it is another picture. */
const pngOf = (shade: number) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, shade]))),
    chunk('IEND', Buffer.alloc(0)),
  ])

describe('the sale to employees', () => {
  it('is closed until it is opened, by who decides on outcomes', async () => {
    const { listings } = await offered(1)
    expect(await good('GET', '/employee-sale', 'holder')).toEqual({
      ...{ open: false, leastMonths: 0, perYear: 1, payments: ['payroll'], pricePercent: 100 },
      ...{ left: 1, cannot: 'employee-sale-closed' },
    })
    expect(await good('GET', '/employee-offers', 'holder')).toMatchObject({ items: [] })
    expect(await code('/employee-purchases', 'holder', buy(listings[0]))).toBe(
      'employee-sale-closed',
    )
    const refused = await call('PUT', '/employee-sale', 'holder', open)
    expect(refused.statusCode).toBe(403)
    expect(await good('PUT', '/employee-sale', 'manager', open)).toEqual(open)
    expect(await good('GET', '/employee-sale', 'holder')).toMatchObject({ left: 2, cannot: null })
    expect(await good('GET', '/employee-offers', 'holder')).toMatchObject({
      // A fifth of what is paid is VAT.
      items: [{ priceOre: 125_000, vatOre: 25_000, vat: 'standard', kept: false, grade: 'A' }],
    })
  })

  it('shows nothing of it to the customers of the shop', async () => {
    const { listings } = await offered(1)
    expect(await good('GET', '/shop-offers', 'customer')).toMatchObject({ items: [] })
    const answer = await call('GET', `/listings/${listings[0]}`, 'customer')
    expect(answer.json().code).toBe('listing-not-found')
    const lines = [{ listingId: listings[0], count: 1 }]
    expect(await code('/purchases', 'customer', { lines })).toBe('listing-not-found')
  })

  it('keeps a device for who orders it, hands it over, and records its second life once', async () => {
    const { ids, listings } = await offered(1)
    const bought = await good('POST', '/employee-purchases', 'holder', buy(listings[0]))
    expect(bought).toMatchObject({
      ...{ number: 'P-2026-0001', state: 'ordered', priceOre: 125_000, vatOre: 25_000 },
      ...{ payment: 'payroll', deviceId: null, fetchBy: '2026-03-26T09:00:00.000Z' },
    })
    expect(await code('/employee-purchases', 'other', buy(listings[0]))).toBe('listing-taken')
    const path = `/employee-purchases/${bought.id}`
    // Somebody else's purchase is nobody's to see or call off; who hands out sees them all.
    expect(await good('GET', '/employee-purchases', 'other')).toMatchObject({ items: [] })
    expect(await code(`${path}/cancellation`, 'other')).toBe('purchase-not-found')
    expect((await call('POST', `${path}/hand-over`, 'holder')).statusCode).toBe(403)
    expect(await good('GET', '/employee-purchases?state=ordered', 'technician')).toMatchObject({
      items: [{ id: bought.id, deviceId: ids[0] }],
    })
    const out = await good('POST', `${path}/hand-over`, 'technician')
    expect(out).toMatchObject({ state: 'handedOver', handedOverAt: start.toISOString() })
    expect(out.serialNumber).toBeTruthy()
    const row = async () =>
      (
        await world.database.pool.query(
          `SELECT d.status, d.life, o.recipient, o.price_ore, c.account_kind
           FROM devices.device d JOIN disposition.outcome o ON o.device_id = d.id
           LEFT JOIN LATERAL (SELECT 'outside' AS account_kind) c ON true WHERE d.id = $1`,
          [ids[0]],
        )
      ).rows
    // Who bought it stands with the purchase alone.
    expect(await row()).toMatchObject([
      { status: 'sold', life: 2, recipient: null, price_ore: 125_000 },
    ])
    await hearAll(world.database, climate)
    const { rows } = await world.database.pool.query(
      'SELECT kind FROM climate.reuse WHERE device_id = $1',
      [ids[0]],
    )
    expect(rows).toEqual([{ kind: 'sold' }])
    expect(await code(`${path}/hand-over`, 'technician')).toBe('purchase-state-forbids')
    expect(await code(`${path}/cancellation`, 'holder')).toBe('purchase-state-forbids')
  })

  it('never hands over what may hold data, whatever was true when it was put up (law 2)', async () => {
    const { ids, listings } = await offered(1)
    const { id } = await good('POST', '/employee-purchases', 'other', buy(listings[0]))
    await step(world, owner, ids, {
      entry: { kind: 'erasure.refuted', content: {} },
      set: { dataState: 'holdsData' },
    })
    const path = `/employee-purchases/${id}`
    expect(await code(`${path}/hand-over`, 'technician')).toBe('data-unproven')
    const put = { items: [{ deviceId: ids[0] }], vat: 'margin' }
    expect(await good('POST', `${path}/cancellation`, 'other')).toMatchObject({
      state: 'cancelled',
    })
    await good('POST', `/employee-listings/${listings[0]}/withdrawal`, 'manager')
    const { items } = await good('POST', '/employee-listings', 'manager', put)
    expect(items).toMatchObject([{ done: false, code: 'data-unproven' }])
  })

  it('is for those employed long enough, as many as the year allows, paid as it is offered', async () => {
    const { listings } = await offered(4)
    const newcomer = {
      ...owner,
      personId: await newPerson(world, owner.organisationId, ['holder']),
    }
    const says = async (startsOn: string | null, leavesOn: string | null) => {
      value(
        await world.act(owner, async (ctx) => {
          const to = { unitId: null, startsOn, leavesOn, profile: null }
          await changePerson(ctx.tx, newcomer.personId, to)
          return { ok: true, value: null }
        }),
      )
      const body = { listingId: listings[0]!, payment: 'invoice' as const }
      const answer = await world.act(newcomer, (ctx) => buyAsEmployee(ctx, { body }))
      return answer.ok ? answer.value.state : answer.code
    }
    expect(await says('2025-09-13', null)).toBe('employee-sale-not-yet')
    expect(await says('2020-01-01', '2026-03-11')).toBe('employee-sale-not-yet')
    expect(await says('2025-09-12', '2026-03-12')).toBe('ordered')
    await good('PUT', '/employee-sale', 'manager', { ...open, perYear: 1, payments: ['invoice'] })
    expect(await code('/employee-purchases', 'other', buy(listings[1]))).toBe('payment-not-offered')
    const invoiced = { listingId: listings[1], payment: 'invoice' }
    const { id } = await good('POST', '/employee-purchases', 'other', invoiced)
    expect(await good('GET', '/employee-sale', 'other')).toMatchObject({
      ...{ left: 0, cannot: 'employee-sale-limit' },
    })
    const another = { ...invoiced, listingId: listings[2] }
    expect(await code('/employee-purchases', 'other', another)).toBe('employee-sale-limit')
    // What is called off is not counted.
    await good('POST', `/employee-purchases/${id}/cancellation`, 'other')
    await good('POST', '/employee-purchases', 'other', another)
    await good('PUT', '/employee-sale', 'manager', open)
  })

  it('gives the last one to one of two, and frees what nobody fetched in time', async () => {
    const { listings } = await offered(1)
    const people = await Promise.all(
      Array.from({ length: 4 }, () => newPerson(world, owner.organisationId, ['holder'])),
    )
    const body = { listingId: listings[0]!, payment: 'payroll' as const }
    const answers = await Promise.all(
      people.map((personId) =>
        world.act({ ...owner, personId }, (ctx) => buyAsEmployee(ctx, { body })),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok)).toMatchObject(
      Array.from({ length: 3 }, () => ({ code: 'listing-taken' })),
    )
    world.now = new Date('2026-03-26T09:00:00Z')
    const fresh = { ...owner, personId: await newPerson(world, owner.organisationId, ['holder']) }
    // The clock alone frees it; the purchase before ends with the next.
    value(await world.act(fresh, (ctx) => buyAsEmployee(ctx, { body })))
    const states = async () =>
      (
        await world.database.pool.query(
          `SELECT state FROM resale.employee_purchase WHERE listing_id = $1 ORDER BY ordered_at`,
          [listings[0]],
        )
      ).rows.map((row) => row.state as string)
    expect(await states()).toEqual(['expired', 'ordered'])
    world.now = new Date('2026-04-10T09:00:00Z')
    await releaseRunOut(world.database, world.now)
    expect(await states()).toEqual(['expired', 'expired'])
    world.now = start
  })

  it('sells only what is the organisation’s own', async () => {
    const [theirs] = await gradedDevices(world, customer, 1)
    const put = { items: [{ deviceId: theirs, priceOre: 100 }], vat: 'margin' }
    const { items } = await good('POST', '/employee-listings', 'manager', put)
    expect(items).toMatchObject([{ done: false }])
    const { listings } = await offered(1)
    expect(await good('GET', '/listings?limit=500', 'manager')).toMatchObject({ items: [] })
    expect(await good('POST', `/employee-listings/${listings[0]}/withdrawal`, 'manager')).toEqual({
      listingId: listings[0],
    })
    expect(await code(`/employee-listings/${listings[0]}/withdrawal`, 'manager')).toBe(
      'listing-ended',
    )
  })

  it('asks the share of the market value that its terms say, and tells the payroll office the rest', async () => {
    const prices = [{ maker: 'Lenovo', model: 'Listad 14', grade: 'A', priceOre: 123_450 }]
    const days = { validFromOn: '2026-03-01', validUntilOn: '2026-03-31' }
    await good('POST', '/price-lists', 'manager', { name: 'Mars', ...days, prices })
    const ids = await atTheBench(2, 'Listad 14')
    const put = {
      vat: 'standard',
      items: [{ deviceId: ids[0] }, { deviceId: ids[1], priceOre: 200_000 }],
    }
    expect(await good('POST', '/employee-listings', 'manager', put)).toMatchObject({ done: 2 })
    const { items } = await good('GET', '/employee-offers?limit=500', 'holder')
    const own = (items as { model: string }[]).filter(({ model }) => model === 'Listad 14')
    // 1 234,50 and 25 % upon it are 1 543,13; 80 % of that in whole kronor.
    expect(own).toMatchObject([
      { priceOre: 123_500, marketOre: 154_313, benefitOre: 30_813, vatOre: 24_700 },
      { priceOre: 200_000, marketOre: 154_313, benefitOre: 0 },
    ])
    const buyer = {
      ...owner,
      personId: await newPerson(world, owner.organisationId, ['holder'], {
        ...{ name: '=Åsa "Bo"', email: 'asa@partnern.test' },
      }),
    }
    const [listingId] = await listingsOf([ids[0]!])
    const body = { listingId: listingId!, payment: 'payroll' as const }
    const { id } = value(await world.act(buyer, (ctx) => buyAsEmployee(ctx, { body })))
    world.now = new Date('2026-03-20T09:00:00Z')
    const out = await good('POST', `/employee-purchases/${id}/hand-over`, 'technician')
    expect(out.benefitOre).toBe(30_813)
    world.now = start
    const file = async (month: string, who: Who = 'manager') =>
      call('GET', `/payroll-deductions?month=${month}`, who)
    const march = await file('2026-03')
    expect(march.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(march.headers['content-disposition']).toContain('loneavdrag-2026-03.csv')
    const lines = march.body.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffKöp;Namn;Användarnamn;E-post;Hämtad;Enhet;Serienummer;Nettolöneavdrag, kr;Förmånsvärde, kr',
    )
    // What would be run as a formula is made text.
    expect(lines.find((line) => line.startsWith(out.number))).toBe(
      `${out.number};"\t=Åsa ""Bo""";;asa@partnern.test;2026-03-20;Lenovo Listad 14;${out.serialNumber};1235,00;308,13`,
    )
    expect((await file('2026-04')).body).not.toContain(out.number)
    expect((await file('2026-13')).json().code).toBe('month-not-valid')
    expect((await file('2026-03', 'holder')).statusCode).toBe(403)
  })

  it('gives the file to who accounts for it or runs the sale, and the prices to who sets them', async () => {
    const may = async (role: Role, scopes?: readonly Permission[]) => {
      const token = await newToken(world, owner.organisationId, [role], scopes)
      const status = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
        const headers = { authorization: `Bearer ${token}` }
        const asked = { method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) }
        return (await (await world.app()).inject(asked)).statusCode
      }
      const file = await status('GET', '/payroll-deductions?month=2026-03')
      const lists = await status('GET', '/price-lists')
      // Reading the file decides nothing: the terms stay with who decides on outcomes.
      const terms = await status('PUT', '/employee-sale', open)
      return [file, lists, terms]
    }
    for (const role of ['itManager', 'sales', 'partnerManager', 'administrator'] as const)
      expect([role, ...(await may(role))]).toEqual([role, 200, 200, 200])
    expect(await may('economist')).toEqual([200, 403, 403])
    for (const role of ['holder', 'approver', 'technician', 'coordinator', 'auditor'] as const)
      expect([role, ...(await may(role))]).toEqual([role, 403, 403, 403])
    // A token reads no more than its scopes, whoever made it.
    expect(await may('economist', ['people.see', 'custody.own'])).toEqual([403, 403, 403])
  })

  it('shows its pictures to those who buy, and to nobody those of the shop', async () => {
    const ids = await atTheBench(2)
    const picture = async (path: string) => {
      const answer = await (
        await world.app()
      ).inject({
        ...{ method: 'POST', url: `/api/v1${path}` },
        headers: {
          authorization: `Bearer ${tokens.manager}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload: Buffer.concat([
          Buffer.from(
            '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n',
          ),
          pngOf(path.length),
          Buffer.from('\r\n--x--\r\n'),
        ]),
      })
      expect(answer.statusCode, answer.body).toBe(201)
      return answer.json().photoId as string
    }
    const [theirs, ofShop] = [await picture('/employee-photos'), await picture('/photos')]
    const photos = [{ photoId: theirs, alt: 'En lucka på glänt' }]
    const put = { vat: 'margin', items: [{ deviceId: ids[0], priceOre: 1000 }], photos }
    await good('POST', '/employee-listings', 'manager', put)
    const { items } = await good('GET', '/employee-offers?limit=500', 'holder')
    expect(items[0]).toMatchObject({ priceOre: 1000, photos: [{ ...photos[0], width: 1 }] })
    const seen = await call('GET', `/employee-photos/${theirs}`, 'holder')
    expect(seen.headers['content-type']).toBe('image/png')
    const hidden = await call('GET', `/employee-photos/${ofShop}`, 'holder')
    expect(hidden.json().code).toBe('photo-not-found')
    const none = { ...put, items: [{ deviceId: ids[1], priceOre: 1 }] }
    const missing = [{ photoId: owner.organisationId, alt: 'Ingen' }]
    expect(await code('/employee-listings', 'manager', { ...none, photos: missing })).toBe(
      'photo-not-found',
    )
  })
})
