// A purchase in the shop, over HTTP: ordered, sent, received, or come to nothing.
import { afterAll, describe, expect, it } from 'vitest'
import { gradedDevices, step } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import { openShop, order, sale } from '../../../test/support/shop.ts'
import { newOrganisation, newPartnership, newToken } from '../../../test/support/world.ts'
import { listeners as climate } from '../climate/jobs.ts'
import { releaseRunOut } from './jobs.ts'

const {
  world,
  owner,
  partner,
  buyer,
  tokens,
  call,
  get,
  post,
  code,
  inspect,
  published,
  findings,
} = await openShop()
afterAll(() => world.close())

const positions = (purchase: { lines: { position: number }[] }) =>
  purchase.lines.map((line) => line.position)

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
    tokens.partner = secondToken
    await inspect(ids)
    await post('/listings', 'partner', { ...sale, items: [{ deviceId: ids[0], priceOre: 100 }] })
    const { items } = await get('/listings', 'partner')
    tokens.partner = before
    const two = [listings[0]!, items[0].listingId].map((listingId) => ({ listingId, count: 1 }))
    expect(await code('/purchases', 'buyer', { lines: two })).toBe('several-sellers')
  })
})
