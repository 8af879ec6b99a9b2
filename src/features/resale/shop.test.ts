// The shop over HTTP: put up, seen, ordered, sent, received, and answered for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gradedDevices, moveToPartner, step } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { testsOf } from '../grading/rules/tests.ts'
import { listeners as climate } from '../climate/jobs.ts'
import { listeners, releaseRunOut } from './jobs.ts'

let world: World
let owner: Actor
let partner: Actor
let buyer: Actor
let other: Actor
let tokens: Record<'owner' | 'partner' | 'buyer' | 'other' | 'stranger', string>

beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Kommunen som säljer')
  partner = await newOrganisation(world, 'reusePartner', 'Omtag')
  buyer = await newOrganisation(world, 'user', 'Institutet')
  other = await newOrganisation(world, 'user', 'En annan kund')
  const stranger = await newOrganisation(world)
  for (const customer of [owner, buyer, other]) await newPartnership(world, customer, partner)
  const of = (who: Actor) => newToken(world, who.organisationId)
  tokens = {
    owner: await of(owner),
    partner: await of(partner),
    buyer: await of(buyer),
    other: await of(other),
    stranger: await of(stranger),
  }
})
afterAll(() => world.close())

type Who = keyof typeof tokens

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, who: Who, payload?: object) =>
  (await world.app()).inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${tokens[who]}` },
    ...(payload ? { payload } : {}),
  })
const get = async (url: string, who: Who) => {
  const answer = await call('GET', url, who)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200)
  return answer.json()
}
const post = async (url: string, who: Who, payload?: object) => {
  const answer = await call('POST', url, who, payload)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBeLessThan(300)
  return answer.json()
}
const code = async (url: string, who: Who, payload?: object) => {
  const answer = await call('POST', url, who, payload)
  expect(answer.statusCode, `${url}: ${answer.body}`).toBeGreaterThanOrEqual(400)
  return answer.json().code as string
}

/** Used by the owner, erased, sent to the partner and graded there at the bench. */
async function stock(count: number, kind: 'laptop' | 'smartphone' = 'laptop', model = 'T14') {
  const ids = await gradedDevices(world, owner, count, {
    kind,
    facts: { model, storageGb: 256, ramMb: 16_384, osName: 'Windows 11' },
  })
  await moveToPartner(world, owner, partner, ids)
  await inspect(ids, kind)
  return ids
}

/** Everything works and nothing is seen: grade A. */
const findings = (kind: 'laptop' | 'smartphone') => {
  const { key, secondary } = testsOf(kind)
  const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' }))
  return { tests, defects: [], inspected: true, softwareLoaded: true, batteryPercent: 91 }
}
const inspect = async (ids: readonly string[], kind: 'laptop' | 'smartphone' = 'laptop') => {
  const items = ids.map((deviceId) => ({ deviceId, ...findings(kind) }))
  expect(await post('/inspections', 'partner', { items })).toMatchObject({ done: ids.length })
}

const sale = { vat: 'margin', warrantyMonths: 12 }
let models = 0
/** A model of its own, so that offers of different tests are not alike. @returns listing ids */
async function published(
  count: number,
  priceOre = 250_000,
  kind: 'laptop' | 'smartphone' = 'laptop',
) {
  const model = `Modell ${++models}`
  const ids = await stock(count, kind, model)
  const items = ids.map((deviceId) => ({ deviceId, priceOre }))
  expect(await post('/listings', 'partner', { items, ...sale })).toMatchObject({ done: count })
  const { items: all } = await get(`/listings?limit=500&state=listed`, 'partner')
  const listings = (all as { deviceId: string; listingId: string }[]).filter((one) =>
    ids.includes(one.deviceId),
  )
  expect(listings).toHaveLength(count)
  return { ids, model, listings: listings.map((one) => one.listingId) }
}

const order = (listingId: string, count = 1) => ({ lines: [{ listingId, count }] })
const positions = (purchase: { lines: { position: number }[] }) =>
  purchase.lines.map((line) => line.position)

async function sold(count = 1, kind: 'laptop' | 'smartphone' = 'laptop') {
  const { ids, listings, model } = await published(count, 250_000, kind)
  const { id } = await post('/purchases', 'buyer', order(listings[0]!, count))
  await post(`/purchases/${id}/confirmation`, 'buyer')
  await post(`/purchases/${id}/sending`, 'partner')
  const purchase = await post(`/purchases/${id}/receipt`, 'buyer', {})
  return { id, ids, model, purchase, deviceId: purchase.lines[0].deviceId as string }
}

describe('putting up for sale', () => {
  it('takes graded stock, many at once, and answers each', async () => {
    const ids = await stock(2)
    const { items } = await get('/shop-stock?limit=500', 'partner')
    expect(items.map((one: { deviceId: string }) => one.deviceId)).toEqual(
      expect.arrayContaining(ids),
    )
    const [unerased] = await gradedDevices(world, owner, 1)
    await moveToPartner(world, owner, partner, [unerased!])
    await inspect([unerased!])
    await step(world, partner, [unerased!], {
      entry: { kind: 'erasure.refuted', content: {} },
      set: { dataState: 'holdsData' },
    })
    const [ungraded] = await newDevices(world, partner, 1)
    const wanted = [...ids, unerased!, ungraded!, owner.organisationId]
    const answer = await post('/listings', 'partner', {
      ...sale,
      items: wanted.map((deviceId) => ({ deviceId, priceOre: 199_000 })),
    })
    expect(answer.items.map((one: { code: string }) => one.code)).toEqual([
      null,
      null,
      'data-unproven',
      'grade-not-sold',
      'device-not-found',
    ])
    const again = { ...sale, items: [{ deviceId: ids[0], priceOre: 1 }] }
    expect((await post('/listings', 'partner', again)).items[0].code).toBe('device-reserved')
    const twice = { ...sale, items: [{ deviceId: ids[0] }, { deviceId: ids[0] }] }
    expect(await code('/listings', 'partner', twice)).toBe('repeated-device')
    // What is up for sale is kept: neither packed, nor sold by another way, nor kept by its owner.
    const outcome = { items: [{ deviceId: ids[0], step: 'resale', reason: 'ownerPolicy' }] }
    expect((await post('/outcomes', 'partner', outcome)).items[0].code).toBe('device-reserved')
    const keep = { items: [{ deviceId: ids[0], step: 'internalReuse' }] }
    expect((await post('/outcomes', 'owner', keep)).items[0].code).toBe('device-reserved')
  })

  it('prices by a list with valid days, and by no other', async () => {
    const [a, b] = await stock(2, 'laptop', 'Prislistan 14')
    const prices = [{ maker: 'LENOVO', model: 'prislistan 14', grade: 'A', priceOre: 312_000 }]
    const list = { name: 'Vår', validFromOn: '2026-03-01', validUntilOn: '2026-03-31', prices }
    for (const days of [{ validFromOn: null }, { validUntilOn: null }])
      expect(await code('/price-lists', 'partner', { ...list, ...days })).toBe(
        'price-list-without-days',
      )
    expect(await code('/price-lists', 'partner', { ...list, validUntilOn: '2026-02-01' })).toBe(
      'price-ends-first',
    )
    expect(await code('/price-lists', 'partner', { ...list, prices: [...prices, ...prices] })).toBe(
      'price-list-row-twice',
    )
    expect(await code('/price-lists', 'partner', { ...list, validFromOn: '2026-02-30' })).toBe(
      'day-not-valid',
    )
    const last = { ...list, validFromOn: '2026-01-01', validUntilOn: '2026-02-28' }
    const old = await post('/price-lists', 'partner', last)
    const made = await post('/price-lists', 'partner', list)
    expect(made).toMatchObject({ validToday: true, rows: 1, prices: [{ priceOre: 312_000 }] })
    const items = [{ deviceId: a }]
    const of = (priceListId: string) => ({ ...sale, items, priceListId })
    expect(await code('/listings', 'partner', of(old.id))).toBe('price-list-not-valid')
    expect(await code('/listings', 'partner', of(owner.organisationId))).toBe(
      'price-list-not-found',
    )
    expect(await post('/listings', 'partner', of(made.id))).toMatchObject({ done: 1 })
    // Without a list named, the one that is valid today.
    const unnamed = { ...sale, items: [{ deviceId: b }] }
    expect(await post('/listings', 'partner', unnamed)).toMatchObject({ done: 1 })
    const { items: up } = await get('/listings', 'partner')
    const mine = (up as { deviceId: string; priceOre: number }[]).filter((one) =>
      [a, b].includes(one.deviceId),
    )
    expect(mine.map((one) => one.priceOre)).toEqual([312_000, 312_000])
    const [unlisted] = await stock(1, 'laptop', 'Utan pris')
    const none = { ...sale, items: [{ deviceId: unlisted }] }
    expect((await post('/listings', 'partner', none)).items[0].code).toBe('price-missing')
    expect((await get('/price-lists', 'buyer')).items).toEqual([])
  })

  it('keeps each price it has had, and lets a device out of the shop again', async () => {
    const { ids, listings } = await published(1)
    const [id] = listings
    await post(`/listings/${id}/prices`, 'partner', { priceOre: 199_000 })
    const shown = await get(`/listings/${id}`, 'partner')
    expect(shown.prices.map((one: { priceOre: number }) => one.priceOre)).toEqual([
      199_000, 250_000,
    ])
    expect(await get(`/listings/${id}`, 'buyer')).toMatchObject({ priceOre: 199_000, prices: [] })
    for (const path of ['prices', 'withdrawal'])
      expect(await code(`/listings/${id}/${path}`, 'buyer', { priceOre: 1 })).toBe(
        'listing-not-found',
      )
    await post(`/listings/${id}/withdrawal`, 'partner')
    expect(await code(`/listings/${id}/withdrawal`, 'partner')).toBe('listing-ended')
    expect((await call('GET', `/listings/${id}`, 'buyer')).statusCode).toBe(404)
    const items = [{ deviceId: ids[0], priceOre: 240_000 }]
    expect(await post('/listings', 'partner', { items, ...sale })).toMatchObject({ done: 1 })
  })
})

describe('who sees a shop', () => {
  it('its customers, and of the device no more than the listing says', async () => {
    const { ids, listings } = await published(1)
    for (const who of ['buyer', 'other'] as const) {
      const listing = await get(`/listings/${listings[0]}`, who)
      expect(listing).toMatchObject({
        ...{ free: true, alike: 1, own: false, grade: 'A', batteryPercent: 91, memoryGb: 16 },
        ...{ warrantyMonths: 12, vat: 'margin', osFamily: 'windows' },
        calculation: { rule: 'omlopp-grade/1', cosmetic: 'C7' },
        againstNew: { method: 'omlopp-impact/1' },
      })
      const { kg, lowKg, highKg } = listing.againstNew
      expect(lowKg).toBeLessThan(kg)
      expect(highKg).toBeGreaterThan(kg)
      const told = JSON.stringify(listing)
      for (const secret of [ids[0]!, owner.organisationId, 'Kommunen som säljer'])
        expect(told).not.toContain(secret)
      expect((await call('GET', `/devices/${ids[0]}`, who)).statusCode).toBe(404)
    }
    expect((await call('GET', `/listings/${listings[0]}`, 'stranger')).statusCode).toBe(404)
    expect((await get('/shop-offers', 'stranger')).items).toEqual([])
    expect(await get('/shop-offer-counts', 'stranger')).toEqual({ total: 0, byKind: [] })
    // The owner's own are not for itself to buy.
    const { items } = await get('/shop-offers?limit=500', 'owner')
    expect(items).toEqual([])
    expect(await code('/purchases', 'owner', order(listings[0]!))).toBe('listing-taken')
    expect(await code('/purchases', 'partner', order(listings[0]!))).toBe('own-listing')
    expect(await code('/purchases', 'stranger', order(listings[0]!))).toBe('listing-not-found')
  })

  it('filters and pages offers, alike ones together', async () => {
    const { model } = await published(3, 150_000, 'smartphone')
    const { items } = await get(`/shop-offers?q=${encodeURIComponent(model)}`, 'buyer')
    expect(items).toMatchObject([{ count: 3, kind: 'smartphone', priceOre: 150_000 }])
    const none = ['kind=monitor', 'leastMemoryGb=64', 'osFamily=android', 'mostOre=100']
    for (const filter of none)
      expect(
        (await get(`/shop-offers?q=${encodeURIComponent(model)}&${filter}`, 'buyer')).items,
        filter,
      ).toEqual([])
    for (const sort of ['price', 'grade', 'latest']) {
      const all = (await get(`/shop-offers?limit=500&sort=${sort}`, 'buyer')).items
      const paged: unknown[] = []
      for (let next: string | null = ''; next !== null;) {
        const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : ''
        const page = await get(`/shop-offers?limit=2&sort=${sort}${cursor}`, 'buyer')
        paged.push(...page.items)
        next = page.next
      }
      expect(paged, sort).toEqual(all)
    }
    for (const url of ['/shop-offers', '/purchases', '/warranty-cases'])
      expect((await call('GET', `${url}?cursor=nonsense`, 'buyer')).json().code).toBe(
        'cursor-unknown',
      )
    for (const url of ['/listings', '/shop-stock'])
      expect((await call('GET', `${url}?cursor=nonsense`, 'partner')).json().code).toBe(
        'cursor-unknown',
      )
  })

  it('shows a need what stands ready, per month over its term', async () => {
    const { listings } = await published(2, 360_000)
    await post(`/listings/${listings[0]}/prices`, 'partner', { priceOre: 72_000 })
    const { items } = await get(
      '/reused-stock?kind=laptop&leastMemoryGb=16&osFamily=windows&leastGrade=B&termMonths=36',
      'buyer',
    )
    expect(items).toMatchObject([
      {
        ...{ fromOre: 72_000, fromMonthOre: 2_000, bestGrade: 'A', listingId: listings[0] },
        seller: { id: partner.organisationId, name: 'Omtag' },
      },
    ])
    // The form of an order asks the same, between the pool and anything new (law 8).
    const asked = '/order-options?kind=laptop&leastMemoryGb=16&osFamily=windows&leastGrade=B'
    expect((await get(asked, 'buyer')).partnerStock).toEqual(items)
    expect((await get('/reused-stock?kind=printer', 'buyer')).items).toEqual([])
    expect((await get('/reused-stock?kind=laptop', 'stranger')).items).toEqual([])
  })
})

describe('a purchase', () => {
  it('is reserved, confirmed, sent and received, and then stands in the buyer’s own pool', async () => {
    const { ids, listings } = await published(2)
    const made = await post('/purchases', 'buyer', {
      ...order(listings[0]!, 2),
      toAddress: 'Campusgatan 1',
      reference: 'ref 4711',
    })
    expect(made).toMatchObject({
      ...{ state: 'reserved', side: 'buyer', devices: 2, toAddress: 'Campusgatan 1' },
      reservedUntil: '2026-03-13T09:00:00.000Z',
      sum: { netOre: 500_000, vatOre: 0, totalOre: 500_000 },
    })
    const { id } = made
    const path = `/purchases/${id}`
    expect((await get(`/listings/${listings[0]}`, 'buyer')).free).toBe(false)
    expect(await code('/purchases', 'other', order(listings[0]!))).toBe('listing-taken')
    for (const act of ['prices', 'withdrawal'])
      expect(await code(`/listings/${listings[0]}/${act}`, 'partner', { priceOre: 1 })).toBe(
        'listing-kept',
      )
    expect(await code(`${path}/sending`, 'partner')).toBe('purchase-state-forbids')
    await post(`${path}/confirmation`, 'buyer')
    expect(await code(`${path}/receipt`, 'buyer', {})).toBe('purchase-state-forbids')
    expect(await code(`${path}/sending`, 'buyer')).toBe('purchase-not-yours')
    expect((await call('GET', path, 'other')).statusCode).toBe(404)
    const sent = await post(`${path}/sending`, 'partner')
    expect(sent).toMatchObject({ state: 'sent', side: 'seller' })
    expect(await code(`${path}/cancellation`, 'buyer')).toBe('purchase-state-forbids')
    // In transit the seller still answers for it, and both are party to it.
    expect(await get(`/devices/${ids[0]}`, 'buyer')).toMatchObject({
      ...{ status: 'sent', purchasedOn: null, note: null },
      custodian: { id: partner.organisationId },
    })
    const part = await post(`${path}/receipt`, 'buyer', { positions: [1] })
    expect(part).toMatchObject({ state: 'sent', received: 1 })
    expect(await code(`${path}/receipt`, 'buyer', { positions: [1] })).toBe('line-not-sent')
    const whole = await post(`${path}/receipt`, 'buyer', {})
    expect(whole).toMatchObject({ state: 'received', received: 2 })
    expect(whole.lines[0]).toMatchObject({ warrantyUntilOn: '2027-03-12', state: 'received' })
    const mine = whole.lines[0].deviceId as string
    expect(await get(`/devices/${mine}`, 'buyer')).toMatchObject({
      ...{ status: 'pool', grade: 'A', life: 2, warrantyUntilOn: '2027-03-12', assetTag: null },
      ...{ purchasedOn: '2026-03-12', priceOre: 250_000, supplierName: 'Omtag' },
      ...{ owner: { id: buyer.organisationId }, orderNumber: whole.number },
    })
    expect((await get(`/devices/${mine}/life`, 'buyer')).chainIsWhole).toBe(true)
    // The seller's register and the owner's know it as sold; the buyer no longer sees that row.
    const [soldId] = ids as [string]
    expect((await call('GET', `/devices/${soldId}`, 'buyer')).statusCode).toBe(404)
    for (const who of ['owner', 'partner'] as const) {
      expect(await get(`/devices/${soldId}`, who)).toMatchObject({ status: 'sold', life: 2 })
      const life = await get(`/devices/${soldId}/life`, who)
      expect(life.stays.at(-1)).toMatchObject({ kind: 'left', account: { kind: 'outside' } })
      expect(life.chainIsWhole).toBe(true)
    }
    const { items } = await get(`/outcomes?deviceId=${soldId}`, 'owner')
    expect(items).toMatchObject([{ step: 'resale', priceOre: 250_000, life: 1 }])
    const warranty = await get(`/devices/${mine}/warranty`, 'buyer')
    expect(warranty).toMatchObject({ runs: true, purchase: { id, number: whole.number } })
  })

  it('counts its second life once, when it is received, also when it is handed out after', async () => {
    const { ids, listings } = await published(1)
    const lives = async () => {
      await hearAll(world.database, climate)
      const { rows } = await world.database.pool.query<{ organisation: string; kind: string }>(
        `SELECT organisation_id AS organisation, kind FROM climate.reuse r
         WHERE r.device_id = ANY ($1) OR r.organisation_id = $2`,
        [ids, buyer.organisationId],
      )
      return rows
    }
    const before = await lives()
    const { id } = await post('/purchases', 'buyer', order(listings[0]!))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    await post(`/purchases/${id}/sending`, 'partner')
    expect(await lives()).toEqual(before)
    const purchase = await post(`/purchases/${id}/receipt`, 'buyer', {})
    const once = [...before, { organisation: owner.organisationId, kind: 'sold' }]
    expect(await lives()).toEqual(once)
    const deviceId = purchase.lines[0].deviceId as string
    const holderId = buyer.personId
    const out = await post('/hand-outs', 'buyer', { items: [{ deviceId, holderId }] })
    expect(out).toMatchObject({ done: 1 })
    expect(await lives()).toEqual(once)
  })

  it('says to both sides what was lost on the way, and the rest is received', async () => {
    const { ids, listings } = await published(2)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!, 2))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    await post(`/purchases/${id}/sending`, 'partner')
    await post(`/devices/${ids[0]}/loss`, 'partner', { as: 'missing' })
    for (const who of ['buyer', 'partner'] as const) {
      const { lines } = await get(`/purchases/${id}`, who)
      expect(lines.filter((line: { lost: boolean }) => line.lost)).toHaveLength(1)
    }
    const { lines } = await post(`/purchases/${id}/receipt`, 'buyer', {})
    expect(lines.map((line: { state: string }) => line.state).sort()).toEqual(['received', 'sent'])
    const lost = lines.find((line: { lost: boolean }) => line.lost)
    const back = { positions: [lost.position] }
    expect(await post(`/purchases/${id}/take-back`, 'partner', back)).toMatchObject({
      ...{ state: 'received', devices: 1 },
    })
  })

  it('ends by either side before it is sent, and everything is free again', async () => {
    const { listings } = await published(1)
    for (const [who, act] of [
      ['buyer', 'cancellation'],
      ['partner', 'refusal'],
    ] as const) {
      const { id } = await post('/purchases', 'buyer', order(listings[0]!))
      await post(`/purchases/${id}/confirmation`, 'buyer')
      expect(await post(`/purchases/${id}/${act}`, who)).toMatchObject({ state: 'cancelled' })
      expect(await code(`/purchases/${id}/confirmation`, 'buyer')).toBe('purchase-state-forbids')
      expect((await get(`/listings/${listings[0]}`, 'other')).free).toBe(true)
    }
  })

  it('runs out by the clock, before the job has been round and after', async () => {
    const { listings } = await published(1)
    const began = world.now
    const first = await post('/purchases', 'buyer', order(listings[0]!))
    const path = `/purchases/${first.id}`
    world.now = new Date(began.getTime() + 24 * 3_600_000)
    expect(await get(path, 'buyer')).toMatchObject({ state: 'expired' })
    expect((await get(`/listings/${listings[0]}`, 'other')).free).toBe(true)
    expect(await code(`${path}/confirmation`, 'buyer')).toBe('reservation-expired')
    const expired = await get('/purchases?state=expired', 'buyer')
    expect(expired.items.map((one: { id: string }) => one.id)).toContain(first.id)
    // Another takes it without waiting for the job; what it ends is told in the first one's chain.
    const second = await post('/purchases', 'other', order(listings[0]!))
    expect(second.state).toBe('reserved')
    world.now = new Date(world.now.getTime() + 24 * 3_600_000)
    await releaseRunOut(world.database, world.now)
    // Many were published at this one instant of the test, and chance orders them.
    const { items } = await get('/listings?kept=false&limit=500', 'partner')
    expect(items.find((one: { listingId: string }) => one.listingId === listings[0])).toMatchObject(
      { purchaseId: null },
    )
    for (const purchase of [first, second]) {
      const { rows } = await world.database.pool.query(
        'SELECT kind FROM journal.entry WHERE subject_id = $1 ORDER BY seq',
        [purchase.id],
      )
      const kinds = rows.map((row: { kind: string }) => row.kind)
      expect(kinds).toEqual(['resale.reserved', 'resale.expired'])
    }
    world.now = began
  })

  it('asks again at the sending what was true when it was put up', async () => {
    const { ids, listings } = await published(2)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!, 2))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    const scratched = { code: 'scratch', part: 'lid', severity: 'major' }
    const inspection = { deviceId: ids[0], ...findings('laptop'), defects: [scratched] }
    await post('/inspections', 'partner', { items: [inspection] })
    expect(await code(`/purchases/${id}/sending`, 'partner')).toBe('grade-worse')
    await inspect([ids[0]!])
    await step(world, partner, [ids[1]!], {
      entry: { kind: 'erasure.refuted', content: {} },
      set: { dataState: 'holdsData' },
    })
    expect(await code(`/purchases/${id}/sending`, 'partner')).toBe('data-unproven')
    expect((await get(`/purchases/${id}`, 'partner')).state).toBe('confirmed')
  })

  it('takes back what never came: it stands in the shop again', async () => {
    const { ids, listings } = await published(2)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!, 2))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    const sent = await post(`/purchases/${id}/sending`, 'partner')
    const [came, lost] = positions(sent) as [number, number]
    await post(`/purchases/${id}/receipt`, 'buyer', { positions: [came] })
    const back = await post(`/purchases/${id}/take-back`, 'partner', { positions: [lost] })
    expect(back).toMatchObject({ state: 'received', devices: 1 })
    const { items } = await get('/listings?state=listed&limit=500', 'partner')
    const again = (items as { deviceId: string; kept: boolean }[]).filter((one) =>
      ids.includes(one.deviceId),
    )
    expect(again).toMatchObject([{ kept: false }])
    expect(await get(`/devices/${again[0]!.deviceId}`, 'partner')).toMatchObject({
      status: 'graded',
    })
  })

  it('names a place of one’s own, and one shop at a time', async () => {
    const { listings } = await published(1)
    const wrong = { ...order(listings[0]!), placeId: owner.organisationId }
    expect(await code('/purchases', 'buyer', wrong)).toBe('place-not-found')
    const second = await newOrganisation(world, 'reusePartner', 'Andra butiken')
    await newPartnership(world, buyer, second)
    const secondToken = await newToken(world, second.organisationId)
    const ids = await gradedDevices(world, second, 1)
    const before = tokens.partner
    tokens = { ...tokens, partner: secondToken }
    await inspect(ids)
    await post('/listings', 'partner', { ...sale, items: [{ deviceId: ids[0], priceOre: 100 }] })
    const { items } = await get('/listings', 'partner')
    tokens = { ...tokens, partner: before }
    const two = [listings[0]!, items[0].listingId].map((listingId) => ({ listingId, count: 1 }))
    expect(await code('/purchases', 'buyer', { lines: two })).toBe('several-sellers')
  })
})

describe('at the same instant', () => {
  it('two orders for the last device: one gets it, on the real engine', async () => {
    for (let round = 0; round < 5; round++) {
      const { listings } = await published(1)
      const answers = await Promise.all(
        (['buyer', 'other', 'buyer', 'other'] as const).map((who) =>
          call('POST', '/purchases', who, order(listings[0]!)),
        ),
      )
      const won = answers.filter((answer) => answer.statusCode === 201)
      expect(won.map((answer) => answer.json().devices)).toEqual([1])
      const lost = answers.filter((answer) => answer.statusCode !== 201)
      expect(lost.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
        Array.from({ length: 3 }, () => [409, 'listing-taken']),
      )
    }
  })

  it('many orders for some of many: none is promised twice, none is left over', async () => {
    const { listings } = await published(5)
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        call('POST', '/purchases', index % 2 ? 'buyer' : 'other', order(listings[index]!, 2)),
      ),
    )
    const won = answers.filter((answer) => answer.statusCode === 201).map((one) => one.json())
    expect(won).toHaveLength(2)
    const taken = won.flatMap((one) =>
      (one.lines as { listingId: string }[]).map((line) => line.listingId),
    )
    expect(new Set(taken).size).toBe(4)
    expect((await get(`/listings/${listings[0]}`, 'buyer')).alike).toBe(1)
  })

  it('an order and a withdrawal: never both', async () => {
    for (let round = 0; round < 4; round++) {
      const { listings } = await published(1)
      const [ordered, withdrawn] = await Promise.all([
        call('POST', '/purchases', 'buyer', order(listings[0]!)),
        call('POST', `/listings/${listings[0]}/withdrawal`, 'partner'),
      ])
      expect([ordered.statusCode === 201, withdrawn.statusCode === 200].filter(Boolean)).toEqual([
        true,
      ])
    }
  })

  it('two receipts of the same purchase: it is registered once', async () => {
    const { listings, ids } = await published(2)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!, 2))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    await post(`/purchases/${id}/sending`, 'partner')
    const answers = await Promise.all(
      [1, 2, 3].map(() => call('POST', `/purchases/${id}/receipt`, 'buyer', {})),
    )
    const statuses = answers.map((answer) => answer.statusCode)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    const { rows } = await world.database.pool.query(
      'SELECT count(*)::int AS count FROM devices.device d WHERE d.owner_id = $1 AND order_number = $2',
      [buyer.organisationId, (await get(`/purchases/${id}`, 'buyer')).number],
    )
    expect(rows[0].count).toBe(ids.length)
  })
})

describe('the warranty', () => {
  it('is refused after its end, with the day, and without a purchase', async () => {
    const { deviceId } = await sold()
    const path = `/devices/${deviceId}/warranty-cases`
    const began = world.now
    world.now = new Date('2027-03-13T08:00:00Z')
    const late = await call('POST', path, 'buyer', { fault: 'Batteriet sväller' })
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({
      ...{ code: 'warranty-ended', details: { endedOn: '2027-03-12' } },
    })
    world.now = new Date('2027-03-12T20:00:00Z')
    expect(await post(path, 'buyer', { fault: 'Batteriet sväller' })).toMatchObject({
      ...{ state: 'open', side: 'buyer', warrantyUntilOn: '2027-03-12' },
    })
    expect(await code(path, 'buyer', { fault: 'Igen' })).toBe('warranty-case-open')
    world.now = began
    const [own] = await newDevices(world, buyer, 1)
    const fault = { fault: 'Trasig' }
    expect(await code(`/devices/${own}/warranty-cases`, 'buyer', fault)).toBe('warranty-none')
    expect(await code(`/devices/${deviceId}/warranty-cases`, 'other', fault)).toBe(
      'device-not-found',
    )
    expect(await code(path, 'buyer', { fault: '   ' })).toBe('fault-missing')
  })

  it('is answered with a repair or a refusal in words, by the seller', async () => {
    const { deviceId } = await sold()
    const opened = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Svart' })
    const path = `/warranty-cases/${opened.id}`
    expect((await call('GET', path, 'other')).statusCode).toBe(404)
    expect(await get(path, 'partner')).toMatchObject({ side: 'seller', deviceId: null })
    const repair = { answer: 'repair', words: null }
    expect(await code(`${path}/answer`, 'buyer', repair)).toBe('case-not-yours')
    expect(await code(`${path}/answer`, 'partner', { answer: 'refusal', words: ' ' })).toBe(
      'answer-words-missing',
    )
    expect(await code(`${path}/closing`, 'partner')).toBe('case-state-forbids')
    expect(await post(`${path}/answer`, 'partner', repair)).toMatchObject({ state: 'repairing' })
    expect(await post(`${path}/closing`, 'partner')).toMatchObject({ state: 'closed' })
    const again = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Blöt' })
    const no = { answer: 'refusal', words: 'Vätskeskada' }
    expect(await post(`/warranty-cases/${again.id}/answer`, 'partner', no)).toMatchObject({
      ...{ state: 'refused', answerWords: 'Vätskeskada' },
    })
    expect(await code(`/warranty-cases/${again.id}/answer`, 'partner', no)).toBe(
      'case-state-forbids',
    )
    const list = await get('/warranty-cases', 'buyer')
    expect(list.items.map((one: { id: string }) => one.id)).toEqual(
      expect.arrayContaining([opened.id, again.id]),
    )
  })

  it('gives another device with the rest of the warranty, and opens the return of the old', async () => {
    const { deviceId } = await sold(1, 'smartphone')
    const [better, computer] = [await published(1, 300_000, 'smartphone'), await published(1)]
    const began = world.now
    world.now = new Date('2026-09-01T08:00:00Z')
    const opened = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Död' })
    const path = `/warranty-cases/${opened.id}/answer`
    const answer = (listingId?: string) => ({ answer: 'replacement', words: null, listingId })
    expect(await code(path, 'partner', answer())).toBe('replacement-missing')
    expect(await code(path, 'partner', answer(owner.organisationId))).toBe('listing-not-found')
    expect(await code(path, 'partner', answer(computer.listings[0]))).toBe(
      'replacement-of-other-kind',
    )
    const answered = await post(path, 'partner', answer(better.listings[0]))
    expect(answered).toMatchObject({ state: 'replacing', returnByOn: '2026-10-01' })
    // Law 3: due from the same moment.
    expect(await get(`/devices/${deviceId}`, 'buyer')).toMatchObject({ endsOn: '2026-09-01' })
    const id = answered.replacement.id as string
    expect(await get(`/purchases/${id}`, 'buyer')).toMatchObject({
      ...{ state: 'confirmed', caseId: opened.id, sum: { totalOre: 0 } },
    })
    await post(`/purchases/${id}/sending`, 'partner')
    const received = await post(`/purchases/${id}/receipt`, 'buyer', {})
    expect(received.lines[0]).toMatchObject({ warrantyUntilOn: '2027-03-12', priceOre: 0 })
    // The case hears that the old one has been received, and nobody has to close it.
    await moveToPartner(world, buyer, partner, [deviceId])
    await hearAll(world.database, listeners)
    expect(await get(`/warranty-cases/${opened.id}`, 'partner')).toMatchObject({
      ...{ state: 'closed', returnedAt: world.now.toISOString() },
    })
    expect(await code(`/warranty-cases/${opened.id}/closing`, 'partner')).toBe('case-state-forbids')
    world.now = began
  })
})

describe('the laws', () => {
  it('no row of a device is left without a custodian, or with two', async () => {
    const { purchase, ids } = await sold(3)
    const mine = (purchase.lines as { deviceId: string }[]).map((line) => line.deviceId)
    const { rows } = await world.database.pool.query<{ kind: string; status: string }>(
      `SELECT c.account_kind AS kind, d.status FROM devices.device d
       JOIN custody.present c ON c.device_id = d.id WHERE d.id = ANY ($1)`,
      [[...mine, ...ids]],
    )
    expect(rows.map((row) => `${row.kind} ${row.status}`).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'depot pool'),
      ...Array.from({ length: 3 }, () => 'outside sold'),
    ])
  })

  it('the database alone refuses to sell a device twice', async () => {
    const { listings } = await published(1)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!))
    const again = world.database.pool.query(
      `INSERT INTO resale.purchase_line (purchase_id, position, seller_id, buyer_id, listing_id,
         device_id, state, kind, maker, model, grade, price_ore, vat, warranty_months)
       SELECT purchase_id, 99, seller_id, buyer_id, listing_id, device_id, 'ordered', kind, maker,
         model, grade, price_ore, vat, warranty_months
       FROM resale.purchase_line WHERE purchase_id = $1`,
      [id],
    )
    await expect(again).rejects.toMatchObject({ code: '23505' })
  })
})
