// The way to a goal: outcome as a solid line, what is expected dotted in its field, the goal dashed.

import type { Language } from '../../../core/text.ts'
import { axisOf, scaleOf } from './axis.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { round } from './geometry.ts'
import { number } from './numbers.ts'
import { pathTexts, pick } from './texts.ts'
import './goal-path.css'

export interface YearValue {
  readonly year: number
  readonly value: number
}
export interface YearRange extends YearValue {
  readonly low: number
  readonly high: number
}
export interface GoalPathProps {
  language: Language
  title: string
  fileName: string
  /** After each number, with its space: "\u00a0%". */
  unit: string
  past: readonly YearValue[]
  /** Begins after the last outcome; drawn on from it. */
  expected?: readonly YearRange[] | undefined
  goal?: readonly YearValue[] | undefined
  source?: React.ReactNode
  links?: React.ReactNode
}

const box = { left: 44, right: 600, top: 14, bottom: 196 } as const

export function GoalPath(props: GoalPathProps) {
  const { language, title, past, expected = [], goal = [] } = props
  const t = pathTexts
  const years = [...new Set([...past, ...expected, ...goal].map(({ year }) => year))].sort(
    (a, b) => a - b,
  )
  const valueOf = (list: readonly YearValue[], year: number) =>
    list.find((one) => one.year === year)?.value ?? ''
  const table = {
    columns: [
      pick(t.year, language),
      pick(t.outcome, language),
      pick(t.expected, language),
      pick(t.low, language),
      pick(t.high, language),
      pick(t.goal, language),
    ],
    rows: years.map((year) => {
      const range = expected.find((one) => one.year === year)
      return [
        String(year),
        valueOf(past, year),
        range?.value ?? '',
        range?.low ?? '',
        range?.high ?? '',
        valueOf(goal, year),
      ]
    }),
  }
  return (
    <ChartFrame
      {...{ language, title }}
      fileName={props.fileName}
      tables={[table]}
      source={props.source}
      links={props.links}
      hasPicture={years.length > 1}
    >
      {years.length > 1 && (
        <div className="chart-scroll" role="region" aria-label={title} tabIndex={0}>
          <Picture {...props} years={years} />
        </div>
      )}
    </ChartFrame>
  )
}

function Picture(props: GoalPathProps & { years: readonly number[] }) {
  const { language, title, unit, past, expected = [], goal = [], years } = props
  const axis = axisOf(
    [...past, ...expected, ...goal].flatMap((one) =>
      'high' in one ? [one.value, (one as YearRange).high] : [one.value],
    ),
    3,
  )
  const y = scaleOf(axis, box.bottom, box.top)
  const first = years[0]!
  const span = years.at(-1)! - first
  const x = (year: number): number => box.left + ((year - first) / span) * (box.right - box.left)
  const shown = (value: number): string => `${number(value, language, axis.decimals)}${unit}`
  const point = (one: YearValue): string => `${round(x(one.year))} ${round(y(one.value))}`
  const line = (list: readonly YearValue[]): string =>
    list.length > 1 ? `M${list.map(point).join('L')}` : ''
  const now = past.at(-1)
  const onwards: readonly YearRange[] = now
    ? [{ ...now, low: now.value, high: now.value }, ...expected]
    : expected
  const last = expected.at(-1)
  const aim = goal.at(-1)
  const labels = apart([
    ...(aim
      ? [
          {
            y: y(aim.value),
            text: `${pick(pathTexts.goal, language)} ${shown(aim.value)}`,
            strong: true,
          },
        ]
      : []),
    ...(last
      ? [
          {
            y: y(last.value),
            text: `${pick(pathTexts.expected, language)} ${shown(last.value)}, ${number(last.low, language, axis.decimals)}–${number(last.high, language, axis.decimals)}`,
            strong: false,
          },
        ]
      : []),
  ])
  // Counted back from the last year: that is the one the goal is for.
  const every = Math.max(1, Math.ceil(span / 7))
  const marked = Array.from(
    { length: Math.floor(span / every) + 1 },
    (_, n) => years.at(-1)! - n * every,
  )
  return (
    <svg
      className="chart-picture goal-path"
      viewBox="0 0 760 224"
      role="img"
      aria-label={`${title}. ${spokenPath(props, shown)}`}
      data-picture
    >
      {axis.ticks.map((tick, index) => (
        <g key={tick}>
          <path
            className={tick === 0 ? 'chart-zero' : 'chart-grid'}
            d={`M${box.left} ${round(y(tick))}H${box.right}`}
          />
          <text className="text-2" x={box.left - 8} y={round(y(tick)) + 4} textAnchor="end">
            {index === axis.ticks.length - 1 ? shown(tick) : number(tick, language, axis.decimals)}
          </text>
        </g>
      ))}
      {marked.map((year) => (
        <text key={year} className="text-2" x={round(x(year))} y="216" textAnchor="middle">
          {year}
        </text>
      ))}
      {expected.length > 0 && (
        <path
          className="goal-path-field"
          d={`M${onwards.map(({ year, high }) => `${round(x(year))} ${round(y(high))}`).join('L')}L${[
            ...onwards,
          ]
            .reverse()
            .map(({ year, low }) => `${round(x(year))} ${round(y(low))}`)
            .join('L')}Z`}
        />
      )}
      <path className="chart-goal" d={line(goal)} />
      <path className="goal-path-expected" d={line(onwards)} />
      <path className="goal-path-past" d={line(past)} />
      {now && (
        <>
          <circle
            className="goal-path-now"
            cx={round(x(now.year))}
            cy={round(y(now.value))}
            r="4"
          />
          <text className="strong" x={round(x(now.year)) + 4} y={round(y(now.value)) + 20}>
            {shown(now.value)} {now.year}
          </text>
        </>
      )}
      {labels.map(({ text, y: top, strong }) => (
        <text
          key={text}
          className={strong ? 'strong' : 'text-2'}
          x={box.right + 12}
          y={round(top) + 4}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

interface EndLabel {
  readonly y: number
  readonly text: string
  readonly strong: boolean
}

/** Labels at the right end keep 18 pixels between them, the upper one staying upper. */
function apart(labels: readonly EndLabel[]): readonly EndLabel[] {
  const [one, two] = [...labels].sort((a, b) => a.y - b.y)
  if (!one || !two || two.y - one.y >= 18) return labels
  const middle = (one.y + two.y) / 2
  return [
    { ...one, y: middle - 9 },
    { ...two, y: middle + 9 },
  ]
}

function spokenPath(props: GoalPathProps, shown: (value: number) => string): string {
  const { language, past, expected = [], goal = [] } = props
  const say = (one: YearValue | undefined, word: string): string[] =>
    one ? [`${word} ${one.year}: ${shown(one.value)}`] : []
  const last = expected.at(-1)
  return [
    ...say(past.at(-1), pick(pathTexts.outcome, language)),
    ...say(last, pick(pathTexts.expected, language)),
    ...(last ? [`${shown(last.low)}–${shown(last.high)}`] : []),
    ...say(goal.at(-1), pick(pathTexts.goal, language)),
  ].join(', ')
}
