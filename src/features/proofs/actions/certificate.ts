// Certificates on paper: one, all of a device, or all of a return.
import type { Input } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import type { ActionContext } from '../../../database/context.ts'
import {
  certificateById,
  certificatesOfDevices,
  type CertificateRow,
} from '../../erasure/store/certificates.ts'
import type { RevocationReason } from '../../erasure/rules/states.ts'
import { revocationReasonTexts } from '../../erasure/texts/refusals.ts'
import type { api } from '../api.ts'
import { renderCollected } from '../printing/collected-certificates.ts'
import { renderDestructionCertificate } from '../printing/destruction-certificate.ts'
import { renderErasureCertificate } from '../printing/erasure-certificate.ts'
import { localDay } from '../printing/format.ts'
import { checkDestructionCertificate } from '../rules.ts'
import * as store from '../store.ts'
import { certificateTexts as t } from '../texts/certificate.ts'
import { papersOf, roomFor, signedPaper, type Paper, type PaperCertificate } from './paper.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>

const zone = 'Europe/Stockholm'

export async function certificatePdf(
  ctx: ActionContext,
  { params, query }: In<'certificatePdf'>,
): Promise<Result<Paper>> {
  const row = await certificateById(ctx.tx, params.certificateId)
  if (!row) return refuse('certificate-not-found')
  return printCertificate(ctx, row, query.language ?? ctx.language)
}

/** One certificate, signed. */
export async function printCertificate(
  ctx: ActionContext,
  row: CertificateRow,
  language: Language,
): Promise<Result<Paper>> {
  if (row.revokedAt) return refuse('certificate-revoked', { number: row.number })
  const [one] = await papersOf(ctx, [row], language)
  const { paper, attachments } = one!
  const title = titleOf(paper, language)
  const room = roomFor(ctx, t.signedReason[language](`${title} ${row.number}`))
  if (!isPrintable(one!)) return refuse('certificate-photo-missing', { number: row.number })
  const drawn =
    paper.kind === 'erasure'
      ? await renderErasureCertificate(paper.certificate, language, attachments, room)
      : await renderDestructionCertificate(paper.certificate, language, attachments, room)
  return done(pdf(row.number, await signedPaper(ctx, drawn)))
}

const titleOf = ({ kind }: PaperCertificate['paper'], language: Language): string =>
  (kind === 'erasure' ? t.erasureTitle : t.destructionTitle)[language]

const isPrintable = ({ paper }: PaperCertificate): boolean => {
  if (paper.kind === 'erasure') return true
  const checked = checkDestructionCertificate(paper.certificate)
  return checked.ok || checked.code !== 'certificate-photo-missing'
}

const pdf = (number: string, bytes: Uint8Array): Paper => ({
  fileName: `${number.replace(/[^\p{L}\p{N}_-]+/gu, '-')}.pdf`,
  contentType: 'application/pdf',
  bytes,
})

/** Drawing them takes this many about as long as a person waits; more is work for a batch. */
export const mostCollected = 60

export async function deviceCertificatesPdf(
  ctx: ActionContext,
  { params, query }: In<'deviceCertificatesPdf'>,
): Promise<Result<Paper>> {
  const device = await store.deviceNamed(ctx.tx, params.deviceId)
  if (!device) return refuse('device-not-found', { deviceId: params.deviceId })
  const rows = await certificatesOfDevices(ctx.tx, [params.deviceId])
  const number = device.assetTag ?? device.serialNumber ?? params.deviceId
  return collected(ctx, rows, number, query.language ?? ctx.language)
}

export async function collectionCertificatesPdf(
  ctx: ActionContext,
  { params, query }: In<'collectionCertificatesPdf'>,
): Promise<Result<Paper>> {
  const collection = await store.collectionById(ctx.tx, params.collectionId)
  if (!collection) return refuse('collection-not-found')
  const ids = await store.devicesOfCollection(ctx.tx, collection.id)
  const rows = await certificatesOfDevices(ctx.tx, ids)
  return collected(ctx, rows, collection.number, query.language ?? ctx.language)
}

async function collected(
  ctx: ActionContext,
  rows: readonly CertificateRow[],
  number: string,
  language: Language,
): Promise<Result<Paper>> {
  const live = rows.filter((row) => row.revokedAt === null && row.supersededBy === null)
  if (live.length === 0) return refuse('certificates-none')
  if (live.length > mostCollected)
    return refuse('certificates-too-many', { limit: mostCollected, count: live.length })
  const papers = await papersOf(ctx, live, language)
  const unprintable = papers.find((one) => !isPrintable(one))
  if (unprintable) return refuse('certificate-photo-missing', { number: unprintable.row.number })
  const [first] = papers
  const { issuer, owner } = first!.paper.certificate
  const drawn = await renderCollected(
    {
      documentNumber: number,
      issuedAt: ctx.now,
      timeZone: zone,
      issuer,
      owner,
      certificates: papers.map(({ paper }) => paper),
      withdrawn: rows.flatMap((row) => withdrawn(row, language)),
    },
    {
      language,
      attachments: papers.flatMap(({ attachments }) => attachments),
      signature: roomFor(ctx, t.signedReason[language](`${t.collectedTitle[language]} ${number}`)),
    },
  )
  return done(pdf(number, await signedPaper(ctx, drawn)))
}

const withdrawn = (row: CertificateRow, language: Language) =>
  row.revokedAt
    ? [
        {
          number: row.number,
          day: localDay(row.revokedAt, zone),
          reason: revocationReasonTexts[row.revocationReason as RevocationReason][language],
        },
      ]
    : []
