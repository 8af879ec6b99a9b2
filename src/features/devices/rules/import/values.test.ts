import { describe, expect, it } from 'vitest'
import { cleanCell } from './cells.ts'
import { decideOrder, noDateEvidence, observeDate, readDay, readInstant } from './days.ts'
import type { ColumnMapping, ImportField } from './fields.ts'
import { deviceKinds } from '../kinds.ts'
import { cellReader, type ReaderOptions } from './values.ts'
import { kindOfModel, readKind, readStatus } from './words.ts'

const read = (
  field: ImportField,
  cell: string,
  more: Partial<ColumnMapping> = {},
  options?: ReaderOptions,
): unknown => cellReader({ column: 0, field, ...more }, options)(cell)

const refused = (code: string): unknown => expect.objectContaining({ code })

describe('cells', () => {
  it.each([
    ['\u00a0 EXK-1\u00a0', 'EXK-1'],
    ['EXK\u00a01', 'EXK 1'],
    ['\u200bEXK-1\ufeff', 'EXK-1'],
    ['rad 1\r\nrad 2', 'rad 1 rad 2'],
    ['EX\u0000K\u0007-1', 'EXK-1'],
    ['="00142"', '00142'],
    ["'00142", '00142'],
    ["'=1+1", '=1+1'],
    ["'t Hart", "'t Hart"],
    ['="say ""hi"""', 'say "hi"'],
    ['Åsa', 'Åsa'],
  ])('%j is %j', (cell, text) => expect(cleanCell(cell)).toBe(text))

  it.each(['-', 'N/A', 'null', '(none)', ' — ', ''])('%j says nothing', (cell) =>
    expect(read('name', cell)).toBeNull(),
  )

  it('what a wrong encoding has eaten is refused rather than stored', () => {
    expect(read('holderName', '\ufffdsa Exempel')).toEqual(refused('text-unreadable'))
  })

  it('a note keeps its lines', () => expect(read('note', 'a \r\nb')).toBe('a\nb'))
})

describe('days', () => {
  const order = (values: readonly string[], fallback: 'dmy' | 'mdy' | 'ymd' = 'dmy') => {
    const evidence = noDateEvidence()
    for (const value of values) observeDate(evidence, value)
    return decideOrder(evidence, fallback)
  }
  const dmy = order(['23/1/2023'])

  it.each([
    ['2023-01-23', '2023-01-23'],
    ['2023/1/23', '2023-01-23'],
    ['20230123', '2023-01-23'],
    ['2023-01-23T00:00:00.000Z', '2023-01-23'],
    ['2023-01-23 10:15', '2023-01-23'],
    ['23.1.2023', '2023-01-23'],
    ['1/23/23', '2023-01-23'],
    ['1/23/2023 10:15 AM', '2023-01-23'],
    ['23-Jan-23', '2023-01-23'],
    ['Mon Jan 23, 2023', '2023-01-23'],
    ['23 maj 2023', '2023-05-23'],
    ['44949', '2023-01-23'],
    ['44949,75', '2023-01-23'],
    ['1674432000000', '2023-01-23'],
    ['98-01-23', '1998-01-23'],
    // Swedish midnight, as a system that keeps UTC writes it.
    ['2023-01-22T23:00:00Z', '2023-01-23'],
    ['2023-06-22T22:00:00.000Z', '2023-06-23'],
    ['2023-01-22T22:00:00Z', '2023-01-22'],
  ])('%s is %s', (text, day) => expect(readDay(text, dmy)).toBe(day))

  it.each([
    '0001-01-01',
    '9999-12-31',
    '0000-00-00',
    '1900-01-01',
    '1970-01-01',
    '01/01/0001 00:00:00',
    '0001-01-01T00:00:00Z',
  ])('%s is how tools write never', (text) => expect(readDay(text, dmy)).toBeNull())

  it.each(['2023-02-29', '2023-13-01', '31/4/2023', 'i våras', '1975-01-01', '12'])(
    '%s is no day',
    (text) => expect(readDay(text, dmy)).toBe('date-unreadable'),
  )

  it('one row decides for the whole column', () => {
    expect(order(['1/2/23', '1/23/23'])).toEqual({ order: 'mdy', ground: 'seen' })
    expect(order(['1/2/23', '23/1/23'], 'mdy')).toEqual({ order: 'dmy', ground: 'seen' })
    expect(readDay('1/2/23', order(['1/23/23']))).toBe('2023-01-02')
    expect(readDay('1/2/23', order(['23/1/23']))).toBe('2023-02-01')
  })

  it('a column without evidence follows the preset, and says so', () => {
    expect(order(['1/2/23', '3/4/23'], 'mdy')).toEqual({ order: 'mdy', ground: 'assumed' })
    expect(order(['1/2/23', '3/4/23'])).toEqual({ order: 'dmy', ground: 'assumed' })
  })

  it('a column that mixes both refuses only what can be read in two ways', () => {
    const mixed = order(['1/23/23', '23/1/23'])
    expect(mixed.ground).toBe('mixed')
    expect(readDay('1/23/23', mixed)).toBe('2023-01-23')
    expect(readDay('23/1/23', mixed)).toBe('2023-01-23')
    expect(readDay('1/2/23', mixed)).toBe('date-ambiguous')
    expect(readDay('2/2/23', mixed)).toBe('2023-02-02')
  })

  it.each([
    ['2021-12-01T06:58:03Z', '2021-12-01T06:58:03Z'],
    ['2021-12-01T07:30:00.000Z', '2021-12-01T07:30:00Z'],
    ['2021-12-01T07:30:00+01:00', '2021-12-01T06:30:00Z'],
    ['12/24/2021 1:05 PM', '2021-12-24T13:05:00Z'],
    ['2021-12-01 at 10:15 AM', '2021-12-01T10:15:00Z'],
    ['2021-12-01', '2021-12-01T00:00:00Z'],
    ['0001-01-01T00:00:00Z', null],
  ])('instant %s is %s', (text, at) => expect(readInstant(text, dmy)).toBe(at))
})

describe('amounts', () => {
  it.each([
    ['$12.58', 1258],
    ['12,490.00', 1249000],
    ['12 490,00 kr', 1249000],
    ['12490.128', 1249013],
    ['12490.1234', 1249012],
    ['12 490,128 kr', 1249013],
    ['1.234.567', 123456700],
    ['12.490', 1249000],
    ['0.125', 13],
  ])('%s is %s öre', (text, ore) => expect(read('priceOre', text)).toBe(ore))
  it('a word is no amount', () =>
    expect(read('priceOre', 'gratis')).toEqual(refused('amount-unreadable')))
})

describe('marks', () => {
  it.each(['5.12E+11', '5,12E+11', '1.2345678901234567e+19', '3E+08'])(
    'serial %s has lost its digits',
    (text) => expect(read('serialNumber', text)).toEqual(refused('serial-in-scientific-notation')),
  )
  it.each(['5E12345', '1E10', '5CG1234ABC'])('serial %s is one', (text) =>
    expect(read('serialNumber', text)).toBe(text),
  )
  it('zeros in front are kept', () => expect(read('assetTag', "'00142")).toBe('00142'))

  it.each([
    ['356938035643809', '356938035643809'],
    ['35-693803-564380-9', '356938035643809'],
    ['3.56938035643809E+14', '356938035643809'],
    ['000000000000000', null],
    ['356938035643800', refused('imei-wrong')],
    ['35693803564380', refused('imei-wrong')],
    ['3.56938E+14', refused('serial-in-scientific-notation')],
  ])('IMEI %s is %s', (text, imei) => expect(read('imei', text)).toEqual(imei))

  it.each([
    ['0A1B2C3D4E5F', '0A:1B:2C:3D:4E:5F'],
    ['a0-b1-c2-d3-e4-f5', 'A0:B1:C2:D3:E4:F5'],
    ['0a1b.2c3d.4e5f, 02:aa:bb:cc:dd:ee', '0A:1B:2C:3D:4E:5F'],
    ['00:00:00:00:00:00', null],
    ['0A1B2C', refused('mac-wrong')],
    ['okänd adress', refused('mac-wrong')],
  ])('MAC %s is %s', (text, mac) => expect(read('macAddress', text)).toEqual(mac))
})

describe('sizes', () => {
  it.each<[string, ImportField, Partial<ColumnMapping>, unknown]>([
    ['255009488896', 'storageGb', { unit: 'bytes' }, 255],
    ['500277', 'storageGb', { unit: 'megabytes' }, 500],
    ['128GB', 'storageGb', {}, 128],
    ['1 TB', 'storageGb', {}, 1000],
    ['0', 'ramMb', { unit: 'bytes' }, null],
    ['16 GB', 'ramMb', {}, 16_384],
    ['16', 'ramMb', { unit: 'gigabytes' }, 16_384],
    ['36 månader', 'warrantyMonths', {}, 36],
    ['3 år', 'warrantyMonths', {}, 36],
    ['36 months', 'warrantyMonths', {}, 36],
    ['stor', 'ramMb', {}, refused('number-unreadable')],
  ])('%s as %s', (text, field, more, value) => expect(read(field, text, more)).toEqual(value))
})

describe('words', () => {
  it.each([
    ['Bärbar dator', 'laptop'],
    ['Laptops', 'laptop'],
    ['Ordinateur portable', 'laptop'],
    ['IT/Bärbara datorer', 'laptop'],
    ['Mobile workstation', 'mobile_workstation'],
    ['Stationär dator', 'desktop'],
    ['Surfplatta', 'tablet'],
    ['iPhone', 'smartphone'],
    ['Bildskärm', 'monitor'],
    ['Dockningsstation', 'dock'],
    ['laptop', 'laptop'],
    ['external_hdd', 'external_hdd'],
  ])('kind %s is %s', (text, kind) => expect(read('kind', text)).toBe(kind))
  it('every kind of ours is read as itself', () => {
    for (const kind of deviceKinds) expect(read('kind', kind)).toBe(kind)
  })
  it('an unknown kind is asked about, and the answer holds', () => {
    expect(read('kind', 'Elevpaket')).toEqual(refused('kind-unknown'))
    expect(read('kind', 'ELEVPAKET', {}, { words: { kind: { Elevpaket: 'laptop' } } })).toBe(
      'laptop',
    )
  })
  it('a system is no kind, so the model has to tell', () => {
    expect(read('kind', 'Windows')).toBeNull()
    expect(readKind('Windows')).toBeNull()
    expect(kindOfModel('HP EliteBook 840 G8 Notebook PC')).toBe('laptop')
    expect(kindOfModel('iPhone 12')).toBe('smartphone')
    expect(kindOfModel('OptiPlex 7090')).toBe('desktop')
    expect(kindOfModel('Något annat')).toBeNull()
  })
  it.each([
    ['Utlämnad', 'handedOut'],
    ['Ready to Deploy', 'inStock'],
    ['In use', 'handedOut'],
    ['I lager', 'inStock'],
    ['Stulen', 'stolen'],
    ['Lost', 'missing'],
    ['deployed (Deployed)', 'handedOut'],
  ])('status %s is %s', (text, status) => expect(readStatus(text)).toBe(status))
  it('erased and graded need their own proof, so a file may not claim them', () => {
    expect(read('status', 'Raderad')).toEqual(refused('status-needs-proof'))
    expect(read('status', 'Graded')).toEqual(refused('status-needs-proof'))
  })
  it('a word for out of the register names no outcome, so it is asked about', () => {
    expect(read('status', 'Archived')).toEqual(refused('status-unknown'))
    expect(read('status', 'Archived', {}, { words: { status: { archived: 'sold' } } })).toBe('sold')
  })
  it.each(['personal', 'Personal', 'BYOD', 'true', '1', 'Ja'])('%s is private', (text) =>
    expect(read('ownership', text)).toEqual(refused('personal-device')),
  )
  it.each(['company', 'Corporate', '0', 'false', 'Nej', ''])('%s is not private', (text) =>
    expect(read('ownership', text)).toBeNull(),
  )
})
