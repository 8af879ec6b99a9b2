import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { ContentInfo, SignedData } from 'pkijs'
import { describe, expect, it } from 'vitest'
import { bufferOf, newPdfCertificate } from './pdf-certificate.ts'
import { signDetached } from './pdf-signature.ts'

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const at = new Date('2026-03-12T09:00:00Z')
const certificate = newPdfCertificate(pair, 'omlopp.exempelby.example', at)

describe('the certificate of the key', () => {
  it('is of the installation, signed by itself, and valid for ten years', () => {
    const x509 = new X509Certificate(certificate)
    expect(x509.subject).toBe('CN=omlopp.exempelby.example')
    expect(x509.issuer).toBe(x509.subject)
    expect(x509.verify(pair.publicKey)).toBe(true)
    expect([x509.ca, x509.validTo]).toEqual([false, 'Mar 12 00:00:00 2036 GMT'])
    expect(BigInt(`0x${x509.serialNumber}`)).toBeGreaterThan(0n)
  })
})

describe('the signature', () => {
  const content = Buffer.from('%PDF-1.7 …')
  const check = async (data: Uint8Array) => {
    const info = ContentInfo.fromBER(bufferOf(signDetached(content, { ...pair, certificate })))
    const signed = new SignedData({ schema: info.content })
    return signed.verify({ signer: 0, data: bufferOf(data), checkChain: false })
  }
  it('is believed by an independent reader of CMS, for this content alone', async () => {
    expect(await check(content)).toBe(true)
    await expect(check(Buffer.from('%PDF-1.8 …'))).rejects.toThrow('digest')
  })
})
