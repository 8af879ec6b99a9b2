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
  // Two months are a stub that shows no way.
  if (known.length < 3) return null
  const all = goal === undefined ? known : [...known, goal]
  const low = Math.min(...all)
  const span = Math.max(...all) - low
  // An even line lies in the middle: a small change is not blown up to fill the height.
  const y = (value: number): number => (span === 0 ? 22 : 36 - ((value - low) / span) * 28)
  const x = (index: number): number => 2 + (index / (points.length - 1)) * 160
  const lines: string[] = []
  const gaps: string[] = []
  let before = -1
  points.forEach((point, index) => {
    if (point === null) return
    const place = `${round(x(index))} ${round(y(point))}`
    const follows = index > 0 && before === index - 1
    lines.push(`${follows ? 'L' : 'M'}${place}`)
    if (before >= 0 && !follows)
      gaps.push(`M${round(x(before))} ${round(y(points[before]!))}L${place}`)
    before = index
  })
  const last = before
  return (
    <svg
      className="spark"
      viewBox="0 0 168 44"
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
    >
      {goal !== undefined && <path className="spark-goal" d={`M0 ${round(y(goal))}H168`} />}
      {/* Over a time when nothing was known, the way is only guessed. */}
      <path className="spark-gap" d={gaps.join('')} />
      <path className="spark-line" d={lines.join('')} />
      <circle className="spark-end" cx={round(x(last))} cy={round(y(points[last]!))} r="3" />
    </svg>
  )
}
