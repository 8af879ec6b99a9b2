// What is said of a service, the same when it is added and when it is changed.
import { useState } from 'react'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextAreaField, TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { osFamilies, type OsFamily } from '../../rules/requirements.ts'
import { serviceContents, type ServiceContent } from '../../rules/services.ts'
import { modelsTexts, servicesTexts as texts } from '../../texts/pages.ts'
import { contentTexts, osTexts } from '../../texts/words.ts'

export interface ServiceDraft {
  readonly name: string
  readonly description: string | null
  readonly includes: readonly ServiceContent[]
  readonly leastMemoryGb: number | null
  readonly leastStorageGb: number | null
  readonly leastScreenInches: number | null
  readonly leastCores: number | null
  readonly leastProcessorYear: number | null
  readonly osFamily: OsFamily | null
}

export function useServiceDraft(before: ServiceDraft) {
  const { name, description, includes, leastMemoryGb, leastStorageGb } = before
  const { leastScreenInches, leastCores, leastProcessorYear, osFamily } = before
  const [draft, setDraft] = useState<ServiceDraft>({
    ...{ name, description, includes, leastMemoryGb, leastStorageGb, leastScreenInches, osFamily },
    ...{ leastCores, leastProcessorYear },
  })
  const set = (change: Partial<ServiceDraft>) => setDraft({ ...draft, ...change })
  const body = {
    ...draft,
    name: draft.name.trim(),
    description: draft.description?.trim() || null,
    includes: [...draft.includes],
  }
  return { draft, set, body }
}

export function NameField(props: {
  readonly draft: ServiceDraft
  readonly set: (change: Partial<ServiceDraft>) => void
  readonly tried: boolean
}) {
  const t = useText()
  const { draft, set, tried } = props
  return (
    <TextField
      label={t(texts.name)}
      value={draft.name}
      onChange={(name) => set({ name })}
      maxLength={200}
      autoFocus
      wrong={tried && !draft.name.trim() ? t(texts.writeName) : null}
    />
  )
}

export function PromiseFields(props: {
  readonly draft: ServiceDraft
  readonly set: (change: Partial<ServiceDraft>) => void
}) {
  const t = useText()
  const { draft, set } = props
  return (
    <>
      <TextAreaField
        label={t(texts.description)}
        optional
        maxLength={1000}
        value={draft.description ?? ''}
        onChange={(description) => set({ description })}
      />
      <ChecksField
        label={t(texts.content)}
        options={serviceContents.map((id) => ({ id, text: t(contentTexts[id]) }))}
        value={draft.includes}
        onChange={(includes) => set({ includes })}
        optional
      />
      <NumberField
        label={t(texts.leastMemory)}
        unit="GB"
        value={draft.leastMemoryGb}
        onChange={(leastMemoryGb) => set({ leastMemoryGb })}
        min={1}
        optional
      />
      <NumberField
        label={t(texts.leastStorage)}
        unit="GB"
        value={draft.leastStorageGb}
        onChange={(leastStorageGb) => set({ leastStorageGb })}
        min={1}
        optional
      />
      <NumberField
        label={t(texts.leastScreen)}
        unit={t(texts.inches)}
        value={draft.leastScreenInches}
        onChange={(leastScreenInches) => set({ leastScreenInches })}
        min={0.5}
        step={0.1}
        decimals={1}
        plain
        optional
      />
      <NumberField
        label={t(texts.leastCores)}
        value={draft.leastCores}
        onChange={(leastCores) => set({ leastCores })}
        min={1}
        max={1024}
        optional
      />
      <NumberField
        label={t(texts.leastProcessorYear)}
        hint={t(texts.processorYearHint)}
        value={draft.leastProcessorYear}
        onChange={(leastProcessorYear) => set({ leastProcessorYear })}
        min={2001}
        max={2100}
        plain
        year
        optional
      />
      <SelectField
        label={t(modelsTexts.os)}
        optional
        options={[
          { id: 'any' as const, text: t(texts.any) },
          ...osFamilies.map((id) => ({ id, text: t(osTexts[id]) })),
        ]}
        value={draft.osFamily ?? 'any'}
        onChange={(id) => set({ osFamily: id === 'any' ? null : id })}
      />
    </>
  )
}
