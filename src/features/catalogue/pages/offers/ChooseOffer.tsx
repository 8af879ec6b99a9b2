import { useState } from 'react'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { comparisonsApi as api } from '../../api/comparisons.ts'
import { offersTexts as texts } from '../../texts/pages.ts'
import { choiceWords } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'

export function ChooseOffer(props: {
  readonly comparisonId: string
  readonly version: number
  readonly offer: { readonly id: string; readonly supplier: string }
  readonly onClose: () => void
}) {
  const { comparisonId, offer, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.chooseOffer)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const title = t(texts.chooseOffer, offer.supplier)
  const submit = async () => {
    setTried(true)
    if (!reason.trim()) return
    const body = { offerId: offer.id, reason: reason.trim() }
    const ifMatch = `"${props.version}"`
    if (await act({ params: { comparisonId }, body }, { ifMatch })) onClose()
  }
  return (
    <FormDialog
      title={title}
      act={title}
      busy={busy}
      problem={problem}
      words={{ ...refusals, ...choiceWords }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="prose">{t(texts.chooseLead)}</p>
      <TextAreaField
        label={t(texts.reason)}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        wrong={tried && !reason.trim() ? t(texts.writeReason) : null}
      />
    </FormDialog>
  )
}
