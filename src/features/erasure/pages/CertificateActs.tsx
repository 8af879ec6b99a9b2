// What can be done with a certificate: printed, shown, given a photo, withdrawn.
import { Download, QrCode } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { type CertificateContent } from '../../proofs/rules/content.ts'
import { publicTexts } from '../../proofs/texts/public.ts'
import { api as proofs } from '../../proofs/api.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { pdfHref } from './CertificatesPage.tsx'
import { PhotoDialog } from './PhotoDialog.tsx'
import type { Shown } from './CertificatePage.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

export function CertificateActs(props: {
  readonly certificate: Shown
  readonly content: CertificateContent
}) {
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
    !certificate.revokedAt &&
    !certificate.supersededBy &&
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
