// Bundles from real logs: what they hold, what they never hold, and that no change of them goes by.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inject, newFullWorld, type FullWorld } from '../../../test/support/full-world.ts'
import { newToken, value } from '../../../test/support/world.ts'
import { hearAll } from '../../../test/support/heard.ts'
import { checkBundle } from '../../checker/bundle/check.ts'
import type { Manifest } from '../../checker/bundle/manifest.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { checkPdf } from '../../checker/pdf/check.ts'
import { deviceBundle } from './actions/bundle.ts'
import { listeners } from './jobs.ts'

let full: FullWorld
let token: string
let publicId: string
let deviceId: string
const folder = mkdtempSync(join(tmpdir(), 'omlopp-bundle-'))

async function get(path: string, bearer = token) {
  return inject(full.world, {
    url: `/api/v1${path}`,
    headers: bearer === '' ? {} : { authorization: `Bearer ${bearer}` },
  })
}
async function bytesOf(path: string, bearer = token): Promise<Uint8Array> {
  const answer = await get(path, bearer)
  expect(answer.statusCode, answer.body).toBe(200)
  return new Uint8Array(answer.rawPayload)
}
const certificate = () => full.ids['certificateId']!

let device: Uint8Array
let open: Uint8Array
beforeAll(async () => {
  full = await newFullWorld()
  token = await newToken(full.world, full.owner.organisationId)
  const { rows } = await full.world.database.pool.query<{ publicId: string; deviceId: string }>(
    `SELECT public_id AS "publicId", device_id AS "deviceId" FROM erasure.certificate WHERE id = $1`,
    [certificate()],
  )
  ;({ publicId, deviceId } = rows[0]!)
  await hearAll(full.world.database, listeners)
  device = await bytesOf(`/devices/${deviceId}/bundle`)
  open = await bytesOf(`/public/certificates/${publicId}/bundle`, '')
})
afterAll(async () => {
  await full.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const codes = (list: readonly { code: string }[]) => [...new Set(list.map(({ code }) => code))]
const manifestOf = (bytes: Uint8Array): Manifest =>
  JSON.parse(Buffer.from(unzipSync(bytes)['bundle.json']!).toString()) as Manifest
const vkeyIn = (bytes: Uint8Array) => manifestOf(bytes).logs[0]!.vkeys[0]!

describe('a bundle of a device', () => {
  it('holds, and says what was not checked', () => {
    const verdict = checkBundle(device)
    expect(verdict.failures).toEqual([])
    expect(codes(verdict.checked)).toEqual([
      'files-complete',
      'checkpoint-signed',
      'entry-in-tree',
      'chain-whole',
      'clock-order',
      'certificate-in-journal',
      'certificate-follows',
    ])
    expect(codes(verdict.notChecked)).toEqual([
      'key-not-pinned',
      'evidence-left-out',
      'not-witnessed',
      'later-entries',
      'evidence-meaning',
      'people-unnamed',
    ])
    const { contents } = verdict
    expect(contents?.entries.map(({ seq }) => seq)).toEqual(
      contents?.entries.map((_, nth) => nth + 1),
    )
    expect(contents?.certificates[0]).toMatchObject({ standing: 'valid' })
    const pinned = checkBundle(device, { vkeys: [vkeyIn(device)], engine: nodeEngine })
    expect([pinned.valid, codes(pinned.checked)[1]]).toEqual([true, 'checkpoint-signed-by-pinned'])
  })

  it('holds the evidence when asked for, and the evidence is that of the journal', async () => {
    const bytes = await bytesOf(`/devices/${deviceId}/bundle?evidence=include`)
    const verdict = checkBundle(bytes, { engine: nodeEngine })
    expect(verdict.valid).toBe(true)
    expect(codes(verdict.checked)).toContain('evidence-in-journal')
    expect(codes(verdict.notChecked)).not.toContain('evidence-left-out')
  })

  it('is the partner’s own view for a partner: what is not shared is said', async () => {
    const other = await newToken(full.world, full.partner.organisationId)
    const list = (await get('/devices', other)).json<{ items: { id: string }[] }>()
    const bytes = await bytesOf(`/devices/${list.items[0]!.id}/bundle`, other)
    const verdict = checkBundle(bytes, { engine: nodeEngine })
    expect(verdict.failures).toEqual([])
    expect(codes(verdict.notChecked)).toContain('entries-not-shared')
    expect(verdict.contents!.logs.length).toBe(2)
  })

  it('names nobody: no name, no address, no unit of the world', async () => {
    const { rows } = await full.world.database.pool.query<{ word: string }>(
      `SELECT name AS word FROM organisations.person UNION SELECT email FROM organisations.person
       UNION SELECT name FROM organisations.unit UNION SELECT name FROM organisations.place
       UNION SELECT name FROM organisations.organisation`,
    )
    const words = rows.flatMap(({ word }) => (word && word.length > 3 ? [word] : []))
    expect(words.length).toBeGreaterThan(8)
    for (const bytes of [device, open])
      for (const [name, content] of Object.entries(unzipSync(bytes))) {
        const text = `${name} ${Buffer.from(content).toString('utf8')}`
        for (const word of words) expect(text, name).not.toContain(word)
      }
  })

  it('is not there for a stranger', async () => {
    const strange = await newToken(full.world, full.stranger.organisationId)
    expect((await get(`/devices/${deviceId}/bundle`, strange)).statusCode).toBe(404)
    expect((await get(`/certificates/${certificate()}/bundle`, strange)).statusCode).toBe(404)
  })
})

describe('a public bundle', () => {
  it('tells of the erasure and of nothing else, without an account', async () => {
    const verdict = checkBundle(open)
    expect(verdict.failures).toEqual([])
    expect(codes(verdict.notChecked)).toContain('entries-left-out')
    expect(verdict.contents!.entries.every(({ kind }) => kind.startsWith('erasure.'))).toBe(true)
    const said = (await get(`/public/certificates/${publicId}`, '')).json<{ standing: string }>()
    expect(said).toMatchObject({ standing: 'valid', serialNumber: 'WORLD-DISK-1' })
  })

  it('an unknown address and a misspelt one tell nothing', async () => {
    const unknown = await get('/public/certificates/AAAAAAAAAAAAAAAAAAAAAA', '')
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([
      404,
      'certificate-not-found',
    ])
    expect((await get('/public/certificates/x/bundle', '')).statusCode).toBe(404)
  })

  it('fails once the certificate is revoked, and the page says so', async () => {
    const other = await newFullWorld()
    try {
      const { rows } = await other.world.database.pool.query<{ publicId: string }>(
        'SELECT public_id AS "publicId" FROM erasure.certificate',
      )
      const bearer = await newToken(other.world, other.owner.organisationId)
      const revoked = await inject(other.world, {
        method: 'POST',
        url: `/api/v1/certificates/${other.ids['certificateId']}/revocation`,
        headers: { authorization: `Bearer ${bearer}` },
        payload: { reason: 'wrongMedium', explanation: 'Fel disk stod på intyget.' },
      })
      expect(revoked.statusCode, revoked.body).toBeLessThan(300)
      await hearAll(other.world.database, listeners)
      const url = `/api/v1/public/certificates/${rows[0]!.publicId}`
      expect((await inject(other.world, { url })).json()).toMatchObject({ standing: 'revoked' })
      const bundle = await inject(other.world, { url: `${url}/bundle` })
      const verdict = checkBundle(new Uint8Array(bundle.rawPayload), { engine: nodeEngine })
      expect(codes(verdict.failures)).toEqual(['certificate-revoked'])
    } finally {
      await other.world.close()
    }
  })
})

/** The bundle with some of its files changed, listed anew unless told not to. */
function spoiled(
  bytes: Uint8Array,
  change: (files: Record<string, Uint8Array>, manifest: Record<string, unknown>) => void,
  relist = true,
): Uint8Array {
  const files = unzipSync(bytes)
  const manifest = JSON.parse(Buffer.from(files['bundle.json']!).toString()) as Record<
    string,
    unknown
  >
  delete files['bundle.json']
  change(files, manifest)
  if (relist)
    manifest['files'] = Object.entries(files).map(([name, content]) => ({
      name,
      sha256: Buffer.from(nodeEngine.sha256(content)).toString('hex'),
    }))
  return zipSync({ 'bundle.json': Buffer.from(JSON.stringify(manifest)), ...files })
}

const edit = (
  files: Record<string, Uint8Array>,
  name: string,
  from: string | RegExp,
  to: string,
) => {
  const text = Buffer.from(files[name]!).toString()
  expect(text).toMatch(from)
  files[name] = Buffer.from(text.replace(from, to))
}
const listOf = (manifest: Record<string, unknown>, name: string) =>
  manifest[name] as Record<string, unknown>[]
const certificateFile = (files: Record<string, Uint8Array>) =>
  Object.keys(files).find((name) => name.startsWith('certificates/'))!

describe('a bundle that somebody has been at', () => {
  const tried: [string, Parameters<typeof spoiled>[1], boolean?][] = [
    ['file-changed', (files) => edit(files, 'entries/0002.json', 'a', 'b'), false],
    ['file-not-listed', (files) => (files['entries/9999.json'] = Buffer.from('{}')), false],
    ['file-missing', (files) => delete files['entries/0002.tlog-proof'], false],
    ['entry-not-in-tree', (files) => edit(files, 'entries/0002.json', /T\d\d:/, 'T08:')],
    ['entry-unreadable', (files) => edit(files, 'entries/0002.json', '{', '{ ')],
    ['proof-unreadable', (files) => edit(files, 'entries/0002.tlog-proof', '@v1', '@v2')],
    [
      'proof-of-another-place',
      (files) => edit(files, 'entries/0002.tlog-proof', /index \d+/, 'index 0'),
    ],
    [
      'checkpoint-signature-wrong',
      (files) =>
        edit(files, 'entries/0002.tlog-proof', /\n(\d+)\n(?=[A-Za-z0-9+/]{43}=\n\n)/, '\n1$1\n'),
    ],
    ['chain-entry-missing', (_files, manifest) => void listOf(manifest, 'entries').splice(1, 1)],
    [
      'chain-entry-twice',
      (_files, manifest) => void listOf(manifest, 'entries').push(listOf(manifest, 'entries')[1]!),
    ],
    [
      'place-taken-twice',
      (_files, manifest) => void listOf(manifest, 'entries').push(listOf(manifest, 'entries')[1]!),
    ],
    [
      'gap-not-there',
      (_files, manifest) => void listOf(manifest, 'gaps').push({ from: 1, to: 1, why: 'left-out' }),
    ],
    [
      'entry-of-another-device',
      (_files, manifest) =>
        ((manifest['subject'] as Record<string, unknown>)['device'] = certificate()),
    ],
    ['log-not-listed', (_files, manifest) => (manifest['logs'] = [])],
    ['certificate-changed', (files) => edit(files, certificateFile(files), '"clear"', '"purge"')],
    [
      'certificate-not-in-journal',
      (files) =>
        edit(
          files,
          certificateFile(files),
          /"id":"[^"]+","issuedAt"/,
          `"id":"${'0'.repeat(8)}","issuedAt"`,
        ),
    ],
    [
      'evidence-not-in-journal',
      (_files, manifest) => (listOf(manifest, 'evidence')[0]!['sha256'] = 'ab'.repeat(32)),
    ],
    ['format-unknown', (_files, manifest) => (manifest['format'] = 'omlopp-bundle/9')],
    ['manifest-unreadable', (_files, manifest) => (manifest['gaps'] = 'none')],
    ['entries-none', (_files, manifest) => (manifest['entries'] = [])],
    ['zip-name-unsafe', (files) => (files['../x'] = Buffer.from('x'))],
  ]
  it.each(tried)('says %s', (code, change, relist) => {
    const verdict = checkBundle(spoiled(device, change, relist), { engine: nodeEngine })
    expect(codes(verdict.failures)).toContain(code)
    expect(verdict.valid).toBe(false)
  })

  it('is found when it holds another device’s proof', async () => {
    const other = unzipSync(await bytesOf(`/devices/${full.ids['deviceId']}/bundle`))
    const bytes = spoiled(device, (files) => {
      files['entries/0001.json'] = other['entries/0001.json']!
      files['entries/0001.tlog-proof'] = other['entries/0001.tlog-proof']!
    })
    expect(codes(checkBundle(bytes, { engine: nodeEngine }).failures)).toContain(
      'entry-of-another-device',
    )
  })

  it('is found whichever byte of a file is another', () => {
    const files = Object.entries(unzipSync(device)).filter(([name]) => name !== 'bundle.json')
    let tries = 0
    for (const [name, content] of files)
      for (const at of [0, content.length >> 1, content.length - 1]) {
        const bytes = spoiled(
          device,
          (all) => {
            const copy = Uint8Array.from(content)
            copy[at]! ^= 1
            all[name] = copy
          },
          false,
        )
        expect(checkBundle(bytes, { engine: nodeEngine }).valid, `${name} ${at}`).toBe(false)
        tries++
      }
    expect(tries).toBeGreaterThan(20)
  })

  it('is not taken for a bundle at all when it is none', () => {
    for (const bytes of [
      new Uint8Array(0),
      Buffer.from('hej'),
      device.subarray(0, device.length - 40),
    ])
      expect(codes(checkBundle(bytes).failures)).toEqual(['zip-unreadable'])
    expect(codes(checkBundle(zipSync({ 'a.txt': new Uint8Array(1) })).failures)).toEqual([
      'manifest-missing',
    ])
    expect(codes(checkBundle(device, { vkeys: ['x'] }).failures)).toEqual(['key-unreadable'])
  })
})

describe('sixty lines of anybody’s Python', () => {
  const python = (...args: string[]): { code: number; said: string } => {
    try {
      return {
        code: 0,
        said: execFileSync('python3', ['docs/verify/verify.py', ...args], {
          encoding: 'utf8',
          stdio: 'pipe',
        }),
      }
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string }
      return { code: status, said: stderr }
    }
  }
  it('agree on a good bundle and on spoiled ones', (ctx) => {
    try {
      execFileSync('python3', ['--version'], { stdio: 'pipe' })
    } catch {
      console.log('left out: there is no python3 on this machine, so verify.py was not run')
      return ctx.skip('no python3')
    }
    const path = join(folder, 'bundle.zip')
    const said = (bytes: Uint8Array, ...keys: string[]) => {
      writeFileSync(path, bytes)
      return python(path, ...keys)
    }
    expect(said(device)).toMatchObject({
      code: 0,
      said: expect.stringContaining('The proof holds') as string,
    })
    expect(said(open, vkeyIn(open))).toMatchObject({ code: 0 })
    const wrongKey = said(open, 'x+00000000+AfSwxTLvMgVB9TmkOVvHJXYvvUCIhkBl6Fqa7whBqmqh')
    expect(wrongKey).toMatchObject({
      code: 1,
      said: expect.stringContaining('does NOT hold') as string,
    })
    const wrong: Parameters<typeof spoiled>[1][] = [
      (files) => edit(files, 'entries/0002.json', /T\d\d:/, 'T08:'),
      (files) => edit(files, certificateFile(files), '"clear"', '"purge"'),
      (_files, manifest) => void listOf(manifest, 'entries').splice(1, 1),
    ]
    for (const change of wrong) expect(said(spoiled(device, change)).code).toBe(1)
  })
})

describe('a signed certificate', () => {
  it('holds on paper with the proof inside, and any changed byte is found', async () => {
    const pdf = await bytesOf(`/certificates/${certificate()}/pdf`)
    const verdict = await checkPdf(pdf, { engine: nodeEngine })
    expect(verdict.failures).toEqual([])
    expect(codes(verdict.checked)).toEqual(
      expect.arrayContaining([
        'pdf-unchanged',
        'entry-in-tree',
        'certificate-in-journal',
        'certificate-follows',
      ]),
    )
    const omitted = verdict.notChecked.find(({ code }) => code === 'pdf-certificate-not-pinned')
    const certificates = [String(omitted!.details!['sha256'])]
    const pinned = await checkPdf(pdf, {
      engine: nodeEngine,
      certificates,
      vkeys: [vkeyIn(device)],
    })
    expect(codes(pinned.checked)).toEqual(
      expect.arrayContaining(['pdf-signed-by-pinned', 'checkpoint-signed-by-pinned']),
    )
    const another = await checkPdf(pdf, { engine: nodeEngine, certificates: ['ab'.repeat(32)] })
    expect(codes(another.failures)).toEqual(['pdf-certificate-not-the-pinned'])
    const step = Math.floor(pdf.length / 150)
    for (let at = 7; at < pdf.length; at += step) {
      const copy = Uint8Array.from(pdf)
      copy[at]! ^= 1
      expect((await checkPdf(copy, { engine: nodeEngine })).valid, `byte ${at}`).toBe(false)
    }
    const longer = Buffer.concat([pdf, Buffer.from('\n%%EOF\n')])
    expect(codes((await checkPdf(longer)).failures)).toEqual(['pdf-signature-not-whole'])
    expect((await checkPdf(Buffer.from('%PDF-1.7\nhej'))).valid).toBe(false)
  })
})

it('waits when the log has not taken it in', async () => {
  const answer = await full.world.act(full.owner, (ctx) =>
    deviceBundle(ctx, { params: { deviceId }, query: {} }),
  )
  expect(value(answer).fileName).toMatch(/\.omlopp\.zip$/)
})
