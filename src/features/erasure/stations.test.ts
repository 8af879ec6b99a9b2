// Stations over HTTP: enrolled with a key, and what they sign is judged as any evidence, once.
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import type { StationDocument } from './rules/station/document.ts'
import { hexOf, sampleDocument, type SampleRun } from './rules/station/sample-document.ts'

const GB = 1_000_000_000
let world: World
let partner: Actor
let boss: string
beforeAll(async () => {
  world = await newWorld()
  partner = await newOrganisation(world, 'reusePartner')
  boss = await newToken(world, partner.organisationId, ['partnerManager'])
})
afterAll(() => world.close())

/** What the tests read of any answer. */
interface Body {
  readonly id: string
  readonly token: string
  readonly operators: readonly { readonly id: string; readonly name: string }[]
  readonly serverTime: string
  readonly known: boolean
  readonly next: string | null
  readonly items: { assetTag: string; requiredLevel: object }[]
  readonly result: {
    readonly id: string
    readonly reasons: readonly { readonly code: string }[]
    readonly certificate: { readonly id: string }
  }
  readonly content: { readonly erasure: { readonly verification: { samplePercent: number } } }
}

async function call(method: 'GET' | 'POST', url: string, bearer: string, payload?: object) {
  const response = await (
    await world.app()
  ).inject({
    ...{ method, url: `/api/v1${url}` },
    headers: { authorization: `Bearer ${bearer}` },
    ...(payload && { payload }),
  })
  return { status: response.statusCode, body: response.json<Body>() }
}

interface Bench {
  readonly id: string
  readonly token: string
  readonly name: string
  readonly key: KeyObject
  readonly publicKey: string
}

async function enrol(name = `Bänk ${randomUUID().slice(0, 8)}`): Promise<Bench> {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x!
  const answer = await call('POST', '/erasure-stations', boss, {
    ...{ name, publicKey, timeZone: 'Europe/Stockholm', place: 'Verkstaden' },
    sentAt: new Date(world.now.getTime() - 90_000).toISOString(),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return {
    id: answer.body.id,
    token: answer.body.token,
    name,
    key: pair.privateKey,
    publicKey,
  }
}

let count = 0
function newRun(bench: Bench, more: Partial<SampleRun> = {}): SampleRun {
  const serial = `STN${String(++count).padStart(6, '0')}`
  return {
    station: { id: bench.id, name: bench.name },
    runId: randomUUID(),
    tag: null,
    operatorId: null,
    drive: {
      ...{ path: '/dev/sda', serial, model: 'OMLOPP VIRT-HDD', bytes: 64 * GB },
      ...{ transport: 'sata', kind: 'magnetic' },
    },
    startedAt: new Date(world.now.getTime() - 2 * 3_600_000),
    seconds: 1074,
    timeZone: 'Europe/Stockholm',
    outcome: 'proven',
    ...more,
  }
}

function signed(document: StationDocument, key: KeyObject) {
  const text = canonicalize(document)!
  return { document: text, signature: sign(null, Buffer.from(text), key).toString('base64') }
}
const send = (bench: Bench, document: StationDocument, token = bench.token) =>
  call('POST', `/erasure-stations/${bench.id}/results`, token, signed(document, bench.key))

/** A used laptop in the partner's depot, with its asset tag. */
async function taggedDevice(): Promise<string> {
  const assetTag = `ST-${String(++count).padStart(4, '0')}`
  const before = world.now
  world.now = new Date(before.getTime() - 30 * 3_600_000)
  await newDevices(world, partner, 1, { assetTag, unused: false })
  world.now = before
  return assetTag
}

describe('enrolment', () => {
  it('gives the station a token, a name of its own and the clock of the server', async () => {
    const operator = await newPerson(world, partner.organisationId, ['erasing'], { name: 'Ester' })
    const bench = await enrol('Bänk 1')
    const shown = await call('GET', `/erasure-stations/${bench.id}`, boss)
    expect(shown.body).toMatchObject({
      ...{ name: 'Bänk 1', place: 'Verkstaden', timeZone: 'Europe/Stockholm' },
      ...{ clockOffsetMs: 90_000, publicKey: bench.publicKey, revokedAt: null },
    })
    const met = await call('POST', `/erasure-stations/${bench.id}/contact`, bench.token, {
      ...{ sentAt: world.now.toISOString(), timeZone: 'Europe/Stockholm' },
    })
    expect(met.status).toBe(200)
    expect(met.body.operators).toContainEqual({ id: operator, name: 'Ester' })
    expect(met.body.operators.map((one) => one.name)).not.toContain('Bänk 1')
    expect(met.body.serverTime).toBe(world.now.toISOString())
  })

  it('refuses a name or a key that is taken, a key that is none, and an unknown zone', async () => {
    const bench = await enrol('Bänk 2')
    const sentAt = world.now.toISOString()
    const good = { name: 'Bänk 3', publicKey: 'A'.repeat(43), timeZone: 'UTC', sentAt }
    const tries = [
      [{ ...good, name: 'bänk 2' }, 'name-taken'],
      [{ ...good, publicKey: bench.publicKey }, 'station-key-known'],
      [{ ...good, publicKey: 'AAAA' }, 'station-key-wrong'],
      [{ ...good, timeZone: 'Mars/Norra' }, 'time-zone-unknown'],
    ] as const
    for (const [body, code] of tries)
      expect((await call('POST', '/erasure-stations', boss, body)).body).toMatchObject({ code })
  })
})

describe('a signed result', () => {
  it('with everything in order gives a certificate that names read-back, clock and origin', async () => {
    const bench = await enrol()
    const tag = await taggedDevice()
    const operatorId = await newPerson(world, partner.organisationId, ['erasing'])
    const answer = await send(bench, sampleDocument(newRun(bench, { tag, operatorId })))
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.result).toMatchObject({
      ...{ state: 'issued', decision: 'issue', reasons: [], level: 'clear' },
      device: { assetTag: tag, dataState: 'erased' },
    })
    const id = answer.body.result.certificate.id
    const { content } = (await call('GET', `/certificates/${id}`, boss)).body
    expect(content.erasure).toMatchObject({
      ...{ evidenceOrigin: 'station-signed', clockSource: 'station-corrected' },
      ...{ toolPackageVersion: '0.42-1', reallocatedSectors: 0 },
      medium: { serialSources: ['inventory', 'tool', 'label'] },
      sanitisedBy: { personId: operatorId },
    })
  })

  it('that wraps a log made for training is refused where the devices are real', async () => {
    const bench = await enrol()
    const document = sampleDocument(newRun(bench, { tag: await taggedDevice() }))
    const settle = (change: string) =>
      world.database.pool.query(
        `UPDATE organisations.organisation SET settings = settings ${change} WHERE id = $1`,
        [partner.organisationId],
      )
    await settle(`- 'demo'`)
    const answer = await send(bench, document)
    await settle(`|| '{"demo": "filled"}'`)
    expect(answer.body.result).toMatchObject({ state: 'refused', level: 'none' })
    expect(codesOf(answer)).toEqual(['TRAINING_MATERIAL'])
  })

  it('is recorded once, however often and however at once it is sent', async () => {
    const bench = await enrol()
    const document = sampleDocument(newRun(bench, { tag: await taggedDevice() }))
    const answers = await Promise.all([1, 2, 3].map(() => send(bench, document)))
    const again = await send(bench, document)
    expect([...answers, again].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(answers.filter(({ body }) => !body.known)).toHaveLength(1)
    expect(again.body.known).toBe(true)
    const ids = new Set([...answers, again].map(({ body }) => body.result.id))
    expect(ids.size).toBe(1)
    const list = await call('GET', `/erasure-stations/${bench.id}/results`, boss)
    expect(list.body.items).toHaveLength(1)
  })

  it('clears what a cached verification leaves in doubt, but only past the cache', async () => {
    const bench = await enrol()
    const cached = (document: StationDocument): StationDocument => ({
      ...document,
      logs: document.logs.map((log) => {
        const text = log.text.replace(/^.*Using direct I\/O.*\n/m, '')
        return { ...log, text, sha256: hexOf(text) }
      }),
    })
    const proven = cached(sampleDocument(newRun(bench, { tag: await taggedDevice() })))
    const issued = await send(bench, proven)
    expect(issued.body.result).toMatchObject({ state: 'issued' })
    const { content } = (
      await call('GET', `/certificates/${issued.body.result.certificate.id}`, boss)
    ).body
    expect(content.erasure.verification).toMatchObject({
      ...{ method: 'sample', ioMode: 'direct', checkedByTool: 'omlopp station' },
    })
    expect(content.erasure.verification.samplePercent).toBeGreaterThanOrEqual(10)
    const flushed = cached(sampleDocument(newRun(bench, { tag: await taggedDevice() })))
    const doubted = await send(bench, {
      ...flushed,
      readBack: { ...flushed.readBack!, mode: 'flushed' },
    })
    expect(codesOf(doubted)).toContain('CACHED_VERIFY')
  })

  it.each([
    ['leftovers', 'STATUS_FAILED'],
    ['toolFailed', 'STATUS_FAILED'],
    ['vanished', 'STATUS_FAILED'],
    ['unreadable', 'STATUS_FAILED'],
    ['aborted', 'STATUS_ABORTED'],
    ['cutOff', 'STATUS_ABORTED'],
  ] as const)('that says %s is refused, whatever the log says', async (outcome, reason) => {
    const bench = await enrol()
    const run = newRun(bench, { tag: await taggedDevice() })
    const document = { ...sampleDocument(run), outcome }
    const answer = await send(bench, document)
    expect(answer.body.result).toMatchObject({ state: 'refused', level: 'none' })
    expect(codesOf(answer)).toContain(reason)
  })

  it('is doubted when the station says so of its clock, its drive or the tag', async () => {
    const bench = await enrol()
    const base = () => taggedDevice().then((tag) => sampleDocument(newRun(bench, { tag })))
    const one = await base()
    const stepped = await send(bench, { ...one, clock: { ...one.clock, stepped: true } })
    expect(codesOf(stepped)).toEqual(['CLOCK_IMPLAUSIBLE'])
    const two = await base()
    const back = await send(bench, { ...two, clock: { ...two.clock, backwards: true } })
    expect(codesOf(back)).toEqual(['CLOCK_BACKWARDS'])
    const three = await base()
    const swapped = { ...three.drive, serialAfter: 'ANOTHER-1' }
    expect(codesOf(await send(bench, { ...three, drive: swapped }))).toEqual(['SERIAL_MISMATCH'])
    // The drive is known to sit in the device of the third run.
    const startedAt = new Date(world.now.getTime() - 5 * 3_600_000)
    const run = newRun(bench, { tag: await taggedDevice(), startedAt })
    const moved = sampleDocument({ ...run, drive: { ...run.drive, serial: three.drive.serial! } })
    expect(codesOf(await send(bench, moved))).toEqual(['SERIAL_MISMATCH'])
  })

  it('without a read-back of its own stands on the log alone', async () => {
    const bench = await enrol()
    const document = sampleDocument(newRun(bench, { tag: await taggedDevice() }))
    const text = document.logs[0]!.text.replace(/^.*(?:Verified|Verifying).*\n/gm, '')
    const logs = [{ ...document.logs[0]!, text, sha256: hexOf(text) }, ...document.logs.slice(1)]
    const answer = await send(bench, { ...document, logs, readBack: null })
    expect(answer.body.result).toMatchObject({ state: 'refused' })
    expect(codesOf(answer)).toEqual(['NOT_VERIFIED'])
  })

  it('of a drive whose tag nobody knows waits for a person', async () => {
    const bench = await enrol()
    const answer = await send(bench, sampleDocument(newRun(bench, { tag: 'FINNS-INTE' })))
    expect(answer.body.result).toMatchObject({ state: 'unmatched', device: null })
  })

  it('whose log has been used before is a duplicate', async () => {
    const bench = await enrol()
    const run = newRun(bench, { tag: await taggedDevice() })
    await send(bench, sampleDocument(run))
    const again = await send(bench, sampleDocument({ ...run, runId: randomUUID() }))
    expect(codesOf(again)).toContain('DUPLICATE')
  })
})

const codesOf = ({ body }: { body: Body }): string[] => body.result.reasons.map(({ code }) => code)

describe('what is not a station’s word', () => {
  it('is refused by name', async () => {
    const [bench, other] = [await enrol(), await enrol()]
    const document = sampleDocument(newRun(bench))
    const good = signed(document, bench.key)
    const url = `/erasure-stations/${bench.id}/results`
    const refused = async (payload: object, code: string) =>
      expect((await call('POST', url, bench.token, payload)).body).toMatchObject({ code })
    await refused(
      { ...good, signature: signed(document, other.key).signature },
      'station-signature-wrong',
    )
    await refused({ ...good, signature: 'AAAA' }, 'station-signature-wrong')
    await refused(
      { ...good, document: good.document.replace('"sata"', '"usb"') },
      'station-signature-wrong',
    )
    const raw = (text: string) => ({
      document: text,
      signature: sign(null, Buffer.from(text), bench.key).toString('base64'),
    })
    await refused(raw(JSON.stringify(document, null, 1)), 'station-document-unreadable')
    await refused(raw('inte json'), 'station-document-unreadable')
    await refused(
      raw(canonicalize({ ...document, v: 'omlopp-station/2' })!),
      'station-document-unreadable',
    )
    const altered = { ...document.logs[0]!, text: 'annat' }
    await refused(
      signed({ ...document, logs: [altered] }, bench.key),
      'station-document-unreadable',
    )
    const theirs = { ...document, station: { ...document.station, id: other.id } }
    await refused(signed(theirs, bench.key), 'station-document-of-another')
    const zone = { ...document, clock: { ...document.clock, timeZone: 'Mars/Norra' } }
    await refused(signed(zone, bench.key), 'time-zone-unknown')
    await call('POST', url, bench.token, good)
    const rewritten = { ...document, outcome: 'aborted' as const }
    await refused(signed(rewritten, bench.key), 'station-run-differs')
  })

  it('once it is revoked: neither its token nor its signature is taken', async () => {
    const bench = await enrol()
    const document = sampleDocument(newRun(bench))
    const revoked = await call('POST', `/erasure-stations/${bench.id}/revocation`, boss)
    expect(revoked.body).toMatchObject({ revokedAt: world.now.toISOString() })
    expect((await send(bench, document)).body).toMatchObject({ code: 'not-signed-in' })
    expect((await send(bench, document, boss)).body).toMatchObject({ code: 'station-revoked' })
    for (const path of ['contact', 'work'])
      expect(
        (
          await call(
            path === 'work' ? 'GET' : 'POST',
            `/erasure-stations/${bench.id}/${path}`,
            boss,
            {
              ...{ sentAt: world.now.toISOString(), timeZone: 'UTC' },
            },
          )
        ).body,
      ).toMatchObject({ code: 'station-revoked' })
    expect(
      (await call('POST', `/erasure-stations/${bench.id}/revocation`, boss)).body,
    ).toMatchObject({ code: 'station-revoked' })
    expect((await enrol(bench.name)).id).not.toBe(bench.id)
  })

  it('and another organisation sees nothing of it', async () => {
    const bench = await enrol()
    const stranger = await newOrganisation(world, 'reusePartner')
    const theirs = await newToken(world, stranger.organisationId)
    expect((await call('GET', `/erasure-stations/${bench.id}`, theirs)).body).toMatchObject({
      code: 'station-not-found',
    })
    expect((await send(bench, sampleDocument(newRun(bench)), theirs)).status).toBe(404)
    expect((await call('GET', '/erasure-stations', theirs)).body.items).toEqual([])
  })
})

describe('the work of a station', () => {
  it('is what waits for erasure, with the level that each owner asks for', async () => {
    const bench = await enrol()
    const assetTag = await taggedDevice()
    const all: { assetTag: string; requiredLevel: object }[] = []
    let cursor: string | null = null
    do {
      const page = await call(
        'GET',
        `/erasure-stations/${bench.id}/work?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        bench.token,
      )
      all.push(...page.body.items)
      cursor = page.body.next
    } while (cursor)
    expect(new Set(all.map((one) => one.assetTag)).size).toBe(all.length)
    expect(all.find((one) => one.assetTag === assetTag)).toMatchObject({
      requiredLevel: { magnetic: 'clear', flash: 'clear' },
      media: [],
    })
  })
})
