// What Omlopp is about, before anybody has signed in: the mark, large, with the words of its stations.
import { polar, round, type Point } from './kit/charts/geometry.ts'
import { circleStatuses, hours, stageColour, type StationId } from './kit/charts/status.ts'
import { pick, ringTexts, statusWords } from './kit/charts/texts.ts'
import { useLanguage } from './kit/language.tsx'

const centre: Point = { x: 242, y: 176 }
const circle = { radius: 112, width: 11 } as const
/** What is new comes in at the right and leaves at the left: half a turn, outside the circle. */
const flow = { radius: 134, width: 33 } as const

const edge = (degrees: number): number =>
  degrees > 80 && degrees < 280 ? flow.radius + flow.width / 2 : circle.radius + circle.width / 2

export function SignInCircle() {
  const { language } = useLanguage()
  const words = circleStatuses.map((id) => pick(statusWords[id], language))
  const outer = flow.radius + flow.width / 2
  const inner = flow.radius - flow.width / 2
  return (
    <svg
      className="signincircle"
      viewBox="0 0 484 360"
      role="img"
      aria-label={`${pick(ringTexts.name, language)}: ${words.join(', ')}.`}
    >
      <path
        className="signinflow"
        d={`M${centre.x + inner} ${centre.y}H${centre.x + outer}A${outer} ${outer} 0 0 1 ${centre.x - outer} ${centre.y}H${centre.x - inner}A${inner} ${inner} 0 0 0 ${centre.x + inner} ${centre.y}Z`}
      />
      <circle
        className="signinround"
        cx={centre.x}
        cy={centre.y}
        r={circle.radius}
        strokeWidth={circle.width}
      />
      {circleStatuses.map((id) => (
        <Station key={id} id={id} word={pick(statusWords[id], language)} />
      ))}
    </svg>
  )
}

function Station({ id, word }: { readonly id: StationId; readonly word: string }) {
  const degrees = hours[id]
  const mark = polar(centre, edge(degrees), degrees)
  const label = polar(centre, edge(degrees) + 16, degrees)
  const aside = label.x - centre.x
  return (
    <>
      <circle cx={round(mark.x)} cy={round(mark.y)} r="5" style={{ fill: stageColour(id) }} />
      <text
        x={round(label.x)}
        y={round(label.y + (Math.abs(aside) < 1 ? 0 : 5))}
        textAnchor={Math.abs(aside) < 1 ? 'middle' : aside > 0 ? 'start' : 'end'}
      >
        {word}
      </text>
    </>
  )
}
