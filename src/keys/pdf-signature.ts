// A detached CMS signature as PAdES asks of it (ETSI EN 319 142-1, baseline B-B; CAdES attributes of
// EN 319 122-1): the content's digest and the signer's certificate are signed, the time is not.
// What is laid over the bytes is the same for any content, so it knows nothing of PDF.
import { createHash, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence, Set } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { bufferOf, ECDSA_WITH_SHA256 } from './pdf-certificate.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** RFC 5035: which certificate it is, so that none with the same key can be put in its place. */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'

export interface PdfSigner {
  readonly privateKey: KeyObject
  /** PEM. */
  readonly certificate: string
}

/** The signature over the content, DER. */
export function signDetached(content: Uint8Array, signer: PdfSigner): Uint8Array {
  const der = new X509Certificate(signer.certificate).raw
  const certificate = Certificate.fromBER(bufferOf(der))
  // A SET OF stands in the order of its members' DER, and is signed as such, though it is carried
  // under an implicit tag.
  const attributes = [
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: DATA })),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: digestOf(content) })),
    attribute(SIGNING_CERTIFICATE_V2, signingCertificate(der)),
  ].sort((a, b) => Buffer.compare(derOf(a), derOf(b)))
  const toBeSigned = new Set({ value: attributes.map((one) => one.toSchema()) }).toBER()
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: sha256(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 }),
    signature: new OctetString({
      valueHex: bufferOf(sign('sha256', new Uint8Array(toBeSigned), signer.privateKey)),
    }),
  })
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [certificate],
    signerInfos: [info],
  })
  const whole = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(whole.toSchema().toBER())
}

const attribute = (type: string, value: ObjectIdentifier | OctetString | Sequence) =>
  new Attribute({ type, values: [value] })

const derOf = (one: Attribute): Uint8Array => new Uint8Array(one.toSchema().toBER())

/** SHA-256 is the default of ESSCertIDv2, so DER leaves its name out. */
const signingCertificate = (der: Uint8Array) =>
  new Sequence({
    value: [
      new Sequence({
        value: [new Sequence({ value: [new OctetString({ valueHex: digestOf(der) })] })],
      }),
    ],
  })

const sha256 = () => new AlgorithmIdentifier({ algorithmId: SHA256 })

const digestOf = (bytes: Uint8Array): ArrayBuffer =>
  bufferOf(createHash('sha256').update(bytes).digest())
