// The photo that a certificate of destruction lacks, added by a new certificate in its place.
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { certificatesApi } from '../api/certificates.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { mediaTexts } from '../texts/media-pages.ts'
import { sha256 } from './photo.ts'

export function PhotoDialog(props: {
  readonly certificateId: string
  readonly onClose: () => void
}) {
  const t = useText()
  const { act, busy, problem } = useAct(certificatesApi.addPhoto)
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [photo] = photos
  const add = async () => {
    if (!photo) return
    const params = { certificateId: props.certificateId }
    if (await act({ params, body: { photoSha256: await sha256(photo) } })) props.onClose()
  }
  return (
    <Dialog
      open
      title={t(certificateTexts.addPhoto)}
      onClose={props.onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          cannot={photo ? null : t(certificateTexts.choosePhoto)}
          onPress={() => void add()}
        >
          {t(certificateTexts.addPhotoAct)}
        </Button>
      }
    >
      <div className="dialogform">
        <p>{t(certificateTexts.addPhotoLead)}</p>
        <Refusal problem={problem} />
        <FileField
          label={t(mediaTexts.photo)}
          hint={t(mediaTexts.photoHint)}
          accept={['image/*']}
          files={photos}
          onChange={setPhotos}
        />
      </div>
    </Dialog>
  )
}
