// A seller, its customers, and what they do over HTTP, for tests of the shop.
import { expect } from 'vitest'
import { testsOf } from '../../src/features/grading/rules/tests.ts'
import { gradedDevices, moveToPartner } from './circle.ts'
import { newOrganisation, newPartnership, newToken, newWorld, type Actor } from './world.ts'

/** On what terms, where a test does not care. */
export const sale = { vat: 'margin', warrantyMonths: 12 }

export const order = (listingId: string, count = 1) => ({ lines: [{ listingId, count }] })

/** A partner's shop: an owner whose devices it sells, two customers, and a stranger. */
export async function openShop() {
  const world = await newWorld()
  const owner = await newOrganisation(world, 'user', 'Kommunen som säljer')
  const partner = await newOrganisation(world, 'reusePartner', 'Omtag')
  const buyer = await newOrganisation(world, 'user', 'Institutet')
  const other = await newOrganisation(world, 'user', 'En annan kund')
  const stranger = await newOrganisation(world)
  for (const customer of [owner, buyer, other]) await newPartnership(world, customer, partner)
  const of = (who: Actor) => newToken(world, who.organisationId)
  const tokens = {
    owner: await of(owner),
    partner: await of(partner),
    buyer: await of(buyer),
    other: await of(other),
    stranger: await of(stranger),
  }
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

  async function sold(count = 1, kind: 'laptop' | 'smartphone' = 'laptop') {
    const { ids, listings, model } = await published(count, 250_000, kind)
    const { id } = await post('/purchases', 'buyer', order(listings[0]!, count))
    await post(`/purchases/${id}/confirmation`, 'buyer')
    await post(`/purchases/${id}/sending`, 'partner')
    const purchase = await post(`/purchases/${id}/receipt`, 'buyer', {})
    return { id, ids, model, purchase, deviceId: purchase.lines[0].deviceId as string }
  }

  return {
    ...{ world, owner, partner, buyer, other, tokens, call, get, post, code },
    ...{ stock, findings, inspect, published, sold },
  }
}
