import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Checkbox } from '../../../../web/kit/field/CheckField.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { modelsApi as api } from '../../api/models.ts'
import {
  labelLevels,
  labelSchemes,
  requirementKeys,
  type LabelScheme,
  type RequirementKey,
  type RequirementValue,
} from '../../rules/requirements.ts'
import { modelsTexts as texts } from '../../texts/pages.ts'
import { criterionTexts, schemeTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'
import { ValueField } from '../ValueField.tsx'
import { shownValue } from '../values.ts'

export function CheckRequirement(props: {
  readonly model: Output<typeof api.getModel>
  readonly onClose: () => void
}) {
  const { model, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.setRequirement)
  const knownOf = (key: RequirementKey) => model.requirements.find((one) => one.key === key)
  const first = model.requirements.find((one) => one.value === null)?.key ?? requirementKeys[0]
  const [key, setKey] = useState<RequirementKey>(first)
  const [value, setValue] = useState<RequirementValue | null>(knownOf(first)?.value ?? null)
  const [source, setSource] = useState(knownOf(first)?.source ?? '')
  const [unknown, setUnknown] = useState(false)
  const [tried, setTried] = useState(false)
  const choose = (next: RequirementKey) => {
    setKey(next)
    setValue(knownOf(next)?.value ?? null)
    setSource(knownOf(next)?.source ?? '')
    setUnknown(false)
    setTried(false)
  }
  const submit = async () => {
    setTried(true)
    if (!unknown && (value === null || !source.trim())) return
    const body = { value: unknown ? null : value, source: source.trim() || null }
    if (await act({ params: { modelId: model.id, key }, body })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.check)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t(texts.requirement)}
        options={requirementKeys.map((id) => ({ id, text: t(criterionTexts[id]) }))}
        value={key}
        onChange={choose}
        autoFocus
      />
      <Checkbox label={t(texts.isUnknown)} checked={unknown} onChange={setUnknown} />
      {!unknown && (
        <ValueField
          key={key}
          criterion={key}
          label={t(texts.value)}
          value={value}
          onChange={setValue}
          wrong={tried && value === null ? t(texts.write) : null}
        />
      )}
      <TextField
        label={t(texts.source)}
        value={source}
        onChange={setSource}
        maxLength={500}
        optional={unknown}
        wrong={tried && !unknown && !source.trim() ? t(texts.write) : null}
      />
    </FormDialog>
  )
}

export function AddLabel(props: { readonly modelId: string; readonly onClose: () => void }) {
  const t = useText()
  const formats = useFormat()
  const { act, busy, problem } = useAct(api.addLabel)
  const [scheme, setScheme] = useState<LabelScheme>('tcoCertified')
  const [level, setLevel] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const [validUntilOn, setUntil] = useState<string | null>(null)
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (value: string | null) => (tried && !value?.trim() ? t(texts.write) : null)
  const submit = async () => {
    setTried(true)
    if (!level || !number.trim() || !source.trim()) return
    const body = { scheme, level, number: number.trim(), validUntilOn, source: source.trim() }
    if (await act({ params: { modelId: props.modelId }, body })) props.onClose()
  }
  return (
    <FormDialog
      title={t(texts.addLabel)}
      act={t(texts.addLabel)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <SelectField
        label={t(texts.scheme)}
        options={labelSchemes.map((id) => ({ id, text: t(schemeTexts[id]) }))}
        value={scheme}
        onChange={(next: LabelScheme) => {
          setScheme(next)
          setLevel(null)
        }}
        autoFocus
      />
      <SelectField
        label={t(texts.level)}
        options={labelLevels[scheme].map((id) => ({
          id: id as string,
          text: shownValue(scheme, id, t, formats),
        }))}
        value={level}
        onChange={setLevel}
        wrong={missing(level)}
      />
      <TextField
        label={t(texts.number)}
        value={number}
        onChange={setNumber}
        maxLength={100}
        serial
        wrong={missing(number)}
      />
      <DayField label={t(texts.validUntil)} value={validUntilOn} onChange={setUntil} optional />
      <TextField
        label={t(texts.source)}
        value={source}
        onChange={setSource}
        maxLength={500}
        wrong={missing(source)}
      />
    </FormDialog>
  )
}
