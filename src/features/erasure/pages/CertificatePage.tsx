// One certificate with every field, what it does not claim, and its withdrawal.
import './erasure.css'
import { Download, QrCode } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DefinitionList, Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextAreaField } from '../../../web/kit/field/TextField.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { isRole } from '../../organisations/rules.ts'
import { roleTexts } from '../../organisations/texts.ts'
import { notCheckedOf, type CertificateContent, type SignedBy } from '../../proofs/rules/content.ts'
import { publicTexts } from '../../proofs/texts/public.ts'
import { certificateTexts as words } from '../../proofs/texts/certificate.ts'
import { notCheckedTexts, witnessRoleNames } from '../../proofs/texts/certificate-terms.ts'
import { api as proofs } from '../../proofs/api.ts'
import { api } from '../api.ts'
import { revocationReasons, type RevocationReason } from '../rules/states.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { revocationReasonTexts } from '../texts/refusals.ts'
import {
  destructionFacts,
  erasureFacts,
  evidenceFacts,
  mediumFacts,
  verdictFacts,
  type Said,
} from './certificate-facts.ts'
import { pdfHref, standingOf } from './CertificatesPage.tsx'
import { PhotoDialog } from './PhotoDialog.tsx'

/** As the endpoint asks. */
const SHORTEST = 10

type Shown = Output<typeof api.getCertificate>

export default function CertificatePage() {
  const t = useText()
  const params = { certificateId: useParam('certificateId') }
  const { data, error } = useEndpoint(api.getCertificate, { params }, { keep: false })
  const up = { href: '/certificates', text: t(certificateTexts.certificates) }
  if (error?.status === 404)
    return (
      <>
        <PageHead title={t(resultTexts.certificate)} up={up} />
        <EmptyState>{t(certificateTexts.certificateNotFound)}</EmptyState>
      </>
    )
  if (!data) return error ? <Refusal problem={error} /> : <Skeleton lines={6} height={40} />
  return <Whole certificate={data} />
}

function Whole({ certificate }: { readonly certificate: Shown }) {
  const t = useText()
  const formats = useFormat()
  const { dayOf } = formats
  const content = certificate.content as unknown as CertificateContent
  const standing = standingOf(certificate)
  const device = useEndpoint(devices.getDevice, { params: { deviceId: certificate.deviceId } }).data
  const facts: Fact[] = [
    { name: t(resultTexts.state), value: t(certificateTexts.standing[standing]) },
    { name: t(words.issued), value: <Instant at={certificate.issuedAt} /> },
    { name: t(words.issuer), value: certificate.issuer?.name ?? t(certificateTexts.notStated) },
    ...(device?.owner ? [{ name: t(words.owner), value: device.owner.name }] : []),
    {
      name: t(words.device),
      value: (
        <Link href={`/devices/${certificate.deviceId}`}>
          {certificate.assetTag ?? content.device.serialNumber}
        </Link>
      ),
    },
  ]
  const medium = content.kind === 'erasure' ? content.erasure.medium : content.medium
  return (
    <>
      <PageHead
        title={`${t(certificateTexts.certificateKinds[certificate.kind])} ${certificate.number}`}
        lead={`${content.device.manufacturer} ${content.device.model}, ${medium.serialNumber}`}
        up={{ href: '/certificates', text: t(certificateTexts.certificates) }}
        acts={<Acts certificate={certificate} content={content} />}
      />
      {certificate.revokedAt && (
        <Notice
          tone="warn"
          title={t(
            certificateTexts.revokedOn,
            dayOf(certificate.revokedAt),
            certificate.revocationReason
              ? t(revocationReasonTexts[certificate.revocationReason])
              : '',
          )}
        >
          {certificate.revocationExplanation && (
            <p>
              {t(certificateTexts.revokedWords)}: {certificate.revocationExplanation}
            </p>
          )}
          {t(certificateTexts.revokedMeans)}
        </Notice>
      )}
      {certificate.supersededBy && (
        <Notice
          title={t(certificateTexts.supersededBy, certificate.supersededBy.number ?? '')}
          act={
            <LinkButton small href={`/certificates/${certificate.supersededBy.id}`}>
              {certificate.supersededBy.number}
            </LinkButton>
          }
        />
      )}
      <Facts facts={facts} />
      <Part title={t(words.medium)} facts={mediumFacts(medium, content.device, t, formats)} />
      {content.kind === 'erasure' ? (
        <>
          <Part title={t(words.what)} facts={erasureFacts(content, t, formats)} />
          <Part title={t(words.verification)} facts={verdictFacts(content, t, formats)} />
        </>
      ) : (
        <Part title={t(words.destruction)} facts={destructionFacts(content, t, formats)} />
      )}
      <Section beside title={t(words.notChecked)} lead={t(words.notCheckedNote)}>
        <ul className="notchecked">
          {notCheckedOf(content).map((item) => (
            <li key={item}>{t(notCheckedTexts[item])}</li>
          ))}
        </ul>
      </Section>
      <Signatures certificate={certificate} content={content} />
      {content.kind === 'erasure' && (
        <Part title={t(words.evidence)} facts={evidenceFacts(content, t)} />
      )}
      <RecordPart certificate={certificate} />
    </>
  )
}

/** The record byte for byte, as the journal entry commits to it. */
function RecordPart({ certificate }: { readonly certificate: Shown }) {
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
      <p>
        <a href={href} download={`${certificate.number}.certificate.json`}>
          {t(certificateTexts.recordDownload)}
        </a>
      </p>
    </Section>
  )
}

const Part = ({ title, facts }: { readonly title: string; readonly facts: readonly Said[] }) => (
  <Section beside title={title}>
    <DefinitionList facts={facts} />
  </Section>
)

/** The record holds ids; names are shown to those who may see them, and roles to the rest. */
function Signatures(props: { readonly certificate: Shown; readonly content: CertificateContent }) {
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
            value: `${said(content.witness)}. ${t(witnessRoleNames[content.witness.role])}. ${t(words.namedByOperator)}.`,
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

function Acts(props: { readonly certificate: Shown; readonly content: CertificateContent }) {
  const { certificate, content } = props
  const t = useText()
  const { may, organisation } = useSession()
  const [revoking, setRevoking] = useState(false)
  const [photographing, setPhotographing] = useState(false)
  const noPdf = certificate.revokedAt
    ? certificateTexts.noPdf.revoked
    : content.kind === 'destruction' && !content.photoSha256Hex
      ? certificateTexts.noPdf.photo
      : null
  const lacksPhoto =
    content.kind === 'destruction' &&
    !content.photoSha256Hex &&
    standingOf(certificate) === 'valid' &&
    certificate.issuer?.id === organisation?.id
  const concerned = [certificate.issuer?.id, certificate.ownerId].includes(organisation?.id)
  return (
    <>
      {lacksPhoto && may('erasure.record') && (
        <Button kind="primary" onPress={() => setPhotographing(true)}>
          {t(certificateTexts.addPhoto)}
        </Button>
      )}
      {photographing && (
        <PhotoDialog certificateId={certificate.id} onClose={() => setPhotographing(false)} />
      )}
      {noPdf ? (
        <Button icon={Download} cannot={t(noPdf)}>
          {t(certificateTexts.pdf)}
        </Button>
      ) : (
        (['sv', 'en'] as const).map((language) => (
          <LinkButton key={language} icon={Download} href={pdfHref(certificate.id, language)}>
            {t(certificateTexts.pdfIn[language])}
          </LinkButton>
        ))
      )}
      <LinkButton
        icon={Download}
        href={addressOf(proofs.certificateBundle, {
          params: { certificateId: certificate.id },
          query: {},
        })}
      >
        {t(publicTexts.bundle)}
      </LinkButton>
      <LinkButton icon={QrCode} href={`/c/${certificate.publicId}`}>
        {t(publicTexts.publicPage)}
      </LinkButton>
      {may('erasure.review') && concerned && !certificate.revokedAt && (
        <Button kind="quiet" onPress={() => setRevoking(true)}>
          {t(certificateTexts.revoke)}
        </Button>
      )}
      {revoking && <RevokeDialog certificate={certificate} onClose={() => setRevoking(false)} />}
    </>
  )
}

function RevokeDialog(props: { readonly certificate: Shown; readonly onClose: () => void }) {
  const { certificate, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.revokeCertificate)
  const [reason, setReason] = useState<RevocationReason | null>(null)
  const [words, setWords] = useState('')
  const explanation = words.trim()
  const short = explanation.length < SHORTEST ? t(certificateTexts.explainShort) : null
  const revoke = async () => {
    if (!reason || short) return
    const params = { certificateId: certificate.id }
    if (await act({ params, body: { reason, explanation } })) onClose()
  }
  return (
    <Dialog
      open
      alert
      title={t(certificateTexts.revokeTitle, certificate.number)}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          cannot={reason ? short : t(certificateTexts.chooseReason)}
          onPress={() => void revoke()}
        >
          {t(certificateTexts.revokeAct)}
        </Button>
      }
    >
      <div className="dialogform">
        <p>{t(certificateTexts.revokeLead)}</p>
        <Refusal problem={problem} />
        <SelectField
          label={t(certificateTexts.revokeReason)}
          options={revocationReasons.map((id) => ({ id, text: t(revocationReasonTexts[id]) }))}
          value={reason}
          onChange={setReason}
        />
        <TextAreaField
          label={t(certificateTexts.explain)}
          hint={t(certificateTexts.explainHint)}
          maxLength={2000}
          value={words}
          onChange={setWords}
        />
      </div>
    </Dialog>
  )
}
