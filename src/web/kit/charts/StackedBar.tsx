// One whole parted into its parts, with name and number at each.

import type { Language } from '../../../core/text.ts'
import { Link } from '../Link.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartColour } from './Columns.tsx'
import { number, percent } from './numbers.ts'
import { columnTexts, hierarchyTexts, pick } from './texts.ts'
import './columns.css'

export interface Part {
  readonly name: string
  readonly value: number
  readonly colour: ChartColour
  readonly href?: string | undefined
}
export interface StackedBarProps {
  language: Language
  title: string
  parts: readonly Part[]
  fileName: string
  source?: React.ReactNode
}

export function StackedBar({ language, title, parts, fileName, source }: StackedBarProps) {
  const shown = parts.filter(({ value }) => value > 0)
  const whole = shown.reduce((sum, { value }) => sum + value, 0)
  if (whole === 0) return <p className="muted">{pick(columnTexts.empty, language)}</p>
  const table = {
    columns: [title, pick(hierarchyTexts.count, language), pick(hierarchyTexts.share, language)],
    rows: shown.map(({ name, value }) => [name, value, percent(value, whole, language)]),
  }
  return (
    <ChartFrame {...{ language, title, fileName, source }} tables={[table]} hasPicture={false}>
      <svg className="stacked" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ name, value, colour }, at) => {
          const before = shown.slice(0, at).reduce((sum, part) => sum + part.value, 0)
          const x = (before / whole) * 1000
          const width = (value / whole) * 1000
          return (
            <rect
              key={name}
              className={`fill-${colour}`}
              x={x}
              width={Math.max(1.5, width - 2)}
              y="0"
              height="28"
            />
          )
        })}
      </svg>
      <ul className="stacked-parts">
        {shown.map(({ name, value, colour, href }) => (
          <li key={name}>
            <i className={`fill-${colour}`} aria-hidden="true" />
            {href ? <Link href={href}>{name}</Link> : name}
            <b>{number(value, language)}</b>
            <span>{percent(value, whole, language)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
