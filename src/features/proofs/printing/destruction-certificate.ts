// Destruktionsintyg: which medium was destroyed, how, before whose eyes, and the photos that show it.
import { invariant } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import { checkDestructionCertificate, type DestructionCertificate } from '../rules.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'
import * as terms from '../texts/certificate-terms.ts'
import type { Fact } from './blocks.ts'
import { certificateSections, openCertificate } from './certificate-layout.ts'
import { decimal, localDay, localSecond } from './format.ts'
import type { Attachment, Sheet, SignatureRoom } from './page.ts'

export async function renderDestructionCertificate(
  certificate: DestructionCertificate,
  language: Language,
  attachments: readonly Attachment[] = [],
  signature?: SignatureRoom,
): Promise<Uint8Array> {
  const checked = checkDestructionCertificate(certificate)
  invariant(checked.ok, `the certificate may be printed (${checked.ok ? '' : checked.code})`)
  const method = terms.destructionMethodNames[certificate.method][language].toLowerCase()
  const day = localDay(certificate.destroyedAt, certificate.timeZone)
  const said = {
    title: t.destructionTitle[language],
    heading: t.destructionHeading[language],
    lead: t.destructionFinding[language](method, day),
  }
  const sheet = openCertificate(certificate, said, { language, attachments, signature })
  destructionSections(sheet, certificate, 'H2')
  return sheet.finish()
}

/** All that is said of one destruction, under a heading of the document or of its medium. */
export function destructionSections(
  sheet: Sheet,
  certificate: DestructionCertificate,
  level: 'H2' | 'H3',
): void {
  const { language } = sheet
  const { performedBy, witness, verification, verdict, ruleVersion } = certificate
  const { destruction, seen, verdict: verdictLabel, byRule, destroyedBy, witness: role } = t
  certificateSections(
    sheet,
    {
      ...certificate,
      number: certificate.documentNumber,
      destination: null,
      act: { heading: destruction[language], facts: destructionFacts(certificate, language) },
      verification: [
        {
          label: seen[language],
          value: terms.destructionVerificationTexts[verification][language],
        },
        {
          label: verdictLabel[language],
          value: `${terms.verdictNames[verdict][language]}\n${byRule[language](ruleVersion)}`,
          leadLine: true,
        },
      ],
      signed: [
        { role: destroyedBy[language], person: performedBy },
        {
          role: role[language],
          person: witness,
          note: terms.witnessRoleNames[witness.role][language],
        },
      ],
      evidence: photoFacts(certificate, language),
    },
    level,
  )
}

function destructionFacts(certificate: DestructionCertificate, language: Language): Fact[] {
  const { largestParticleMm, timeZone, failedErasureNumber, handOverNoteNumber } = certificate
  return [
    {
      label: t.level[language],
      value: `${terms.methodNames.destroy[language]}\n${terms.levelSentences.destroy[language]}`,
      leadLine: true,
    },
    {
      label: t.technique[language],
      value: `${terms.destructionMethodNames[certificate.method][language]}\n${t.notAssessed[language]}`,
    },
    { label: t.equipment[language], value: certificate.equipment },
    {
      label: t.particle[language],
      value:
        largestParticleMm === null
          ? t.particleUnknown[language]
          : `${decimal(largestParticleMm, 1, language)}\u00a0mm`,
    },
    {
      label: t.destroyedAt[language],
      value: `${localSecond(certificate.destroyedAt, timeZone, language)} (${timeZone})`,
    },
    { label: t.clock[language], value: terms.clockNames.server[language] },
    { label: t.reason[language], value: certificate.reason },
    ...(failedErasureNumber
      ? [{ label: t.failedErasure[language], value: failedErasureNumber }]
      : []),
    {
      label: t.remains[language],
      value: certificate.remainsTo ?? frameTexts.notStated[language],
    },
    ...(handOverNoteNumber ? [{ label: t.handOverNote[language], value: handOverNoteNumber }] : []),
  ]
}

/** The journal holds the checksum of a photo; the picture itself stays with who took it. */
const photoFacts = (certificate: DestructionCertificate, language: Language): Fact[] =>
  certificate.photos.flatMap(({ fileName, takenAt, sha256Hex }, i) => {
    const taken = takenAt && localSecond(takenAt, certificate.timeZone, language)
    const where = fileName ?? t.photoKeptBy[language](certificate.issuer.name)
    return [
      {
        label: t.photo[language](i + 1),
        value: taken ? `${where}\n${t.takenAt[language](taken)}` : where,
      },
      { label: t.sha256[language], value: sha256Hex },
    ]
  })
