// Every certificate of a device, or of a return, in one file with a list of contents. Each keeps its
// own number and its own code; the collection proves nothing beyond them.
import type { Language } from '../../../core/text.ts'
import type { CertificateParty, DestructionCertificate, ErasureCertificate } from '../rules.ts'
import { certificateTexts as t } from '../texts/certificate.ts'
import { bulletList, mainLeft, mainWidth, paragraph, section, table } from './blocks.ts'
import { deviceName, partiesSection } from './certificate-parts.ts'
import { destructionSections } from './destruction-certificate.ts'
import { mediumSections } from './erasure-certificate.ts'
import { linkLines, masthead, qrFigure } from './masthead.ts'
import { contentWidth, openSheet, pageFrame, styles } from './page.ts'
import type { Attachment, Sheet, SignatureRoom } from './page.ts'

export type Collected =
  | { readonly kind: 'erasure'; readonly certificate: ErasureCertificate }
  | { readonly kind: 'destruction'; readonly certificate: DestructionCertificate }

export interface CollectedCertificates {
  /** The device's tag or the number of the return. */
  readonly documentNumber: string
  readonly issuedAt: Date
  readonly timeZone: string
  readonly issuer: CertificateParty
  readonly owner: CertificateParty
  /** Device by device. */
  readonly certificates: readonly Collected[]
  readonly withdrawn: readonly {
    readonly number: string
    readonly day: string
    readonly reason: string
  }[]
}

export interface CollectedOptions {
  readonly language: Language
  readonly attachments?: readonly Attachment[]
  readonly signature?: SignatureRoom | undefined
}

/** Drawn twice: the list of contents names pages that only the first drawing shows. */
export async function renderCollected(
  collected: CollectedCertificates,
  options: CollectedOptions,
): Promise<Uint8Array> {
  const blank = collected.certificates.map(() => 0)
  const pages = draw(collected, options, blank).pages
  return draw(collected, options, pages).sheet.finish()
}

function draw(
  collected: CollectedCertificates,
  { language, attachments = [], signature }: CollectedOptions,
  pagesBefore: readonly number[],
): { readonly sheet: Sheet; readonly pages: readonly number[] } {
  const title = `${t.collectedTitle[language]} ${collected.documentNumber}`
  const sheet = openSheet({
    title: t.collectedTitle[language],
    language,
    createdAt: collected.issuedAt,
    running: title,
    footer: [`${title}. ${t.rendering[language]}`],
    attachments,
    signature,
  })
  const erased = collected.certificates.filter(({ kind }) => kind === 'erasure').length
  masthead(sheet, {
    issuerName: collected.issuer.name,
    kicker: title,
    heading: t.collectedHeading[language](erased, collected.certificates.length - erased),
    lead: `${t.collectedLead[language]} ${t.rendering[language]}`,
    url: null,
    urlNote: '',
  })
  partiesSection(sheet, collected)
  contents(sheet, collected.certificates, pagesBefore)
  withdrawnSection(sheet, collected)
  const pages = collected.certificates.map((one, i) =>
    part(sheet, one, i + 1, collected.certificates.length),
  )
  return { sheet, pages }
}

function contents(sheet: Sheet, all: readonly Collected[], pages: readonly number[]): void {
  const { language } = sheet
  section(sheet, t.contents[language], t.overviewNote[language], () =>
    table(
      sheet,
      [
        { label: t.device[language], width: 106 },
        { label: t.medium[language], width: 106 },
        { label: t.certificateNumber[language], width: 80, text: styles.cellStrong },
        { label: t.page[language], width: 28, align: 'right' },
      ],
      all.map((one, i) => {
        const { device, medium, number } = partsOf(one)
        return [
          device
            ? `${deviceName(device)}\n${device.serialNumber}${device.assetTag ? `\n${device.assetTag}` : ''}`
            : t.sourceUnknown[language],
          `${medium.manufacturer} ${medium.model}\n${medium.serialNumber}`,
          `${number}\n${t[one.kind === 'erasure' ? 'erased' : 'destroyed'][language]}`,
          pages[i] ? String(pages[i]) : '000',
        ]
      }),
      mainLeft,
    ),
  )
}

function partsOf(one: Collected) {
  if (one.kind === 'destruction') {
    const { device, medium, documentNumber } = one.certificate
    return { device, medium, number: documentNumber, url: one.certificate.publicUrl }
  }
  const { device, media } = one.certificate.devices[0]!
  const { medium, certificateNumber } = media[0]!
  return { device, medium, number: certificateNumber, url: one.certificate.publicUrl }
}

function withdrawnSection(sheet: Sheet, { withdrawn }: CollectedCertificates): void {
  const { language } = sheet
  if (withdrawn.length === 0) return
  section(sheet, t.withdrawn[language], t.withdrawnNote[language], () =>
    bulletList(
      sheet,
      withdrawn.map(({ number, day, reason }) => t.withdrawnOn[language](number, day, reason)),
    ),
  )
}

/** One certificate on pages of its own, its code beside its heading. @returns its first page */
function part(sheet: Sheet, one: Collected, place: number, count: number): number {
  const { language } = sheet
  const { number, url } = partsOf(one)
  const { left } = pageFrame
  const qrSize = 62
  const box = { x: left, width: mainLeft + mainWidth - left - qrSize - 20 }
  sheet.newPage()
  const page = sheet.pageNow()
  const top = sheet.y()
  const heading = one.kind === 'erasure' ? t.erasureTitle[language] : t.destructionTitle[language]
  paragraph(sheet, `${heading} ${number}`, styles.h2, { ...box, type: 'H2' })
  sheet.space(2)
  paragraph(sheet, t.mediumNumber[language](place, count), styles.body, box)
  sheet.space(8)
  const lines = sheet.wrap(url.replace(/^https?:\/\//, ''), styles.small, box.width)
  linkLines(sheet, lines, url, left, sheet.y(), box.width)
  qrFigure(sheet, url, left + contentWidth - qrSize, top, qrSize)
  sheet.moveTo(top + qrSize + 16)
  if (one.kind === 'destruction') destructionSections(sheet, one.certificate, 'H3')
  else {
    const { device, media } = one.certificate.devices[0]!
    mediumSections(sheet, media[0]!, device, 'H3')
  }
  return page
}
