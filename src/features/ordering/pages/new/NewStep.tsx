// Else new, and why: a reason of the closed list, and words where the need is special.
import { useState } from 'react'
import { LinkButton } from '../../../../web/kit/Button.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { hrefOf } from '../../../../web/kit/search.ts'
import { newReasons } from '../../rules/needs.ts'
import { reasonTexts } from '../../texts/words.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { newOrderSearch } from '../search.ts'
import type { Draft } from './draft.ts'
import { StepForm } from './StepForm.tsx'

export function NewStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { said, set } = draft
  const [tried, setTried] = useState(false)
  const wordless = said.reason === 'specialNeed' && !said.words.trim()
  const left = (draft.options?.poolCount ?? 0) - said.device.length
  return (
    <StepForm
      onNext={() => {
        setTried(true)
        if (said.reason && !wordless) draft.go('send')
      }}
    >
      {left > 0 && (
        <Notice
          tone="warn"
          title={t(texts.stillInPool, left)}
          act={
            <LinkButton
              small
              href={hrefOf('/orders/new', newOrderSearch, { ...said, step: 'have' })}
            >
              {t(texts.toPool)}
            </LinkButton>
          }
        />
      )}
      <RadioField
        label={t(texts.reason)}
        hint={t(texts.reasonHint)}
        options={newReasons.map((id) => ({ id, text: t(reasonTexts[id]) }))}
        value={said.reason || null}
        onChange={(reason) => set({ reason })}
        wrong={tried && !said.reason ? t(texts.chooseReason) : null}
      />
      <TextAreaField
        label={t(texts.words)}
        optional={said.reason !== 'specialNeed'}
        maxLength={500}
        value={said.words}
        onChange={(words) => set({ words })}
        wrong={tried && wordless ? t(texts.writeWords) : null}
      />
    </StepForm>
  )
}
