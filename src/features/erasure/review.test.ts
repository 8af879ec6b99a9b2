import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  dataState,
  disk,
  drive,
  inventoried,
  kinds,
  large,
  log,
  newBench,
  newSerial,
  outcome,
  ownCopy,
  person,
  zone,
  type Bench,
} from '../../../test/support/bench.ts'
import { newOrganisation, newWorld, type World } from '../../../test/support/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-03-16T12:00:00Z')
})

const falselyVerified = 'nwipe-0.38-falsely-verified-cached-io.log'
async function awaiting(bench: Bench) {
  const serial = newSerial('OMLHDD0001')
  const deviceId = await inventoried(bench, disk(serial))
  const text = ownCopy(falselyVerified, ['OMLHDD0001', serial])
  const sent = await bench.operator.upload('/erasure-evidence', 'a.log', text, zone)
  expect(outcome(sent.json['results'][0])).toMatch(/^awaitingReview .*CACHED_VERIFY/)
  return { deviceId, id: sent.json['results'][0]['id'] as string, text }
}
const approval = { verdict: 'approve', reason: 'Disken läst tillbaka med dd: bara nollor.' }

describe('review', () => {
  it('refuses who sent in the evidence, and takes one verdict only', async () => {
    const owner = await newOrganisation(world)
    const both = await person(world, owner, 'itManager')
    const other = await person(world, owner, 'itManager')
    const third = await person(world, owner, 'itManager')
    const bench = { world, owner, operator: both, reviewer: other }
    const { deviceId, id } = await awaiting(bench)
    const own = await both.send('POST', `/erasure-results/${id}/review`, approval)
    expect(own.json['code']).toBe('four-eyes')
    const short = await other.send('POST', `/erasure-results/${id}/review`, {
      verdict: 'approve',
      reason: 'ok',
    })
    expect(short.status).toBe(400)
    const two = await Promise.all(
      [other, third].map((one) => one.send('POST', `/erasure-results/${id}/review`, approval)),
    )
    expect(new Set(two.map((one) => one.json['code'] ?? one.json['state']))).toEqual(
      new Set(['already-reviewed', 'issued']),
    )
    expect(await dataState(bench, deviceId)).toBe('erased erased')
    const life = await other.get(`/devices/${deviceId}/life`)
    expect(JSON.stringify(life.json)).not.toContain('bara nollor')
    const list = await other.get(`/certificates?deviceId=${deviceId}`)
    const certificate = await other.get(`/certificates/${list.json['items'][0]['id']}`)
    expect(JSON.stringify(certificate.json['content'])).toContain('bara nollor')
  })

  it('rejects for good', async () => {
    const bench = await newBench(world)
    const { deviceId, id } = await awaiting(bench)
    const rejected = await bench.reviewer.send('POST', `/erasure-results/${id}/review`, {
      verdict: 'reject',
      reason: 'Det fanns filer kvar på disken.',
    })
    expect(rejected.json).toMatchObject({ state: 'refused', certificate: null })
    const again = await bench.reviewer.send('POST', `/erasure-results/${id}/review`, approval)
    expect(again.json['code']).toBe('already-reviewed')
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
  })

  it('is not for those who only record', async () => {
    const bench = await newBench(world)
    const { id } = await awaiting(bench)
    const tried = await bench.operator.send('POST', `/erasure-results/${id}/review`, approval)
    expect(tried.status).toBe(403)
  })
})

const toolFlaw = { reason: 'toolFlaw', explanation: 'Verktyget läste ur cachen.' }

describe('destruction and revocation', () => {
  it('a failed drive is destroyed before a witness', async () => {
    const bench = await newBench(world)
    const [good, bad] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(bad, large))
    const failed = log(drive(bad, 'failed'))
    const sent = await bench.operator.upload('/erasure-evidence', 'a.log', failed, zone)
    const { json } = await bench.operator.get(`/devices/${deviceId}/media`)
    expect(json).toMatchObject({ unproven: 'MEDIA_HOLD_DATA' })
    const mediumId = json['items'][0]['id']
    const self = await bench.operator.send('POST', '/destructions', {
      mediumId,
      method: 'shredding',
      witnessId: sent.json['results'][0]['recordedBy']['id'],
    })
    expect(self.json['code']).toBe('witness-same-person')
    const destroyed = await bench.operator.send('POST', '/destructions', {
      mediumId,
      method: 'shredding',
      witnessId: bench.owner.personId,
      photoSha256: 'a'.repeat(64),
    })
    expect(destroyed.status, JSON.stringify(destroyed.json)).toBe(201)
    expect(destroyed.json).toMatchObject({ kind: 'destruction', number: 'D-2026-00001' })
    expect(await dataState(bench, deviceId)).toBe('inStock destroyed')
    const twice = await bench.operator.send('POST', '/destructions', {
      mediumId,
      method: 'shredding',
      witnessId: bench.owner.personId,
    })
    expect(twice.json['code']).toBe('medium-destroyed')
    const pdf = await bench.operator.file(`/certificates/${destroyed.json['id']}/pdf?language=en`)
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf'])
    // A drive put in afterwards is not proven by the one that was destroyed.
    const more = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(good)],
    })
    expect(more.json).toMatchObject({ dataState: 'holdsData', unproven: 'MEDIA_HOLD_DATA' })
  })

  it('a revoked certificate sends the device back to be erased', async () => {
    const bench = await newBench(world)
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    const sent = await bench.operator.upload('/erasure-evidence', 'a.log', log(drive(serial)), zone)
    const { id } = sent.json['results'][0]['certificate']
    const path = `/certificates/${id}/revocation`
    expect((await bench.operator.send('POST', path, toolFlaw)).status).toBe(403)
    const revoked = await bench.reviewer.send('POST', path, toolFlaw)
    expect(revoked.json).toMatchObject({ revocationReason: 'toolFlaw' })
    expect(await dataState(bench, deviceId)).toBe('received holdsData')
    expect((await kinds(bench, deviceId)).at(-1)).toBe('erasure.certificateRevoked')
    const again = await bench.reviewer.send('POST', path, toolFlaw)
    expect(again.json['code']).toBe('already-revoked')
  })

  it('a new proof supersedes the old, and the old one’s revocation changes nothing', async () => {
    const bench = await newBench(world)
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    const first = await bench.operator.upload('/erasure-evidence', 'a', log(drive(serial)), zone)
    const second = await bench.operator.upload('/erasure-evidence', 'b', log(drive(serial)), zone)
    const old = first.json['results'][0]['certificate']['id']
    const { json } = await bench.operator.get(`/certificates/${old}`)
    expect(json['supersededBy']['id']).toBe(second.json['results'][0]['certificate']['id'])
    await bench.reviewer.send('POST', `/certificates/${old}/revocation`, toolFlaw)
    expect(await dataState(bench, deviceId)).toBe('erased erased')
  })
})
