// An estimate is never one number: low to high as a field, the centre as a line that overshoots.

import type { Language } from '../../../core/text.ts'
import { axisOf, scaleOf } from './axis.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { round, textWidth } from './geometry.ts'
import { number, twoDigits } from './numbers.ts'
import { chartTexts, intervalTexts, pick } from './texts.ts'
import './interval.css'

export interface Interval {
  readonly low: number
  readonly centre: number
  readonly high: number
}

/** "130 ton, spann 45–210": two digits, and never the centre without its interval. */
export function intervalText(interval: Interval, unit: string, language: Language): string {
  const [low, centre, high] = [interval.low, interval.centre, interval.high].map((value) =>
    twoDigits(value, language),
  )
  return `${centre}\u00a0${unit}, ${rangeText(low!, high!, interval, language)}`
}

/** A dash between two negative numbers cannot be read, so below zero the range is in words. */
function rangeText(low: string, high: string, interval: Interval, language: Language): string {
  return interval.low < 0
    ? pick(chartTexts.rangeWords, language)(low, high)
    : pick(chartTexts.range, language)(low, high)
}

export interface IntervalBarProps extends Interval {
  language: Language
  /** Plain: "kg", "ton". */
  unit: string
  /** Says what it is, for those who do not see it. */
  label: string
}

/** One estimate on an axis of its own. */
export function IntervalBar(props: IntervalBarProps) {
  const { low, centre, high, unit, language } = props
  const axis = axisOf([low, centre, high], 3)
  const x = scaleOf(axis, 4, 292)
  return (
    <svg
      className="interval"
      viewBox="0 0 300 56"
      role="img"
      aria-label={`${props.label}: ${intervalText(props, unit, language)}.`}
    >
      <path className="interval-axis" d="M0 34H300" />
      {low < 0 && <path className="chart-zero" d={`M${round(x(0))} 2V38`} />}
      <Field low={x(low)} centre={x(centre)} high={x(high)} y={8} height={12} />
      {axis.ticks.map((tick, index) => (
        <g key={tick}>
          <path className="interval-axis" d={`M${round(x(tick))} 34v4`} />
          <text
            className="interval-tick"
            x={round(x(tick))}
            y="51"
            textAnchor={x(tick) < 12 ? 'start' : x(tick) > 270 ? 'end' : 'middle'}
          >
            {number(tick, language, axis.decimals)}
            {index === axis.ticks.length - 1 ? `\u00a0${unit}` : ''}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Field(props: { low: number; centre: number; high: number; y: number; height: number }) {
  const { low, centre, high, y, height } = props
  const x = round(centre)
  return (
    <>
      <rect
        className="interval-field"
        x={round(low)}
        y={y}
        width={Math.max(1, round(high - low))}
        height={height}
      />
      <path className="interval-centre" d={`M${x} ${y - 4}v${height + 8}`} />
    </>
  )
}

export interface IntervalRow extends Interval {
  readonly label: string
  readonly count?: number | undefined
  /** The sum of the others: thicker, and first. */
  readonly whole?: boolean | undefined
}
export interface IntervalRowsProps {
  language: Language
  title: string
  fileName: string
  unit: string
  rows: readonly IntervalRow[]
  source?: React.ReactNode
  links?: React.ReactNode
}

/** Several estimates on one axis; on a phone, where lengths say little, the same as a list. */
export function IntervalRows(props: IntervalRowsProps) {
  const { language, title, unit, rows } = props
  const t = intervalTexts
  const table = {
    columns: [
      pick(t.kind, language),
      pick(t.count, language),
      `${pick(t.centre, language)}, ${unit}`,
      pick(t.low, language),
      pick(t.high, language),
    ],
    rows: rows.map((row) => [row.label, row.count ?? '', row.centre, row.low, row.high]),
  }
  return (
    <ChartFrame
      {...{ language, title }}
      fileName={props.fileName}
      tables={[table]}
      source={props.source}
      links={props.links}
    >
      <RowsPicture {...props} />
      <ul className="interval-list">
        {rows.map((row) => (
          <li key={row.label}>
            <span>{row.label}</span>
            <b>{intervalText(row, unit, language)}</b>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function RowsPicture({ language, title, unit, rows }: IntervalRowsProps) {
  const names = Math.max(...rows.map(({ label }) => textWidth(label, 13, 600)), 60)
  const counts = rows.some(({ count }) => count !== undefined) ? 64 : 12
  const left = Math.min(300, names + counts + 16)
  const axis = axisOf(rows.flatMap(({ low, high }) => [low, high]))
  const x = scaleOf(axis, left, 740)
  const tops = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, { whole }) => sum + (whole ? 51 : 34), 35),
  )
  const bottom = (tops.at(-1) ?? 35) + 34
  return (
    <svg
      className="chart-picture interval-rows"
      viewBox={`0 0 760 ${bottom + 4}`}
      role="img"
      aria-label={`${title}. ${rows.map((row) => `${row.label} ${intervalText(row, unit, language)}`).join('. ')}.`}
      data-picture
    >
      {axis.ticks.map((tick, index) => (
        <g key={tick}>
          <path className="chart-grid" d={`M${round(x(tick))} 22V${bottom}`} />
          <text className="text-2" x={round(x(tick))} y="14" textAnchor="middle">
            {number(tick, language, axis.decimals)}
            {index === axis.ticks.length - 1 ? `\u00a0${unit}` : ''}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const top = tops[index]!
        const height = row.whole ? 22 : 12
        return (
          <g key={row.label}>
            <text className={row.whole ? 'strong' : undefined} x="0" y={top + height / 2 + 5}>
              {row.label}
            </text>
            {row.count !== undefined && (
              <text
                className="text-2"
                x={round(left - 16)}
                y={top + height / 2 + 5}
                textAnchor="end"
              >
                {number(row.count, language)}
              </text>
            )}
            <Field
              low={x(row.low)}
              centre={x(row.centre)}
              high={x(row.high)}
              y={top}
              height={height}
            />
          </g>
        )
      })}
      <path className="chart-zero" d={`M${round(x(0))} 22V${bottom}`} />
    </svg>
  )
}
