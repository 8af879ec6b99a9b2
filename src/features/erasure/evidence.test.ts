import { readdirSync } from 'node:fs'
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
  zone,
  type Bench,
  type Json,
} from '../../../test/support/bench.ts'
import { nwipePdf } from '../../../test/support/nwipe-pdf.ts'
import { fixture } from '../../../test/support/samples.ts'
import { newWorld, type World } from '../../../test/support/world.ts'

import { parseEvidence } from './rules/evidence/parse.ts'
import { uploadTexts } from './texts/refusals.ts'

const fixtures = readdirSync(new URL('../../../test/fixtures/erasure/', import.meta.url))

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-03-16T12:00:00Z')
})

describe('evidence sent in', () => {
  // Each fixture as it is, with every drive it names inventoried in a device of its own.
  it.each(fixtures)('of fixture %s is decided as the reader of the file decides', async (name) => {
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const stranger = await newBench(world)
    expect((await stranger.operator.get('/report-profiles')).json['items']).toEqual([])
    expect((await change(stranger)).json).toMatchObject({ code: 'profile-not-found' })
    const remove = () => bench.reviewer.send('DELETE', `/report-profiles/${id}`, undefined)
    expect((await remove()).status).toBe(200)
    expect((await remove()).json).toMatchObject({ code: 'profile-not-found' })
  })

  it('the same file twice is a duplicate, also from another organisation', async () => {
    const bench = await newBench(world)
    const text = log(drive(newSerial('OMLHDD0001')))
    expect((await bench.operator.upload('/erasure-evidence', 'a.log', text, zone)).status).toBe(201)
    const again = await bench.operator.upload('/erasure-evidence', 'b.log', text, zone)
    expect([again.status, again.json['code']]).toEqual([409, 'evidence-duplicate'])
    const stranger = await newBench(world)
    const theirs = await stranger.operator.upload('/erasure-evidence', 'c.log', text, zone)
    expect(theirs.json['code']).toBe('evidence-duplicate')
  })

  it('a run that comes again in a longer file is a duplicate of its own', async () => {
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
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
    const bench = await newBench(world)
    const sent = await bench.operator.upload('/erasure-evidence', 'x.pdf', bytes, zone)
    expect(sent.status).toBe(status)
    if (status === 201) {
      expect(sent.json['understood']).toBe(false)
      expect(sent.json['remark']).toContain('not from an erasure tool')
    } else expect(sent.json['code']).toBe('file-empty')
  })

  it('a file above the limit and a zone that is none are refused', async () => {
    const bench = await newBench(world)
    const large = Buffer.alloc(50 * 1024 * 1024 + 1, 65)
    const sent = await bench.operator.upload('/erasure-evidence', 'x.log', large)
    expect([sent.status, sent.json['code']]).toEqual([413, 'file-too-large'])
    const mars = await bench.operator.upload('/erasure-evidence', 'x.log', 'x', {
      stationTimeZone: 'Mars/Olympus',
    })
    expect(mars.json['code']).toBe('time-zone-unknown')
  })
})
