// Destruktionsintyg: which medium was destroyed, how, before whose eyes, and the photos that show it.
import { invariant } from '../../../core/result.ts'
import type { Language } from '../../../core/text.ts'
import { checkDestructionCertificate, type DestructionCertificate } from '../rules.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'
import * as terms from '../texts/certificate-terms.ts'
import { bulletList, facts, section, type Fact } from './blocks.ts'
import { masthead } from './masthead.ts'
import {
  logFacts,
  mediumFacts,
  partiesSection,
  signatures,
  successionFacts,
} from './certificate-parts.ts'
import { decimal, localDay, localSecond } from './format.ts'
import { openSheet, styles, type Attachment, type Sheet, type SignatureRoom } from './page.ts'

export async function renderDestructionCertificate(
  certificate: DestructionCertificate,
  language: Language,
  attachments: readonly Attachment[] = [],
  signature?: SignatureRoom,
): Promise<Uint8Array> {
  const checked = checkDestructionCertificate(certificate)
  invariant(checked.ok, `the certificate may be printed (${checked.ok ? '' : checked.code})`)
  const title = `${t.destructionTitle[language]} ${certificate.documentNumber}`
  const sheet = openSheet({
    title,
    language,
    createdAt: certificate.issuedAt,
    running: title,
    footer: [`${title}. ${t.rendering[language]}`, certificate.publicUrl],
    attachments,
    signature,
  })
  const method = terms.destructionMethodNames[certificate.method][language].toLowerCase()
  const day = localDay(certificate.destroyedAt, certificate.timeZone)
  masthead(sheet, {
    issuerName: certificate.issuer.name,
    kicker: title,
    heading: t.destructionHeading[language],
    lead: `${t.destructionFinding[language](method, day)} ${t.rendering[language]}`,
    url: certificate.publicUrl,
    urlNote: t.checkHow[language],
  })
  partiesSection(sheet, certificate)
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
  section(
    sheet,
    t.medium[language],
    null,
    () =>
      facts(sheet, [
        {
          label: t.certificateNumber[language],
          value: certificate.documentNumber,
          text: styles.strong,
        },
        ...successionFacts(certificate.succession, language),
        ...mediumFacts(certificate.medium, certificate.device, language),
        {
          label: t.categoryBefore[language],
          value: certificate.categoryBefore
            ? terms.categoryNames[certificate.categoryBefore][language]
            : frameTexts.notStated[language],
        },
      ]),
    level,
  )
  section(
    sheet,
    t.destruction[language],
    null,
    () => facts(sheet, destructionFacts(certificate, language)),
    level,
  )
  section(
    sheet,
    t.notChecked[language],
    t.notCheckedNote[language],
    () =>
      bulletList(
        sheet,
        certificate.notChecked.map((item) => terms.notCheckedTexts[item][language]),
      ),
    level,
  )
  const { witness } = certificate
  signatures(
    sheet,
    [
      { role: t.destroyedBy[language], person: certificate.performedBy },
      {
        role: t.witness[language],
        person: witness,
        note: terms.witnessRoleNames[witness.role][language],
      },
    ],
    certificate.timeZone,
    level,
  )
  photoSection(sheet, certificate, level)
}

function destructionFacts(certificate: DestructionCertificate, language: Language): Fact[] {
  const { largestParticleMm, timeZone } = certificate
  const none = frameTexts.none[language]
  return [
    {
      label: t.level[language],
      value: `${terms.methodNames.destroy[language]}\n${terms.levelSentences.destroy[language]}`,
      leadLine: true,
    },
    {
      label: t.method[language],
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
    { label: t.place[language], value: certificate.place },
    { label: t.reason[language], value: certificate.reason },
    { label: t.failedErasure[language], value: certificate.failedErasureNumber ?? none },
    {
      label: t.remains[language],
      value: certificate.remainsTo ?? frameTexts.notStated[language],
    },
    { label: t.handOverNote[language], value: certificate.handOverNoteNumber ?? none },
  ]
}

function photoSection(sheet: Sheet, certificate: DestructionCertificate, level: 'H2' | 'H3'): void {
  const { language } = sheet
  const fill = () =>
    facts(sheet, [
      ...certificate.photos.map((photo, i) => {
        const taken = localSecond(photo.takenAt, certificate.timeZone, language)
        return {
          label: t.photo[language](i + 1),
          value: `${photo.fileName}, ${t.takenAt[language](taken)}\nSHA-256 ${photo.sha256Hex}`,
        }
      }),
      ...logFacts(certificate.log, language),
    ])
  section(sheet, t.evidence[language], null, fill, level)
}
