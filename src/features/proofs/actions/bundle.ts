// Bundles: of a device, all that the asking organisation shares of its life; of a certificate, what
// tells of the erasure and no more, so that it can be given to anybody.
import { hash } from 'node:crypto'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { DeviceId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { keysOf } from '../../../keys/keys.ts'
import { certificateById, type CertificateRow } from '../../erasure/store/certificates.ts'
import type { api, publicApi } from '../api.ts'
import {
  gapsBetween,
  packBundle,
  type BundleToPack,
  type PackedEvidence,
} from '../printing/bundle.ts'
import { organisationsNamed } from '../store.ts'
import * as store from '../store/bundle.ts'
import { deviceToPack, type RecordRow } from '../store/proven.ts'
import { prove, provenEntries, type ProvenEntries, type ProvenEntry } from './log.ts'
import type { Paper } from './paper.ts'

type Declared = typeof api & typeof publicApi
type In<Name extends keyof Declared> = Input<Declared[Name]>
type Out<Name extends keyof Declared> = Promise<Result<Output<Declared[Name]>>>

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'hex')

export async function deviceBundle(
  ctx: ActionContext,
  { params, query }: In<'deviceBundle'>,
): Promise<Result<Paper>> {
  const device = await deviceToPack(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const proven = prove(ctx, device.proven)
  if (proven.entries.length === 0) return refuse('proof-pending')
  const name = device.assetTag ?? device.serialNumber ?? params.deviceId
  return packed(ctx, name, {
    subject: { kind: 'device', id: params.deviceId },
    deviceId: params.deviceId,
    proven,
    shown: proven.entries,
    records: device.records,
    withEvidence: query.evidence === 'include',
  })
}

export async function certificateBundle(
  ctx: ActionContext,
  { params, query }: In<'certificateBundle'>,
): Promise<Result<Paper>> {
  const row = await certificateById(ctx.tx, params.certificateId)
  if (!row) return refuse('certificate-not-found')
  return bundleOf(ctx, row, query.evidence === 'include')
}

async function bundleOf(ctx: ActionContext, row: CertificateRow, withEvidence: boolean) {
  const proven = await provenEntries(ctx, row.deviceId)
  // Of a device's life only what tells of its data: hand-outs and prices are nobody else's affair.
  const shown = proven.entries.filter(({ body }) => kindOf(body).startsWith('erasure.'))
  const recordSha256 = row.recordSha256.toString('hex')
  if (!shown.some(({ body }) => body.includes(recordSha256))) return refuse('proof-pending')
  return packed(ctx, row.number, {
    subject: { kind: 'certificate', id: row.id },
    deviceId: row.deviceId,
    proven,
    shown,
    records: [{ ...row, recordSha256 }],
    withEvidence,
  })
}

const kindOf = (body: string): string => (JSON.parse(body) as { kind: string }).kind

interface Chosen {
  readonly subject: BundleToPack['subject']
  readonly deviceId: DeviceId
  readonly proven: ProvenEntries
  readonly shown: readonly ProvenEntry[]
  readonly records: readonly RecordRow[]
  readonly withEvidence: boolean
}

async function packed(ctx: ActionContext, name: string, of: Chosen): Promise<Result<Paper>> {
  const { proven, shown } = of
  const text = shown.map(({ body }) => body).join('\n')
  // A certificate from before records were bound to the journal cannot be checked by anybody.
  const bound = of.records.filter(({ recordSha256 }) => text.includes(recordSha256))
  const bytes = packBundle({
    subject: of.subject,
    deviceId: of.deviceId,
    logs: proven.logs.filter(({ origin }) => shown.some((entry) => entry.origin === origin)),
    entries: shown,
    gaps: gapsIn(proven, shown),
    certificates: bound,
    evidence: await evidenceOf(ctx, text, of.withEvidence),
    keys: { installation: keysOf(ctx).installation, keys: keysOf(ctx).logKeys() },
    madeAt: ctx.now,
    sha256,
  })
  const fileName = `${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.omlopp.zip`
  return done({ fileName, contentType: 'application/zip', bytes })
}

function gapsIn({ entries, pending }: ProvenEntries, shown: readonly ProvenEntry[]) {
  const known = new Set(entries.map(({ seq }) => seq))
  const waiting = new Set(pending)
  const why = (seq: number) =>
    waiting.has(seq) ? 'pending' : known.has(seq) ? 'left-out' : 'not-shared'
  const last = Math.max(0, ...known, ...waiting)
  return gapsBetween(
    shown.map(({ seq }) => seq),
    why,
    last,
  )
}

/** Named by its hash: what people call a file may name a person, and so may what stands in it. */
async function evidenceOf(
  ctx: ActionContext,
  entries: string,
  include: boolean,
): Promise<PackedEvidence[]> {
  const hashes = new Set([...entries.matchAll(EVIDENCE)].map(([, hash]) => hash!))
  const stored = include ? await store.evidenceBytes(ctx.tx, [...hashes]) : []
  return [...hashes].map((hash) => {
    const found = stored.find((one) => one.sha256 === hash)
    const ending = /\.[a-z0-9]{1,5}$/i.exec(found?.fileName ?? '')?.[0] ?? ''
    const name = `${hash.slice(0, 16)}${ending.toLowerCase()}`
    return found
      ? { name, sha256: hash, bytes: found.bytes, why: null }
      : { name, sha256: hash, bytes: null, why: include ? 'not-held' : 'may-name-people' }
  })
}

/** How entries name a tool's log or a photo. */
const EVIDENCE = /"(?:evidence|photo)":"([0-9a-f]{64})"/g

async function publicRow(ctx: ActionContext, publicId: string): Promise<CertificateRow | null> {
  const found = await store.certificateByPublicId(ctx.tx, publicId)
  return found && certificateById(ctx.tx, found.id)
}

/** What the public page says before it has checked anything itself. */
export async function publicCertificate(
  ctx: ActionContext,
  { params }: In<'publicCertificate'>,
): Out<'publicCertificate'> {
  const row = await publicRow(ctx, params.publicId)
  if (!row) return refuse('certificate-not-found')
  const successor = row.supersededBy && (await store.publicIdOf(ctx.tx, row.supersededBy))
  const organisations = await organisationsNamed(ctx.tx, [row.organisationId, row.ownerId])
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? null
  const medium = row.content.kind === 'erasure' ? row.content.erasure.medium : row.content.medium
  return done({
    publicId: row.publicId,
    number: row.number,
    kind: row.kind,
    standing: row.revokedAt ? 'revoked' : row.supersededBy ? 'superseded' : 'valid',
    issuedAt: row.issuedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revocationReason: row.revocationReason,
    supersededBy:
      successor && row.supersededByNumber
        ? { number: row.supersededByNumber, publicId: successor.publicId }
        : null,
    issuerName: nameOf(row.organisationId),
    ownerName: nameOf(row.ownerId),
    serialNumber: medium.serialNumber,
    model: `${medium.manufacturer} ${medium.model}`,
  })
}

export async function publicCertificateBundle(
  ctx: ActionContext,
  { params }: In<'publicCertificateBundle'>,
): Promise<Result<Paper>> {
  const row = await publicRow(ctx, params.publicId)
  return row ? bundleOf(ctx, row, false) : refuse('certificate-not-found')
}

/** The organisation in whose view a public certificate is read: the one that issued it. */
export const issuerOf = (tx: ActionContext['tx'], { publicId }: Readonly<Record<string, string>>) =>
  store.certificateByPublicId(tx, publicId ?? '')
