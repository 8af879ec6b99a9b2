// Nothing is sold twice, whatever happens at the same instant.
import { afterAll, describe, expect, it } from 'vitest'
import { openShop, order } from '../../../test/support/shop.ts'

const { world, buyer, call, get, post, published, sold } = await openShop()
afterAll(() => world.close())

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
