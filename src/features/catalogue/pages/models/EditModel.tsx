// Adds a model, or changes what one is. What somebody else changed meanwhile is not overwritten.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { deviceKinds, type DeviceKind } from '../../../devices/rules/kinds.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { modelsApi as api } from '../../api/models.ts'
import { osFamilies, type OsFamily } from '../../rules/requirements.ts'
import { modelsTexts as texts, servicesTexts } from '../../texts/pages.ts'
import { osTexts } from '../../texts/words.ts'
import { refusals } from '../../texts.ts'

type Shown = Output<typeof api.getModel>

export function EditModel(props: { readonly model?: Shown; readonly onClose: () => void }) {
  const { model } = props
  const t = useText()
  const router = useRouter()
  const creating = useAct(api.createModel)
  const changing = useAct(api.changeModel)
  const [facts, setFacts] = useState(() => factsOf(model))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change })
  const missing = (value: string) => (tried && !value.trim() ? t(texts.write) : null)
  const submit = async () => {
    setTried(true)
    if (!facts.maker.trim() || !facts.name.trim()) return
    const body = bodyOf(facts)
    if (!model) {
      const made = await creating.act({ body })
      if (made) router.history.push(`/models/${made.id}`)
      return
    }
    const ifMatch = `"${model.version}"`
    if (await changing.act({ params: { modelId: model.id }, body }, { ifMatch })) props.onClose()
  }
  const words = (name: 'maker' | 'name' | 'modelNumber' | 'cpu' | 'gtin' | 'footprintSource') => ({
    label: t(texts[name]),
    value: facts[name],
    onChange: (value: string) => set({ [name]: value }),
    maxLength: name === 'gtin' ? 14 : 200,
  })
  const figure = (
    name: 'cpuCores' | 'memoryGb' | 'storageGb' | 'screenInches' | 'useMonths' | 'footprintKg',
  ) => ({
    value: facts[name],
    onChange: (value: number | null) => set({ [name]: value }),
    ...{ plain: true, optional: true, min: 0 },
  })
  return (
    <FormDialog
      title={model ? `${model.maker} ${model.name}` : t(texts.new)}
      act={model ? t(texts.save) : t(texts.new)}
      busy={creating.busy || changing.busy}
      problem={creating.problem ?? changing.problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <TextField {...words('maker')} autoFocus wrong={missing(facts.maker)} />
      <TextField {...words('name')} wrong={missing(facts.name)} />
      <SelectField
        label={t(texts.kind)}
        options={deviceKinds.map((id) => ({ id, text: t(kindTexts[id]) }))}
        value={facts.kind}
        onChange={(kind: DeviceKind) => set({ kind })}
      />
      <TextField {...words('modelNumber')} optional />
      <TextField {...words('cpu')} hint={t(texts.cpuHint)} optional />
      <NumberField label={t(texts.cpuCores)} {...figure('cpuCores')} />
      <NumberField label={t(texts.memory)} unit="GB" {...figure('memoryGb')} />
      <NumberField label={t(texts.storage)} unit="GB" {...figure('storageGb')} />
      <NumberField
        label={t(texts.screen)}
        unit={t(texts.inchUnit)}
        decimals={1}
        {...figure('screenInches')}
      />
      <SelectField
        label={t(texts.os)}
        optional
        options={[
          { id: '' as const, text: t(texts.unknown) },
          ...osFamilies.map((id) => ({ id, text: t(osTexts[id]) })),
        ]}
        value={facts.osFamily}
        onChange={(osFamily: OsFamily | '') => set({ osFamily })}
      />
      <TextField {...words('gtin')} optional serial />
      <NumberField
        label={t(texts.use)}
        unit={t(servicesTexts.monthsUnit)}
        {...figure('useMonths')}
      />
      <NumberField label={t(texts.footprint)} unit="kg" decimals={1} {...figure('footprintKg')} />
      <TextField {...words('footprintSource')} optional />
    </FormDialog>
  )
}

const factsOf = (model: Shown | undefined) => ({
  maker: model?.maker ?? '',
  name: model?.name ?? '',
  kind: model?.kind ?? ('laptop' as DeviceKind),
  modelNumber: model?.modelNumber ?? '',
  cpu: model?.cpu ?? '',
  cpuCores: model?.cpuCores ?? null,
  memoryGb: model?.memoryGb ?? null,
  storageGb: model?.storageGb ?? null,
  screenInches: model?.screenInches ?? null,
  osFamily: model?.osFamily ?? ('' as OsFamily | ''),
  gtin: model?.gtin ?? '',
  useMonths: model?.useMonths ?? null,
  footprintKg: model?.footprintKg ?? null,
  footprintSource: model?.footprintSource ?? '',
})

const bodyOf = (facts: ReturnType<typeof factsOf>) => ({
  ...facts,
  modelNumber: facts.modelNumber.trim() || null,
  cpu: facts.cpu.trim() || null,
  cpuCores: facts.cpuCores || null,
  osFamily: facts.osFamily || null,
  gtin: facts.gtin.trim() || null,
  memoryGb: facts.memoryGb || null,
  storageGb: facts.storageGb || null,
  screenInches: facts.screenInches || null,
  useMonths: facts.useMonths || null,
  footprintKg: facts.footprintKg || null,
  footprintSource: facts.footprintSource.trim() || null,
})
