// The signature of a PDF (PAdES): over every byte but its own, by the certificate that it names.
import { ContentInfo, SignedData, type Certificate } from 'pkijs'
import { equal, hex, joined } from '../bytes.ts'
import type { Engine } from '../engine.ts'
import type { Findings } from '../verdict.ts'

/** RFC 5035: which certificate it was, so that none with the same key can be put in its place. */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const AT = 'signature'

export interface PaperSignature {
  /** SHA-256 of the certificate, as readers compare it. */
  readonly certificateSha256: string
}

export async function checkPdfSignature(
  engine: Engine,
  found: Findings,
  pdf: Uint8Array,
  pinned: readonly string[],
): Promise<PaperSignature | null> {
  const fail = (code: string) => {
    found.fail(code, AT)
    return null
  }
  const covered = coveredBy(pdf)
  if (covered === null) return fail('pdf-not-signed')
  if (covered === 'partly') return fail('pdf-signature-not-whole')
  const cms = readCms(covered.signature)
  if (!cms) return fail('pdf-signature-unreadable')
  const { signed, certificate } = cms
  try {
    const data = new Uint8Array(covered.content).buffer
    if (!(await signed.verify({ signer: 0, data, checkChain: false })))
      return fail('pdf-signature-wrong')
  } catch (error) {
    const changed = /digest/i.test((error as Error).message)
    return fail(changed ? 'pdf-changed' : 'pdf-signature-wrong')
  }
  const digest = engine.sha256(certificate)
  if (!namesCertificate(signed, digest)) return fail('pdf-certificate-not-named')
  found.pass('pdf-unchanged', AT, { bytes: pdf.length })
  const certificateSha256 = hex(digest)
  if (pinned.includes(certificateSha256)) found.pass('pdf-signed-by-pinned', AT)
  else if (pinned.length > 0) return fail('pdf-certificate-not-the-pinned')
  else found.omit('pdf-certificate-not-pinned', AT, { sha256: certificateSha256 })
  return { certificateSha256 }
}

/** What the signature is over, which must be all but the signature itself; null without one. */
function coveredBy(
  pdf: Uint8Array,
): { content: Uint8Array; signature: Uint8Array } | 'partly' | null {
  const source = asciiOf(pdf)
  const ranges = [...source.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  const range = ranges.at(-1)
  if (!range) return null
  const [before, after, rest] = range.slice(1).map(Number) as [number, number, number]
  const hole = source.slice(before, after)
  if (ranges.length !== 1 || after + rest !== pdf.length || before > after) return 'partly'
  if (!/^<([0-9a-fA-F]{2})+>$/.test(hole)) return 'partly'
  const digits = hole.slice(1, -1)
  const signature = Uint8Array.from({ length: digits.length / 2 }, (_, n) =>
    Number.parseInt(digits.slice(2 * n, 2 * n + 2), 16),
  )
  return { content: joined(pdf.subarray(0, before), pdf.subarray(after)), signature }
}

function asciiOf(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return pieces.join('')
}

/** DER, and after it nothing but the zeros that fill the room left for it. */
function readCms(bytes: Uint8Array): { signed: SignedData; certificate: Uint8Array } | null {
  try {
    const length = derLength(bytes)
    if (bytes.subarray(length).some((byte) => byte !== 0)) return null
    const info = ContentInfo.fromBER(new Uint8Array(bytes.subarray(0, length)).buffer)
    const signed = new SignedData({ schema: info.content })
    const whole = signed.signerInfos.length === 1 && signed.certificates?.length === 1
    // As it would be written anew: DER has one spelling, so that not one bit of it is idle.
    const anew = new ContentInfo({ contentType: info.contentType, content: signed.toSchema(true) })
    const again = new Uint8Array(anew.toSchema().toBER())
    if (!whole || !equal(again, bytes.subarray(0, length))) return null
    // A date that no certificate can have is read, and first refused when it is written.
    const [certificate] = signed.certificates as [Certificate]
    return { signed, certificate: new Uint8Array(certificate.toSchema(true).toBER()) }
  } catch {
    return null
  }
}

function derLength(bytes: Uint8Array): number {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  const length = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return 2 + count + length
}

function namesCertificate(signed: SignedData, digest: Uint8Array): boolean {
  const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(
    ({ type }) => type === SIGNING_CERTIFICATE_V2,
  )
  const said = (attribute?.values[0] as { toBER(): ArrayBuffer } | undefined)?.toBER()
  return said !== undefined && hex(new Uint8Array(said)).includes(hex(digest))
}
