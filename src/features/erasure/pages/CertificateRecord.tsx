// Who signed a certificate, and the record that it renders.
import { DefinitionList } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { isRole } from '../../organisations/rules.ts'
import { roleTexts } from '../../organisations/texts.ts'
import { type CertificateContent, type SignedBy } from '../../proofs/rules/content.ts'
import { certificateTexts as words } from '../../proofs/texts/certificate.ts'
import { witnessRoleNames } from '../../proofs/texts/certificate-terms.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { type Said } from './certificate-facts.ts'
import type { Shown } from './CertificatePage.tsx'
import { Part } from './CertificatePart.tsx'

/** The record byte for byte, as the journal entry commits to it. */
export function RecordPart({ certificate }: { readonly certificate: Shown }) {
  const t = useText()
  const { format, made } = JSON.parse(certificate.record) as {
    format: string
    made: 'atIssue' | 'afterwards'
  }
  const href = `data:application/json;charset=utf-8,${encodeURIComponent(certificate.record)}`
  return (
    <Section beside title={t(certificateTexts.record)} lead={t(certificateTexts.recordNote)}>
      <DefinitionList
        facts={[
          { name: t(certificateTexts.recordFormat), value: format },
          { name: t(resultTexts.sha256), value: certificate.recordSha256 },
          { name: t(certificateTexts.recordMadeWhen), value: t(certificateTexts.recordMade[made]) },
        ]}
      />
      <p className="recordfile">
        <a href={href} download={`${certificate.number}.certificate.json`}>
          {t(certificateTexts.recordDownload)}
        </a>
      </p>
    </Section>
  )
}

/** The record holds ids; names are shown to those who may see them, and roles to the rest. */
export function Signatures(props: {
  readonly certificate: Shown
  readonly content: CertificateContent
}) {
  const { certificate, content } = props
  const t = useText()
  const { instant } = useFormat()
  const { organisation } = useSession()
  const said = ({ personId, organisationId, position, signedAt }: SignedBy) => {
    const name = certificate.signers.find(({ id }) => id === personId)?.name
    const role = position && isRole(position) ? t(roleTexts[position]) : null
    const theirs =
      organisationId === organisation?.id ? organisation.name : certificate.issuer?.name
    return [name, role, name ? null : theirs, instant(signedAt)].filter(Boolean).join(', ')
  }
  const facts: Said[] =
    content.kind === 'destruction'
      ? [
          { name: t(words.destroyedBy), value: said(content.performedBy) },
          {
            name: t(words.witness),
            value: `${said(content.witness)}. ${t(witnessRoleNames[content.witness.role])}. ${t(content.witness.confirmed ? words.confirmedByWitness : words.namedByOperator)}.`,
          },
        ]
      : [
          { name: t(words.sanitisedBy), value: said(content.erasure.sanitisedBy) },
          { name: t(words.verifiedBy), value: said(content.erasure.verifiedBy) },
          {
            name: t(words.validatedBy),
            value: content.erasure.validatedBy
              ? said(content.erasure.validatedBy)
              : `${t(words.ruleTitle, content.erasure.ruleVersion)}. ${t(words.noPerson)}.`,
          },
        ]
  return <Part title={t(words.signatures)} facts={facts} />
}
