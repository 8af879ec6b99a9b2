import { createPublicKey, verify } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeys } from './keys.ts'
import { rotateLogKey } from './log-keys.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'omlopp-keys-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

let count = 0
const newFolder = () => join(root, `folder-${++count}`, 'keys')
const keyOf = (publicKey: string) =>
  createPublicKey({
    key: Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(publicKey, 'base64'),
    ]),
    format: 'der',
    type: 'spki',
  })
const message = Buffer.from('a message')

describe('the keys of an installation', () => {
  it('are made once, apart, and readable by their owner alone', async () => {
    const folder = newFolder()
    const first = await openKeys(folder)
    expect(first.installation).toMatch(/^omlopp-[0-9a-f]{8}\.local$/)
    const again = await openKeys(folder)
    expect(again.installation).toBe(first.installation)
    expect(again.logKeys()).toEqual(first.logKeys())
    const pem = (keys: typeof first) => keys.pdf.publicKey.export({ type: 'spki', format: 'pem' })
    expect(pem(again)).toBe(pem(first))
    expect(first.pdf.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    const names = await readdir(folder)
    expect(names.sort()).toEqual(['installation', 'keys.json', 'log.key', 'pdf.key'])
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('are the same for starts at the same instant', async () => {
    const folder = newFolder()
    const all = await Promise.all(Array.from({ length: 8 }, () => openKeys(folder)))
    const distinct = new Set(
      all.map((keys) => JSON.stringify([keys.installation, keys.logKeys()[0]!.publicKey])),
    )
    expect(distinct.size).toBe(1)
    for (const keys of all) {
      const { signature, key } = keys.signLog(message)
      expect(verify(null, message, keyOf(key.publicKey), signature)).toBe(true)
    }
  })

  it('take the name that is given, when it is like that of a host', async () => {
    process.env['OMLOPP_NAME'] = 'omlopp.exempelby.example'
    try {
      expect((await openKeys(newFolder())).installation).toBe('omlopp.exempelby.example')
      process.env['OMLOPP_NAME'] = 'a+b c'
      await expect(openKeys(newFolder())).rejects.toThrow('like the name of a host')
    } finally {
      delete process.env['OMLOPP_NAME']
    }
  })

  it('keep other files beside them, made once', async () => {
    const keys = await openKeys(newFolder())
    expect(await keys.keep('pdf.crt', async () => 'first')).toBe('first')
    expect(await keys.keep('pdf.crt', async () => 'second')).toBe('first')
    expect(() => keys.keep('../out', async () => '')).toThrow('plain name')
  })
})

describe('a new log key', () => {
  it('is told of by the old one, and taken up by a process that runs', async () => {
    const folder = newFolder()
    const keys = await openKeys(folder, () => new Date('2026-01-01T00:00:00Z'))
    const [old] = keys.logKeys()
    const at = new Date('2026-06-01T00:00:00Z')
    const next = await rotateLogKey(folder, keys.installation, at)
    expect(next.publicKey).not.toBe(old!.publicKey)
    const { statement, signature } = next.rotation!
    const signed = Buffer.from(`omlopp.key-rotation/v1\n${statement}`)
    expect(verify(null, signed, keyOf(old!.publicKey), Buffer.from(signature, 'base64'))).toBe(true)
    expect(JSON.parse(statement)).toEqual({
      at: at.toISOString(),
      installation: keys.installation,
      new: next.publicKey,
      old: old!.publicKey,
      v: 1,
    })
    const by = keys.signLog(message)
    expect(by.key.publicKey).toBe(next.publicKey)
    expect(verify(null, message, keyOf(next.publicKey), by.signature)).toBe(true)
    expect(keys.logKeys()).toMatchObject([{ until: at.toISOString() }, { until: null }])
    const listed = await readFile(join(folder, 'keys.json'), 'utf8')
    expect(listed).not.toContain('PRIVATE')
    expect((await readdir(folder)).filter((name) => name.endsWith('.key'))).toHaveLength(2)
  })

  it('follows another, through as many as there have been', async () => {
    const folder = newFolder()
    const keys = await openKeys(folder, () => new Date('2026-01-01T00:00:00Z'))
    for (let month = 2; month < 6; month++)
      await rotateLogKey(folder, keys.installation, new Date(Date.UTC(2026, month, 1)))
    const all = keys.logKeys()
    expect(all).toHaveLength(5)
    for (const [place, key] of all.entries()) {
      if (place === 0) continue
      const { statement, signature } = key.rotation!
      const signed = Buffer.from(`omlopp.key-rotation/v1\n${statement}`)
      const old = keyOf(all[place - 1]!.publicKey)
      expect(verify(null, signed, old, Buffer.from(signature, 'base64'))).toBe(true)
    }
    await expect(rotateLogKey(folder, keys.installation, new Date('2026-01-01'))).rejects.toThrow(
      'after its forerunner',
    )
  })
})
