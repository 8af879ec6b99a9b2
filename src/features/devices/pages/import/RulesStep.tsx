// Step 3: what tells devices apart, and what an empty cell means.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importFields } from '../../rules/import/fields.ts'
import { deviceKinds, type DeviceKind } from '../../rules/kinds.ts'
import { importKeys, type ImportKey } from '../../rules/import/plan.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { kindTexts } from '../../texts.ts'
import { hrefOfImport } from './address.ts'
import { bodyOf, type MappingBody, type Preview, type Run } from './shapes.ts'
import { capital } from './shown-value.ts'
import { useMapping } from './use-mapping.ts'
import { importWords } from './words.ts'

const orders = ['dmy', 'mdy', 'ymd'] as const
const NONE = 'none'

export function RulesStep({ run, preview }: { readonly run: Run; readonly preview: Preview }) {
  const t = useText()
  const router = useRouter()
  const { map, busy, problem } = useMapping(run.id)
  const check = useAct(importApi.checkImport)
  const filled = new Set<string>(preview.columns.map(({ field }) => field))
  const keys = importKeys.filter((key) => key.split('+').every((field) => filled.has(field)))
  const [key, setKey] = useState<ImportKey | null>(
    keys.includes(preview.key) ? preview.key : (keys[0] ?? null),
  )
  const [emptyClears, setEmptyClears] = useState(preview.chosen.emptyClears ?? false)
  const [kind, setKind] = useState<string>(preview.chosen.defaultKind ?? NONE)
  const [dateOrder, setDateOrder] = useState(preview.dateOrder)
  const [saveAs, setSaveAs] = useState('')
  const hasDays = preview.columns.some(({ field }) =>
    ['day', 'instant'].includes(importFields[field].type),
  )
  const goOn = async () => {
    if (!key) return
    const { defaultKind: _before, ...kept } = bodyOf(preview, { key, dateOrder, emptyClears })
    const body: MappingBody = {
      ...kept,
      ...(kind !== NONE && { defaultKind: kind as DeviceKind }),
      ...(saveAs.trim() && { saveAs: saveAs.trim() }),
    }
    if (!(await map(body))) return
    if (await check.act({ params: { importId: run.id } }))
      router.history.push(hrefOfImport(run.id, 'review'))
  }
  if (!key)
    return (
      <div className="wizardstep">
        <h2>{t(texts.rulesHead)}</h2>
        <Notice
          tone="warn"
          title={t(texts.noKey)}
          act={
            <LinkButton small href={hrefOfImport(run.id, 'columns')}>
              {t(texts.stepColumns)}
            </LinkButton>
          }
        />
      </div>
    )
  return (
    <form
      className="wizardstep"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void goOn()
      }}
    >
      <h2>{t(texts.rulesHead)}</h2>
      <Refusal problem={problem ?? check.problem} words={importWords} />
      <RadioField
        label={t(texts.key)}
        hint={t(texts.keyHint)}
        options={keys.map((id) => ({
          id,
          text: capital(t(texts.keys[id])),
          note: t(texts.keyNotes[id]),
        }))}
        value={key}
        onChange={setKey}
      />
      <RadioField
        label={t(texts.emptyCells)}
        options={[
          { id: 'keep', text: capital(t(texts.emptyKeeps)), note: t(texts.emptyKeepsNote) },
          { id: 'clear', text: capital(t(texts.emptyClears)), note: t(texts.emptyClearsNote) },
        ]}
        value={emptyClears ? 'clear' : 'keep'}
        onChange={(id) => setEmptyClears(id === 'clear')}
      />
      <SelectField
        label={t(texts.defaultKind)}
        hint={t(texts.defaultKindHint)}
        options={[
          { id: NONE, text: capital(t(texts.noDefault)) },
          ...deviceKinds.map((id) => ({ id: id as string, text: t(kindTexts[id]) })),
        ]}
        value={kind}
        onChange={setKind}
      />
      {hasDays && (
        <SelectField
          label={t(texts.dateOrder)}
          hint={t(texts.dateOrderHint)}
          options={orders.map((id) => ({ id, text: t(texts[id]) }))}
          value={dateOrder}
          onChange={setDateOrder}
        />
      )}
      <TextField
        label={t(texts.saveAs)}
        hint={t(texts.saveAsHint)}
        optional
        value={saveAs}
        onChange={setSaveAs}
        maxLength={100}
      />
      <div className="tools">
        <Button kind="primary" type="submit" busy={busy || check.busy}>
          {t(texts.check)}
        </Button>
        <span className="muted">{t(texts.checkNote)}</span>
      </div>
    </form>
  )
}
