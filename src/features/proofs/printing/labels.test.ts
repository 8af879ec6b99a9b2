import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { code128 } from './code128.ts'
import { renderLabels, type Label } from './labels.ts'
import { escapeZpl, labelsZpl } from './labels-zpl.ts'
import { readPdf } from './read-pdf.ts'

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const file = readFileSync(wasm)
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } })
})

interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

function picture(
  width: number,
  height: number,
  isDark: (x: number, y: number) => boolean,
): Picture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isDark(x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height, data }
}

async function scan(image: Picture): Promise<string[]> {
  const found = await readBarcodes(
    { ...image, colorSpace: 'srgb' },
    {
      formats: ['Code128', 'QRCode'],
      maxNumberOfSymbols: 100,
    },
  )
  return found.map(({ text }) => text)
}

function bars(text: string): Picture {
  const widths = code128(text)!
  const dark: boolean[] = Array.from({ length: 20 }, () => false)
  widths.forEach((width, i) => dark.push(...Array.from({ length: width * 2 }, () => i % 2 === 0)))
  dark.push(...Array.from({ length: 20 }, () => false))
  return picture(dark.length, 60, (x, y) => y > 5 && y < 55 && dark[x]!)
}

const label = (n: number): Label => ({
  organisationName: 'Exempelby kommuns förvaltning för utbildning och kultur',
  assetTag: `EX-${103_390 + n}`,
  model: 'HP EliteBook 840 G8 Notebook PC with Sure View',
  serialNumber: `PF3A7K9Q${n}`,
  url: `https://omlopp.exempelby.example/d/EX-${103_390 + n}`,
})

describe('Code 128', () => {
  it('is read by a real scanner as what was written, whatever was written', async () => {
    const printableAscii = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 24,
    })
    const mixed = fc
      .array(fc.oneof(fc.stringMatching(/^\d{1,9}$/), fc.stringMatching(/^[A-Z-]{1,3}$/)), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.oneof(printableAscii, mixed), async (text) => {
        expect(await scan(bars(text))).toEqual([text])
      }),
      { numRuns: 60 },
    )
  })
  it('packs digits in pairs', () => {
    const modules = (text: string): number => code128(text)!.reduce((sum, each) => sum + each, 0)
    expect(modules('00123456')).toBe(11 * (1 + 4 + 1) + 13)
    expect(modules('EX-103390')).toBeLessThan(modules('EX-ABCDEF'))
  })
  it('has no bars for what scanners read unlike', () => {
    expect(code128('EX-Å')).toBeNull()
    expect(code128('')).toBeNull()
  })
})

describe('labels on PDF', () => {
  const createdAt = new Date('2026-03-12T09:00:00Z')
  it('fill sheets of 21, from where the first was left', async () => {
    const labels = Array.from({ length: 25 }, (_, n) => label(n))
    const options = { medium: 'sheet-3x7', language: 'sv', createdAt } as const
    expect(readPdf(await renderLabels(labels, options)).pageCount).toBe(2)
    const later = await renderLabels(labels, { ...options, usedOnFirstSheet: 18 })
    expect(readPdf(later).pageCount).toBe(3)
  })
  it('stand one by one on tape, with an asset tag that is never cut', async () => {
    const long = { ...label(1), assetTag: 'EX-103 390-BJÖRKSKOLAN-ÅRSKURS-4' }
    const pdf = readPdf(
      await renderLabels([label(0), long], { medium: 'tape-24', language: 'en', createdAt }),
    )
    expect(pdf.pageCount).toBe(2)
    expect(pdf.pages[1]).toContain(long.assetTag)
  })
  const canDraw = (() => {
    try {
      execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })()
  it.skipIf(!canDraw).each(['sheet-3x7', 'tape-24'] as const)(
    'are read by a scanner on %s, where pdftoppm is installed',
    async (medium) => {
      const folder = mkdtempSync(join(tmpdir(), 'omlopp-labels-'))
      try {
        const path = join(folder, 'labels.pdf')
        writeFileSync(path, await renderLabels([label(7)], { medium, language: 'sv', createdAt }))
        const pgm = execFileSync('pdftoppm', ['-r', '300', '-gray', '-l', '1', path], {
          maxBuffer: 1 << 27,
        })
        const found = await scan(fromPgm(pgm))
        expect(found.toSorted()).toEqual([label(7).assetTag, label(7).url].toSorted())
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

function fromPgm(file: Buffer): Picture {
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 40))!
  const grey = file.subarray(head.length)
  return picture(Number(width), Number(height), (x, y) => grey[y * Number(width) + x]! < 128)
}

describe('labels in ZPL', () => {
  it('let no data begin a command', () => {
    const hostile = { ...label(0), organisationName: '^XZ~JR_5E\\ Å', assetTag: 'A>B^FS' }
    const zpl = labelsZpl([hostile], { widthMm: 64, heightMm: 38, dotsPerMm: 8 })
    expect(zpl.match(/\^XZ/g)).toHaveLength(1)
    expect(zpl).not.toContain('~')
    expect(zpl).toContain('^CI28')
    expect(zpl).toContain('^FD_5EXZ_7EJR_5F5E_5C Å^FS')
    expect(zpl).toContain('^FDA>0B_5EFS^FS')
  })
  it('can be undone by the printer for any text', () => {
    const undo = (text: string): string =>
      text.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(undo(escapeZpl(text))).toBe(text)
        expect(escapeZpl(text)).not.toMatch(/[\p{Cc}^~]/u)
      }),
    )
  })
  it('keep the codes within the label at every density', () => {
    for (const dotsPerMm of [8, 12, 24] as const) {
      const zpl = labelsZpl([label(0)], { widthMm: 64, heightMm: 38, dotsPerMm })
      const module = Number(/\^BY(\d+)/.exec(zpl)![1])
      const start = Number(/\^FO(\d+),\d+\^BY/.exec(zpl)![1])
      expect(start + module * (11 * (9 + 2) + 13)).toBeLessThanOrEqual(64 * dotsPerMm)
      expect(Number(/\^BQN,2,(\d+)/.exec(zpl)![1]) * 33).toBeLessThanOrEqual(19 * dotsPerMm)
    }
  })
})
