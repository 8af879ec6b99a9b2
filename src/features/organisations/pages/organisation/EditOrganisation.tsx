// Name and number of the organisation itself: what partners find it by, and what papers say.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { refusals } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import { organisationNumberOf, shownNumber } from './number.ts'

export function EditOrganisation({ onClose }: { readonly onClose: () => void }) {
  const { data } = useEndpoint(api.getOrganisation, {})
  return data ? <Form before={data} onClose={onClose} /> : null
}

function Form(props: {
  readonly before: Output<typeof api.getOrganisation>
  readonly onClose: () => void
}) {
  const t = useText()
  const { before, onClose } = props
  const { act, busy, problem } = useAct(api.changeOrganisation)
  const [name, setName] = useState(before.name)
  const [number, setNumber] = useState(shownNumber(before.organisationNumber))
  const [tried, setTried] = useState(false)
  const organisationNumber = organisationNumberOf(number)
  const wrongNumber = number.trim() !== '' && !organisationNumber
  const submit = async () => {
    setTried(true)
    if (!name.trim() || wrongNumber) return
    if (await act({ body: { name: name.trim(), organisationNumber } })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.changeOrganisation)}
      act={t(texts.saveOrganisation)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t(texts.name)}
        hint={t(texts.organisationNameHint)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
      <TextField
        label={t(texts.organisationNumber)}
        hint={t(texts.ownNumberHint)}
        optional
        value={number}
        onChange={setNumber}
        maxLength={20}
        serial
        wrong={tried && wrongNumber ? t(texts.writeNumber) : null}
      />
    </FormDialog>
  )
}
