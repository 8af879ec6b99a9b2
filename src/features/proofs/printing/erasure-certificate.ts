// Raderingsintyg: every field of NIST SP 800-88 r2 §4.6, the fields of our own, and what was not checked.
import { invariant } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import {
  checkErasureCertificate,
  type CertifiedDevice,
  type ErasureCertificate,
  type MediumErasure,
} from '../rules.ts'
import { certificateTexts as t } from '../texts/certificate.ts'
import { evidenceOriginNames } from '../texts/certificate-terms.ts'
import { mainLeft, mainWidth, paragraph, section, table } from './blocks.ts'
import { certificateSections, openCertificate } from './certificate-layout.ts'
import { deviceName, type Signed } from './certificate-parts.ts'
import { erasureFacts, verificationFacts } from './erasure-facts.ts'
import { pageFrame, styles, type Attachment, type Sheet, type SignatureRoom } from './page.ts'

/**
 * Prints the certificate. The same data, language and attachments give the same bytes.
 * @param attachments the signed record and its proof, embedded so that the paper carries its source
 */
export async function renderErasureCertificate(
  certificate: ErasureCertificate,
  language: Language,
  attachments: readonly Attachment[] = [],
  signature?: SignatureRoom,
): Promise<Uint8Array> {
  const checked = checkErasureCertificate(certificate)
  invariant(checked.ok, `the certificate may be printed (${checked.ok ? '' : checked.code})`)
  const all = certificate.devices.flatMap(({ device, media }) =>
    media.map((erasure) => ({ device, erasure })),
  )
  const said = {
    title: t.erasureTitle[language],
    heading: t.finding[language](all.length, certificate.devices.length),
    lead: t.lead[language](all.length),
  }
  const sheet = openCertificate(certificate, said, { language, attachments, signature })
  if (all.length > 1) overview(sheet, all)
  all.forEach(({ device, erasure }, i) => {
    if (all.length > 1) mediumHeading(sheet, erasure, i + 1, all.length)
    mediumSections(sheet, erasure, device, all.length > 1 ? 'H3' : 'H2')
  })
  return sheet.finish()
}

interface Certified {
  readonly device: CertifiedDevice
  readonly erasure: MediumErasure
}

function overview(sheet: Sheet, all: readonly Certified[]): void {
  const { language } = sheet
  section(sheet, t.overview[language], t.overviewNote[language], () =>
    table(
      sheet,
      [
        { label: t.device[language], width: 126 },
        { label: t.medium[language], width: 118 },
        { label: t.certificateNumber[language], width: 86, text: styles.cellStrong },
      ],
      all.map(({ device, erasure }) => [
        `${deviceName(device)}\n${device.serialNumber}${device.assetTag ? `\n${device.assetTag}` : ''}`,
        `${erasure.medium.manufacturer} ${erasure.medium.model}\n${erasure.medium.serialNumber}`,
        erasure.certificateNumber,
      ]),
      mainLeft,
    ),
  )
}

function mediumHeading(sheet: Sheet, erasure: MediumErasure, number: number, count: number): void {
  const { language } = sheet
  const box = { x: pageFrame.left, width: mainLeft + mainWidth - pageFrame.left }
  sheet.newPage()
  paragraph(sheet, t.mediumNumber[language](number, count), styles.h2, { ...box, type: 'H2' })
  sheet.space(2)
  const numbered = `${t.certificateNumber[language]} ${erasure.certificateNumber}`
  paragraph(sheet, numbered, styles.body, box)
  sheet.space(14)
}

/** All that is said of one erasure, under a heading of the document or of its medium. */
export function mediumSections(
  sheet: Sheet,
  erasure: MediumErasure,
  device: CertifiedDevice,
  level: 'H2' | 'H3',
): void {
  const { language } = sheet
  certificateSections(
    sheet,
    {
      ...erasure,
      number: erasure.certificateNumber,
      device,
      act: { heading: t.what[language], facts: erasureFacts(erasure, language) },
      verification: verificationFacts(erasure, language),
      signed: signedBy(erasure, language),
      evidence: [
        { label: t.evidenceFile[language], value: erasure.evidenceFileName },
        { label: t.sha256[language], value: erasure.evidenceSha256Hex },
        {
          label: t.evidenceOrigin[language],
          value: evidenceOriginNames[erasure.evidenceOrigin][language],
        },
      ],
    },
    level,
  )
}

function signedBy(erasure: MediumErasure, language: Language): Signed[] {
  // A log from elsewhere names nobody: who handed it in answers for it.
  const handedIn =
    erasure.evidenceOrigin === 'station-signed' ? {} : { note: t.handedInBy[language] }
  return [
    { role: t.sanitisedBy[language], person: erasure.sanitisedBy, ...handedIn },
    { role: t.verifiedBy[language], person: erasure.verifiedBy, ...handedIn },
    ...(erasure.escalatedBy
      ? [{ role: t.escalatedBy[language], person: erasure.escalatedBy }]
      : []),
    { role: t.validatedBy[language], person: erasure.validatedBy },
  ]
}
