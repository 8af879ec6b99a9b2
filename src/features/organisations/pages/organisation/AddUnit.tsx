import { useState } from 'react'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../../api/organisation.ts'
import { refusals } from '../../texts.ts'
import { settingsTexts as texts } from '../../texts/settings.ts'
import type { TreeRow } from './unit-tree.ts'

const kinds = ['department', 'unit'] as const

export function AddUnit(props: {
  readonly units: readonly TreeRow[]
  readonly onClose: () => void
}) {
  const t = useText()
  const { act, busy, problem } = useAct(api.createUnit)
  const [kind, setKind] = useState<(typeof kinds)[number]>(
    props.units.length === 0 ? 'department' : 'unit',
  )
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState<string | null>(null)
  const [costCentre, setCostCentre] = useState('')
  const [tried, setTried] = useState(false)
  const orphan = kind === 'unit' && parentId === null
  const submit = async () => {
    setTried(true)
    if (!name.trim() || orphan) return
    const made = await act({
      body: {
        kind,
        name: name.trim(),
        parentId: kind === 'unit' ? parentId : null,
        costCentre: costCentre.trim() || null,
      },
    })
    if (made) props.onClose()
  }
  return (
    <FormDialog
      title={t(texts.addUnit)}
      act={t(texts.addUnit)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <RadioField
        label={t(texts.unitKind)}
        options={kinds.map((id) => ({
          id,
          text: t(texts[id]),
          note: t(id === 'department' ? texts.departmentNote : texts.unitNote),
        }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'unit' && (
        <ComboField
          label={t(texts.under)}
          options={props.units.map((unit) => ({
            id: unit.id,
            text: unit.name,
            note: t(texts[unit.kind]),
          }))}
          value={parentId}
          onChange={setParentId}
          wrong={tried && orphan ? t(texts.chooseParent) : null}
        />
      )}
      <TextField
        label={t(texts.name)}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        wrong={tried && !name.trim() ? t(texts.writeName) : null}
      />
      <TextField
        label={t(texts.costCentre)}
        hint={t(texts.costCentreHint)}
        optional
        value={costCentre}
        onChange={setCostCentre}
        maxLength={50}
      />
    </FormDialog>
  )
}
