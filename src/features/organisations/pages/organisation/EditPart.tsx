// One part of the coding string: added, changed or removed.
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Checkbox, RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { codingApi as api } from '../../api/coding.ts'
import { codingSources, isWellFormed, type CodingPart } from '../../rules/coding.ts'
import { codingTexts as texts } from '../../texts/coding.ts'
import { formOf, partName } from '../fields/CodingFields.tsx'

const fresh: CodingPart = {
  ...{ key: '', name: '', source: 'list', compulsory: false, digitsOnly: true },
  ...{ leastLength: 3, mostLength: 6, sieDimension: null, defaultCode: null },
}

/** `Särskilt objekt` is named `sarskiltobjekt` in orders and files. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .replace(/^\d+/, '')
    .slice(0, 40)

export function EditPart(props: {
  readonly whole: Output<typeof api.getCodingString>
  readonly part: CodingPart | null
  readonly onClose: () => void
}) {
  const t = useText()
  const { whole, part: before, onClose } = props
  const { act, busy, problem } = useAct(api.changeCodingString)
  const [part, setPart] = useState(before ?? fresh)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<CodingPart>) => setPart({ ...part, ...change })
  const key = before?.key ?? keyOf(part.name)
  const taken = !before && whole.parts.some((one) => one.key === key)
  const wrong = {
    name: !key || !part.name.trim() ? t(texts.writeName) : taken ? t(texts.nameTaken) : null,
    length: part.mostLength < part.leastLength ? t(texts.lengthWrong) : null,
    code:
      part.defaultCode !== null && !isWellFormed(part, part.defaultCode)
        ? t(texts.writeCode, formOf(part, t))
        : null,
  }
  const save = async (parts: readonly CodingPart[]) => {
    if (await act({ body: { separator: whole.separator, parts: [...parts] } })) onClose()
  }
  const submit = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const now = { ...part, key, name: part.name.trim() }
    void save(
      before ? whole.parts.map((one) => (one.key === key ? now : one)) : [...whole.parts, now],
    )
  }
  return (
    <FormDialog
      wide
      title={before ? t(texts.changePart, partName(before, t)) : t(texts.addPart)}
      act={t(before ? texts.save : texts.addPart)}
      busy={busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(texts.name)}
        hint={t(texts.nameHint)}
        autoFocus
        maxLength={60}
        value={part.name}
        onChange={(name) => set({ name })}
        wrong={tried ? wrong.name : null}
      />
      <RadioField
        label={t(texts.source)}
        options={codingSources.map((id) => ({ id, text: t(texts.sources[id]) }))}
        value={part.source}
        onChange={(source) => set({ source })}
      />
      <Checkbox
        label={t(texts.compulsory)}
        checked={part.compulsory}
        onChange={(compulsory) => set({ compulsory })}
      />
      <Checkbox
        label={t(texts.digitsOnly)}
        checked={part.digitsOnly}
        onChange={(digitsOnly) => set({ digitsOnly })}
      />
      <NumberField
        label={t(texts.leastLength)}
        min={1}
        max={40}
        value={part.leastLength}
        onChange={(leastLength) => set({ leastLength: leastLength ?? 1 })}
      />
      <NumberField
        label={t(texts.mostLength)}
        min={1}
        max={40}
        value={part.mostLength}
        onChange={(mostLength) => set({ mostLength: mostLength ?? 40 })}
        wrong={wrong.length}
      />
      <NumberField
        label={t(texts.dimension)}
        hint={t(texts.dimensionHint)}
        optional
        plain
        min={1}
        max={9999}
        value={part.sieDimension}
        onChange={(sieDimension) => set({ sieDimension })}
      />
      <TextField
        label={t(texts.defaultCode)}
        hint={t(texts.defaultHint)}
        optional
        maxLength={40}
        value={part.defaultCode ?? ''}
        onChange={(code) => set({ defaultCode: code.trim() || null })}
        wrong={tried ? wrong.code : null}
      />
      {before && whole.parts.length > 1 && (
        <div className="tools">
          <Button
            busy={busy}
            onPress={() => void save(whole.parts.filter((one) => one.key !== key))}
          >
            {t(texts.removePart)}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
