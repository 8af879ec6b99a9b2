import { ArrowRight } from 'lucide-react'
import { Button } from '../../../../web/kit/Button.tsx'
import '../../../../web/kit/field/field.css'
import { useText } from '../../../../web/kit/language.tsx'
import { wizardTexts as texts } from '../../texts/wizard.ts'

/** One question: its fields, and the way on. */
export function StepForm(props: {
  readonly onNext: () => void
  readonly children: React.ReactNode
}) {
  const t = useText()
  return (
    <form
      className="form ordform"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onNext()
      }}
    >
      {props.children}
      <div className="tools">
        <Button kind="primary" type="submit" icon={ArrowRight}>
          {t(texts.next)}
        </Button>
      </div>
    </form>
  )
}
