// One world in which each kind of thing exists, all of it made over HTTP: what strangers are tried on.
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { plainParts } from '../../src/features/organisations/rules/coding.ts'
import { writeNwipeLog } from '../../src/features/erasure/rules/sample-log.ts'
import { logAll } from './log.ts'
import { newWitness } from './witness.ts'
import {
  newIdAt,
  newOrganisation,
  newPartnership,
  newToken,
  newWorld,
  type Actor,
  type World,
} from './world.ts'

export interface FullWorld {
  readonly world: World
  /** The organisation whose things these are, its partner, and one that knows neither. */
  readonly owner: Actor
  readonly partner: Actor
  readonly stranger: Actor
  /** Ids of the owner's things by the name that parameters and fields have for them. */
  readonly ids: Readonly<Record<string, string>>
  /** Words of the owner's that nobody else may read: names, serial numbers. */
  readonly words: readonly string[]
}

type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<Record<string, unknown>>

export const password = 'rätt häst batteri'

/** Asks as the bearer of a token, and answers JSON; anything but success fails the test. */
function asker(world: World, token: string): Ask {
  return async (method, path, body) => {
    const response = await inject(world, {
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    expect(response.statusCode, `${method} ${path}: ${response.body}`).toBeLessThan(300)
    return response.json()
  }
}

/** A form with one file, as a browser sends it. */
export const formOf = (fileName: string, text: string, fields: Record<string, string> = {}) => ({
  type: 'multipart/form-data; boundary=rand',
  payload: [
    ...Object.entries(fields).flatMap(([name, value]) => [
      '--rand',
      `content-disposition: form-data; name="${name}"`,
      '',
      value,
    ]),
    '--rand',
    `content-disposition: form-data; name="file"; filename="${fileName}"`,
    'content-type: text/plain',
    '',
    text,
    '--rand--',
    '',
  ].join('\r\n'),
})

const uploader =
  (world: World, token: string) =>
  async (path: string, text: string, zone: string | null): Promise<Record<string, unknown>> => {
    const form = formOf('nwipe.log', text, zone ? { stationTimeZone: zone } : {})
    const response = await inject(world, {
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': form.type },
      payload: form.payload,
    })
    expect(response.statusCode, response.body).toBeLessThan(300)
    return response.json()
  }

export async function inject(world: World, call: InjectOptions): Promise<LightMyRequestResponse> {
  return (await world.app()).inject(call)
}

export async function newFullWorld(): Promise<FullWorld> {
  const world = await newWorld()
  const owner = await newOrganisation(world, 'user', 'Ägarkommunen')
  const partner = await newOrganisation(world, 'reusePartner', 'Återbrukspartnern')
  const stranger = await newOrganisation(world, 'user', 'Främlingen')
  await newPartnership(world, owner, partner)
  const ids: Record<string, string> = {
    partnerId: partner.organisationId,
    receiverId: partner.organisationId,
    ownerId: owner.organisationId,
    custodianId: owner.organisationId,
  }
  const words = ['Ägarkommunen', 'Vera Ägare', 'vera@owner.test', 'Skolkontoret', 'Källarförrådet']
  const ownToken = await newToken(world, owner.organisationId)
  const made: Made = {
    world,
    ids,
    words,
    own: asker(world, ownToken),
    upload: uploader(world, ownToken),
    other: asker(world, await newToken(world, partner.organisationId)),
    partner,
  }
  await makePeople(made)
  await makeCatalogue(made)
  await makeDevices(made)
  await makeCoding(made)
  await makeOrders(made, owner)
  await makeCollection(made)
  await makeOutcome(made)
  await makeShop(made)
  await makeEmployeeSale(made)
  await makeErasure(made)
  await makeStation(made)
  await makeImport(made)
  await makeLog(made, owner)
  return { world, owner, partner, stranger, ids, words }
}

/** What the partner sells: one thing up for sale, and one that the owner bought and that broke. */
async function makeShop(made: Made) {
  const { world, ids, words, own, other, partner } = made
  ids['sellerId'] = partner.organisationId
  const prices = [{ maker: 'Dell', model: 'P2422H', grade: 'A', priceOre: 90_000 }]
  ids['priceListId'] = idOf(
    await other('POST', '/price-lists', {
      ...{ name: 'Partnerns prislista', prices },
      ...{ validFromOn: '2026-01-01', validUntilOn: '2026-12-31' },
    }),
  )
  const form = formOf('skarm.png', '\0')
  const [head, tail] = form.payload.split('\0') as [string, string]
  const token = await newToken(world, partner.organisationId)
  const sent = await inject(world, {
    ...{ method: 'POST', url: '/api/v1/photos' },
    headers: { authorization: `Bearer ${token}`, 'content-type': form.type },
    payload: Buffer.concat([Buffer.from(head), smallestPng, Buffer.from(tail)]),
  })
  expect(sent.statusCode, sent.body).toBe(201)
  ids['photoId'] = sent.json().photoId
  const monitor = { kind: 'monitor', maker: 'Dell', model: 'P2422H', unused: true }
  const items: object[] = []
  for (const serialNumber of ['PARTNERN01', 'PARTNERN02']) {
    const deviceId = idOf(await other('POST', '/devices', { ...monitor, serialNumber }))
    const tests = ['powerOn', 'screen', 'ports', 'buttons', 'stand']
    const graded = { deviceId, defects: [], inspected: true, softwareLoaded: true }
    await other('POST', '/inspections', {
      items: [{ ...graded, tests: tests.map((test) => ({ test, result: 'pass' })) }],
    })
    items.push({ deviceId, photos: [{ photoId: ids['photoId'], alt: 'En skärm' }] })
  }
  expect(await other('POST', '/listings', { items, vat: 'standard' })).toMatchObject({ done: 2 })
  const { items: offers } = (await own('GET', '/shop-offers')) as { items: { listingId: string }[] }
  const bought = await own('POST', '/purchases', {
    lines: [{ listingId: offers[0]!.listingId, count: 1 }],
    ...{ toAddress: 'Ägarens lastkaj', reference: 'Ägarens referens' },
  })
  ids['purchaseId'] = idOf(bought)
  await own('POST', `/purchases/${ids['purchaseId']}/confirmation`)
  await other('POST', `/purchases/${ids['purchaseId']}/sending`)
  const { lines } = (await own('POST', `/purchases/${ids['purchaseId']}/receipt`, {})) as {
    lines: { deviceId: string }[]
  }
  const fault = { fault: 'Ägarens skärm är svart' }
  const path = `/devices/${lines[0]!.deviceId}/warranty-cases`
  ids['caseId'] = idOf(await own('POST', path, fault))
  const left = (await own('GET', '/shop-offers')) as { items: { listingId: string }[] }
  ids['listingId'] = left.items[0]!.listingId
  words.push('Ägarens lastkaj', 'Ägarens referens', fault.fault, 'Partnerns prislista')
}

/** What the owner sells to its own people: one thing that somebody has bought, to be fetched. */
async function makeEmployeeSale(made: Made) {
  const { ids, own } = made
  const monitor = { kind: 'monitor', maker: 'Dell', model: 'P2422H', unused: true }
  const deviceId = await register(made, 'PFWORLD12', monitor)
  const tests = ['powerOn', 'screen', 'ports', 'buttons', 'stand']
  const graded = { deviceId, defects: [], inspected: true, softwareLoaded: true }
  await own('POST', '/inspections', {
    items: [{ ...graded, tests: tests.map((test) => ({ test, result: 'pass' })) }],
  })
  await own('PUT', '/employee-sale', {
    ...{ open: true, leastMonths: 0, perYear: 3, payments: ['payroll', 'invoice'] },
  })
  const items = [{ deviceId, priceOre: 40_000 }]
  const put = await own('POST', '/employee-listings', { items, vat: 'standard' })
  expect(put).toMatchObject({ done: 1 })
  const { items: offers } = (await own('GET', '/employee-offers')) as {
    items: { listingId: string }[]
  }
  const bought = { listingId: offers[0]!.listingId, payment: 'payroll' }
  ids['employeePurchaseId'] = idOf(await own('POST', '/employee-purchases', bought))
}

/** One pixel: signature, header, data and end, each with its checksum. */
const smallestPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

interface Made {
  readonly world: World
  readonly ids: Record<string, string>
  readonly words: string[]
  readonly own: Ask
  readonly other: Ask
  readonly upload: ReturnType<typeof uploader>
  readonly partner: Actor
}

const idOf = (answer: Record<string, unknown>): string => answer['id'] as string

async function makePeople({ ids, own }: Made) {
  ids['departmentId'] = idOf(
    await own('POST', '/units', { kind: 'department', name: 'Skolkontoret' }),
  )
  ids['parentId'] = ids['departmentId']
  ids['unitId'] = idOf(
    await own('POST', '/units', { kind: 'unit', name: 'Skolan', parentId: ids['departmentId'] }),
  )
  ids['placeId'] = idOf(await own('POST', '/places', { kind: 'depot', name: 'Källarförrådet' }))
  ids['fromPlaceId'] = ids['placeId']
  const vera = { name: 'Vera Ägare', email: 'vera@owner.test', password, unitId: ids['unitId'] }
  ids['personId'] = idOf(await own('POST', '/people', { ...vera, roles: ['administrator'] }))
  ids['holderId'] = ids['personId']
  ids['tokenId'] = idOf(
    await own('POST', '/api-tokens', { name: 'Nattjobbet', scopes: ['devices.see'] }),
  )
}

/** A model with a label, a duplicate of it, and a service with its price. */
async function makeCatalogue({ ids, words, own }: Made) {
  const model = { kind: 'laptop', maker: 'Lenovo', name: 'ThinkPad T14 G2' }
  ids['modelId'] = idOf(await own('POST', '/models', { ...model, note: 'Ägarkommunens modellnot' }))
  words.push('Ägarkommunens modellnot', 'Dator som tjänst Världen', 'TCO-VÄRLDEN-1')
  const label = { scheme: 'tcoCertified', level: '10', number: 'TCO-VÄRLDEN-1' }
  const valid = { validUntilOn: '2027-06-30', source: 'Certifikatregistret' }
  const labelled = (await own('POST', `/models/${ids['modelId']}/labels`, {
    ...label,
    ...valid,
  })) as { labelList: { id: string }[] }
  ids['labelId'] = labelled.labelList[0]!.id
  ids['serviceId'] = idOf(
    await own('POST', '/services', {
      ...{ name: 'Dator som tjänst Världen', family: 'computer', kind: 'laptop', termMonths: 36 },
      ...{ description: null, includes: ['device'], leastMemoryGb: 16, leastStorageGb: 256 },
      ...{ leastScreenInches: 14, osFamily: 'windows' },
    }),
  )
  await own('POST', `/services/${ids['serviceId']}/prices`, {
    validFromOn: '2026-01-01',
    parts: {
      ...{ purchaseOre: 1_149_000, residualOre: 240_000, returnBasisPoints: 9_500, months: 36 },
      ...{ interestBasisPoints: 310, supportOre: 6_500, handlingOre: 42_000, roundTo: 'krona' },
    },
  })
  const least = { key: 'memoryGb', least: 16, compulsory: true, weight: 0 }
  const comparison = await own('POST', '/offer-comparisons', {
    ...{ title: 'Världens upphandling', kind: 'laptop', serviceId: ids['serviceId'] },
    ...{ deviceCount: 60, requirements: [least] },
  })
  ids['comparisonId'] = idOf(comparison)
  const offer = { supplier: 'Anbudsgivaren', product: 'Latitude', modelId: ids['modelId'] }
  words.push('Världens upphandling', 'Anbudsgivaren')
  const offered = (await own('POST', `/offer-comparisons/${ids['comparisonId']}/offers`, {
    ...{ ...offer, monthPriceOre: 34_900, document: null, stated: [] },
  })) as { offers: { id: string }[] }
  ids['offerId'] = offered.offers[0]!.id
}

async function register({ ids, words, own }: Made, serialNumber: string, more: object = {}) {
  words.push(serialNumber)
  const facts = { kind: 'laptop', maker: 'Lenovo', model: 'ThinkPad T14 G2', serialNumber }
  return idOf(await own('POST', '/devices', { ...facts, placeId: ids['placeId'], ...more }))
}

async function makeDevices(made: Made) {
  const { ids, own } = made
  ids['deviceId'] = await register(made, 'PFWORLD01', { unused: true, assetTag: 'VÄRLD-1' })
  const item = { deviceId: ids['deviceId'], holderId: ids['holderId'], endsOn: '2027-01-31' }
  await own('POST', '/hand-outs', { items: [item] })
}

/** A coding string with a listed part of the owner's own. */
async function makeCoding({ words, own }: Made) {
  const project = { key: 'projekt', name: 'Ägarens koddel', source: 'list', compulsory: false }
  const form = { digitsOnly: true, leastLength: 5, mostLength: 5 }
  await own('PUT', '/coding-string', {
    separator: '-',
    parts: [...plainParts, { ...project, ...form, sieDimension: 6, defaultCode: null }],
  })
  const value = {
    code: '90100',
    name: 'Ägarens byggprojekt',
    validFromOn: null,
    validUntilOn: null,
  }
  await own('PUT', '/coding-values', { part: 'projekt', values: [value] })
  words.push('Ägarens koddel', 'Ägarens byggprojekt')
}

/** An approved order of two needs, one with its device, and a match for the other. */
async function makeOrders(made: Made, owner: Actor) {
  const { world, ids, words, own } = made
  const approver = asker(world, await newToken(world, owner.organisationId, ['approver']))
  const cost = { kind: 'unit', name: 'Kostnadsstället', costCentre: '4711' }
  await own('POST', '/units', cost)
  const device = await register(made, 'PFWORLD10', { unused: true })
  await register(made, 'PFWORLD11', { unused: true })
  const need = {
    ...{ kind: 'laptop', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
    ...{ osFamily: null, leastGrade: null, holderId: ids['holderId'], unitId: null },
    ...{ placeId: null, neededFromOn: '2026-06-01', untilOn: null, way: 'pool' },
    ...{ serviceId: null, newReason: null, newWords: null, deviceId: null, replacesId: null },
    specialNeed: 'Ägarens särskilda behov',
  }
  const order = (await own('POST', '/orders', {
    ...{ unitId: ids['unitId'], coding: { ansvar: '4711', konto: '6460' }, submit: true },
    needs: [{ ...need, deviceId: device }, need],
  })) as { id: string; needsList: { id: string }[] }
  await approver('POST', `/orders/${order.id}/approval`)
  const said = (await own('POST', `/orders/${order.id}/comments`, {
    words: 'Ägarens kommentar',
  })) as { comments: { id: string }[] }
  ids['commentId'] = said.comments[0]!.id
  words.push('Ägarens särskilda behov', 'Ägarens kommentar')
  ids['orderId'] = order.id
  ids['needId'] = order.needsList[0]!.id
  ids['forId'] = ids['needId']
  ids['replacesId'] = ids['deviceId']!
  ids['matchId'] = idOf(await own('POST', '/matches', { orderId: order.id }))
}

/** One that arrives whole but for one device, and another that is still being packed. */
async function makeCollection(made: Made) {
  const { ids, own, other, partner } = made
  const devices = [await register(made, 'PFWORLD02'), await register(made, 'PFWORLD03')]
  const receiverId = partner.organisationId
  const sent = idOf(await own('POST', '/collections', { receiverId }))
  await own('POST', `/collections/${sent}/lines`, { deviceIds: devices })
  await own('POST', `/collections/${sent}/sending`)
  const item = { scanId: newScanId(made), code: 'PFWORLD02', at: '2026-03-12T10:00:00Z' }
  await other('POST', `/collections/${sent}/scans`, { items: [item] })
  await other('POST', `/collections/${sent}/closing`, {})
  const seen = (await own('GET', `/collections/${sent}`)) as { discrepancies: { id: string }[] }
  ids['discrepancyId'] = seen.discrepancies[0]!.id
  ids['collectionId'] = sent
  ids['packageId'] = idOf(
    await own('POST', `/collections/${await packing(made)}/packages`, {
      kind: 'box',
      seal: 'P-77',
    }),
  )
  ids['scanId'] = newScanId(made)
}

async function packing(made: Made): Promise<string> {
  const { own, partner } = made
  const id = idOf(await own('POST', '/collections', { receiverId: partner.organisationId }))
  const deviceIds = [await register(made, 'PFWORLD04')]
  await own('POST', `/collections/${id}/lines`, { deviceIds })
  return id
}

/** A drive erased with its certificate, and another whose log waits for review. */
async function makeErasure(made: Made) {
  const { world, ids, words, own, upload } = made
  const deviceId = await register(made, 'PFWORLD06')
  const disk = (serial: string) => ({ serial, kind: 'magnetic', capacityBytes: 50_331_648 })
  const media = [disk('WORLD-DISK-1'), disk('WORLD-DISK-2')]
  words.push('WORLD-DISK-1', 'WORLD-DISK-2')
  const known = (await own('PUT', `/devices/${deviceId}/media`, { media })) as {
    items: { id: string; serial: string }[]
  }
  const began = world.now
  world.now = new Date(began.getTime() + 3_600_000)
  const log = (serial: string, minute: number) =>
    writeNwipeLog({
      version: '0.42',
      startedAt: `2026/03/12 09:${minute}:00`,
      method: 'Fill With Zeros',
      devices: [
        {
          ...{ device: '/dev/sda', bus: 'ATA', model: 'OMLOPP VIRT-HDD', serial },
          ...{ bytes: 50_331_648, status: 'erased' as const },
        },
      ],
    })
  const issued = await upload('/erasure-evidence', log('WORLD-DISK-1', 20), 'UTC')
  const waiting = await upload('/erasure-evidence', log('WORLD-DISK-2', 30), null)
  const results = [issued, waiting].flatMap((answer) => answer['results'] as Result[])
  expect(results.map((result) => result.state)).toEqual(['issued', 'awaitingReview'])
  ids['evidenceId'] = idOf(issued)
  ids['certificateId'] = results[0]!.certificate!.id
  ids['batchId'] = idOf(
    await own('POST', '/certificate-batches', { certificateIds: [ids['certificateId']] }),
  )
  const shown = await own('GET', `/certificates/${ids['certificateId']}`)
  ids['publicId'] = shown['publicId'] as string
  ids['resultId'] = results[1]!.id
  ids['mediumId'] = known.items.find(({ serial }) => serial === 'WORLD-DISK-2')!.id
  ids['witnessId'] = ids['personId']!
  ids['wasteCode'] = '16 02 16'
  ids['profileId'] = idOf(
    await own('POST', '/report-profiles', {
      ...{ name: 'Partnerns lista', tool: 'WipeDrive', format: 'csv', success: ['OK'] },
      fields: { serial: 'Serial', result: 'Outcome' },
    }),
  )
  // Media name themselves only `id`.
  ids['id'] = ids['mediumId']!
  world.now = began
}

async function makeStation({ world, ids, words, own }: Made) {
  words.push('Bänk i Källaren')
  ids['stationId'] = idOf(
    await own('POST', '/erasure-stations', {
      ...{ name: 'Bänk i Källaren', publicKey: 'B'.repeat(42) + 'A', timeZone: 'UTC' },
      sentAt: world.now.toISOString(),
    }),
  )
}

async function makeImport({ ids, upload }: Made) {
  const list = 'Serienummer;Slag;Modell\r\nPFWORLD07;Bärbar dator;T14\r\n'
  ids['importId'] = idOf(await upload('/device-imports', list, null))
}

/** The log of it all, with a witness that has signed its head, and one that may be ended. */
async function makeLog({ world, ids, words, own }: Made, owner: Actor) {
  await logAll(world.database)
  ids['organisationId'] = owner.organisationId
  const witness = newWitness('witness.example/owner')
  const { keyId } = (await own('POST', '/log-witnesses', { vkey: witness.vkey })) as {
    keyId: string
  }
  ids['keyId'] = keyId
  ids['vkey'] = newWitness('witness.example/next').vkey
  ids['email'] = 'registrator@owner.test'
  await own('PUT', '/log-registrar', { email: ids['email'] })
  words.push('registrator@owner.test')
  const head = await inject(world, { url: `/api/v1/logs/${owner.organisationId}/checkpoint` })
  ids['note'] = witness.cosign(head.body)
}

interface Result {
  readonly id: string
  readonly state: string
  readonly certificate: { readonly id: string } | null
}

const newScanId = ({ world }: Made): string => newIdAt(world.now)

/** A monitor that is graded and sold: a second life with its climate. */
async function makeOutcome(made: Made) {
  const { own } = made
  const deviceId = await register(made, 'PFWORLD05', { kind: 'monitor', unused: true })
  const graded = { deviceId, tests: [], defects: [], inspected: true }
  await own('POST', '/inspections', { items: [graded] })
  const sold = {
    deviceId,
    step: 'resale',
    priceOre: 70_000,
    recipient: 'Köparen',
    reason: 'ownerPolicy',
  }
  expect(await own('POST', '/outcomes', { items: [sold] })).toMatchObject({ done: 1 })
}
