// Certificates as papers: what each says with names filled in, where its entry stands in the log,
// and the record and proof that the file carries with it.
import type { Language } from '../../../core/text.ts'
import type { ActionContext } from '../../../database/context.ts'
import { newPdfCertificate } from '../../../keys/pdf-certificate.ts'
import { signDetached } from '../../../keys/pdf-signature.ts'
import type { CertificateRow } from '../../erasure/store/certificates.ts'
import type { Collected } from '../printing/collected-certificates.ts'
import type { Attachment, SignatureRoom } from '../printing/page.ts'
import { signPaper } from '../printing/sign.ts'
import { namedDestruction, namedErasure, type Names, type Standing } from '../rules/content.ts'
import * as store from '../store.ts'
import { attachmentTexts } from '../texts/certificate.ts'
import { provenEntries, readHead, type ProvenEntries } from './log.ts'
import { namesFor } from './names.ts'

/** A file in answer, as the server sends it. */
export interface Paper {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

export interface PaperCertificate {
  readonly row: CertificateRow
  readonly paper: Collected
  readonly attachments: readonly Attachment[]
}

/** What each certificate says, in the language and as of now. */
export async function papersOf(
  ctx: ActionContext,
  rows: readonly CertificateRow[],
  language: Language,
): Promise<PaperCertificate[]> {
  const names = await namesFor(
    ctx,
    rows.map(({ content }) => content),
    language,
  )
  const entries = await store.entriesOfIssue(ctx.tx, rows)
  const proofs = new Map<string, ProvenEntries>()
  for (const id of new Set(rows.map(({ deviceId }) => deviceId)))
    if (ctx.keys) proofs.set(id, await provenEntries(ctx, id))
  return rows.map((row) => {
    const entry = entries.get(row.id)
    const proven = proofs.get(row.deviceId)
    const place = placeOf(row, entry, proven)
    const standing: Standing = {
      log: place.log,
      supersededBy: row.supersededByNumber,
      publicUrl: `${ctx.baseUrl ?? ''}/c/${row.publicId}`,
    }
    return {
      row,
      paper: named(row, names(row.content), standing),
      attachments: attachmentsOf(row, entry, place, language),
    }
  })
}

const named = (row: CertificateRow, names: Names, standing: Standing): Collected =>
  row.content.kind === 'erasure'
    ? { kind: 'erasure', certificate: namedErasure(row.content, names, standing) }
    : { kind: 'destruction', certificate: namedDestruction(row.content, names, standing) }

interface Place {
  readonly log: Standing['log']
  readonly proof: { readonly tlogProof: string; readonly vkeys: readonly string[] } | null
}

/** In the log with its proof, or in the device's own chain while the log has not taken it in. */
function placeOf(
  row: CertificateRow,
  entry: store.IssueEntry | undefined,
  proven: ProvenEntries | undefined,
): Place {
  const found = entry && proven?.entries.find(({ seq }) => seq === entry.seq)
  const log = found && proven?.logs.find(({ origin }) => origin === found.origin)
  if (!found || !log)
    return {
      log: {
        deviceId: row.deviceId,
        seq: entry?.seq ?? 0,
        sha256Hex: entry?.hash.toString('hex') ?? '',
      },
      proof: null,
    }
  const head = readHead(log.checkpoint)
  return {
    log: {
      origin: found.origin,
      entryIndex: found.index,
      checkpointSize: head.size,
      checkpointRootBase64: Buffer.from(head.root).toString('base64'),
    },
    proof: { tlogProof: found.tlogProof, vkeys: log.vkeys },
  }
}

/** The record, the entry that commits to it, and the entry's proof with its checkpoint and keys. */
function attachmentsOf(
  row: CertificateRow,
  entry: store.IssueEntry | undefined,
  { proof }: Place,
  language: Language,
): Attachment[] {
  const file = (suffix: keyof typeof attachmentTexts, mediaType: string, text: string) => ({
    fileName: `${row.number}.${suffix}`,
    mediaType,
    description: attachmentTexts[suffix][language](row.number),
    bytes: Buffer.from(text, 'utf8'),
  })
  return [
    file('certificate.json', 'application/json', row.record),
    ...(entry ? [file('entry.json', 'application/json', entry.body)] : []),
    ...(proof
      ? [
          file('tlog-proof', 'text/plain', proof.tlogProof),
          file('vkeys.txt', 'text/plain', `${proof.vkeys.join('\n')}\n`),
        ]
      : []),
  ]
}

/** Room for the signature of the installation; none where the process has no keys. */
export const roomFor = (ctx: ActionContext, reason: string): SignatureRoom | undefined =>
  ctx.keys && { signerName: ctx.keys.installation, reason, at: ctx.now }

/** Signed with the key for papers, whose certificate is made the first time. */
export async function signedPaper(ctx: ActionContext, paper: Uint8Array): Promise<Uint8Array> {
  const { keys } = ctx
  if (!keys) return paper
  const certificate = await keys.keep('pdf.crt', async () =>
    newPdfCertificate(keys.pdf, keys.installation, ctx.now),
  )
  const { privateKey } = keys.pdf
  return signPaper(paper, (bytes) => signDetached(bytes, { privateKey, certificate }))
}
