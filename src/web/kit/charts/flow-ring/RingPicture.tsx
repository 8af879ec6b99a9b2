import type { Language } from '../../../../core/text.ts'
import { at, round } from '../geometry.ts'
import { number } from '../numbers.ts'
import { stageColour } from '../status.ts'
import { pick, ringTexts, statusWords } from '../texts.ts'
import { centre as middle } from './bands.ts'
import type { RingCentre } from './centre.ts'
import type { Follow } from './FlowRing.tsx'
import { labelWidth, lineSteps } from './labels.ts'
import type { PlacedEnd, PlacedStation, RingLayout } from './layout.ts'

interface RingPictureProps {
  layout: RingLayout
  centre: RingCentre
  language: Language
  /** Without labels and with larger words in the middle, for narrow pages. */
  small?: boolean
  follow?: Follow
}

export function RingPicture({ layout, centre, language, small = false, follow }: RingPictureProps) {
  const { view } = layout
  const box = small
    ? '140 40 600 536'
    : `${view.left} ${view.top} ${view.right - view.left} ${view.bottom - view.top}`
  const spoken = `${pick(ringTexts.name, language)}. ${spokenCentre(centre)}`
  return (
    <svg
      className={`flow-ring ${small ? 'ring-small' : 'ring-big'}`}
      viewBox={box}
      // Stations are links inside: a group, not one picture. The small ring has none.
      role={small || layout.empty ? 'img' : 'group'}
      aria-label={small ? spoken : `${spoken} ${pick(ringTexts.describe, language)}`}
      data-picture
    >
      {layout.bands.map(({ kind, d }) => (
        <path key={d} className={`ring-${kind}`} d={d} />
      ))}
      {layout.circle && (
        <circle
          className="ring-circle"
          cx={middle.x}
          cy={middle.y}
          r={layout.circle.radius}
          strokeWidth={layout.circle.width}
        />
      )}
      {layout.outline !== null && (
        <circle className="ring-outline" cx={middle.x} cy={middle.y} r={layout.outline} />
      )}
      {layout.goal && (
        <path className={layout.goal.inside ? 'ring-goal inside' : 'ring-goal'} d={layout.goal.d} />
      )}
      {layout.chevrons.map(({ on, x, y, degrees }) => (
        <path
          key={`${on}${degrees}`}
          className={`ring-way ${on}`}
          d={on === 'circle' ? wayOn(layout.circle!.width) : 'M-5 -7 3 0l-8 7'}
          transform={`translate(${x} ${y}) rotate(${degrees})`}
        />
      ))}
      {!small && layout.empty && layout.stations.map(quietMark)}
      {!small &&
        !layout.empty &&
        layout.stations.map((placed) => (
          <StationMark key={placed.station.id} {...{ placed, language, follow }} />
        ))}
      {!small && layout.ends.map((end) => <EndLabel key={end.id} end={end} />)}
      {small ? <SmallCentre centre={centre} /> : <Centre centre={centre} />}
    </svg>
  )
}

/** The arrow keeps inside the band that it stands on. */
function wayOn(width: number): string {
  const half = round(Math.min(4.5, width / 2 - 2.5))
  return `M${round(-0.6 * half)} ${-half}L${round(0.6 * half)} 0L${round(-0.6 * half)} ${half}`
}

const quietMark = ({ station, mark }: PlacedStation) => (
  <circle key={station.id} className="ring-quiet" cx={round(mark.x)} cy={round(mark.y)} r="4" />
)

const spokenCentre = ({ figure, label, lines, goal }: RingCentre): string =>
  [...(figure ? [`${figure} ${label}`] : []), lines.join(' '), ...(goal ? [goal] : [])]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ')

interface StationMarkProps {
  placed: PlacedStation
  language: Language
  follow: Follow | undefined
}

function StationMark({ placed, language, follow }: StationMarkProps) {
  const { station, label, mark, silt } = placed
  const name = pick(statusWords[station.id], language)
  const value = number(station.count, language)
  const sub = station.stuck?.text ?? station.sub
  const [from, to] = label.lead
  const [first, second, third] = lineSteps.map((step) => round(label.box.top + step))
  return (
    <a
      className="ring-station"
      href={station.href}
      onClick={(event) => follow?.(event, station.href)}
    >
      <path className="ring-sector" d={placed.sector} data-screen-only />
      {silt && <path className="ring-silt" d={silt.d} strokeWidth={silt.width} />}
      <path className="ring-lead" d={`M${at(from)}L${at(to)}`} />
      <circle
        className="ring-mark"
        cx={round(mark.x)}
        cy={round(mark.y)}
        r="5.5"
        style={{ fill: stageColour(station.id) }}
      />
      <rect
        className="ring-label-hit"
        data-screen-only
        x={round(label.box.left - 4)}
        y={round(label.box.top - 3)}
        width={round(label.box.right - label.box.left + 8)}
        height={round(label.box.bottom - label.box.top + 6)}
      />
      <g textAnchor={label.anchor}>
        <text className="ring-name" x={round(label.x)} y={first}>
          {name}
        </text>{' '}
        <text className="ring-value" x={round(label.x)} y={second}>
          {value}
        </text>{' '}
        {station.stuck ? (
          <StuckLine x={stuckStart(placed, name, value)} y={third!} text={sub} />
        ) : (
          <text className="ring-sub text-3" x={round(label.x)} y={third}>
            {sub}
          </text>
        )}
      </g>
    </a>
  )
}

/** Where triangle and words begin so that together they stand as the label does. */
function stuckStart({ station, label }: PlacedStation, name: string, value: string): number {
  const whole = labelWidth({ name, value, sub: '', flagged: false })
  const line = labelWidth({ name: '', value: '', sub: station.stuck!.text, flagged: true })
  if (label.anchor === 'start') return label.box.left
  if (label.anchor === 'end') return label.box.right - line
  return label.x - Math.max(line, Math.min(whole, line)) / 2
}

function StuckLine({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <>
      <path className="ring-triangle" d={`M${round(x)} ${round(y)}l5.5 -10 5.5 10z`} />
      <text className="ring-sub text-warn" x={round(x + 16)} y={y} textAnchor="start">
        {text}
      </text>
    </>
  )
}

function EndLabel({ end }: { end: PlacedEnd }) {
  const x = round(end.x)
  return (
    <text x={x} y={round(end.y)} textAnchor={end.anchor}>
      <tspan className="ring-end">{end.value}</tspan>
      {end.lines.map((line, index) => (
        <tspan
          key={line}
          className="ring-end-words text-2"
          {...(end.stacked ? { x, dy: index === 0 ? 17 : 16 } : { dx: 4 })}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}

function Centre({ centre }: { centre: RingCentre }) {
  const { x, y } = middle
  if (!centre.figure) {
    return centre.lines.map((line, index) => (
      <text key={line} x={x} y={y + index * 22} textAnchor="middle" className="ring-empty text-2">
        {line}
      </text>
    ))
  }
  const goalWidth = 24
  const goalY = y + 42 + centre.lines.length * 17 + 10
  return (
    <>
      <text x={x} y={y - 14} textAnchor="middle" className={heroClass(centre.figure)}>
        {centre.figure}
      </text>
      <text x={x} y={y + 16} textAnchor="middle" className="ring-hero-label">
        {centre.label}
      </text>
      {centre.lines.map((line, index) => (
        <text
          key={line}
          x={x}
          y={y + 42 + index * 17}
          textAnchor="middle"
          className="ring-hero-line text-2"
        >
          {line}
        </text>
      ))}
      {centre.goal && (
        <>
          <path className="ring-goal" d={`M${x - 56} ${goalY - 4}h${goalWidth - 2}`} />
          <text x={x - 56 + goalWidth + 4} y={goalY} className="ring-hero-line text-2">
            {centre.goal}
          </text>
        </>
      )}
    </>
  )
}

/** A long figure keeps inside the ring. */
const heroClass = (figure: string): string =>
  figure.length > 6 ? 'ring-hero ring-hero-long' : 'ring-hero'

function SmallCentre({ centre }: { centre: RingCentre }) {
  const { x, y } = middle
  if (!centre.figure) {
    return centre.lines.map((line, index) => (
      <text
        key={line}
        x={x}
        y={y - 8 + index * 34}
        textAnchor="middle"
        className="ring-small-line text-2"
      >
        {line}
      </text>
    ))
  }
  return (
    <>
      <text
        x={x}
        y={y - 4}
        textAnchor="middle"
        className={`ring-small-hero ${heroClass(centre.figure)}`}
      >
        {centre.figure}
      </text>
      <text x={x} y={y + 36} textAnchor="middle" className="ring-small-label">
        {centre.label}
      </text>
      {centre.goal && (
        <text x={x} y={y + 72} textAnchor="middle" className="ring-small-line text-2">
          {centre.goal}
        </text>
      )}
    </>
  )
}
