// A certificate on paper: the stored content with names filled in for those who may see them.
import type { Input } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import type { ActionContext } from '../../../database/context.ts'
import { certificateById, type CertificateRow } from '../../erasure/store/certificates.ts'
import { roleTexts } from '../../organisations/texts.ts'
import type { api } from '../api.ts'
import { renderDestructionCertificate } from '../printing/destruction-certificate.ts'
import { renderErasureCertificate } from '../printing/erasure-certificate.ts'
import { checkDestructionCertificate, type Signatory } from '../rules.ts'
import {
  namedDestruction,
  namedErasure,
  type CertificateContent,
  type Names,
  type SignedBy,
  type Standing,
} from '../rules/content.ts'
import * as store from '../store.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>

/** A file in answer, as the server sends it. */
export interface Paper {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

export async function certificatePdf(
  ctx: ActionContext,
  { params, query }: In<'certificatePdf'>,
): Promise<Result<Paper>> {
  const row = await certificateById(ctx.tx, params.certificateId)
  if (!row) return refuse('certificate-not-found')
  if (row.revokedAt) return refuse('certificate-revoked', { number: row.number })
  const language = query.language ?? ctx.language
  const names = await namesFor(ctx, row.content, language)
  const standing = await standingOf(ctx, row)
  const bytes = await render(row.content, names, standing, language)
  if (!bytes) return refuse('certificate-photo-missing', { number: row.number })
  return done({ fileName: `${row.number}.pdf`, contentType: 'application/pdf', bytes })
}

async function render(
  content: CertificateContent,
  names: Names,
  standing: Standing,
  language: Language,
): Promise<Uint8Array | null> {
  if (content.kind === 'erasure')
    return renderErasureCertificate(namedErasure(content, names, standing), language)
  const certificate = namedDestruction(content, names, standing)
  const checked = checkDestructionCertificate(certificate)
  if (!checked.ok && checked.code === 'certificate-photo-missing') return null
  return renderDestructionCertificate(certificate, language)
}

async function standingOf(ctx: ActionContext, row: CertificateRow): Promise<Standing> {
  const entry = await store.entryOf(ctx.tx, row.deviceId, row.id)
  return {
    log: {
      deviceId: row.deviceId,
      seq: entry?.seq ?? 0,
      sha256Hex: entry?.hash.toString('hex') ?? '',
    },
    supersededBy: row.supersededByNumber,
    publicUrl: `${ctx.baseUrl ?? ''}/c/${row.publicId}`,
  }
}

async function namesFor(
  ctx: ActionContext,
  content: CertificateContent,
  language: Language,
): Promise<Names> {
  const signed =
    content.kind === 'erasure'
      ? [content.erasure.sanitisedBy, content.erasure.verifiedBy, content.erasure.validatedBy]
      : [content.performedBy, content.witness]
  const people = await store.peopleNamed(
    ctx.tx,
    signed.flatMap((by) => (by ? [by.personId] : [])),
  )
  const organisations = await store.organisationsNamed(ctx.tx, [content.issuerId, content.ownerId])
  const organisationName = (id: string): string =>
    organisations.find((one) => one.id === id)?.name ?? t.organisationOf[language](id)
  const person = (by: SignedBy): Signatory => {
    const known = people.find((one) => one.id === by.personId)
    const role = known?.roles.at(0)
    return {
      // A person of another organisation is an id here: names stay where they can be purged.
      name: known?.name ?? t.personOf[language](by.personId),
      title: role ? roleTexts[role][language] : frameTexts.notStated[language],
      organisationName: organisationName(by.organisationId),
      place: frameTexts.notStated[language],
      contact: known?.email ?? by.personId,
      signedAt: new Date(by.signedAt),
      signature: t.signedInOmlopp[language],
    }
  }
  return {
    person,
    rule: (version, at) => ({
      name: version,
      title: t.ruleTitle[language],
      organisationName: organisationName(content.issuerId),
      place: frameTexts.notStated[language],
      contact: frameTexts.notStated[language],
      signedAt: at,
      signature: t.signedInOmlopp[language],
    }),
    organisation: (id) => ({
      name: organisationName(id),
      organisationNumber: organisations.find((one) => one.id === id)?.number ?? null,
      addressLines: [],
      contact: null,
    }),
    reason: { chosen: t.reasonChosen[language], failed: t.reasonFailed[language] },
    notStated: frameTexts.notStated[language],
  }
}
