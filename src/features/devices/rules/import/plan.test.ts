import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileRefusalTexts, importFieldTexts, rowRefusalTexts } from '../../texts/import.ts'
import { folder } from './continuation.ts'
import { importFieldNames, type ColumnMapping, type ImportValues } from './fields.ts'
import { proposeMapping } from './mapping.ts'
import {
  counted,
  importKeys,
  noCounts,
  planRow,
  prepareRow,
  seenMarks,
  type ExistingDevice,
  type Found,
  type PlanOptions,
  type RowPlan,
} from './plan.ts'
import { fileRefusalCodes, rowRefusalCodes } from './refusals.ts'
import { rowReader, type FileRow } from './row.ts'

const bySerial: PlanOptions = { key: 'serialNumber+maker' }
const none: Found = { existing: null }

function plan(values: ImportValues, found: Found = none, options: PlanOptions = bySerial): RowPlan {
  const prepared = prepareRow({ row: 7, cells: [] }, { ok: true, values }, options)
  return prepared.ok ? planRow(prepared.value, found, options) : prepared.plan
}

const laptop: ImportValues = {
  serialNumber: '5CG1234ABC',
  maker: 'HP',
  kind: 'laptop',
  assetTag: '00142',
  name: 'EXK-1',
}
const existing: ExistingDevice = { deviceId: 'device-1', values: laptop }

describe('a row that is new', () => {
  it('creates a device with all that the row says', () => {
    expect(plan({ serialNumber: 'A1', maker: 'Dell', kind: 'laptop', note: null })).toEqual({
      kind: 'create',
      row: 7,
      changes: [
        { field: 'serialNumber', from: null, to: 'A1' },
        { field: 'kind', from: null, to: 'laptop' },
        { field: 'maker', from: null, to: 'Dell' },
      ],
    })
  })

  it('takes its kind from the model, else from the user’s choice, else is refused', () => {
    const row = { serialNumber: 'A1', maker: 'Dell' }
    expect(plan({ ...row, model: 'Latitude 7420' })).toMatchObject({ kind: 'create' })
    expect(plan(row, none, { ...bySerial, defaultKind: 'dock' })).toMatchObject({ kind: 'create' })
    expect(plan(row)).toMatchObject({ kind: 'refused', refusal: { code: 'kind-missing' } })
  })

  it('counts a warranty in months from the purchase', () => {
    const row = { ...laptop, purchasedOn: '2021-01-31', warrantyMonths: 13 }
    const created = plan(row)
    if (created.kind !== 'create') throw new Error(created.kind)
    expect(created.changes).toContainEqual({ field: 'warrantyUntil', from: null, to: '2022-02-28' })
    expect(created.changes.map(({ field }) => field)).not.toContain('warrantyMonths')
  })
})

describe('a row whose device is known', () => {
  it('is unchanged when it says the same, however it is written', () => {
    const same = {
      ...laptop,
      serialNumber: '5cg-1234 abc',
      maker: 'Hewlett-Packard',
      assetTag: ' 00142',
    }
    expect(plan(same, { existing })).toEqual({ kind: 'unchanged', row: 7, deviceId: 'device-1' })
  })

  it('changes only what differs', () => {
    expect(plan({ ...laptop, name: 'EXK-2' }, { existing })).toEqual({
      kind: 'update',
      row: 7,
      deviceId: 'device-1',
      changes: [{ field: 'name', from: 'EXK-1', to: 'EXK-2' }],
    })
  })

  it('empty cells never wipe a value unless the user says so', () => {
    const row = { ...laptop, name: null }
    expect(plan(row, { existing })).toMatchObject({ kind: 'unchanged' })
    expect(plan(row, { existing }, { ...bySerial, emptyClears: true })).toMatchObject({
      kind: 'update',
      changes: [{ field: 'name', from: 'EXK-1', to: null }],
    })
  })

  it('a placeholder serial does not wipe the real one', () => {
    const options: PlanOptions = { key: 'assetTag', emptyClears: true }
    const row = { ...laptop, serialNumber: 'To be filled by O.E.M.' }
    expect(plan(row, { existing }, options)).toMatchObject({ kind: 'unchanged' })
  })
})

describe('a refused row', () => {
  it.each<[string, ImportValues, PlanOptions, object]>([
    ['no serial', { maker: 'HP' }, bySerial, { code: 'key-missing', field: 'serialNumber' }],
    ['no maker', { serialNumber: 'A1' }, bySerial, { code: 'key-missing', field: 'maker' }],
    [
      'no tag',
      { serialNumber: 'A1' },
      { key: 'assetTag' },
      { code: 'key-missing', field: 'assetTag' },
    ],
    ['serial 0', { serialNumber: '0', maker: 'HP' }, bySerial, { code: 'placeholder-serial' }],
    [
      'default string',
      { serialNumber: 'Default string' },
      { key: 'serialNumber' },
      { code: 'placeholder-serial' },
    ],
  ])('%s', (_, values, options, refusal) =>
    expect(plan(values, none, options)).toMatchObject({ kind: 'refused', row: 7, refusal }),
  )

  it.each([
    ['serialNumber', 'serial-belongs-to-other'],
    ['assetTag', 'asset-tag-belongs-to-other'],
  ] as const)('%s that another device has', (field, code) => {
    expect(plan(laptop, { existing: null, owners: { [field]: 'device-2' } })).toMatchObject({
      refusal: { code, field, deviceId: 'device-2' },
    })
    expect(plan(laptop, { existing, owners: { [field]: 'device-1' } }).kind).toBe('unchanged')
  })

  it('an IMEI that another device has', () => {
    const row = { ...laptop, imei: '356938035643809' }
    expect(plan(row, { existing, owners: { imei: 'device-2' } })).toMatchObject({
      refusal: { code: 'imei-belongs-to-other' },
    })
  })

  it('the second row with a mark is refused with the row of the first', () => {
    const seen = seenMarks()
    const check = (row: number, values: ImportValues): unknown => {
      const prepared = prepareRow({ row, cells: [] }, { ok: true, values }, bySerial)
      return prepared.ok ? seen.check(prepared.value) : prepared.plan
    }
    expect(check(2, laptop)).toBeNull()
    expect(
      check(3, { ...laptop, serialNumber: '5cg1234abc', maker: 'HP Inc.', assetTag: 'x' }),
    ).toEqual({
      code: 'duplicate-in-file',
      firstRow: 2,
      field: 'serialNumber',
      value: '5cg1234abc',
    })
    expect(check(4, { ...laptop, serialNumber: 'B1' })).toMatchObject({
      firstRow: 2,
      field: 'assetTag',
    })
    // The same serial from another maker is another device; a job that starts over meets itself.
    expect(check(5, { serialNumber: '5CG1234ABC', maker: 'Dell' })).toBeNull()
    expect(check(5, { serialNumber: '5CG1234ABC', maker: 'Dell' })).toBeNull()
  })
})

describe('continuation rows', () => {
  const rows = [
    { row: 2, cells: ['A', 's1', 'disk 1'] },
    { row: 3, cells: ['', '', 'disk 2'] },
    { row: 4, cells: ['B', 's2', 'disk 3'] },
  ]
  it('fold into the row before, also across pieces', () => {
    const fold = folder<FileRow>([0, 1])
    const folded = [...fold.push(rows.slice(0, 1)), ...fold.push(rows.slice(1)), ...fold.end()]
    expect(folded.map(({ row, more }) => [row, more?.length ?? 0])).toEqual([
      [2, 1],
      [4, 0],
    ])
    expect(fold.folded()).toBe(1)
    const read = rowReader([
      { column: 1, field: 'serialNumber' },
      { column: 2, field: 'driveSerials' },
    ])
    expect(folded.map(read)).toMatchObject([
      { values: { serialNumber: 's1', driveSerials: ['disk 1', 'disk 2'] } },
      { values: { serialNumber: 's2', driveSerials: ['disk 3'] } },
    ])
  })
  it('without a key nothing folds', () => {
    const fold = folder<FileRow>([])
    expect([...fold.push(rows), ...fold.end()]).toEqual(rows)
  })
})

describe('a proposed mapping', () => {
  it('finds Swedish titles, by word and with padding', () => {
    const headings = [
      'Inv.nr',
      'Datorns serienummer',
      'Fabrikat',
      'Garanti',
      'Kst',
      'Inköpspris (SEK)',
      'RAM',
      'Lagring GB',
      'Övrigt',
    ]
    const sample = [['1', 'A', 'HP', '36 mån', '4711', '1', '16', '512', '']]
    expect(proposeMapping(headings, sample).columns).toMatchObject([
      { field: 'assetTag' },
      { field: 'serialNumber' },
      { field: 'maker' },
      { field: 'warrantyMonths' },
      { field: 'costCentre' },
      { field: 'priceOre' },
      { field: 'ramMb', unit: 'gigabytes' },
      { field: 'storageGb', unit: 'gigabytes' },
      { field: 'note' },
    ])
  })
  it('finds marks by their shape where titles say nothing', () => {
    const sample = ['356938035643809', '356938035643817', '490154203237518'].map((imei, i) => [
      imei,
      `0A:1B:2C:3D:4E:0${i}`,
      `5CG12${i}ABC`,
      `p${i}@exempelby.example`,
    ])
    expect(proposeMapping(['a', 'b', 'c', 'd'], sample).columns.map(({ field }) => field)).toEqual([
      'imei',
      'macAddress',
      'serialNumber',
      'holderEmail',
    ])
  })
  it('a title of a tool in a list of one’s own does not make it the tool’s', () => {
    const headings = [
      'Computer Name',
      'Serial Number',
      'Manufacturer',
      'Model',
      'Price',
      'Inventory number',
      'Bought',
      'Room',
    ]
    const { preset, constants, columns } = proposeMapping(headings, [])
    expect({ preset, constants, mapped: columns.length }).toEqual({
      preset: null,
      constants: {},
      mapped: headings.length,
    })
  })
  it('no field is filled twice, and no column fills two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Serienr', 'Serial', 'Typ', 'Kategori', 'x', 'Plats')),
        (headings) => {
          const { columns } = proposeMapping(headings, [])
          expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length)
          expect(new Set(columns.map(({ column }) => column)).size).toBe(columns.length)
        },
      ),
    )
  })
})

describe('any file', () => {
  const columns: ColumnMapping[] = [
    { column: 0, field: 'serialNumber' },
    { column: 1, field: 'maker' },
    { column: 2, field: 'assetTag' },
    { column: 3, field: 'kind' },
    { column: 4, field: 'purchasedOn' },
  ]
  const cells = fc.tuple(
    fc.constantFrom('A1', 'a-1', 'B2', '0', '', '5.12E+11', 'N/A', '\ufffd'),
    fc.constantFrom('HP', 'Hewlett-Packard', 'Dell', ''),
    fc.constantFrom('1', '2', '3', ''),
    fc.constantFrom('laptop', 'Skärm', 'okänt ord', ''),
    fc.constantFrom('2023-01-23', '1/2/23', 'strax', ''),
  )
  const registers = fc.array(fc.constantFrom('A1', 'B2'), { maxLength: 2 })

  it('rows = created + updated + unchanged + refused, and a second run changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(cells, { maxLength: 12 }),
        fc.constantFrom(...importKeys),
        registers,
        (rows, key, held) => {
          const read = rowReader(columns)
          const register = new Map<string, ExistingDevice>()
          for (const serial of held) {
            const values = { serialNumber: serial, maker: 'HP' }
            const prepared = prepareRow({ row: 0, cells: [] }, { ok: true, values }, { key })
            if (prepared.ok) register.set(prepared.value.marks.key!, { deviceId: serial, values })
          }
          const options: PlanOptions = { key, defaultKind: 'laptop' }
          const run = (): RowPlan[] => {
            const seen = seenMarks()
            return rows.map((row, i): RowPlan => {
              const file = { row: i + 2, cells: row }
              const prepared = prepareRow(file, read(file), options)
              if (!prepared.ok) return prepared.plan
              const refusal = seen.check(prepared.value)
              if (refusal) return { kind: 'refused', row: file.row, refusal }
              const mark = prepared.value.marks.key!
              const found = register.get(mark) ?? null
              const planned = planRow(prepared.value, { existing: found }, options)
              if (planned.kind === 'create' || planned.kind === 'update') {
                const values: ImportValues = { ...found?.values }
                for (const { field, to } of planned.changes) Object.assign(values, { [field]: to })
                register.set(mark, { deviceId: found?.deviceId ?? `new-${i}`, values })
              }
              return planned
            })
          }
          const first = counted(noCounts, run())
          expect(first.rows).toBe(rows.length)
          expect(first.created + first.updated + first.unchanged + first.refused).toBe(rows.length)
          const second = counted(noCounts, run())
          expect(second).toMatchObject({ created: 0, updated: 0, refused: first.refused })
        },
      ),
    )
  })
})

describe('texts', () => {
  const shown = { value: 'VALUE', heading: 'HEADING', firstRow: 2, device: 'EX-1' }
  it('every refusal has its words in both languages', () => {
    expect(Object.keys(rowRefusalTexts).sort()).toEqual([...rowRefusalCodes].sort())
    expect(Object.keys(fileRefusalTexts).sort()).toEqual([...fileRefusalCodes].sort())
    for (const code of rowRefusalCodes)
      for (const language of ['sv', 'en'] as const)
        expect(rowRefusalTexts[code][language](shown)).toMatch(/^.{10,}[.?A-Z0-9-]”?$/)
  })
  it('every field has its name', () => {
    expect(Object.keys(importFieldTexts).sort()).toEqual([...importFieldNames].sort())
  })
})
