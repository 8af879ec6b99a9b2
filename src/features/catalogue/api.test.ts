import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newOrganisation,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'

let world: World
let owner: Actor
let sara: string
let erik: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  sara = await newToken(world, owner.organisationId, ['itManager'])
  erik = await newToken(world, owner.organisationId, ['economist'])
})
afterAll(() => world.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const ask = async (
  bearer: string,
  method: Method,
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
) =>
  (await world.app()).inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${bearer}`, ...headers },
    ...(payload && { payload }),
  })
const codeOf = (answer: { body: string }) => (JSON.parse(answer.body) as { code?: string }).code

let count = 0
async function newModel(facts: object = {}, bearer = sara) {
  const model = { kind: 'laptop', maker: 'Dell Inc.', name: `Latitude ${++count}` }
  const answer = await ask(bearer, 'POST', '/models', { ...model, ...facts })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string; version: number; name: string }>()
}

describe('models over HTTP', () => {
  it('are added, read, changed by the version that was read, and found', async () => {
    const model = await newModel({ name: 'Latitude 5450', memoryGb: 16, gtin: '4006381333931' })
    const read = await ask(sara, 'GET', `/models/${model.id}`)
    expect(read.headers['etag']).toBe('"1"')
    expect(read.json()).toMatchObject({ memoryGb: 16, cpu: null, known: 0, asked: 10, labels: 0 })
    expect(read.json().requirements).toHaveLength(10)
    expect(read.json().requirements[0]).toEqual({
      key: 'recycledContentPercent',
      value: null,
      source: null,
      checkedOn: null,
      checkedBy: null,
    })
    const change = (body: object, version: number) =>
      ask(sara, 'PATCH', `/models/${model.id}`, body, { 'if-match': `"${version}"` })
    const changed = await change({ storageGb: 512, osFamily: 'windows' }, 1)
    expect(changed.json()).toMatchObject({ memoryGb: 16, storageGb: 512, version: 2 })
    expect((await change({ storageGb: 256 }, 1)).statusCode).toBe(412)
    const found = await ask(sara, 'GET', '/models?q=dell+inc.+latitude+5450')
    expect(found.json().items.map((item: { id: string }) => item.id)).toEqual([model.id])
    expect((await ask(sara, 'GET', '/models?q=100%25')).json().items).toEqual([])
  })

  it('are listed by maker and name, page after page', async () => {
    const other = await newOrganisation(world)
    const token = await newToken(world, other.organisationId)
    for (const [maker, name] of [
      ['HP', 'Ö-serien'],
      ['HP', 'Å-serien'],
      ['Hewlett-Packard', 'Z-serien'],
      ['Apple', 'MacBook Air'],
      ['Dell', 'A'],
    ])
      await newModel({ maker, name }, token)
    const names: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page = await ask(token, 'GET', `/models?limit=2${next ? `&cursor=${next}` : ''}`)
      names.push(...page.json().items.map((item: { name: string }) => item.name))
      next = page.json().next
    }
    expect(names).toEqual(['MacBook Air', 'A', 'Z-serien', 'Å-serien', 'Ö-serien'])
    expect(codeOf(await ask(token, 'GET', '/models?cursor=x'))).toBe('cursor-unknown')
  })

  it('refuse what is not right, each with its code', async () => {
    const model = await newModel()
    const twin = { kind: 'laptop', maker: 'DELL', name: ` ${model.name.toLowerCase()} ` }
    const other = await newModel()
    const at = `/models/${model.id}`
    for (const [code, method, url, body] of [
      ['model-exists', 'POST', '/models', twin],
      ['model-exists', 'PATCH', at, { name: other.name }],
      ['gtin-not-valid', 'PATCH', at, { gtin: '4006381333932' }],
      ['footprint-without-source', 'PATCH', at, { footprintKg: 230 }],
      ['duplicate-is-itself', 'POST', `${at}/duplicates`, { modelIds: [model.id] }],
      ['model-not-found', 'GET', '/models/00000000-0000-7000-8000-000000000000', undefined],
      ['invalid-input', 'PATCH', at, { memoryGb: '16' }],
      ['invalid-input', 'PATCH', at, { passportUrl: 'javascript:alert(1)' }],
    ] as const)
      expect([url, body, codeOf(await ask(sara, method, url, body))]).toEqual([url, body, code])
    expect((await ask(sara, 'GET', at)).json()).toMatchObject({ name: model.name, version: 1 })
  })

  it('are joined, so that both ids and both names lead to the one that stays', async () => {
    const [first, second, third] = [await newModel(), await newModel(), await newModel()]
    const merge = (into: string, ...modelIds: string[]) =>
      ask(sara, 'POST', `/models/${into}/duplicates`, { modelIds })
    expect((await merge(second.id, first.id)).statusCode).toBe(200)
    const joined = await merge(third.id, second.id)
    expect(
      joined
        .json()
        .alsoKnownAs.map((one: { id: string }) => one.id)
        .sort(),
    ).toEqual([first.id, second.id].sort())
    for (const id of [first.id, second.id])
      expect((await ask(sara, 'GET', `/models/${id}`)).json().id).toBe(third.id)
    expect(codeOf(await ask(sara, 'PATCH', `/models/${first.id}`, {}))).toBe('model-not-found')
    const listed = await ask(sara, 'GET', `/models?q=${encodeURIComponent(first.name)}`)
    expect(listed.json().items).toEqual([])
    const registered = await ask(sara, 'POST', '/devices', {
      ...{ kind: 'laptop', maker: 'Dell', model: first.name, serialNumber: `MERGED${first.id}` },
    })
    expect(registered.statusCode, registered.body).toBe(201)
    const { rows } = await world.database.pool.query(
      'SELECT model_id FROM devices.device WHERE id = $1',
      [registered.json().id],
    )
    expect(rows).toEqual([{ model_id: third.id }])
    const counts = await ask(sara, 'GET', `/models/${first.id}/device-counts`)
    expect(counts.json()).toMatchObject({ present: 1, left: 0, elsewhere: 0 })
    expect(counts.json().places).toEqual([{ unitId: null, placeId: null, name: null, count: 1 }])
    const phone = await newModel({ kind: 'smartphone' })
    expect(codeOf(await merge(third.id, phone.id))).toBe('duplicate-of-other-kind')
  })

  it('come with the devices that are registered', async () => {
    const device = { kind: 'monitor', maker: 'EIZO', model: 'FlexScan EV2485', serialNumber: 'EV1' }
    expect((await ask(sara, 'POST', '/devices', device)).statusCode).toBe(201)
    const again = { ...device, maker: 'Eizo Corporation', serialNumber: 'EV2' }
    expect((await ask(sara, 'POST', '/devices', again)).statusCode).toBe(201)
    const found = (await ask(sara, 'GET', '/models?q=FlexScan')).json().items
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ kind: 'monitor', maker: 'EIZO' })
  })
})

describe('what is known of a model', () => {
  const put = (id: string, key: string, body: object) =>
    ask(sara, 'PUT', `/models/${id}/requirements/${key}`, body)

  it('has value, source, day and checker, and unknown is said', async () => {
    const { id } = await newModel()
    const source = 'Produktblad 2025-11, sid. 3'
    const known = await put(id, 'recycledContentPercent', { value: 35, source })
    expect(known.statusCode, known.body).toBe(200)
    expect(known.json()).toMatchObject({ known: 1, version: 2 })
    expect(known.json().requirements[0]).toMatchObject({
      value: 35,
      source,
      checkedOn: '2026-03-12',
    })
    expect(known.json().requirements[0].checkedBy).toMatch(/^Person /)
    const unknown = { value: null, source: 'Leverantören har inte svarat' }
    await put(id, 'recycledContentPercent', unknown)
    await put(id, 'osSupportUntilOn', { value: '2031-10-14', source, checkedOn: '2026-01-02' })
    const read = await ask(sara, 'GET', `/models/${id}`)
    expect(read.json()).toMatchObject({ known: 1, osSupportUntilOn: '2031-10-14' })
    expect(read.json().requirements[0]).toMatchObject({ ...unknown, checkedOn: '2026-03-12' })
  })

  it('is refused without a source, of the wrong sort, or checked tomorrow', async () => {
    const { id } = await newModel()
    for (const [code, key, body] of [
      ['source-missing', 'takeBack', { value: 'free', source: null }],
      ['value-not-valid', 'takeBack', { value: 'often', source: 'x' }],
      ['value-not-valid', 'recycledContentPercent', { value: 120, source: 'x' }],
      ['value-not-valid', 'sparePartsUntilOn', { value: '2031-02-30', source: 'x' }],
      ['day-not-valid', 'takeBack', { value: 'free', source: 'x', checkedOn: '2026-03-13' }],
      ['invalid-input', 'colour', { value: 'red', source: 'x' }],
    ] as const)
      expect(codeOf(await put(id, key, body))).toBe(code)
  })

  it('counts labels by their last day, and lets one be withdrawn', async () => {
    const { id } = await newModel()
    const add = (level: string, number: string, validUntilOn: string | null, scheme = 'epeat') =>
      ask(sara, 'POST', `/models/${id}/labels`, {
        ...{ scheme, level, number, validUntilOn, source: 'registret' },
      })
    await add('gold', 'E-1', '2026-03-11')
    const two = await add('silver', 'E-2', '2026-03-12')
    expect(two.json().labels).toBe(1)
    expect(two.json().labelList.map((one: { counts: boolean }) => one.counts)).toEqual([
      true,
      false,
    ])
    expect(codeOf(await add('silver', 'E-2', null))).toBe('label-exists')
    expect(codeOf(await add('A', 'E-3', null))).toBe('level-not-valid')
    expect(codeOf(await add('gold', 'E-4', '2026-02-30'))).toBe('day-not-valid')
    const labelId = two.json().labelList[0].id
    const drop = () => ask(sara, 'DELETE', `/models/${id}/labels/${labelId}`)
    expect((await drop()).json()).toMatchObject({ labels: 0 })
    expect(codeOf(await drop())).toBe('label-not-found')
    expect((await add('silver', 'E-2', null)).json().labels).toBe(1)
  })
})

const facts = {
  ...{ family: 'computer', kind: 'laptop', termMonths: 36, description: null },
  ...{ includes: ['device', 'support', 'return', 'erasure'], leastMemoryGb: 16 },
  ...{ leastStorageGb: 256, leastScreenInches: 14, osFamily: 'windows' },
}
const parts = {
  ...{ purchaseOre: 1_149_000, residualOre: 240_000, returnBasisPoints: 9_500, months: 36 },
  ...{ interestBasisPoints: 310, supportOre: 6_500, handlingOre: 42_000, roundTo: 'krona' },
}

async function newService(name = `Dator som tjänst ${++count}`) {
  const answer = await ask(erik, 'POST', '/services', { ...facts, name })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string; name: string }>()
}

describe('services over HTTP', () => {
  const price = (id: string, body: object) =>
    ask(erik, 'POST', `/services/${id}/prices`, { parts, ...body })

  it('have versions of a price, each explained, and the one of the day', async () => {
    const { id } = await newService('Dator som tjänst Kraft')
    expect((await ask(erik, 'GET', `/services/${id}`)).json()).toMatchObject({ priceOre: null })
    expect((await price(id, { validFromOn: '2025-01-01' })).json()).toMatchObject({
      priceOre: 35_000,
      prices: [{ endsOn: null, calculation: { rule: 'omlopp-service-price/1' } }],
    })
    const dearer = { ...parts, supportOre: 8_000 }
    const next = await price(id, { validFromOn: '2026-07-01', parts: dearer, note: 'Nytt avtal' })
    expect(next.json()).toMatchObject({ priceOre: 35_000, nextPriceOn: '2026-07-01' })
    expect(
      next
        .json()
        .prices.map((one: { priceOre: number; endsOn: string | null }) => [
          one.priceOre,
          one.endsOn,
        ]),
    ).toEqual([
      [36_500, null],
      [35_000, '2026-06-30'],
    ])
    const on = async (day: string) =>
      (await ask(erik, 'GET', `/services?on=${day}`))
        .json()
        .items.find((one: { id: string }) => one.id === id).priceOre
    expect([await on('2024-12-31'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([
      null,
      35_000,
      36_500,
    ])
  })

  it('refuse prices whose days are not right', async () => {
    const { id } = await newService()
    await price(id, { validFromOn: '2026-01-01', validUntilOn: '2026-12-31' })
    for (const [code, body] of [
      ['price-starts-in-past', { validFromOn: '2026-03-11' }],
      ['price-dates-overlap', { validFromOn: '2026-06-01' }],
      ['price-ends-first', { validFromOn: '2027-06-01', validUntilOn: '2027-05-31' }],
      ['day-not-valid', { validFromOn: '2027-02-30' }],
      [
        'residual-above-purchase',
        { validFromOn: '2027-01-01', parts: { ...parts, residualOre: 2_000_000 } },
      ],
      ['invalid-input', { validFromOn: '2027-01-01', parts: { ...parts, months: 0 } }],
    ] as const)
      expect(codeOf(await price(id, body))).toBe(code)
    expect(codeOf(await ask(erik, 'GET', '/services?on=2026-02-30'))).toBe('day-not-valid')
  })

  it('are copied as one act, with the latest price from a day', async () => {
    const { id, name } = await newService('Telefon som tjänst')
    await price(id, { validFromOn: '2025-01-01' })
    const copy = (body: object) => ask(erik, 'POST', `/services/${id}/copies`, body)
    const made = await copy({ name: 'Telefon som tjänst år 10', validFromOn: '2026-04-01' })
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json()).toMatchObject({
      ...facts,
      copiedFromId: id,
      copiedFromName: name,
      priceOre: null,
      nextPriceOn: '2026-04-01',
      prices: [{ parts, priceOre: 35_000 }],
    })
    expect(codeOf(await copy({ name, validFromOn: '2026-04-01' }))).toBe('service-name-taken')
    expect(codeOf(await copy({ name: 'Ny', validFromOn: '2026-04-31' }))).toBe('day-not-valid')
  })

  it('are changed by the version that was read, and closed to new orders', async () => {
    const { id, name } = await newService()
    const change = (body: object, version: number) =>
      ask(erik, 'PATCH', `/services/${id}`, body, { 'if-match': `"${version}"` })
    const changed = await change({ includes: ['device'], closedOn: '2026-03-11' }, 1)
    expect(changed.json()).toMatchObject({ includes: ['device'], leastMemoryGb: 16, version: 2 })
    expect((await change({ closedOn: null }, 1)).statusCode).toBe(412)
    const ids = async (query: string) =>
      (await ask(erik, 'GET', `/services${query}`))
        .json()
        .items.map((one: { id: string }) => one.id)
    expect(await ids('')).not.toContain(id)
    expect(await ids('?closed=true')).toContain(id)
    // The name is free for another, and then this one cannot be opened again.
    await newService(name)
    expect(codeOf(await change({ closedOn: null }, 2))).toBe('service-name-taken')
    expect(codeOf(await change({ closedOn: '2026-02-30' }, 2))).toBe('day-not-valid')
  })
})

describe('who may', () => {
  it('the IT manager describes models, the economist prices services, everybody sees', async () => {
    const hugo = await newToken(world, owner.organisationId, ['holder'])
    const { id } = await newService()
    const model = { kind: 'laptop', maker: 'Dell', name: 'Ingen' }
    const statuses = [
      await ask(erik, 'POST', '/models', model),
      await ask(sara, 'POST', '/services', { ...facts, name: 'Ingen' }),
      await ask(hugo, 'POST', '/services', { ...facts, name: 'Ingen' }),
      await ask(hugo, 'GET', `/services/${id}`),
      await ask(hugo, 'GET', '/models'),
    ].map((answer) => answer.statusCode)
    expect(statuses).toEqual([403, 403, 403, 200, 200])
  })

  it('an organisation keeps its catalogue to itself', async () => {
    const other = await newOrganisation(world)
    const stranger = await newToken(world, other.organisationId)
    const { id } = await newService()
    const model = await newModel()
    expect((await ask(stranger, 'GET', `/services/${id}`)).statusCode).toBe(404)
    expect((await ask(stranger, 'GET', `/models/${model.id}`)).statusCode).toBe(404)
    expect((await ask(stranger, 'GET', '/services')).json().items).toEqual([])
  })

  it('every change leaves an entry in the chain of what it changed', async () => {
    const { id } = await newService()
    await ask(erik, 'POST', `/services/${id}/prices`, { validFromOn: '2026-03-12', parts })
    await ask(erik, 'PATCH', `/services/${id}`, { description: 'Ring Ove på 070-1234567' })
    const { rows } = await world.database.pool.query<{ kind: string; body: string }>(
      'SELECT kind, body FROM journal.entry WHERE subject_id = $1 ORDER BY seq',
      [id],
    )
    expect(rows.map((row) => row.kind)).toEqual([
      'catalogue.serviceAdded',
      'catalogue.priceDecided',
      'catalogue.serviceChanged',
    ])
    expect(rows[2]!.body).not.toContain('Ove')
  })
})

describe('offers on one need', () => {
  const requirements = [
    { key: 'recycledContentPercent', least: 30, compulsory: false, weight: 40 },
    { key: 'memoryGb', least: 16, compulsory: true, weight: 0 },
    { key: 'takeBack', least: 'free', compulsory: true, weight: 0 },
    { key: 'epeat', least: 'silver', compulsory: false, weight: 60 },
  ]
  const begin = (body: object = {}) =>
    ask(erik, 'POST', '/offer-comparisons', {
      ...{ title: 'Bärbara datorer 2026', kind: 'laptop', serviceId: null, deviceCount: 300 },
      ...{ requirements, ...body },
    })
  async function offered(id: string, supplier: string, stated: object[], facts: object = {}) {
    const answer = await ask(erik, 'POST', `/offer-comparisons/${id}/offers`, {
      ...{ supplier, product: 'Latitude', modelId: null, monthPriceOre: 35_000, document: null },
      ...{ stated, ...facts },
    })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json().offers.at(-1).id as string
  }
  const choose = (id: string, offerId: string, headers: Record<string, string> = {}) =>
    ask(
      erik,
      'POST',
      `/offer-comparisons/${id}/decision`,
      { offerId, reason: 'Högst poäng.' },
      headers,
    )

  it('are judged compulsory first, and only one that meets them can be chosen', async () => {
    const model = await newModel({ memoryGb: 16 })
    await ask(sara, 'POST', `/models/${model.id}/labels`, {
      ...{ scheme: 'epeat', level: 'gold', number: 'E-9', validUntilOn: '2026-04-01' },
      source: 'registret',
    })
    const { id } = (await begin()).json()
    const whole = [{ key: 'takeBack', value: 'bought' }]
    const good = await offered(id, 'Omtag AB', whole, { modelId: model.id })
    const silent = await offered(id, 'Tysta AB', [{ key: 'memoryGb', value: 32 }])
    const poor = await offered(id, 'Billiga AB', [...whole, { key: 'memoryGb', value: 8 }])
    const seen = (await ask(erik, 'GET', `/offer-comparisons/${id}`)).json()
    expect(seen.requirements.map((one: { key: string }) => one.key)).toEqual([
      'memoryGb',
      'takeBack',
      'recycledContentPercent',
      'epeat',
    ])
    expect(seen.offers).toMatchObject([
      { stoppedBy: [], points: 60, ofPoints: 100, place: 1 },
      { stoppedBy: ['takeBack'], place: null },
      { stoppedBy: ['memoryGb'], place: null },
    ])
    expect(seen.offers[0].judged[2]).toMatchObject({ value: null, verdict: 'unknown' })
    const unknown = (await choose(id, silent)).json()
    expect([unknown.code, unknown.details.requirement]).toEqual(['requirement-unknown', 'takeBack'])
    const unmet = (await choose(id, poor)).json()
    expect([unmet.code, unmet.details.requirement]).toEqual(['requirement-unmet', 'memoryGb'])
    expect(codeOf(await choose(id, model.id))).toBe('offer-not-found')
    expect((await choose(id, good, { 'if-match': '"1"' })).statusCode).toBe(412)
    const decided = await choose(id, good)
    expect(decided.json().decision).toMatchObject({ offerId: good, reason: 'Högst poäng.' })
    for (const [method, url, body] of [
      ['POST', '/decision', { offerId: good, reason: 'Igen' }],
      ['PATCH', '', { deviceCount: 1 }],
      ['DELETE', `/offers/${silent}`, undefined],
    ] as const)
      expect(codeOf(await ask(erik, method, `/offer-comparisons/${id}${url}`, body))).toBe(
        'comparison-decided',
      )
    // The label expires, and the decision stands on what was known then.
    world.now = new Date('2026-06-01T09:00:00Z')
    const later = (await ask(erik, 'GET', `/offer-comparisons/${id}`)).json()
    world.now = new Date('2026-03-12T09:00:00Z')
    expect(later).toMatchObject({ judgedOn: '2026-03-12', offers: [{ points: 60 }, {}, {}] })
  })

  it('can be withdrawn, and the need changed, until one is chosen', async () => {
    const { id } = (await begin({ title: 'Ändras' })).json()
    const offerId = await offered(id, 'Ett AB', [])
    const drop = () => ask(erik, 'DELETE', `/offer-comparisons/${id}/offers/${offerId}`)
    expect((await drop()).json().offers).toEqual([])
    expect(codeOf(await drop())).toBe('offer-not-found')
    const changed = await ask(erik, 'PATCH', `/offer-comparisons/${id}`, {
      requirements: [requirements[0]],
    })
    expect(changed.json().requirements).toEqual([requirements[0]])
    const listed = (await ask(erik, 'GET', '/offer-comparisons?limit=1')).json()
    expect(listed.items).toMatchObject([{ title: 'Ändras', offers: 0, decidedAt: null }])
    const next = await ask(erik, 'GET', `/offer-comparisons?limit=1&cursor=${listed.next}`)
    expect(next.json().items).toMatchObject([{ offers: 3, chosenSupplier: 'Omtag AB' }])
    expect(codeOf(await ask(erik, 'GET', '/offer-comparisons?cursor=x'))).toBe('cursor-unknown')
  })

  it('refuse what cannot be compared', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000'
    const one = (change: object) => ({ requirements: [{ ...requirements[0], ...change }] })
    expect(codeOf(await begin({ serviceId: nowhere }))).toBe('service-not-found')
    expect(codeOf(await begin(one({ least: 'much' })))).toBe('value-not-valid')
    expect(codeOf(await begin(one({ weight: 0 })))).toBe('weight-missing')
    const twice = { requirements: [requirements[0], requirements[0]] }
    expect(codeOf(await begin(twice))).toBe('criterion-repeated')
    const { id } = (await begin()).json()
    const add = (change: object) =>
      ask(erik, 'POST', `/offer-comparisons/${id}/offers`, {
        ...{ supplier: 'X', product: 'Y', modelId: null, monthPriceOre: 1, document: null },
        ...{ stated: [], ...change },
      })
    expect(codeOf(await add({ modelId: nowhere }))).toBe('model-not-found')
    expect(codeOf(await add({ stated: [{ key: 'epeat', value: 'tin' }] }))).toBe('value-not-valid')
    for (let i = 0; i < 20; i++) await add({})
    expect(codeOf(await add({}))).toBe('too-many-offers')
  })
})
