// What a seller puts up, at what price, and who sees it, over HTTP.
import { afterAll, describe, expect, it } from 'vitest'
import { gradedDevices, moveToPartner, step } from '../../../test/support/circle.ts'
import { openShop, order, sale } from '../../../test/support/shop.ts'
import { newDevices } from '../../../test/support/world.ts'

const { world, owner, partner, call, get, post, code, stock, inspect, published } = await openShop()
afterAll(() => world.close())

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
