import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { workbook, zip } from '../../../../test/support/workbook.ts'
import type { Encoding } from './decode.ts'
import { delimiters, scanner, type Delimiter } from './delimited.ts'
import { refusalOf } from './refused.ts'
import { openTable, rowsOf, type Table, type TableOptions, type TableRow } from './table.ts'

async function* pieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === 'string' ? Buffer.from(file) : file

async function opened(
  file: string | Uint8Array,
  options: TableOptions = {},
  size?: number,
): Promise<{ table: Table; rows: TableRow[]; cells: string[][] }> {
  const result = await openTable(pieces(bytesOf(file), size), options)
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`)
  const rows: TableRow[] = []
  for await (const row of rowsOf(result.value)) rows.push(row)
  return { table: result.value, rows, cells: rows.map((row) => row.cells) }
}

async function refusalOfFile(file: string | Uint8Array, options?: TableOptions): Promise<string> {
  const result = await openTable(pieces(bytesOf(file)), options)
  return result.ok ? 'opened' : result.code
}

const simple = 'Namn;Serienummer;Plats\r\nEXK-1;5CG1234ABC;Åsa skola\r\nEXK-2;5CG1234ABD;Växjö\r\n'

/** Bytes that are still held once what is not has been let go of: other files have used this process. */
function held(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('encodings', () => {
  it.each<[string, Encoding, Uint8Array]>([
    ['UTF-8', 'utf-8', Buffer.from(simple)],
    ['UTF-8 with BOM', 'utf-8', Buffer.from(`\ufeff${simple}`)],
    ['UTF-16LE with BOM', 'utf-16le', Buffer.from(`\ufeff${simple}`, 'utf16le')],
    ['UTF-16LE without BOM', 'utf-16le', Buffer.from(simple, 'utf16le')],
    ['UTF-16BE with BOM', 'utf-16be', iconv.encode(simple, 'utf-16be', { addBOM: true })],
    ['Windows-1252', 'windows-1252', iconv.encode(simple, 'windows-1252')],
    ['CP850', 'cp850', iconv.encode(simple, 'cp850')],
    ['MacRoman', 'macintosh', iconv.encode(simple, 'macintosh')],
  ])('%s is read as %s', async (_, encoding, bytes) => {
    const { table, cells } = await opened(bytes)
    expect(table.encoding()).toBe(encoding)
    expect(table.headings).toEqual(['Namn', 'Serienummer', 'Plats'])
    expect(cells).toEqual([
      ['EXK-1', '5CG1234ABC', 'Åsa skola'],
      ['EXK-2', '5CG1234ABD', 'Växjö'],
    ])
  })

  it('CP437 reads like CP850 in Swedish, and by choice', async () => {
    const bytes = iconv.encode(simple, 'cp437')
    expect((await opened(bytes)).cells[0]![2]).toBe('Åsa skola')
    expect((await opened(bytes, { encoding: 'cp437' })).table.encoding()).toBe('cp437')
  })

  it('a first Swedish letter megabytes into the file still decides', async () => {
    const filler = 'EXK-1;5CG1234ABC;Kalmar\r\n'.repeat(60_000)
    const bytes = iconv.encode(
      `Namn;Serienummer;Plats\r\n${filler}EXK-9;X1;Åmål\r\n`,
      'windows-1252',
    )
    const { table, cells } = await opened(bytes)
    expect(cells).toHaveLength(60_001)
    expect(cells.at(-1)![2]).toBe('Åmål')
    expect(table.encoding()).toBe('windows-1252')
  })

  it('every cut between two bytes reads the same', async () => {
    for (const bytes of [Buffer.from(`\ufeff${simple}`), Buffer.from(`\ufeff${simple}`, 'utf16le')])
      for (const size of [1, 2, 3, 5, 7]) {
        const { cells } = await opened(bytes, {}, size)
        expect(cells[0]).toEqual(['EXK-1', '5CG1234ABC', 'Åsa skola'])
      }
  })

  it('the chosen encoding is not questioned', async () => {
    const { cells } = await opened(Buffer.from(simple), { encoding: 'windows-1252' })
    expect(cells[0]![2]).toBe('Ã…sa skola')
  })
})

describe('delimited text', () => {
  it.each<[string, string, Delimiter]>([
    ['comma', 'A,B\n1,x\n2,y\n', ','],
    ['semicolon over decimal commas', 'Namn;Pris\nett;1,5\ntvå;2,5\n', ';'],
    ['tab over commas in text', 'Namn\tText\tNr\na\tb, c\t1\nd\te, f\t2\n', '\t'],
    ['pipe', 'Namn|Text\na|b\n', '|'],
    ['the sep= line, which is not a row', 'sep=|\nNamn|Text;a\na|b;c\n', '|'],
  ])('%s', async (_, text, delimiter) => {
    const { table, rows } = await opened(text)
    expect(table.delimiter).toBe(delimiter)
    expect(rows[0]!.row).toBe(2)
  })

  it.each([
    ['CR only', 'Namn,Nr\ra,1\rb,2\r'],
    ['LF only', 'Namn,Nr\na,1\nb,2\n'],
    ['CRLF', 'Namn,Nr\r\na,1\r\nb,2\r\n'],
    ['all of them mixed', 'Namn,Nr\r\na,1\rb,2\n'],
    ['no line end at the end', 'Namn,Nr\r\na,1\r\nb,2'],
  ])('line ends: %s', async (_, text) => {
    for (const size of [1, 2, 65_536])
      expect((await opened(text, {}, size)).rows).toEqual([
        { row: 2, cells: ['a', '1'] },
        { row: 3, cells: ['b', '2'] },
      ])
  })

  it('a newline in a cell stays in the cell, and the row counts once', async () => {
    const { rows } = await opened('Namn,Text\na,"rad 1\r\nrad 2"\nb,c\n')
    expect(rows).toEqual([
      { row: 2, cells: ['a', 'rad 1\r\nrad 2'] },
      { row: 3, cells: ['b', 'c'] },
    ])
  })

  it('a quote inside an unquoted cell is inches', async () => {
    const { cells } = await opened('Modell,Nr\nMacBook 13" (2020),1\n"24"" skärm",2\n')
    expect(cells).toEqual([
      ['MacBook 13" (2020)', '1'],
      ['24" skärm', '2'],
    ])
  })

  it('titles and blank lines above the heading are looked past, and counted', async () => {
    const { table, rows } = await opened(
      'Inventarielista Exempelby;;;\r\n\r\nUttagen 2023-01-23;;;\r\nInventarienr;Serienr;Modell;Plats\r\n1;A1;HP;x\r\n;;;\r\n2;A2;HP;y\r\n',
    )
    expect(table.headingRow).toBe(4)
    expect(table.headings).toEqual(['Inventarienr', 'Serienr', 'Modell', 'Plats'])
    expect(rows.map(({ row }) => row)).toEqual([5, 7])
  })

  it('repeated headings are kept by position, and empty ones called by their column', async () => {
    const { table, cells } = await opened('ID,Address,Address,,City,Address\n1,a,b,c,d,e\n')
    expect(table.headings).toEqual(['ID', 'Address', 'Address (2)', '(D)', 'City', 'Address (3)'])
    expect(cells[0]).toEqual(['1', 'a', 'b', 'c', 'd', 'e'])
  })

  it('ragged rows are refused one by one; a tail of empty cells is not', async () => {
    const { rows } = await opened('A,B,C\nx,y,z\nx,y\nx,y,z,w\nx,y,z,,\n')
    expect(rows.map(({ row, refusal }) => [row, refusal])).toEqual([
      [2, undefined],
      [3, 'row-too-short'],
      [4, 'row-too-long'],
      [5, undefined],
    ])
    expect(rows[3]!.cells).toEqual(['x', 'y', 'z'])
  })

  it('a quote that is never closed refuses the file with its row', async () => {
    expect(await refusalOfFile('A,B\nx,"y\nz,w\n')).toBe('quote-not-closed')
    const result = await openTable(pieces(Buffer.from(`A,B\n${'x,y\n'.repeat(40_000)}x,"y\n`)))
    if (!result.ok) throw new Error(result.code)
    const reading = async (): Promise<void> => {
      for await (const _ of rowsOf(result.value));
    }
    const error = await reading().catch((thrown: unknown) => thrown)
    expect(refusalOf(error)).toMatchObject({ code: 'quote-not-closed', details: { row: 40_002 } })
  })

  it('reads as csv-parse does', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...delimiters), lineEnds, (table, delimiter, ends) => {
        const text = written(table, delimiter, ends)
        const oracle = parse(text, {
          delimiter,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
        })
        expect(scanned(text, delimiter, [])).toEqual(oracle)
      }),
    )
  })

  it('any table reads back as it was written, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...delimiters),
        lineEnds,
        fc.array(fc.nat(200), { maxLength: 6 }),
        (table, delimiter, ends, cuts) => {
          expect(scanned(written(table, delimiter, ends), delimiter, cuts)).toEqual(table)
        },
      ),
      { numRuns: 400 },
    )
  })
})

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '|', '\r', '\n', 'å', ' '),
    maxLength: 6,
  }),
)
const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
)
const lineEnds = fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 8, maxLength: 8 })

function written(table: string[][], delimiter: string, ends: string[]): string {
  const quoted = (text: string): string =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  // A row that starts with LF after a CR would close a CRLF.
  return table.map((row, i) => row.map(quoted).join(delimiter) + ends[i]!).join('')
}

function scanned(text: string, delimiter: Delimiter, cuts: number[]): string[][] {
  const scan = scanner(delimiter)
  const records: string[][] = []
  let at = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    records.push(...scan.write(text.slice(at, cut)))
    at = Math.max(at, cut)
  }
  return [...records, ...scan.write(text.slice(at)), ...scan.end()]
}

describe('files that cannot be read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'file-empty'],
    ['blank lines', '\r\n \r\n', 'file-empty'],
    ['a heading and no rows', 'Namn;Serienummer\r\n', 'file-empty'],
    [
      'values without a heading',
      '5CG1234ABC,2023-01-23,12\n5CG1234ABD,2023-01-24,13\n',
      'heading-missing',
    ],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'file-unreadable'],
    ['a PDF', '%PDF-1.7\n', 'file-unreadable'],
    ['binary', Buffer.from([1, 2, 3, 0, 0, 9, 8, 7, 0, 1]), 'file-unreadable'],
    ['a broken zip', Buffer.from('PK\u0003\u0004broken'), 'file-unreadable'],
    ['a zip that is no workbook', zip([{ name: 'a.txt', content: 'hej' }]), 'file-unreadable'],
    ['broken JSON', '{"value": [', 'file-unreadable'],
    ['JSON without rows', '{"value": []}', 'file-empty'],
  ])('%s', async (_, file, code) => expect(await refusalOfFile(file)).toBe(code))

  it('a text of more than 500 MB is refused while it streams', async () => {
    const line = `${'x'.repeat(1_000)},${'y'.repeat(1_000)}\n`
    const chunk = Buffer.from(line.repeat(32))
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('A,B\n')
      for (;;) yield chunk
    }
    const result = await openTable(endless())
    if (!result.ok) throw new Error(result.code)
    let rows = 0
    let most = 0
    const reading = async (): Promise<void> => {
      for await (const batch of result.value.batches) {
        const before = rows
        rows += batch.length
        if (Math.floor(rows / 50_000) > Math.floor(before / 50_000)) most = Math.max(most, held())
      }
    }
    const before = held()
    const error = await reading().catch((thrown: unknown) => thrown)
    expect(refusalOf(error)?.code).toBe('file-too-large')
    expect(rows).toBeGreaterThan(200_000)
    expect(most - before).toBeLessThan(200 * 1024 * 1024)
  }, 180_000)

  it('lets go of the source when only the first rows are wanted', async () => {
    let closed = false
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('A,B\nx,y\n')
      } finally {
        closed = true
      }
    }
    const result = await openTable(source())
    if (result.ok) await result.value.close()
    expect(closed).toBe(true)
  })
})

describe('workbooks', () => {
  const book = workbook([
    { name: 'Tomt', rows: [] },
    {
      name: 'Datorer & skärmar',
      rows: [
        ['Inventarielista', null, null, null],
        ['Serienr', 'Köpt', 'IMEI', 'Pris'],
        [
          '5CG1234ABC',
          { day: 44949 },
          { number: '3.56938035643809E+14' },
          { number: '12490.000000000002' },
        ],
        [null, null, null, null],
        ['00142', { day: 44949.5 }, { number: '1.2345678901234567E+19' }, { number: '799.992' }],
      ],
    },
    {
      name: 'Andra',
      rows: [
        ['A', 'B'],
        ['x', 'y'],
      ],
    },
  ])

  it('the first sheet that is not empty is read: days as days, numbers in full', async () => {
    const { table, rows } = await opened(book)
    expect(table).toMatchObject({ format: 'xlsx', sheet: 'Datorer & skärmar', headingRow: 2 })
    expect(table.sheets).toEqual(['Tomt', 'Datorer & skärmar', 'Andra'])
    expect(rows).toEqual([
      { row: 3, cells: ['5CG1234ABC', '2023-01-23', '356938035643809', '12490'] },
      // Twenty digits are more than a spreadsheet keeps: it stays a refusable text.
      { row: 5, cells: ['00142', '2023-01-23T12:00:00', '1.2345678901234567e+19', '799.99'] },
    ])
  })

  it('another sheet by choice, and a refusal when it is not there', async () => {
    expect((await opened(book, { sheet: 'Andra' })).cells).toEqual([['x', 'y']])
    expect(await refusalOfFile(book, { sheet: 'Borta' })).toBe('sheet-missing')
  })

  it('a workbook whose sheet is cut off is unreadable', async () => {
    const broken = Buffer.from(book)
    const start = broken.indexOf('xl/worksheets/sheet2.xml') + 24
    broken.fill(0xff, start, start + 40)
    expect(await refusalOfFile(broken)).toBe('file-unreadable')
  })

  it('a zip bomb is refused before it is unpacked', async () => {
    const spaces = Buffer.alloc(10 * 1024 * 1024, 32)
    const bomb = zip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      ...Array.from({ length: 42 }, (_, i) => ({
        name: `xl/worksheets/s${i}.xml`,
        content: spaces,
      })),
    ])
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusalOfFile(bomb)).toBe('file-too-large')
  })

  it('two stray cells that span a whole sheet are refused', async () => {
    const wide = zip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        content:
          '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
      },
    ])
    expect(await refusalOfFile(wide)).toBe('file-too-large')
  })

  it('more than 50 MB compressed is refused while it arrives', async () => {
    const start = Buffer.from('PK\u0003\u0004')
    const large = Buffer.concat([start, Buffer.alloc(51 * 1024 * 1024)])
    expect(await refusalOfFile(large)).toBe('file-too-large')
  })
})

describe('JSON', () => {
  it('nested rows get dotted headings; never-dates and secrets do not pass', async () => {
    const { table, rows } = await opened(
      JSON.stringify({
        value: [
          { id: 1, hardware: { disks: [{ sn: 'a' }, { sn: 'b' }] }, never: '0001-01-01T00:00:00Z' },
          {
            id: 2,
            activationLockBypassCode: 'SECRET',
            until: '9999-12-31T23:59:59Z',
            imei: ['1', '2'],
          },
        ],
      }),
    )
    expect(table.format).toBe('json')
    expect(table.headings).toEqual([
      'id',
      'hardware.disks.sn',
      'hardware.disks.2.sn',
      'never',
      'until',
      'imei',
      'imei.2',
    ])
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'a', 'b', '', '', '', ''] },
      { row: 3, cells: ['2', '', '', '', '', '1', '2'] },
    ])
  })

  it('Snipe-IT’s web escapes are undone, and only there', async () => {
    const row = {
      asset_tag: '1',
      status_label: {},
      company: { name: 'Barn- &amp; ungdom &#039;x&#039;' },
    }
    expect((await opened(JSON.stringify([row]))).cells[0]).toContain("Barn- & ungdom 'x'")
    expect((await opened(JSON.stringify([{ a: '&amp;' }]))).cells).toEqual([['&amp;']])
  })
})
