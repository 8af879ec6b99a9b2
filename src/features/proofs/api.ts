import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  InstantType,
  Nullable,
  PageQuery,
  UuidType,
  endpoint,
} from '../../core/endpoint.ts'
import type { EpcisDocument } from './rules/epcis/document.ts'

const language = Type.Optional(Choice(['sv', 'en']))
const pdf = ['application/pdf'] as const
const epcis = ['application/ld+json'] as const
const zip = ['application/zip'] as const
const evidence = Type.Optional(Choice(['include', 'omit']))

const collectedRefusals = [
  'certificates-none',
  'certificates-too-many',
  'certificate-photo-missing',
] as const

const PaperBatch = Closed({
  id: UuidType(),
  name: Type.String(),
  language: Choice(['sv', 'en']),
  state: Choice(['running', 'stopped', 'done']),
  total: Type.Integer(),
  made: Type.Integer(),
  /** Certificates that are not printed, each named with its reason in the list of contents. */
  refused: Type.Integer(),
  createdAt: InstantType(),
  finishedAt: Nullable(InstantType()),
})

export const api = {
  certificatePdf: endpoint({
    method: 'GET',
    path: '/certificates/{certificateId}/pdf',
    permission: 'proofs.see',
    summary: 'The certificate on paper; its QR code leads to the public page `/c/{publicId}`.',
    params: Closed({ certificateId: UuidType() }),
    query: Closed({ language }),
    output: Type.Any(),
    file: pdf,
    refusals: ['certificate-not-found', 'certificate-revoked', 'certificate-photo-missing'],
  }),
  deviceCertificatesPdf: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/certificates/pdf',
    permission: 'proofs.see',
    summary: 'Every standing certificate of a device’s media in one signed file.',
    params: Closed({ deviceId: UuidType() }),
    query: Closed({ language }),
    output: Type.Any(),
    file: pdf,
    refusals: [...collectedRefusals, 'device-not-found'],
  }),
  collectionCertificatesPdf: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}/certificates/pdf',
    permission: 'proofs.see',
    summary: 'Every standing certificate of the devices in a return in one signed file.',
    params: Closed({ collectionId: UuidType() }),
    query: Closed({ language }),
    output: Type.Any(),
    file: pdf,
    refusals: [...collectedRefusals, 'collection-not-found'],
  }),
  startPapers: endpoint({
    method: 'POST',
    path: '/certificate-batches',
    permission: 'proofs.see',
    summary: 'Starts the printing of many certificates, of a return or chosen ones, as a job.',
    body: Closed({
      collectionId: Type.Optional(UuidType()),
      certificateIds: Type.Optional(Type.Array(UuidType(), { minItems: 1, maxItems: 2000 })),
      language,
    }),
    status: 201,
    output: PaperBatch,
    refusals: [
      'certificates-none',
      'batch-too-large',
      'collection-not-found',
      'certificate-not-found',
    ],
  }),
  listPapers: endpoint({
    method: 'GET',
    path: '/certificate-batches',
    permission: 'proofs.see',
    summary: 'The latest batches of printed certificates; files are kept for a week.',
    output: Closed({ items: Type.Array(PaperBatch) }),
    refusals: [],
  }),
  getPapers: endpoint({
    method: 'GET',
    path: '/certificate-batches/{batchId}',
    permission: 'proofs.see',
    summary: 'How far a batch is.',
    params: Closed({ batchId: UuidType() }),
    output: PaperBatch,
    refusals: ['batch-not-found'],
  }),
  stopPapers: endpoint({
    method: 'POST',
    path: '/certificate-batches/{batchId}/stop',
    permission: 'proofs.see',
    summary: 'Stops a batch; what is printed can be fetched.',
    params: Closed({ batchId: UuidType() }),
    output: PaperBatch,
    refusals: ['batch-not-found'],
  }),
  papersZip: endpoint({
    method: 'GET',
    path: '/certificate-batches/{batchId}/zip',
    permission: 'proofs.see',
    summary: 'The printed certificates in one zip, with a list of contents.',
    params: Closed({ batchId: UuidType() }),
    output: Type.Any(),
    file: ['application/zip'],
    refusals: ['batch-not-found', 'batch-running'],
  }),
  receiptPdf: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/receipt/pdf',
    permission: 'devices.see',
    summary: 'The receipt of the device’s latest hand-out by this organisation.',
    params: Closed({ deviceId: UuidType() }),
    query: Closed({ language }),
    output: Type.Any(),
    file: pdf,
    refusals: ['device-not-found', 'receipt-not-found'],
  }),
  deliveryNotePdf: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}/delivery-note/pdf',
    permission: 'returns.see',
    summary: 'The delivery note that travels with a collection.',
    params: Closed({ collectionId: UuidType() }),
    query: Closed({ language }),
    output: Type.Any(),
    file: pdf,
    refusals: ['collection-not-found'],
  }),
  labelSheet: endpoint({
    method: 'POST',
    path: '/label-sheets',
    permission: 'devices.see',
    summary: 'Labels for devices with an asset tag: a sheet of 3 × 7, 24 mm tape, or ZPL.',
    body: Closed({
      deviceIds: Type.Array(UuidType(), { minItems: 1, maxItems: 500 }),
      format: Choice(['sheet', 'tape', 'zpl']),
      language,
      /** Labels already taken from the first sheet. */
      usedOnFirstSheet: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
    }),
    output: Type.Any(),
    file: ['application/pdf', 'text/plain'],
    refusals: ['device-not-found', 'asset-tag-missing'],
  }),
  deviceEpcis: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/epcis',
    permission: 'devices.see',
    summary: 'What has happened to a device, as an EPCIS 2.0 document without personal data.',
    params: Closed({ deviceId: UuidType() }),
    output: Type.Any(),
    file: epcis,
    refusals: ['device-not-found'],
  }),
  collectionEpcis: endpoint({
    method: 'GET',
    path: '/collections/{collectionId}/epcis',
    permission: 'returns.see',
    summary: 'A shipment as an EPCIS 2.0 document: packed, sent, received, missing.',
    params: Closed({ collectionId: UuidType() }),
    output: Type.Any(),
    file: epcis,
    refusals: ['collection-not-found'],
  }),
  periodEpcis: endpoint({
    method: 'GET',
    path: '/epcis',
    permission: 'devices.see',
    summary:
      'All that is shared of a period, first and last day included, a page of EPCIS 2.0 at a time.',
    query: Closed({
      from: DayType(),
      to: DayType(),
      cursor: PageQuery.cursor,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000, default: 500 })),
    }),
    output: Closed({
      document: Type.Unsafe<EpcisDocument>({ type: 'object' }),
      next: Nullable(Type.String()),
    }),
    refusals: ['day-not-valid', 'period-backwards', 'cursor-unknown'],
  }),
  deviceBundle: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/bundle',
    permission: 'proofs.see',
    summary:
      'Proof of a device’s life that anybody can check offline; evidence may name people, and is left out unless asked for.',
    params: Closed({ deviceId: UuidType() }),
    query: Closed({ evidence }),
    output: Type.Any(),
    file: zip,
    refusals: ['device-not-found', 'proof-pending'],
  }),
  certificateBundle: endpoint({
    method: 'GET',
    path: '/certificates/{certificateId}/bundle',
    permission: 'proofs.see',
    summary: 'Proof of one certificate that anybody can check offline.',
    params: Closed({ certificateId: UuidType() }),
    query: Closed({ evidence }),
    output: Type.Any(),
    file: zip,
    refusals: ['certificate-not-found', 'proof-pending'],
  }),
}

/** For anybody who holds the address that the QR code of a certificate gives. */
const PublicIdType = () => Type.String({ minLength: 1, maxLength: 100 })

export const publicApi = {
  publicCertificate: endpoint({
    method: 'GET',
    path: '/public/certificates/{publicId}',
    permission: 'public',
    summary: 'What stands on the public page of a certificate; names organisations, never people.',
    params: Closed({ publicId: PublicIdType() }),
    output: Closed({
      publicId: Type.String(),
      number: Type.String(),
      kind: Choice(['erasure', 'destruction']),
      standing: Choice(['valid', 'superseded', 'revoked']),
      issuedAt: InstantType(),
      revokedAt: Nullable(InstantType()),
      revocationReason: Nullable(Type.String()),
      supersededBy: Nullable(Closed({ number: Type.String(), publicId: Type.String() })),
      issuerName: Nullable(Type.String()),
      ownerName: Nullable(Type.String()),
      serialNumber: Type.String(),
      model: Type.String(),
    }),
    refusals: ['certificate-not-found'],
  }),
  publicCertificateBundle: endpoint({
    method: 'GET',
    path: '/public/certificates/{publicId}/bundle',
    permission: 'public',
    summary: 'Proof of the certificate that anybody can check offline; without personal data.',
    params: Closed({ publicId: PublicIdType() }),
    output: Type.Any(),
    file: zip,
    refusals: ['certificate-not-found', 'proof-pending'],
  }),
}
