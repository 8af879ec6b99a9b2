// What is given of a service, and the last day that it can be ordered. Its prices stand as they are.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { servicesApi as api } from '../../api/services.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { refusals } from '../../texts.ts'
import { NameField, PromiseFields, useServiceDraft } from './service-draft.tsx'

export function ChangeService(props: {
  readonly service: Output<typeof api.getService>
  readonly onClose: () => void
}) {
  const t = useText()
  const { service, onClose } = props
  const { act, busy, problem } = useAct(api.changeService)
  const { draft, set, body } = useServiceDraft(service)
  const [closedOn, setClosed] = useState(service.closedOn)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!body.name) return
    const params = { serviceId: service.id }
    const changed = await act(
      { params, body: { ...body, closedOn } },
      { ifMatch: `"${service.version}"` },
    )
    if (changed) onClose()
  }
  return (
    <FormDialog
      title={t(texts.change)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NameField draft={draft} set={set} tried={tried} />
      <PromiseFields draft={draft} set={set} />
      <DayField
        label={t(texts.closedSince)}
        hint={t(texts.closedHint)}
        optional
        value={closedOn}
        onChange={setClosed}
      />
    </FormDialog>
  )
}
