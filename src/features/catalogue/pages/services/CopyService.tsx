import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { servicesApi as api } from '../../api/services.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { refusals } from '../../texts.ts'

export function CopyService(props: { readonly serviceId: string; readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.copyService)
  const [name, setName] = useState('')
  const [validFromOn, setFrom] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!name.trim() || !validFromOn) return
    const params = { serviceId: props.serviceId }
    const made = await act({ params, body: { name: name.trim(), validFromOn } })
    if (!made) return
    props.onClose()
    router.history.push(`/services/${made.id}`)
  }
  return (
    <FormDialog
      title={t(texts.copy)}
      act={t(texts.copy)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <p className="prose">{t(texts.copyLead)}</p>
      <TextField
        label={t(texts.newName)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
      <DayField
        label={t(texts.priceFrom)}
        value={validFromOn}
        onChange={setFrom}
        wrong={tried && !validFromOn ? t(texts.chooseDay) : null}
      />
    </FormDialog>
  )
}
