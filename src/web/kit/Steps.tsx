// A wizard: one question a page. Steps stand at left with the answers so far.
import './page.css'
import { Check } from 'lucide-react'
import { texts } from '../texts.ts'
import { useText } from './language.tsx'
import { Link } from './Link.tsx'

export interface Step {
  readonly id: string
  /** The question, short: `Behövs det?` */
  readonly text: string
  /** What was answered; absent for what is to come. */
  readonly answer?: string
  /** Where the answer is changed. */
  readonly href?: string
}

export function Steps(props: {
  readonly steps: readonly Step[]
  readonly current: string
  readonly children: React.ReactNode
}) {
  const t = useText()
  const at = props.steps.findIndex((step) => step.id === props.current)
  return (
    <div className="wizard">
      <nav aria-label={t(texts.steps)}>
        <ol className="steps">
          {props.steps.map((step, index) => (
            <li
              key={step.id}
              className={index < at ? 'past' : undefined}
              aria-current={index === at ? 'step' : undefined}
            >
              <span>{index < at ? <Check aria-label={t(texts.done)} /> : index + 1}</span>
              <span>{step.text}</span>
              {step.answer && (
                <span className="answer">
                  {step.answer}{' '}
                  {step.href && (
                    <Link href={step.href} aria-label={`${t(texts.change)}: ${step.text}`}>
                      {t(texts.change)}
                    </Link>
                  )}
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div>
        <p className="note">{t(texts.stepOf, at + 1, props.steps.length)}</p>
        {props.children}
      </div>
    </div>
  )
}
