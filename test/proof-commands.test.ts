// Proofs, keys and EPCIS by the commands that people type, on an installation that serves meanwhile.
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import pg from 'pg'
import { startEmbedded } from '../src/database/embedded.ts'
import { build, dropFolder, freePort, newFolder, omlopp } from './support/command.ts'
import { epcisFaults, officialFaults } from './support/epcis.ts'
import { asker, checkedLog, serve } from './support/serving.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let where: { data: string; port: number }
let server: Awaited<ReturnType<typeof serve>>
let files: string
let deviceId: string
beforeAll(async () => {
  await build()
  where = { data: newFolder(), port: await freePort() }
  files = newFolder()
  server = await serve(where)
  deviceId = await register('PROOF1')
  const { id: holderId } = await server.ask('POST', '/people', { name: 'Innehavare' })
  await server.ask('POST', '/hand-outs', { items: [{ deviceId, holderId }] })
})
afterAll(async () => {
  server?.run.child.kill('SIGTERM')
  await server?.run.ended
  await dropFolder(where.data)
  await dropFolder(files)
})

const register = async (serialNumber: string) =>
  (
    await server.ask('POST', '/devices', {
      ...{ kind: 'laptop', maker: 'Dell', model: 'Latitude', unused: true, serialNumber },
    })
  ).id

interface Ran {
  readonly code: number | null
  readonly said: string
  /** What stands on stdout, when that is JSON. */
  readonly json: Verdict
}
interface Verdict {
  readonly valid: boolean
  readonly checked: readonly Finding[]
  readonly notChecked: readonly Finding[]
  readonly failures: readonly Finding[]
  readonly [name: string]: unknown
}
interface Finding {
  readonly code: string
  readonly at: string
}

async function run(args: string[], data = where.data): Promise<Ran> {
  const ran = omlopp(args, { data, port: where.port })
  const code = await ran.ended
  const text = ran.printed()
  return { code, said: ran.said(), json: (text ? JSON.parse(text) : null) as Verdict }
}

const file = (name: string) => join(files, name)
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)

/** The key that signs the logs of a bundle, as a reader pins it. */
function vkeyIn(bundle: string): string {
  const { logs } = JSON.parse(
    Buffer.from(unzipSync(readFileSync(bundle))['bundle.json']!).toString(),
  ) as { logs: { vkeys: string[] }[] }
  return logs[0]!.vkeys[0]!
}

describe('omlopp proof and omlopp verify', () => {
  it('write a bundle of a device and check it, with the answer that is promised', async () => {
    const out = file('proof1.zip')
    const made = await run(['proof', 'PROOF1', '--out', out, '--json'])
    expect(made.code, made.said).toBe(0)
    expect(made.json).toMatchObject({ deviceId, serialNumber: 'PROOF1', file: out })
    expect(made.json['bytes']).toBe(statSync(out).size)
    const { code, json } = await run(['verify', out, '--json'])
    expect(code).toBe(0)
    expect(Object.keys(json)).toEqual(['valid', 'checked', 'notChecked', 'failures'])
    expect(json).toMatchObject({ valid: true, failures: [] })
    expect(codes(json.checked)).toContain('entry-in-tree')
    expect(codes(json.notChecked)).toContain('key-not-pinned')
    for (const { code: name, at } of [...json.checked, ...json.notChecked]) {
      expect(name).toMatch(/^[a-z][a-z-]+$/)
      expect(at).toEqual(expect.any(String))
    }
    const pinned = await run(['verify', out, '--key', vkeyIn(out), '--json'])
    expect(pinned).toMatchObject({ code: 0, json: { valid: true } })
    expect(codes(pinned.json.checked)).toContain('checkpoint-signed-by-pinned')
    const inWords = await run(['verify', out])
    expect([inWords.code, inWords.said]).toEqual([0, expect.stringContaining('The proof holds.')])
  })

  it('take any device, where none is named', async () => {
    const made = await run(['proof', '--any', '--out', file('any.zip')])
    expect(made.code, made.said).toBe(0)
    expect((await run(['verify', file('any.zip'), '--json'])).code).toBe(0)
  })

  it('find one changed byte, and answer with 1', async () => {
    const bytes = readFileSync(file('proof1.zip'))
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(file('changed.zip'), bytes)
    const { code, json } = await run(['verify', file('changed.zip'), '--json'])
    expect(code).toBe(1)
    expect(json.valid).toBe(false)
    expect(json.failures.length).toBeGreaterThan(0)
    expect(json.failures[0]).toEqual({ code: expect.any(String), at: expect.any(String) })
  })

  it('answer in the one shape also where there is no file to read', async () => {
    for (const path of ['/none/x.zip', files]) {
      const { code, said, json } = await run(['verify', path, '--json'])
      expect(code).toBe(1)
      expect(said).toContain('cannot be read')
      const failures = [{ code: 'file-unreadable', at: path }]
      expect(json).toEqual({ valid: false, checked: [], notChecked: [], failures })
    }
  })

  it.each([
    ['a device that is not there', ['proof', 'NOBODY', '--out', 'x.zip'], 'No device is called'],
    ['no place to write to', ['proof', 'PROOF1'], 'Say which device and where to'],
    ['a file that is not there', ['verify', '/none/x.zip'], 'cannot be read'],
    ['a hash that is none', ['verify', 'x.pdf', '--certificate', 'ab12'], 'is no SHA-256'],
    ['nothing to verify', ['verify'], 'Say what'],
    ['nothing to export', ['epcis'], 'Say what'],
    ['a shipment that is not there', ['epcis', '--shipment', 'S-0'], 'Nothing is called'],
    ['keys that are to be eaten', ['keys', 'eat'], 'omlopp keys [rotate]'],
  ])('refuse in words: %s', async (_, args, words) => {
    const { code, said, json } = await run(args)
    expect([code, json]).toEqual([1, null])
    expect(said).toContain(words)
    expect(said).not.toContain('    at ')
  })
})

describe('omlopp witness', () => {
  it('signs the head of a log that takes it, and its signature goes along in bundles', async () => {
    const folder = file('witness')
    const witness = (...args: string[]) => run(['witness', ...args, '--folder', folder, '--json'])
    const made = await witness('new', 'revisor.example/w')
    expect(made.code, made.said).toBe(0)
    expect(statSync(join(folder, 'witness-key.json')).mode & 0o777).toBe(0o600)
    const vkey = made.json['vkey'] as string
    const logKey = vkeyIn(file('proof1.zip'))
    const logId = /([0-9a-f-]{36})\+/.exec(logKey)![1]!
    const log = `http://localhost:${where.port}/api/v1/logs/${logId}`
    const stranger = await witness(log, '--key', logKey)
    expect([stranger.code, stranger.json['code']]).toEqual([1, 'refused'])
    expect(stranger.said).toContain('does not know this witness yet')
    expect(stranger.said).toContain(vkey)
    const token = omlopp(['token', '--role', 'administrator'], where)
    expect(await token.ended, token.said()).toBe(0)
    const owner = asker(`http://localhost:${where.port}`, token.printed().trim())
    await owner.ask('POST', '/log-witnesses', { vkey })
    // That it is trusted may stand in the log as well, and what was signed before it is no longer the newest.
    const { entries } = await checkedLog(where)
    const signed = await witness(log)
    expect(signed.code, signed.said).toBe(0)
    expect(signed.json).toMatchObject({ size: entries, from: expect.any(Number) })
    const out = file('witnessed.zip')
    expect((await run(['proof', 'PROOF1', '--out', out])).code).toBe(0)
    const { code, json } = await run(['verify', out, '--key', logKey, '--key', vkey, '--json'])
    expect([code, json.failures]).toEqual([0, []])
    expect(codes(json.checked)).toContain('checkpoint-cosigned')
  })
})

describe('omlopp epcis', () => {
  it.each([
    ['a device', () => ['--device', 'PROOF1'], 2],
    ['a period', () => ['--from', '2020-01-01', '--to', '2099-12-31'], 2],
    ['a shipment by its number', async () => ['--shipment', (await shipped('SHIPPED1')).number], 1],
    ['a shipment by its id', async () => ['--shipment', (await shipped('SHIPPED2')).id], 1],
  ])('prints a document of %s that the schema takes', async (_, args, least) => {
    const { code, json, said } = await run(['epcis', ...(await args())])
    expect(code, said).toBe(0)
    expect(json).toMatchObject({ type: 'EPCISDocument', schemaVersion: '2.0' })
    const { eventList } = json['epcisBody'] as { eventList: { type: string; bizStep: string }[] }
    expect(eventList.length).toBeGreaterThanOrEqual(least)
    for (const { type } of eventList) expect(type).toMatch(/Event$/)
    if (least === 1) expect(eventList.map(({ bizStep }) => bizStep)).toContain('shipping')
    expect(epcisFaults(json)).toEqual([])
    if (officialFaults) expect(officialFaults(json)).toEqual([])
  })
})

/** A device on its way to a partner, by the API; the partnership is there from the beginning. */
async function shipped(serialNumber: string): Promise<{ id: string; number: string }> {
  const receiverId = randomUUID()
  const embedded = await startEmbedded({ dataFolder: where.data })
  const client = new pg.Client(embedded.config as pg.ClientConfig)
  await client.connect()
  await client.query(
    `WITH partner AS (INSERT INTO organisations.organisation (id, kind, name, created_at)
       VALUES ($1, 'reusePartner', $2, now()) RETURNING id)
     INSERT INTO organisations.partnership (organisation_id, partner_id, kind, state, since_on)
     SELECT o.id, p.id, 'reuse', 'active', '2020-01-01'
     FROM partner p, organisations.organisation o WHERE o.kind = 'user'`,
    [receiverId, `Partner ${serialNumber}`],
  )
  await client.end()
  await embedded.stop()
  const token = omlopp(['token', '--role', 'receiving'], where)
  expect(await token.ended, token.said()).toBe(0)
  const sender = asker(`http://localhost:${where.port}`, token.printed().trim()).ask
  const id = await register(serialNumber)
  const collection = await sender('POST', '/collections', { receiverId })
  await sender('POST', `/collections/${collection.id}/lines`, { deviceIds: [id] })
  await sender('POST', `/collections/${collection.id}/sending`)
  return collection as unknown as { id: string; number: string }
}

const PRIVATE = /PRIVATE KEY/

describe('keys', () => {
  it('of a new kind are followed from the old one, which is all that the reader pinned', async () => {
    const old = vkeyIn(file('proof1.zip'))
    for (const serial of ['PROOF2', 'PROOF3']) {
      const rotated = await run(['keys', 'rotate'])
      expect(rotated.code, rotated.said).toBe(0)
      expect(rotated.said).toContain('is signed with a new key')
      await register(serial)
    }
    // A server that was running takes the new key up by itself.
    await checkedLog(where)
    const out = file('proof3.zip')
    expect((await run(['proof', 'PROOF3', '--out', out])).code).toBe(0)
    expect(vkeyIn(out)).not.toBe(old)
    const { code, json } = await run(['verify', out, '--key', old, '--json'])
    expect(json.failures).toEqual([])
    expect([code, json.valid]).toEqual([0, true])
    expect(codes(json.checked).filter((name) => name === 'key-followed')).toHaveLength(2)
    expect(codes(json.checked)).toContain('checkpoint-signed-by-pinned')
    const whole = await run(['verify', '--log', '--key', old, '--json'])
    expect(whole.json.failures).toEqual([])
    expect([whole.code, whole.json['logs']]).toEqual([0, 1])
    // What the old key signed stays good for whoever has only the new one.
    expect(await run(['verify', file('proof1.zip'), '--key', vkeyIn(out), '--json'])).toMatchObject(
      {
        code: 1,
        json: { valid: false, failures: [{ code: 'key-not-the-pinned' }] },
      },
    )
  })

  it('are in no backup unless asked for, and then in a file of their own', async () => {
    const dump = file('backup.omlopp')
    const plain = await run(['backup', dump])
    expect(plain.code, plain.said).toBe(0)
    expect(plain.said).toContain('The keys are not in it')
    expect(readdirSync(files)).not.toContain('backup.omlopp.keys')
    const secrets = readdirSync(join(where.data, 'keys'))
      .filter((name) => name.endsWith('.key'))
      .map((name) => readFileSync(join(where.data, 'keys', name), 'utf8').split('\n')[1]!)
    expect(secrets).toHaveLength(2)
    const holdsKeys = () => {
      const content = gunzipSync(readFileSync(dump)).toString('latin1')
      return PRIVATE.test(content) || secrets.some((secret) => content.includes(secret))
    }
    expect(holdsKeys()).toBe(false)
    const asked = await run(['backup', dump, '--with-keys'])
    expect(asked.code, asked.said).toBe(0)
    expect(holdsKeys()).toBe(false)
    expect(readFileSync(`${dump}.keys`, 'utf8')).toMatch(PRIVATE)
    expect(statSync(`${dump}.keys`).mode & 0o777).toBe(0o600)
  })

  it('that cannot be read leave an empty database empty', async () => {
    const [data, dump] = [newFolder(), file('spoiled.omlopp')]
    writeFileSync(dump, readFileSync(file('backup.omlopp')))
    writeFileSync(`${dump}.keys`, '{"omlopp":"keys","files":{"../out":"x"}}')
    try {
      const refused = await run(['restore', dump, '--with-keys'], data)
      expect([refused.code, refused.said]).toEqual([
        1,
        expect.stringContaining('Nothing was restored: keys-unreadable'),
      ])
      const restored = await run(['restore', file('backup.omlopp')], data)
      expect(restored.code, restored.said).toBe(0)
      // Without the keys nobody's signature is known here, and that is said.
      const { json } = await run(['verify', '--log', '--json'], data)
      expect(codes(json.failures)).toContain('checkpoint-not-signed')
    } finally {
      await dropFolder(data)
    }
  })

  it('come back with the database, and the log goes on as the same one', async () => {
    const data = newFolder()
    await mkdir(data, { recursive: true })
    try {
      const restored = await run(['restore', file('backup.omlopp'), '--with-keys'], data)
      expect(restored.code, restored.said).toBe(0)
      expect(restored.said).toContain('The keys are restored.')
      const [here, there] = [await run(['keys']), await run(['keys'], data)]
      expect(there.said).toBe(here.said)
      expect((await run(['verify', '--log', '--json'], data)).json).toMatchObject({
        valid: true,
        failures: [],
      })
      const out = file('restored.zip')
      expect((await run(['proof', 'PROOF2', '--out', out], data)).code).toBe(0)
      const first = vkeyIn(file('proof1.zip'))
      expect((await run(['verify', out, '--key', first, '--json'])).json).toMatchObject({
        valid: true,
        failures: [],
      })
    } finally {
      await dropFolder(data)
    }
  })
})
