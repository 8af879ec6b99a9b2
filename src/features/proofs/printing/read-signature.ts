// Reads and checks the signature of a paper, for the tests: by pkijs, and by nothing that signs.
import { createHash } from 'node:crypto'
import { ContentInfo, SignedData, type Certificate } from 'pkijs'

export type SignatureFault =
  'unsigned' | 'not-the-whole-file' | 'content-changed' | 'signature-untrue' | 'another-certificate'

const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** Null when the signature is good for every byte of the file. */
export async function signatureFault(paper: Uint8Array): Promise<SignatureFault | null> {
  const source = Buffer.from(paper).toString('latin1')
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(source)
  if (!range) return 'unsigned'
  const [before, after, rest] = range.slice(1).map(Number) as [number, number, number]
  const hole = source.slice(before, after)
  if (after + rest !== paper.length || !/^<[0-9a-f]+>$/.test(hole)) return 'not-the-whole-file'
  const content = Buffer.concat([paper.subarray(0, before), paper.subarray(after)])
  const signed = new SignedData({
    schema: ContentInfo.fromBER(bufferOf(Buffer.from(hole.slice(1, -1), 'hex'))).content,
  })
  try {
    const data = bufferOf(content)
    if (!(await signed.verify({ signer: 0, data, checkChain: false }))) return 'signature-untrue'
  } catch (error) {
    return (error as Error).message.includes('digest') ? 'content-changed' : 'signature-untrue'
  }
  return namesCertificate(signed) ? null : 'another-certificate'
}

function namesCertificate(signed: SignedData): boolean {
  const attribute = signed.signerInfos[0]!.signedAttrs?.attributes.find(
    ({ type }) => type === SIGNING_CERTIFICATE_V2,
  )
  const certificate = signed.certificates![0] as Certificate
  const der = new Uint8Array(certificate.toSchema(true).toBER())
  const digest = createHash('sha256').update(der).digest('hex')
  const said = (attribute?.values[0] as { toBER(): ArrayBuffer } | undefined)?.toBER()
  return said !== undefined && Buffer.from(said).toString('hex').includes(digest)
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
