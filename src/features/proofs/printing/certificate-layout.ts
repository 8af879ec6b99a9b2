// The one layout of a certificate on paper, whatever was done to the medium: who speaks, which
// medium, what was done, how it was checked, what was not, who stands for it, and on what ground.
import type { Language } from '../../../core/text.ts'
import type {
  CertificateParty,
  CertifiedDevice,
  CertifiedMedium,
  ChainPlace,
  ConfidentialityCategory,
  Destination,
  LogPlace,
  NotChecked,
  Succession,
} from '../rules.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'
import { categoryNames, destinationNames, notCheckedTexts } from '../texts/certificate-terms.ts'
import { bulletList, facts, section, type Fact } from './blocks.ts'
import {
  logFacts,
  mediumFacts,
  partiesSection,
  signatures,
  successionFacts,
  type Signed,
} from './certificate-parts.ts'
import { masthead } from './masthead.ts'
import { openSheet, styles, type Attachment, type Sheet, type SignatureRoom } from './page.ts'

export interface Drawing {
  readonly language: Language
  /** The signed record and its proof, embedded so that the paper carries its source. */
  readonly attachments: readonly Attachment[]
  readonly signature: SignatureRoom | undefined
}

interface Opened {
  readonly documentNumber: string
  readonly issuedAt: Date
  readonly timeZone: string
  readonly issuer: CertificateParty
  readonly owner: CertificateParty
  readonly publicUrl: string
}

/** A sheet with its head: the name of the document, the finding as a sentence, the code, the parties. */
export function openCertificate(
  certificate: Opened,
  said: { readonly title: string; readonly heading: string; readonly lead: string },
  { language, attachments, signature }: Drawing,
): Sheet {
  const title = `${said.title} ${certificate.documentNumber}`
  const sheet = openSheet({
    title,
    language,
    createdAt: certificate.issuedAt,
    running: title,
    footer: [`${title}. ${t.rendering[language]}`, certificate.publicUrl],
    attachments,
    signature,
  })
  masthead(sheet, {
    issuerName: certificate.issuer.name,
    kicker: title,
    heading: said.heading,
    lead: `${said.lead} ${t.rendering[language]}`,
    url: certificate.publicUrl,
    urlNote: t.checkHow[language],
  })
  partiesSection(sheet, certificate)
  return sheet
}

/** What is said of one medium. */
export interface CertificateParts {
  readonly number: string
  readonly succession: Succession
  readonly medium: CertifiedMedium
  readonly device: CertifiedDevice | null
  readonly categoryBefore: ConfidentialityCategory | null
  readonly categoryAfter: ConfidentialityCategory | null
  readonly destination: Destination | null
  readonly act: { readonly heading: string; readonly facts: readonly Fact[] }
  readonly verification: readonly Fact[]
  readonly notChecked: readonly NotChecked[]
  readonly signed: readonly Signed[]
  readonly timeZone: string
  readonly evidence: readonly Fact[]
  readonly log: LogPlace | ChainPlace
}

export function certificateSections(
  sheet: Sheet,
  parts: CertificateParts,
  level: 'H2' | 'H3',
): void {
  const { language } = sheet
  const table = (heading: string, rows: readonly Fact[]): void =>
    section(sheet, heading, null, () => facts(sheet, rows), level)
  table(t.medium[language], [
    { label: t.certificateNumber[language], value: parts.number, text: styles.strong },
    ...successionFacts(parts.succession, language),
    ...mediumFacts(parts.medium, parts.device, language),
    categories(parts, language),
    {
      label: t.destination[language],
      value: destinationNames[parts.destination ?? 'unknown'][language],
    },
  ])
  table(parts.act.heading, parts.act.facts)
  table(t.verification[language], parts.verification)
  section(
    sheet,
    t.notChecked[language],
    t.notCheckedNote[language],
    () =>
      bulletList(
        sheet,
        parts.notChecked.map((item) => notCheckedTexts[item][language]),
      ),
    level,
  )
  signatures(sheet, parts.signed, parts.timeZone, level)
  table(t.evidence[language], [...parts.evidence, ...logFacts(parts.log, language)])
}

/** Both on a row: few organisations class their media, and none must. */
function categories({ categoryBefore, categoryAfter }: CertificateParts, language: Language): Fact {
  const word = (category: ConfidentialityCategory | null): string =>
    category ? categoryNames[category][language] : frameTexts.notStated[language]
  const value = t.categoryValue[language](word(categoryBefore), word(categoryAfter))
  return { label: t.category[language], value }
}
