// `omlopp inventory` over every capture of the inventory samples, against all that it must say.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureFile, samplesFolder } from '../../../test/support/samples.ts'
import { readInventoryFiles } from './inventory.ts'

const folder = samplesFolder('inventory')
const expected = folder
  ? (JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Record<string, object>)
  : {}
if (!folder) console.warn('Left out: the inventory samples, since ../shared/samples is not there.')

/** Notes are for people, save the one that says which drive must be left alone. */
const withoutNotes = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutNotes)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name, text]) => name !== 'note' || String(text).includes('must be excluded'))
            .map(([name, part]) => [name, withoutNotes(part)]),
        )
      : value

describe.skipIf(!folder)('omlopp inventory, on the samples', () => {
  it('says of all files together what is expected, under the same names', async () => {
    const said = await readInventoryFiles(Object.keys(expected).map((name) => `${folder}/${name}`))
    expect(said).toMatchObject(withoutNotes(expected) as object)
    expect(Object.keys(said)).toEqual(Object.keys(expected))
  })

  it.each(Object.entries(expected))('%s alone says the same', async (name, want) => {
    const said = await readInventoryFiles([`${folder}/${name}`])
    expect(said[name]).toMatchObject(withoutNotes(want) as object)
  })
})

describe('omlopp inventory', () => {
  const dmidecode = fixtureFile('inventory/vm-laptop.dmidecode.txt')
  const lshw = fixtureFile('inventory/vm-laptop.lshw.json')

  it('fills from another capture of the same machine, and of no other', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'omlopp-'))
    try {
      const alone = join(scratch, 'a.lshw.json')
      const other = join(scratch, 'b.dmidecode.txt')
      copyFileSync(lshw, alone)
      copyFileSync(dmidecode, other)
      const tag = async (...paths: string[]) => (await readInventoryFiles(paths))['a.lshw.json']
      expect(await tag(alone)).toMatchObject({ system: { serial: 'OML7420', assetTag: null } })
      expect(await tag(alone, other)).toMatchObject({ system: { assetTag: null } })
      copyFileSync(dmidecode, join(scratch, 'a.dmidecode.txt'))
      expect(await tag(alone)).toMatchObject({ system: { assetTag: 'KLM-004711' } })
    } finally {
      rmSync(scratch, { recursive: true })
    }
  })

  it('says of a file that no tool we know wrote that it is unknown', async () => {
    const said = await readInventoryFiles([fixtureFile('erasure/shred-n1-z.txt')])
    expect(said).toEqual({ 'shred-n1-z.txt': { format: 'unknown' } })
  })
})
