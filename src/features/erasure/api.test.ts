import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nwipePdf } from '../../../test/support/nwipe-pdf.ts'
import { fixture } from '../../../test/support/samples.ts'
import {
  newDevices,
  newOrganisation,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { recordEvidence } from './actions/evidence.ts'
import { uploadTexts } from './texts/refusals.ts'
import { parseEvidence } from './rules/evidence/parse.ts'
import { writeNwipeLog, type SampleDrive } from './rules/sample-log.ts'

const fixtures = readdirSync(new URL('../../../test/fixtures/erasure/', import.meta.url))

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-03-16T12:00:00Z')
})

// Answers are checked against their declarations by the server; here they are only looked into.
// oxlint-disable-next-line typescript/no-explicit-any -- a key that is missing fails the expectation
type Json = Record<string, any>
interface Person {
  get(path: string): Promise<{ status: number; json: Json }>
  send(method: string, path: string, body: unknown): Promise<{ status: number; json: Json }>
  upload(
    path: string,
    name: string,
    text: string | Buffer,
    fields?: Record<string, string>,
  ): Promise<{ status: number; json: Json }>
  file(path: string): Promise<{ status: number; type: string; bytes: Buffer; json: () => Json }>
}

/** Somebody of the organisation with these roles, over HTTP. */
async function person(
  organisation: Actor,
  ...roles: Parameters<typeof newToken>[2] & object
): Promise<Person> {
  const app = await world.app()
  const token = await newToken(world, organisation.organisationId, roles)
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' }
  const base = '/api/v1'
  return {
    async get(path) {
      const answer = await app.inject({ url: base + path, headers })
      return { status: answer.statusCode, json: answer.json() }
    },
    async send(method, path, body) {
      const answer = await app.inject({
        method: method as 'POST',
        url: base + path,
        headers,
        payload: body as object,
      })
      return { status: answer.statusCode, json: answer.json() }
    },
    async upload(path, name, text, fields = {}) {
      const edge = 'edge-of-a-part'
      const parts = Object.entries(fields).map(
        ([field, value]) =>
          `--${edge}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const head = `${parts.join('')}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([
        Buffer.from(head),
        Buffer.from(text),
        Buffer.from(`\r\n--${edge}--\r\n`),
      ])
      const answer = await app.inject({
        method: 'POST',
        url: base + path,
        headers: { ...headers, 'content-type': `multipart/form-data; boundary=${edge}` },
        payload,
      })
      return { status: answer.statusCode, json: answer.json() }
    },
    async file(path) {
      const answer = await app.inject({ url: base + path, headers })
      return {
        status: answer.statusCode,
        type: String(answer.headers['content-type']),
        bytes: answer.rawPayload,
        json: () => answer.json(),
      }
    },
  }
}

interface Bench {
  readonly owner: Actor
  readonly operator: Person
  readonly reviewer: Person
}
async function newBench(): Promise<Bench> {
  const owner = await newOrganisation(world)
  return {
    owner,
    operator: await person(owner, 'technician'),
    reviewer: await person(owner, 'itManager'),
  }
}

const disk = (serial: string, more: Json = {}) => ({
  serial,
  kind: 'magnetic',
  capacityBytes: 50331648,
  ...more,
})

/** A device in stock that holds data, with these media. */
async function inventoried(bench: Bench, ...media: Json[]): Promise<string> {
  world.now = new Date('2026-03-12T09:00:00Z')
  const [deviceId] = await newDevices(world, bench.owner, 1, { unused: false })
  const put = await bench.operator.send('PUT', `/devices/${deviceId}/media`, { media })
  expect(put.status, JSON.stringify(put.json)).toBe(200)
  world.now = new Date('2026-03-16T12:00:00Z')
  return deviceId!
}

const zone = { stationTimeZone: 'UTC' }
// The hash of a file may be used once in all the world, so that each test makes its copy its own:
// the first line is one that the reader passes over. Its runs are its own too only by serial.
let copies = 0
const ownCopy = (name: string, ...serials: [string, string][]) =>
  serials.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    `# copy ${++copies}\n${fixture(`erasure/${name}`)}`,
  )
/** Serials of the same length, so that the tables of the log stay as they were. */
let made = 0
const newSerial = (like: string) => `T${String(++made).padStart(like.length - 1, '0')}`

const drive = (serial: string, status: SampleDrive['status'] = 'erased', n = 0): SampleDrive => ({
  device: `/dev/sd${String.fromCharCode(97 + n)}`,
  bus: 'ATA',
  model: 'OMLOPP VIRT-HDD',
  serial,
  bytes: 50331648 * 100,
  status,
})
const large = { capacityBytes: 50331648 * 100 }
let minute = 0
const log = (...devices: SampleDrive[]) =>
  writeNwipeLog({
    version: '0.42',
    startedAt: `2026/03/15 ${String(8 + Math.floor(++minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`,
    method: 'Fill With Zeros',
    devices,
  })

const dataState = async (bench: Bench, deviceId: string) => {
  const { json } = await bench.operator.get(`/devices/${deviceId}`)
  return `${json['status']} ${json['dataState']}`
}
const kinds = async (bench: Bench, deviceId: string): Promise<string[]> => {
  const { json } = await bench.operator.get(`/devices/${deviceId}/life`)
  expect(json['chainIsWhole']).toBe(true)
  return json['entries'].map((entry: Json) => entry['kind'])
}
const outcome = (one: Json) =>
  [one['state'], ...one['reasons'].map((reason: Json) => reason['code'])].join(' ')

describe('evidence sent in', () => {
  // Each fixture as it is, with every drive it names inventoried in a device of its own.
  it.each(fixtures)('of fixture %s is decided as the reader of the file decides', async (name) => {
    const bench = await newBench()
    const { sessions } = parseEvidence(fixture(`erasure/${name}`))
    const drives = sessions.flatMap((session) => session.devices)
    const named = new Map(drives.flatMap((one) => (one.serial ? [[one.serial, one]] : [])))
    const devices = new Map<string, string>()
    for (const [serial, one] of named)
      devices.set(
        serial,
        await inventoried(
          bench,
          disk(serial, { model: one.model, capacityBytes: one.bytesExpected ?? one.bytesTotal }),
        ),
      )
    const file = fixture(`erasure/${name}`)
    const sent = await bench.operator.upload('/erasure-evidence', name, file, zone)
    expect(sent.status, JSON.stringify(sent.json)).toBe(201)
    expect(sent.json['results']).toHaveLength(drives.length)
    for (const [index, one] of drives.entries()) {
      const result = sent.json['results'][index]
      const { decision, reasons } = one.certificate
      if (decision === 'refuse') {
        expect(outcome(result)).toBe(['refused', ...reasons].join(' '))
      } else if (!one.serial) expect(result['state']).toBe('unmatched')
      else if (decision === 'review') expect(result['state']).toBe('awaitingReview')
      else expect(['issued', 'released', 'awaitingReview']).toContain(result['state'])
      expect(result['state'] === 'issued').toBe(result['certificate'] !== null)
      // Success where nothing was written is never believed without a person.
      if (name.includes('falsely-verified')) expect(result['decision']).toBe('review')
    }
    for (const [serial, deviceId] of devices) {
      const issued = sent.json['results'].some(
        (one: Json) => one['serial'] === serial && one['state'] === 'issued',
      )
      expect(await dataState(bench, deviceId)).toBe(issued ? 'erased erased' : 'inStock holdsData')
    }
  })

  it('that says it is for training is refused where the devices are real', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    await world.database.asSystem((tx) =>
      tx.run(`UPDATE organisations.organisation SET settings = settings - 'demo' WHERE id = $1`, [
        bench.owner.organisationId,
      ]),
    )
    const upload = (text: string) =>
      bench.operator.upload('/erasure-evidence', 'nwipe.log', text, zone)
    const made = log(drive(serial))
    const sent = await upload(made)
    expect(sent.json['results'].map(outcome)).toEqual(['refused TRAINING_MATERIAL'])
    expect(JSON.stringify(sent.json['results'][0]['reasons'])).toMatch(/made for training/)
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    // Nobody reviews it into a certificate either.
    const id = sent.json['results'][0]['id'] as string
    const approved = await bench.reviewer.send('POST', `/erasure-results/${id}/review`, {
      decision: 'approve',
      reason: 'Det ser ut som en vanlig logg.',
    })
    expect(approved.status).toBeGreaterThanOrEqual(400)
    // A session that was appended to it stands in the same file, and does not save it.
    const two = await upload(`${made}${log(drive(serial)).split('\n').slice(1).join('\n')}`)
    expect(new Set(two.json['results'].map(outcome))).toEqual(
      new Set(['refused TRAINING_MATERIAL']),
    )
  })

  it('of a whole and verified erasure gives a certificate at once', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    const sent = await bench.operator.upload('/erasure-evidence', 'a', log(drive(serial)), zone)
    expect(sent.json['results'].map(outcome)).toEqual(['issued'])
    expect(await kinds(bench, deviceId)).toEqual([
      'devices.registered',
      'erasure.mediaRecorded',
      'erasure.proven',
    ])
  })

  it('of a PDF is no result, and is held against the log of its run', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const pdf = nwipePdf({ 'Serial:': serial })
    const send = async (name: string, text: string) =>
      (await bench.operator.upload('/erasure-evidence', name, text, zone)).json
    const alone = await send('a.pdf', pdf)
    expect(alone).toMatchObject({ format: 'nwipe-pdf', understood: true, results: [] })
    expect(alone['remark']).toBe(uploadTexts.pdfAlone.en)
    await send('a.log', ownCopy('nwipe-0.42-zero-verifylast.log', ['OMLHDD0001', serial]))
    expect((await send('a.pdf', pdf))['remark']).toBe(uploadTexts.pdfAgrees.en)
    const edited = nwipePdf({ 'Serial:': serial, 'Status:': 'FAILED' })
    expect((await send('b.pdf', edited))['remark']).toBe(uploadTexts.pdfDiffers.en)
  })

  it('of another tool is read by a saved profile, and goes to a person at best', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial))
    const text = (status: string) => `Serial;Model;Outcome\n${serial};OMLOPP VIRT-HDD;${status}\n`
    const before = await bench.operator.upload('/erasure-evidence', 'a.csv', text('OK!'), zone)
    expect(before.json).toMatchObject({ format: 'unknown', understood: false })
    const profile = {
      ...{ name: 'Partnerns lista', tool: 'WipeDrive', format: 'csv', success: ['OK'] },
      fields: { serial: 'Serial', result: 'Outcome', model: 'Model' },
    }
    const save = (body: object) => bench.reviewer.send('POST', '/report-profiles', body)
    const faulty = await save({ ...profile, fields: { serial: 'Serial' } })
    expect(faulty.json).toMatchObject({ code: 'profile-faulty' })
    const { id } = (await save({ ...profile, tool: 'Wipe' })).json
    const change = (who: Bench) => who.reviewer.send('PUT', `/report-profiles/${id}`, profile)
    expect((await change(bench)).json).toMatchObject({ id, tool: 'WipeDrive' })
    const listed = await bench.operator.get('/report-profiles')
    expect(listed.json['items']).toHaveLength(1)
    const good = await bench.operator.upload('/erasure-evidence', 'b.csv', text('OK'), zone)
    expect(good.json).toMatchObject({ format: 'mapped', tool: 'WipeDrive' })
    expect(good.json['results'][0]).toMatchObject({ state: 'awaitingReview', decision: 'review' })
    expect(outcome(good.json['results'][0])).toContain('MAPPED_REPORT')
    const bad = await bench.operator.upload('/erasure-evidence', 'c.csv', text('Failed'), zone)
    expect(outcome(bad.json['results'][0])).toBe('refused STATUS_FAILED')
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    const stranger = await newBench()
    expect((await stranger.operator.get('/report-profiles')).json['items']).toEqual([])
    expect((await change(stranger)).json).toMatchObject({ code: 'profile-not-found' })
    const remove = () => bench.reviewer.send('DELETE', `/report-profiles/${id}`, undefined)
    expect((await remove()).status).toBe(200)
    expect((await remove()).json).toMatchObject({ code: 'profile-not-found' })
  })

  it('the same file twice is a duplicate, also from another organisation', async () => {
    const bench = await newBench()
    const text = log(drive(newSerial('OMLHDD0001')))
    expect((await bench.operator.upload('/erasure-evidence', 'a.log', text, zone)).status).toBe(201)
    const again = await bench.operator.upload('/erasure-evidence', 'b.log', text, zone)
    expect([again.status, again.json['code']]).toEqual([409, 'evidence-duplicate'])
    const stranger = await newBench()
    const theirs = await stranger.operator.upload('/erasure-evidence', 'c.log', text, zone)
    expect(theirs.json['code']).toBe('evidence-duplicate')
  })

  it('a run that comes again in a longer file is a duplicate of its own', async () => {
    const bench = await newBench()
    const [first, second] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(second, large))
    const early = log(drive(first))
    await bench.operator.upload('/erasure-evidence', 'a.log', early, zone)
    const both = await bench.operator.upload(
      '/erasure-evidence',
      'a.log',
      `${early}\n${log(drive(second))}`,
      zone,
    )
    expect(both.json['results'].map(outcome)).toEqual(['refused DUPLICATE', 'issued'])
    expect(await dataState(bench, deviceId)).toBe('erased erased')
  })

  it('a serial that differs by a dash waits in quarantine with a suggestion', async () => {
    const bench = await newBench()
    const deviceId = await inventoried(bench, disk('OML_DASH-01', large))
    const sent = await bench.operator.upload(
      '/erasure-evidence',
      'a.log',
      log(drive('OML-DASH-01')),
      zone,
    )
    const [one] = sent.json['results']
    expect(outcome(one)).toBe('unmatched SERIAL_MISMATCH SERIAL_WRITTEN_DIFFERENTLY')
    expect(one['suggestion']).toMatchObject({ deviceId, serial: 'OML_DASH-01' })
    expect(one['device']).toBeNull()
    const { mediumId } = one['suggestion']
    const matched = await bench.operator.send('POST', `/erasure-results/${one['id']}/match`, {
      mediumId,
    })
    expect(outcome(matched.json)).toBe('awaitingReview SERIAL_MISMATCH SERIAL_WRITTEN_DIFFERENTLY')
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    const again = await bench.operator.send('POST', `/erasure-results/${one['id']}/match`, {
      mediumId,
    })
    expect(again.json['code']).toBe('result-matched')
    const approved = await bench.reviewer.send('POST', `/erasure-results/${one['id']}/review`, {
      verdict: 'approve',
      reason: 'Etiketten på disken läst: samma disk.',
    })
    expect(approved.json['state'], JSON.stringify(approved.json)).toBe('issued')
    expect(await dataState(bench, deviceId)).toBe('erased erased')
    const pdf = await bench.reviewer.file(
      `/certificates/${approved.json['certificate']['id']}/pdf?language=sv`,
    )
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  it('of a device that nobody has received stays unmatched; matched late it is reviewed', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const sent = await bench.operator.upload('/erasure-evidence', 'a.log', log(drive(serial)), zone)
    const [one] = sent.json['results']
    expect(outcome(one)).toBe('unmatched MEDIUM_UNKNOWN NOT_RECEIVED')
    const deviceId = await inventoried(bench, disk(serial, large))
    const { json } = await bench.operator.get(`/devices/${deviceId}/media`)
    const matched = await bench.operator.send('POST', `/erasure-results/${one['id']}/match`, {
      mediumId: json['items'][0]['id'],
    })
    expect(outcome(matched.json)).toBe('awaitingReview MEDIUM_UNKNOWN')
  })

  it('of a device in use is held for review, and cannot be approved while it is', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    await bench.operator.send('POST', `/devices/${deviceId}/loss`, { as: 'missing' })
    const sent = await bench.operator.upload('/erasure-evidence', 'a.log', log(drive(serial)), zone)
    const [one] = sent.json['results']
    expect(outcome(one)).toBe('awaitingReview NOT_RECEIVED')
    const approved = await bench.reviewer.send('POST', `/erasure-results/${one['id']}/review`, {
      verdict: 'approve',
      reason: 'Den ligger här på bänken framför mig.',
    })
    expect(approved.json['code']).toBe('device-not-in-keeping')
  })

  it('of two disks, one failed, proves one and not the device', async () => {
    const bench = await newBench()
    const [good, bad] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(good, large), disk(bad, large))
    const sent = await bench.operator.upload(
      '/erasure-evidence',
      'two.log',
      log(drive(good), drive(bad, 'failed', 1)),
      zone,
    )
    expect(sent.json['results'].map(outcome)).toEqual(['issued', 'refused STATUS_FAILED'])
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    expect((await kinds(bench, deviceId)).slice(-2)).toEqual([
      'erasure.refused',
      'erasure.mediumErased',
    ])
    const failed = sent.json['results'][1]
    const forced = await bench.reviewer.send('POST', `/erasure-results/${failed['id']}/review`, {
      verdict: 'approve',
      reason: 'Chefen har sagt att det är bra nog.',
    })
    expect(forced.json['code']).toBe('result-refused')
    const again = await bench.operator.upload('/erasure-evidence', 'b.log', log(drive(bad)), zone)
    expect(again.json['results'].map(outcome)).toEqual(['issued'])
    expect(await dataState(bench, deviceId)).toBe('erased erased')
  })

  it.each([
    ['an unknown format is kept and answered kindly', Buffer.from('%PDF-1.7 nothing'), 201],
    ['binary noise is kept as well', Buffer.from([0, 255, 254, 1, 2, 3, 0, 0]), 201],
    ['an empty file is refused', Buffer.alloc(0), 409],
  ])('%s', async (_, bytes, status) => {
    const bench = await newBench()
    const sent = await bench.operator.upload('/erasure-evidence', 'x.pdf', bytes, zone)
    expect(sent.status).toBe(status)
    if (status === 201) {
      expect(sent.json['understood']).toBe(false)
      expect(sent.json['remark']).toContain('not from an erasure tool')
    } else expect(sent.json['code']).toBe('file-empty')
  })

  it('a file above the limit and a zone that is none are refused', async () => {
    const bench = await newBench()
    const large = Buffer.alloc(50 * 1024 * 1024 + 1, 65)
    const sent = await bench.operator.upload('/erasure-evidence', 'x.log', large)
    expect([sent.status, sent.json['code']]).toEqual([413, 'file-too-large'])
    const mars = await bench.operator.upload('/erasure-evidence', 'x.log', 'x', {
      stationTimeZone: 'Mars/Olympus',
    })
    expect(mars.json['code']).toBe('time-zone-unknown')
  })

  it('sixty drives are certified in one go, with numbers of one series', async () => {
    const bench = await newBench()
    const serials = Array.from({ length: 120 }, () => newSerial('OMLHDD0001'))
    world.now = new Date('2026-03-12T09:00:00Z')
    const deviceIds = await newDevices(world, bench.owner, 120, { unused: false })
    const put = await bench.operator.send('POST', '/media', {
      items: deviceIds.map((deviceId, i) => ({ deviceId, media: [disk(serials[i]!, large)] })),
    })
    expect(put.json['done'], JSON.stringify(put.json)).toBe(120)
    world.now = new Date('2026-03-16T12:00:00Z')
    const logs = [serials.slice(0, 60), serials.slice(60)].map((some) =>
      log(
        ...some.map((serial, n) => ({
          ...drive(serial),
          device: `/dev/sd${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n < 26 ? '' : 'abc'[Math.floor(n / 26)]}`,
        })),
      ),
    )
    for (const text of logs) {
      const sent = await bench.operator.upload('/erasure-evidence', 'sixty.log', text, zone)
      expect(new Set(sent.json['results'].map(outcome))).toEqual(new Set(['issued']))
      expect(sent.json['results']).toHaveLength(60)
    }
    const counts = await bench.operator.get('/erasure-counts')
    expect(counts.json).toMatchObject({ toErase: 0, results: { issued: 120 } })
    const page = await bench.operator.get('/certificates?limit=100')
    expect(page.json['items']).toHaveLength(100)
    const rest = await bench.operator.get(`/certificates?limit=100&cursor=${page.json['next']}`)
    const numbers = [...page.json['items'], ...rest.json['items']].map((one: Json) => one['number'])
    expect(new Set(numbers).size).toBe(120)
    expect(numbers).toContain('R-2026-00120')
  })
})

it('a file of sixty drives takes no more statements than a file of two', async () => {
  const bench = await newBench()
  const counted: number[] = []
  for (const count of [2, 60]) {
    const serials = Array.from({ length: count }, () => newSerial('OMLHDD0001'))
    world.now = new Date('2026-03-12T09:00:00Z')
    const deviceIds = await newDevices(world, bench.owner, count, { unused: false })
    const items = deviceIds.map((deviceId, i) => ({ deviceId, media: [disk(serials[i]!, large)] }))
    await bench.operator.send('POST', '/media', { items })
    world.now = new Date('2026-03-16T12:00:00Z')
    const text = log(
      ...serials.map((serial, n) => ({ ...drive(serial), device: `/dev/nvme${n}n1` })),
    )
    let statements = 0
    const sent = value(
      await world.act(bench.owner, (ctx) => {
        const tx = new Proxy(ctx.tx, {
          get(target, name: keyof typeof ctx.tx) {
            statements++
            return target[name]
          },
        })
        return recordEvidence(
          { ...ctx, tx },
          { fileName: 'a.log', bytes: Buffer.from(text), stationTimeZone: 'UTC' },
        )
      }),
    )
    expect(sent.results.filter((one) => one.state === 'issued')).toHaveLength(count)
    counted.push(statements)
  }
  expect(counted[1]).toBe(counted[0])
  expect(counted[1]).toBeLessThan(25)
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
    const both = await person(owner, 'itManager')
    const other = await person(owner, 'itManager')
    const third = await person(owner, 'itManager')
    const bench = { owner, operator: both, reviewer: other }
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
    const bench = await newBench()
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
    const bench = await newBench()
    const { id } = await awaiting(bench)
    const tried = await bench.operator.send('POST', `/erasure-results/${id}/review`, approval)
    expect(tried.status).toBe(403)
  })
})

const toolFlaw = { reason: 'toolFlaw', explanation: 'Verktyget läste ur cachen.' }

describe('destruction and revocation', () => {
  it('a failed drive is destroyed before a witness', async () => {
    const bench = await newBench()
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
    const bench = await newBench()
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
    const bench = await newBench()
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

describe('media', () => {
  it('never disappear: one that is left out must be said to be removed', async () => {
    const bench = await newBench()
    const [one, two] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(one, large), disk(two, large))
    const omitted = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one)],
    })
    expect(omitted.json['code']).toBe('medium-omitted')
    await bench.operator.upload('/erasure-evidence', 'a.log', log(drive(one)), zone)
    expect(await dataState(bench, deviceId)).toBe('inStock holdsData')
    const removed = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one), disk(two, { state: 'removed' })],
    })
    expect(removed.json).toMatchObject({ dataState: 'erased', unproven: null })
  })

  it('taken out without proof leave the device unproven', async () => {
    const bench = await newBench()
    const one = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(one, large))
    const removed = await bench.operator.send('PUT', `/devices/${deviceId}/media`, {
      media: [disk(one, { state: 'removed' })],
    })
    expect(removed.json).toMatchObject({ dataState: 'holdsData', unproven: 'MEDIA_MISSING' })
  })

  it('proven before the device was last in use are in place again', async () => {
    const bench = await newBench()
    const [one, two] = [newSerial('OMLHDD0001'), newSerial('OMLHDD0001')]
    const deviceId = await inventoried(bench, disk(one, large), disk(two, large))
    const text = log(drive(one), drive(two, 'erased', 1))
    await bench.operator.upload('/erasure-evidence', 'a.log', text, zone)
    expect(await dataState(bench, deviceId)).toBe('erased erased')
    await world.database.asSystem((tx) =>
      tx.run("UPDATE devices.device SET status = 'pool' WHERE id = $1", [deviceId]),
    )
    const out = await bench.operator.send('POST', '/hand-outs', {
      items: [{ deviceId, holderId: bench.owner.personId }],
    })
    expect(out.json['done'], JSON.stringify(out.json)).toBe(1)
    await bench.operator.send('POST', '/hand-ins', {
      items: [{ deviceId, condition: 'good' }],
    })
    world.now = new Date('2026-03-20T12:00:00Z')
    const later = log(drive(one)).replaceAll('2026/03/15', '2026/03/17')
    const sent = await bench.operator.upload('/erasure-evidence', 'b.log', later, zone)
    expect(sent.json['results'].map(outcome)).toEqual(['issued'])
    expect(await dataState(bench, deviceId)).toBe('handedIn holdsData')
  })

  it.each([
    ['filler', [{ serial: 'To be filled by O.E.M.', kind: 'flash' }], 'serial-placeholder'],
    ['twice the same', [disk('TWICE-1'), disk('TWICE-1')], 'repeated-medium'],
    [
      'an unknown id',
      [disk('X-1', { id: '00000000-0000-7000-8000-000000000000' })],
      'medium-not-found',
    ],
  ])('%s is refused', async (_, media, code) => {
    const bench = await newBench()
    const deviceId = await inventoried(bench)
    const put = await bench.operator.send('PUT', `/devices/${deviceId}/media`, { media })
    expect(put.json['code']).toBe(code)
  })

  it('come from a capture of the hardware', async () => {
    const bench = await newBench()
    const deviceId = await inventoried(bench)
    const sent = await bench.operator.upload(
      `/devices/${deviceId}/inventory`,
      'lsblk.json',
      fixture('inventory/vm-laptop.lsblk.json'),
    )
    expect(sent.status, JSON.stringify(sent.json)).toBe(200)
    expect(sent.json['items'].length).toBeGreaterThan(0)
    const other = await bench.operator.upload(
      `/devices/${deviceId}/inventory`,
      'x.txt',
      'no capture',
    )
    expect(other.json['code']).toBe('inventory-unreadable')
  })
})

describe('another organisation', () => {
  it('sees nothing and can do nothing', async () => {
    const bench = await newBench()
    const serial = newSerial('OMLHDD0001')
    const deviceId = await inventoried(bench, disk(serial, large))
    const sent = await bench.operator.upload('/erasure-evidence', 'a', log(drive(serial)), zone)
    const one = sent.json['results'][0]
    const certificate = one['certificate']['id']
    const stranger = await person(await newOrganisation(world), 'administrator')
    for (const path of [
      `/devices/${deviceId}/media`,
      `/erasure-results/${one['id']}`,
      `/certificates/${certificate}`,
      `/certificates/${certificate}/pdf`,
    ])
      expect((await stranger.get(path)).status, path).toBe(404)
    for (const path of [
      '/erasure-results',
      `/erasure-results?deviceId=${deviceId}`,
      '/certificates',
      `/certificates?deviceId=${deviceId}`,
    ])
      expect((await stranger.get(path)).json['items'], path).toEqual([])
    const mediumId = one['medium']['id']
    const attempts: [string, string, unknown][] = [
      ['PUT', `/devices/${deviceId}/media`, { media: [] }],
      ['POST', `/erasure-results/${one['id']}/review`, approval],
      ['POST', `/erasure-results/${one['id']}/match`, { mediumId }],
      ['POST', '/destructions', { mediumId, method: 'melting', witnessId: bench.owner.personId }],
      ['POST', `/certificates/${certificate}/revocation`, toolFlaw],
    ]
    for (const [method, path, body] of attempts)
      expect((await stranger.send(method, path, body)).status, path).toBe(404)
    const foreign = await stranger.upload('/erasure-evidence', 'b', log(drive(serial)), zone)
    expect(outcome(foreign.json['results'][0])).toBe('unmatched MEDIUM_UNKNOWN NOT_RECEIVED')
  })
})
