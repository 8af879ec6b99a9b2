// One number against its goal, with the way it has gone and the change in words.

import type { Language } from '../../../core/text.ts'
import { Link } from '../Link.tsx'
import { Spark } from './Spark.tsx'
import { chartTexts, pick } from './texts.ts'
import './figure.css'

export interface FigureProps {
  language: Language
  label: string
  /** Where the number's list stands: a number without its list is a dead end. */
  href: string
  /** Already written for the reader: "94,1". Null while too little is known; then `waits` says why. */
  value: string | null
  unit?: React.ReactNode
  /** "Räknas när 30 har kommit tillbaka". */
  waits?: string | undefined
  points?: readonly (number | null)[] | undefined
  /** The goal as a number for the spark, and in words: "högst 10". */
  goal?: { readonly value: number; readonly text: string } | undefined
  /** Where a goal is set, when there is none. */
  setGoalHref?: string | undefined
  /** After the goal: "spann 45–210". */
  range?: string | undefined
  /** "upp 1,2 procentenheter på ett år". */
  change?: string | undefined
  level?: 2 | 3 | 4 | undefined
}

export function Figure(props: FigureProps) {
  const { language, label, href, value, unit, goal, range, change, level = 3 } = props
  const Heading = `h${level}` as const
  return (
    <div className="figure">
      <Heading className="figure-label">
        <Link href={href}>{label}</Link>
      </Heading>
      {value === null ? (
        <p className="figure-waits">{props.waits}</p>
      ) : (
        <>
          <p className="figure-value">
            {value}
            {unit && <span> {unit}</span>}
          </p>
          <Spark points={props.points ?? []} goal={goal?.value} />
          <p className="figure-goal">
            <Goal {...{ goal, language }} href={props.setGoalHref} />
            {range && <span>{goal ? ` · ${range}` : range}</span>}
          </p>
          {change && <p className="muted">{change}</p>}
        </>
      )}
    </div>
  )
}

function Goal(props: { goal: FigureProps['goal']; language: Language; href: string | undefined }) {
  const { goal, language, href } = props
  if (goal) return `${pick(chartTexts.goal, language)} ${goal.text}`
  const none = pick(chartTexts.noGoal, language)
  return href ? <Link href={href}>{none}</Link> : null
}

/** Figures side by side; on a phone each is a row with its spark at the right. */
export function Figures({ children }: { children: React.ReactNode }) {
  return <div className="figures">{children}</div>
}
