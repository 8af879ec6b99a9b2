// Captures of hardware: what each tool says, and what it leaves out.
import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../../test/support/samples.ts'
import { parseInventory } from './parse.ts'

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

describe('fwupd', () => {
  it('says the firmware of each part', () => {
    const devices = [
      { DeviceId: 'a', Name: 'System Firmware', Vendor: 'Dell Inc.', Version: '1.24.0' },
      { DeviceId: 'b', Name: 'SSD', Serial: 'To Be Filled By O.E.M.', Version: '3B2QGXA7' },
    ]
    expect(parseInventory(JSON.stringify({ Devices: devices }))).toMatchObject({
      source: 'fwupd',
      drives: [],
      firmware: [
        { name: 'System Firmware', vendor: 'Dell Inc.', version: '1.24.0', serial: null },
        { name: 'SSD', vendor: null, serial: null },
      ],
    })
  })

  it.each([
    [{ HostSecurityId: 'HSI:1 (v1.9.5)', SecurityAttributes: [] }, 'HSI:1'],
    [{ Error: { Domain: 'FwupdError', Code: 10, Message: 'not supported' } }, null],
  ])('says how well the host is secured, or that it cannot tell', (json, want) =>
    expect(parseInventory(JSON.stringify(json))?.hostSecurity).toBe(want),
  )
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
