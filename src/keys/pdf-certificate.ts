// The X.509 certificate of the key that signs papers. Self-signed: a reader trusts it once, and from
// then on every paper of the installation is green and a false one is not.
import { randomBytes, sign, type KeyObject } from 'node:crypto'
import { BitString, Integer, ObjectIdentifier, Sequence, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  Time,
} from 'pkijs'

export const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const BASIC_CONSTRAINTS = '2.5.29.19'
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** RFC 9336: signs documents, and nothing else. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
const COMMON_NAME = '2.5.4.3'

const validYears = 10

/** A certificate over the pair, as PEM: subject and issuer are the installation. */
export function newPdfCertificate(
  pair: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  installation: string,
  at: Date,
): string {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serialNumber() })
  for (const name of [certificate.subject, certificate.issuer])
    name.typesAndValues.push(named(COMMON_NAME, installation))
  certificate.notBefore = new Time({ value: at })
  const end = Date.UTC(at.getUTCFullYear() + validYears, at.getUTCMonth(), at.getUTCDate())
  certificate.notAfter = new Time({ value: new Date(end) })
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    bufferOf(pair.publicKey.export({ type: 'spki', format: 'der' })),
  )
  certificate.extensions = extensions()
  const algorithm = new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 })
  certificate.signature = algorithm
  certificate.signatureAlgorithm = algorithm
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER())
  certificate.signatureValue = new BitString({
    valueHex: bufferOf(sign('sha256', certificate.tbsView, pair.privateKey)),
  })
  return pem(new Uint8Array(certificate.toSchema().toBER()))
}

/** Positive, and of twenty bytes at most (RFC 5280, 4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bufferOf(bytes)
}

const named = (type: string, value: string) =>
  new AttributeTypeAndValue({ type, value: new Utf8String({ value }) })

function extensions(): Extension[] {
  const constraints = new BasicConstraints({ cA: false }).toSchema()
  // digitalSignature and contentCommitment.
  const usage = new BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 })
  const purposes = new Sequence({ value: [new ObjectIdentifier({ value: DOCUMENT_SIGNING })] })
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new Extension({ extnID, critical, extnValue: value.toBER() })
  return [
    extension(BASIC_CONSTRAINTS, true, constraints),
    extension(KEY_USAGE, true, usage),
    extension(EXTENDED_KEY_USAGE, false, purposes),
  ]
}

/** asn1js reads whole buffers, and Node's lie in a shared pool. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

function pem(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
