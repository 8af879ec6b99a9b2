// The signature of a paper: good by our own reading of it and by pdfsig, and any changed byte is found.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newPdfCertificate } from '../../../keys/pdf-certificate.ts'
import { signDetached } from '../../../keys/pdf-signature.ts'
import { renderDestructionCertificate } from './destruction-certificate.ts'
import { renderErasureCertificate } from './erasure-certificate.ts'
import { exampleCertificate, exampleDestruction, longCertificate } from './examples.ts'
import { readPdf } from './read-pdf.ts'
import { signatureFault } from './read-signature.ts'
import { signPaper } from './sign.ts'

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const at = new Date('2026-03-12T09:00:00Z')
const certificate = newPdfCertificate(pair, 'omlopp.exempelby.example', at)
const room = { signerName: 'omlopp.exempelby.example', reason: 'Intyget är utfärdat', at }
const record = {
  fileName: 'certificate.json',
  mediaType: 'application/json',
  description: 'Record',
  bytes: new TextEncoder().encode('{"format":"omlopp-certificate/1"}'),
}
const signed = async (paper: Promise<Uint8Array>) =>
  signPaper(await paper, (bytes) => signDetached(bytes, { ...pair, certificate }))

const papers = {
  'a certificate of erasure': () =>
    renderErasureCertificate(exampleCertificate, 'sv', [record], room),
  'a certificate of three media': () => renderErasureCertificate(longCertificate, 'en', [], room),
  'a certificate of destruction': () =>
    renderDestructionCertificate(exampleDestruction, 'sv', [record], room),
}

/** What the tool says of the file; null when it is not installed. */
function told(command: string, args: readonly string[], paper: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'omlopp-sign-'))
  const file = join(folder, 'a.pdf')
  writeFileSync(file, paper)
  try {
    return execFileSync(command, [...args, file], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { code, stdout } = error as { code?: string; stdout?: string }
    if (code === 'ENOENT') return null
    return stdout ?? ''
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.each(Object.entries(papers))('the signature of %s', (_, render) => {
  let paper: Uint8Array
  beforeAll(async () => {
    paper = await signed(render())
  })

  it('is good by our own reading, and the paper keeps its tags and marks', async () => {
    expect(await signatureFault(paper)).toBeNull()
    const { source, structure } = readPdf(paper)
    for (const mark of ['/Marked true', '/StructTreeRoot', '<pdfaid:part>3</pdfaid:part>'])
      expect(source).toContain(mark)
    expect(source).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(source).toContain('/SigFlags 3')
    expect(structure).toContain('Form')
  })

  it('finds a changed byte wherever it is, and bytes put after the end', async () => {
    const length = paper.length
    const hole = Buffer.from(paper).toString('latin1').indexOf('/Contents <0') + 40
    for (const place of [9, 1000, length >> 1, hole, length - 20]) {
      const changed = Uint8Array.from(paper)
      changed[place]! ^= 1
      expect(
        await signatureFault(changed).catch(() => 'unreadable'),
        `byte ${place}`,
      ).not.toBeNull()
    }
    const longer = Buffer.concat([paper, Buffer.from('\n% more')])
    expect(await signatureFault(longer)).toBe('not-the-whole-file')
  })

  it('is valid to pdfsig, which sees a changed byte', (ctx) => {
    const said = told('pdfsig', [], paper)
    if (said === null) {
      console.warn('pdfsig is not installed: its judgement of the signature is left out')
      return ctx.skip('pdfsig is not installed')
    }
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('Total document signed')
    expect(said).toContain('omlopp.exempelby.example')
    const changed = Uint8Array.from(paper)
    changed[1000]! ^= 1
    expect(told('pdfsig', [], changed)).not.toContain('Signature is Valid')
  })

  it('leaves a file that qpdf finds no fault with', (ctx) => {
    const said = told('qpdf', ['--check'], paper)
    if (said === null) {
      console.warn('qpdf is not installed: its check of the signed file is left out')
      return ctx.skip('qpdf is not installed')
    }
    expect(said).toContain('No syntax or stream encoding errors found')
  })
})

it('of a paper without room is refused', async () => {
  await expect(signed(renderErasureCertificate(exampleCertificate, 'sv'))).rejects.toThrow()
})
