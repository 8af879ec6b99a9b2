// The waste hierarchy as centred bars: width is the count, so it cannot flatter as a triangle does.

import type { Language } from '../../../core/text.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { round } from './geometry.ts'
import { number, percent } from './numbers.ts'
import { hierarchyTexts, pick } from './texts.ts'
import './hierarchy.css'

export const wasteSteps = ['reuse', 'prepare', 'recycling', 'recovery', 'disposal'] as const
export type WasteStep = (typeof wasteSteps)[number]

export interface HierarchyProps {
  language: Language
  counts: Readonly<Record<WasteStep, number>>
  /** At the right: "mål 85 %", "delar". */
  notes?: Partial<Record<WasteStep, string>> | undefined
  fileName: string
  source?: React.ReactNode
}
interface Step {
  readonly id: WasteStep
  readonly name: string
  readonly count: number
  readonly share: string
  readonly width: number
  readonly note: string
}

export function Hierarchy({ language, counts, notes, fileName, source }: HierarchyProps) {
  const whole = wasteSteps.reduce((sum, id) => sum + counts[id], 0)
  const most = Math.max(1, ...wasteSteps.map((id) => counts[id]))
  const steps = wasteSteps.map((id): Step => ({
    id,
    name: pick(hierarchyTexts[id], language),
    count: counts[id],
    share: percent(counts[id], whole, language, 1).replace(/[.,]0(?=\u00a0?%)/, ''),
    width: counts[id] / most,
    note: notes?.[id] ?? '',
  }))
  if (whole === 0) return <p className="muted">{pick(hierarchyTexts.empty, language)}</p>
  const t = hierarchyTexts
  const table = {
    columns: [pick(t.step, language), pick(t.count, language), pick(t.share, language)],
    rows: steps.map(({ name, count, share }) => [name, count, share]),
  }
  return (
    <ChartFrame {...{ language, fileName, source }} title={pick(t.name, language)} tables={[table]}>
      <StepsPicture steps={steps} whole={whole} language={language} />
      <ol className="hierarchy-list">
        {steps.map(({ id, name, share, width, note }) => (
          <li key={id}>
            <span>{name}</span>
            <b>{share}</b>
            <i className={id} style={{ width: `${width * 100}%` }} aria-hidden="true" />
            {note && <span className="hierarchy-note">{note}</span>}
          </li>
        ))}
      </ol>
    </ChartFrame>
  )
}

function StepsPicture(props: { steps: readonly Step[]; whole: number; language: Language }) {
  const { steps, whole, language } = props
  const spoken = steps.map(({ name, count }) => `${name} ${number(count, language)}`).join(', ')
  return (
    <svg
      className="chart-picture hierarchy"
      viewBox="0 0 760 206"
      role="img"
      aria-label={`${pick(hierarchyTexts.name, language)}, ${number(whole, language)}: ${spoken}.`}
      data-picture
    >
      {steps.map(({ id, name, count, share, width, note }, index) => {
        const y = 8 + index * 40
        const wide = count > 0 ? Math.max(2, width * 330) : 0
        return (
          <g key={id}>
            <rect className={id} x={round(165 - wide / 2)} y={y} width={round(wide)} height="30" />
            <path className="chart-grid" d={`M${round(171 + wide / 2)} ${y + 15}H344`} />
            <text className="strong" x="412" y={y + 20} textAnchor="end">
              {share}
            </text>
            <text x="426" y={y + 20}>
              {name}
            </text>
            <text className="text-2" x="760" y={y + 20} textAnchor="end">
              {note}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
