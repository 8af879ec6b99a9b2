// A comparison is begun and changed: the need, and the requirements one by one.
import { Plus, X } from 'lucide-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Input, Output } from '../../../../core/endpoint.ts'
import { Button, IconButton } from '../../../../web/kit/Button.tsx'
import { Checkbox } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { comparisonsApi as api } from '../../api/comparisons.ts'
import { criterionKeys, type CriterionKey } from '../../rules/criteria.ts'
import type { Criterion } from '../../rules/offers.ts'
import type { RequirementValue } from '../../rules/requirements.ts'
import { modelsTexts, offersTexts as texts } from '../../texts/pages.ts'
import { criterionTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'
import { ValueField } from '../ValueField.tsx'
import { shownLeast } from '../values.ts'

type Body = Omit<Input<typeof api.createComparison>['body'], 'serviceId'>

export function NewComparison({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const { act, busy, problem } = useAct(api.createComparison)
  return (
    <ComparisonForm
      before={{ title: '', kind: 'laptop', deviceCount: 0, requirements: [] }}
      title={t(texts.new)}
      act={t(texts.begin)}
      busy={busy}
      problem={problem}
      choosesKind
      onSay={async (said) => {
        const made = await act({ body: { ...said, serviceId: null } })
        if (made) router.history.push(`/offer-comparisons/${made.id}`)
      }}
      onClose={onClose}
    />
  )
}

/** Until an offer is chosen; what has been offered is judged anew. */
export function ChangeComparison(props: {
  readonly comparison: Output<typeof api.getComparison>
  readonly onClose: () => void
}) {
  const t = useText()
  const { comparison, onClose } = props
  const { act, busy, problem } = useAct(api.changeComparison)
  return (
    <ComparisonForm
      before={comparison}
      title={t(texts.changeIt)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      onSay={async ({ title, deviceCount, requirements }) => {
        const params = { comparisonId: comparison.id }
        const body = { title, deviceCount, requirements }
        if (await act({ params, body }, { ifMatch: `"${comparison.version}"` })) onClose()
      }}
      onClose={onClose}
    />
  )
}

function ComparisonForm(props: {
  readonly before: Pick<Body, 'title' | 'kind' | 'deviceCount'> & {
    readonly requirements: readonly Criterion[]
  }
  readonly title: string
  readonly act: string
  readonly busy: boolean
  readonly problem: Error | null
  readonly choosesKind?: boolean
  readonly onSay: (said: Body) => Promise<void>
  readonly onClose: () => void
}) {
  const t = useText()
  const { before, choosesKind, onSay, ...form } = props
  const [title, setTitle] = useState(before.title)
  const [kind, setKind] = useState<DeviceKind>(before.kind)
  const [deviceCount, setCount] = useState<number | null>(before.deviceCount || null)
  const [requirements, setRequirements] = useState(before.requirements)
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (!title.trim() || !deviceCount || requirements.length === 0) return
    void onSay({ title: title.trim(), kind, deviceCount, requirements: [...requirements] })
  }
  return (
    <FormDialog {...form} words={refusals} onSubmit={submit}>
      <TextField
        label={t(texts.name)}
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
        wrong={tried && !title.trim() ? t(modelsTexts.write) : null}
      />
      {choosesKind && (
        <SelectField
          label={t(modelsTexts.kind)}
          options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <NumberField
        label={t(texts.count)}
        value={deviceCount}
        onChange={setCount}
        min={1}
        plain
        wrong={tried && !deviceCount ? t(modelsTexts.write) : null}
      />
      <Chosen requirements={requirements} onChange={setRequirements} />
      <AddCriterion
        taken={requirements.map(({ key }) => key)}
        onAdd={(one) => setRequirements([...requirements, one])}
        wrong={tried && requirements.length === 0 ? t(texts.needRequirement) : null}
      />
    </FormDialog>
  )
}

function Chosen(props: {
  readonly requirements: readonly Criterion[]
  readonly onChange: (requirements: readonly Criterion[]) => void
}) {
  const t = useText()
  const formats = useFormat()
  if (props.requirements.length === 0) return null
  return (
    <ul className="criteria">
      {props.requirements.map(({ key, least, compulsory, weight }) => (
        <li key={key}>
          <span>
            <b>{t(criterionTexts[key])}</b> {shownLeast(key, least, t, formats)}
          </span>
          <span className="faint">
            {compulsory ? t(texts.compulsory) : t(texts.weight, weight)}
          </span>
          <IconButton
            icon={X}
            label={t(texts.removeRequirement, t(criterionTexts[key]))}
            onPress={() => props.onChange(props.requirements.filter((one) => one.key !== key))}
          />
        </li>
      ))}
    </ul>
  )
}

function AddCriterion(props: {
  readonly taken: readonly CriterionKey[]
  readonly onAdd: (criterion: Criterion) => void
  readonly wrong: string | null
}) {
  const t = useText()
  const left = criterionKeys.filter((key) => !props.taken.includes(key))
  const [key, setKey] = useState<CriterionKey | null>(null)
  const [least, setLeast] = useState<RequirementValue | null>(null)
  const [compulsory, setCompulsory] = useState(true)
  const [weight, setWeight] = useState<number | null>(10)
  const chosen = key && left.includes(key) ? key : null
  const add = () => {
    if (!chosen || least === null) return
    props.onAdd({ key: chosen, least, compulsory, weight: compulsory ? 0 : (weight ?? 10) })
    setKey(null)
    setLeast(null)
  }
  return (
    <fieldset className="criterion">
      <legend className="vh">{t(texts.addRequirement)}</legend>
      <SelectField
        label={t(texts.requirement)}
        options={left.map((id) => ({ id, text: t(criterionTexts[id]) }))}
        value={chosen}
        onChange={(next: CriterionKey) => {
          setKey(next)
          setLeast(null)
        }}
        wrong={props.wrong}
      />
      {chosen && (
        <>
          <ValueField
            key={chosen}
            criterion={chosen}
            label={t(texts.least)}
            value={least}
            onChange={setLeast}
          />
          <Checkbox label={t(texts.compulsory)} checked={compulsory} onChange={setCompulsory} />
          {!compulsory && (
            <NumberField
              label={t(texts.weightLabel)}
              value={weight}
              onChange={setWeight}
              min={1}
              max={100}
            />
          )}
          <Button icon={Plus} onPress={add} cannot={least === null ? t(modelsTexts.write) : null}>
            {t(texts.addRequirement)}
          </Button>
        </>
      )}
    </fieldset>
  )
}
