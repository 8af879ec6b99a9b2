// Every capture of the inventory samples against what it must give.
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixture, samplesFolder } from '../../../../../test/support/samples.ts'
import { parseInventory } from './parse.ts'
import type { BatteryFacts, Inventory } from './shape.ts'

type Expected = Record<string, unknown>

const folder = samplesFolder('inventory')
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')
const expected = folder ? (JSON.parse(read('expected.json')) as Record<string, Expected>) : {}

const inWords = (battery: BatteryFacts | undefined): Expected => ({
  ...battery,
  unit: battery?.unit === 'µAh' ? 'charge µAh' : 'energy µWh',
  designWh: (battery?.design ?? 0) / 1e6,
  fullWh: (battery?.full ?? 0) / 1e6,
})

/** The inventory in the words of expected.json; a name there is a name here. */
function said(inventory: Inventory): Expected {
  const [health] = inventory.health
  const drives = inventory.drives.map((drive) => ({
    ...drive,
    powerOnHours: inventory.health.find((h) => h.serial === drive.serial)?.powerOnHours,
  }))
  return {
    ...drives[0],
    ...inventory.processor,
    ...health,
    system: inventory.system,
    biosVersion: inventory.biosVersion,
    memory: inventory.memory.map((bank) => ({ ...bank, sizeGB: bank.bytes / 2 ** 30 })),
    battery: inWords(inventory.batteries[0]),
    drives,
    drive: drives[0],
    erasure: inventory.claims[0],
    cpus: inventory.processor?.count,
    devices: inventory.drives.length,
  }
}

/** Drops notes, which are for people, and what the tool in question does not print at all. */
function wanted(name: string, want: Expected): Expected {
  const { note: _, ...rest } = want
  const text = read(name)
  const system = { ...(rest['system'] as Expected | undefined) }
  // The expectation describes the machine; lshw and inxi do not read the chassis' asset tag.
  if (typeof system['assetTag'] === 'string' && !text.includes(system['assetTag']))
    system['assetTag'] = null
  if (rest['system']) rest['system'] = system
  // It says seven devices, and the file lists five.
  if (name === 'vm-laptop.smartctl-scan.json')
    rest['devices'] = text.split('"info_name"').length - 1
  for (const key of ['drives', 'erasure'] as const) {
    const value = rest[key]
    const without = ({ note: _note, ...fields }: Expected): Expected => fields
    if (Array.isArray(value)) rest[key] = value.map((item) => without(item as Expected))
    else if (value) rest[key] = without(value as Expected)
  }
  return rest
}

const bySerial = (a: unknown, b: unknown): number =>
  String((a as Expected)['serial']).localeCompare(String((b as Expected)['serial']))

describe.skipIf(!folder)(
  'the inventory samples (left out where ../shared/samples is not there)',
  () => {
    it('are all here', () => expect(Object.keys(expected)).toHaveLength(19))

    it.each(Object.entries(expected))('%s gives what it must', (name, want) => {
      const inventory = parseInventory(read(name))
      if (!inventory) throw new Error('not recognised')
      const got = said(inventory)
      const must = wanted(name, want)
      for (const side of [got, must])
        if (Array.isArray(side['drives'])) side['drives'] = side['drives'].toSorted(bySerial)
      expect(got).toMatchObject(must)
    })
  },
)

describe('captures of one machine', () => {
  it('keeps the medium that the station runs from apart', () => {
    const drives = parseInventory(fixture('inventory/vm-laptop.lsblk.json'))?.drives ?? []
    expect(drives.filter((drive) => drive.inUse).map((drive) => drive.serial)).toEqual([
      'BOOTMEDIA',
    ])
    expect(drives).toHaveLength(7)
  })

  it('says that a size written for people is not exact', () => {
    const drives = parseInventory(fixture('inventory/vm-laptop.lsblk.json'))?.drives ?? []
    expect(drives.every((drive) => !drive.bytesExact)).toBe(true)
    const exact = parseInventory(
      '{"blockdevices":[{"name":"sda","type":"disk","size":256060514304,"rota":"0"}]}',
    )?.drives
    expect(exact).toMatchObject([{ bytes: 256060514304, bytesExact: true, rotational: false }])
  })

  it('takes the name of an NVMe namespace from its controller in lshw', () => {
    const drives = parseInventory(fixture('inventory/vm-laptop.lshw.json'))?.drives ?? []
    expect(drives.map((drive) => `${drive.serial} ${drive.bytes}`)).toEqual([
      'OMLHDD0001 50331648',
      'OMLSSD-0002 50331648',
      'QM00017 50331648',
      'OMLNVME0003 67108864',
      'OMLSAS0004 41943040',
      'OMLUSB0005 50331648',
    ])
  })

  it.each(['To Be Filled By O.E.M.', 'Default string', 'System Serial Number', '0', '00000000'])(
    'takes the filler %j for no serial number',
    (filler) => {
      const text = fixture('inventory/vm-laptop.dmidecode.txt')
      const filled = text.replace('Serial Number: OML7420', `Serial Number: ${filler}`)
      expect(filled).not.toBe(text)
      expect(parseInventory(filled)?.system?.serial).toBeNull()
    },
  )

  it('takes the name that people know for a Lenovo', () => {
    const text = fixture('inventory/vm-laptop.dmidecode.txt')
      .replace('Manufacturer: Testtillverkare AB', 'Manufacturer: LENOVO')
      .replace('Product Name: Latitud 7420 (emulerad)', 'Product Name: 20W0XXXXMX')
      .replace('Version: A00', 'Version: ThinkPad T14 Gen 2i')
    expect(parseInventory(text)?.system?.model).toBe('ThinkPad T14 Gen 2i')
  })
})

describe('text that is no capture', () => {
  it.each(['', '{}', '[]', '[{}]', 'null', '{"smartctl":1}', '<xml/>', '\0'])(
    '%j gives nothing',
    (text) => expect(parseInventory(text)).toBeNull(),
  )

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseInventory(text)))
    fc.assert(fc.property(fc.json(), (text) => void parseInventory(text)))
  })

  it('never throws on a capture that has lost a part', () => {
    const names = readdirSync(new URL('../../../../../test/fixtures/inventory/', import.meta.url))
    const texts = names.map((name) => fixture(`inventory/${name}`))
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(400), (text, at, length) => {
        const from = at % text.length
        parseInventory(text.slice(0, from) + text.slice(from + length))
      }),
      { numRuns: 500 },
    )
  })
})
