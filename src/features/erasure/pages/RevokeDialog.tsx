// A certificate withdrawn, with a reason from a list and in words.
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextAreaField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { certificatesApi } from '../api/certificates.ts'
import { revocationReasons } from '../rules/states.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { revocationReasonTexts } from '../texts/refusals.ts'
import type { Shown } from './CertificatePage.tsx'

/** As the endpoint asks. */
const SHORTEST = 10

export function RevokeDialog(props: { readonly certificate: Shown; readonly onClose: () => void }) {
  const { certificate, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(certificatesApi.revokeCertificate)
  const [reason, setReason] = useState<(typeof revocationReasons)[number] | null>(null)
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
