// A new order: one question a page, in the order that saves the most.
import './ordering.css'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Steps } from '../../../web/kit/Steps.tsx'
import { listTexts } from '../texts/pages.ts'
import { wizardTexts as texts } from '../texts/wizard.ts'
import { HaveStep } from './new/HaveStep.tsx'
import { NeedStep } from './new/NeedStep.tsx'
import { NewStep } from './new/NewStep.tsx'
import { ReuseStep } from './new/ReuseStep.tsx'
import { SendStep } from './new/SendStep.tsx'
import { useDraft, useSteps } from './new/draft.ts'

const parts = {
  need: NeedStep,
  have: HaveStep,
  reuse: ReuseStep,
  new: NewStep,
  send: SendStep,
}

export default function NewOrderPage() {
  const t = useText()
  const draft = useDraft()
  const { step } = draft.said
  const Part = parts[step]
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={{ href: '/orders', text: t(listTexts.title) }}
      />
      <Steps steps={useSteps(draft)} current={step}>
        <h2>{t(texts.steps[step])}</h2>
        <Part key={step} draft={draft} />
      </Steps>
    </>
  )
}
