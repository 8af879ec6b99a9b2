import { round } from './geometry.ts'
import './figure.css'

export interface SparkProps {
  /** In time order; null where nothing was known. */
  points: readonly (number | null)[]
  goal?: number | undefined
}

/** The way a figure has gone, with the goal dashed. Says nothing a text beside it does not say. */
export function Spark({ points, goal }: SparkProps) {
  const known = points.filter((point): point is number => point !== null)
  if (known.length < 2) return null
  const all = goal === undefined ? known : [...known, goal]
  const low = Math.min(...all)
  const span = Math.max(...all) - low
  // An even line lies in the middle: a small change is not blown up to fill the height.
  const y = (value: number): number => (span === 0 ? 22 : 36 - ((value - low) / span) * 28)
  const x = (index: number): number => 2 + (index / (points.length - 1)) * 160
  const lines: string[] = []
  points.forEach((point, index) => {
    if (point === null) return
    const start = index === 0 || points[index - 1] === null
    lines.push(`${start ? 'M' : 'L'}${round(x(index))} ${round(y(point))}`)
  })
  const last = points.findLastIndex((point) => point !== null)
  return (
    <svg
      className="spark"
      viewBox="0 0 168 44"
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      {goal !== undefined && <path className="spark-goal" d={`M0 ${round(y(goal))}H168`} />}
      <path className="spark-line" d={lines.join('')} />
      <circle className="spark-end" cx={round(x(last))} cy={round(y(points[last]!))} r="3" />
    </svg>
  )
}
