// Who has had a device, to scale: lives as bars, the days between them under a lens, the plan dashed.

import { daysBetween } from '../../../../core/dates.ts'
import type { Language } from '../../../../core/text.ts'
import { ChartFrame } from '../ChartFrame.tsx'
import type { Table } from '../download.ts'
import { stageColour } from '../status.ts'
import { chartTexts, lifeTexts, pick, statusWords } from '../texts.ts'
import { layLife, lineWidth } from './layout.ts'
import type { Lens, LifeLayout } from './layout.ts'
import { monthsOf } from './spans.ts'
import type { LifeInput, Span } from './spans.ts'
import './life-line.css'

export interface LifeLineProps extends LifeInput {
  language: Language
  /** Without an ending: "EX-104817-livslinje". */
  fileName: string
  /** What the days between meant: "Data bevisat raderad efter 11 dagar, lovat 14." */
  betweenNote?: string | undefined
}

export function LifeLine(props: LifeLineProps) {
  const { language, fileName, betweenNote } = props
  const layout = layLife(props, language)
  if (layout.spans.length === 0) return <p className="muted">{pick(lifeTexts.empty, language)}</p>
  return (
    <ChartFrame
      language={language}
      title={pick(lifeTexts.name, language)}
      fileName={fileName}
      tables={[tableOf(layout, language)]}
    >
      <LifePicture layout={layout} language={language} note={betweenNote} />
      <LifeWords layout={layout} language={language} plannedEnd={props.plannedEnd ?? null} />
    </ChartFrame>
  )
}

interface LifePictureProps {
  layout: LifeLayout
  language: Language
  note: string | undefined
}

function LifePicture({ layout, language, note }: LifePictureProps) {
  const { bars, plan, lens, todayX } = layout
  return (
    <svg
      className="life chart-picture"
      viewBox={`0 0 ${lineWidth} ${layout.height}`}
      role="img"
      aria-label={spoken(layout, language, note)}
      data-picture
    >
      {lens && <path className="life-lens" d={lens.d} />}
      {bars.map(({ x, width, span, texts, seams }) => (
        <g key={span.from + span.kind}>
          <rect className={`life-${span.kind}`} x={x} y="34" width={width} height="28" />
          {seams.map((seam) => (
            <path key={seam} className="life-seam" d={`M${seam} 34v28`} />
          ))}
          {texts.map((inside) => (
            <text key={inside.x} className="life-in" x={inside.x} y="53">
              {inside.text}
            </text>
          ))}
        </g>
      ))}
      {plan && (
        <>
          <rect
            className="life-plan"
            x={plan.x}
            y="34.5"
            width={Math.max(0, plan.width - 0.5)}
            height="27"
          />
          <text className="text-2" x={plan.x + 10} y="53">
            {plan.text}
          </text>
        </>
      )}
      {layout.ticks.map(({ x, text }) => (
        <g key={x}>
          <path className="life-tick" d={`M${x} 62v6`} />
          <text className="text-3" x={x} y="82" textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className="life-today" d={`M${todayX} 26v40`} />
      <text
        className="strong"
        x={todayX + (layout.todayAnchor === 'start' ? 8 : -8)}
        y="20"
        textAnchor={layout.todayAnchor}
      >
        {pick(lifeTexts.today, language)}
      </text>
      {layout.headings.map(({ x, text }) => (
        <text key={x} className="text-2" x={x} y="20">
          {text}
        </text>
      ))}
      {lens && <LensPicture lens={lens} language={language} note={note} />}
    </svg>
  )
}

function LensPicture({
  lens,
  language,
  note,
}: {
  lens: Lens
  language: Language
  note?: string | undefined
}) {
  return (
    <>
      {lens.bars.map(({ x, width, stay, text }) => (
        <g key={`${stay.from}${x}`}>
          <rect
            x={x}
            y="128"
            width={width}
            height="28"
            style={{ fill: stageColour(stay.status) }}
          />
          {text && (
            <text className={`life-in ${inkOn(stay.status)}`} x={x + 9} y="147">
              {text}
            </text>
          )}
        </g>
      ))}
      {lens.marks.map(({ x, tick, text, anchor, row }) => (
        <g key={`${tick}${text}`}>
          <path className="life-tick" d={`M${tick} 156v${row === 0 ? 6 : 24}`} />
          <text className="text-2" x={x} y={row === 0 ? 176 : 194} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      <text className="strong" x={lens.noteX} y="146">
        {betweenWords(lens.span, language)}
      </text>
      {note && (
        <text className="text-2" x={lens.noteX} y="166">
          {note}
        </text>
      )}
    </>
  )
}

/** Text inside a stage: stage one is light in the light theme, stage six is dark in both. */
const inkOn = (status: Parameters<typeof stageColour>[0]): string =>
  `on-${stageColour(status).slice(6, 8)}`

/** Narrow pages: a bar and at most three sentences. */
function LifeWords(props: { layout: LifeLayout; language: Language; plannedEnd: string | null }) {
  const { layout, language, plannedEnd } = props
  const latest = layout.spans.slice(-3)
  return (
    <div className="life-narrow">
      <div className="life-bar" aria-hidden="true">
        {layout.bars.map(({ span, width }) => (
          <i
            key={span.from + span.kind}
            className={`life-${span.kind}`}
            style={{ flexGrow: width }}
          />
        ))}
        {layout.plan && <i className="life-plan" style={{ flexGrow: layout.plan.width }} />}
      </div>
      <ol>
        {latest.map((span) => (
          <li key={span.from + span.kind}>
            <b>{lengthOf(span, layout, plannedEnd, language)}</b>
            <span>{whatOf(span, language)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const longOf = (days: number, language: Language): string =>
  days < 60
    ? pick(lifeTexts.days, language)(days)
    : pick(lifeTexts.months, language)(monthsOf(days))

function lengthOf(span: Span, layout: LifeLayout, plannedEnd: string | null, language: Language) {
  if (!span.open || !layout.plan || !plannedEnd || span.kind === 'between') {
    return longOf(span.days, language)
  }
  const planned = daysBetween(span.from, plannedEnd)
  return planned < 60
    ? pick(lifeTexts.daysOf, language)(span.days, planned)
    : pick(lifeTexts.monthsOf, language)(monthsOf(span.days), monthsOf(planned))
}

function whatOf(span: Span, language: Language): string {
  if (span.kind === 'life') {
    const last = span.stays.at(-1)!
    const name = pick(lifeTexts.life, language)(span.number).toLocaleLowerCase(language)
    return `${name}, ${last.place ?? last.name}`
  }
  return whichBetween(span, language)
}

function whichBetween(span: Span, language: Language): string {
  if (span.number === 0) return pick(lifeTexts.waiting, language)
  return pick(span.last ? lifeTexts.after : lifeTexts.between, language)
}

const betweenWords = (span: Span, language: Language): string =>
  `${pick(lifeTexts.days, language)(span.days)} ${whichBetween(span, language)}`

function spoken(layout: LifeLayout, language: Language, note: string | undefined): string {
  const parts = layout.spans.map((span) => {
    const names = span.stays.map(({ name, days }) =>
      span.kind === 'life' ? name : `${name} ${pick(lifeTexts.days, language)(days)}`,
    )
    const what =
      span.kind === 'life'
        ? `${pick(lifeTexts.life, language)(span.number)} ${span.from} ${pick(chartTexts.lowTo, language)} ${span.open ? pick(lifeTexts.today, language) : span.to}`
        : betweenWords(span, language)
    return `${what}: ${names.join(', ')}.`
  })
  return [`${pick(lifeTexts.name, language)}.`, ...parts, ...(note ? [note] : [])].join(' ')
}

function tableOf(layout: LifeLayout, language: Language): Table {
  return {
    columns: pick(lifeTexts.columns, language),
    rows: layout.spans.flatMap((span) =>
      span.stays.map((stay) => [
        span.kind === 'life'
          ? pick(lifeTexts.life, language)(span.number)
          : whichBetween(span, language),
        stay.place ? `${stay.name}, ${stay.place}` : stay.name,
        stay.word ?? pick(statusWords[stay.status], language).toLocaleLowerCase(language),
        stay.from,
        span.open && stay === span.stays.at(-1) ? '' : stay.to,
        stay.days,
      ]),
    ),
  }
}
