// Plain columns over time or kinds, stacked when there are several series. Labels stand at the marks.

import type { Language } from '../../../core/text.ts'
import { axisOf, scaleOf } from './axis.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { round, textWidth } from './geometry.ts'
import { number } from './numbers.ts'
import { columnTexts, pick } from './texts.ts'
import './columns.css'

/** `accent` for what goes round, `edge` for what is only there, stages for stages. */
export type ChartColour = 'accent' | 'flow' | 'edge' | 's1' | 's2' | 's3' | 's4' | 's5' | 's6'
export interface Series {
  readonly name: string
  readonly colour: ChartColour
  /** One per category, zero or above. */
  readonly values: readonly number[]
}
export interface ColumnsProps {
  language: Language
  title: string
  /** What the categories are, as heading of the table: "Månad". */
  categoryName: string
  categories: readonly string[]
  series: readonly Series[]
  /** Stands once, at the last tick. */
  unit?: string | undefined
  goal?: { readonly value: number; readonly text: string } | undefined
  fileName: string
  source?: React.ReactNode
}

const box = { left: 52, right: 752, top: 26, bottom: 196 } as const

export function Columns(props: ColumnsProps) {
  const { language, title, categories, series } = props
  const many = series.length > 1
  const table = {
    columns: [props.categoryName, ...series.map(({ name }) => name)],
    rows: categories.map((name, index) => [
      name,
      ...series.map(({ values }) => values[index] ?? 0),
    ]),
  }
  return (
    <ChartFrame
      {...{ language, title }}
      fileName={props.fileName}
      tables={[table]}
      source={props.source}
      hasPicture={categories.length > 0}
      legend={many && <SeriesLegend series={series} />}
    >
      {categories.length === 0 ? (
        <p className="muted">{pick(columnTexts.empty, language)}</p>
      ) : (
        <div className="chart-scroll" role="region" aria-label={title} tabIndex={0}>
          <Picture {...props} />
        </div>
      )}
    </ChartFrame>
  )
}

function Picture({ language, title, categories, series, unit, goal }: ColumnsProps) {
  const sums = categories.map((_, index) =>
    series.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0),
  )
  const axis = axisOf(goal ? [...sums, goal.value] : sums)
  const y = scaleOf(axis, box.bottom, box.top)
  const step = (box.right - box.left) / categories.length
  const width = Math.min(56, Math.max(2, step - Math.max(2, step * 0.3)))
  const every = Math.ceil((Math.max(...categories.map((name) => textWidth(name, 13))) + 10) / step)
  const spoken = categories.map((name, index) => `${name} ${number(sums[index]!, language)}`)
  return (
    <svg
      className="chart-picture columns"
      viewBox="0 0 760 224"
      role="img"
      aria-label={`${title}. ${spoken.join(', ')}.`}
      data-picture
    >
      {axis.ticks.map((tick, index) => (
        <g key={tick}>
          <path
            className={tick === 0 ? 'chart-zero' : 'chart-grid'}
            d={`M${box.left} ${round(y(tick))}H${box.right}`}
          />
          <text className="text-2" x={box.left - 10} y={round(y(tick)) + 4} textAnchor="end">
            {number(tick, language, axis.decimals)}
          </text>
          {unit && index === axis.ticks.length - 1 && (
            <text className="text-2" x={box.left} y={round(y(tick)) - 8}>
              {unit}
            </text>
          )}
        </g>
      ))}
      {categories.map((name, index) => {
        const x = box.left + step * (index + 0.5)
        return (
          <g key={name}>
            <Stack {...{ series, index, x: x - width / 2, width, y }} />
            {index % every === 0 && (
              <text className="text-2" x={round(x)} y="216" textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        )
      })}
      {goal && (
        <>
          <path className="chart-goal" d={`M${box.left} ${round(y(goal.value))}H${box.right}`} />
          <text x={box.right} y={round(y(goal.value)) - 6} textAnchor="end" className="strong">
            {goal.text}
          </text>
        </>
      )}
    </svg>
  )
}

interface StackProps {
  series: readonly Series[]
  index: number
  x: number
  width: number
  y: (value: number) => number
}

function Stack({ series, index, x, width, y }: StackProps) {
  let below = 0
  return series.map(({ name, colour, values }) => {
    const value = Math.max(0, values[index] ?? 0)
    const from = below
    below += value
    if (value === 0) return null
    // Two pixels of paper between neighbours, so that the parts show without their colours.
    const gap = from > 0 ? 2 : 0
    const height = Math.max(0.5, y(from) - y(below) - gap)
    return (
      <rect
        key={name}
        className={`fill-${colour}`}
        x={round(x)}
        y={round(y(below))}
        width={round(width)}
        height={round(height)}
      />
    )
  })
}

function SeriesLegend({ series }: { series: readonly Series[] }) {
  return (
    <span className="columns-legend">
      {series.map(({ name, colour }) => (
        <span key={name}>
          <i className={`fill-${colour}`} aria-hidden="true" />
          {name}
        </span>
      ))}
    </span>
  )
}
