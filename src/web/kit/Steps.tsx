// A wizard: one question a page. Steps stand at left with the answers so far.
import './page.css'
import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
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

/** The step that was left took the focus with it: the one that came takes it up. */
function useStepFocus(current: string) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(current)
  useEffect(() => {
    if (before.current === current) return
    before.current = current
    if (!box.current?.contains(document.activeElement)) box.current?.focus()
  }, [current])
  return box
}

export function Steps(props: {
  readonly steps: readonly Step[]
  readonly current: string
  readonly children: React.ReactNode
}) {
  const t = useText()
  const at = props.steps.findIndex((step) => step.id === props.current)
  const box = useStepFocus(props.current)
  const said = t(texts.stepOf, at + 1, props.steps.length)
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
                <span className="sofar">
                  {/* One text: a space of its own, after an answer that is named later, is not drawn. */}
                  {`${step.answer} `}
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
      <div
        className="step"
        role="group"
        aria-label={`${said}: ${props.steps[at]?.text ?? ''}`}
        tabIndex={-1}
        ref={box}
      >
        <p className="note">{said}</p>
        {props.children}
      </div>
    </div>
  )
}
