// A witness who did not see it says so, in words that the parties read.
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { TextAreaField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { witnessApi } from '../api/witness.ts'
import { witnessTexts as texts } from '../texts/witness-pages.ts'
import type { Asked } from './WitnessingPage.tsx'

/** As the endpoint asks. */
const SHORTEST = 10

export function DenyDialog(props: {
  readonly asked: Asked
  readonly onClose: () => void
  readonly onDenied: () => void
}) {
  const { asked, onClose, onDenied } = props
  const t = useText()
  const { act, busy, problem } = useAct(witnessApi.denyDestruction)
  const [words, setWords] = useState('')
  const explanation = words.trim()
  const short = explanation.length < SHORTEST ? t(texts.denyShort) : null
  const deny = async () => {
    if (short) return
    const params = { certificateId: asked.certificateId }
    if (!(await act({ params, body: { explanation } }))) return
    onClose()
    onDenied()
  }
  return (
    <Dialog
      open
      alert
      title={t(texts.denyTitle, asked.number)}
      onClose={onClose}
      acts={
        <Button kind="primary" busy={busy} cannot={short} onPress={() => void deny()}>
          {t(texts.denyAct)}
        </Button>
      }
    >
      <div className="dialogform">
        <p>{t(texts.denyLead)}</p>
        <Refusal problem={problem} />
        <TextAreaField
          label={t(texts.denyWords)}
          hint={t(texts.denyHint)}
          maxLength={2000}
          value={words}
          onChange={setWords}
        />
      </div>
    </Dialog>
  )
}
