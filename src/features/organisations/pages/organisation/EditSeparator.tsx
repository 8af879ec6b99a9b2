import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { codingApi as api } from '../../api/coding.ts'
import { codingTexts as texts } from '../../texts/coding.ts'

export function EditSeparator(props: {
  readonly whole: Output<typeof api.getCodingString>
  readonly onClose: () => void
}) {
  const t = useText()
  const { whole, onClose } = props
  const { act, busy, problem } = useAct(api.changeCodingString)
  const [separator, setSeparator] = useState(whole.separator)
  const wrong = separator.length < 1
  const submit = async () => {
    if (!wrong && (await act({ body: { ...whole, separator } }))) onClose()
  }
  return (
    <FormDialog
      title={t(texts.changeSeparator)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t(texts.separator)}
        autoFocus
        maxLength={3}
        value={separator}
        onChange={setSeparator}
        wrong={wrong ? t(texts.writeSeparator) : null}
      />
    </FormDialog>
  )
}
