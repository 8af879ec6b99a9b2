import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../core/text.ts'
import { leastNotChecked, type LogPlace } from '../rules.ts'
import { notCheckedTexts } from '../texts/certificate-terms.ts'
import { renderDeliveryNote } from './delivery-note.ts'
import { renderDestructionCertificate } from './destruction-certificate.ts'
import { renderErasureCertificate } from './erasure-certificate.ts'
import {
  exampleCertificate,
  exampleDeliveryNote,
  exampleDestruction,
  exampleErasure,
  examplePurchaseNote,
  exampleReceipt,
  longCertificate,
} from './examples.ts'
import { localSecond, percentOf, wholeNumber } from './format.ts'
import { renderHandOutReceipt } from './hand-out-receipt.ts'
import { renderPurchaseNote } from './purchase-note.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'
import { wrapText } from './wrap.ts'

/** The words of all pages without line breaks, since long values wrap. */
const wordsOf = (pdf: ReadPdf): string => pdf.pages.join('\n').replace(/\s+/g, '')
const bare = (text: string): string => text.replace(/\s+/g, '')

const present = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.each(languages)('printed in %s', (language) => {
  const documents = {
    'certificate of erasure': () => renderErasureCertificate(exampleCertificate, language),
    'certificate of three media': () => renderErasureCertificate(longCertificate, language),
    'certificate of destruction': () => renderDestructionCertificate(exampleDestruction, language),
    'delivery note': () => renderDeliveryNote(exampleDeliveryNote(200), language),
    receipt: () => renderHandOutReceipt(exampleReceipt, language),
    'note of a purchase': () => renderPurchaseNote(examplePurchaseNote(60), language),
  }
  describe.each(Object.entries(documents))('the %s', (_, render) => {
    it('is tagged, titled, in its language and marked as PDF/A-3a', async () => {
      const { source, structure } = readPdf(await render())
      expect(source).toContain('/MarkInfo')
      expect(source).toContain('/Marked true')
      expect(source).toContain('/StructTreeRoot')
      expect(source).toContain(language === 'sv' ? '/Lang (sv-SE)' : '/Lang (en-GB)')
      expect(source).toContain('/DisplayDocTitle true')
      expect(source).toContain('<pdfaid:part>3</pdfaid:part>')
      expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
      expect(structure.filter((type) => type === 'H1')).toHaveLength(1)
      for (const type of ['Document', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link'])
        expect(structure).toContain(type)
    })
    it('gives the same bytes for the same data', async () => {
      expect(Buffer.compare(await render(), await render())).toBe(0)
    })
    it('numbers every page, and no character is missing', async () => {
      const { pages, pageCount } = readPdf(await render())
      const of = language === 'sv' ? 'av' : 'of'
      pages.forEach((page, i) => expect(page).toContain(`${i + 1} ${of} ${pageCount}`))
      expect(pages.join('').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\ufffd?]/u)
    })
    it('passes the check of qpdf, where it is installed', async (ctx) => {
      if (!present('qpdf')) {
        console.info('Left out: the check of qpdf, which is not installed.')
        return ctx.skip('qpdf is not installed')
      }
      const folder = mkdtempSync(join(tmpdir(), 'omlopp-print-'))
      const path = join(folder, 'a.pdf')
      writeFileSync(path, await render())
      try {
        expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax')
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })

  it('holds every field of the certificate, for each of three media', async () => {
    const words = wordsOf(readPdf(await renderErasureCertificate(longCertificate, language)))
    const { device, media } = longCertificate.devices[0]!
    for (const erasure of media) {
      const { medium } = erasure
      const log = erasure.log as LogPlace
      const fields = [
        erasure.certificateNumber,
        medium.manufacturer,
        medium.model,
        medium.modelByTool!,
        medium.serialNumber,
        medium.assetTag!,
        medium.transport!,
        device.serialNumber,
        wholeNumber(medium.nativeCapacityBytes, language),
        erasure.techniqueDetail!,
        erasure.toolVersion,
        erasure.toolPackageVersion!,
        localSecond(erasure.startedAt, erasure.timeZone, language),
        localSecond(erasure.endedAt, erasure.timeZone, language),
        erasure.timeZone,
        erasure.ruleVersion,
        erasure.review!.writtenReason,
        ...erasure.review!.reasonCodes,
        erasure.evidenceFileName,
        erasure.evidenceSha256Hex,
        log.origin,
        log.checkpointRootBase64,
        wholeNumber(log.entryIndex, language),
        ...[erasure.sanitisedBy, erasure.verifiedBy, erasure.validatedBy].flatMap((person) => [
          person.name!,
          person.title,
          person.place,
          person.contact,
          person.signature,
          localSecond(person.signedAt, erasure.timeZone, language),
        ]),
        ...erasure.notChecked.map((item) => notCheckedTexts[item][language]),
        ...(erasure.succession.supersedes ? [erasure.succession.supersedes] : []),
      ]
      for (const field of fields) expect(words).toContain(bare(field))
    }
    expect(words).toContain(bare(longCertificate.publicUrl))
    expect(words).toContain(language === 'sv' ? 'IEEE2883' : 'notassessedagainstIEEE2883')
    expect(words).toContain(language === 'sv' ? 'signeradepostengäller' : 'recordisauthoritative')
  })

  it('holds method, witness, role and photo hashes of a destruction', async () => {
    const pdf = readPdf(await renderDestructionCertificate(exampleDestruction, language))
    const words = wordsOf(pdf)
    const { witness, photos, performedBy, reason, equipment } = exampleDestruction
    const hashes = photos.map(({ sha256Hex }) => sha256Hex)
    for (const field of [witness.name!, performedBy.name!, reason, equipment, ...hashes])
      expect(words).toContain(bare(field))
    expect(words).toContain(language === 'sv' ? 'Förägaren' : 'Fortheowner')
  })

  it('lists each of 2 000 devices of a delivery note once', async () => {
    const note = exampleDeliveryNote(2000)
    const text = readPdf(await renderDeliveryNote(note, language)).pages.join('\n')
    const lines = text.split('\n')
    const counted = new Map<string, number>()
    for (const line of lines) counted.set(line, (counted.get(line) ?? 0) + 1)
    for (const { serialNumber } of note.devices) expect(counted.get(serialNumber)).toBe(1)
  })
})

it('keeps the words on both sides of a line break apart', () => {
  const lines = wrapText('one two\nthree abcdefgh', 5, (part) => part.length)
  expect(lines).toEqual(['one ', 'two ', 'three ', 'abcde', 'fgh'])
})

it('refuses to print a certificate for an erasure that is not proven', async () => {
  const failed = exampleErasure({ verificationErrors: 406_313 })
  const devices = [{ ...exampleCertificate.devices[0]!, media: [failed] }]
  await expect(renderErasureCertificate({ ...exampleCertificate, devices }, 'sv')).rejects.toThrow(
    'certificate-with-errors',
  )
})

it('goes on over pages when a reason is longer than one', async () => {
  const writtenReason = Array.from({ length: 900 }, (_, i) => `ord${i}`).join(' ')
  const erasure = exampleErasure({ review: { reasonCodes: ['CACHED_VERIFY'], writtenReason } })
  const devices = [{ ...exampleCertificate.devices[0]!, media: [erasure] }]
  const pdf = readPdf(await renderErasureCertificate({ ...exampleCertificate, devices }, 'sv'))
  for (const word of writtenReason.split(' ')) expect(wordsOf(pdf)).toContain(word)
  expect(leastNotChecked(erasure)).toHaveLength(3)
})

it('carries the signed record inside, as PDF/A-3 allows', async () => {
  const record = { fileName: 'certificate.json', mediaType: 'application/json', description: 'x' }
  const bytes = new TextEncoder().encode('{"certificate":1}')
  const { source } = readPdf(
    await renderErasureCertificate(exampleCertificate, 'sv', [{ ...record, bytes }]),
  )
  expect(source).toContain('/EmbeddedFiles')
  expect(source).toContain('/AFRelationship /Data')
})

describe('numbers and times', () => {
  it('tell the doubled hour of October apart', () => {
    const at = (iso: string) => localSecond(new Date(iso), 'Europe/Stockholm', 'sv')
    expect(at('2026-10-25T00:30:00Z')).toBe('2026-10-25 02.30.00 UTC+02:00')
    expect(at('2026-10-25T01:30:00Z')).toBe('2026-10-25 02.30.00 UTC+01:00')
  })
  it('say 100 per cent only when every byte is counted', () => {
    expect(percentOf(511_999_999_999, 512_000_000_000, 'sv')).toBe('99,99')
    expect(percentOf(512_000_000_000, 512_000_000_000, 'en')).toBe('100.00')
  })
})

it('wraps any text without losing a character or passing the edge', () => {
  const measure = (part: string): number => [...part].length
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
      const lines = wrapText(text, width, measure)
      expect(bare(lines.join(''))).toBe(bare(text))
      for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width)
    }),
  )
})
