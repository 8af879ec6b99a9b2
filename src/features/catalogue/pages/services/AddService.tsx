import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { servicesApi as api } from '../../api/services.ts'
import { serviceFamilies, type ServiceFamily } from '../../rules/services.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { familyTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'
import { NameField, PromiseFields, useServiceDraft, type ServiceDraft } from './service-draft.tsx'

const fresh: ServiceDraft = {
  ...{ name: '', description: null, includes: ['device', 'return'] as const },
  ...{ leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null, osFamily: null },
  ...{ leastCores: null, leastProcessorYear: null },
}

export function AddService({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.createService)
  const { draft, set, body } = useServiceDraft(fresh)
  const [family, setFamily] = useState<ServiceFamily>('computer')
  const [kind, setKind] = useState<DeviceKind>('laptop')
  const [termMonths, setTerm] = useState<number | null>(36)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!body.name || termMonths === null) return
    const made = await act({ body: { ...body, family, kind, termMonths } })
    if (made) router.history.push(`/services/${made.id}`)
  }
  return (
    <FormDialog
      title={t(texts.new)}
      act={t(texts.new)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NameField draft={draft} set={set} tried={tried} />
      <SelectField
        label={t(texts.family)}
        options={serviceFamilies.map((id) => ({ id, text: t(familyTexts[id]) }))}
        value={family}
        onChange={setFamily}
      />
      <SelectField
        label={t(texts.kind)}
        options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
        value={kind}
        onChange={setKind}
      />
      <NumberField
        label={t(texts.term)}
        unit={t(texts.monthsUnit)}
        value={termMonths}
        onChange={setTerm}
        min={1}
        max={120}
      />
      <PromiseFields draft={draft} set={set} />
    </FormDialog>
  )
}
