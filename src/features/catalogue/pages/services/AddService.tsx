import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { servicesApi as api } from '../../api/services.ts'
import {
  serviceContents,
  serviceFamilies,
  type ServiceContent,
  type ServiceFamily,
} from '../../rules/services.ts'
import { servicesTexts as texts } from '../../texts/pages.ts'
import { contentTexts, familyTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'

export function AddService({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.createService)
  const [name, setName] = useState('')
  const [family, setFamily] = useState<ServiceFamily>('computer')
  const [kind, setKind] = useState<DeviceKind>('laptop')
  const [termMonths, setTerm] = useState<number | null>(36)
  const [includes, setIncludes] = useState<readonly ServiceContent[]>(['device', 'return'])
  const [leastMemoryGb, setMemory] = useState<number | null>(null)
  const [leastStorageGb, setStorage] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!name.trim() || termMonths === null) return
    const made = await act({
      body: {
        ...{ name: name.trim(), family, kind, termMonths, includes: [...includes] },
        ...{ leastMemoryGb, leastStorageGb, leastScreenInches: null, osFamily: null },
        description: null,
      },
    })
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
      <TextField
        label={t(texts.name)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
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
      <ChecksField
        label={t(texts.content)}
        options={serviceContents.map((id) => ({ id, text: t(contentTexts[id]) }))}
        value={includes}
        onChange={setIncludes}
        optional
      />
      <NumberField
        label={t(texts.leastMemory)}
        unit="GB"
        value={leastMemoryGb}
        onChange={setMemory}
        min={1}
        optional
      />
      <NumberField
        label={t(texts.leastStorage)}
        unit="GB"
        value={leastStorageGb}
        onChange={setStorage}
        min={1}
        optional
      />
    </FormDialog>
  )
}
