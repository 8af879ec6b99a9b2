// One certificate with every field, what it does not claim, and its withdrawal.
import './erasure.css'
import type { Output } from '../../../core/endpoint.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { Facts, type Fact } from '../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead, Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../web/kit/values.tsx'
import { api as devices } from '../../devices/api.ts'
import { notCheckedOf, type CertificateContent } from '../../proofs/rules/content.ts'
import { certificateTexts as words } from '../../proofs/texts/certificate.ts'
import { notCheckedTexts } from '../../proofs/texts/certificate-terms.ts'
import { certificatesApi } from '../api/certificates.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { revocationReasonTexts } from '../texts/refusals.ts'
import {
  destructionFacts,
  erasureFacts,
  evidenceFacts,
  mediumFacts,
  verdictFacts,
} from './certificate-facts.ts'
import { standingOf } from './certificate-standing.ts'
import { CertificateActs } from './CertificateActs.tsx'
import { Part } from './CertificatePart.tsx'
import { RecordPart, Signatures } from './CertificateRecord.tsx'

export type Shown = Output<typeof certificatesApi.getCertificate>

export default function CertificatePage() {
  const t = useText()
  const params = { certificateId: useParam('certificateId') }
  const { data, error } = useEndpoint(certificatesApi.getCertificate, { params }, { keep: false })
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
        acts={<CertificateActs certificate={certificate} content={content} />}
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
