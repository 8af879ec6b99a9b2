import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readKeys, restoreKeys, saveKeys } from './carry.ts'
import { openKeys } from './keys.ts'
import { rotateLogKey } from './log-keys.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'omlopp-carry-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

let count = 0
let place: string
let folder: string
let file: string
beforeEach(async () => {
  place = join(root, `place-${++count}`)
  folder = join(place, 'keys')
  file = join(root, `saved-${count}.keys`)
  const keys = await openKeys(folder, () => new Date('2026-01-01T00:00:00Z'))
  await keys.keep('pdf.crt', async () => 'a certificate')
  await rotateLogKey(folder, keys.installation, new Date('2026-06-01T00:00:00Z'))
})

const content = async (of: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(of)).map(async (name) => [name, await readFile(join(of, name), 'utf8')]),
    ),
  ) as Record<string, string>

async function read(from = file, to = folder) {
  const keys = await readKeys(from, to)
  if (!keys.ok) throw new Error(keys.code)
  return keys.value
}

describe('keys that are carried to another machine', () => {
  it('are the same there, and readable by their owner alone', async () => {
    const before = await content(folder)
    await saveKeys(folder, file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const other = join(root, `other-${count}`, 'keys')
    expect(await restoreKeys(await read(file, other), other)).toBe(null)
    expect(await content(other)).toEqual(before)
    expect((await stat(other)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(other))
      expect((await stat(join(other, name))).mode & 0o777).toBe(0o600)
    const [here, there] = [await openKeys(folder), await openKeys(other)]
    expect(there.installation).toBe(here.installation)
    expect(there.logKeys()).toEqual(here.logKeys())
    expect(there.signLog(Buffer.from('x')).signature).toEqual(
      here.signLog(Buffer.from('x')).signature,
    )
  })

  it('set aside those that were there, which are not lost', async () => {
    await saveKeys(folder, file)
    const other = join(root, `other-${count}`, 'keys')
    const own = await openKeys(other)
    const aside = await restoreKeys(await read(file, other), other)
    expect(basename(aside!)).toMatch(/^keys-before-/)
    expect((await openKeys(aside!)).installation).toBe(own.installation)
    expect((await openKeys(other)).installation).toBe((await openKeys(folder)).installation)
  })

  it('are saved over an older file that others could read, and then they cannot', async () => {
    await writeFile(file, 'old', { mode: 0o644 })
    await saveKeys(folder, file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  const spoiled: [string, (files: Record<string, string>) => unknown][] = [
    ['a file of something else', () => ({ omlopp: 'backup', files: {} })],
    ['no JSON', () => 'nothing'],
    ['null', () => null],
    ['no files', () => ({ omlopp: 'keys' })],
    ['a name that leads out of the folder', (files) => keysFile({ ...files, '../out': 'x' })],
    ['a name that is a folder above', (files) => keysFile({ ...files, '..': 'x' })],
    ['content that is no text', (files) => keysFile({ ...files, 'pdf.key': 7 as never })],
    [
      'no name of an installation',
      (files) => keysFile(keep(files, (name) => name !== 'installation')),
    ],
    ['no list of keys', (files) => keysFile(keep(files, (name) => name !== 'keys.json'))],
    [
      'a list without the private key',
      (files) => keysFile(keep(files, (name) => !name.startsWith('log-'))),
    ],
    ['a private key cut short', (files) => keysFile({ ...files, 'pdf.key': '-----BEGIN' })],
  ]
  it.each(spoiled)('are refused before anything is changed: %s', async (_, spoil) => {
    const before = await content(folder)
    const given = spoil(before)
    await writeFile(file, typeof given === 'string' ? given : JSON.stringify(given))
    expect(await readKeys(file, folder)).toMatchObject({ ok: false, code: 'keys-unreadable' })
    expect(await content(folder)).toEqual(before)
    expect(await readdir(place)).toEqual(['keys'])
  })

  it('are refused when there are none', async () => {
    expect(await readKeys(file, folder)).toMatchObject({ ok: false, code: 'keys-missing' })
  })
})

const keysFile = (files: Record<string, string>) => ({ omlopp: 'keys', files })
const keep = (files: Record<string, string>, wanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => wanted(name)))
