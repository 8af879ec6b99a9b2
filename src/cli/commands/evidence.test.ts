// `omlopp evidence` over every file of the erasure samples, against all that it must say.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureFile, samplesFolder } from '../../../test/support/samples.ts'
import type { ReportProfile } from '../../features/erasure/rules/evidence/profile.ts'
import { readEvidenceFiles } from './evidence.ts'

const folder = samplesFolder('erasure')
const expected = folder
  ? (JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Record<string, object>)
  : {}
if (!folder) console.warn('Left out: the erasure samples, since ../shared/samples is not there.')

describe.skipIf(!folder)('omlopp evidence, on the samples', () => {
  it('says of all files together exactly what is expected, under the same names', async () => {
    const said = await readEvidenceFiles(Object.keys(expected).map((name) => `${folder}/${name}`))
    expect(Object.keys(said)).toEqual(Object.keys(expected))
    for (const [name, want] of Object.entries(expected)) {
      // Of a run of many drives everything is expected; of small captures what matters.
      if ('sessions' in want) expect(said[name], name).toEqual(want)
      else expect(said[name], name).toMatchObject(want)
    }
  })

  it.each(Object.entries(expected))('%s alone says the same', async (name, want) => {
    const said = await readEvidenceFiles([`${folder}/${name}`])
    expect(said[name.split('/').at(-1)!]).toMatchObject(want)
  })

  it('puts every PDF with its own run, in whatever order the whole folder is given', async () => {
    const names = readdirSync(folder!, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(log|pdf)$/.test(name))
      .sort((a, b) => b.localeCompare(a))
    const said = await readEvidenceFiles(names.map((name) => `${folder}/${name}`))
    for (const [name, want] of Object.entries(expected))
      if ('sessions' in want) expect(said[name], name).toEqual(want)
  })

  it('puts a PDF with the log of its run, whatever it is called, and alone otherwise', async () => {
    const pdf = `${folder}/nwipe-0.42-zero-verifylast.disk-OMLHDD0001.pdf`
    const other = `${folder}/nwipe-0.42-prng-nvme.log`
    expect(Object.keys(await readEvidenceFiles([pdf, other]))).toHaveLength(2)
    const [said] = Object.values(
      await readEvidenceFiles([pdf, `${folder}/nwipe-0.42-zero-verifylast.log`]),
    )
    expect(Object.keys((said as { pdf: object }).pdf)).toEqual([
      'nwipe-0.42-zero-verifylast.disk-OMLHDD0001.pdf',
    ])
  })
})

describe('omlopp evidence', () => {
  const log = fixtureFile('erasure/nwipe-0.42-dst-spring.log')

  it('tells the zone that explains the night of the change, or takes the one it is given', async () => {
    const [guessed] = Object.values(await readEvidenceFiles([log]))
    expect(guessed).toMatchObject({
      stationTimeZone: 'Europe/Stockholm',
      startUtc: '2026-03-29T00:59:54Z',
    })
    const [given] = Object.values(await readEvidenceFiles([log], 'Europe/Helsinki'))
    expect(given).toMatchObject({ stationTimeZone: 'Europe/Helsinki' })
  })

  it('reads by a profile what no reader knows, and issues nothing on it', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'omlopp-'))
    try {
      const file = join(scratch, 'a.csv')
      writeFileSync(file, 'Serial,Outcome\nS123456,OK\n')
      const fields = { serial: 'Serial', result: 'Outcome' }
      const profile = { name: 'List', tool: 'WipeDrive', format: 'csv', fields, success: ['OK'] }
      const said = await readEvidenceFiles([file], null, [profile as ReportProfile])
      expect(said['a.csv']).toMatchObject({
        tool: 'WipeDrive',
        serial: 'S123456',
        decision: 'review',
      })
    } finally {
      rmSync(scratch, { recursive: true })
    }
  })

  it('names files by their place under the folder that they share', async () => {
    const said = await readEvidenceFiles([log, fixtureFile('inventory/vm-laptop.lscpu.json')])
    expect(Object.keys(said)).toEqual([
      'erasure/nwipe-0.42-dst-spring.log',
      'inventory/vm-laptop.lscpu.json',
    ])
    expect(said['inventory/vm-laptop.lscpu.json']).toMatchObject({
      decision: 'refuse',
      reason: 'UNKNOWN_FORMAT',
    })
  })
})
