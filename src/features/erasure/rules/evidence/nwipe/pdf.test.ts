// The PDF beside a log: what it says, and that an edited one is found out.
import { describe, expect, it } from 'vitest'
import { nwipePdf as pdfWith } from '../../../../../../test/support/nwipe-pdf.ts'
import { fixture } from '../../../../../../test/support/samples.ts'
import { parseEvidence } from '../parse.ts'
import { evidenceReport } from '../report.ts'
import type { NwipePdf } from './pdf.ts'

const log = fixture('erasure/nwipe-0.42-zero-verifylast.log')

function pdfIn(latin1: string): NwipePdf {
  const evidence = parseEvidence(latin1)
  if (evidence.format !== 'nwipe-pdf') throw new Error(evidence.format)
  return evidence.pdf
}

interface Report {
  readonly sessions: readonly { devices: readonly { certificate: object }[] }[]
  readonly pdf: Readonly<Record<string, object>>
}
const beside = (latin1: string): Report =>
  evidenceReport(parseEvidence(log), null, [
    { name: 'a.pdf', pdf: pdfIn(latin1) },
  ]) as unknown as Report
const certificate = (report: Report) => report.sessions[0]?.devices[0]?.certificate

describe('a PDF of nwipe', () => {
  it('agrees with its log, and says what it was called', () => {
    const report = beside(pdfWith())
    expect(report.pdf['a.pdf']).toMatchObject({
      originalName:
        'nwipe_report_2026-03-16-08-01-56_Model_OMLOPP_VIRT_HDD_Serial_OMLHDD0001_device_sdb.pdf',
      serial: 'OMLHDD0001',
      bus: 'ATA',
      sizeRealBytes: 50331648,
      warning: false,
      technician: 'tekniker-07',
    })
    expect(report.pdf['a.pdf']).not.toHaveProperty('contradicts')
    expect(certificate(report)).toEqual({ decision: 'issue', reasons: [] })
  })

  it.each([
    ['Status:', 'FAILED', 'status'],
    ['Method:', 'Gutmann Wipe', 'method'],
    ['Make/Model:', 'ANOTHER', 'model'],
    ['Rounds(completed/requested):', '2/2', 'rounds'],
    ['Errors(pass/sync/verify/retries):', '0/0/7/0', 'errors'],
    ['*Bytes Erased:', '1024, (0.01%)', 'bytesErased'],
    ['Size(Real):', '  67 MB,67108864b', 'sizeRealBytes'],
  ])('that was edited at %s contradicts its log, and nothing is issued', (label, value, field) => {
    const report = beside(pdfWith({ [label]: value }))
    expect(report.pdf['a.pdf']).toMatchObject({ contradicts: [field] })
    expect(certificate(report)).toEqual({ decision: 'refuse', reasons: ['CONTRADICTORY'] })
  })

  it.each(['Serial:', 'Start time:'])(
    'of another run by its %s is not taken for this one',
    (label) => {
      expect(beside(pdfWith({ [label]: 'X' })).pdf['a.pdf']).toMatchObject({
        contradicts: ['drive'],
      })
    },
  )

  it('is no proof alone, and gives no drive to certify', () => {
    const evidence = parseEvidence(pdfWith())
    expect(evidence.sessions).toEqual([])
    expect(evidenceReport(evidence, null)).toMatchObject({
      kind: 'disk',
      decision: 'refuse',
      reasons: ['PDF_ALONE'],
    })
  })

  it.each([
    '%PDF-1.7',
    '%PDF-1.3\n(Disc Erasure by NWIPE version 0.42) Tj',
    `%PDF-${'('.repeat(99_999)}`,
  ])('that is another program’s is unknown', (text) =>
    expect(parseEvidence(text).format).toBe('unknown'),
  )
})
