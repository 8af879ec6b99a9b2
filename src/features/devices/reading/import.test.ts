// Whole files, from bytes to plans: every trap of the tools that people come from.
import { createReadStream } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder } from '../rules/import/continuation.ts'
import type { ImportValues } from '../rules/import/fields.ts'
import { proposeMapping, type ProposedMapping } from '../rules/import/mapping.ts'
import {
  counted,
  noCounts,
  planRow,
  prepareRow,
  seenMarks,
  type PlanCounts,
  type PlanOptions,
  type RowPlan,
} from '../rules/import/plan.ts'
import { dateObserver, rowReader, type FileRow } from '../rules/import/row.ts'
import type { Encoding } from './decode.ts'
import { openTable, rowsOf, type Table } from './table.ts'

interface Imported {
  table: Table
  encoding: Encoding | null
  mapping: ProposedMapping
  plans: RowPlan[]
  counts: PlanCounts
  folded: number
}

async function imported(
  source: AsyncIterable<Uint8Array>,
  options: PlanOptions,
): Promise<Imported> {
  const opened = await openTable(source)
  if (!opened.ok) throw new Error(opened.code)
  const table = opened.value
  const rows: FileRow[] = []
  for await (const row of rowsOf(table)) rows.push(row)
  const mapping = proposeMapping(
    table.headings,
    rows.slice(0, 200).map(({ cells }) => cells),
  )
  const dates = dateObserver(mapping.columns)
  dates.observe(rows)
  const read = rowReader(mapping.columns, {
    dates: dates.decide(mapping.dateOrder),
    words: mapping.words,
    constants: mapping.constants,
  })
  const fold = folder<FileRow>(mapping.continuationKey)
  const seen = seenMarks()
  const plans = [...fold.push(rows), ...fold.end()].map((row): RowPlan => {
    const prepared = prepareRow(row, read(row), options)
    if (!prepared.ok) return prepared.plan
    const duplicate = seen.check(prepared.value)
    if (duplicate) return { kind: 'refused', row: row.row, refusal: duplicate }
    return planRow(prepared.value, { existing: null }, options)
  })
  return {
    table,
    encoding: table.encoding(),
    mapping,
    plans,
    counts: counted(noCounts, plans),
    folded: fold.folded(),
  }
}

const fixture = (name: string): AsyncIterable<Uint8Array> =>
  createReadStream(new URL(`../../../../test/fixtures/import/${name}`, import.meta.url))

async function* textFile(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

function createdValues(plan: RowPlan | undefined): ImportValues {
  if (plan?.kind !== 'create') throw new Error(JSON.stringify(plan))
  return Object.fromEntries(plan.changes.map(({ field, to }) => [field, to]))
}

const refusalCode = (plan: RowPlan | undefined): string | undefined =>
  plan?.kind === 'refused' ? plan.refusal.code : undefined

const bySerial: PlanOptions = { key: 'serialNumber+maker' }

describe('Snipe-IT', () => {
  it('an import file from a Mac: CR only, MacRoman, 1/23/23, $12.58, newline in cell, E-notation, BYOD', async () => {
    const file = await imported(fixture('snipe-it-import-macroman-cr.csv'), { key: 'assetTag' })
    expect(file.encoding).toBe('macintosh')
    expect(file.mapping.preset).toBe('snipe-it-import')
    expect(createdValues(file.plans[0])).toMatchObject({
      assetTag: '00142',
      serialNumber: '5CG1234ABC',
      kind: 'laptop',
      supplierName: 'Påhittad Hyra AB',
      placeName: 'Åkerskolan',
      note: 'Repa i locket\nsedan 2022',
      // The second row shows that the month comes first.
      purchasedOn: '2023-01-02',
      endsOn: '2026-01-02',
      priceOre: 1258,
      holderUsername: 'anna.exempel',
    })
    expect(file.plans.slice(1).map(refusalCode)).toEqual([
      'serial-in-scientific-notation',
      'personal-device',
    ])
    expect(file.counts).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 0, refused: 2 })
  })

  const report =
    'ID,Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchased,Cost,EOL,Warranty,Warranty Expires,Current Value,Diff,Fully Depreciated,Order Number,Supplier,Location,Address,Address,City,State,Country,Zip,Default Location,Address,Address,City,State,Country,Zip,Checked Out,Type,Username,Employee No.,Manager,Department,Title,Phone,User Address,User City,User State,User Country,User Zip,Status,Checkout Date,Last Checkin Date,Expected Checkin Date,Created At,Updated at,Deleted,Last Audit,Next Audit Date,Notes,URL'
  const reportRow = report.split(',').map((title, i) => {
    const known: Record<number, string> = {
      2: 'EXK-1',
      3: '00142',
      4: 'EliteBook',
      6: 'Laptop',
      7: 'HP',
      8: '5CG1234ABC',
      9: '2021-02-01',
      10: '"12,490.00"',
      12: '36 months',
      19: 'Stadshuset',
      33: 'Anna Exempel',
      46: 'Deployed',
    }
    return known[i] ?? (title === 'Address' ? 'Storgatan 1' : '')
  })

  it('the Custom Asset Report: repeated names are told apart by position', async () => {
    const { mapping, table, plans } = await imported(
      textFile(`${report}\n${reportRow.join(',')}\n`),
      bySerial,
    )
    expect(table.headings.filter((title) => title.startsWith('Address'))).toEqual([
      'Address',
      'Address (2)',
      'Address (3)',
      'Address (4)',
    ])
    expect(mapping.preset).toBe('snipe-it-report')
    expect(createdValues(plans[0])).toMatchObject({
      serialNumber: '5CG1234ABC',
      priceOre: 1249000,
      warrantyUntil: '2024-02-01',
      placeName: 'Stadshuset',
      status: 'handedOut',
    })
  })

  it('the same report in the language of its administrator is known by where titles repeat', async () => {
    const words = new Map<string, string>()
    const foreign = report.split(',').map((title) => {
      if (!words.has(title))
        words.set(
          title,
          `Otsikko ${String.fromCharCode(65 + (words.size % 26))}${'x'.repeat(words.size / 26)}`,
        )
      return words.get(title)!
    })
    const { mapping, plans } = await imported(
      textFile(`${foreign.join(',')}\n${reportRow.join(',')}\n`),
      bySerial,
    )
    expect(mapping.preset).toBe('snipe-it-report')
    expect(createdValues(plans[0])).toMatchObject({ assetTag: '00142', placeName: 'Stadshuset' })
  })

  it('the list button', async () => {
    const { mapping } = await imported(
      textFile(
        'ID,Company,Asset Name,Device Image,Asset Tag,Serial,Model,Model No.,Category,Status,Checked Out To,Employee Number,Location,Default Location,Manufacturer,Supplier,Purchase Date,Age,Purchase Cost,Order Number,EOL Rate,EOL Date,Warranty,Warranty Expires,Requestable,Notes,Checkouts,Checkins,Requests,Created By,Created At,Updated at,Checkout Date,Last Checkin Date,Expected Checkin Date,Last Audit,Next Audit Date,BYOD\n1,,,,00142,5CG1,EliteBook,,Laptop,,,,,,HP,,,,,,,,,,,,,,,,,,,,,,,0\n',
      ),
      bySerial,
    )
    expect(mapping.preset).toBe('snipe-it-list')
  })

  it('the API: escaped text, dates as objects, formatted amounts', async () => {
    const { mapping, plans } = await imported(fixture('snipeit-hardware.json'), bySerial)
    expect(mapping.preset).toBe('snipe-it-api')
    expect(createdValues(plans[0])).toMatchObject({
      unitName: 'Barn- & ungdomsförvaltningen',
      priceOre: 1249000,
      purchasedOn: '2021-02-01',
      warrantyUntil: '2024-02-01',
      status: 'handedOut',
      kind: 'laptop',
    })
    expect(createdValues(plans[1])).toMatchObject({ status: 'inStock' })
  })
})

describe('GLPI', () => {
  it('Swedish titles, semicolons, Windows-1252, and a placeholder serial', async () => {
    const byTag = await imported(fixture('glpi-sv-windows-1252.csv'), { key: 'assetTag' })
    expect(byTag.mapping.preset).toBe('glpi')
    expect(byTag.encoding).toBe('windows-1252')
    expect(createdValues(byTag.plans[0])).toMatchObject({
      holderName: 'Åsa Öberg',
      unitName: 'Exempelby > Skolförvaltningen',
      kind: 'laptop',
    })
    // As no key the placeholder is left out; as the key it is refused.
    expect(createdValues(byTag.plans[1])).not.toHaveProperty('serialNumber')
    const bySerials = await imported(fixture('glpi-sv-windows-1252.csv'), bySerial)
    expect(refusalCode(bySerials.plans[1])).toBe('placeholder-serial')
  })

  it('English and French titles', async () => {
    for (const titles of [
      'Name;Serial number;Inventory number;Location;Type;Manufacturer;Model',
      "Nom;Numéro de série;Numéro d'inventaire;Lieu;Type;Fabricant;Modèle",
    ]) {
      const { mapping, plans } = await imported(
        textFile(`${titles}\r\nPC-1;5CG1;I1;Kalmar;Laptop;HP;x\r\n`),
        bySerial,
      )
      expect(mapping.preset).toBe('glpi')
      expect(createdValues(plans[0])).toMatchObject({
        assetTag: 'I1',
        placeName: 'Kalmar',
        maker: 'HP',
      })
    }
  })
})

describe('Intune', () => {
  it('the export: UTF-16, serial "0", never-dates, personal devices', async () => {
    const { mapping, plans, encoding } = await imported(
      fixture('intune-export-utf16.csv'),
      bySerial,
    )
    expect(encoding).toBe('utf-16le')
    expect(mapping.preset).toBe('intune-export')
    expect(createdValues(plans[0])).toMatchObject({
      kind: 'laptop',
      macAddress: '0A:1B:2C:3D:4E:5F',
      lastSeenAt: '2021-12-01T06:58:03Z',
      storageGb: 243,
      holderName: 'Åsa Öberg',
    })
    expect(plans.slice(1).map(refusalCode)).toEqual(['placeholder-serial', 'personal-device'])
    const byImei = await imported(fixture('intune-export-utf16.csv'), { key: 'imei' })
    const phone = createdValues(byImei.plans[1])
    expect(phone).toMatchObject({ kind: 'smartphone', imei: '356938035643809' })
    expect(phone).not.toHaveProperty('lastSeenAt')
  })

  it('Graph: three devices, last seen in UTC, no unlock codes', async () => {
    const { mapping, plans, table } = await imported(
      fixture('intune-manageddevices.json'),
      bySerial,
    )
    expect(mapping.preset).toBe('intune-graph')
    expect(plans.map((plan) => createdValues(plan).serialNumber)).toEqual([
      '5CG1234ABC',
      'F17XXEXAMPLE',
      'PF2EXAMP',
    ])
    expect(createdValues(plans[0])).toMatchObject({
      holderEmail: 'anna.exempel@exempelkoping.example',
      storageGb: 255,
    })
    expect(createdValues(plans[1])).toMatchObject({ imei: '356938035643809', kind: 'smartphone' })
    expect(createdValues(plans[2])).toMatchObject({ lastSeenAt: '2021-09-14T11:02:00Z' })
    expect(table.headings.join()).not.toMatch(/bypass/i)
  })
})

describe('Jamf', () => {
  it('continuation rows fold into the computer before', async () => {
    const { mapping, plans, folded, counts } = await imported(
      fixture('jamf-search-continuation.csv'),
      bySerial,
    )
    expect(mapping.preset).toBe('jamf-search')
    expect(folded).toBe(3)
    expect(counts).toMatchObject({ rows: 2, created: 2 })
    expect(createdValues(plans[0])).toMatchObject({
      maker: 'Apple',
      kind: 'laptop',
      lastSeenAt: '2021-12-01T07:01:00Z',
    })
  })

  it('the MUT template', async () => {
    const { mapping, plans } = await imported(
      textFile(
        'Computer Serial,Display Name,Asset Tag,Barcode 1,Barcode 2,Username,Real Name,Email Address,Position,Phone Number,Department,Building,Room,PO Number,Vendor,Purchase Price,PO Date,Warranty Expires,Is Leased,Lease Expires,AppleCare ID,Site (ID or Name),Managed\nFVFEXAMPLE01,MacBook 1,00014,,,gun,Gun Exempel,,,,Skola,,,I-1,Leverantör AB,14990.00,2021-01-20,2024-01-31,,,,,\n',
      ),
      { ...bySerial, defaultKind: 'laptop' },
    )
    expect(mapping.preset).toBe('jamf-mut')
    expect(createdValues(plans[0])).toMatchObject({
      priceOre: 1499000,
      purchasedOn: '2021-01-20',
      kind: 'laptop',
    })
  })

  it('the API: prices as text, leases, drives', async () => {
    const { mapping, plans } = await imported(fixture('jamf-computers-inventory.json'), bySerial)
    expect(mapping.preset).toBe('jamf-api')
    expect(createdValues(plans[0])).toMatchObject({
      priceOre: 1499000,
      warrantyUntil: '2024-01-31',
      ramMb: 16_384,
      driveSerials: ['0ba0000000000000'],
    })
    expect(createdValues(plans[1])).toMatchObject({ endsOn: '2024-02-28' })
  })
})

describe('the others', () => {
  it('Lansweeper’s report', async () => {
    const { mapping, plans } = await imported(
      textFile(
        'AssetID,AssetName,AssetType,icon,Domain,OS,Model,Manufacturer,IPAddress,IPLocation,MACAddress,OU,State,Firstseen,Lastseen,Lasttried,Description,PurchaseDate,Warrantydate,FQDN,BarCode,Contact,Serialnumber,OrderNumber,Custom1\n1,EXK-1,Windows,x,EXK,Win 10,Latitude 7420,Dell Inc.,192.0.2.1,,02:AA:BB:CC:00:01,,Active,2/12/2021 4:04:02 PM,12/24/2021 6:04:02 AM,,,2/2/2021,,,B1,,7QW1XY2,,\n',
      ),
      bySerial,
    )
    expect(mapping.preset).toBe('lansweeper-report')
    expect(createdValues(plans[0])).toMatchObject({
      kind: 'laptop',
      lastSeenAt: '2021-12-24T06:04:02Z',
      purchasedOn: '2021-02-02',
    })
  })
  it('Lansweeper’s API: a laptop, and a monitor in stock', async () => {
    const { mapping, plans } = await imported(fixture('lansweeper-assetresources.json'), bySerial)
    expect(mapping.preset).toBe('lansweeper-api')
    expect(createdValues(plans[0])).toMatchObject({ kind: 'laptop', purchasedOn: '2021-02-02' })
    expect(createdValues(plans[1])).toMatchObject({ kind: 'monitor', status: 'inStock' })
    expect(createdValues(plans[1])).not.toHaveProperty('warrantyUntil')
  })
  it('ChromeOS: makers are not told, so the key is the serial alone', async () => {
    const { mapping, plans } = await imported(fixture('chromeos-devices.json'), {
      key: 'serialNumber',
    })
    expect(mapping.preset).toBe('chromeos')
    expect(plans.map((plan) => createdValues(plan).assetTag)).toEqual(['CB-0001', 'CB-0002'])
    expect(createdValues(plans[0])).toMatchObject({
      kind: 'laptop',
      ramMb: 3827,
      unitName: '/Skola/Exempelskolan/Åk 7',
    })
  })
  it('Apple Business: two IMEI numbers', async () => {
    const { mapping, plans } = await imported(fixture('apple-business-orgdevices.json'), bySerial)
    expect(mapping.preset).toBe('apple-business')
    expect(createdValues(plans[0])).toMatchObject({
      imei: '356938035643809',
      imei2: '356938035643817',
      kind: 'smartphone',
      storageGb: 128,
    })
    expect(createdValues(plans[1])).toMatchObject({ kind: 'laptop', maker: 'Apple' })
  })
  it('ServiceNow: everything is text, and codes are words', async () => {
    const { mapping, plans } = await imported(fixture('servicenow-alm-hardware.json'), {
      key: 'assetTag',
    })
    expect(mapping.preset).toBe('servicenow')
    expect(plans.map((plan) => createdValues(plan).status)).toEqual(['handedOut', 'inStock'])
    expect(createdValues(plans[0])).toMatchObject({ kind: 'laptop', priceOre: 1249000 })
  })
  it('a list of one’s own: CP850, a title above, Swedish headings, days before months', async () => {
    const { mapping, plans, encoding, table } = await imported(fixture('lista-cp850.csv'), bySerial)
    expect(encoding).toBe('cp850')
    expect(table.headingRow).toBe(3)
    expect(mapping.preset).toBeNull()
    expect(createdValues(plans[0])).toEqual({
      assetTag: '1001',
      serialNumber: '5CG1234ABC',
      maker: 'HP',
      model: 'EliteBook 840 G8',
      kind: 'laptop',
      holderName: 'Åsa Öberg',
      unitName: 'Skolförvaltningen',
      costCentre: '4711',
      purchasedOn: '2021-04-03',
      priceOre: 1249000,
      warrantyUntil: '2024-04-03',
      theftMarking: 'SM-1',
    })
  })
})
