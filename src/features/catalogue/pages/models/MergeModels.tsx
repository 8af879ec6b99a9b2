import { useState } from 'react'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import type { DeviceKind } from '../../../devices/rules/kinds.ts'
import { modelsApi as api } from '../../api/models.ts'
import { modelsTexts as texts } from '../../texts/pages.ts'
import { refusals } from '../../texts.ts'

export function MergeModels(props: {
  readonly modelId: string
  readonly kind: DeviceKind
  readonly onClose: () => void
}) {
  const { modelId, kind, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.mergeModels)
  const [q, search] = useState('')
  const { data } = useEndpoint(api.listModels, { query: { kind, limit: 20, ...(q && { q }) } })
  const [duplicate, setDuplicate] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!duplicate) return
    if (await act({ params: { modelId }, body: { modelIds: [duplicate] } })) onClose()
  }
  return (
    <FormDialog
      title={t(texts.merge)}
      act={t(texts.merge)}
      busy={busy}
      problem={problem}
      words={refusals}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="prose">{t(texts.mergeLead)}</p>
      <ComboField
        label={t(texts.duplicate)}
        options={(data?.items ?? [])
          .filter((one) => one.id !== modelId)
          .map((one) => ({ id: one.id, text: `${one.maker} ${one.name}` }))}
        value={duplicate}
        onChange={setDuplicate}
        onSearch={search}
        wrong={tried && !duplicate ? t(texts.choose) : null}
      />
    </FormDialog>
  )
}
